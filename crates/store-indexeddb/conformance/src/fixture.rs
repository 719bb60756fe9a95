//! Databases nobody used before, and operations to put into them.

use approdo_document::{
    DocumentId, KeyId, Operation, OperationId, RegisterKey, SpaceId, Stamp, WriterId,
};
use js_sys::Math;

/// Returns the name of a database that is not there yet.
pub fn unused_name() -> String {
    format!("conformance-{}", Math::random())
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
