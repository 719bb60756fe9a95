//! How fast the store is. Goals are the caller's.

use crate::fixture::{operation, unused_name};
use approdo_document::{DocumentId, Operation};
use approdo_store_indexeddb::{IndexedDbStore, StoreError};
use approdo_sync::store::{Delivery, Origin};
use approdo_sync::store::{DeviceStore, LocalEdit, OperationLog, Received, StoredOperation};
use js_sys::Date;
use std::collections::BTreeMap;

const DOCUMENTS: u8 = 10;
const EACH: u64 = 1_000;

/// Measures, in milliseconds: receiving 10 documents of 1,000 operations (a page of 1,000 at a
/// time), opening, reading all, and one edit.
pub async fn measure() -> Result<BTreeMap<&'static str, f64>, String> {
    figures().await.map_err(|error| error.to_string())
}

async fn figures() -> Result<BTreeMap<&'static str, f64>, StoreError> {
    let name = unused_name();
    let store = IndexedDbStore::open(&name).await?;
    let mut figures = BTreeMap::new();
    let start = Date::now();
    for document in 1..=DOCUMENTS {
        store.receive(&page(document)).await?;
    }
    figures.insert("receive_10000_ms", Date::now() - start);
    store.close();

    let start = Date::now();
    let store = IndexedDbStore::open(&name).await?;
    figures.insert("open_ms", Date::now() - start);
    let start = Date::now();
    let mut read = 0.0;
    for document in store.documents().await? {
        read += store.stored(document).await?.len() as f64;
    }
    figures.insert("load_10000_ms", Date::now() - start);
    figures.insert("load_count", read);

    let start = Date::now();
    for counter in 1..=20 {
        store
            .record_edit(&LocalEdit {
                operations: vec![operation(200, counter)],
                folds: Vec::new(),
            })
            .await?;
    }
    figures.insert("record_edit_ms", (Date::now() - start) / 20.0);
    let first = store.stored(DocumentId([200; 16])).await?;
    figures.insert("edits_stored", first.len() as f64);
    store.close();
    IndexedDbStore::delete(&name).await?;
    Ok(figures)
}

fn page(document: u8) -> Received {
    Received {
        delivered: (1..=EACH)
            .map(|counter| delivered(operation(document, counter), counter))
            .collect(),
        ..Received::default()
    }
}

fn delivered(operation: Operation, number: u64) -> StoredOperation {
    StoredOperation {
        operation,
        delivery: Delivery::Acknowledged,
        origin: Origin::Mine,
        built_upon: false,
        number: Some(number),
        device: None,
    }
}
