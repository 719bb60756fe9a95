//! A dictionary that is asked for words: which of them it does not know, and what may be meant.
//! Only words with one close by count as misspelt: names of trades, brands and words of other languages
//! are no mistakes. Which words of a text are asked for is not decided here.

use thiserror::Error;

/// From so many letters on, two slips in a word are believed.
const LONG: usize = 6;
/// Suggestions given.
const MOST: usize = 5;
/// Marks a line of a list that says something about it.
const REMARK: char = '#';

/// A dictionary cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DictionaryError {
    /// Its two files are not what Hunspell reads.
    #[error("the dictionary is not readable ({0}); load both files of one version")]
    Form(String),
}

/// The words of a language.
#[derive(Debug)]
pub struct SpellingDictionary(spellbook::Dictionary);

impl SpellingDictionary {
    /// Makes a dictionary of Hunspell's two files, and of a list with more words, one a line.
    ///
    /// # Errors
    /// When the files are not what Hunspell reads.
    pub fn new(affixes: &str, words: &str, more: &str) -> Result<Self, DictionaryError> {
        let mut dictionary = spellbook::Dictionary::new(without_mark(affixes), without_mark(words))
            .map_err(|error| DictionaryError::Form(error.to_string()))?;
        for word in more.lines().map(str::trim) {
            if !word.is_empty() && !word.starts_with(REMARK) {
                dictionary
                    .add(word)
                    .map_err(|error| DictionaryError::Form(error.to_string()))?;
            }
        }
        Ok(Self(dictionary))
    }

    /// Returns what may be meant by a word, the likeliest first; nothing if the word is right, or if
    /// nothing close to it is known.
    pub fn meant(&self, word: &str) -> Vec<String> {
        let small = word.to_lowercase();
        let is_capitalised = small != word;
        if self.0.check(word) || self.0.check(&small) {
            return Vec::new();
        }
        // With a capital it may be a name.
        let slips = match small.chars().count() {
            LONG.. if !is_capitalised => 2,
            _ => 1,
        };
        let mut suggestions = Vec::new();
        self.0.suggest(&small, &mut suggestions);
        let found = suggestions.iter();
        let distances: Vec<Option<usize>> = found.map(|it| distance(&small, it)).collect();
        // Only the closest: whoever left out a letter did not mean a word two letters away.
        let closest = distances.iter().flatten().min().copied();
        let mut distances = distances.into_iter();
        suggestions.retain(|_| {
            let distance = distances.next().flatten();
            distance.is_some() && distance == closest && distance <= Some(slips)
        });
        suggestions.truncate(MOST);
        if is_capitalised {
            suggestions = suggestions.iter().map(|it| capitalised(it)).collect();
        }
        suggestions
    }
}

/// Some files begin with a mark of their encoding.
fn without_mark(text: &str) -> &str {
    text.trim_start_matches('\u{feff}')
}

/// Returns by how many slips a suggestion differs; nothing if it cannot be meant: it begins with another
/// letter, is made of several words, or is a name. Accents are no slips.
fn distance(word: &str, suggestion: &str) -> Option<usize> {
    if suggestion.contains(['-', ' ', '.']) || suggestion.chars().any(char::is_uppercase) {
        return None;
    }
    let (word, suggestion) = (plain(word), plain(suggestion));
    let begins_alike = word.chars().next() == suggestion.chars().next();
    begins_alike.then(|| strsim::osa_distance(&word, &suggestion))
}

/// Returns a word in small letters without the accents of Italian.
fn plain(word: &str) -> String {
    word.chars()
        .map(|letter| match letter {
            'à' | 'á' => 'a',
            'è' | 'é' => 'e',
            'ì' | 'í' => 'i',
            'ò' | 'ó' => 'o',
            'ù' | 'ú' => 'u',
            other => other,
        })
        .collect()
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::one_letter_missing("magazino", "magazzino", Some(1))]
    #[case::two_letters_exchanged("gestioen", "gestione", Some(1))]
    #[case::an_accent_is_no_slip("perche", "perché", Some(0))]
    #[case::another_beginning("picking", "hacking", None)]
    #[case::far_away("mulettista", "letturista", None)]
    #[case::two_words("backup", "back up", None)]
    #[case::a_name("stani", "Stani", None)]
    fn how_far_a_suggestion_is(
        #[case] word: &str,
        #[case] suggestion: &str,
        #[case] expected: Option<usize>,
    ) {
        assert_eq!(distance(word, suggestion), expected);
    }

    #[test]
    fn a_dictionary_that_is_none_says_so() {
        let error = SpellingDictionary::new("SET\n", "x", "").unwrap_err();
        assert!(error.to_string().contains("load both files"));
    }
}
