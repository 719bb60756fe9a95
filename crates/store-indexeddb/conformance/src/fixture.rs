//! Databases nobody used before, operations to put into them, tasks followed step by step, and what
//! a case says when it fails.

use approdo_document::{
    DocumentId, KeyId, Operation, OperationId, RegisterKey, SpaceId, Stamp, WriterId,
};
use approdo_store_indexeddb::{IndexedDbStore, StoreError};
use js_sys::Math;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::Poll;

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

/// Follows a task for some steps, and returns its outcome if it has ended by then.
pub async fn follow<T>(mut task: Pin<&mut impl Future<Output = T>>, steps: usize) -> Option<T> {
    let mut left = steps;
    poll_fn(|context| match task.as_mut().poll(context) {
        Poll::Ready(outcome) => Poll::Ready(Some(outcome)),
        Poll::Pending if left == 0 => Poll::Ready(None),
        Poll::Pending => {
            left -= 1;
            Poll::Pending
        }
    })
    .await
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
