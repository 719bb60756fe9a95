//! What the check finds: where, why, and under which key a person's "not now" is kept.

use super::rule::CheckRule;
use crate::hash::fnv1a;
use crate::{CvPlace, PartialDate};
use std::ops::Range;

/// A value for the words of a finding; how it is written is for who shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CheckValue {
    /// Words of the person.
    Text(String),
    /// A number.
    Number(usize),
    /// A date.
    Date(PartialDate),
}

/// A piece of advice about a CV, or about another document that has places of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckFinding<Place = CvPlace> {
    /// The rule that speaks.
    pub rule: CheckRule,
    /// The field to go to. It can always be written in, even where what is missing is a whole part.
    pub place: Place,
    /// The words concerned: bytes of the field's text, on the boundaries of characters.
    pub range: Option<Range<usize>>,
    /// Values for the rule's words, by the names they have there.
    pub values: Vec<(&'static str, CheckValue)>,
    /// What may be meant in place of the words concerned, the likeliest first.
    pub suggestions: Vec<String>,
    text_hash: u64,
}

/// Names a finding so that a person's "not now" can be kept. It changes when the text changes, and
/// then the advice comes back. At most one finding of a check has a given key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FindingKey<Place = CvPlace> {
    /// The rule; kept by its [`CheckRule::id`].
    pub rule: CheckRule,
    /// The place; kept as `approdo-document` writes places.
    pub place: Place,
    /// The hash of what the finding rests on: FNV-1a, 64 bits, the same in every version.
    pub text_hash: u64,
}

impl<Place: Copy> CheckFinding<Place> {
    /// Makes a finding that rests on a text.
    pub(crate) fn new(rule: CheckRule, place: Place, text: &str) -> Self {
        Self {
            rule,
            place,
            range: None,
            values: Vec::new(),
            suggestions: Vec::new(),
            text_hash: fnv1a(text),
        }
    }

    /// Adds the words concerned.
    pub(super) fn at(mut self, range: Range<usize>) -> Self {
        self.range = Some(range);
        self
    }

    /// Adds a text for the words.
    pub(super) fn with_text(mut self, name: &'static str, text: impl Into<String>) -> Self {
        self.values.push((name, CheckValue::Text(text.into())));
        self
    }

    /// Adds a number for the words.
    pub(super) fn with_number(mut self, name: &'static str, number: usize) -> Self {
        self.values.push((name, CheckValue::Number(number)));
        self
    }

    /// Adds a date for the words.
    pub(super) fn with_date(mut self, name: &'static str, date: PartialDate) -> Self {
        self.values.push((name, CheckValue::Date(date)));
        self
    }

    /// Returns the key under which the finding can be put off.
    pub fn key(&self) -> FindingKey<Place> {
        FindingKey {
            rule: self.rule,
            place: self.place,
            text_hash: self.text_hash,
        }
    }
}

/// Returns what is left of 100 points after the findings: a by-product, for a bar and no more.
pub fn score<Place>(findings: &[CheckFinding<Place>]) -> u32 {
    let lost: u32 = findings
        .iter()
        .map(|finding| finding.rule.weight().points())
        .sum();
    100_u32.saturating_sub(lost)
}
