//! Finding formulas in a text. A formula is a few words; where one word more makes it mean something
//! else (`pannello solare`), that word is noted with it.

use super::words::{IndexedWords, Word};
use std::ops::Range;

/// A formula to look for.
///
/// A word ending in `~` may have any one vowel there (`solar~`: solare, solari); `#` is any number,
/// in digits or words. Written folded: small letters, no accents, words parted by spaces.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Phrase {
    /// Its words.
    pub words: &'static str,
    /// Words that make it innocent when they stand right before it.
    pub unless_after: &'static [&'static str],
    /// Words that make it innocent when they stand right after it.
    pub unless_before: &'static [&'static str],
}

/// A formula that always means itself.
pub(crate) const fn phrase(words: &'static str) -> Phrase {
    Phrase {
        words,
        unless_after: &[],
        unless_before: &[],
    }
}

/// A formula that is innocent after certain words.
pub(crate) const fn unless_after(
    words: &'static str,
    unless_after: &'static [&'static str],
) -> Phrase {
    Phrase {
        words,
        unless_after,
        unless_before: &[],
    }
}

/// A formula that is innocent before certain words.
pub(crate) const fn unless_before(
    words: &'static str,
    unless_before: &'static [&'static str],
) -> Phrase {
    Phrase {
        words,
        unless_after: &[],
        unless_before,
    }
}

/// Returns the bytes of every formula of a list that stands in the words, in the order of the text.
pub(crate) fn find(words: &IndexedWords, phrases: &[Phrase]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = phrases
        .iter()
        .flat_map(|phrase| find_one(words, phrase))
        .collect();
    found.sort_by_key(|range| (range.start, range.end));
    found.dedup_by(|later, earlier| later.start < earlier.end);
    found
}

fn find_one(words: &IndexedWords, phrase: &Phrase) -> Vec<Range<usize>> {
    let first = phrase.words.split(' ').next().unwrap_or_default();
    let at_phrase = |at: usize| {
        let rest = words.get(at..)?;
        let (found, after) = rest.split_at_checked(length_at_start(rest, phrase)?)?;
        let before = at.checked_sub(1).and_then(|before| words.get(before));
        let is_innocent = is_name(found)
            || is_one_of(before, phrase.unless_after)
            || is_one_of(after.first(), phrase.unless_before);
        (!is_innocent).then_some(found.first()?.range.start..found.last()?.range.end)
    };
    match first {
        "#" => (0..words.len()).filter_map(at_phrase).collect(),
        _ => {
            let stem = first.trim_end_matches('~');
            words.beginning_with(stem).filter_map(at_phrase).collect()
        }
    }
}

/// Returns how many words the formula takes up, if the words begin with it.
fn length_at_start(words: &[Word], phrase: &Phrase) -> Option<usize> {
    let mut length = 0;
    for pattern in phrase.words.split(' ') {
        if !fits(&words.get(length)?.folded, pattern) {
            return None;
        }
        length += 1;
    }
    Some(length)
}

/// A single word with a capital in the middle of a sentence is a name: `presso Solare S.r.l.`.
fn is_name(window: &[Word]) -> bool {
    match window {
        [word] => word.is_capitalised && !word.begins_sentence,
        _ => false,
    }
}

fn is_one_of(word: Option<&Word>, patterns: &[&str]) -> bool {
    word.is_some_and(|word| patterns.iter().any(|pattern| fits(&word.folded, pattern)))
}

fn fits(word: &str, pattern: &str) -> bool {
    if pattern == "#" {
        return is_number(word);
    }
    match pattern.strip_suffix('~') {
        Some(stem) => {
            let ending = word.strip_prefix(stem);
            ending.is_some_and(|ending| matches!(ending, "a" | "e" | "i" | "o"))
        }
        None => word == pattern,
    }
}

/// Numbers that people write in words.
const NUMBER_WORDS: [&str; 37] = [
    "due",
    "tre",
    "quattro",
    "cinque",
    "sei",
    "sette",
    "otto",
    "nove",
    "dieci",
    "dodici",
    "quindici",
    "venti",
    "trenta",
    "quaranta",
    "cinquanta",
    "sessanta",
    "cento",
    "mille",
    "decine",
    "centinaia",
    "migliaia",
    "doppio",
    "meta",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "twelve",
    "twenty",
    "hundred",
    "hundreds",
    "dozens",
];

/// Tells whether a folded word is a number, in digits or in words.
pub(crate) fn is_number(word: &str) -> bool {
    word.starts_with(|character: char| character.is_ascii_digit()) || NUMBER_WORDS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOLAR: [Phrase; 2] = [
        unless_after("solar~", &["pannell~"]),
        phrase("spirito di squadra"),
    ];

    #[test]
    fn formulas_are_found_whatever_their_gender_accents_and_capitals() {
        let text = "Solare, con SPIRITO DI SQUADRA";
        let found = find(&IndexedWords::of(text), &SOLAR);
        let shown: Vec<&str> = found.into_iter().map(|range| &text[range]).collect();
        assert_eq!(shown, ["Solare", "SPIRITO DI SQUADRA"]);
    }

    #[test]
    fn names_and_things_are_left_alone() {
        for text in [
            "pannello solare",
            "alla Solare S.r.l.",
            "spirito di patata",
            "solarium",
        ] {
            assert_eq!(find(&IndexedWords::of(text), &SOLAR), vec![], "{text}");
        }
    }
}
