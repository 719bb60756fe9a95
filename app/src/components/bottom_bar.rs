//! The editor's bar at the bottom of a phone's screen: edit, look, check, save as PDF.

use super::icon::{Icon, icon};
use crate::i18n::{Key, text};
use crate::state::client::use_client;
use crate::state::cv_editor::CvEditor;
use leptos::prelude::*;

/// Where the bar stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BarPage {
    /// Under the form.
    Form,
    /// Under the pages as they will be printed.
    Preview,
    /// Under the check.
    Check,
    /// Under another page about the CV.
    Other,
}

/// The editor's bar.
#[component]
pub fn BottomBar(
    /// The CV.
    editor: CvEditor,
    /// Where it stands.
    page: BarPage,
) -> impl IntoView {
    let address = format!("/cv/{}", editor.id());
    let preview = format!("{address}/preview");
    let check = format!("{address}/check");
    let here = move |other: BarPage| (page == other).then_some("page");
    view! {
        <nav class="bottom-bar narrow-only" aria-label=text(Key::EditorNavigation)>
            <a href=address data-action="open-editor" aria-current=here(BarPage::Form)>
                {icon(Icon::Edit)}
                {text(Key::EditorTabEdit)}
            </a>
            <a href=preview data-action="open-preview" aria-current=here(BarPage::Preview)>
                {icon(Icon::Page)}
                {text(Key::EditorTabPreview)}
            </a>
            <a href=check data-action="open-check" aria-current=here(BarPage::Check)>
                {icon(Icon::Check)}
                {text(Key::EditorTabCheck)}
            </a>
            <button type="button" data-action="download-pdf" on:click=move |_| use_client().download_pdf(editor)>
                {icon(Icon::Download)}
                {text(Key::EditorTabPdf)}
            </button>
        </nav>
    }
    .into_any()
}
