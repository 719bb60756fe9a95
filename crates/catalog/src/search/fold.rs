//! Folding: what two texts have in common once case, accents and punctuation no longer count.

use unicode_normalization::UnicodeNormalization as _;

/// Returns the words of a text in lower case, without accents and punctuation; "O.S.S." is one.
pub(crate) fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut is_acronym = false;
    for part in folded(text).split(' ').filter(|part| !part.is_empty()) {
        let is_letter = part.chars().nth(1).is_none();
        match words.last_mut() {
            Some(word) if is_letter && is_acronym => word.push_str(part),
            _ => words.push(part.to_owned()),
        }
        is_acronym = is_letter;
    }
    words
}

/// Returns a text as its words with one blank between them.
pub(crate) fn folded(text: &str) -> String {
    let lower = text.to_lowercase();
    let mut result = String::with_capacity(lower.len());
    let mut is_between = true;
    for character in lower.nfd() {
        if is_mark(character) {
            continue;
        }
        if !character.is_alphanumeric() && !belongs_to_names(character) {
            is_between = true;
            continue;
        }
        if is_between && !result.is_empty() {
            result.push(' ');
        }
        is_between = false;
        push_plain(&mut result, character);
    }
    result
}

/// Accents that a decomposed letter carries, Latin, Greek, Cyrillic or Arabic.
fn is_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}')
}

/// Signs without which "C++" and "C#" would be one.
fn belongs_to_names(character: char) -> bool {
    matches!(character, '+' | '#')
}

/// Latin letters that do not decompose, as people write them without their strokes.
fn push_plain(result: &mut String, character: char) {
    match character {
        'ß' => result.push_str("ss"),
        'æ' => result.push_str("ae"),
        'œ' => result.push_str("oe"),
        'ø' => result.push('o'),
        'đ' => result.push('d'),
        'ł' => result.push('l'),
        'ı' => result.push('i'),
        other => result.push(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::acronym("O.S.S. in struttura", &["oss", "in", "struttura"])]
    #[case::one_letter("operaio e autista", &["operaio", "e", "autista"])]
    fn letters_with_stops_are_one_word(#[case] text: &str, #[case] expected: &[&str]) {
        assert_eq!(words(text), expected);
    }

    #[rstest]
    #[case::accents("Addetto qualità", "addetto qualita")]
    #[case::apostrophe("Addetta all'imballaggio", "addetta all imballaggio")]
    #[case::typographic("Valle d’Aosta", "valle d aosta")]
    #[case::stops("O.S.S.", "o s s")]
    #[case::programming("Programmatore C++ / C#", "programmatore c++ c#")]
    #[case::german("Weinstraße", "weinstrasse")]
    #[case::decomposed("e\u{301}", "e")]
    #[case::nothing(" - ", "")]
    #[case::arabic("سائق", "سايق")]
    fn case_accents_and_punctuation_do_not_count(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(folded(text), expected);
    }
}
