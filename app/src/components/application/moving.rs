//! Moving an application to another state: a button for each way that needs nothing more, a link to the
//! questions for the others. Which ways there are is in the domain.

use super::words::{application_name, state_words};
use crate::i18n::{Key, format, text};
use crate::platform::focus;
use crate::state::application::{Plan, Texts, plan, write};
use crate::state::client::use_client;
use crate::state::day::today;
use approdo_document::DocumentId;
use approdo_domain::application::{Application, ApplicationState};
use leptos::prelude::*;

/// Draws the ways from where an application is. The button that shows them has this id; `after` hears that it
/// was moved.
pub fn move_menu(
    toggle_id: String,
    id: DocumentId,
    application: Application,
    after: impl Fn() + Clone + 'static,
) -> AnyView {
    let name = application_name(&application);
    let label = format(Key::ApplicationMoveNamed, &[("name", &name)]);
    let ways = application.application_state().moves().iter().copied();
    let ways: Vec<AnyView> = ways
        .map(|to| way(id, &application, to, after.clone()))
        .collect();
    view! {
        <details class="more" data-move="">
            <summary id=toggle_id data-action="move" aria-label=label>
                {text(Key::ApplicationMove)}
            </summary>
            <div class="card-actions">{ways}</div>
        </details>
    }
    .into_any()
}

fn way(
    id: DocumentId,
    application: &Application,
    to: ApplicationState,
    after: impl Fn() + 'static,
) -> AnyView {
    let words = text(state_words(to));
    match plan(application, to, today()) {
        Ok(Plan::AtOnce(texts)) => {
            let application = application.clone();
            let act = move |_| {
                carry_out(id, &application, to, &texts);
                after();
            };
            view! {
                <button
                    type="button"
                    class="button button-secondary"
                    data-action="move-to"
                    data-to=to.code()
                    on:click=act
                >
                    {words}
                </button>
            }
            .into_any()
        }
        Ok(Plan::Ask(_)) => view! {
            <a
                href=questions_address(id, to)
                class="button button-secondary"
                data-action="move-to"
                data-to=to.code()
            >
                {words}
            </a>
        }
        .into_any(),
        Err(_) => ().into_any(),
    }
}

/// Returns the address of what is asked before a move.
pub fn questions_address(id: DocumentId, to: ApplicationState) -> String {
    format!("/applications/{id}/move/{}", to.code())
}

/// Moves an application, says so, and offers to take it back.
pub fn carry_out(id: DocumentId, application: &Application, to: ApplicationState, texts: &Texts) {
    let client = use_client();
    let before = write(client.workspace, id, texts);
    let values = [
        ("name", application_name(application)),
        ("state", text(state_words(to))),
    ];
    let values = values
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    let words = format(Key::ApplicationMoved, &values);
    let undo = move || {
        write(client.workspace, id, &before);
        focus::focus_soon(format!("application-{id}"));
    };
    client.toasts.offer_undo(words, undo);
}
