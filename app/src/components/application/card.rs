//! One application on the list and on the board: what it is, since when it is so far, what comes next.

use super::moving::move_menu;
use super::words::{application_name, due_words, since};
use crate::components::button::Button;
use crate::i18n::{Key, format};
use crate::platform::card_drag;
use crate::platform::focus;
use crate::state::application::ApplicationSummary;
use crate::state::client::use_client;
use crate::state::day::today;
use approdo_document::DocumentId;
use leptos::prelude::*;

/// Draws a card; where cards can be dragged, `held` is the one in hand.
pub fn card(one: ApplicationSummary, held: Option<RwSignal<Option<DocumentId>>>) -> AnyView {
    let name = application_name(&one.application);
    let id = one.id;
    let state = one.application.application_state();
    let link_id = format!("application-{id}");
    let after = move || focus::focus_soon(format!("application-{id}"));
    view! {
        <li
            class="card application-card"
            data-application=id.to_string()
            data-state=state.code()
            draggable=held.map(|_| "true")
            on:dragstart=move |event| {
                if let Some(held) = held {
                    card_drag::begin(event.as_ref());
                    held.set(Some(id));
                }
            }
            on:dragend=move |_| {
                if let Some(held) = held {
                    held.set(None);
                }
            }
        >
            <h3 class="card-title">
                <a href=format!("/applications/{id}") id=link_id draggable="false">
                    {name.clone()}
                </a>
            </h3>
            {facts(&one)}
            {move_menu(format!("move-{id}"), id, one.application, after)}
            {remove_button(id, name)}
        </li>
    }
    .into_any()
}

fn facts(one: &ApplicationSummary) -> AnyView {
    let application = &one.application;
    let since = since(application).map(|words| view! { <p class="card-meta">{words}</p> });
    let step = &application.next_step;
    let next = [step.what.trim(), step.on.0.trim()];
    let next: Vec<&str> = next.into_iter().filter(|text| !text.is_empty()).collect();
    let next = (!next.is_empty() && !application.application_state().is_over()).then(|| {
        let words = format(Key::ApplicationNext, &[("next", &next.join(", "))]);
        let due = application.next_step_due(today()).map(due_words);
        view! {
            <p class="application-next">
                {words} {due.map(|due| view! { " " <strong>{due}</strong> })}
            </p>
        }
    });
    view! {
        {since}
        {next}
    }
    .into_any()
}

fn remove_button(id: DocumentId, name: String) -> AnyView {
    let label = format(Key::ApplicationsRemoveNamed, &[("name", &name)]);
    Button::secondary("remove-application", Key::LettersRemove)
        .read_as(label)
        .draw(move || remove(id, &name))
}

fn remove(id: DocumentId, name: &str) {
    let client = use_client();
    client.workspace.set_removed(id, true);
    focus::focus_soon("page-title".to_owned());
    let restore = move || client.workspace.set_removed(id, false);
    let words = format(Key::LettersRemoved, &[("name", name)]);
    client.toasts.offer_undo(words, restore);
}
