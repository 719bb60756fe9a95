//! Bringing blobs to the server and from it, after operations: in parts, going on where a line broke
//! off. Which blobs are named by operations is the caller's to say; what they hold is known to nobody.

use crate::blobs::{Blob, BlobOrigin, BlobStore, MOST_BLOB_BYTES};
use crate::transport::TransportError;
use approdo_document::{BlobHash, SpaceId};
use std::collections::BTreeMap;
use thiserror::Error;

/// The most bytes that travel at once.
pub const MOST_PART_BYTES: usize = 256 * 1024;

/// How much of a blob the server has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlobProgress {
    /// So many bytes: go on there.
    Received(u64),
    /// All of it.
    Whole,
}

/// A part of a blob that came from the server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FetchedPart {
    /// The bytes from the place asked for on; fewer than the rest, but some.
    pub content: Vec<u8>,
    /// How many bytes the whole has.
    pub total: u64,
}

impl BlobProgress {
    /// Writes the answer to a part: how many bytes are there (big-endian), all ones for all of them.
    pub fn encode(self) -> [u8; 8] {
        match self {
            Self::Received(received) => received.to_be_bytes(),
            Self::Whole => u64::MAX.to_be_bytes(),
        }
    }

    /// Reads the answer to a part; none if it is none.
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        Some(match u64::from_be_bytes(bytes.try_into().ok()?) {
            u64::MAX => Self::Whole,
            received => Self::Received(received),
        })
    }
}

impl FetchedPart {
    /// Writes a part: how many bytes the whole has (big-endian), then the part's.
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = self.total.to_be_bytes().to_vec();
        bytes.extend_from_slice(&self.content);
        bytes
    }

    /// Reads a part; none if it is none.
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        let (total, content) = bytes.split_first_chunk::<8>()?;
        Some(Self {
            content: content.to_vec(),
            total: u64::from_be_bytes(*total),
        })
    }
}

/// Returns the address of a blob on a server, to be continued by `&start=…`.
pub fn blob_path(space: SpaceId, hash: BlobHash) -> String {
    fn hexadecimal(bytes: &[u8]) -> String {
        use std::fmt::Write as _;
        bytes.iter().fold(String::new(), |mut text, byte| {
            // Writing into a text has no way to fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
    }
    let (hash, space) = (hexadecimal(&hash.0), hexadecimal(&space.0));
    format!("/api/v1/blobs/{hash}?space={space}")
}

/// A part of a blob that is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OfferedPart<'a> {
    /// Whose it is.
    pub space: SpaceId,
    /// Of which blob.
    pub hash: BlobHash,
    /// Where it begins.
    pub start: u64,
    /// How many bytes the whole has.
    pub total: u64,
    /// The bytes; none only asks how far the server is.
    pub content: &'a [u8],
}

/// Carries parts of blobs.
#[expect(
    async_fn_in_trait,
    reason = "browsers have one thread; native callers use concrete types"
)]
pub trait BlobTransport {
    /// Sends a part.
    ///
    /// # Errors
    /// Why there is no answer; the server may have taken the part all the same.
    async fn offer(&self, part: OfferedPart<'_>) -> Result<BlobProgress, TransportError>;

    /// Fetches the part of a blob that begins at `start`; none if the server does not have the blob.
    ///
    /// # Errors
    /// Why there is no answer.
    async fn fetch(
        &self,
        space: SpaceId,
        hash: BlobHash,
        start: u64,
    ) -> Result<Option<FetchedPart>, TransportError>;
}

/// Why blobs do not go on; what arrived before stays.
#[derive(Debug, Error)]
pub enum BlobExchangeError<E: std::error::Error + 'static> {
    /// The device's store failed.
    #[error(transparent)]
    Store(E),
    /// There was no answer.
    #[error(transparent)]
    Transport(TransportError),
}

/// What an exchange of blobs did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BlobReport {
    /// Blobs that the server now has.
    pub delivered: Vec<BlobHash>,
    /// Blobs that are now here.
    pub fetched: Vec<BlobHash>,
    /// Blobs that are neither here nor there: still on another device.
    pub lacking: Vec<BlobHash>,
    /// Blobs that the server does not take.
    pub refused: Vec<BlobHash>,
}

/// Sends the waiting blobs that operations name, and fetches the named ones that are not here.
///
/// # Errors
/// What kept it from going on.
pub async fn exchange_blobs<S: BlobStore>(
    store: &S,
    transport: &impl BlobTransport,
    named: &BTreeMap<BlobHash, SpaceId>,
    now_ms: u64,
) -> Result<BlobReport, BlobExchangeError<S::Error>> {
    let mut report = BlobReport::default();
    for hash in store
        .waiting_blobs()
        .await
        .map_err(BlobExchangeError::Store)?
    {
        if let Some(space) = named.get(&hash) {
            deliver(store, transport, *space, hash, &mut report).await?;
        }
    }
    let kept = store.kept_blobs().await.map_err(BlobExchangeError::Store)?;
    for (hash, space) in named {
        if !kept.iter().any(|blob| blob.hash == *hash) {
            fetch(store, transport, *space, *hash, now_ms, &mut report).await?;
        }
    }
    Ok(report)
}

async fn deliver<S: BlobStore>(
    store: &S,
    transport: &impl BlobTransport,
    space: SpaceId,
    hash: BlobHash,
    report: &mut BlobReport,
) -> Result<(), BlobExchangeError<S::Error>> {
    let found = store.blob(hash).await.map_err(BlobExchangeError::Store)?;
    let Some(blob) = found else { return Ok(()) };
    let bytes = blob.bytes();
    let mut start = 0;
    // It asks first, then each part moves on; a server that moves back again and again is left alone.
    let most_parts = 3 + 2 * bytes.len() / MOST_PART_BYTES;
    let mut content: &[u8] = &[];
    for _ in 0..most_parts {
        let part = OfferedPart {
            space,
            hash,
            start,
            total: length(bytes),
            content,
        };
        match transport.offer(part).await {
            Ok(BlobProgress::Whole) => {
                let noted = store.blob_delivered(hash).await;
                noted.map_err(BlobExchangeError::Store)?;
                report.delivered.push(hash);
                return Ok(());
            }
            Ok(BlobProgress::Received(received)) => {
                let from = usize::try_from(received).unwrap_or(usize::MAX);
                let rest = bytes.get(from..).unwrap_or_default();
                content = &rest[..rest.len().min(MOST_PART_BYTES)];
                start = received;
            }
            Err(TransportError::TooLarge | TransportError::Rejected) => break,
            Err(error) => return Err(BlobExchangeError::Transport(error)),
        }
    }
    report.refused.push(hash);
    Ok(())
}

async fn fetch<S: BlobStore>(
    store: &S,
    transport: &impl BlobTransport,
    space: SpaceId,
    hash: BlobHash,
    now_ms: u64,
    report: &mut BlobReport,
) -> Result<(), BlobExchangeError<S::Error>> {
    let mut bytes = Vec::new();
    loop {
        let fetched = transport.fetch(space, hash, length(&bytes)).await;
        let Some(part) = fetched.map_err(BlobExchangeError::Transport)? else {
            break;
        };
        let is_end = part.content.is_empty();
        bytes.extend_from_slice(&part.content);
        if is_end || length(&bytes) >= part.total || bytes.len() > MOST_BLOB_BYTES {
            break;
        }
    }
    // Bytes that have another hash are somebody's mistake, and nobody's file.
    match Blob::checked(hash, bytes) {
        Some(blob) => {
            let stored = store.put_blob(&blob, BlobOrigin::Server, now_ms).await;
            stored.map_err(BlobExchangeError::Store)?;
            report.fetched.push(hash);
        }
        None => report.lacking.push(hash),
    }
    Ok(())
}

fn length(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX)
}
