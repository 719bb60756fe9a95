//! A CV in other formats: `export` writes what a person chose to give, `import` reads what they bring,
//! with a report of what was not understood.
//!
//! Everything here is pure: bytes in, bytes out. Ids for new entries come in as an argument. What a
//! CV is belongs to `approdo-domain`, how it looks on paper to `approdo-render`.

pub mod export;
pub mod import;
#[cfg(feature = "copies")]
mod language_codes;
mod limits;
#[cfg(feature = "copies")]
mod place_names;

pub use limits::{LARGEST_PDF_BYTES, LARGEST_TEXT_FILE_BYTES, MOST_CHARACTERS, MOST_ENTRIES};
