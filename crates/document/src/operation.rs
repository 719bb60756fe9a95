//! The envelope of one edit: a clear header, which is all that a server knows, and a body.
//!
//! What the body says is in `body`; how batches are packed for the wire is in `approdo-sync`. The
//! bytes of an operation, its fields in this order as postcard writes them, are what its hash is
//! taken of and what servers and devices keep: they never change (`docs/formats.md`).

use crate::ids::{BlobHash, DocumentId, OperationHash, OperationId, RegisterKey, SpaceId};
use crate::stamp::Stamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// Names the key a body is sealed with; zero is the identity cipher: not sealed.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub struct KeyId(pub u32);

/// One edit to one place of one document.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Operation {
    /// Where access is decided and operations are numbered.
    pub space: SpaceId,
    /// The document edited.
    pub document: DocumentId,
    /// The place edited, as one who cannot read the body knows it.
    pub register: RegisterKey,
    /// The operation's identity.
    pub id: OperationId,
    /// The heads it replaces, sorted; empty for the first edit of a place.
    pub base: Vec<OperationId>,
    /// Whether its value can be read without its base.
    pub self_contained: bool,
    /// Blobs its value refers to.
    pub blobs: Vec<BlobHash>,
    /// The key its body is sealed with.
    pub key: KeyId,
    /// When it was written, as its device believed.
    pub stamp: Stamp,
    /// Header fields of newer versions: kept and passed on untouched. Each is a tag and a length
    /// (varints) and so many bytes; none changes what an older reader makes of the rest.
    pub extensions: Vec<u8>,
    /// Path, kind and value; possibly sealed.
    pub body: Vec<u8>,
}

impl Operation {
    /// Returns the hash by which a server tells "the same again" from "other bytes, same id".
    pub fn hash(&self) -> OperationHash {
        let mut hasher = Sha256::new();
        // Serialising plain structs of bytes and integers into memory has no way to fail; were
        // there one, the empty bytes would only make the hash differ, which is the safe answer.
        hasher.update(postcard::to_allocvec(self).unwrap_or_default());
        let mut hash = [0; 16];
        hash.copy_from_slice(&hasher.finalize()[..16]);
        OperationHash(hash)
    }
}
