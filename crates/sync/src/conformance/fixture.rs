//! Operations and requests for the suites: small, fixed, with telling bodies.

use crate::batch::Batch;
use crate::store::LocalEdit;
use crate::wire::{Cursor, SyncRequest, SyncResponse, Verdict};
use approdo_document::{
    AccountId, DocumentId, KeyId, Operation, OperationId, RegisterKey, SpaceId, Stamp, WriterId,
};

pub(super) const ANNA: AccountId = AccountId([0xa1; 16]);
pub(super) const BRUNO: AccountId = AccountId([0xb2; 16]);

/// Returns the document of that name; its space holds only it.
pub(super) fn document(name: u8) -> DocumentId {
    DocumentId([name; 16])
}

/// Returns the space of that document.
pub(super) fn space(name: u8) -> SpaceId {
    SpaceId::of_document(document(name))
}

/// Returns the `counter`-th operation id of a writer.
pub(super) fn id(writer: u8, counter: u64) -> OperationId {
    OperationId {
        writer: WriterId([writer; 16]),
        counter,
    }
}

/// A whole value, the first of its place.
pub(super) fn set(document_name: u8, id: OperationId) -> Operation {
    Operation {
        space: space(document_name),
        document: document(document_name),
        register: RegisterKey([document_name; 8]),
        id,
        base: Vec::new(),
        self_contained: true,
        blobs: Vec::new(),
        key: KeyId(0),
        stamp: Stamp {
            millis: 1_790_000_000_000 + id.counter,
            logical: 0,
        },
        extensions: Vec::new(),
        body: format!("value {id}").into_bytes(),
    }
}

/// A whole value in the place of others.
pub(super) fn set_over(document_name: u8, id: OperationId, base: &[OperationId]) -> Operation {
    let mut base = base.to_vec();
    base.sort_unstable();
    Operation {
        base,
        ..set(document_name, id)
    }
}

/// A change that cannot be read without its base.
pub(super) fn patch(document_name: u8, id: OperationId, base: OperationId) -> Operation {
    Operation {
        self_contained: false,
        ..set_over(document_name, id, &[base])
    }
}

/// The same operation with other bytes.
pub(super) fn forged(operation: &Operation) -> Operation {
    Operation {
        body: b"other bytes".to_vec(),
        ..operation.clone()
    }
}

/// An edit of one operation.
pub(super) fn edit(operation: &Operation, folds: &[OperationId]) -> LocalEdit {
    LocalEdit {
        operations: vec![operation.clone()],
        folds: folds.to_vec(),
    }
}

/// A request that pushes.
pub(super) fn request(
    account: AccountId,
    cursor: Option<Cursor>,
    pushed: &[Operation],
) -> SyncRequest {
    SyncRequest {
        account,
        cursor,
        pushed: Batch::pack(pushed),
        returned: Batch::default(),
        returned_proofs: Vec::new(),
        page: 1_000,
    }
}

/// The ids of what an answer delivers, in order.
pub(super) fn delivered(response: &SyncResponse) -> Result<Vec<OperationId>, String> {
    let operations = response.delivered.unpack().map_err(text)?;
    Ok(operations.iter().map(|operation| operation.id).collect())
}

/// The numbers of what an answer delivers, in order.
pub(super) fn numbers(response: &SyncResponse) -> Vec<u64> {
    response
        .delivered_notes
        .iter()
        .map(|note| note.number)
        .collect()
}

/// The verdict on what is durable.
pub(super) fn stored(number: u64) -> Verdict {
    Verdict::Stored { number }
}

/// Makes a failure of the store a failure of the case.
pub(super) fn text(error: impl std::error::Error) -> String {
    format!("the store failed: {error}")
}
