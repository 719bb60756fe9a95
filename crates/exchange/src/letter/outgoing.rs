//! What a writer of letters is given: the letter, who writes, and the words that the sheet adds.

use approdo_domain::letter::{Letter, Sender};
use serde::{Deserialize, Serialize};

/// A letter on its way out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutgoingLetter {
    /// The letter.
    pub letter: Letter,
    /// Who writes, as it goes out: see `Letter::sender_with`.
    pub sender: Sender,
    /// The name under the letter: see `Letter::signature_with`.
    pub signature: String,
    /// The words that the sheet adds.
    pub words: LetterWords,
}

/// The words of a letter's sheet, in the letter's language. Words that belong to a text have a place for it in braces.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterWords {
    /// The language as a BCP 47 tag.
    pub language: String,
    /// Names of the months as they stand in a date, January first.
    pub months: [String; 12],
    /// Where and when it was written: `{place}`, `{date}`.
    pub place_and_date: String,
    /// How a company is addressed: `{company}`, such as `Spett.le {company}`.
    pub company: String,
    /// How a person of a company is named: `{person}`, such as `Alla c.a. di {person}`.
    pub person: String,
    /// The subject: `{subject}`, such as `Oggetto: {subject}`.
    pub subject: String,
    /// Stands over what goes with the letter, such as `Allegati:`.
    pub enclosures: String,
}

/// A letter to be written as DOCX.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterDocxRequest {
    /// The letter.
    pub letter: OutgoingLetter,
}

#[cfg(feature = "files")]
impl LetterDocxRequest {
    /// Writes the file.
    ///
    /// # Errors
    /// The parts of the document could not be packed.
    pub fn carry_out(&self) -> Result<Vec<u8>, crate::export::DocxError> {
        super::letter_docx(&self.letter)
    }
}
