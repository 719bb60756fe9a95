//! The first page: what this is in one sentence, and one big button.

use crate::components::icon::{Icon, icon};
use crate::components::page_frame::{PageFrame, PageTitle};
use crate::i18n::{Key, text};
use crate::state::client::use_client;
use leptos::prelude::*;

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
        Some(id) => view! {
            <a href=format!("/cv/{id}") class="button button-primary" data-action="continue-cv">
                {text(Key::HomeButtonContinue)}
            </a>
            <a href="/cv/new" class="button button-secondary" data-action="new-cv">
                {text(Key::HomeNewAnother)}
            </a>
        }
        .into_any(),
        None => view! {
            <a href="/cv/new" class="button button-primary" data-action="new-cv">
                {text(Key::HomeButtonNew)}
            </a>
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

fn fact(shape: Icon, title: Key, words: Key) -> AnyView {
    view! {
        <li>
            {icon(shape)} <h2>{text(title)}</h2> <p>{text(words)}</p>
        </li>
    }
    .into_any()
}
