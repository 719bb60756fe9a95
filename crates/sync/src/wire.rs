//! What a device and the server say to each other: one request both pushes and pulls.
//!
//! Closed as version 1. Request and response may grow at their end, by what an older reader may
//! skip; anything else takes a new version of the frame (`docs/formats.md`).

use crate::batch::Batch;
use approdo_document::{AccountId, OperationId, SpaceId};
use serde::{Deserialize, Serialize};

/// Most operations one request may carry.
pub const MOST_OPERATIONS: usize = 1_000;
/// Largest request, unpacked, in bytes.
pub const LARGEST_REQUEST_BYTES: usize = 4 * 1024 * 1024;
/// Largest single body, in bytes.
pub const LARGEST_BODY_BYTES: usize = 256 * 1024;
/// Most heads one operation may replace, and most blobs it may name.
pub const MOST_BASES: usize = 64;

/// Names one life of the server's data; a restore from a backup begins another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Epoch(pub [u8; 16]);

/// How far a device has read all that its account may see.
///
/// Operations are read in the order of `(since, sequence)`: `sequence` is where the server's
/// history of all spaces holds the operation; `since` is the same, or the moment from which the
/// account may see its space if that is later, so that a space newly shared comes whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cursor {
    /// The life of the server's data in which this was read.
    pub epoch: Epoch,
    /// First part of the order.
    pub since: u64,
    /// Second part of the order.
    pub sequence: u64,
    /// The operation at that place: if the server has another there, it was restored.
    pub operation: OperationId,
    /// The server's proof that it gave this cursor to this account, so that a made-up cursor cannot
    /// pretend a restore (`receipt::ReceiptKey::cursor_proof`).
    pub proof: Receipt,
}

/// Proof that this server once accepted an operation from its author: a MAC over the operation's
/// hash, author and space, made with a key that is kept apart from the backups (`receipt`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Receipt(pub [u8; 16]);

/// A device's request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SyncRequest {
    /// The account whose work this is. If the session is another's, nothing is taken.
    pub account: AccountId,
    /// How far the device has read; none at first.
    pub cursor: Option<Cursor>,
    /// Operations the account's person wrote, each after its bases.
    pub pushed: Batch,
    /// After a restore: operations of others, to be put back under their authors.
    pub returned: Batch,
    /// For each of `returned`: its author and the server's receipt.
    pub returned_proofs: Vec<(AccountId, Receipt)>,
    /// Most operations wanted in the answer.
    pub page: u32,
}

/// The server's answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SyncResponse {
    /// The life of the server's data. Another than the cursor's: the server was restored, reading
    /// began again from the start, and the device offers again what it has.
    pub epoch: Epoch,
    /// What became of each operation pushed, in the same order.
    pub pushed: Vec<Verdict>,
    /// What became of each operation returned, in the same order.
    pub returned: Vec<Verdict>,
    /// The next operations to read; those this very request offered, and whose verdict is `Stored`,
    /// are only named in `echoes`. What the server has under a `Forked` id is delivered whole.
    pub delivered: Batch,
    /// For each of `delivered`: its number in its space, its author, and the receipt if the author
    /// is another account.
    pub delivered_notes: Vec<DeliveredNote>,
    /// Names of the account's own devices, which `DeliveredNote::device` points into.
    pub device_names: Vec<String>,
    /// Operations of this very request with the verdict `Stored` that lie in the part read, with
    /// their numbers.
    pub echoes: Vec<(OperationId, u64)>,
    /// Numbers that will never come.
    pub holes: Vec<Hole>,
    /// How far the device has read once it has stored all this; none if there is nothing yet.
    pub cursor: Option<Cursor>,
    /// Whether there is more to read now.
    pub more: bool,
}

/// What the server says of a delivered operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeliveredNote {
    /// Its number in its space: one more than the one before, holes apart.
    pub number: u64,
    /// The account that wrote it.
    pub author: AccountId,
    /// The server's proof, if the author is another account.
    pub receipt: Option<Receipt>,
    /// Which of the account's own devices offered it, as an index into `device_names`.
    pub device: Option<u32>,
}

/// Numbers of a space that were removed by compaction or erasure, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hole {
    /// The space.
    pub space: SpaceId,
    /// First number.
    pub from: u64,
    /// Last number.
    pub to: u64,
}

/// What became of an operation offered. A device cannot read a kind of verdict it does not know: what
/// is new is told as a [`Refusal`] to devices of this version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Verdict {
    /// It is durable on the server under this number; it may have been before.
    Stored {
        /// Its number in its space.
        number: u64,
    },
    /// The server has other bytes under the same id: mint it anew.
    Forked,
    /// A patch whose base the server does not have: offer it self-contained.
    BaseGone,
    /// It will not be taken, and sending it again does not help.
    Refused(Refusal),
}

/// Why the server does not take an operation. On the wire it is a number below 128.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "u8", into = "u8")]
pub enum Refusal {
    /// The account may not write in this space.
    NotAllowed,
    /// The operation is larger than a server takes.
    TooLarge,
    /// The header contradicts itself.
    Malformed,
    /// The receipt is not this server's.
    BadReceipt,
    /// A reason of a newer version.
    Other(u8),
}

impl From<u8> for Refusal {
    fn from(number: u8) -> Self {
        match number {
            0 => Self::NotAllowed,
            1 => Self::TooLarge,
            2 => Self::Malformed,
            3 => Self::BadReceipt,
            other => Self::Other(other),
        }
    }
}

impl From<Refusal> for u8 {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::NotAllowed => 0,
            Refusal::TooLarge => 1,
            Refusal::Malformed => 2,
            Refusal::BadReceipt => 3,
            Refusal::Other(number) => number,
        }
    }
}
