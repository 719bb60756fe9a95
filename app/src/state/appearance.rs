//! Language and colours: chosen once, kept for the next visits, changed without loading the page.

use crate::i18n::{self, Language, Messages};
use crate::platform::{local_storage, page, translations};
use leptos::prelude::*;
use leptos::task::spawn_local;

const THEME_KEY: &str = "approdo.theme";

/// Which colours the person wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the device has it.
    #[default]
    Automatic,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// Returns the word under which the choice is kept.
    pub fn word(self) -> &'static str {
        match self {
            Self::Automatic => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// Reads the word back.
    pub fn of_word(word: &str) -> Theme {
        match word {
            "light" => Self::Light,
            "dark" => Self::Dark,
            _ => Self::Automatic,
        }
    }
}

/// Language and colours.
#[derive(Debug, Clone, Copy)]
pub struct Appearance {
    /// The language of the interface; the screen is drawn anew when it changes.
    pub language: RwSignal<Language>,
    /// The colours.
    pub theme: RwSignal<Theme>,
}

impl Appearance {
    /// Takes over what the page began with.
    pub fn new() -> Self {
        let theme = local_storage::get(THEME_KEY).unwrap_or_default();
        Self {
            language: RwSignal::new(i18n::language()),
            theme: RwSignal::new(Theme::of_word(&theme)),
        }
    }

    /// Changes the language; without its messages (no network, no copy) nothing changes.
    pub fn speak(self, language: Language) {
        spawn_local(async move {
            let Some(messages) = translations::load(language.tag()).await else {
                return;
            };
            let mut later = None;
            if i18n::has_later() {
                later = translations::load_later(language.tag()).await;
                if later.is_none() {
                    return; // What is on screen would lose its words.
                }
            }
            i18n::speak(language, Messages::new(messages));
            i18n::speak_later(language, later.unwrap_or_default());
            translations::remember(language.tag());
            page::set_root_attribute("lang", Some(language.tag()));
            let direction = translations::direction(language.tag());
            page::set_root_attribute("dir", direction.as_deref());
            self.language.set(language);
        });
    }

    /// Changes the colours.
    pub fn paint(self, theme: Theme) {
        local_storage::set(THEME_KEY, theme.word());
        let attribute = (theme != Theme::Automatic).then(|| theme.word());
        page::set_root_attribute("data-theme", attribute);
        self.theme.set(theme);
    }
}

impl Default for Appearance {
    fn default() -> Self {
        Self::new()
    }
}
