//! Spelling, as far as it needs no dictionary: which words of a CV one is asked for, and what becomes of
//! its answers; letters, in `letter::spelling`, do likewise. The dictionaries are in `approdo-spelling-worker`,
//! which no other crate has to carry.
//!
//! A word is marked only where the dictionary knows a word close by. Names are left alone.

use super::cv_texts::spelled_texts;
use super::words::{Word, squash, words};
use super::{CheckFinding, CheckRule};
use crate::{Cv, ExportChoice};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Shorter words are abbreviations as often as not.
const SHORTEST: usize = 3;
/// A text of so many words or more may be in another language.
const TELLING_WORDS: usize = 8;
/// Suggestions that help; more have to be read.
const MOST_SUGGESTIONS: usize = 3;

/// What a dictionary says: for each misspelt word what may be meant, the likeliest first.
pub type Misspelt = BTreeMap<String, Vec<String>>;

/// Returns the words of a CV that a dictionary is to be asked for, each once, as they are written.
/// Hidden parts and entries are not looked at.
pub fn words_to_spell(cv: &Cv) -> BTreeSet<String> {
    let shown = cv.for_export(ExportChoice::everything());
    asked_words(&spelled_texts(&shown), &names_of_cv(&shown))
}

/// Returns what a dictionary marks in a CV, in the order of the form: one finding for each word of a
/// text. `known` are words that the person said are right, in small letters.
pub fn spelling(cv: &Cv, misspelt: &Misspelt, known: &BTreeSet<String>) -> Vec<CheckFinding> {
    let shown = cv.for_export(ExportChoice::everything());
    marked(
        &spelled_texts(&shown),
        &names_of_cv(&shown),
        misspelt,
        known,
    )
}

/// Returns the words of texts that a dictionary is to be asked for. `names` are folded.
pub(super) fn asked_words<P>(texts: &[(P, &str)], names: &BTreeSet<String>) -> BTreeSet<String> {
    let asked = texts.iter().flat_map(|(_, text)| asked_in(text, names));
    asked.map(|(_, word)| word.to_owned()).collect()
}

/// Returns what a dictionary marks in texts, in their order. `names` are folded.
pub(super) fn marked<P: Copy>(
    texts: &[(P, &str)],
    names: &BTreeSet<String>,
    misspelt: &Misspelt,
    known: &BTreeSet<String>,
) -> Vec<CheckFinding<P>> {
    let marked = texts
        .iter()
        .flat_map(|(place, text)| in_text(*place, text, names, misspelt));
    marked
        .filter(|(_, word)| !known.contains(&word.to_lowercase()))
        .map(|(finding, _)| finding)
        .collect()
}

/// Returns a text with a word of it, wherever it stands as a whole word, replaced.
pub fn with_word_replaced(text: &str, word: &str, replacement: &str) -> String {
    let mut replaced = String::with_capacity(text.len());
    let mut end = 0;
    for found in words(text) {
        if text.get(found.range.clone()) == Some(word) {
            replaced.push_str(text.get(end..found.range.start).unwrap_or_default());
            replaced.push_str(replacement);
            end = found.range.end;
        }
    }
    replaced.push_str(text.get(end..).unwrap_or_default());
    replaced
}

fn in_text<'text, P: Copy>(
    place: P,
    text: &'text str,
    names: &BTreeSet<String>,
    misspelt: &Misspelt,
) -> Vec<(CheckFinding<P>, &'text str)> {
    let asked = asked_in(text, names);
    let count = asked.len();
    let wrong: Vec<(Range<usize>, &str)> = asked
        .into_iter()
        .filter(|(_, word)| misspelt.contains_key(*word))
        .collect();
    if count >= TELLING_WORDS && wrong.len() * 3 > count {
        return Vec::new(); // It is written in another language.
    }
    let mut seen = BTreeSet::new();
    wrong
        .into_iter()
        .filter(|(_, word)| seen.insert(*word))
        .map(|(range, word)| (finding(place, range, word, misspelt), word))
        .collect()
}

/// The finding rests on the word alone: another change of the text does not bring it back.
fn finding<P: Copy>(
    place: P,
    range: Range<usize>,
    word: &str,
    misspelt: &Misspelt,
) -> CheckFinding<P> {
    let suggestions = misspelt.get(word).map(Vec::as_slice).unwrap_or_default();
    let mut finding = CheckFinding::new(CheckRule::Spelling, place, word)
        .at(range)
        .with_text("words", word);
    finding.suggestions = suggestions.iter().take(MOST_SUGGESTIONS).cloned().collect();
    finding
}

/// Returns the words of a text that may be asked for, with their bytes.
fn asked_in<'text>(text: &'text str, names: &BTreeSet<String>) -> Vec<(Range<usize>, &'text str)> {
    words(text)
        .into_iter()
        .filter(|word| !names.contains(&word.folded))
        .filter_map(|word| {
            let raw = text.get(word.range.clone())?;
            is_asked(text, &word, raw).then_some((word.range, raw))
        })
        .collect()
}

/// Tells whether a word is one of the language, not a name, an abbreviation, a code or an address.
fn is_asked(text: &str, word: &Word, raw: &str) -> bool {
    let mut letters = raw.chars();
    let first_is_right = !word.is_capitalised || word.begins_sentence;
    letters.next();
    first_is_right
        && letters.all(char::is_lowercase)
        && raw.chars().all(is_latin)
        && raw.chars().count() >= SHORTEST
        && stands_alone(text, &word.range)
}

/// Letters with signs of their own are left out: dictionaries write `à` as one.
fn is_latin(letter: char) -> bool {
    letter.is_alphabetic() && letter <= '\u{24f}'
}

/// Tells whether nothing is joined to the word: no apostrophe after it (*dell’azienda*), no hyphen, and
/// none of what addresses and versions are made of.
fn stands_alone(text: &str, range: &Range<usize>) -> bool {
    let before = text.get(..range.start).unwrap_or_default();
    let after = text.get(range.end..).unwrap_or_default();
    let mut following = after.chars();
    let (next, next_but_one) = (following.next(), following.next());
    let joins_before = before
        .chars()
        .next_back()
        .is_some_and(|sign| "-@/\\_.#&+".contains(sign));
    let joins_after = next.is_some_and(|sign| "-'’@/\\_#&+".contains(sign));
    let is_dotted = next == Some('.') && next_but_one.is_some_and(char::is_alphanumeric);
    !joins_before && !joins_after && !is_dotted
}

/// Returns the words of names in a CV, folded: what somebody or something is called is not misspelt.
pub(super) fn names_of_cv(cv: &Cv) -> BTreeSet<String> {
    let personal = &cv.personal;
    let mut texts: Vec<&str> = vec![
        &personal.given_name,
        &personal.family_name,
        &personal.city,
        &personal.address,
        &personal.domicile_city,
        &personal.domicile_address,
        &personal.nationality,
        &cv.digital.tools,
    ];
    for entry in &cv.experience {
        texts.extend([entry.employer.as_str(), &entry.place]);
    }
    for entry in &cv.education {
        texts.extend([entry.school.as_str(), &entry.place]);
    }
    texts.extend(cv.languages.iter().map(|entry| entry.name.as_str()));
    texts.extend(cv.certificates.iter().map(|entry| entry.issuer.as_str()));
    texts.extend(cv.publications.iter().map(|entry| entry.publisher.as_str()));
    for entry in &cv.references {
        texts.extend([entry.name.as_str(), &entry.organisation]);
    }
    names_in(&texts)
}

/// Returns the words of names, folded, and each name as one word.
pub(super) fn names_in(texts: &[&str]) -> BTreeSet<String> {
    let mut names: BTreeSet<String> = texts
        .iter()
        .flat_map(|text| words(text))
        .map(|word| word.folded)
        .collect();
    names.extend(texts.iter().map(|text| squash(text)));
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn asked(text: &str) -> Vec<&str> {
        let found = asked_in(text, &BTreeSet::new());
        found.into_iter().map(|(_, word)| word).collect()
    }

    #[test]
    fn names_abbreviations_codes_and_addresses_are_not_asked_for() {
        assert_eq!(
            asked("Gestione cassa alla Rossi Srl, uso di AutoCAD e SAP"),
            ["Gestione", "cassa", "alla", "uso"]
        );
        assert_eq!(asked("scrivi a anna@posta.it o www.posta.it"), ["scrivi"]);
        assert_eq!(asked("dell’azienda, po' di e-commerce"), ["azienda"]);
        assert_eq!(
            asked("turno h24, 3° livello, Node.js"),
            ["turno", "livello"]
        );
        assert_eq!(asked("работа на складе"), Vec::<&str>::new());
        assert_eq!(asked("attivita\u{300}"), Vec::<&str>::new());
    }

    proptest! {
        #[test]
        fn what_is_asked_for_stands_in_the_text(text in ".{0,60}") {
            for (range, word) in asked_in(&text, &BTreeSet::new()) {
                prop_assert_eq!(text.get(range), Some(word));
            }
        }

        #[test]
        fn a_word_replaced_by_itself_changes_nothing(text in "[a-z ,.à]{0,40}", word in "[a-z]{1,3}") {
            prop_assert_eq!(with_word_replaced(&text, &word, &word), text);
        }
    }
}
