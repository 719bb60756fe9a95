//! The reminder that the day to erase a sheet is over, and the way to do it: in the list, and from the sheet to there.

use crate::components::confirmed_button::ConfirmedButton;
use crate::i18n::{Key, plural, text};
use crate::platform::focus;
use crate::state::client::use_client;
use crate::state::day::today;
use crate::state::sheet::{Closed, erase_overdue, overdue};
use approdo_document::DocumentId;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Draws the reminder, while there is something to erase.
pub fn overdue_sheets() -> AnyView {
    let workspace = use_client().workspace;
    let count = Memo::new(move |_| overdue(workspace, today()).len());
    let erase = move || spawn_local(erase());
    let drawn = move || {
        let count = count.get();
        (count > 0).then(|| reminder(count, plural(Key::SheetsOverdue, count), erase))
    };
    view! { <div role="status">{drawn}</div> }.into_any()
}

/// Draws the reminder in a sheet whose day is over, with the way to the list, where all of them are erased.
pub fn overdue_sheet(id: DocumentId) -> AnyView {
    let workspace = use_client().workspace;
    let is_overdue = Memo::new(move |_| overdue(workspace, today()).contains(&id));
    let drawn = move || {
        is_overdue.get().then(|| {
            view! {
                <div class="notice stack" data-kind="warning" data-overdue="1">
                    <p>{text(Key::SheetOverdue)}</p>
                    <a href="/sheets" class="button button-secondary">
                        {text(Key::SheetsTitle)}
                    </a>
                </div>
            }
        })
    };
    drawn.into_any()
}

fn reminder(
    count: usize,
    words: String,
    erase: impl Fn() + Clone + Send + Sync + 'static,
) -> AnyView {
    // Nobody may have handed them over yet.
    let button = ConfirmedButton {
        action: "erase-overdue",
        about: String::new(),
        words: Key::SheetsOverdueErase,
        label: None,
        sure: Key::SheetsOverdueSure,
    };
    view! {
        <div class="notice stack" data-kind="warning" data-overdue=count>
            <p>{words}</p>
            {button.draw(erase)}
        </div>
    }
    .into_any()
}

async fn erase() {
    let client = use_client();
    let words = match erase_overdue(client.workspace, today()).await {
        None => text(Key::SheetsCloseFailed),
        Some(Closed { kept: 0, erased }) => plural(Key::SheetsClosed, erased),
        Some(Closed { kept, .. }) => plural(Key::SheetsCloseKept, kept),
    };
    client.toasts.show(words);
    focus::focus_soon("page-title".to_owned());
}
