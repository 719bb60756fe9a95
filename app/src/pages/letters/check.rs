//! The check of a letter: as a page of its own, and beside the form.

use crate::components::check_finding::CheckPlace;
use crate::components::check_panel::{CheckedKind, check_panel};
use crate::components::letter::bar::{LetterPage, letter_bar};
use crate::components::letter::words::letter_name_of;
use crate::components::page_frame::{PageFrame, PageTitle};
use crate::i18n::{Key, text};
use crate::state::letter::LetterEditor;
use crate::state::standing::Standing;
use approdo_domain::letter::LetterPlace;
use leptos::prelude::*;

/// What the check says of letters.
const OF_LETTER: CheckedKind<LetterPlace> = CheckedKind {
    intro: Key::LetterCheckIntro,
    standing,
    nothing_left,
};

/// Draws the check of a letter on a page.
pub fn check_page(editor: LetterEditor) -> AnyView {
    view! {
        <PageFrame title=letter_name_of(editor) class="with-bottom-bar">
            <PageTitle words=text(Key::LetterCheckTitle) />
            {check_panel(editor, CheckPlace::Page, OF_LETTER)}
            <p class="wide-only">
                <a
                    href=format!("/letters/{}", editor.id())
                    class="text-link"
                    data-action="open-editor"
                >
                    {text(Key::ActionEdit)}
                </a>
            </p>
        </PageFrame>
        {letter_bar(editor, LetterPage::Check)}
    }
    .into_any()
}

/// Draws the check beside the form.
pub fn check_beside_form(editor: LetterEditor) -> AnyView {
    view! {
        <h2>{text(Key::LetterCheckTitle)}</h2>
        {check_panel(editor, CheckPlace::BesideForm, OF_LETTER)}
    }
    .into_any()
}

fn standing(standing: Standing) -> Key {
    match standing {
        Standing::Ready => Key::LetterCheckReady,
        Standing::Nearly => Key::LetterCheckNearly,
        Standing::Good => Key::LetterCheckGood,
        Standing::Begun => Key::CheckPageBegun,
    }
}

fn nothing_left(editor: LetterEditor) -> AnyView {
    view! {
        <div class="notice" data-kind="success" data-nothing-left="">
            <p class="notice-title">{text(Key::LetterCheckNothing)}</p>
            <p>{text(Key::LetterCheckNothingHint)}</p>
            <a
                href=format!("/letters/{}/export", editor.id())
                class="button button-primary"
                data-action="send-letter"
            >
                {text(Key::LetterSendTitle)}
            </a>
        </div>
    }
    .into_any()
}
