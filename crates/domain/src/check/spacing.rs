//! Slips of spaces and punctuation: two spaces, a space before a comma, none after it, an apostrophe
//! parted from its word. Nothing is corrected here.

use super::rule::CheckRule;
use super::text::{Text, TextNote};
use super::words::lines;
use std::ops::Range;

/// Articles and prepositions after which an Italian apostrophe binds to the next word.
const ELIDED: [&str; 12] = [
    "l", "dell", "all", "nell", "sull", "dall", "un", "d", "c", "quest", "quell", "dev",
];

pub(super) fn spacing(text: &Text<'_>) -> Option<TextNote> {
    let mut found: Vec<Range<usize>> = lines(text.raw)
        .into_iter()
        .flat_map(|(range, line)| slips_in_line(range.start, line))
        .collect();
    found.extend(parted_apostrophes(text));
    found.sort_by_key(|range| range.start);
    text.note(CheckRule::Spacing, &found)
}

/// Looks at each character with the one before and the one after it.
fn slips_in_line(offset: usize, line: &str) -> Vec<Range<usize>> {
    let start = line.len() - line.trim_start().len();
    let end = line.trim_end().len();
    let characters: Vec<(usize, char)> = line
        .char_indices()
        .filter(|(at, _)| (start..end).contains(at))
        .collect();
    let mut slips = Vec::new();
    for (rank, (at, character)) in characters.iter().copied().enumerate() {
        let next = characters.get(rank + 1).map(|(_, next)| *next);
        let before = rank.checked_sub(1).and_then(|rank| characters.get(rank));
        if let Some((from, before)) = before.copied()
            && is_slip(before, character, next)
        {
            slips.push(offset + from..offset + at + character.len_utf8());
        }
    }
    slips
}

fn is_slip(before: char, character: char, next: Option<char>) -> bool {
    let next_is_space = next.is_none_or(char::is_whitespace);
    match character {
        ' ' => before == ' ',
        // `.NET` begins with a dot, `:-)` with a colon, and the ellipsis has more of them.
        ',' | ';' => before == ' ' || before == character,
        '.' | ':' | '!' | '?' | ')' if before == ' ' => next_is_space,
        '!' => before == '!',
        ':' => before == ':' && next_is_space,
        // `1,5` and `a,b` in a formula are right; two words without a space are not.
        letter if letter.is_alphabetic() => before == ',' || before == ';',
        _ => false,
    }
}

/// `l' azienda`. `un po' di` and `dell'azienda` are right.
fn parted_apostrophes(text: &Text<'_>) -> Vec<Range<usize>> {
    let pairs = text.words.windows(2);
    pairs
        .filter_map(|pair| {
            let [elided, next] = pair else { return None };
            let between = text.raw.get(elided.range.end..next.range.start)?;
            let is_parted = matches!(between, "' " | "’ " | " '" | " ’" | " ' " | " ’ ");
            (is_parted && ELIDED.contains(&elided.folded.as_str()))
                .then_some(elided.range.start..next.range.end)
        })
        .collect()
}
