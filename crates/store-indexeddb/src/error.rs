//! Why the browser's store failed, told from what the browser says. What to do about it on screen
//! is the caller's part.

use thiserror::Error;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DomException;

/// Why the store failed. Nothing of the method that failed was stored.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum StoreError {
    /// There is no IndexedDB: private mode, lockdown, storage switched off.
    #[error("this browser keeps no data for this page; download a backup before you close it")]
    NotAvailable,
    /// The database, or something in it, was written by a newer version of the app.
    #[error("the data were written by a newer version of Approdo; reload to update the app")]
    NewerVersion,
    /// The device or the browser's share of it is full.
    #[error("the storage is full; download a backup now, then free some space")]
    Quota,
    /// The browser closed the connection, and opening it anew did not help.
    #[error("the browser closed its storage; download a backup, then reload the page")]
    Lost,
    /// The browser deleted the data while the page was open.
    #[error("the browser deleted the stored data; download a backup of what is still on screen")]
    Emptied,
    /// The browser refused for a reason of its own.
    #[error("the browser's storage failed ({0}); download a backup, then reload the page")]
    Failed(String),
}

impl StoreError {
    /// Reads the reason of a failed request or transaction.
    pub(crate) fn from_exception(exception: &DomException) -> Self {
        match exception.name().as_str() {
            "QuotaExceededError" => Self::Quota,
            "VersionError" => Self::NewerVersion,
            // WebKit reports a lost connection as an unknown error.
            "InvalidStateError" | "UnknownError" | "AbortError" => Self::Lost,
            "SecurityError" => Self::NotAvailable,
            other => Self::Failed(other.to_owned()),
        }
    }

    /// Reads the reason of a call that threw.
    pub(crate) fn from_thrown(thrown: &JsValue) -> Self {
        match thrown.dyn_ref::<DomException>() {
            Some(exception) => Self::from_exception(exception),
            None => Self::Failed("unexpected value".to_owned()),
        }
    }

    /// Reads the reason why the database could not be opened, upgraded or deleted.
    pub(crate) fn from_opening(exception: &DomException) -> Self {
        match Self::from_exception(exception) {
            // Firefox in private mode and WebKit in lockdown refuse the opening itself this way.
            Self::Lost => Self::NotAvailable,
            other => other,
        }
    }
}
