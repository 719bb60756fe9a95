//! The words of one language, which need not be the one that the interface speaks: a CV is printed in
//! its own, of which there may be no more words than those of a printed CV. Fetching them is the business of
//! who prints.

use super::dates::month_key;
use super::{CURRENT, CvLanguage, FIRST_COUNT, Key, Messages, fill};
use crate::platform::intl;
use std::cell::RefCell;
use std::rc::Rc;

thread_local! {
    static OTHERS: RefCell<Vec<Words>> = RefCell::default();
}

/// The words of one language.
#[derive(Debug, Clone)]
pub struct Words {
    language: CvLanguage,
    messages: Rc<Messages>,
}

/// Returns the words of a language: the one spoken, or one whose words were kept.
pub fn words_in(language: CvLanguage) -> Option<Words> {
    let (spoken, messages) = CURRENT.with_borrow(Clone::clone);
    if CvLanguage::from(spoken) == language {
        return Some(Words { language, messages });
    }
    OTHERS.with_borrow(|others| {
        let mut others = others.iter();
        others.find(|words| words.language == language).cloned()
    })
}

/// Keeps the words of a language that is not the one spoken, and returns them.
pub fn keep_words(language: CvLanguage, messages: Messages) -> Words {
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
    pub fn language(&self) -> CvLanguage {
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
    use super::super::{CV_FIRST, Language, Message, speak};
    use super::*;

    #[test]
    fn a_cv_in_another_language_takes_its_words_while_the_interface_goes_on_in_its_own() {
        let all = |text: &str| Messages::new(vec![Message::Text(text.to_owned())]);
        let (first, spoken, other) = (
            Key::ActionAddCertificate,
            CvLanguage::Italian,
            CvLanguage::English,
        );
        speak(Language::Italian, all("Lingue"));
        assert!(words_in(other).is_none());
        keep_words(other, all("Languages"));
        let text = |language| words_in(language).map(|words| words.text(first));
        assert_eq!(text(other).as_deref(), Some("Languages"));
        assert_eq!(text(spoken).as_deref(), Some("Lingue"));
        speak(Language::English, all("Languages, newer"));
        assert_eq!(text(other).as_deref(), Some("Languages, newer"));
    }

    #[test]
    fn a_language_with_the_words_of_a_cv_alone_says_nothing_else() {
        let first = Message::Text("Verfügbarkeit".to_owned());
        let words = keep_words(CvLanguage::German, Messages::of_cv(CV_FIRST, vec![first]));
        assert_eq!(words.text(Key::CvAvailability), "Verfügbarkeit");
        assert_eq!(words.text(Key::ActionAddCertificate), "");
        assert!(!words.has_later());
    }
}
