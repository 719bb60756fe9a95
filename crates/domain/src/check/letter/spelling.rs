//! The words of a letter that a dictionary is asked for, and what it marks there. How words are chosen and marked is
//! in `check::spelling`; what somebody is called, in the letter or its CV, is left alone.

use super::{LetterFinding, texts};
use crate::check::spelling::{Misspelt, asked_words, marked, names_in, names_of_cv};
use crate::letter::{Letter, LetterField, LetterPlace};
use crate::{Cv, ExportChoice};
use std::collections::BTreeSet;

/// Returns the words of a letter that a dictionary is to be asked for, each once, as they are written. `cv` is the one
/// that it goes with.
pub fn letter_words_to_spell(letter: &Letter, cv: &Cv) -> BTreeSet<String> {
    asked_words(&spelled_texts(letter), &names(letter, cv))
}

/// Returns what a dictionary marks in a letter, in the order of the letter: one finding for each word of a text.
/// `known` are words that the person said are right, in small letters.
pub fn letter_spelling(
    letter: &Letter,
    cv: &Cv,
    misspelt: &Misspelt,
    known: &BTreeSet<String>,
) -> Vec<LetterFinding> {
    marked(&spelled_texts(letter), &names(letter, cv), misspelt, known)
}

fn spelled_texts(letter: &Letter) -> Vec<(LetterPlace, &str)> {
    let mut spelled = texts(letter, &LetterField::COMPOSED);
    spelled.extend(texts(letter, &[LetterField::Enclosures]));
    spelled
}

/// The words of names in a letter and its CV, folded.
fn names(letter: &Letter, cv: &Cv) -> BTreeSet<String> {
    let sender = &letter.sender;
    let addressee = &letter.addressee;
    let mut names = names_in(&[
        &sender.name,
        &sender.address,
        &sender.city,
        &addressee.company,
        &addressee.person,
        &addressee.address,
        &addressee.city,
        &letter.wanted.source,
        letter.text(LetterField::Place),
        letter.text(LetterField::Signature),
    ]);
    names.extend(names_of_cv(&cv.for_export(ExportChoice::everything())));
    names
}
