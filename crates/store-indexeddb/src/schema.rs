//! The object stores and indexes of the database: one list for all versions.
//!
//! An upgrade deletes every object store that this list does not name, so a name is never removed
//! from it; a change of what a record holds is told by the record's own `version`.

use rexie::{Index, ObjectStore};

/// The version of the list below; grows with every change to it.
pub const DATABASE_VERSION: u32 = 1;

/// Operations, by the order in which this device stored them.
pub const OPERATIONS: &str = "operations";
/// Single records under names of their own.
pub const STATE: &str = "state";

/// Index over `document`, within it in the order stored.
pub const BY_DOCUMENT: &str = "document";
/// Index over `id`; no id is there twice.
pub const BY_ID: &str = "id";
/// Index over each of `bases`: which operations are built on a given one.
pub const BY_BASE: &str = "bases";
/// Index over `queue`; only records that are in a queue have one.
pub const BY_QUEUE: &str = "queue";

/// Name of the record of account and cursor in `STATE`.
pub const SYNC: &str = "sync";
/// Name of the record that tells this life of the database from another one in `STATE`.
pub const LIFE: &str = "life";

/// The list, for opening and upgrading.
pub fn object_stores() -> [ObjectStore; 2] {
    [
        ObjectStore::new(OPERATIONS)
            .key_path("sequence")
            .auto_increment(true)
            .add_index(Index::new(BY_DOCUMENT, "document"))
            .add_index(Index::new(BY_ID, "id").unique(true))
            .add_index(Index::new(BY_BASE, "bases").multi_entry(true))
            .add_index(Index::new(BY_QUEUE, "queue")),
        ObjectStore::new(STATE),
    ]
}
