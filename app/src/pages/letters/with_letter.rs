//! From an address to the letter it names, once the store is open.

use crate::components::page_frame::{PageFrame, PageTitle};
use crate::i18n::{Key, text};
use crate::state::client::use_client;
use crate::state::letter::LetterEditor;
use crate::state::workspace::Phase;
use approdo_document::DocumentKind;
use leptos::prelude::*;

/// Draws a page about the letter of the address; what is no letter is not here.
pub fn with_letter(id: &str, page: impl Fn(LetterEditor) -> AnyView + Send + 'static) -> AnyView {
    let workspace = use_client().workspace;
    let id = id.parse().ok();
    // It may yet come from another device.
    let letter = Memo::new(move |_| {
        workspace.other_changes.track();
        id.filter(|id| workspace.kind(*id) == Some(DocumentKind::Letter))
    });
    let drawn = move || match (workspace.phase.get(), letter.get()) {
        (Phase::Ready, Some(id)) => page(LetterEditor::new(workspace, id)),
        (Phase::Ready, _) => nothing(Key::LettersMissing),
        (Phase::Opening, _) => nothing(Key::EditorLoading),
        (Phase::NewerVersion | Phase::Blocked, _) => nothing(Key::LettersTitle),
    };
    drawn.into_any()
}

fn nothing(words: Key) -> AnyView {
    view! {
        <PageFrame title=text(Key::LettersTitle)>
            <PageTitle words=text(words) />
            <p>
                <a href="/letters" class="text-link">
                    {text(Key::LettersTitle)}
                </a>
            </p>
        </PageFrame>
    }
    .into_any()
}
