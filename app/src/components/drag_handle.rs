//! The handle by which an entry of a list is dragged to another place. What dragging does is in
//! `state::entry_drag`.

use super::entry_fields::entry_title_as_typed;
use super::entry_list::announce_move;
use super::icon::{Icon, icon};
use crate::platform::focus;
use crate::state::cv_editor::CvEditor;
use crate::state::entry_drag::EntryDrag;
use approdo_domain::{ItemId, Section};
use leptos::prelude::*;

/// Draws what thumb and mouse hold on to. The buttons beside it do the same for everybody else, which
/// is why the handle is not read aloud and is no stop for the keyboard.
pub fn drag_handle(editor: CvEditor, section: Section, item: ItemId) -> AnyView {
    let drag = EntryDrag::new(editor, section);
    let announce = move |landing: usize| {
        let count = editor.items(section).with_untracked(Vec::len);
        // What was typed last becomes an edit only once the hand lets go.
        let title = entry_title_as_typed(editor, section, item);
        announce_move(&title, landing + 1, count);
    };
    view! {
        <span
            class="drag-handle"
            data-action="drag"
            aria-hidden="true"
            on:pointerdown=move |event| {
                drag.take_up(&event, item, announce, move || focus_on_moved(item))
            }
        >
            {icon(Icon::Grip)}
        </span>
    }
    .into_any()
}

/// Puts the focus on an entry that was dragged, where it can be moved on.
fn focus_on_moved(item: ItemId) {
    focus::focus_soon(format!("move-down-{item}"));
    // In vain for the first entry, whose button is off.
    focus::focus_soon(format!("move-up-{item}"));
}
