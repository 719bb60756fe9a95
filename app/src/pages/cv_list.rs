//! The list of CVs on this device, and the bin.

use super::with_editor::cv_name;
use crate::components::icon::{Icon, icon};
use crate::components::on_demand::cv_tool;
use crate::components::page_frame::{PageFrame, PageTitle};
use crate::i18n::{Key, format, moment, text};
use crate::platform::focus;
use crate::state::client::use_client;
use crate::state::cv_editor::CvEditor;
use crate::state::summaries::CvSummary;
use crate::state::workspace::Phase;
use approdo_document::DocumentId;
use leptos::prelude::*;

/// The list of CVs.
#[component]
pub fn CvListPage() -> impl IntoView {
    let workspace = use_client().workspace;
    let lists = Memo::new(move |_| {
        let summaries = workspace.summaries.get();
        summaries.into_iter().partition(|summary| !summary.removed)
    });
    let cards = move || {
        let (kept, _): (Vec<CvSummary>, Vec<CvSummary>) = lists.get();
        if workspace.phase.get() == Phase::Ready && kept.is_empty() {
            return empty();
        }
        let cards: Vec<AnyView> = kept.into_iter().map(card).collect();
        view! { <ul class="card-list">{cards}</ul> }.into_any()
    };
    view! {
        <PageFrame title=text(Key::ListTitle)>
            <PageTitle words=text(Key::ListTitle) />
            {cards}
            <div class="button-row">
                <a href="/cv/new" class="button button-primary" data-action="new-cv">
                    {icon(Icon::Add)}
                    {text(Key::ListNew)}
                </a>
                <a
                    href="/cv/new/guided"
                    class="button button-secondary"
                    data-action="new-cv-guided"
                >
                    {text(Key::HomeGuided)}
                </a>
            </div>
            <p>
                <a href="/cv/import" class="text-link" data-action="open-import">
                    {text(Key::ListImport)}
                </a>
            </p>
            {move || bin(lists.get().1)}
        </PageFrame>
    }
    .into_any()
}

fn empty() -> AnyView {
    view! {
        <div class="empty-state">
            {icon(Icon::Page)} <p>{text(Key::ListEmpty)}</p>
        </div>
    }
    .into_any()
}

fn card(summary: CvSummary) -> AnyView {
    let name = cv_name(&summary.title, &summary.full_name);
    let address = format!("/cv/{}", summary.id);
    let preview = format!("{address}/preview");
    let labelled = |key| format(key, &[("name", name.as_str())]);
    let id = summary.id;
    view! {
        <li class="card" data-cv=id.to_string()>
            <h2 class="card-title">
                <a href=address.clone()>{name.clone()}</a>
            </h2>
            <p class="card-meta">
                {format(Key::ListChanged, &[("when", &moment(summary.changed_ms))])}
            </p>
            <div class="card-actions">
                <a
                    href=address
                    class="button button-secondary"
                    data-action="edit-cv"
                    aria-label=labelled(Key::ListEditNamed)
                >
                    {text(Key::ActionEdit)}
                </a>
                <a
                    href=preview
                    class="button button-quiet"
                    data-action="open-preview"
                    aria-label=labelled(Key::ListPreviewNamed)
                >
                    {text(Key::ActionPreview)}
                </a>
                {menu(id, labelled(Key::ListMoreNamed))}
            </div>
        </li>
    }
    .into_any()
}

/// What else one can do with a CV; its inside comes when it is first opened.
fn menu(id: DocumentId, label: String) -> AnyView {
    let opened = RwSignal::new(false);
    let menu_id = format!("menu-{id}");
    let toggle_id = format!("{menu_id}-toggle");
    let (left, escaped, focused) = (menu_id.clone(), menu_id.clone(), toggle_id.clone());
    view! {
        <details
            class="menu"
            id=menu_id
            on:focusout=move |event| focus::close_details_left(&left, &event)
            on:keydown=move |event| {
                if event.key() == "Escape" {
                    focus::close_details(&escaped);
                    focus::focus_soon(focused.clone());
                }
            }
        >
            <summary
                class="menu-toggle"
                id=toggle_id
                data-action="cv-menu"
                aria-label=label
                on:click=move |_| opened.set(true)
            >
                {icon(Icon::Menu)}
            </summary>
            {move || {
                opened
                    .get()
                    .then(|| {
                        let editor = CvEditor::new(use_client().workspace, id);
                        cv_tool(editor, |tools| tools.cv_menu)
                    })
            }}
        </details>
    }
    .into_any()
}

fn bin(removed: Vec<CvSummary>) -> Option<AnyView> {
    if removed.is_empty() {
        return None;
    }
    let cards: Vec<AnyView> = removed.into_iter().map(removed_card).collect();
    Some(
        view! {
            <section class="stack" data-bin="">
                <h2>{text(Key::ListBin)}</h2>
                <p>{text(Key::ListBinExplain)}</p>
                <ul class="card-list">{cards}</ul>
            </section>
        }
        .into_any(),
    )
}

fn removed_card(summary: CvSummary) -> AnyView {
    let name = cv_name(&summary.title, &summary.full_name);
    let label = format(Key::ListRestoreNamed, &[("name", &name)]);
    let workspace = use_client().workspace;
    let id = summary.id;
    view! {
        <li class="card">
            <h3 class="card-title">{name}</h3>
            <div class="card-actions">
                <button
                    type="button"
                    class="button button-secondary"
                    data-action="restore-cv"
                    aria-label=label
                    on:click=move |_| {
                        workspace.set_removed(id, false);
                        focus::focus_soon("page-title".to_owned());
                    }
                >
                    {text(Key::ActionRestore)}
                </button>
            </div>
        </li>
    }
    .into_any()
}
