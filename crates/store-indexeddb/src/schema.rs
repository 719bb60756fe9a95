//! The object stores and indexes of the database, by name. How a database comes to have them is in
//! `migrations`; a name is never given to something else.

/// Operations, by the order in which this device stored them.
pub const OPERATIONS: &str = "operations";
/// Blobs, by the hash of their bytes.
pub const BLOBS: &str = "blobs";
/// Single records under names of their own.
pub const STATE: &str = "state";

/// The key of `OPERATIONS`, which the database gives out.
pub const SEQUENCE: &str = "sequence";

/// Index over `document`, within it in the order stored.
pub const BY_DOCUMENT: &str = "document";
/// Index over `id`; no id is there twice.
pub const BY_ID: &str = "id";
/// Index over each of `bases`: which operations are built on a given one.
pub const BY_BASE: &str = "bases";
/// Index over `since` of `BLOBS`: since when a blob is here.
pub const BY_SINCE: &str = "since";
/// Index over `queue`; only records that are in a queue have one.
pub const BY_QUEUE: &str = "queue";

/// Name of the record of account and cursor in `STATE`.
pub const SYNC: &str = "sync";
/// Name of the record that tells this life of the database from another one in `STATE`.
pub const LIFE: &str = "life";
