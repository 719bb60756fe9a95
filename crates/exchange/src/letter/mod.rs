//! Letters in other formats: `docx` and `plain_text` write what goes out, `import` reads what somebody
//! brings. What a letter is belongs to `approdo-domain`; its pages to `approdo-render`.

#[cfg(feature = "files")]
mod docx;
mod import;
mod outgoing;
mod part;
mod plain_text;
mod sheet;

#[cfg(feature = "files")]
pub use docx::letter_docx;
#[cfg(feature = "files")]
pub use import::import_letter;
pub use import::{
    ImportedLetter, LetterFormat, LetterImportError, LetterImportRequest, LetterReport, LineLeft,
    OtherFormat,
};
pub use outgoing::{LetterDocxRequest, LetterWords, OutgoingLetter};
pub use plain_text::letter_text;
