//! What one can do with a CV of the list beside writing it: the inside of its menu.

use super::with_editor::cv_name_of;
use crate::components::export_fields::field_label;
use crate::components::icon::{Icon, icon};
use crate::i18n::{Key, format, text};
use crate::platform::focus;
use crate::state::client::use_client;
use crate::state::cv_editor::CvEditor;
use crate::state::export_choices::left_out;
use crate::state::pdf;
use leptos::prelude::*;

/// Draws the inside of a CV's menu.
pub fn cv_menu(editor: CvEditor) -> AnyView {
    let page = |part: &str| format!("/cv/{}/{part}", editor.id());
    view! {
        <div class="menu-panel" data-cv-menu="">
            {button("download-pdf", Icon::Download, Key::ActionDownloadPdf, move || pdf::download(editor))}
            {pdf::can_share()
                .then(|| {
                    button("share-pdf", Icon::Share, Key::ActionSharePdf, move || pdf::share(editor))
                })}
            {link("print-cv", page("print"), Icon::Page, Key::ActionPrint)}
            {left_out_line(editor)}
            {link("copy-cv", page("copy"), Icon::Add, Key::CvMenuCopy)}
            {link("write-letter", format!("/letters/new/{}", editor.id()), Icon::Edit, Key::LettersWithCv)}
            {link("translate-cv", page("language"), Icon::Edit, Key::CvMenuLanguage)}
            {link("cv-versions", page("versions"), Icon::Undo, Key::CvMenuVersions)}
            {button("remove-cv", Icon::Delete, Key::CvMenuRemove, move || remove(editor))}
        </div>
    }
    .into_any()
}

fn link(word: &'static str, address: String, shape: Icon, words: Key) -> AnyView {
    view! {
        <a href=address data-action=word>
            {icon(shape)}
            {text(words)}
        </a>
    }
    .into_any()
}

fn button(word: &'static str, shape: Icon, words: Key, act: impl Fn() + 'static) -> AnyView {
    view! {
        <button type="button" data-action=word on:click=move |_| act()>
            {icon(shape)}
            {text(words)}
        </button>
    }
    .into_any()
}

/// Says what the PDF will not have in it, and where to choose otherwise.
fn left_out_line(editor: CvEditor) -> Option<AnyView> {
    let choice = use_client().export_choices.of(editor.id());
    let fields: Vec<String> = left_out(&editor.cv(), choice)
        .into_iter()
        .map(|field| text(field_label(field)))
        .collect();
    if fields.is_empty() {
        return None;
    }
    let words = format(Key::CvMenuLeftOut, &[("fields", &fields.join(", "))]);
    Some(
        view! {
            <p class="menu-note" data-left-out="">
                {words} " "
                <a href=format!("/cv/{}/preview", editor.id()) class="text-link">
                    {text(Key::CvMenuLeftOutChoose)}
                </a>
            </p>
        }
        .into_any(),
    )
}

fn remove(editor: CvEditor) {
    let client = use_client();
    let id = editor.id();
    let name = untrack(|| cv_name_of(editor).get());
    client.workspace.set_removed(id, true);
    focus::focus_soon("page-title".to_owned());
    let restore = move || client.workspace.set_removed(id, false);
    let words = format(Key::ListDeleted, &[("name", &name)]);
    client.toasts.offer_undo(words, restore);
}
