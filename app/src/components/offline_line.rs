//! Says whether everything works without a network, and asks first where the person saves data.

use crate::i18n::{Key, format, size, text};
use crate::state::client::use_client;
use crate::state::offline::Readiness;
use leptos::prelude::*;

/// The line about working without a network.
#[component]
pub fn OfflineLine() -> impl IntoView {
    let offline = use_client().offline;
    let drawn = move || match offline.readiness.get() {
        Readiness::Unknown => ().into_any(),
        Readiness::NotPossible => line(text(Key::OfflineNotSupported)),
        Readiness::Ready => line(text(Key::OfflineReady)),
        Readiness::Failed => line(text(Key::OfflineFailed)),
        Readiness::Fetching(done, total) => {
            let (done, total) = (done.to_string(), total.to_string());
            line(format(
                Key::OfflineFetching,
                &[("done", &done), ("total", &total)],
            ))
        }
        Readiness::Ask(bytes) => {
            let question = format(Key::OfflineAsk, &[("size", &size(bytes))]);
            view! {
                <p>{question}</p>
                <button
                    type="button"
                    class="button button-secondary"
                    data-action="fetch-later"
                    on:click=move |_| offline.fetch()
                >
                    {text(Key::OfflineAskYes)}
                </button>
            }
            .into_any()
        }
    };
    view! {
        <div class="offline-line" role="status">
            {drawn}
        </div>
    }
    .into_any()
}

fn line(words: String) -> AnyView {
    view! { <p class="field-hint">{words}</p> }.into_any()
}
