//! What every page has: its title, its main part, and the focus on its heading after a change of
//! page, so that screen readers begin there.

use super::notices::Notices;
use crate::i18n::{Key, format};
use crate::platform::{focus, page};
use crate::state::client::use_client;
use leptos::prelude::*;

/// The main part of a page.
#[component]
pub fn PageFrame(
    /// The page's title in the browser.
    #[prop(into)]
    title: Signal<String>,
    /// Classes besides `app-main`.
    #[prop(optional)]
    class: &'static str,
    /// What is on the page; its first heading has the id `page-title`.
    children: Children,
) -> impl IntoView {
    Effect::new(move |_| {
        page::set_title(&format(Key::AppPageTitle, &[("page", &title.get())]));
    });
    if use_client().has_navigated() {
        focus::focus_soon("page-title".to_owned());
    }
    view! {
        <main
            class=format!("app-main stack {class}")
            id="main"
            tabindex="-1"
            on:focusin=move |event| focus::keep_in_sight(&event)
        >
            <Notices />
            {children()}
        </main>
    }
    .into_any()
}

/// The heading of a page.
#[component]
pub fn PageTitle(
    /// Its words.
    #[prop(into)]
    words: Signal<String>,
) -> impl IntoView {
    view! {
        <h1 class="page-title" id="page-title" tabindex="-1">
            {move || words.get()}
        </h1>
    }
    .into_any()
}
