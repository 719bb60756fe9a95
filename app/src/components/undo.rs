//! What the editors of all kinds of documents have above their fields: undo and redo, by buttons and by
//! keys, and the way to what has two versions.

use super::field_facts::field_id;
use super::field_place::FieldPlace;
use super::icon::{Icon, icon};
use crate::i18n::{Key, plural, text};
use crate::platform::focus;
use crate::state::client::use_client;
use crate::state::document_editor::DocumentEditor;
use crate::state::editor::Editor;
use crate::state::open_document::UndoOutcome;
use leptos::prelude::*;

/// Draws the buttons that take back and do again.
pub fn undo_buttons(editor: DocumentEditor) -> AnyView {
    let undo_redo = editor.signal(|signals| signals.undo_redo.clone());
    let (undo_signal, redo_signal) = (undo_redo.clone(), undo_redo);
    view! {
        <button
            type="button"
            class="button button-icon"
            data-action="undo"
            aria-label=text(Key::ActionUndo)
            disabled=move || !undo_signal.get().0
            on:click=move |_| report(editor.undo())
        >
            {icon(Icon::Undo)}
        </button>
        <button
            type="button"
            class="button button-icon"
            data-action="redo"
            aria-label=text(Key::ActionRedo)
            disabled=move || !redo_signal.get().1
            on:click=move |_| report(editor.redo())
        >
            {icon(Icon::Redo)}
        </button>
    }
    .into_any()
}

/// Undo and redo by keys, except where the browser undoes typing by itself.
pub fn listen_to_undo_keys(editor: DocumentEditor) {
    let handle = window_event_listener(leptos::ev::keydown, move |event| {
        let is_command = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
        if !is_command || focus::is_typing() {
            return;
        }
        let outcome = match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
            ("z", false) => editor.undo(),
            ("z", true) | ("y", false) => editor.redo(),
            _ => return,
        };
        event.prevent_default();
        report(outcome);
    });
    on_cleanup(move || handle.remove());
}

fn report(outcome: UndoOutcome) {
    if outcome == UndoOutcome::Overlap {
        use_client().toasts.show(text(Key::UndoOverlap));
    }
}

/// Leads to the first place that has two versions; `show` opens the part it is in.
pub fn conflict_notice<P: FieldPlace>(
    editor: Editor<P>,
    show: impl Fn(P) + Send + 'static,
) -> Option<AnyView> {
    let conflicts = editor.conflicts();
    let first = *conflicts.first()?;
    let go = move |_| {
        show(first);
        focus::focus_soon(field_id(first));
    };
    Some(
        view! {
            <div class="notice" data-kind="warning" data-notice="conflicts">
                <p>{plural(Key::EditorConflicts, conflicts.len())}</p>
                <button
                    type="button"
                    class="button button-secondary"
                    data-action="show-conflict"
                    on:click=go
                >
                    {text(Key::EditorShowConflict)}
                </button>
            </div>
        }
        .into_any(),
    )
}
