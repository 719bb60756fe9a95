//! From an address to the CV it names, once the store is open.

use super::missing::MissingPage;
use crate::components::page_frame::{PageFrame, PageTitle};
use crate::i18n::{Key, format, text};
use crate::state::client::use_client;
use crate::state::cv_editor::CvEditor;
use crate::state::workspace::Phase;
use approdo_domain::{CvPlace, PersonalField};
use leptos::prelude::*;

/// Draws a page about the CV of the address. One that was never written in is simply empty; what is
/// no CV is not here.
pub fn with_editor(id: &str, page: impl Fn(CvEditor) -> AnyView + Send + 'static) -> AnyView {
    let workspace = use_client().workspace;
    let id = id.parse().ok();
    let drawn = move || match (workspace.phase.get(), id) {
        (Phase::Ready, Some(id)) if workspace.is_of_other_kind(id) => {
            view! { <MissingPage /> }.into_any()
        }
        (Phase::Ready, Some(id)) => page(CvEditor::new(workspace, id)),
        (_, None) => nothing(Key::EditorMissing),
        (Phase::Opening, _) => nothing(Key::EditorLoading),
        (Phase::NewerVersion | Phase::Blocked, _) => nothing(Key::ListTitle),
    };
    drawn.into_any()
}

/// Returns what a CV is called: its own name, or its person's.
pub fn cv_name(title: &str, full_name: &str) -> String {
    match (title.trim(), full_name.trim()) {
        ("", "") => text(Key::EditorUntitled),
        ("", name) => format(Key::EditorCvOf, &[("name", name)]),
        (title, _) => title.to_owned(),
    }
}

/// Returns the same, following what is written.
pub fn cv_name_of(editor: CvEditor) -> Memo<String> {
    let title = editor.text(CvPlace::Title).text;
    let names = [PersonalField::GivenName, PersonalField::FamilyName]
        .map(|field| editor.text(CvPlace::Personal(field)).text);
    Memo::new(move |_| {
        let parts = names
            .iter()
            .map(|name| name.with(|name| name.trim().to_owned()));
        let full_name = parts.collect::<Vec<_>>().join(" ");
        title.with(|title| cv_name(title, &full_name))
    })
}

fn nothing(words: Key) -> AnyView {
    view! {
        <PageFrame title=text(Key::ListTitle)>
            <PageTitle words=text(words) />
            <p>
                <a href="/cv" class="text-link">{text(Key::EditorBack)}</a>
            </p>
        </PageFrame>
    }
    .into_any()
}
