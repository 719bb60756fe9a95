//! The end of the way: the pages, the PDF in one tap, and how to make the CV better.

use super::walk::Walk;
use crate::components::icon::{Icon, icon};
use crate::components::pdf_buttons::{download_pdf, share_pdf};
use crate::components::preview_pages::PreviewPages;
use crate::i18n::{Key, text};
use leptos::prelude::*;

/// Draws what one does with the finished CV.
pub fn done(walk: Walk) -> AnyView {
    let editor = walk.editor;
    let address = format!("/cv/{}", editor.id());
    view! {
        <div class="button-row">
            {download_pdf(editor)}
            {share_pdf(editor, None)}
            {way_on(&address, "/check", "open-check", Icon::Check, Key::CheckPageTitle)}
            {way_on(&address, "", "change-all", Icon::Edit, Key::GuidedChangeAll)}
            {way_on(&address, "/export", "open-export", Icon::Share, Key::ExportTitle)}
        </div>
        <PreviewPages editor />
    }
    .into_any()
}

fn way_on(
    address: &str,
    page: &str,
    action: &'static str,
    shape: Icon,
    words: Key,
) -> impl IntoView + use<> {
    view! {
        <a href=format!("{address}{page}") class="button button-secondary" data-action=action>
            {icon(shape)}
            {text(words)}
        </a>
    }
}
