//! The module on interviews.
//! What is in it is decided here: all that only `interview` leads to.

use super::NotLoaded;
use crate::pages::interview::interview_page;
use crate::pages::sheets::sheets_page;
use leptos::prelude::AnyView;
use wasm_split_helpers::wasm_split;

/// What the module gives, once it is there.
#[derive(Debug, Clone, Copy)]
pub struct Interview {
    /// Draws the page on interviews that the address names.
    pub interview_page: fn() -> AnyView,
    /// Draws the page on feedback sheets that the address names.
    pub sheets_page: fn() -> AnyView,
}

/// Returns the pages on interviews, fetching their module the first time.
///
/// # Errors
/// When the module is neither on this device nor to be had over the network.
#[wasm_split(interview, fallible)]
pub fn interview() -> Result<Interview, NotLoaded> {
    Ok(Interview {
        interview_page,
        sheets_page,
    })
}
