//! A button for what nothing brings back: a second press does it, beside one that does not.

use super::button::Button;
use super::icon::{Icon, icon};
use crate::i18n::{Key, text};
use crate::platform::focus;
use leptos::prelude::*;

/// Such a button.
#[derive(Debug, Clone)]
pub struct ConfirmedButton {
    /// Its name for tests; with what it is about, the beginning of the ids by which the focus follows.
    pub action: &'static str,
    /// What it is about, where several stand on a page; else empty.
    pub about: String,
    /// What it says at first.
    pub words: Key,
    /// What a screen reader says at first, if that is more than the words.
    pub label: Option<String>,
    /// What the second press says.
    pub sure: Key,
}

impl ConfirmedButton {
    /// Draws it; `act` is done at the second press.
    pub fn draw(self, act: impl Fn() + Clone + Send + Sync + 'static) -> AnyView {
        let asking = RwSignal::new(false);
        let id = format!("{}-{}", self.action, self.about);
        let drawn = move || match asking.get() {
            true => self.clone().second(&id, asking, act.clone()),
            false => self.clone().first(&id, asking),
        };
        drawn.into_any()
    }

    fn first(self, id: &str, asking: RwSignal<bool>) -> AnyView {
        let sure_id = format!("{id}-sure");
        let ask = move |_| {
            asking.set(true);
            focus::focus_soon(sure_id.clone());
        };
        view! {
            <button
                type="button"
                class="button button-secondary"
                id=id.to_owned()
                data-action=self.action
                aria-label=self.label
                on:click=ask
            >
                {icon(Icon::Delete)}
                {text(self.words)}
            </button>
        }
        .into_any()
    }

    fn second(self, id: &str, asking: RwSignal<bool>, act: impl Fn() + 'static) -> AnyView {
        let first_id = id.to_owned();
        let leave = move || {
            asking.set(false);
            focus::focus_soon(first_id.clone());
        };
        view! {
            <div class="button-row">
                <button
                    type="button"
                    class="button button-danger"
                    id=format!("{id}-sure")
                    data-action="confirm-delete"
                    on:click=move |_| act()
                >
                    {text(self.sure)}
                </button>
                {Button::secondary("cancel-delete", Key::ActionCancel).draw(leave)}
            </div>
        }
        .into_any()
    }
}
