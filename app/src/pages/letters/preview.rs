//! The pages of a letter as they will be printed, each line leading to its field.

use crate::components::letter::bar::{LetterPage, letter_bar};
use crate::components::letter::words::letter_name_of;
use crate::components::page_frame::{PageFrame, PageTitle};
use crate::components::preview_links::Destination;
use crate::components::preview_pages::drawn_pages;
use crate::i18n::{Key, text};
use crate::state::letter::LetterEditor;
use crate::state::preview::Preview;
use leptos::prelude::*;

/// Draws the pages on a page of their own.
pub fn preview_page(editor: LetterEditor) -> AnyView {
    let name = letter_name_of(editor);
    let address = format!("/letters/{}", editor.id());
    let export = format!("{address}/export");
    view! {
        <PageFrame title=name class="with-bottom-bar shows-preview">
            <PageTitle words=name />
            <div class="button-row">
                <a href=export class="button button-primary" data-action="open-export">
                    {text(Key::LetterSendTitle)}
                </a>
                <a href=address class="button button-secondary" data-action="open-editor">
                    {text(Key::ActionEdit)}
                </a>
            </div>
            {drawn_pages(Preview::follow(editor), Destination::of(editor, false))}
        </PageFrame>
        {letter_bar(editor, LetterPage::Preview)}
    }
    .into_any()
}

/// Draws the pages beside the form.
pub fn preview_beside_form(editor: LetterEditor) -> AnyView {
    drawn_pages(Preview::follow(editor), Destination::of(editor, true))
}
