//! Questions and checklists that may still be on their way: said while they come, and when they do not.

use super::frame::interview_frame;
use crate::components::button::Button;
use crate::i18n::{Key, text};
use crate::platform::arrival::Arrival;
use crate::state::client::use_client;
use crate::state::workspace::Phase;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// Draws a page once what it needs is there, and the documents are read.
pub fn when_there<T, Loading>(
    load: impl Fn() -> Loading + Copy + Send + Sync + 'static,
    draw: impl Fn(Arc<T>) -> AnyView + Send + Sync + 'static,
) -> AnyView
where
    T: Send + Sync + 'static,
    Loading: Future<Output = Option<Arc<T>>> + 'static,
{
    let loaded = RwSignal::new(None::<Option<Arc<T>>>);
    let begin = move || {
        loaded.set(None);
        let arrival = Arrival::begin();
        spawn_local(async move {
            let _arrival = arrival;
            let arrived = load().await;
            // The person may have gone elsewhere meanwhile.
            loaded.try_set(Some(arrived));
        });
    };
    begin();
    let phase = use_client().workspace.phase;
    let drawn = move || match (phase.get(), loaded.get()) {
        (Phase::Ready, Some(Some(there))) => draw(there),
        (_, Some(None)) => not_there(begin),
        _ => waiting(),
    };
    drawn.into_any()
}

fn waiting() -> AnyView {
    view! { <main class="app-main" id="main" tabindex="-1" aria-busy="true"></main> }.into_any()
}

fn not_there(retry: impl Fn() + 'static) -> AnyView {
    interview_frame(
        text(Key::PageNotLoadedTitle),
        view! {
            <p role="alert">{text(Key::PageNotLoaded)}</p>
            {Button::primary("retry-page", Key::ActionRetry).draw(retry)}
        }
        .into_any(),
    )
}
