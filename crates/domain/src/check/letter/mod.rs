//! The check of a letter: the rules for texts, which CVs have too, and those that only letters have. What a
//! letter has to say is in `wanted`, how it names the company in `company`, how it speaks to its reader in
//! `address`, endings in `agreement`, what stands in the CV already in `repeats`; spelling, which waits for a dictionary, is apart in `spelling`.

mod address;
mod agreement;
mod company;
mod repeats;
mod spelling;
mod wanted;

pub use spelling::{letter_spelling, letter_words_to_spell};

use super::text::{TextUse, findings_in};
use super::{CheckContext, CheckFinding, sort_by_weight};
use crate::letter::{Letter, LetterField, LetterPlace};
use crate::{Cv, ExportChoice};

/// Advice about a letter.
type LetterFinding = CheckFinding<LetterPlace>;
/// What tries one or more rules on a letter with its CV.
type LetterRule = fn(&Letter, &Cv, &CheckContext) -> Vec<LetterFinding>;

const LETTER_RULES: [LetterRule; 9] = [
    wanted::open_blanks,
    wanted::addressee,
    wanted::subject,
    wanted::length,
    company::company,
    address::informal,
    agreement::writer,
    agreement::addressee,
    repeats::repeats_cv,
];

/// Returns what could be better in a letter that goes with a CV, the weightiest first, and in the order of
/// the table among equals. Hidden parts and entries of the CV are not looked at. At most one finding has
/// a given key, so that each can be put off by itself.
pub fn check_letter(letter: &Letter, cv: &Cv, context: &CheckContext) -> Vec<LetterFinding> {
    let shown = cv.for_export(ExportChoice::everything());
    let mut findings: Vec<LetterFinding> = LETTER_RULES
        .iter()
        .flat_map(|rule| rule(letter, &shown, context))
        .collect();
    for (place, text) in body(letter) {
        findings.extend(findings_in(place, text, context.language, TextUse::Letter));
    }
    sort_by_weight(&mut findings);
    findings
}

/// Returns the texts that people read as the letter, those with nothing in them left out.
fn body(letter: &Letter) -> Vec<(LetterPlace, &str)> {
    texts(letter, &LetterField::BODY)
}

/// Returns the texts that speak: the body, and what stands above it.
fn speaking(letter: &Letter) -> Vec<(LetterPlace, &str)> {
    texts(letter, &LetterField::COMPOSED)
}

fn texts<'a>(letter: &'a Letter, fields: &[LetterField]) -> Vec<(LetterPlace, &'a str)> {
    let form = letter.letter_form();
    let texts = fields
        .iter()
        .map(|field| (LetterPlace::Text(*field), letter.text(*field)));
    texts
        .filter(|(place, text)| form.has(*place) && !text.trim().is_empty())
        .collect()
}
