//! The check of a CV as a page of its own, for phones.

use super::with_editor::cv_name_of;
use crate::components::bottom_bar::{BarPage, BottomBar};
use crate::components::check_finding::CheckPlace;
use crate::components::check_panel::check_panel;
use crate::components::page_frame::{PageFrame, PageTitle};
use crate::i18n::{Key, text};
use crate::state::cv_editor::CvEditor;
use leptos::prelude::*;

/// Draws the check of a CV on a page.
pub fn check_page(editor: CvEditor) -> AnyView {
    view! {
        <PageFrame title=cv_name_of(editor) class="with-bottom-bar">
            <PageTitle words=text(Key::CheckPageTitle) />
            {check_panel(editor, CheckPlace::Page)}
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
        {check_panel(editor, CheckPlace::BesideForm)}
    }
    .into_any()
}
