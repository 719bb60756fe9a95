//! The check of a CV, and of a letter: advice, never a refusal, and nothing is changed. Pure: what day it
//! is and in which language the texts are come in as arguments.
//!
//! `rule.rs` is the table of rules. A rule for one text stands in `sensitive`, `person`, `formulas`,
//! `shape` or `spacing`, and `text.rs` runs them; a rule for the CV as a whole stands in `contact`,
//! `periods`, `entries`, `levels`, `length` or `photo`; a rule for letters in `letter`. Spelling, which waits for a dictionary, is apart in
//! `spelling`. Words for people are not here; wrong forms of single
//! fields are marked by `validate`.

mod contact;
mod cv_texts;
pub(crate) mod days;
mod email;
mod entries;
mod finding;
mod formulas;
mod gaps;
mod length;
mod letter;
mod levels;
mod periods;
mod person;
mod photo;
pub(crate) mod phrases;
mod rule;
mod sensitive;
mod shape;
mod spacing;
mod spelling;
mod text;
mod validity;
pub(crate) mod words;

pub use finding::{CheckFinding, CheckValue, FindingKey, score};
pub use letter::{check_letter, letter_spelling, letter_words_to_spell};
pub use rule::{CheckRule, Weight};
pub use spelling::{Misspelt, spelling, with_word_replaced, words_to_spell};
pub use text::TextLanguage;

use crate::{Cv, ExportChoice, PartialDate};
use std::cmp::Reverse;

/// What the check needs to know beside the CV.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CheckContext {
    /// Today, with month and day.
    pub today: PartialDate,
    /// The language of the texts.
    pub language: TextLanguage,
    /// How many pages the CV has, if it was laid out.
    pub pages: Option<usize>,
    /// The size of its texts in hundredths of a point, if it was laid out.
    pub print_size: Option<u32>,
}

/// What tries one or more rules on a CV.
type CvRule = fn(&Cv, &CheckContext) -> Vec<CheckFinding>;

const CV_RULES: [CvRule; 16] = [
    contact::name_and_contact,
    contact::job_wanted,
    email::impression,
    email::of_employer,
    periods::missing_dates,
    periods::order,
    periods::in_future,
    gaps::gaps,
    entries::descriptions,
    entries::duplicates,
    length::length,
    levels::languages,
    levels::driving,
    validity::certificates,
    photo::quality,
    cv_texts::texts,
];

/// Returns what could be better in a CV, the weightiest first, and in the order of the table among
/// equals. Hidden parts and entries are not looked at. At most one finding has a given
/// [`FindingKey`], so that each can be put off by itself.
pub fn check_cv(cv: &Cv, context: &CheckContext) -> Vec<CheckFinding> {
    let shown = cv.for_export(ExportChoice::everything());
    let mut findings: Vec<CheckFinding> = CV_RULES
        .iter()
        .flat_map(|rule| rule(&shown, context))
        .collect();
    sort_by_weight(&mut findings);
    findings
}

/// Puts the weightiest findings first, and equals in the order of the table.
pub fn sort_by_weight<Place>(findings: &mut [CheckFinding<Place>]) {
    findings.sort_by_key(|finding| (Reverse(finding.rule.weight()), finding.rule));
}
