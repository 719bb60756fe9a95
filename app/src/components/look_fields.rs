//! How the pages look: template, colour, space.

use super::part_body::field;
use crate::i18n::{Key, text};
use crate::state::cv_editor::CvEditor;
use approdo_domain::{CvPlace, PageLookField};
use leptos::prelude::*;

/// The choices of how the pages look, behind one tap.
#[component]
pub fn LookFields(
    /// The CV.
    editor: CvEditor,
) -> impl IntoView {
    let fields = PageLookField::ALL.map(|which| field(editor, CvPlace::Look(which)));
    view! {
        <details class="card more" data-action="look">
            <summary>{text(Key::LookTitle)}</summary>
            <div class="stack">{Vec::from(fields)}</div>
        </details>
    }
    .into_any()
}
