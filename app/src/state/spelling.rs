//! Asking a dictionary for the words of a CV or a letter: each word once, in a worker, and not before the person
//! agreed where they save data. Which words those are, and what becomes of the answers, is in
//! `approdo_domain::check`.

use crate::platform::local_storage;
use crate::platform::service_worker;
use crate::platform::spelling_worker::{SpellingError, misspelt};
use approdo_domain::check::{Misspelt, TextLanguage};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};

/// Says that this person agreed to fetch dictionaries while they save data.
const AGREED: &str = "approdo.spelling";

/// How the dictionary is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpellingState {
    /// The person saves data: shall it be fetched?
    Ask,
    /// It is being fetched, or asked.
    Working,
    /// All words were looked up.
    Ready,
    /// It is not on this device and cannot be fetched now, or failed.
    NotLoaded,
    /// There is none of the language of the document.
    NoDictionary,
}

/// The answers to the words of one language.
#[derive(Debug, Clone, Default)]
struct Book {
    answered: BTreeSet<String>,
    misspelt: Misspelt,
}

impl Book {
    /// Takes note of an answer; without one, the words can be asked for again.
    fn hear(
        &mut self,
        words: Vec<String>,
        answer: Result<Misspelt, SpellingError>,
    ) -> SpellingState {
        let Ok(misspelt) = answer else {
            return SpellingState::NotLoaded;
        };
        self.answered.extend(words);
        self.misspelt.extend(misspelt);
        SpellingState::Ready
    }
}

thread_local! {
    /// What was asked before, on whatever page: looking for suggestions takes long.
    static BOOKS: RefCell<HashMap<TextLanguage, Book>> = RefCell::default();
}

/// Spelling on screen.
#[derive(Debug, Clone, Copy)]
pub struct Spelling {
    /// How the dictionary is doing.
    pub state: RwSignal<SpellingState>,
    /// Counts answers, and the times the person wanted the dictionary fetched.
    pub heard: RwSignal<u32>,
    is_asking: StoredValue<bool>,
}

impl Spelling {
    /// Begins; nothing is fetched before words are asked for.
    pub fn new() -> Self {
        Self {
            state: RwSignal::new(first_state()),
            heard: RwSignal::new(0),
            is_asking: StoredValue::new(false),
        }
    }

    /// Takes note that the person agrees to fetch the dictionary, or wants it tried again.
    pub fn fetch(self) {
        // Where nothing is kept, the question comes again at the next visit.
        local_storage::set(AGREED, "yes");
        self.state.set(SpellingState::Working);
        self.heard.update(|count| *count += 1);
    }

    /// Asks for the words of a document that nobody asked for yet. One question is asked at a time; words that
    /// are typed meanwhile are in the next one, which the answer brings about.
    pub fn ask(self, language: TextLanguage, words: impl FnOnce() -> BTreeSet<String>) {
        let Some(dictionary) = dictionary(language) else {
            if self.state.get_untracked() != SpellingState::NoDictionary {
                self.state.set(SpellingState::NoDictionary);
            }
            return;
        };
        if self.state.get_untracked() == SpellingState::NoDictionary {
            self.state.set(first_state());
        }
        let state = self.state.get_untracked();
        if matches!(state, SpellingState::Ask | SpellingState::NotLoaded)
            || self.is_asking.get_value()
        {
            return;
        }
        let mut words = words();
        with_book(language, |book| {
            words.retain(|word| !book.answered.contains(word))
        });
        if words.is_empty() {
            self.state.set(SpellingState::Ready);
            return;
        }
        self.is_asking.set_value(true);
        self.state.set(SpellingState::Working);
        spawn_local(async move {
            let words: Vec<String> = words.into_iter().collect();
            let answer = misspelt(dictionary, &words).await;
            let state = with_book(language, |book| book.hear(words, answer));
            // The page may be gone.
            if self.state.try_set(state).is_none() {
                self.is_asking.set_value(false);
                self.heard.update(|count| *count += 1);
            }
        });
    }

    /// Returns what is known to be misspelt.
    pub fn answers(self, language: TextLanguage) -> Misspelt {
        with_book(language, |book| book.misspelt.clone())
    }
}

impl Default for Spelling {
    fn default() -> Self {
        Self::new()
    }
}

fn with_book<T>(language: TextLanguage, action: impl FnOnce(&mut Book) -> T) -> T {
    BOOKS.with_borrow_mut(|books| action(books.entry(language).or_default()))
}

fn first_state() -> SpellingState {
    let must_ask = service_worker::saves_data() && local_storage::get(AGREED).is_none();
    match must_ask {
        true => SpellingState::Ask,
        false => SpellingState::Working,
    }
}

/// Returns the name of a language's dictionary; none if there is no dictionary of it.
fn dictionary(language: TextLanguage) -> Option<&'static str> {
    match language {
        TextLanguage::Italian => Some("it"),
        TextLanguage::English => Some("en"),
        TextLanguage::Other => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_asked_for_in_vain_are_asked_for_again() {
        let mut book = Book::default();
        let words = || vec!["magazino".to_owned()];
        let state = book.hear(words(), Err(SpellingError::Unavailable));
        assert_eq!(state, SpellingState::NotLoaded);
        assert!(book.answered.is_empty());
        assert_eq!(
            book.hear(words(), Ok(Misspelt::new())),
            SpellingState::Ready
        );
        assert!(book.answered.contains("magazino"));
    }

    #[test]
    fn answers_add_up() {
        let mut book = Book::default();
        for word in ["magazino", "citta"] {
            let answer = Misspelt::from([(word.to_owned(), Vec::new())]);
            assert_eq!(book.hear(Vec::new(), Ok(answer)), SpellingState::Ready);
        }
        assert_eq!(book.misspelt.len(), 2);
    }
}
