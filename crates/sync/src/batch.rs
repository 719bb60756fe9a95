//! Operations packed for the wire: what repeats stands once in a dictionary.

use approdo_document::{
    BlobHash, DocumentId, KeyId, Operation, OperationId, RegisterKey, SpaceId, Stamp, WriterId,
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
    register: RegisterKey,
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
#[error("the batch names an entry its dictionary does not have; send it again from its source")]
pub struct BatchError;

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
    /// [`BatchError`] if an index points nowhere.
    pub fn unpack(&self) -> Result<Vec<Operation>, BatchError> {
        self.operations
            .iter()
            .map(|packed| self.unpack_one(packed))
            .collect()
    }

    fn pack_one(&mut self, operation: &Operation) -> PackedOperation {
        let rare = Rare {
            logical: operation.stamp.logical,
            blobs: operation.blobs.clone(),
            key: operation.key,
            extensions: operation.extensions.clone(),
        };
        PackedOperation {
            document: index_of(&mut self.documents, (operation.space, operation.document)),
            register: operation.register,
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
        let index = usize::try_from(packed.document).map_err(|_| BatchError)?;
        let &(space, document) = self.documents.get(index).ok_or(BatchError)?;
        let rare = packed.rare.clone().unwrap_or_default();
        let base: Result<Vec<_>, _> = packed.base.iter().map(|id| self.unpack_id(*id)).collect();
        Ok(Operation {
            space,
            document,
            register: packed.register,
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
        let index = usize::try_from(packed.writer).map_err(|_| BatchError)?;
        let writer = *self.writers.get(index).ok_or(BatchError)?;
        Ok(OperationId {
            writer,
            counter: packed.counter,
        })
    }
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
