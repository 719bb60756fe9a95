//! The day closes: what the assessor wrote is erased from this device, after a second tap.

use crate::components::button::Button;
use crate::i18n::{Key, plural, text};
use crate::platform::focus;
use crate::state::client::use_client;
use crate::state::sheet::{Closed, Sheets, close_day};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How far closing the day has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Closing {
    Asking,
    Sure,
    Working,
    Done(Option<Closed>),
}

/// Draws the way to close the day, while there are sheets of an assessor, and what came of it.
pub fn closing(lists: Memo<Sheets>) -> AnyView {
    let closing = RwSignal::new(Closing::Asking);
    let has_written = Memo::new(move |_| lists.with(|lists| !lists.written.is_empty()));
    let drawn = move || match closing.get() {
        Closing::Asking if has_written.get() => asking(closing),
        Closing::Asking => ().into_any(),
        Closing::Sure => sure(closing),
        Closing::Working => view! { <p>{text(Key::SheetsCloseWorking)}</p> }.into_any(),
        Closing::Done(outcome) => done(outcome),
    };
    view! {
        <div class="stack" data-close-day="" role="status">
            {drawn}
        </div>
    }
    .into_any()
}

fn asking(closing: RwSignal<Closing>) -> AnyView {
    let ask = move || {
        closing.set(Closing::Sure);
        focus::focus_soon("close-day-question".to_owned());
    };
    view! { {Button::secondary("close-day", Key::SheetsClose).draw(ask)} }.into_any()
}

fn sure(closing: RwSignal<Closing>) -> AnyView {
    let close = move || {
        closing.set(Closing::Working);
        spawn_local(async move {
            let outcome = close_day(use_client().workspace).await;
            // The page may have been left meanwhile.
            closing.try_set(Closing::Done(outcome));
        });
    };
    view! {
        <h2 id="close-day-question" tabindex="-1">
            {text(Key::SheetsCloseQuestion)}
        </h2>
        <p>{text(Key::SheetsCloseExplain)}</p>
        <div class="button-row">
            <button
                type="button"
                class="button button-danger"
                data-action="confirm-close-day"
                on:click=move |_| close()
            >
                {text(Key::SheetsCloseConfirm)}
            </button>
            {Button::secondary("cancel-close-day", Key::ActionCancel)
                .draw(move || closing.set(Closing::Asking))}
        </div>
    }
    .into_any()
}

fn done(outcome: Option<Closed>) -> AnyView {
    let Some(closed) = outcome else {
        return view! { <p class="notice" data-kind="error">{text(Key::SheetsCloseFailed)}</p> }
            .into_any();
    };
    let kept = (closed.kept > 0).then(|| {
        view! { <p class="notice" data-kind="warning">{plural(Key::SheetsCloseKept, closed.kept)}</p> }
    });
    view! {
        <p data-closed=closed.erased>{plural(Key::SheetsClosed, closed.erased)}</p>
        {kept}
    }
    .into_any()
}
