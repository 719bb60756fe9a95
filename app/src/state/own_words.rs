//! Words of which the person said that they are right: kept on this device, in small letters, and left
//! alone by the check of spelling in every CV and letter.

use crate::platform::local_storage;
use std::collections::BTreeSet;

const KEY: &str = "approdo.words";

/// Returns the words.
pub fn all() -> BTreeSet<String> {
    read(&local_storage::get(KEY).unwrap_or_default())
}

/// Takes note of a word, and returns all of them.
pub fn add(word: &str) -> BTreeSet<String> {
    kept(with(all(), word))
}

/// Forgets a word, and returns the others.
pub fn remove(word: &str) -> BTreeSet<String> {
    let mut words = all();
    words.remove(&word.to_lowercase());
    kept(words)
}

fn kept(words: BTreeSet<String>) -> BTreeSet<String> {
    // Where nothing is kept, the word is marked again at the next visit.
    local_storage::set(KEY, &write(&words));
    words
}

fn with(mut words: BTreeSet<String>, word: &str) -> BTreeSet<String> {
    words.insert(word.to_lowercase());
    words
}

fn read(kept: &str) -> BTreeSet<String> {
    kept.lines()
        .map(str::trim)
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn write(words: &BTreeSet<String>) -> String {
    let lines: Vec<&str> = words.iter().map(String::as_str).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_read_again_each_word_once_and_in_small_letters() {
        let words = with(with(read("mantovana\n\n"), "Àncora"), "àncora");
        assert_eq!(read(&write(&words)), words);
        assert_eq!(words.len(), 2);
        assert!(words.contains("àncora"));
    }
}
