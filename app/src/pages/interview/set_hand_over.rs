//! Handing a prepared set to a group: its codes to hold phones up to, or a file.

use super::set::with_set;
use crate::components::interview::frame::interview_frame;
use crate::components::interview::sets::{SetShown, set_name};
use crate::components::sheet::codes::codes;
use crate::components::sheet::file_buttons::file_buttons;
use crate::i18n::{Key, text};
use approdo_document::DocumentId;
use approdo_domain::ItemId;
use approdo_exchange::set::{SET_EXTENSION, set_file, set_frames};
use leptos::prelude::*;

/// Draws the codes of a set, and the buttons for its file.
pub fn hand_over_page(home: DocumentId, set: ItemId) -> AnyView {
    with_set(home, set, move |shown, _| hand_over(shown, home))
}

fn hand_over(shown: SetShown, home: DocumentId) -> AnyView {
    let set = shown.now();
    let name = format!("{}.{SET_EXTENSION}", text(Key::SetFileName));
    let back = format!("/interview/sets/{home}/{}", set.id);
    let content = match set_frames(&set) {
        Ok(frames) => view! {
            <p class="lead">{text(Key::SetHandOverExplain)}</p>
            {codes(frames)}
        }
        .into_any(),
        Err(_) => view! { <p class="lead">{text(Key::SetTooLong)}</p> }.into_any(),
    };
    interview_frame(
        text(Key::SetHandOver),
        view! {
            <div class="stack" data-hand-over="">
                <p>
                    <strong>{set_name(&set)}</strong>
                </p>
                {content}
                <h2>{text(Key::SheetAsFile)}</h2>
                {file_buttons(("download-set", "share-set"), name, set_file(&set))}
                <p>
                    <a href=back class="text-link" data-action="back-to-set">
                        {text(Key::SetBack)}
                    </a>
                </p>
            </div>
        }
        .into_any(),
    )
}
