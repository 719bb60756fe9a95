//! In the editor of a CV: the way back to the page that led there.

use super::icon::{Icon, icon};
use crate::i18n::{Key, text};
use crate::state::client::use_client;
use crate::state::cv_editor::CvEditor;
use leptos::prelude::*;

/// Draws the way back, if somebody came to this CV from another page to write something.
pub fn way_back(editor: CvEditor) -> AnyView {
    let way_back = use_client().way_back;
    let here = move || way_back.get().filter(|way| way.cv == editor.id());
    let drawn = move || {
        here().map(|way| {
            view! {
                <p>
                    <a href=way.address class="button button-secondary" data-action="way-back">
                        {icon(Icon::Back)}
                        {text(Key::RequirementsBack)}
                    </a>
                </p>
            }
        })
    };
    drawn.into_any()
}
