//! Databases nobody used before, operations to put into them, and what a case says when it fails.

use approdo_document::{
    DocumentId, KeyId, Operation, OperationId, RegisterKey, SpaceId, Stamp, WriterId,
};
use approdo_store_indexeddb::{IndexedDbStore, StoreError};
use js_sys::Math;

/// Returns the name of a database that is not there yet.
pub fn unused_name() -> String {
    format!("conformance-{}", Math::random())
}

/// Opens a database.
pub async fn open(name: &str) -> Result<IndexedDbStore, String> {
    IndexedDbStore::open(name).await.map_err(told)
}

/// Says why a store failed.
pub fn told(error: StoreError) -> String {
    error.to_string()
}

/// Ends a case unless the condition holds.
pub fn ensure(condition: bool, what: &str) -> Result<(), String> {
    condition.then_some(()).ok_or_else(|| what.to_owned())
}

/// Returns the `counter`-th operation on a document, a short text of its own.
pub fn operation(document: u8, counter: u64) -> Operation {
    let document_id = DocumentId([document; 16]);
    Operation {
        space: SpaceId::of_document(document_id),
        document: document_id,
        register: RegisterKey([document; 8]),
        id: OperationId {
            writer: WriterId([document; 16]),
            counter,
        },
        base: (1..counter.min(2))
            .map(|counter| OperationId {
                writer: WriterId([document; 16]),
                counter,
            })
            .collect(),
        self_contained: true,
        blobs: Vec::new(),
        key: KeyId(0),
        stamp: Stamp {
            millis: 1_790_000_000_000 + counter,
            logical: 0,
        },
        extensions: Vec::new(),
        body: format!("Addetto alle vendite nel negozio numero {counter}").into_bytes(),
    }
}
