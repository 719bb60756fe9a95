//! What a vacancy's text asks for, read by plain rules, each with its words. Whether a CV has it is decided
//! in `requirement_match`; languages and experience are read in `requirement_knowledge`.

use crate::application::requirement_knowledge::{experience, language};
use crate::application::requirement_lines::with_alternatives;
use crate::application::requirement_words::{
    AVAILABILITY, CERTIFICATES, DECLINED_AFTER, DECLINED_BEFORE, OWN_CAR, QUALIFICATIONS,
};
use crate::check::words::{Word, words};
use crate::{AvailabilityField, CefrLevel, DrivingCategory, QualificationLevel};
use std::ops::Range;

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RequirementKind {
    /// A driving category.
    Driving(DrivingCategory),
    /// A car of one's own (*automunito*).
    OwnCar,
    /// A certificate, by the words that all its names have.
    Certificate(&'static [&'static str]),
    /// A language, by its names in Italian and English, and a level if one is named.
    Language([&'static str; 2], Option<CefrLevel>),
    /// A qualification of that level or a higher one.
    Qualification(QualificationLevel),
    /// Experience, of so many years if a number is named.
    Experience(Option<usize>),
    /// When, how much or where one works.
    Availability(AvailabilityField),
}

/// Something that a text asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requirement {
    /// What.
    pub kind: RequirementKind,
    /// The words it was read from: bytes of the text.
    pub range: Range<usize>,
}

/// Returns what a text asks for, in its order, each thing once.
pub fn read_requirements(text: &str) -> Vec<Requirement> {
    let words = words(text);
    let mut found = Vec::new();
    for at in 0..words.len() {
        let rest = words.get(at..).unwrap_or_default();
        let before = in_sentence(words.get(..at).unwrap_or_default());
        found.extend(driving(rest));
        let rules = [
            own_car(rest),
            certificate(rest),
            availability(rest),
            qualification(rest),
            language(before, rest),
            experience(before, rest),
        ];
        found.extend(rules.into_iter().flatten());
    }
    found.retain(|requirement| !is_declined(requirement, &words));
    found.sort_by_key(|requirement| (requirement.range.start, requirement.range.end));
    let mut once: Vec<Requirement> = Vec::new();
    for requirement in found {
        if !once.iter().any(|known| has_said(known, &requirement)) {
            once.push(requirement);
        }
    }
    with_alternatives(text, once)
}

/// Tells whether something is there already, or its words are of it: `night shifts` are no `shifts` besides.
fn has_said(known: &Requirement, requirement: &Requirement) -> bool {
    let both_when = matches!(
        (known.kind, requirement.kind),
        (
            RequirementKind::Availability(_),
            RequirementKind::Availability(_)
        )
    );
    known.kind == requirement.kind || (both_when && requirement.range.start < known.range.end)
}

/// The words of a sentence that has not ended yet.
fn in_sentence(before: &[Word]) -> &[Word] {
    let is_number = |word: &Word| word.folded.starts_with(|sign: char| sign.is_ascii_digit());
    // The dash of `2-3 anni` ends nothing.
    let start = before
        .iter()
        .rposition(|word| word.begins_sentence && !is_number(word));
    before.get(start.unwrap_or_default()..).unwrap_or_default()
}

/// `no weekend`, `domenica libera`: it is said, and not asked for.
fn is_declined(requirement: &Requirement, words: &[Word]) -> bool {
    let first = words.partition_point(|word| word.range.start < requirement.range.start);
    let next = words.partition_point(|word| word.range.start < requirement.range.end);
    let starts_sentence = words.get(first).is_some_and(|word| word.begins_sentence);
    let mut before = in_sentence(words.get(..first).unwrap_or_default())
        .iter()
        .rev()
        .take(if starts_sentence { 0 } else { 2 });
    let after = words.get(next..).unwrap_or_default().iter();
    let mut after = after.take(3).take_while(|word| !word.begins_sentence);
    before.any(|word| DECLINED_BEFORE.contains(&word.folded.as_str()))
        || after.any(|word| DECLINED_AFTER.contains(&word.folded.as_str()))
}

fn requirement(kind: RequirementKind, words: &[Word]) -> Option<Requirement> {
    let range = words.first()?.range.start..words.last()?.range.end;
    Some(Requirement { kind, range })
}

/// Tells whether words begin with a row of folded words.
fn begin_with(words: &[Word], row: &str) -> Option<usize> {
    let mut count = 0;
    for wanted in row.split(' ') {
        let word = words.get(count)?;
        let fits = match wanted.strip_suffix('~') {
            Some(stem) => word.folded.starts_with(stem),
            None => word.folded == wanted,
        };
        if !fits {
            return None;
        }
        count += 1;
    }
    Some(count)
}

/// `patente B`, `patente di guida cat. C`, `patenti B e C`, `CQC`.
fn driving(words: &[Word]) -> Vec<Requirement> {
    let Some(first) = words.first() else {
        return Vec::new();
    };
    if first.folded == "cqc" {
        let kind = RequirementKind::Driving(DrivingCategory::CqcGoods);
        let cqc = requirement(kind, words.get(..1).unwrap_or_default());
        return cqc.into_iter().collect();
    }
    if !matches!(first.folded.as_str(), "patente" | "patenti" | "licence") {
        return Vec::new();
    }
    let between = [
        "di",
        "guida",
        "cat",
        "categoria",
        "tipo",
        "e",
        "o",
        "la",
        "driving",
        "category",
    ];
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate().skip(1).take(6) {
        let codes = DrivingCategory::ALL.into_iter();
        // Small letters are words: `patente e auto`.
        let category = codes
            .filter(|_| word.is_capitalised)
            .find(|category| category.code().to_lowercase() == word.folded);
        match category {
            Some(category) => {
                let kind = RequirementKind::Driving(category);
                found.extend(requirement(kind, words.get(..=at).unwrap_or_default()));
            }
            None if between.contains(&word.folded.as_str()) => {}
            None => break,
        }
    }
    found
}

fn own_car(words: &[Word]) -> Option<Requirement> {
    let count = OWN_CAR.iter().find_map(|asked| begin_with(words, asked))?;
    requirement(RequirementKind::OwnCar, words.get(..count)?)
}

fn certificate(words: &[Word]) -> Option<Requirement> {
    CERTIFICATES.iter().find_map(|(asked, telling)| {
        let count = begin_with(words, asked)?;
        requirement(RequirementKind::Certificate(telling), words.get(..count)?)
    })
}

fn availability(words: &[Word]) -> Option<Requirement> {
    AVAILABILITY.iter().find_map(|(asked, field)| {
        let count = begin_with(words, asked)?;
        requirement(RequirementKind::Availability(*field), words.get(..count)?)
    })
}

fn qualification(words: &[Word]) -> Option<Requirement> {
    QUALIFICATIONS.iter().find_map(|(asked, level)| {
        let count = begin_with(words, asked)?;
        requirement(RequirementKind::Qualification(*level), words.get(..count)?)
    })
}
