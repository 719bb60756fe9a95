//! The words of one language, which need not be the one that the interface speaks: a CV is printed in
//! its own. Fetching them is the business of who prints.

use super::dates::month_key;
use super::{CURRENT, FIRST_COUNT, Key, Language, Messages, fill};
use crate::platform::intl;
use std::cell::RefCell;
use std::rc::Rc;

thread_local! {
    static OTHERS: RefCell<Vec<Words>> = RefCell::default();
}

/// The words of one language.
#[derive(Debug, Clone)]
pub struct Words {
    language: Language,
    messages: Rc<Messages>,
}

/// Returns the words of a language: the one spoken, or one whose words were kept.
pub fn words_in(language: Language) -> Option<Words> {
    let (spoken, messages) = CURRENT.with_borrow(Clone::clone);
    if spoken == language {
        return Some(Words { language, messages });
    }
    OTHERS.with_borrow(|others| {
        let mut others = others.iter();
        others.find(|words| words.language == language).cloned()
    })
}

/// Keeps the words of a language that is not the one spoken, and returns them.
pub fn keep_words(language: Language, messages: Messages) -> Words {
    let words = Words {
        language,
        messages: Rc::new(messages),
    };
    OTHERS.with_borrow_mut(|others| {
        others.retain(|other| other.language != language);
        others.push(words.clone());
    });
    words
}

impl Words {
    /// Returns whose words these are.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Returns a message.
    pub fn text(&self, key: Key) -> String {
        self.messages.text(key).to_owned()
    }

    /// Returns the form of a message that goes with a number, with the number for `{count}`.
    pub fn plural(&self, key: Key, count: usize) -> String {
        let category = intl::plural_category(self.language.tag(), count);
        let form = self.messages.plural(key, &category);
        fill(form, &[("count", &count.to_string())])
    }

    /// Returns whether the words of what is loaded on demand are among them.
    pub fn has_later(&self) -> bool {
        self.messages.has_later(FIRST_COUNT)
    }

    /// Returns a message with values in the place of `{name}`.
    pub fn format(&self, key: Key, values: &[(&str, &str)]) -> String {
        fill(self.messages.text(key), values)
    }

    /// Returns the short name of a month as a CV prints it, January being 1.
    pub fn month_name(&self, month: u8) -> String {
        month_key(month)
            .map(|key| self.text(key))
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Message, speak};
    use super::*;

    #[test]
    fn a_cv_in_another_language_takes_its_words_while_the_interface_goes_on_in_its_own() {
        let all = |text: &str| Messages::new(vec![Message::Text(text.to_owned())]);
        let (first, spoken, other) = (
            Key::ActionAddCertificate,
            Language::Italian,
            Language::English,
        );
        speak(spoken, all("Lingue"));
        assert!(words_in(other).is_none());
        keep_words(other, all("Languages"));
        let text = |language| words_in(language).map(|words| words.text(first));
        assert_eq!(text(other).as_deref(), Some("Languages"));
        assert_eq!(text(spoken).as_deref(), Some("Lingue"));
        speak(other, all("Languages, newer"));
        assert_eq!(text(other).as_deref(), Some("Languages, newer"));
    }
}
