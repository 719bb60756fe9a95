//! Operations packed for the wire: what repeats stands once in a dictionary, and what follows from
//! other bytes is left out.
//!
//! The register key of an open body follows from its path, which is its first part: eight bytes an
//! edit. This is packing only: whatever the body is, the same operation comes out as went in.

use approdo_document::{
    BlobHash, DocumentId, KeyId, Operation, OperationId, Path, RegisterKey, SpaceId, Stamp,
    WriterId,
};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Several operations, packed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Batch {
    /// Every writer named by an operation or a base.
    writers: Vec<WriterId>,
    /// Every document with its space.
    documents: Vec<(SpaceId, DocumentId)>,
    /// The earliest stamp; the others count from it.
    first_millis: u64,
    operations: Vec<PackedOperation>,
}

/// One operation, with indices into the batch's dictionaries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct PackedOperation {
    document: u32,
    id: PackedId,
    base: Vec<PackedId>,
    flags: u8,
    millis_after_first: u64,
    body: Vec<u8>,
    /// What most operations do not have.
    rare: Option<Rare>,
}

/// Header fields that are rarely other than their default.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
struct Rare {
    /// Present if it does not follow from the body.
    register: Option<RegisterKey>,
    logical: u32,
    blobs: Vec<BlobHash>,
    key: KeyId,
    extensions: Vec<u8>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct PackedId {
    writer: u32,
    counter: u64,
}

const SELF_CONTAINED: u8 = 1;

/// Why a batch cannot be unpacked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum BatchError {
    /// An index points nowhere.
    #[error("the batch names an entry its dictionary does not have; send it again from its source")]
    NoEntry,
    /// A register key was left out that does not follow from the body.
    #[error("the batch leaves out which place an edit is of; send it again from its source")]
    NoRegister,
    /// A flag is set that this version does not know: without it the operation would be another.
    #[error("the batch marks an edit in an unknown way; update the older of the two sides")]
    UnknownFlag,
}

impl Batch {
    /// Packs operations, keeping their order.
    pub fn pack<'a>(operations: impl IntoIterator<Item = &'a Operation> + Clone) -> Batch {
        let stamps = operations
            .clone()
            .into_iter()
            .map(|operation| operation.stamp.millis);
        let mut batch = Batch {
            first_millis: stamps.min().unwrap_or(0),
            ..Batch::default()
        };
        for operation in operations {
            let packed = batch.pack_one(operation);
            batch.operations.push(packed);
        }
        batch
    }

    /// Returns how many operations are in the batch.
    pub fn len(&self) -> usize {
        self.operations.len()
    }

    /// Tells whether there are none.
    pub fn is_empty(&self) -> bool {
        self.operations.is_empty()
    }

    /// Returns the operations, in order.
    ///
    /// # Errors
    /// What the batch lacks.
    pub fn unpack(&self) -> Result<Vec<Operation>, BatchError> {
        self.operations
            .iter()
            .map(|packed| self.unpack_one(packed))
            .collect()
    }

    fn pack_one(&mut self, operation: &Operation) -> PackedOperation {
        let follows = register_from_body(operation.document, operation.key, &operation.body);
        let rare = Rare {
            register: (follows != Some(operation.register)).then_some(operation.register),
            logical: operation.stamp.logical,
            blobs: operation.blobs.clone(),
            key: operation.key,
            extensions: operation.extensions.clone(),
        };
        PackedOperation {
            document: index_of(&mut self.documents, (operation.space, operation.document)),
            id: self.pack_id(operation.id),
            base: operation.base.iter().map(|id| self.pack_id(*id)).collect(),
            flags: if operation.self_contained {
                SELF_CONTAINED
            } else {
                0
            },
            millis_after_first: operation.stamp.millis - self.first_millis,
            body: operation.body.clone(),
            rare: (rare != Rare::default()).then_some(rare),
        }
    }

    fn pack_id(&mut self, id: OperationId) -> PackedId {
        PackedId {
            writer: index_of(&mut self.writers, id.writer),
            counter: id.counter,
        }
    }

    fn unpack_one(&self, packed: &PackedOperation) -> Result<Operation, BatchError> {
        if packed.flags & !SELF_CONTAINED != 0 {
            return Err(BatchError::UnknownFlag);
        }
        let index = usize::try_from(packed.document).map_err(|_| BatchError::NoEntry)?;
        let &(space, document) = self.documents.get(index).ok_or(BatchError::NoEntry)?;
        let rare = packed.rare.clone().unwrap_or_default();
        let register = rare
            .register
            .or_else(|| register_from_body(document, rare.key, &packed.body))
            .ok_or(BatchError::NoRegister)?;
        let base: Result<Vec<_>, _> = packed.base.iter().map(|id| self.unpack_id(*id)).collect();
        Ok(Operation {
            space,
            document,
            register,
            id: self.unpack_id(packed.id)?,
            base: base?,
            self_contained: packed.flags & SELF_CONTAINED != 0,
            blobs: rare.blobs,
            key: rare.key,
            stamp: Stamp {
                millis: self.first_millis.saturating_add(packed.millis_after_first),
                logical: rare.logical,
            },
            extensions: rare.extensions,
            body: packed.body.clone(),
        })
    }

    fn unpack_id(&self, packed: PackedId) -> Result<OperationId, BatchError> {
        let index = usize::try_from(packed.writer).map_err(|_| BatchError::NoEntry)?;
        let writer = *self.writers.get(index).ok_or(BatchError::NoEntry)?;
        Ok(OperationId {
            writer,
            counter: packed.counter,
        })
    }
}

/// Returns the register key that follows from an open body's path, if the body begins with one.
fn register_from_body(document: DocumentId, key: KeyId, body: &[u8]) -> Option<RegisterKey> {
    if key != KeyId::default() {
        return None;
    }
    let (path, _) = postcard::take_from_bytes::<Path>(body).ok()?;
    Some(RegisterKey::derive(document, &path.0))
}

/// Returns where the value stands in the dictionary, putting it in if need be. Dictionaries are
/// short, and neighbours usually repeat, so the search starts at the end.
fn index_of<T: PartialEq>(dictionary: &mut Vec<T>, value: T) -> u32 {
    let index = dictionary
        .iter()
        .rposition(|known| *known == value)
        .unwrap_or_else(|| {
            dictionary.push(value);
            dictionary.len() - 1
        });
    u32::try_from(index).unwrap_or(u32::MAX)
}
