//! What stores do. `OperationLog` is common to all; `DeviceStore` is a browser's, `ServerStore` a
//! server's. The in-memory ones are in `memory`; the suites that all must pass in `conformance`.

use crate::wire::{Cursor, Receipt, Refusal, SyncRequest, SyncResponse};
use approdo_document::{AccountId, DocumentId, Operation, OperationId};
use serde::{Deserialize, Serialize};
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

    /// Stores operations durably, all in one transaction; answers in the same order.
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
    /// Nothing was stored, since this tab's picture is old: make the edit again on a fresh one.
    Stale {
        /// Folds that were offered or built upon in the meantime: they must be kept as bases.
        kept: Vec<OperationId>,
        /// Bases (or folds) that another tab has folded away.
        gone: Vec<OperationId>,
    },
}

/// Who this store's work belongs to, and how far it has read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SyncState {
    /// The account; none while the device was never linked.
    pub account: Option<AccountId>,
    /// How far the device has read.
    pub cursor: Option<Cursor>,
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
    /// Operations the server will not take.
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
    /// How far the device has read with these.
    pub cursor: Option<Cursor>,
    /// The server was restored: everything this device holds is offered again, except what this
    /// same answer acknowledges or delivers.
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
    /// `Pending` and not built upon, and that every base is there; marks pending bases as built upon.
    async fn record_edit(&self, edit: &LocalEdit) -> Result<EditOutcome, Self::Error>;

    /// Returns the operations of a document with where they stand, in the order stored.
    async fn stored(&self, document: DocumentId) -> Result<Vec<StoredOperation>, Self::Error>;

    /// Returns account and cursor.
    async fn sync_state(&self) -> Result<SyncState, Self::Error>;

    /// Binds the store to an account. A store bound to one is never bound to another: answers
    /// whether the store is now bound to this one.
    async fn bind_account(&self, account: AccountId) -> Result<bool, Self::Error>;

    /// Returns the next operations to offer, in the order stored, at most `most` of each kind, and
    /// marks them `Offered` in the same transaction.
    async fn next_outgoing(&self, most: usize) -> Result<Outgoing, Self::Error>;

    /// Stores an answer of the server: all of it or nothing.
    async fn receive(&self, received: &Received) -> Result<(), Self::Error>;

    /// Replaces waiting operations by newly minted ones, all in one transaction. Those of `replaced` that
    /// are acknowledged by now stay.
    async fn reissue(
        &self,
        replaced: &[OperationId],
        operations: &[Operation],
    ) -> Result<(), Self::Error>;

    /// Removes operations that wait or were refused, after the person said so.
    async fn discard(&self, operations: &[OperationId]) -> Result<(), Self::Error>;

    /// Counts what waits.
    async fn waiting(&self) -> Result<Waiting, Self::Error>;
}

/// The store of a server. One exchange is one transaction.
pub trait ServerStore: Send + Sync {
    /// Why the store failed; nothing of the exchange was stored.
    type Error: std::error::Error + Send + Sync + 'static;

    /// Carries out one request whose session belongs to `account`: stores what may be stored, then
    /// reads on from the cursor.
    fn exchange(
        &self,
        account: AccountId,
        request: &SyncRequest,
    ) -> impl Future<Output = Result<SyncResponse, Self::Error>> + Send;
}
