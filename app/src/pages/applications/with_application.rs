//! From an address to the application it names, once the store is open.

use crate::components::page_frame::{PageFrame, PageTitle};
use crate::i18n::{Key, text};
use crate::state::application::ApplicationEditor;
use crate::state::client::use_client;
use crate::state::workspace::Phase;
use approdo_document::DocumentKind;
use leptos::prelude::*;

/// Draws a page about the application of the address; what is no application is not here.
pub fn with_application(
    id: &str,
    page: impl Fn(ApplicationEditor) -> AnyView + Send + 'static,
) -> AnyView {
    let workspace = use_client().workspace;
    let id = id.parse().ok();
    // It may yet come from another device.
    let application = Memo::new(move |_| {
        workspace.other_changes.track();
        id.filter(|id| workspace.kind(*id) == Some(DocumentKind::Application))
    });
    let drawn = move || match (workspace.phase.get(), application.get()) {
        (Phase::Ready, Some(id)) => page(ApplicationEditor::new(workspace, id)),
        (Phase::Ready, _) => nothing(Key::ApplicationsMissing),
        (Phase::Opening, _) => nothing(Key::EditorLoading),
        (Phase::NewerVersion | Phase::Blocked, _) => nothing(Key::ApplicationsTitle),
    };
    drawn.into_any()
}

fn nothing(words: Key) -> AnyView {
    view! {
        <PageFrame title=text(Key::ApplicationsTitle)>
            <PageTitle words=text(words) />
            <p>
                <a href="/applications" class="text-link">
                    {text(Key::ApplicationsTitle)}
                </a>
            </p>
        </PageFrame>
    }
    .into_any()
}
