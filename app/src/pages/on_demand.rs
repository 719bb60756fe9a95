//! A page whose code may still be on its way: said while it comes, and when it does not.

use crate::components::page_frame::{PageFrame, PageTitle};
use crate::i18n::{Key, text};
use crate::on_demand::{NotLoaded, Parts, parts};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Draws a page of the module on demand as soon as that is there.
pub fn on_demand(page: fn(Parts) -> fn() -> AnyView) -> AnyView {
    let loaded = RwSignal::new(None::<Result<Parts, NotLoaded>>);
    let load = move || {
        loaded.set(None);
        spawn_local(async move {
            let parts = parts().await;
            // The person may have gone elsewhere meanwhile.
            loaded.try_set(Some(parts));
        });
    };
    load();
    let drawn = move || match loaded.get() {
        None => view! { <main class="app-main" id="main" tabindex="-1" aria-busy="true"></main> }
            .into_any(),
        Some(Ok(parts)) => page(parts)(),
        Some(Err(NotLoaded)) => not_loaded(load),
    };
    drawn.into_any()
}

fn not_loaded(retry: impl Fn() + Send + 'static) -> AnyView {
    view! {
        <PageFrame title=text(Key::PageNotLoadedTitle)>
            <PageTitle words=text(Key::PageNotLoadedTitle) />
            <p role="alert">{text(Key::PageNotLoaded)}</p>
            <button
                type="button"
                class="button button-primary"
                data-action="retry-page"
                on:click=move |_| retry()
            >
                {text(Key::ActionRetry)}
            </button>
        </PageFrame>
    }
    .into_any()
}
