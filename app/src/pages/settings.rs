//! Settings: language, colours, backup, storage, and what this is.

use crate::components::offline_line::OfflineLine;
use crate::components::page_frame::{PageFrame, PageTitle};
use crate::i18n::{Key, Language, format, size, text};
use crate::platform::storage;
use crate::state::appearance::Theme;
use crate::state::backup_files;
use crate::state::client::use_client;
use crate::state::workspace::Phase;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Draws the settings.
pub fn settings_page() -> AnyView {
    view! {
        <PageFrame title=text(Key::SettingsTitle)>
            <PageTitle words=text(Key::SettingsTitle) />
            {language()}
            {theme()}
            {backup()}
            {room()}
            {about()}
        </PageFrame>
    }
    .into_any()
}

fn language() -> AnyView {
    let appearance = use_client().appearance;
    let spoken = appearance.language;
    let options = Language::ALL.map(|language| {
        view! {
            <option
                value=language.tag()
                lang=language.tag()
                selected=move || spoken.get() == language
            >
                {language.own_name()}
            </option>
        }
    });
    let choose = move |tag: String| appearance.speak(Language::of_tag(&tag));
    view! {
        <div class="field">
            <label for="language">{text(Key::SettingsLanguage)}</label>
            <select id="language" on:change=move |event| choose(event_target_value(&event))>
                {Vec::from(options)}
            </select>
        </div>
    }
    .into_any()
}

fn theme() -> AnyView {
    let appearance = use_client().appearance;
    let painted = appearance.theme;
    let option = |theme: Theme, key| {
        view! {
            <option value=theme.word() selected=move || painted.get() == theme>
                {text(key)}
            </option>
        }
    };
    let choose = move |word: String| appearance.paint(Theme::of_word(&word));
    view! {
        <div class="field">
            <label for="theme">{text(Key::SettingsTheme)}</label>
            <select id="theme" on:change=move |event| choose(event_target_value(&event))>
                {option(Theme::Automatic, Key::SettingsThemeAuto)}
                {option(Theme::Light, Key::SettingsThemeLight)}
                {option(Theme::Dark, Key::SettingsThemeDark)}
            </select>
        </div>
    }
    .into_any()
}

fn backup() -> AnyView {
    let phase = use_client().workspace.phase;
    // A backup of what is still being read would be one of nothing, without a word.
    let is_unread = move || matches!(phase.get(), Phase::Opening | Phase::Blocked);
    let report = RwSignal::new(Vec::<String>::new());
    let lines = move || {
        let lines = report.get();
        let lines = lines.into_iter().map(|line| view! { <p>{line}</p> });
        let lines: Vec<_> = lines.collect();
        (!lines.is_empty())
            .then(|| view! { <div class="notice" data-kind="info" data-restored="">{lines}</div> })
    };
    view! {
        <section class="card stack">
            <h2>{text(Key::BackupTitle)}</h2>
            <p>{text(Key::BackupExplain)}</p>
            <div class="button-row">
                <button
                    type="button"
                    class="button button-primary"
                    data-action="download-backup"
                    disabled=is_unread
                    on:click=move |_| backup_files::download()
                >
                    {text(Key::BackupButton)}
                </button>
                <button
                    type="button"
                    class="button button-secondary"
                    data-action="restore-backup"
                    disabled=move || phase.get() != Phase::Ready
                    on:click=move |_| backup_files::restore(report)
                >
                    {text(Key::BackupRestoreButton)}
                </button>
            </div>
            <div role="status">{lines}</div>
        </section>
    }
    .into_any()
}

/// How much room the CVs take, and whether the browser promised to keep them.
fn room() -> AnyView {
    let kept = RwSignal::new(None::<bool>);
    let space = RwSignal::new(None::<String>);
    spawn_local(async move {
        kept.try_set(Some(storage::is_persistent().await));
        let words = storage::room().await.map(|room| {
            let (used, total) = (size(room.used_bytes), size(room.quota_bytes));
            format(Key::SettingsSpace, &[("used", &used), ("total", &total)])
        });
        space.try_set(words);
    });
    let protect = move |_| {
        spawn_local(async move {
            kept.try_set(Some(storage::persist().await));
        });
    };
    let promise = move || match kept.get() {
        None => ().into_any(),
        Some(true) => view! { <p>{text(Key::SettingsProtected)}</p> }.into_any(),
        Some(false) => view! {
            <p>{text(Key::SettingsProtectedNot)}</p>
            <button
                type="button"
                class="button button-secondary"
                data-action="protect-storage"
                on:click=protect
            >
                {text(Key::SettingsProtect)}
            </button>
        }
        .into_any(),
    };
    view! {
        <section class="card stack">
            <h2>{text(Key::SettingsStorage)}</h2>
            {move || space.get().map(|words| view! { <p>{words}</p> })}
            {promise}
            <OfflineLine />
        </section>
    }
    .into_any()
}

fn about() -> AnyView {
    let version = env!("CARGO_PKG_VERSION");
    view! {
        <section class="card stack">
            <h2>{text(Key::SettingsAbout)}</h2>
            <p>{text(Key::SettingsAboutText)}</p>
            <p>{format(Key::SettingsVersion, &[("version", version)])}</p>
            <p>{text(Key::SettingsLicence)}</p>
        </section>
    }
    .into_any()
}
