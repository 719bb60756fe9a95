//! The line that always says how the work is kept. Its decision is in `state::saving`.

use crate::i18n::{Key, format, plural, text, time};
use crate::state::client::use_client;
use crate::state::saving::{SaveState, SyncView};
use leptos::prelude::*;

/// The line about saving.
#[component]
pub fn SaveLine() -> impl IntoView {
    let state = use_client().save_state;
    // Read aloud only when something is wrong: "saving" and "saved" alternate while one types.
    let politeness = move || match state.get().word() {
        "error" => "polite",
        _ => "off",
    };
    view! {
        <p
            class="save-state"
            role="status"
            aria-live=politeness
            data-state=move || state.get().word()
            data-save-state=move || state.get().word()
        >
            {move || words(state.get())}
        </p>
    }
    .into_any()
}

fn words(state: SaveState) -> String {
    match state {
        SaveState::Saving => text(Key::SaveSaving),
        SaveState::Saved => text(Key::SaveSaved),
        SaveState::Full => text(Key::SaveFull),
        SaveState::Failing => text(Key::SaveFailing),
        SaveState::MemoryOnly => text(Key::SaveMemory),
        SaveState::Sync(sync) => sync_words(sync),
    }
}

fn sync_words(sync: SyncView) -> String {
    match sync {
        SyncView::NotLinked | SyncView::Waiting(0) | SyncView::Offline(0) => text(Key::SaveSaved),
        SyncView::Waiting(count) => plural(Key::SaveWaiting, count),
        SyncView::Syncing => text(Key::SaveSyncing),
        SyncView::Synced(at_ms) => format(Key::SaveSynced, &[("time", &time(at_ms))]),
        SyncView::Offline(count) => plural(Key::SaveOffline, count),
        SyncView::Stalled(count) => plural(Key::SaveStalled, count),
        SyncView::Refused(count) => plural(Key::SaveRefused, count),
        SyncView::SignedOut => text(Key::SaveSignedOut),
        SyncView::OtherAccount => text(Key::SaveOtherAccount),
        SyncView::UpdateNeeded => text(Key::SaveUpdateNeeded),
        SyncView::ServerTooOld => text(Key::SaveServerTooOld),
    }
}
