//! Endings: whether what the writer says of themselves agrees with how they want to be spoken of, and whether
//! the greeting fits the addressee.

use super::{LetterFinding, body};
use crate::Cv;
use crate::check::words::{Word, words};
use crate::check::{CheckContext, CheckFinding, CheckRule, TextLanguage};
use crate::letter::{Letter, LetterField, LetterPlace, WordForm};
use std::ops::Range;

/// Verbs after which the writer speaks of themselves; of others only where they are many, in -i and -e.
const BEING: [&str; 9] = [
    "sono", "ero", "saro", "sarei", "resto", "rimango", "essere", "essendo", "sentirmi",
];
/// Words that may stand between.
const BETWEEN: [&str; 11] = [
    "molto", "sempre", "gia", "anche", "davvero", "stato", "stata", "ben", "ancora", "piu", "ora",
];
/// Words about a person that end in -o or -a, without their ending.
const ABOUT_PERSON: [&str; 34] = [
    "abituat",
    "andat",
    "appassionat",
    "assunt",
    "bravissim",
    "capitat",
    "content",
    "convint",
    "cresciut",
    "diplomat",
    "dispost",
    "disoccupat",
    "entrat",
    "fortunat",
    "impegnat",
    "inserit",
    "interessat",
    "iscritt",
    "laureat",
    "liet",
    "motivat",
    "nat",
    "occupat",
    "onorat",
    "preparat",
    "pront",
    "qualificat",
    "rimast",
    "sicur",
    "specializzat",
    "tornat",
    "trasferit",
    "venut",
    "trovat",
];

/// Texts of the letter whose endings do not agree: with the form that was chosen, or with each other where
/// words for everybody were.
pub(super) fn writer(letter: &Letter, _: &Cv, context: &CheckContext) -> Vec<LetterFinding> {
    if context.language != TextLanguage::Italian {
        return Vec::new();
    }
    let texts = body(letter);
    let all = texts.iter().flat_map(|(_, text)| endings(text));
    let forms: Vec<WordForm> = all.map(|(form, _)| form).collect();
    let expected = match letter.word_form() {
        // Nothing was chosen: what stands there first is what the rest has to agree with.
        WordForm::Neutral => forms.first().copied(),
        chosen => Some(chosen),
    };
    let wrong_in = |place: LetterPlace, text: &str| {
        let wrong = endings(text)
            .into_iter()
            .filter(|(form, _)| Some(*form) != expected);
        let ranges: Vec<Range<usize>> = wrong.map(|(_, range)| range).collect();
        let first = ranges.first()?.clone();
        let words: Vec<&str> = ranges
            .into_iter()
            .filter_map(|range| text.get(range))
            .collect();
        let finding = CheckFinding::new(CheckRule::GenderAgreement, place, text);
        Some(finding.at(first).with_text("words", words.join(", ")))
    };
    let texts = texts.into_iter();
    texts
        .filter_map(|(place, text)| wrong_in(place, text))
        .collect()
}

/// Returns the words of a text whose ending says whether a man or a woman writes.
fn endings(text: &str) -> Vec<(WordForm, Range<usize>)> {
    let words = words(text);
    let is_being = |word: &Word| BEING.contains(&word.folded.as_str());
    let starts = (0..words.len()).filter(|at| words.get(*at).is_some_and(is_being));
    starts
        .filter_map(|at| {
            let after = words.get(at + 1..)?;
            let between = |word: &&Word| BETWEEN.contains(&word.folded.as_str());
            let word = after.iter().take(4).find(|word| !between(word))?;
            // `interessato/a` and `interessato (a)` fit everybody.
            let rest = text.get(word.range.end..).unwrap_or_default();
            if rest.starts_with(['/', '(', '*']) || rest.starts_with(" (") {
                return None;
            }
            let stem = word.folded.get(..word.folded.len().checked_sub(1)?)?;
            let form = match word.folded.chars().last()? {
                'o' => WordForm::Masculine,
                'a' => WordForm::Feminine,
                _ => return None,
            };
            ABOUT_PERSON
                .contains(&stem)
                .then(|| (form, word.range.clone()))
        })
        .collect()
}

/// Words of a greeting for a man, folded.
const FOR_A_MAN: [&str; 6] = ["egregio", "signor", "signore", "sig", "caro", "mr"];
/// Words of a greeting for a woman, folded.
const FOR_A_WOMAN: [&str; 8] = [
    "egregia",
    "signora",
    "cara",
    "dottoressa",
    "mrs",
    "ms",
    "miss",
    "signorina",
];

pub(super) fn addressee(letter: &Letter, _: &Cv, _: &CheckContext) -> Vec<LetterFinding> {
    let place = LetterPlace::Text(LetterField::Salutation);
    let text = letter.text(LetterField::Salutation);
    let wrong: &[&str] = match letter.addressee.word_form() {
        Some(WordForm::Feminine) => &FOR_A_MAN,
        Some(WordForm::Masculine) => &FOR_A_WOMAN,
        _ => return Vec::new(),
    };
    let words = words(text);
    // `Sig.ra` is one word for who writes it.
    let is_short_feminine = words.iter().any(|word| word.folded == "ra");
    let found = words.iter().find(|word| {
        wrong.contains(&word.folded.as_str()) && !(word.folded == "sig" && is_short_feminine)
    });
    let finding = found.map(|word| {
        let shown = text.get(word.range.clone()).unwrap_or_default();
        let finding = CheckFinding::new(CheckRule::GenderAgreement, place, text);
        finding.at(word.range.clone()).with_text("words", shown)
    });
    finding.into_iter().collect()
}
