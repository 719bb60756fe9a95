//! Sync: wire types, the sync state machine, `Store` and `Transport` traits, the in-memory stores
//! and the conformance suites that every store passes.
//!
//! Nothing here interprets a body, and nothing here does I/O: time, randomness, network and disk
//! come in as arguments or through the traits.

pub mod answer;
pub mod batch;
pub mod blob_exchange;
pub mod blobs;
#[cfg(feature = "conformance")]
pub mod conformance;
pub mod exchange;
pub mod frame;
pub mod load;
pub mod machine;
pub mod memory;
mod numbers;
pub mod receipt;
pub mod server_rules;
pub mod store;
pub mod transport;
pub mod wire;
