//! Known answers about the PDF, asked of the tools that other people will open it with: qpdf,
//! pdfinfo, pdftotext and pdftoppm.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

#[path = "../common/mod.rs"]
mod common;
mod content;
mod drawings;
mod file;
mod letter;
mod letter_pictures;
mod letter_with_cv;
mod outline;
mod photo;
mod picture;
mod pictures;
mod right_to_left;
mod sheet;
mod templates;
mod tools;
