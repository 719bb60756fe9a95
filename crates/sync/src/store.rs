//! What stores do. `OperationLog` is common to all; `DeviceStore` is a browser's, `ServerStore` a
//! server's. The in-memory ones are in `memory`; the suites that all must pass in `conformance`.

use crate::wire::{Cursor, Receipt, Refusal, SyncRequest, SyncResponse};
use approdo_document::{AccountId, DocumentId, Operation, OperationId, SpaceId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::future::Future;

/// What became of an appended operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Appended {
    /// It was not there before.
    New,
    /// The same bytes were there.
    Known,
    /// Other bytes were there under its id; those stay.
    Forked,
}

/// A durable set of operations.
#[expect(
    async_fn_in_trait,
    reason = "browsers have one thread; native callers use concrete types"
)]
pub trait OperationLog {
    /// Why the store failed.
    type Error: std::error::Error + 'static;

    /// Stores operations durably, all in one transaction; answers in the same order. In a device's
    /// store they are the person's own and `Pending`, and count as built upon where they are bases.
    async fn append(&self, operations: &[Operation]) -> Result<Vec<Appended>, Self::Error>;

    /// Returns the operations of a document in the order in which they were stored.
    async fn operations(&self, document: DocumentId) -> Result<Vec<Operation>, Self::Error>;

    /// Returns every document that has an operation, sorted.
    async fn documents(&self) -> Result<Vec<DocumentId>, Self::Error>;
}

/// Where an operation stands between this device and the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Delivery {
    /// Not yet offered to a server: it may still be folded into a later one.
    Pending,
    /// Offered; the server may have it.
    Offered,
    /// The server has it.
    Acknowledged,
    /// The server will not take it; it stays until the person discards it.
    Refused(Refusal),
}

impl Delivery {
    /// Tells whether the person's work still waits to reach the server.
    pub fn is_waiting(self) -> bool {
        matches!(self, Self::Pending | Self::Offered)
    }
}

/// Who wrote an operation, as far as this device knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Origin {
    /// This device's person, here or on another device of theirs.
    Mine,
    /// Someone else, with the server's proof for putting it back after a restore.
    Other {
        /// Their account.
        author: AccountId,
        /// The server's proof.
        receipt: Receipt,
    },
}

/// An operation as a device keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredOperation {
    /// The operation.
    pub operation: Operation,
    /// Where it stands.
    pub delivery: Delivery,
    /// Who wrote it.
    pub origin: Origin,
    /// Whether a later operation on this device has it as a base: it can no longer be folded.
    pub built_upon: bool,
    /// Its number in its space, once the server said it.
    pub number: Option<u64>,
    /// The name of the person's other device that wrote it, if it was one.
    pub device: Option<String>,
}

/// One edit of the person: operations to add, and earlier ones they take the place of.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LocalEdit {
    /// New operations, each after its bases.
    pub operations: Vec<Operation>,
    /// Operations never offered, which the new ones replace whole.
    pub folds: Vec<OperationId>,
}

/// What became of a local edit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditOutcome {
    /// It is durable on this device.
    Saved,
    /// Nothing was stored, since this tab's picture is old: make the edit again on a fresh one. Both
    /// lists are empty if only an id of the edit was taken by other bytes: the next try draws another.
    Stale {
        /// Folds that were offered or built upon in the meantime: they must be kept as bases.
        kept: Vec<OperationId>,
        /// Bases (or folds) that another tab has folded away.
        gone: Vec<OperationId>,
    },
}

/// Whether waiting operations could be replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReissueOutcome {
    /// They were.
    Replaced,
    /// Nothing was stored: another tab has built on one of them in the meantime. Read the document
    /// again and try once more.
    Stale,
}

/// Who this store's work belongs to, and how far it has read. A store keeps it as one record.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SyncState {
    /// The account; none while the device was never linked.
    pub account: Option<AccountId>,
    /// How far the device has read.
    pub cursor: Option<Cursor>,
    /// The number up to which each space was read without a gap; what is missing here was not read
    /// at all. It moves with the cursor.
    pub read: BTreeMap<SpaceId, u64>,
    /// When the last exchange with nothing left over ended, in milliseconds since 1970.
    pub synced_at_ms: Option<u64>,
}

/// The next operations to offer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outgoing {
    /// The person's own, each after its bases.
    pub pushed: Vec<Operation>,
    /// Those of others, after a restore.
    pub returned: Vec<(Operation, AccountId, Receipt)>,
}

/// How much work waits on this device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Waiting {
    /// Operations not yet acknowledged.
    pub waiting: usize,
    /// Operations of the person that the server will not take.
    pub refused: usize,
}

/// A checked answer of the server, ready to be stored in one transaction.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Received {
    /// Operations the server has, with their numbers.
    pub acknowledged: Vec<(OperationId, u64)>,
    /// Operations the server will not take.
    pub refused: Vec<(OperationId, Refusal)>,
    /// Operations of this account's other devices and of others.
    pub delivered: Vec<StoredOperation>,
    /// How far the device has read with these; none leaves the cursor where it is.
    pub cursor: Option<Cursor>,
    /// The number up to which spaces are now read: takes the place of these entries of
    /// `SyncState::read`, the others stay (after a restore: the others are removed first).
    pub read: BTreeMap<SpaceId, u64>,
    /// The server was restored: everything this device holds loses its number and is `Offered`
    /// again (what was refused stays refused), except what this same answer acknowledges or
    /// delivers; the cursor becomes the one given here even if that is none.
    pub restored: bool,
    /// Set when the exchange left nothing over, in milliseconds since 1970.
    pub synced_at_ms: Option<u64>,
}

/// The store of one profile in one browser.
#[expect(
    async_fn_in_trait,
    reason = "browsers have one thread; native callers use concrete types"
)]
pub trait DeviceStore: OperationLog {
    /// Stores an edit durably, or nothing of it. Checks in the same transaction that every fold is
    /// `Pending` and not built upon, and that every base is there (before, or earlier in the same
    /// edit, but not among the folds), and that no id is taken by other bytes; marks bases as built
    /// upon. An edit whose operations are all
    /// here already with the same bytes is `Saved`, whatever its folds: it is the same edit again.
    async fn record_edit(&self, edit: &LocalEdit) -> Result<EditOutcome, Self::Error>;

    /// Returns the operations of a document with where they stand, in the order stored.
    async fn stored(&self, document: DocumentId) -> Result<Vec<StoredOperation>, Self::Error>;

    /// Returns account and cursor.
    async fn sync_state(&self) -> Result<SyncState, Self::Error>;

    /// Binds the store to an account. A store bound to one is never bound to another: answers
    /// whether the store is now bound to this one.
    async fn bind_account(&self, account: AccountId) -> Result<bool, Self::Error>;

    /// Returns the next waiting operations, in the order stored, at most `most` of both kinds
    /// together, so that none is offered before its bases; marks them `Offered` in the same
    /// transaction. Those offered before and still waiting come again.
    async fn next_outgoing(&self, most: usize) -> Result<Outgoing, Self::Error>;

    /// Stores an answer of the server: all of it or nothing. What is acknowledged or refused by name
    /// and not here, or not waiting, is passed over. A delivered operation that is here already with
    /// the same bytes becomes `Acknowledged` and takes the number; one that is here with other bytes
    /// leaves those as they are, and they can no longer be folded: if their id were left in silence,
    /// nobody would read again what the server has under it.
    async fn receive(&self, received: &Received) -> Result<(), Self::Error>;

    /// Replaces waiting operations by newly minted ones, which are `Pending`, all in one transaction.
    /// Those of `replaced` that do not wait (any more) stay; one that is also among `operations` is put
    /// back. Does nothing and answers `Stale` if an operation of the person's own that waits here, is
    /// not `self_contained` and not itself replaced has as base one that would go.
    async fn reissue(
        &self,
        replaced: &[OperationId],
        operations: &[Operation],
    ) -> Result<ReissueOutcome, Self::Error>;

    /// Removes operations that wait or were refused, after the person said so. One that another
    /// operation here, not `self_contained` and not named too, has as base stays: its value is needed.
    async fn discard(&self, operations: &[OperationId]) -> Result<(), Self::Error>;

    /// Counts what waits: of both kinds waiting, of the person's own refused.
    async fn waiting(&self) -> Result<Waiting, Self::Error>;
}

/// The store of a server. One exchange is one transaction.
pub trait ServerStore: Send + Sync {
    /// Why the store failed; nothing of the exchange was stored.
    type Error: std::error::Error + Send + Sync + 'static;

    /// Carries out one request whose session belongs to `account`: stores what may be stored, then
    /// reads on from the cursor. What to decide is in `server_rules`, the same for every store.
    fn exchange(
        &self,
        account: AccountId,
        request: &SyncRequest,
    ) -> impl Future<Output = Result<SyncResponse, Self::Error>> + Send;
}
