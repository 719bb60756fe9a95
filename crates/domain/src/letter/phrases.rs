//! The families of phrases for one form of letter in one language. What a phrase is, is in `phrase`.

use crate::letter::LetterField;
use serde::{Deserialize, Serialize};

/// Phrases for each part of a letter, as they are written. They come as data, from `approdo-catalog`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct LetterPhrases {
    /// For the subject; messages for a telephone have none.
    #[serde(default)]
    pub subject: Vec<String>,
    /// For the salutation.
    pub salutation: Vec<String>,
    /// For why the person writes.
    pub opening: Vec<String>,
    /// For what the person brings.
    pub why_me: Vec<String>,
    /// For why this company.
    pub why_you: Vec<String>,
    /// For what is to happen next.
    pub closing: Vec<String>,
}

impl LetterPhrases {
    /// Returns the phrases for a part; none for parts that are not composed.
    pub fn of(&self, field: LetterField) -> &[String] {
        match field {
            LetterField::Subject => &self.subject,
            LetterField::Salutation => &self.salutation,
            LetterField::Opening => &self.opening,
            LetterField::WhyMe => &self.why_me,
            LetterField::WhyYou => &self.why_you,
            LetterField::Closing => &self.closing,
            LetterField::Place
            | LetterField::Date
            | LetterField::Signature
            | LetterField::Enclosures => &[],
        }
    }
}
