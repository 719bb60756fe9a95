//! What a first visit does without: modules on the wire of their own, and their words. They are
//! fetched when they are first needed, or in the background once the page is usable.
//! Which functions go where follows from who calls them: `parts`, `cv_tools`, `job_search` and `interview` are where
//! modules begin; what several of them need is in modules of its own, made by the packager.

mod cv_tools;
mod interview;
mod job_search;
mod parts;

pub use cv_tools::{CvTools, cv_tools};
pub use interview::{Interview, interview};
pub use job_search::{JobSearch, job_search};
pub use parts::{Parts, parts};

use crate::i18n;
use crate::platform::translations;
use thiserror::Error;
use wasm_split_helpers::SplitLoaderError;

/// A module or its words did not arrive; the next call tries again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a part of the client did not load; check the network and try again")]
pub struct NotLoaded;

impl From<SplitLoaderError> for NotLoaded {
    fn from(_: SplitLoaderError) -> Self {
        Self
    }
}

/// Fetches the parts and what their pages say.
///
/// # Errors
/// When one of them is neither on this device nor to be had over the network.
pub async fn parts_with_words() -> Result<Parts, NotLoaded> {
    let (words, parts) = futures::join!(later_words(), parts());
    words.and(parts)
}

/// Fetches the tools for CVs and what they say.
///
/// # Errors
/// As above.
pub async fn cv_tools_with_words() -> Result<CvTools, NotLoaded> {
    let (words, tools) = futures::join!(later_words(), cv_tools());
    words.and(tools)
}

/// Fetches letters and applications, and what they say.
///
/// # Errors
/// As above.
pub async fn job_search_with_words() -> Result<JobSearch, NotLoaded> {
    let (words, pages) = futures::join!(later_words(), job_search());
    words.and(pages)
}

/// Fetches the pages on interviews, and what they say.
///
/// # Errors
/// As above.
pub async fn interview_with_words() -> Result<Interview, NotLoaded> {
    let (words, pages) = futures::join!(later_words(), interview());
    words.and(pages)
}

/// Fetches the words of the pages on demand, unless they are there.
///
/// # Errors
/// When they are neither on this device nor to be had over the network.
async fn later_words() -> Result<(), NotLoaded> {
    // The person may choose another language meanwhile.
    while !i18n::has_later() {
        let language = i18n::language();
        let later = translations::load_later(language.tag()).await;
        i18n::speak_later(language, later.ok_or(NotLoaded)?);
    }
    Ok(())
}
