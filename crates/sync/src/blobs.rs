//! Blobs: the content of files that stand beside documents, such as photos and attachments, each under
//! the hash of its bytes. Operations name in their headers the blobs they need. What a blob holds is
//! not known here; how it travels is not here either.

use approdo_document::BlobHash;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// The most bytes a blob may have; devices and servers refuse more.
pub const MOST_BLOB_BYTES: usize = 10 * 1024 * 1024;

/// A blob that no operation names is kept this long, in milliseconds: another tab may be about to
/// name it, and undoing may bring back an operation that did.
pub const UNNAMED_KEPT_MS: u64 = 30 * 24 * 60 * 60 * 1_000;

/// Bytes with their hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blob {
    hash: BlobHash,
    bytes: Vec<u8>,
}

impl Blob {
    /// Takes bytes and works out their hash.
    pub fn new(bytes: Vec<u8>) -> Self {
        let hash = BlobHash(Sha256::digest(&bytes).into());
        Self { hash, bytes }
    }

    /// Takes bytes that should have a hash; none if they have another.
    pub fn checked(hash: BlobHash, bytes: Vec<u8>) -> Option<Self> {
        let blob = Self::new(bytes);
        (blob.hash == hash).then_some(blob)
    }

    /// Returns the SHA-256 of the bytes.
    pub fn hash(&self) -> BlobHash {
        self.hash
    }

    /// Returns the bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Gives the bytes away.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

/// Where a blob came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlobOrigin {
    /// This device: the server is still to be offered it.
    Here,
    /// The server, which has it.
    Server,
}

/// A blob that a store has, without its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeptBlob {
    /// Which.
    pub hash: BlobHash,
    /// Since when, in milliseconds since 1970.
    pub since_ms: u64,
}

/// The blobs of one profile in one browser. They are written before the operation that names them.
#[expect(
    async_fn_in_trait,
    reason = "browsers have one thread; native callers use concrete types"
)]
pub trait BlobStore {
    /// Why the store failed.
    type Error: std::error::Error + 'static;

    /// Stores a blob durably. One that is there stays as it is, but counts as known to the server once
    /// it came from there; one whose bytes were damaged is whole again.
    async fn put_blob(
        &self,
        blob: &Blob,
        origin: BlobOrigin,
        now_ms: u64,
    ) -> Result<(), Self::Error>;

    /// Returns a blob; none if it is not here, or its bytes are no longer those of its hash.
    async fn blob(&self, hash: BlobHash) -> Result<Option<Blob>, Self::Error>;

    /// Returns which blobs are here, by hash.
    async fn kept_blobs(&self) -> Result<Vec<KeptBlob>, Self::Error>;

    /// Returns the blobs that the server is still to be offered, by hash.
    async fn waiting_blobs(&self) -> Result<Vec<BlobHash>, Self::Error>;

    /// Notes that the server has a blob.
    async fn blob_delivered(&self, hash: BlobHash) -> Result<(), Self::Error>;

    /// Notes that the server may have lost everything: every blob waits again.
    async fn offer_blobs_again(&self) -> Result<(), Self::Error>;

    /// Removes blobs; see [`unnamed`] for which may go.
    async fn remove_blobs(&self, hashes: &[BlobHash]) -> Result<(), Self::Error>;
}

/// Returns the blobs that may go: no operation of this device names them, and they are not fresh.
pub fn unnamed(kept: &[KeptBlob], named: &BTreeSet<BlobHash>, now_ms: u64) -> Vec<BlobHash> {
    let may_go = |blob: &&KeptBlob| {
        !named.contains(&blob.hash) && now_ms.saturating_sub(blob.since_ms) > UNNAMED_KEPT_MS
    };
    kept.iter().filter(may_go).map(|blob| blob.hash).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY_MS: u64 = 24 * 60 * 60 * 1_000;

    fn kept(seed: u8, since_day: u64) -> KeptBlob {
        KeptBlob {
            hash: BlobHash([seed; 32]),
            since_ms: since_day * DAY_MS,
        }
    }

    #[test]
    fn the_hash_is_the_one_that_everybody_knows() {
        // printf 'abc' | sha256sum
        let blob = Blob::new(b"abc".to_vec());
        let BlobHash(hash) = blob.hash();
        assert_eq!(hash[..4], [0xba, 0x78, 0x16, 0xbf]);
        assert_eq!(hash[28..], [0xf2, 0x00, 0x15, 0xad]);
        assert_eq!(Blob::checked(blob.hash(), b"abd".to_vec()), None);
        assert_eq!(blob.bytes(), b"abc");
        assert_eq!(blob.into_bytes(), b"abc");
    }

    #[test]
    fn what_an_operation_names_never_goes() {
        let named = BTreeSet::from([BlobHash([1; 32])]);
        let all = [kept(1, 0), kept(2, 0)];
        assert_eq!(unnamed(&all, &named, 1_000 * DAY_MS), [BlobHash([2; 32])]);
    }

    #[test]
    fn what_was_just_stored_does_not_go() {
        let all = [kept(1, 100)];
        let none = BTreeSet::new();
        assert_eq!(unnamed(&all, &none, 130 * DAY_MS), []);
        assert_eq!(unnamed(&all, &none, 131 * DAY_MS), [BlobHash([1; 32])]);
        // A clock that was set back keeps everything.
        assert_eq!(unnamed(&all, &none, 0), []);
    }
}
