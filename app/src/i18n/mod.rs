//! Words for people: typed keys, the messages of the chosen language, plurals, dates.
//!
//! The chosen language is a property of the page, not of a component: when it changes, the whole
//! screen is drawn anew, and nothing written is touched.

mod check_words;
mod cv_language;
mod dates;
mod messages;
mod words;

pub use check_words::check_words;
pub use cv_language::CvLanguage;
pub use dates::{date, day, moment, month_name, size, time};
pub use messages::{Message, Messages, fill};
pub use words::{Words, keep_words, words_in};

use crate::platform::intl;
use std::cell::RefCell;
use std::rc::Rc;

include!(concat!(env!("OUT_DIR"), "/keys.rs"));

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// Italian.
    #[default]
    Italian,
    /// English.
    English,
}

impl Language {
    /// Every language.
    pub const ALL: [Language; 2] = [Self::Italian, Self::English];

    /// Returns the BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Italian => "it",
            Self::English => "en",
        }
    }

    /// Returns the language of a tag; Italian if it is none of ours.
    pub fn of_tag(tag: &str) -> Language {
        let same = |language: &Language| tag.starts_with(language.tag());
        Self::ALL.into_iter().find(same).unwrap_or_default()
    }

    /// Returns how the language calls itself.
    pub fn own_name(self) -> String {
        text(self.name())
    }

    /// Returns the message with its own name.
    pub fn name(self) -> Key {
        match self {
            Self::Italian => Key::LanguageIt,
            Self::English => Key::LanguageEn,
        }
    }
}

thread_local! {
    static CURRENT: RefCell<(Language, Rc<Messages>)> = RefCell::default();
}

/// Speaks a language from now on. What is on screen is the caller's part.
pub fn speak(language: Language, messages: Messages) {
    CURRENT.set((language, Rc::new(messages)));
}

/// Takes over what a language says of what is loaded on demand; nothing if another one is spoken by now.
pub fn speak_later(spoken: Language, later: Vec<Message>) {
    CURRENT.with_borrow_mut(|(language, messages)| {
        if *language == spoken {
            Rc::make_mut(messages).add_later(FIRST_COUNT, later);
        }
    });
}

/// Returns whether the words of what is loaded on demand are there.
pub fn has_later() -> bool {
    CURRENT.with_borrow(|(_, messages)| messages.has_later(FIRST_COUNT))
}

/// Returns the language spoken.
pub fn language() -> Language {
    CURRENT.with_borrow(|(language, _)| *language)
}

/// Returns a message.
pub fn text(key: Key) -> String {
    CURRENT.with_borrow(|(_, messages)| {
        debug_assert!(is_there(key, messages), "{key:?} is not loaded yet");
        messages.text(key).to_owned()
    })
}

/// Whether nobody speaks of what is loaded on demand before its words are there.
fn is_there(key: Key, messages: &Messages) -> bool {
    (key as usize) < FIRST_COUNT || messages.is_empty() || messages.has_later(FIRST_COUNT)
}

/// Returns a message with values in the place of `{name}`.
pub fn format(key: Key, values: &[(&str, &str)]) -> String {
    CURRENT.with_borrow(|(_, messages)| fill(messages.text(key), values))
}

/// Returns the form of a message that goes with a number, with the number for `{count}`.
pub fn plural(key: Key, count: usize) -> String {
    CURRENT.with_borrow(|(language, messages)| {
        let category = intl::plural_category(language.tag(), count);
        fill(
            messages.plural(key, &category),
            &[("count", &count.to_string())],
        )
    })
}
