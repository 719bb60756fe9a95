//! Reading a letter that somebody brings, as DOCX or as text. Its parts are recognised by plain rules, and what they
//! do not recognise is reported line by line: nothing is taken over here, and nothing is left silently.

#[cfg(feature = "files")]
mod address;
#[cfg(feature = "files")]
mod archive;
#[cfg(feature = "files")]
mod arrange;
mod error;
#[cfg(feature = "files")]
mod line;
#[cfg(feature = "files")]
mod read;
mod report;
#[cfg(feature = "files")]
mod vocabulary;
#[cfg(feature = "files")]
mod when;
#[cfg(feature = "files")]
mod word_file;

pub use error::{LetterImportError, OtherFormat};
#[cfg(feature = "files")]
pub use read::import_letter;
pub use report::{LetterFormat, LetterReport, LineLeft};

use approdo_domain::letter::Letter;
use serde::{Deserialize, Serialize};

/// A file to be read as a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterImportRequest {
    /// The file's content.
    pub file: Vec<u8>,
}

/// A letter read from a file, and what became of the file's content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportedLetter {
    /// What was recognised.
    pub letter: Letter,
    /// What was taken, and what was not understood.
    pub report: LetterReport,
}

#[cfg(feature = "files")]
impl LetterImportRequest {
    /// Reads the file.
    ///
    /// # Errors
    /// Why the file is not read at all.
    pub fn carry_out(&self) -> Result<ImportedLetter, LetterImportError> {
        import_letter(&self.file)
    }
}
