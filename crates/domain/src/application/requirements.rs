//! What a vacancy's text asks for, read by plain rules, each with its words. Whether a CV has it is decided
//! in `requirement_match`.

use crate::application::requirement_words::{
    AVAILABILITY, CERTIFICATES, LANGUAGES, NO_EXPERIENCE, QUALIFICATIONS, number_of,
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
        found.extend(driving(rest));
        let before = words.get(..at).unwrap_or_default();
        let rules = [
            certificate(rest),
            availability(rest),
            qualification(rest),
            language(before, rest),
            experience(before, rest),
        ];
        found.extend(rules.into_iter().flatten());
    }
    found.sort_by_key(|requirement| requirement.range.start);
    let mut once: Vec<Requirement> = Vec::new();
    for requirement in found {
        if once.iter().all(|known| known.kind != requirement.kind) {
            once.push(requirement);
        }
    }
    once
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
    if first.folded == "automunit" || first.folded.starts_with("automunit") {
        let own = requirement(RequirementKind::OwnCar, words.get(..1).unwrap_or_default());
        return own.into_iter().collect();
    }
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

/// A language is asked for where its level stands behind it, or words of knowing before it.
fn language(before: &[Word], words: &[Word]) -> Option<Requirement> {
    let name = words.first()?;
    let names = LANGUAGES
        .iter()
        .find(|names| names.contains(&name.folded.as_str()))?;
    let mut after = words.iter().enumerate().skip(1).take(3);
    let level = after.find_map(|(at, word)| Some((at, word.folded.parse::<CefrLevel>().ok()?)));
    let knowing = [
        "conoscenza",
        "lingua",
        "buon",
        "buona",
        "ottimo",
        "ottima",
        "discreto",
        "parlato",
        "madrelingua",
        "knowledge",
        "fluent",
        "good",
        "spoken",
    ];
    let is_asked = before
        .iter()
        .rev()
        .take(3)
        .any(|word| knowing.contains(&word.folded.as_str()));
    if level.is_none() && !is_asked {
        return None;
    }
    let last = level.map_or(0, |(at, _)| at);
    let kind = RequirementKind::Language(*names, level.map(|(_, level)| level));
    requirement(kind, words.get(..=last)?)
}

/// `esperienza di almeno 2 anni`, `almeno due anni di esperienza`; not `anche senza esperienza`.
fn experience(before: &[Word], words: &[Word]) -> Option<Requirement> {
    let word = words.first()?;
    if !matches!(word.folded.as_str(), "esperienza" | "experience") {
        return None;
    }
    let near_before = before.get(before.len().saturating_sub(3)..)?;
    let near_after = words.get(..words.len().min(7))?;
    let is_not_asked = |word: &Word| NO_EXPERIENCE.contains(&word.folded.as_str());
    if near_before.iter().any(is_not_asked) || near_after.iter().take(4).any(is_not_asked) {
        return None;
    }
    let years_in = |words: &[Word]| {
        words.windows(2).find_map(|pair| match pair {
            [number, unit]
                if matches!(unit.folded.as_str(), "anni" | "anno" | "years" | "year") =>
            {
                number_of(&number.folded)
            }
            _ => None,
        })
    };
    let years = years_in(near_before).or_else(|| years_in(near_after));
    requirement(RequirementKind::Experience(years), words.get(..1)?)
}
