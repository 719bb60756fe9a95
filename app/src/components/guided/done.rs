//! The end of the way: the pages, the PDF in one tap, and how to make the CV better.

use super::walk::Walk;
use crate::components::icon::{Icon, icon};
use crate::components::preview_pages::PreviewPages;
use crate::i18n::{Key, text};
use crate::state::pdf;
use leptos::prelude::*;

/// Draws what one does with the finished CV.
pub fn done(walk: Walk) -> AnyView {
    let editor = walk.editor;
    let share = pdf::can_share().then(|| {
        view! {
            <button
                type="button"
                class="button button-secondary"
                data-action="share-pdf"
                on:click=move |_| pdf::share(editor)
            >
                {icon(Icon::Share)}
                {text(Key::ActionSharePdf)}
            </button>
        }
    });
    view! {
        <div class="button-row">
            <button
                type="button"
                class="button button-primary"
                data-action="download-pdf"
                on:click=move |_| pdf::download(editor)
            >
                {icon(Icon::Download)}
                {text(Key::ActionDownloadPdf)}
            </button>
            {share}
            <a
                href=format!("/cv/{}", editor.id())
                class="button button-secondary"
                data-action="change-all"
            >
                {icon(Icon::Edit)}
                {text(Key::GuidedChangeAll)}
            </a>
        </div>
        <PreviewPages editor />
    }
    .into_any()
}
