//! Requirements laid together as they are taken over: line by line, and `this or that` as one.

use crate::application::requirements::read_requirements;
use crate::application::{Requirement, RequirementKind};
use crate::check::words::{Word, words};
use std::ops::Range;

/// Words of a text that ask for something: for one thing, or for several in one breath (`patenti B e C`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequirementLine {
    /// The words: bytes of the text. Read alone, they ask for the same.
    pub range: Range<usize>,
    /// What they ask for.
    pub kinds: Vec<RequirementKind>,
}

/// Returns what a text asks for by the words that ask for it: how it can be taken over, line by line.
pub fn requirement_lines(text: &str) -> Vec<RequirementLine> {
    let mut lines: Vec<RequirementLine> = Vec::new();
    for Requirement { kind, range } in read_requirements(text) {
        match lines.last_mut().filter(|line| range.start < line.range.end) {
            Some(line) => {
                line.range.end = line.range.end.max(range.end);
                line.kinds.push(kind);
            }
            None => lines.push(RequirementLine {
                range,
                kinds: vec![kind],
            }),
        }
    }
    lines
}

/// `diploma o laurea` asks for a diploma: the lower one is enough.
pub(super) fn with_alternatives(text: &str, found: Vec<Requirement>) -> Vec<Requirement> {
    let mut kept: Vec<Requirement> = Vec::new();
    for requirement in found {
        let qualifications = |known: &Requirement| match (known.kind, requirement.kind) {
            (RequirementKind::Qualification(one), RequirementKind::Qualification(other)) => {
                Some(one.min(other))
            }
            _ => None,
        };
        let lower = kept.last().and_then(qualifications);
        match (kept.last_mut(), lower) {
            (Some(known), Some(lower)) if are_alternatives(text, known, &requirement) => {
                known.kind = RequirementKind::Qualification(lower);
                known.range.end = requirement.range.end;
            }
            _ => kept.push(requirement),
        }
    }
    kept
}

fn are_alternatives(text: &str, one: &Requirement, other: &Requirement) -> bool {
    let between = text.get(one.range.end..other.range.start);
    let between = between.unwrap_or_default();
    let says_or = |word: &Word| matches!(word.folded.as_str(), "o" | "oppure" | "or" | "od");
    !between.contains(['.', ';', '\n']) && words(between).iter().any(says_or)
}
