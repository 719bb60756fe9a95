//! The client: state, pages and components in Leptos, rendered in the browser.
//!
//! The browser's own interfaces are named only in `platform`.

mod components;
pub mod i18n;
mod pages;
pub mod platform;
pub mod state;

use i18n::{Language, Messages};
use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::translations;
use state::client::Client;

/// Mounts the client, once the words of its language are there.
pub fn start() {
    spawn_local(async {
        let Some(messages) = translations::first().await else {
            return; // The page itself says what happened, since no words are here.
        };
        let language = Language::of_tag(&translations::first_language());
        i18n::speak(language, Messages::new(messages));
        mount_to_body(root);
    });
}

fn root() -> impl IntoView {
    let client = Client::new();
    provide_context(client);
    spawn_local(client.open());
    view! { <pages::Shell /> }
}
