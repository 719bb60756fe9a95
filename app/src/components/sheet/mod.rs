//! Pieces of the pages on feedback sheets.

pub mod codes;
pub mod criterion;
pub mod desk;
pub mod fields;
pub mod file_buttons;
pub mod pdf_buttons;
pub mod plan;
pub mod reading;
pub mod words;
