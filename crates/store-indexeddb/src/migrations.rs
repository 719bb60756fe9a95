//! The versions of the database, each with the step that leads to it from the one before. A step is
//! never changed once people have its version; a new one is added behind it.
//!
//! All steps of an upgrade run in the one transaction that the browser opens for it: a tab killed in
//! the middle leaves the old version whole, and the next opening begins again.

use crate::error::StoreError;
use crate::javascript::RawRecord;
use crate::queries::Operations;
use crate::record;
use crate::schema::{
    BLOBS, BY_BASE, BY_DOCUMENT, BY_ID, BY_QUEUE, BY_SINCE, OPERATIONS, SEQUENCE, STATE, SYNC,
};
use crate::transaction::Transaction;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbIndexParameters, IdbObjectStoreParameters};

/// A version of the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Version {
    /// There is no database yet.
    Nothing = 0,
    /// Both object stores, with records of version 0.
    Foundation = 1,
    /// The same, with records of version 1.
    Format1 = 2,
    /// An object store for blobs beside them.
    Blobs = 3,
}

/// The version that this code reads and writes.
pub const CURRENT: Version = Version::Blobs;

impl Version {
    /// Returns the version of a number that the browser gives; none if this code does not know it.
    pub fn of(number: u32) -> Option<Self> {
        [Self::Nothing, Self::Foundation, Self::Format1, Self::Blobs]
            .into_iter()
            .find(|version| *version as u32 == number)
    }
}

/// Brings a database from a version to the current one.
pub async fn migrate(
    database: &IdbDatabase,
    transaction: &Transaction,
    from: Version,
) -> Result<(), StoreError> {
    let mut version = from;
    while version != CURRENT {
        version = match version {
            Version::Nothing => {
                make_object_stores(database).map_err(|thrown| StoreError::from_thrown(&thrown))?;
                Version::Foundation
            }
            Version::Foundation => {
                close_format_0(transaction).await?;
                Version::Format1
            }
            Version::Format1 => {
                make_blob_store(database).map_err(|thrown| StoreError::from_thrown(&thrown))?;
                // Chromium never ends a transaction that is committed while its indexes are being made.
                let request = transaction.store(BLOBS)?.count();
                transaction.watch(request)?.answer().await?;
                Version::Blobs
            }
            Version::Blobs => break,
        };
    }
    Ok(())
}

/// Makes the object stores of the foundation.
fn make_object_stores(database: &IdbDatabase) -> Result<(), JsValue> {
    let ordered = IdbObjectStoreParameters::new();
    ordered.set_key_path(&JsValue::from_str(SEQUENCE));
    ordered.set_auto_increment(true);
    let operations = database.create_object_store_with_optional_parameters(OPERATIONS, &ordered)?;
    for (name, is_unique, is_of_each) in [
        (BY_DOCUMENT, false, false),
        (BY_ID, true, false),
        (BY_BASE, false, true),
        (BY_QUEUE, false, false),
    ] {
        let kind = IdbIndexParameters::new();
        kind.set_unique(is_unique);
        kind.set_multi_entry(is_of_each);
        // Each index has the name of the field it is over.
        operations.create_index_with_str_and_optional_parameters(name, name, &kind)?;
    }
    database.create_object_store(STATE)?;
    Ok(())
}

/// Makes the object store of blobs.
fn make_blob_store(database: &IdbDatabase) -> Result<(), JsValue> {
    let by_hash = IdbObjectStoreParameters::new();
    by_hash.set_key_path(&JsValue::from_str(BY_ID));
    let blobs = database.create_object_store_with_optional_parameters(BLOBS, &by_hash)?;
    for name in [BY_SINCE, BY_QUEUE] {
        blobs.create_index_with_str(name, name)?;
    }
    Ok(())
}

/// Closes format 0: its records hold what those of version 1 hold, under the other number.
async fn close_format_0(transaction: &Transaction) -> Result<(), StoreError> {
    let log = Operations::of(transaction)?;
    for raw in log.all().await? {
        if record::close_format_0(&raw) {
            log.put(&raw)?;
        }
    }
    let state = transaction.store(STATE)?;
    let key = JsValue::from_str(SYNC);
    let found = transaction.watch(state.get(&key))?.answer().await?;
    if found.is_object() {
        let raw: RawRecord = found.unchecked_into();
        if record::close_format_0(&raw) {
            transaction
                .watch(state.put_with_key(&raw, &key))?
                .answer()
                .await?;
        }
    }
    Ok(())
}
