//! The store of one profile in one browser, on IndexedDB.
//!
//! `IndexedDbStore` keeps operations and how far they have got. What they mean is not known here,
//! and when to sync is decided elsewhere. Every promise of a method is one transaction, and a
//! method returns only after that transaction's `complete` event.

mod blob_store;
mod cipher;
mod connection;
mod device_store;
mod edit;
mod error;
#[cfg(feature = "conformance")]
pub mod faults;
mod javascript;
mod migrations;
mod open;
mod operation_log;
mod page_cache;
mod queries;
mod receive;
mod record;
mod record_body;
mod recordings;
mod schema;
mod state;
mod store;
mod transaction;

pub use error::StoreError;
pub use open::Listeners;
pub use recordings::{RecordingStore, StoredRecording};
pub use store::{DamagedRecord, IndexedDbStore};
