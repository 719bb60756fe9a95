//! The sheets on this device: those received, side by side, those written as an assessor, and the bin.

use super::closing::closing;
use super::overdue::overdue_sheets;
use crate::components::button::Button;
use crate::components::icon::Icon;
use crate::components::page_frame::{PageFrame, PageTitle};
use crate::components::sheet::words::sheet_name;
use crate::i18n::{Key, format, text};
use crate::platform::focus;
use crate::state::client::use_client;
use crate::state::sheet::{SheetSummary, begin, candidate_cv, sheets};
use crate::state::workspace::Phase;
use approdo_document::DocumentId;
use approdo_domain::sheet::SheetRole;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

/// Draws the list of sheets.
pub fn list_page() -> AnyView {
    let workspace = use_client().workspace;
    let lists = Memo::new(move |_| sheets(workspace));
    let is_ready = move || workspace.phase.get() == Phase::Ready;
    Effect::new(move |_| {
        if is_ready() {
            let written: Vec<DocumentId> =
                lists.with(|lists| lists.written.iter().map(|sheet| sheet.id).collect());
            candidate_cv::forget_all_but(&written);
        }
    });
    let received = move || is_ready().then(|| received(lists.with(|lists| lists.received.clone())));
    let written = move || is_ready().then(|| written(lists.with(|lists| lists.written.clone())));
    view! {
        <PageFrame title=text(Key::SheetsTitle)>
            <PageTitle words=text(Key::SheetsTitle) />
            <p class="lead">{text(Key::SheetsIntro)}</p>
            {move || is_ready().then(overdue_sheets)}
            {received}
            {written}
            {closing(lists)}
            {move || bin(lists.with(|lists| lists.removed.clone()))}
        </PageFrame>
    }
    .into_any()
}

fn received(sheets: Vec<SheetSummary>) -> AnyView {
    let is_empty = sheets.is_empty();
    let cards: Vec<AnyView> = sheets.into_iter().map(card).collect();
    view! {
        <section class="stack" data-received-sheets="">
            <h2>{text(Key::SheetsReceived)}</h2>
            {is_empty.then(|| view! { <p>{text(Key::SheetsReceivedNone)}</p> })}
            <ul class="card-list">{cards}</ul>
            <div class="button-row">
                <a
                    href="/sheets/receive"
                    class="button button-primary"
                    data-action="receive-sheet"
                >
                    {text(Key::SheetsReceive)}
                </a>
                <a href="/sheets/show" class="button button-secondary" data-action="show-cv">
                    {text(Key::SheetsShowCv)}
                </a>
            </div>
        </section>
    }
    .into_any()
}

fn written(sheets: Vec<SheetSummary>) -> AnyView {
    let cards: Vec<AnyView> = sheets.into_iter().map(card).collect();
    let navigate = use_navigate();
    let new = move || {
        let id = begin(use_client().workspace);
        navigate(&format!("/sheets/{id}"), Default::default());
    };
    view! {
        <section class="stack" data-written-sheets="">
            <h2>{text(Key::SheetsWritten)}</h2>
            <p>{text(Key::SheetsWrittenExplain)}</p>
            <ul class="card-list">{cards}</ul>
            <div class="button-row">
                {Button::secondary("new-sheet", Key::SheetsNew).with_icon(Icon::Add).draw(new)}
                <a href="/sheets/paper" class="button button-quiet" data-action="paper-sheet">
                    {text(Key::SheetsPaper)}
                </a>
            </div>
        </section>
    }
    .into_any()
}

fn card(sheet: SheetSummary) -> AnyView {
    let name = sheet_name(sheet.role, &sheet.about);
    let address = format!("/sheets/{}", sheet.id);
    let hand_over = format!("{address}/hand-over");
    let print = format!("{address}/print");
    let is_written = sheet.role == SheetRole::Assessor;
    let date = sheet.about.date.0.clone();
    let label = format(Key::SheetsRemoveNamed, &[("name", &name)]);
    let (id, removed) = (sheet.id, name.clone());
    view! {
        <li class="card" data-sheet=sheet.id.to_string()>
            <h3 class="card-title">
                <a href=address>{name}</a>
            </h3>
            <p class="card-meta">{sheet.about.occupation} <br /> {date}</p>
            <div class="card-actions">
                {is_written
                    .then(|| {
                        view! {
                            <a
                                href=hand_over
                                class="button button-secondary"
                                data-action="hand-over"
                            >
                                {text(Key::SheetHandOver)}
                            </a>
                        }
                    })}
                <a href=print class="button button-quiet" data-action="print-sheet">
                    {text(Key::ActionPrint)}
                </a>
                {Button::secondary("remove-sheet", Key::SheetsRemove)
                    .read_as(label)
                    .draw(move || remove(id, &removed))}
            </div>
        </li>
    }
    .into_any()
}

fn remove(id: DocumentId, name: &str) {
    let client = use_client();
    client.workspace.set_removed(id, true);
    focus::focus_soon("page-title".to_owned());
    let restore = move || client.workspace.set_removed(id, false);
    let words = format(Key::SheetsRemoved, &[("name", name)]);
    client.toasts.offer_undo(words, restore);
}

fn bin(removed: Vec<SheetSummary>) -> Option<AnyView> {
    if removed.is_empty() {
        return None;
    }
    let cards: Vec<AnyView> = removed.into_iter().map(removed_card).collect();
    Some(
        view! {
            <section class="stack" data-bin="">
                <h2>{text(Key::ListBin)}</h2>
                <ul class="card-list">{cards}</ul>
            </section>
        }
        .into_any(),
    )
}

fn removed_card(sheet: SheetSummary) -> AnyView {
    let name = sheet_name(sheet.role, &sheet.about);
    let label = format(Key::ListRestoreNamed, &[("name", &name)]);
    let restore = move || {
        use_client().workspace.set_removed(sheet.id, false);
        focus::focus_soon("page-title".to_owned());
    };
    view! {
        <li class="card">
            <h3 class="card-title">{name}</h3>
            <div class="card-actions">
                {Button::secondary("restore-sheet", Key::ActionRestore)
                    .read_as(label)
                    .draw(restore)}
            </div>
        </li>
    }
    .into_any()
}
