//! Why a file is not read as a letter.

use crate::import::ImportError;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A format that is recognised, to say what to do, but not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum OtherFormat {
    /// PDF.
    Pdf,
    /// Word's format of before 2007, or a DOCX behind a password.
    OldWord,
    /// Open Document.
    OpenDocument,
    /// Rich Text Format.
    RichText,
    /// A page of the web.
    Html,
    /// A ZIP file with something else in it.
    OtherZip,
}

/// Why a file is not read as a letter.
#[derive(Debug, Clone, PartialEq, Eq, Error, Serialize, Deserialize)]
pub enum LetterImportError {
    /// What is wrong with any file.
    #[error(transparent)]
    File(#[from] ImportError),
    /// The file is in a format that is not read.
    #[error("the file is neither DOCX nor text; open it where it was written and save it as DOCX")]
    OtherFormat(OtherFormat),
    /// The DOCX cannot be taken apart.
    #[error("the DOCX is damaged or protected by a password; save it again where it was made")]
    UnreadableDocx,
    /// The DOCX unpacks to far more than any letter.
    #[error("the DOCX is packed in a way that could do harm; save it again where it was made")]
    SwollenDocx,
    /// Far longer than a letter.
    #[error("the file has more than {limit} lines, which no letter has; bring the letter alone")]
    TooLong {
        /// How many lines are read.
        limit: usize,
    },
}
