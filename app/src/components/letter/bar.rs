//! The bar at the bottom of a phone's screen: write, look, check, send.

use crate::components::icon::{Icon, icon};
use crate::i18n::{Key, text};
use crate::state::letter::LetterEditor;
use leptos::prelude::*;

/// Where the bar stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LetterPage {
    /// Under the form.
    Form,
    /// Under the pages as they will be printed.
    Preview,
    /// Under the check.
    Check,
    /// Under the ways out.
    Export,
}

/// What is on the bar: the page, its name for tests, the end of its address, its picture and its word.
const ITEMS: [(LetterPage, &str, &str, Icon, Key); 4] = [
    (
        LetterPage::Form,
        "open-editor",
        "",
        Icon::Edit,
        Key::EditorTabEdit,
    ),
    (
        LetterPage::Preview,
        "open-preview",
        "/preview",
        Icon::Page,
        Key::EditorTabPreview,
    ),
    (
        LetterPage::Check,
        "open-check",
        "/check",
        Icon::Check,
        Key::EditorTabCheck,
    ),
    (
        LetterPage::Export,
        "open-export",
        "/export",
        Icon::Share,
        Key::LetterSendTab,
    ),
];

/// Draws the bar.
pub fn letter_bar(editor: LetterEditor, here: LetterPage) -> AnyView {
    let items = ITEMS.map(|(page, action, end, shape, words)| {
        view! {
            <a
                href=format!("/letters/{}{end}", editor.id())
                data-action=action
                aria-current=(page == here).then_some("page")
            >
                {icon(shape)}
                {text(words)}
            </a>
        }
    });
    view! {
        <nav class="bottom-bar narrow-only" aria-label=text(Key::LetterSendBar)>
            {Vec::from(items)}
        </nav>
    }
    .into_any()
}
