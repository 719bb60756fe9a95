//! What a phrase must look like. Ids, codes and references are in `check`.

use std::collections::HashSet;

use super::OccupationSource;
use crate::search::fold::{folded, words};
use crate::{Language, Phrases};

/// Longest phrase, in characters.
const LONGEST_PHRASE: usize = 110;
/// Longest label or synonym, in characters.
const LONGEST_NAME: usize = 60;
/// A list of phrases with its name and the number of phrases it may hold.
type List<'a> = (&'static str, [usize; 2], &'a [String]);

fn lists(phrases: &Phrases) -> [List<'_>; 4] {
    [
        ("tasks", [6, 10], &phrases.tasks),
        ("results", [2, 4], &phrases.results),
        ("skills", [6, 10], &phrases.skills),
        ("profile", [2, 3], &phrases.profile),
    ]
}

/// Checks all phrases of an occupation.
pub(super) fn check_phrases(entry: &OccupationSource) -> Vec<String> {
    let [italian, english] = Language::ALL.map(|language| entry.phrases(language));
    let mut messages = check_language(&italian, Language::Italian);
    messages.extend(check_language(&english, Language::English));
    for ((name, _, one), (_, _, other)) in lists(&italian).into_iter().zip(lists(&english)) {
        if one.len() != other.len() {
            messages.push(format!(
                "{name}: {} in Italian and {} in English; each phrase stands in both",
                one.len(),
                other.len()
            ));
        }
    }
    messages
}

fn check_language(phrases: &Phrases, language: Language) -> Vec<String> {
    let mut messages = Vec::new();
    let mut seen = HashSet::new();
    for (name, [fewest, most], list) in lists(phrases) {
        if !(fewest..=most).contains(&list.len()) {
            let number = list.len();
            messages.push(format!(
                "{name}: {number}, but {fewest} to {most} are wanted"
            ));
        }
        for phrase in list {
            messages.extend(check_phrase(phrase, language));
            if name == "results" && !phrase.contains('…') {
                messages.push(format!(
                    "`{phrase}`: a result has `…` for the person's figure or word"
                ));
            }
            if !seen.insert(folded(phrase)) {
                messages.push(format!("`{phrase}` stands there twice"));
            }
        }
    }
    for message in &mut messages {
        *message = format!("{}: {message}", language.code());
    }
    messages
}

/// Words of the first person, which a CV does without.
fn first_person(language: Language) -> &'static [&'static str] {
    match language {
        Language::Italian => &["io", "sono", "ho", "mio", "mia", "miei", "mie"],
        Language::English => &["i", "my", "me", "we", "our"],
    }
}

fn check_phrase(phrase: &str, language: Language) -> Vec<String> {
    let mut messages: Vec<String> = check_text(phrase, LONGEST_PHRASE).into_iter().collect();
    if !begins_well(phrase) {
        messages.push(format!(
            "`{phrase}` begins with neither a capital letter nor a figure nor `…`"
        ));
    }
    if let Some(word) = words(phrase)
        .iter()
        .find(|word| first_person(language).contains(&word.as_str()))
    {
        messages.push(format!("`{phrase}` speaks in the first person (`{word}`)"));
    }
    messages
}

/// Checks a label.
pub(super) fn check_name(name: &str) -> Option<String> {
    check_text(name, LONGEST_NAME).or_else(|| {
        (!begins_well(name)).then(|| format!("label `{name}` begins with a capital letter"))
    })
}

/// Checks any text: its length, its end, its blanks.
pub(super) fn check_text(text: &str, longest: usize) -> Option<String> {
    let length = text.chars().count();
    if text.trim() != text || text.contains("  ") || text.contains(['\n', '\t']) {
        return Some(format!("`{text}` has a blank too many"));
    }
    if text.is_empty() {
        return Some("an empty text; leave it out".to_owned());
    }
    if length > longest {
        return Some(format!(
            "`{text}` has {length} characters; {longest} are the most"
        ));
    }
    if text.contains("...") {
        return Some(format!("`{text}`: write `…` for a blank, not three dots"));
    }
    text.ends_with(['.', ';', ',', ':'])
        .then(|| format!("`{text}` ends with a stop; leave it out"))
}

fn begins_well(text: &str) -> bool {
    text.chars()
        .next()
        .is_some_and(|first| first.is_uppercase() || first.is_ascii_digit() || first == '…')
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    const ITALIAN: Language = Language::Italian;

    #[rstest]
    #[case::task("Carico e scarico di merci con transpallet")]
    #[case::article("Cortesia con i clienti")]
    #[case::figure("5S e ordine del posto di lavoro")]
    #[case::blank("… anni di esperienza in magazzino")]
    #[case::accent("È richiesta precisione")]
    fn a_good_phrase_passes(#[case] phrase: &str) {
        assert_eq!(check_phrase(phrase, ITALIAN), Vec::<String>::new());
    }

    #[rstest]
    #[case::stop("Carico di merci.", "stop")]
    #[case::three_dots("Guida di ... mezzi", "three dots")]
    #[case::lower_case("carico di merci", "capital letter")]
    #[case::blank(" Carico", "blank")]
    #[case::two_blanks("Carico  merci", "blank")]
    #[case::first_person("Io guido il muletto", "first person")]
    #[case::empty("", "empty")]
    fn a_bad_phrase_is_told(#[case] phrase: &str, #[case] expected: &str) {
        let messages = check_phrase(phrase, ITALIAN).join("\n");
        assert!(messages.contains(expected), "{messages}");
    }

    #[test]
    fn the_first_person_is_told_in_english_too() {
        assert_eq!(check_phrase("Where I work", Language::English).len(), 1);
    }

    #[test]
    fn a_long_phrase_is_told_by_characters_not_bytes() {
        let just_right = format!("È{}", "à".repeat(LONGEST_PHRASE - 1));
        assert_eq!(check_phrase(&just_right, ITALIAN), Vec::<String>::new());
        assert_eq!(check_phrase(&format!("{just_right}à"), ITALIAN).len(), 1);
    }
}
