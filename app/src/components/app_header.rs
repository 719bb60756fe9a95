//! The strip on top of every page: the name, how the work is kept, and the menu.

use super::icon::{Icon, icon};
use super::save_line::SaveLine;
use crate::i18n::{Key, text};
use crate::platform::focus;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// The strip on top of every page.
#[component]
pub fn AppHeader() -> impl IntoView {
    let path = use_location().pathname;
    // A menu stays open in a `details` element until somebody closes it.
    Effect::new(move |_| {
        path.track();
        focus::close_details("app-menu");
    });
    view! {
        <header class="app-header">
            <div class="app-header-inner">
                <a href="/" class="brand">
                    {brand_mark()}
                    <span class="brand-name">{text(Key::AppName)}</span>
                </a>
                <SaveLine />
                <details
                    class="menu"
                    id="app-menu"
                    on:focusout=move |event| focus::close_details_left("app-menu", &event)
                    on:keydown=move |event| {
                        if event.key() == "Escape" {
                            focus::close_details("app-menu");
                            focus::focus_soon("app-menu-toggle".to_owned());
                        }
                    }
                >
                    <summary class="menu-toggle" id="app-menu-toggle" data-action="menu">
                        {icon(Icon::Menu)}
                        <span class="visually-hidden">{text(Key::AppMenu)}</span>
                    </summary>
                    <nav class="menu-panel" aria-label=text(Key::AppMenu)>
                        {menu_link(path, "/cv", Key::ListTitle)}
                        {menu_link(path, "/letters", Key::LettersTitle)}
                        {menu_link(path, "/applications", Key::ApplicationsTitle)}
                        {menu_link(path, "/interview", Key::InterviewTitle)}
                        {menu_link(path, "/sheets", Key::SheetsTitle)}
                        {menu_link(path, "/devices", Key::DevicesTitle)}
                        {menu_link(path, "/settings", Key::SettingsTitle)}
                    </nav>
                </details>
            </div>
        </header>
    }
    .into_any()
}

fn menu_link(path: Memo<String>, address: &'static str, words: Key) -> AnyView {
    let is_here = move || path.with(|path| path == address).then_some("page");
    view! {
        <a href=address aria-current=is_here>
            {text(words)}
        </a>
    }
    .into_any()
}

fn brand_mark() -> AnyView {
    view! {
        <svg class="brand-mark" viewBox="4 8 56 50" aria-hidden="true">
            <circle cx="46" cy="19" r="6" fill="#ffd166"></circle>
            <path fill="currentColor" d="M31 13v19H18zM8 35h24v13H18z"></path>
            <path fill="#b3d4f5" d="M33 13v19h13zM32 35h24L46 48H32z"></path>
            <path
                fill="none"
                stroke="currentColor"
                stroke-width="3"
                stroke-linecap="round"
                d="M10 55q5.5-4 11 0t11 0 11 0 11 0"
            ></path>
        </svg>
    }
    .into_any()
}
