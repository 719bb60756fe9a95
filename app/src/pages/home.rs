//! The first page: what this is in one sentence, and the two ways to a CV.

use crate::components::icon::{Icon, icon};
use crate::components::page_frame::{PageFrame, PageTitle};
use crate::i18n::{Key, text};
use crate::state::client::use_client;
use crate::state::guided::resume;
use leptos::prelude::*;

/// Where a new CV begins with a question.
const GUIDED: &str = "/cv/new/guided";

/// The first page.
#[component]
pub fn HomePage() -> impl IntoView {
    let summaries = use_client().workspace.summaries;
    // The CV to go on with: the one last changed.
    let last = Memo::new(move |_| {
        summaries.with(|summaries| {
            let mut kept = summaries.iter().filter(|summary| !summary.removed);
            kept.next().map(|summary| summary.id)
        })
    });
    let button = move || match last.get() {
        Some(id) => {
            // Where the person stopped: at a question, or in the form.
            let address = if resume::is_under_way(id) {
                format!("/cv/{id}/guided")
            } else {
                format!("/cv/{id}")
            };
            view! {
                {way(address, "button button-primary", "continue-cv", Key::HomeButtonContinue)}
                {way("/cv/new".to_owned(), "button button-secondary", "new-cv", Key::HomeNewAnother)}
                {way(GUIDED.to_owned(), "button button-secondary", "new-cv-guided", Key::HomeGuided)}
                {way("/letters".to_owned(), "button button-secondary", "letters", Key::LettersTitle)}
            }
            .into_any()
        }
        None => view! {
            {way(GUIDED.to_owned(), "button button-primary", "new-cv-guided", Key::HomeGuided)}
            {way("/cv/new".to_owned(), "button button-secondary", "new-cv", Key::HomeButtonNew)}
        }
        .into_any(),
    };
    view! {
        <PageFrame title=text(Key::HomeTitle)>
            <div class="hero stack">
                <PageTitle words=text(Key::HomeTitle) />
                <p class="lead">{text(Key::HomeLead)}</p>
                <div class="button-row">{button}</div>
                <p>
                    <a href="/devices" class="text-link">{text(Key::HomeLinkDevices)}</a>
                </p>
                <ul class="feature-list">
                    {fact(Icon::Device, Key::HomeFactDevice, Key::HomeFactDeviceText)}
                    {fact(Icon::Offline, Key::HomeFactOffline, Key::HomeFactOfflineText)}
                    {fact(Icon::Page, Key::HomeFactPdf, Key::HomeFactPdfText)}
                    {fact(Icon::Lock, Key::HomeFactFree, Key::HomeFactFreeText)}
                </ul>
            </div>
        </PageFrame>
    }
    .into_any()
}

fn way(address: String, class: &'static str, action: &'static str, words: Key) -> AnyView {
    view! {
        <a href=address class=class data-action=action>
            {text(words)}
        </a>
    }
    .into_any()
}

fn fact(shape: Icon, title: Key, words: Key) -> AnyView {
    view! {
        <li>
            {icon(shape)} <h2>{text(title)}</h2> <p>{text(words)}</p>
        </li>
    }
    .into_any()
}
