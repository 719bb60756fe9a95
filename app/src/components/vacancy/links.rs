//! From an application to its vacancy's text, and to the CV beside it.

use crate::i18n::{Key, text};
use crate::state::application::ApplicationEditor;
use leptos::prelude::*;

/// Draws the ways from an application's editor.
pub fn vacancy_links(editor: ApplicationEditor) -> AnyView {
    let address = format!("/applications/{}", editor.id());
    view! {
        <div class="button-row">
            <a
                href=format!("{address}/vacancy")
                class="button button-secondary"
                data-action="open-vacancy"
            >
                {text(Key::VacancyPaste)}
            </a>
            <a
                href=format!("{address}/requirements")
                class="button button-secondary"
                data-action="open-requirements"
            >
                {text(Key::VacancyCompare)}
            </a>
        </div>
    }
    .into_any()
}
