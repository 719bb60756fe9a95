//! What became of a letter's file, to be shown before anything is taken over.

use approdo_domain::letter::LetterPlace;
use serde::{Deserialize, Serialize};

/// A format in which letters are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum LetterFormat {
    /// DOCX.
    Docx,
    /// Plain text.
    PlainText,
}

/// What was taken from a file, and what was not understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterReport {
    /// The file's format.
    pub format: LetterFormat,
    /// What was taken, in the order of the form.
    pub taken: Vec<LetterPlace>,
    /// What was not understood, in the order of the file.
    pub left: Vec<LineLeft>,
    /// How many more lines were not understood than are listed.
    pub more: usize,
}

/// A line that found no place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineLeft {
    /// Which line of the text it is, the first being 1.
    pub number: usize,
    /// The line, shortened.
    pub text: String,
}
