//! The criteria of an assessor's sheet, as they are written in `content/feedback`, and their rules.

use std::collections::HashSet;

use approdo_domain::sheet::{CriterionId, LONGEST_CRITERION_ID};
use serde::Deserialize;

use super::Fault;
use super::check::check_id;
use super::plain_text::{check_blanks, check_sentences};
use crate::Language;
use crate::criteria::{Criteria, Criterion, SheetPart};

/// Fewest criteria in a part of the sheet.
const FEWEST_IN_PART: usize = 7;
/// Longest name of a criterion, in characters.
const LONGEST_NAME: usize = 50;
/// Longest description of a level, in characters.
const LONGEST_LEVEL: usize = 160;

/// All criteria.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CriteriaFile {
    /// The criteria, in the order of the sheet.
    #[serde(default, rename = "criterion")]
    pub criteria: Vec<CriterionSource>,
}

/// One criterion in both languages.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(
    missing_docs,
    reason = "the fields are described in content/feedback/README.md"
)]
pub struct CriterionSource {
    pub id: String,
    pub part: SheetPart,
    pub it: CriterionText,
    pub en: CriterionText,
}

/// A criterion in one language.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[expect(
    missing_docs,
    reason = "the fields are described in content/feedback/README.md"
)]
pub struct CriterionText {
    pub name: String,
    pub levels: [String; 4],
    pub first_change: String,
}

impl CriterionSource {
    /// Returns the text in a language.
    pub fn text(&self, language: Language) -> &CriterionText {
        match language {
            Language::Italian => &self.it,
            Language::English => &self.en,
        }
    }
}

impl CriteriaFile {
    /// Path of the file in `content`.
    pub const PATH: &'static str = "feedback/criteria.toml";

    /// Reads the file.
    ///
    /// # Errors
    ///
    /// Says in which line it cannot be read and why.
    pub fn read(text: &str) -> Result<Self, Fault> {
        toml::from_str(text).map_err(|error| Fault::new(Self::PATH, "", error.to_string()))
    }

    /// Makes what the client gets in a language.
    pub fn criteria(&self, language: Language) -> Criteria {
        let criteria = self.criteria.iter().map(|source| {
            let CriterionText {
                name,
                levels,
                first_change,
            } = source.text(language).clone();
            Criterion {
                id: source.id.clone(),
                part: source.part,
                name,
                levels,
                first_change,
            }
        });
        Criteria {
            language,
            criteria: criteria.collect(),
        }
    }

    /// Lists everything that does not follow the rules.
    pub fn check(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        let mut ids = HashSet::new();
        for criterion in &self.criteria {
            let mut messages: Vec<String> = check_id(&criterion.id).into_iter().collect();
            if criterion.id.parse::<CriterionId>().is_err() {
                messages.push(format!(
                    "the id has more than {LONGEST_CRITERION_ID} characters"
                ));
            }
            if !ids.insert(&criterion.id) {
                messages.push("the id is used twice".to_owned());
            }
            for language in Language::ALL {
                messages.extend(check_text(criterion.text(language)));
            }
            let located = messages
                .into_iter()
                .map(|message| Fault::new(Self::PATH, &criterion.id, message));
            faults.extend(located);
        }
        for part in SheetPart::ALL {
            let of_part = self.criteria.iter().filter(|one| one.part == part);
            let number = of_part.count();
            if number < FEWEST_IN_PART {
                let message = format!("{part:?}: {number} criteria, {FEWEST_IN_PART} are wanted");
                faults.push(Fault::new(Self::PATH, "", message));
            }
        }
        faults
    }
}

fn check_text(text: &CriterionText) -> Vec<String> {
    let mut messages: Vec<String> = check_blanks(&text.name).into_iter().collect();
    if text.name.chars().count() > LONGEST_NAME {
        messages.push(format!("`{}` is too long for a name", text.name));
    }
    let mut seen = HashSet::new();
    for level in &text.levels {
        messages.extend(check_blanks(level));
        messages.extend(check_sentences(level));
        if level.chars().count() > LONGEST_LEVEL {
            messages.push(format!(
                "`{level}` has more than {LONGEST_LEVEL} characters"
            ));
        }
        if level.ends_with('.') {
            messages.push(format!("`{level}` ends with a stop; leave it out"));
        }
        if level.chars().any(|sign| sign.is_ascii_digit()) && level.contains('/') {
            messages.push(format!("`{level}` looks like a mark; say what is seen"));
        }
        if !seen.insert(level) {
            messages.push(format!("`{level}` stands there twice"));
        }
    }
    messages.extend(check_blanks(&text.first_change));
    messages.extend(check_sentences(&text.first_change));
    if !text.first_change.ends_with('.') {
        messages.push("`first-change` is a sentence and ends with a stop".to_owned());
    }
    messages
}
