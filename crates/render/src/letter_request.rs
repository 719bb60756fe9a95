//! What a caller asks for of a letter: plain data that crosses to a worker as bytes. The answers are those for
//! a CV, in `request`.

use crate::labels::Labels;
use crate::look::Look;
use crate::request::RenderRequest;
use approdo_domain::letter::{Letter, Sender};
use serde::{Deserialize, Serialize};

/// A letter to lay out, with all the words that the page adds to it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterRequest {
    /// The letter.
    pub letter: Letter,
    /// Who writes, as it goes out: see `Letter::sender_with`.
    pub sender: Sender,
    /// The name under the letter: see `Letter::signature_with`.
    pub signature: String,
    /// How the pages look: as those of the CV that the letter goes with.
    pub look: Look,
    /// The words that letters share with CVs, in the language of the letter.
    pub labels: Labels,
    /// The words of letters alone.
    pub words: LetterLabels,
    /// The language of the letter as a BCP 47 tag.
    pub language: String,
}

/// The words that the page adds to a letter, ready to print.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterLabels {
    /// The document's title with `{name}` for the writer's name, such as `Lettera – {name}`.
    pub document_title: String,
    /// The title of a file with letter and CV, with `{name}`, such as `Lettera e CV – {name}`.
    pub title_with_cv: String,
    /// What the letter is called among the bookmarks, such as `Lettera di presentazione`.
    pub letter: String,
    /// Names of the months as they stand in a date, January first.
    pub months: [String; 12],
    /// Where and when it was written: `{place}`, `{date}`.
    pub place_and_date: String,
    /// How a company is addressed: `{company}`, such as `Spett.le {company}`.
    pub company: String,
    /// How a person of a company is named under it: `{person}`, such as `Alla c.a. di {person}`.
    pub person: String,
    /// The subject: `{subject}`, such as `Oggetto: {subject}`.
    pub subject: String,
    /// Stands over what goes with the letter, such as `Allegati:`.
    pub enclosures: String,
    /// Whether addressee and signature stand at the end of the lines, as on Italian sheets.
    pub addressee_at_end: bool,
}

/// A letter to write as PDF, alone or with the CV behind it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterPdfRequest {
    /// The letter.
    pub letter: LetterRequest,
    /// The CV that comes after it, if it is to be in the same file.
    pub cv: Option<RenderRequest>,
    /// When the file is made, in seconds since 1970.
    pub made_seconds: u64,
}
