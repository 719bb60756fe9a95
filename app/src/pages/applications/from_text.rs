//! An application that begins with a vacancy's text: shared by another app, or pasted. What is shared comes in the
//! address and leaves it at once, so that it stays neither there nor with a page that is loaded again.

use crate::components::page_frame::{PageFrame, PageTitle};
use crate::i18n::{Key, text};
use crate::platform::page;
use crate::state::application::{applications, begin};
use crate::state::client::use_client;
use crate::state::vacancy::{Shared, same_text};
use crate::state::workspace::Phase;
use approdo_document::DocumentId;
use approdo_domain::application::Application;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

const FIELD: &str = "shared-text";

/// Draws the page: it takes what was shared, or asks for a text.
pub fn from_text_page() -> AnyView {
    let workspace = use_client().workspace;
    let parameter = |name| page::query_parameter(name).unwrap_or_default();
    let shared = Shared {
        title: parameter("title"),
        text: parameter("text"),
        url: parameter("url"),
    };
    let shared = shared.application();
    let is_shared = shared.is_some();
    let navigate = use_navigate();
    Effect::new(move |_| {
        if let (Phase::Ready, Some(application)) = (workspace.phase.get(), &shared) {
            let id = untrack(|| begun_with(application));
            let options = NavigateOptions {
                replace: true,
                ..NavigateOptions::default()
            };
            navigate(&format!("/applications/{id}/vacancy"), options);
        }
    });
    let drawn = move || match workspace.phase.get() {
        Phase::Ready if !is_shared => form(),
        _ => ().into_any(),
    };
    view! {
        <PageFrame title=text(Key::VacancyFromTextTitle) class="guided">
            <PageTitle words=text(Key::VacancyFromTextTitle) />
            {drawn}
        </PageFrame>
    }
    .into_any()
}

/// Begins the application, unless the same text was shared before.
fn begun_with(application: &Application) -> DocumentId {
    let workspace = use_client().workspace;
    let mut kept = applications(workspace).kept.into_iter();
    let same = kept.find(|one| same_text(&one.application, application));
    same.map_or_else(|| begin(workspace, application), |same| same.id)
}

fn form() -> AnyView {
    let pasted = RwSignal::new(String::new());
    let is_refused = RwSignal::new(false);
    let navigate = use_navigate();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let shared = Shared {
            text: pasted.get_untracked(),
            ..Shared::default()
        };
        match shared.application() {
            Some(application) => {
                let id = begun_with(&application);
                navigate(&format!("/applications/{id}/vacancy"), Default::default());
            }
            None => {
                is_refused.set(true);
                page::focus(FIELD);
            }
        }
    };
    let error_id = format!("{FIELD}-error");
    let described_by = format!("{FIELD}-hint {error_id}");
    view! {
        <form class="guided-question" novalidate on:submit=submit data-from-text="">
            <div class="field">
                <label for=FIELD>{text(Key::VacancyTitle)}</label>
                <p class="field-hint" id=format!("{FIELD}-hint")>
                    {text(Key::VacancyFromTextHint)}
                </p>
                <textarea
                    id=FIELD
                    rows="10"
                    dir="auto"
                    autocomplete="off"
                    aria-describedby=described_by
                    aria-invalid=move || is_refused.get().then_some("true")
                    on:input=move |event| {
                        pasted.set(event_target_value(&event));
                        is_refused.set(false);
                    }
                ></textarea>
                <p class="field-error" id=error_id role="alert" hidden=move || !is_refused.get()>
                    {text(Key::VacancyFromTextEmpty)}
                </p>
            </div>
            <div class="guided-bar">
                <button type="submit" class="button button-primary" data-action="read-text">
                    {text(Key::VacancyFromTextRead)}
                </button>
            </div>
        </form>
    }
    .into_any()
}
