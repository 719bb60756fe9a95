//! The check of a CV as a page of its own, for phones.

use super::with_editor::cv_name_of;
use crate::components::bottom_bar::{BarPage, BottomBar};
use crate::components::check_finding::CheckPlace;
use crate::components::check_panel::{CheckedKind, check_panel};
use crate::components::page_frame::{PageFrame, PageTitle};
use crate::i18n::{Key, text};
use crate::state::cv_editor::CvEditor;
use crate::state::screener::screener_sees;
use crate::state::standing::Standing;
use approdo_domain::CvPlace;
use leptos::prelude::*;

/// What the check says of CVs.
const OF_CV: CheckedKind<CvPlace> = CheckedKind {
    intro: Key::CheckPageIntro,
    standing,
    nothing_left,
};

/// Draws the check of a CV on a page.
pub fn check_page(editor: CvEditor) -> AnyView {
    view! {
        <PageFrame title=cv_name_of(editor) class="with-bottom-bar">
            <PageTitle words=text(Key::CheckPageTitle) />
            {check_panel(editor, CheckPlace::Page, OF_CV)}
            <p class="wide-only">
                <a href=format!("/cv/{}", editor.id()) class="text-link">
                    {text(Key::ActionEdit)}
                </a>
            </p>
        </PageFrame>
        <BottomBar editor page=BarPage::Check />
    }
    .into_any()
}

/// Draws the check beside the form.
pub fn check_beside_form(editor: CvEditor) -> AnyView {
    view! {
        <h2>{text(Key::CheckPageTitle)}</h2>
        {check_panel(editor, CheckPlace::BesideForm, OF_CV)}
    }
    .into_any()
}

fn standing(standing: Standing) -> Key {
    match standing {
        Standing::Ready => Key::CheckPageReady,
        Standing::Nearly => Key::CheckPageNearly,
        Standing::Good => Key::CheckPageGood,
        Standing::Begun => Key::CheckPageBegun,
    }
}

/// Says kindly that nothing is left, and what somebody who reads many CVs sees of this one.
fn nothing_left(editor: CvEditor) -> AnyView {
    let seen: Vec<_> = screener_sees(&editor.cv())
        .into_iter()
        .map(|(title, words)| view! { <dt>{text(title)}</dt> <dd>{words}</dd> })
        .collect();
    view! {
        <div class="notice" data-kind="success" data-nothing-left="">
            <p class="notice-title">{text(Key::CheckPageNothing)}</p>
            <p>{text(Key::CheckPageSees)}</p>
            <dl>{seen}</dl>
        </div>
    }
    .into_any()
}
