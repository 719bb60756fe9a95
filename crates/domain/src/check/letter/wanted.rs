//! What a letter has to have: an addressee, a subject, no blank, and no more than a page.

use super::{LetterFinding, body};
use crate::Cv;
use crate::check::{CheckContext, CheckFinding, CheckRule};
use crate::letter::{AddresseeField, Letter, LetterField, LetterForm, LetterPlace};

/// One finding for each text with blanks, at the first of them.
pub(super) fn open_blanks(letter: &Letter, _: &Cv, _: &CheckContext) -> Vec<LetterFinding> {
    let mut findings: Vec<LetterFinding> = Vec::new();
    for blank in letter.open_blanks() {
        let LetterPlace::Text(field) = blank.place else {
            continue;
        };
        if findings.iter().all(|finding| finding.place != blank.place) {
            let text = letter.text(field);
            let finding = CheckFinding::new(CheckRule::OpenBlank, blank.place, text);
            findings.push(finding.at(blank.range));
        }
    }
    findings
}

/// A message for a telephone goes to a number: nobody has to be named in it.
pub(super) fn addressee(letter: &Letter, _: &Cv, _: &CheckContext) -> Vec<LetterFinding> {
    let is_named = [&letter.addressee.company, &letter.addressee.person]
        .into_iter()
        .any(|name| !name.trim().is_empty());
    if is_named || letter.letter_form() == LetterForm::ShortMessage {
        return Vec::new();
    }
    let place = LetterPlace::Addressee(AddresseeField::Company);
    vec![CheckFinding::new(CheckRule::MissingAddressee, place, "")]
}

pub(super) fn subject(letter: &Letter, _: &Cv, _: &CheckContext) -> Vec<LetterFinding> {
    let place = LetterPlace::Text(LetterField::Subject);
    let is_there = !letter.texts.subject.trim().is_empty();
    if is_there || !letter.letter_form().has(place) {
        return Vec::new();
    }
    vec![CheckFinding::new(CheckRule::MissingSubject, place, "")]
}

/// Points at the longest text: there is most to shorten.
pub(super) fn length(letter: &Letter, _: &Cv, context: &CheckContext) -> Vec<LetterFinding> {
    let Some(pages) = context.pages.filter(|pages| *pages > 1) else {
        return Vec::new();
    };
    let texts = body(letter);
    let longest = texts.iter().max_by_key(|(_, text)| text.len());
    let place = longest.map_or(LetterPlace::Text(LetterField::Opening), |(place, _)| *place);
    let finding = CheckFinding::new(CheckRule::LetterTooLong, place, &pages.to_string());
    vec![finding.with_number("pages", pages)]
}
