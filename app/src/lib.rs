//! The client: state, pages and components in Leptos, rendered in the browser.
//!
//! The browser's own interfaces are named only in `platform`.

mod components;
pub mod i18n;
mod on_demand;
mod pages;
pub mod platform;
pub mod state;

use i18n::{Key, Language, Messages};
use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::{crash, translations};
use state::client::{self, Client};

/// Mounts the client, once the words of its language are there.
pub fn start() {
    std::panic::set_hook(Box::new(|panic| {
        crash::report(&panic.to_string(), &i18n::text(Key::AppCrashed))
    }));
    // Leptos' own tasks can only be started once something is mounted.
    wasm_bindgen_futures::spawn_local(async {
        let Some(messages) = translations::first().await else {
            return; // The page itself says what happened, since no words are here.
        };
        let language = Language::of_tag(&translations::first_language());
        i18n::speak(language, Messages::new(messages));
        // A task of its own for drawing: a tap is answered before.
        platform::clock::wait(0).await;
        mount_to_body(root);
    });
}

fn root() -> impl IntoView {
    let client = Client::new();
    client::install(client);
    spawn_local(client.open());
    view! { <pages::Shell /> }
}
