//! CVs and letters in other formats: `export` writes what a person chose to give, `import` reads what they bring,
//! with a report of what was not understood; `sheet`, `set` and `shown_cv` hand feedback sheets, prepared sets and a
//! candidate's CV from one phone to another, by `codes`.
//!
//! `letter` does the same for letters; `calendar` writes reminders.
//!
//! Everything here is pure: bytes in, bytes out. Ids for new entries come in as an argument. What a
//! CV is belongs to `approdo-domain`, how it looks on paper to `approdo-render`.

#[cfg(feature = "calendar")]
pub mod calendar;
#[cfg(feature = "sheets")]
pub mod codes;
pub mod export;
pub mod import;
#[cfg(feature = "copies")]
mod language_codes;
pub mod letter;
mod limits;
#[cfg(feature = "copies")]
mod place_names;
#[cfg(feature = "sheets")]
pub mod set;
#[cfg(feature = "sheets")]
pub mod sheet;
#[cfg(feature = "sheets")]
pub mod shown_cv;

pub use limits::{LARGEST_PDF_BYTES, LARGEST_TEXT_FILE_BYTES, MOST_CHARACTERS, MOST_ENTRIES};
