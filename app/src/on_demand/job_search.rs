//! The module with letters and applications.
//! What is in it is decided here: all that only `job_search` leads to.

use super::NotLoaded;
use crate::pages::applications::applications_page;
use crate::pages::letters::letters_page;
use crate::state::application::watch;
use leptos::prelude::AnyView;
use wasm_split_helpers::wasm_split;

/// What the module gives, once it is there.
#[derive(Debug, Clone, Copy)]
pub struct JobSearch {
    /// Draws the page on applications that the address names.
    pub applications_page: fn() -> AnyView,
    /// Reminds of next steps for as long as the client is open.
    pub watch_reminders: fn(),
    /// Draws the page on letters that the address names.
    pub letters_page: fn() -> AnyView,
}

/// Returns letters and applications, fetching their module the first time.
///
/// # Errors
/// When the module is neither on this device nor to be had over the network.
#[wasm_split(job_search, fallible)]
pub fn job_search() -> Result<JobSearch, NotLoaded> {
    Ok(JobSearch {
        applications_page,
        watch_reminders: watch,
        letters_page,
    })
}
