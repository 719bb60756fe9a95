//! Why a file is not read at all.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A format that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Format {
    /// Approdo's own JSON.
    ApprodoJson,
    /// JSON Resume, schema 1.x.
    JsonResume,
    /// Reactive Resume, version 4.
    ReactiveResume4,
    /// Reactive Resume, version 5.
    ReactiveResume5,
    /// Europass XML of today.
    Europass,
}

/// Why a file is not read at all.
#[derive(Debug, Clone, PartialEq, Eq, Error, Serialize, Deserialize)]
pub enum ImportError {
    /// The file has nothing in it.
    #[error("the file is empty; choose another one")]
    Empty,
    /// The file is longer than any CV.
    #[error(
        "the file has {bytes} bytes, and at most {limit} are read; save the CV without photo or attachments"
    )]
    TooLarge {
        /// The file's length.
        bytes: usize,
        /// What is read.
        limit: usize,
    },
    /// The bytes are no text.
    #[error("the file is not text in UTF-8 or UTF-16; save it again as UTF-8")]
    NotText,
    /// The text is none of the formats.
    #[error(
        "the file is in no format known here; bring a CV from Europass, JSON Resume, Reactive Resume or Approdo"
    )]
    UnknownFormat,
    /// The text breaks off or breaks the rules of JSON or XML.
    #[error("the file is damaged at line {line}; save it again where it was made")]
    Malformed {
        /// The line where reading stopped, the first being 1.
        line: usize,
    },
    /// Nested deeper than any CV.
    #[error("the file is nested more than {limit} deep, which no CV is; it is not read")]
    TooDeep {
        /// How deep is read.
        limit: usize,
    },
    /// More values than any CV has.
    #[error("the file has more than {limit} values, which no CV has; it is not read")]
    TooMany {
        /// How many are read.
        limit: usize,
    },
    /// Written by a newer version of Approdo.
    #[error(
        "the file was made by a newer version of Approdo (format {found}); load the page again to update"
    )]
    NewerVersion {
        /// The version of the format.
        found: u64,
    },
    /// The text declares entities of its own or files to load.
    #[error("the file declares a document type, which could hide harm; it is not read")]
    DocumentType,
    /// The Europass format of before 2020.
    #[error(
        "the file is in the old Europass format; open it on the Europass site and save it again"
    )]
    OldEuropass,
    /// A PDF without a CV inside.
    #[error(
        "the PDF has no CV inside that can be read again; only those saved by Europass or Approdo do"
    )]
    NoAttachment,
    /// A PDF that cannot be taken apart.
    #[error("the PDF is damaged or protected by a password; save it again where it was made")]
    UnreadablePdf,
    /// A PDF that unpacks to far more than any CV.
    #[error("the PDF is packed in a way that could do harm; save it again where it was made")]
    SwollenPdf,
}
