//! Whether the letter names the company, and names it rightly: letters are copied, and the name of the one
//! before stays in them.

use super::{LetterFinding, speaking};
use crate::Cv;
use crate::check::words::{Word, words};
use crate::check::{CheckContext, CheckFinding, CheckRule};
use crate::legal_form::legal_form;
use crate::letter::{Letter, LetterField, LetterPlace};
use std::ops::Range;

/// Words of names of companies that do not tell one from another.
const COMMON: [&str; 24] = [
    "srl",
    "spa",
    "snc",
    "sas",
    "s",
    "r",
    "l",
    "p",
    "a",
    "c",
    "n",
    "srls",
    "ltd",
    "gmbh",
    "coop",
    "soc",
    "societa",
    "cooperativa",
    "gruppo",
    "group",
    "azienda",
    "ditta",
    "di",
    "e",
];
/// Shorter words are close to too many others.
const TELLING_LETTERS: usize = 5;

pub(super) fn company(letter: &Letter, cv: &Cv, _: &CheckContext) -> Vec<LetterFinding> {
    let name = letter.addressee.company.trim();
    let telling = telling_words(name);
    if telling.is_empty() {
        return Vec::new();
    }
    let texts = speaking(letter);
    let known = known_names(letter, cv);
    let misnamed = texts.iter().find_map(|(place, text)| {
        let range = misnamed_in(text, &telling, &known)?;
        let found = text.get(range.clone()).unwrap_or_default();
        let finding = CheckFinding::new(
            CheckRule::CompanyMisnamed,
            *place,
            &format!("{name}\n{text}"),
        );
        Some(
            finding
                .at(range)
                .with_text("words", found)
                .with_text("company", name),
        )
    });
    if let Some(misnamed) = misnamed {
        return vec![misnamed];
    }
    let is_named = texts.iter().any(|(_, text)| {
        let mut words = words(text).into_iter();
        words.any(|word| telling.contains(&word.folded))
    });
    if is_named || texts.is_empty() {
        return Vec::new();
    }
    let place = LetterPlace::Text(LetterField::WhyYou);
    let finding = CheckFinding::new(CheckRule::CompanyNotNamed, place, name);
    vec![finding.with_text("company", name)]
}

/// Returns the words that tell a company from others, folded.
fn telling_words(name: &str) -> Vec<String> {
    let words = words(name).into_iter().map(|word| word.folded);
    words
        .filter(|word| !COMMON.contains(&word.as_str()))
        .collect()
}

/// Returns the words of names that may stand in the letter beside the company's.
fn known_names(letter: &Letter, cv: &Cv) -> Vec<String> {
    let mut names: Vec<&str> = vec![
        &letter.addressee.person,
        &letter.addressee.city,
        &letter.wanted.source,
        &letter.wanted.role,
        &cv.personal.given_name,
        &cv.personal.family_name,
    ];
    names.extend(cv.experience.iter().map(|entry| entry.employer.as_str()));
    names.extend(cv.experience.iter().map(|entry| entry.role.as_str()));
    names.extend(cv.education.iter().map(|entry| entry.school.as_str()));
    names.into_iter().flat_map(telling_words).collect()
}

/// Returns the first name in a text that is almost the company's, or that is another company's.
fn misnamed_in(text: &str, telling: &[String], known: &[String]) -> Option<Range<usize>> {
    let words = words(text);
    let is_fine = |word: &Word| telling.contains(&word.folded) || known.contains(&word.folded);
    let almost = words.iter().find(|word| {
        word.is_capitalised
            && !is_fine(word)
            && telling.iter().any(|name| is_slip(name, &word.folded))
    });
    if let Some(word) = almost {
        return Some(word.range.clone());
    }
    let forms = words
        .iter()
        .enumerate()
        .filter(|(at, _)| legal_form(&words, *at).is_some());
    let mut others = forms.filter_map(|(at, _)| {
        let name = words.get(at.checked_sub(1)?)?;
        let is_name = name.is_capitalised && !COMMON.contains(&name.folded.as_str());
        (is_name && !is_fine(name)).then(|| name.range.clone())
    });
    others.next()
}

/// Tells whether one letter more, less, other or changed with its neighbour makes one word of the other.
fn is_slip(name: &str, word: &str) -> bool {
    let (name, word): (Vec<char>, Vec<char>) = (name.chars().collect(), word.chars().collect());
    if name.len() < TELLING_LETTERS || name.len().abs_diff(word.len()) > 1 {
        return false;
    }
    let same_start = name
        .iter()
        .zip(&word)
        .take_while(|(one, other)| one == other)
        .count();
    let ends = name.iter().rev().zip(word.iter().rev());
    let same_end = ends.take_while(|(one, other)| one == other).count();
    let left = |length: usize| length.saturating_sub(same_start + same_end);
    let swapped = left(name.len()) == 2
        && name.len() == word.len()
        && name.get(same_start) == word.get(same_start + 1)
        && name.get(same_start + 1) == word.get(same_start);
    swapped || (left(name.len()) <= 1 && left(word.len()) <= 1 && name != word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::same("bianchi", "bianchi", false)]
    #[case::other("bianchi", "bianco", false)]
    #[case::one_less("bianchi", "bianci", true)]
    #[case::one_more("bianchi", "biaanchi", true)]
    #[case::one_other("bianchi", "bianchj", true)]
    #[case::swapped("bianchi", "biacnhi", true)]
    #[case::short("rossi", "rosso", true)]
    #[case::too_short("oro", "ora", false)]
    fn slips_are_told_from_other_words(#[case] name: &str, #[case] word: &str, #[case] is: bool) {
        assert_eq!(is_slip(name, word), is);
    }
}
