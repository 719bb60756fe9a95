//! How the pages look: template, colour, letters, space.

use super::part_body::field;
use super::typeface_field::TypefaceField;
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
    let fields = PageLookField::ALL.map(|which| match which {
        PageLookField::Typeface => view! { <TypefaceField editor /> }.into_any(),
        _ => field(editor, CvPlace::Look(which)),
    });
    view! {
        <details class="card more" data-action="look">
            <summary>{text(Key::LookTitle)}</summary>
            <div class="stack">{Vec::from(fields)}</div>
        </details>
    }
    .into_any()
}
