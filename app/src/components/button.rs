//! A button with words, and with a picture where it helps.

use super::icon::{Icon, icon};
use crate::i18n::{Key, text};
use leptos::prelude::*;

/// A button: what it says and how it looks.
#[derive(Debug, Clone)]
pub struct Button {
    action: &'static str,
    words: Key,
    class: &'static str,
    shape: Option<Icon>,
    label: Option<String>,
}

impl Button {
    /// Makes the button that most people want, with its name for tests.
    pub fn primary(action: &'static str, words: Key) -> Self {
        Self {
            action,
            words,
            class: "button button-primary",
            shape: None,
            label: None,
        }
    }

    /// Makes a button beside that one.
    pub fn secondary(action: &'static str, words: Key) -> Self {
        Self {
            class: "button button-secondary",
            ..Self::primary(action, words)
        }
    }

    /// Adds a picture.
    pub fn with_icon(self, shape: Icon) -> Self {
        Self {
            shape: Some(shape),
            ..self
        }
    }

    /// Has the button read aloud with more words than it shows.
    pub fn read_as(self, label: String) -> Self {
        Self {
            label: Some(label),
            ..self
        }
    }

    /// Draws the button.
    pub fn draw(self, act: impl Fn() + 'static) -> AnyView {
        view! {
            <button
                type="button"
                class=self.class
                data-action=self.action
                aria-label=self.label
                on:click=move |_| act()
            >
                {self.shape.map(icon)}
                {text(self.words)}
            </button>
        }
        .into_any()
    }
}
