//! What the person must know on every page: nothing is stored here, the store is full, a new
//! version waits.

use crate::i18n::{Key, plural, text};
use crate::platform::focus;
use crate::state::backup_files;
use crate::state::client::use_client;
use crate::state::kept::Kept;
use crate::state::saving::StoreHealth;
use crate::state::workspace::Phase;
use leptos::prelude::*;

/// The notices that concern the whole client.
#[component]
pub fn Notices() -> impl IntoView {
    let workspace = use_client().workspace;
    view! {
        {move || phase_notice(workspace.phase.get())}
        {move || health_notice(workspace.health.get())}
        {move || {
            let damaged = workspace.damaged.get();
            (damaged > 0)
                .then(|| {
                    view! {
                        <p class="notice" data-kind="warning" data-notice="damaged">
                            {plural(Key::StorageDamaged, damaged)}
                        </p>
                    }
                })
        }}
        {move || workspace.vanished.get().map(vanished_notice)}
        {move || update_notice()}
    }
    .into_any()
}

fn phase_notice(phase: Phase) -> Option<AnyView> {
    let (key, word) = match phase {
        Phase::NewerVersion => (Key::StorageNewer, "newer"),
        Phase::Blocked => (Key::StorageBlocked, "blocked"),
        Phase::Opening | Phase::Ready => return None,
    };
    Some(
        view! {
            <div class="notice" data-kind="error" role="alert" data-notice=word>
                <p>{text(key)}</p>
                <button
                    type="button"
                    class="button button-secondary"
                    data-action="reload"
                    on:click=move |_| use_client().offline.apply_update()
                >
                    {text(Key::ActionReload)}
                </button>
            </div>
        }
        .into_any(),
    )
}

fn health_notice(health: StoreHealth) -> Option<AnyView> {
    let (key, word) = match health {
        StoreHealth::Durable => return None,
        StoreHealth::MemoryOnly => (Key::StorageMemory, "memory"),
        StoreHealth::Full => (Key::SaveFull, "full"),
        StoreHealth::Failing => (Key::SaveFailing, "failing"),
        StoreHealth::Emptied => (Key::StorageLost, "lost"),
        StoreHealth::Outdated => (Key::StorageOutdated, "outdated"),
    };
    let kind = if health == StoreHealth::MemoryOnly {
        "warning"
    } else {
        "error"
    };
    Some(
        view! {
            <div class="notice" data-kind=kind role="alert" data-notice=word>
                <p class="notice-title">{text(Key::StorageMemoryTitle)}</p>
                <p>{text(key)}</p>
                <button
                    type="button"
                    class="button button-secondary"
                    data-action="download-backup"
                    on:click=move |_| backup_files::download()
                >
                    {text(Key::BackupButton)}
                </button>
            </div>
        }
        .into_any(),
    )
}

fn vanished_notice(kept: Kept) -> AnyView {
    let key = match kept {
        Kept::Linked => Key::StorageVanishedLinked,
        Kept::Here | Kept::Nothing => Key::StorageVanished,
    };
    view! {
        <div class="notice" data-kind="warning" role="alert" data-notice="vanished">
            <p>{text(key)}</p>
            <a class="button button-secondary" href="/settings">{text(Key::SettingsTitle)}</a>
            <a class="button button-secondary" href="/devices">{text(Key::DevicesTitle)}</a>
        </div>
    }
    .into_any()
}

fn update_notice() -> Option<AnyView> {
    let offline = use_client().offline;
    offline.is_update_offered.get().then(|| {
        view! {
            <div class="notice" data-kind="info" data-notice="update">
                <p class="notice-title">{text(Key::OfflineUpdate)}</p>
                <p>{text(Key::OfflineUpdateExplain)}</p>
                // A press must not take the focus out of the field where the person is.
                <div class="button-row" on:mousedown=|event| event.prevent_default()>
                    <button
                        type="button"
                        class="button button-secondary"
                        data-action="apply-update"
                        on:click=move |_| offline.apply_update()
                    >
                        {text(Key::OfflineUpdateButton)}
                    </button>
                    <button
                        type="button"
                        class="button button-quiet"
                        data-action="put-off-update"
                        on:click=move |_| {
                            offline.put_off_update();
                            if !focus::is_typing() {
                                focus::focus_soon("page-title".to_owned());
                            }
                        }
                    >
                        {text(Key::OfflineUpdateLater)}
                    </button>
                </div>
            </div>
        }
        .into_any()
    })
}
