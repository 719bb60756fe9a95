//! Spelling as a WebAssembly module for a worker: a dictionary is loaded, then words come in and the
//! misspelt ones go out. Texts, CVs and what becomes of a misspelt word are not known here; fetching
//! files and passing messages are the static loader's part.

mod dictionary;

pub use dictionary::{DictionaryError, SpellingDictionary};

use std::cell::RefCell;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

thread_local! {
    static DICTIONARY: RefCell<Option<SpellingDictionary>> = const { RefCell::new(None) };
}

/// Takes a dictionary in the place of the one before: Hunspell's two files, and a list of more words.
///
/// # Errors
/// A text for the log: the files are no dictionary.
#[wasm_bindgen]
pub fn load(affixes: &str, words: &str, more: &str) -> Result<(), JsValue> {
    // The one before goes first: two would need the memory of both.
    DICTIONARY.set(None);
    let dictionary = SpellingDictionary::new(affixes, words, more);
    DICTIONARY.set(Some(
        dictionary.map_err(|error| JsValue::from_str(&error.to_string()))?,
    ));
    Ok(())
}

/// Returns the misspelt ones of some words, one a line, each with what may be meant after tabs.
///
/// # Errors
/// A text for the log: no dictionary was loaded.
#[wasm_bindgen]
pub fn misspelt(words: &str) -> Result<String, JsValue> {
    DICTIONARY.with_borrow(|dictionary| {
        let dictionary = dictionary
            .as_ref()
            .ok_or_else(|| JsValue::from_str("no dictionary is loaded; load one first"))?;
        Ok(misspelt_lines(dictionary, words))
    })
}

fn misspelt_lines(dictionary: &SpellingDictionary, words: &str) -> String {
    let mut lines = String::new();
    for word in words.lines() {
        let meant = dictionary.meant(word);
        if !meant.is_empty() {
            lines.push_str(word);
            for suggestion in meant {
                lines.push('\t');
                lines.push_str(&suggestion);
            }
            lines.push('\n');
        }
    }
    lines
}
