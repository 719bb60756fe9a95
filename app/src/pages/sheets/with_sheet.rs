//! From an address to the sheet it names, once the store is open and the criteria are there.

use crate::components::page_frame::{PageFrame, PageTitle};
use crate::i18n::{Key, text};
use crate::state::client::use_client;
use crate::state::sheet::{SheetCriteria, SheetEditor};
use crate::state::workspace::Phase;
use approdo_catalog::Criteria;
use approdo_document::DocumentKind;
use leptos::prelude::*;
use std::sync::Arc;

/// Draws a page about the sheet of the address; what is no sheet is not here.
pub fn with_sheet(
    id: &str,
    page: impl Fn(SheetEditor, Arc<Criteria>) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let workspace = use_client().workspace;
    let id = id.parse().ok();
    // It may yet come from another device.
    let sheet = Memo::new(move |_| {
        workspace.other_changes.track();
        id.filter(|id| workspace.kind(*id) == Some(DocumentKind::Sheet))
    });
    let page = Arc::new(page);
    let drawn = move || match (workspace.phase.get(), sheet.get()) {
        (Phase::Ready, Some(id)) => {
            let page = page.clone();
            with_criteria(move |criteria| page(SheetEditor::new(workspace, id), criteria))
        }
        (Phase::Ready, _) => nothing(Key::SheetsMissing),
        (Phase::Opening, _) => nothing(Key::EditorLoading),
        (Phase::NewerVersion | Phase::Blocked, _) => nothing(Key::SheetsTitle),
    };
    drawn.into_any()
}

/// Draws a page as soon as the criteria are there.
pub fn with_criteria(page: impl Fn(Arc<Criteria>) -> AnyView + Send + 'static) -> AnyView {
    let criteria = SheetCriteria::fetch();
    let drawn = move || match criteria.loaded.get() {
        Some(Ok(criteria)) => page(criteria),
        Some(Err(_)) => not_loaded(criteria),
        None => nothing(Key::EditorLoading),
    };
    drawn.into_any()
}

fn not_loaded(criteria: SheetCriteria) -> AnyView {
    view! {
        <PageFrame title=text(Key::SheetsTitle)>
            <PageTitle words=text(Key::SheetsTitle) />
            <p role="alert">{text(Key::SheetCriteriaMissing)}</p>
            <button
                type="button"
                class="button button-primary"
                data-action="retry-page"
                on:click=move |_| criteria.retry()
            >
                {text(Key::ActionRetry)}
            </button>
        </PageFrame>
    }
    .into_any()
}

fn nothing(words: Key) -> AnyView {
    view! {
        <PageFrame title=text(Key::SheetsTitle)>
            <PageTitle words=text(words) />
            <p>
                <a href="/sheets" class="text-link">
                    {text(Key::SheetsTitle)}
                </a>
            </p>
        </PageFrame>
    }
    .into_any()
}
