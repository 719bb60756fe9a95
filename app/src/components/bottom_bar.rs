//! The editor's bar at the bottom of a phone's screen: edit, look, save as PDF.

use super::icon::{Icon, icon};
use crate::i18n::{Key, text};
use crate::state::cv_editor::CvEditor;
use crate::state::pdf;
use leptos::prelude::*;

/// The editor's bar.
#[component]
pub fn BottomBar(
    /// The CV.
    editor: CvEditor,
    /// Whether the pages are shown, not the form.
    #[prop(optional)]
    shows_pages: bool,
    /// Whether neither is shown.
    #[prop(optional)]
    is_elsewhere: bool,
) -> impl IntoView {
    let address = format!("/cv/{}", editor.id());
    let preview = format!("{address}/preview");
    view! {
        <nav class="bottom-bar narrow-only" aria-label=text(Key::EditorNavigation)>
            <a href=address data-action="open-editor" aria-current=here(!shows_pages && !is_elsewhere)>
                {icon(Icon::Edit)}
                {text(Key::EditorTabEdit)}
            </a>
            <a href=preview data-action="open-preview" aria-current=here(shows_pages)>
                {icon(Icon::Page)}
                {text(Key::EditorTabPreview)}
            </a>
            <button type="button" data-action="download-pdf" on:click=move |_| pdf::download(editor)>
                {icon(Icon::Download)}
                {text(Key::EditorTabPdf)}
            </button>
        </nav>
    }
    .into_any()
}

fn here(is_here: bool) -> Option<&'static str> {
    is_here.then_some("page")
}
