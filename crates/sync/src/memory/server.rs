//! A server's store in memory, with what tests need besides: grants, compaction, backups.

mod state;

use crate::receipt::ReceiptKey;
use crate::server_rules::RequestError;
use crate::store::{Appended, OperationLog, ServerStore};
use crate::wire::{SyncRequest, SyncResponse};
use approdo_document::{AccountId, DocumentId, Operation, OperationId, SpaceId};
use state::State;
use std::collections::BTreeSet;
use std::future::Future;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A server's store in memory. Clones are handles to the same store.
#[derive(Debug, Clone)]
pub struct MemoryServerStore {
    key: ReceiptKey,
    shared: Arc<Mutex<Shared>>,
}

/// The data, and what a restore does not bring back.
#[derive(Debug)]
struct Shared {
    state: State,
    /// Draws the names of epochs: never the same twice, also after a restore.
    epochs_drawn: u64,
    /// How often the server was started again.
    starts: u64,
    seed: u64,
}

/// A backup of a server's data.
#[derive(Debug, Clone)]
pub struct ServerSnapshot(State);

impl MemoryServerStore {
    /// Makes an empty store whose epochs and receipt key follow from a seed.
    pub fn new(seed: u64) -> Self {
        let mut key = [0x5a; 32];
        key[..8].copy_from_slice(&seed.to_be_bytes());
        let mut shared = Shared {
            state: State::default(),
            epochs_drawn: 0,
            starts: 0,
            seed,
        };
        let epoch = shared.draw_epoch();
        shared.state.begin_epoch(epoch);
        Self {
            key: ReceiptKey::new(key),
            shared: Arc::new(Mutex::new(shared)),
        }
    }

    /// Takes a backup.
    pub fn snapshot(&self) -> ServerSnapshot {
        ServerSnapshot(self.shared().state.clone())
    }

    /// Goes back to a backup: all that came after it is lost. Nothing tells the server so; it only
    /// starts, as after any stop.
    pub fn restore(&self, snapshot: &ServerSnapshot) {
        self.shared().state = snapshot.0.clone();
        self.restart();
    }

    /// Starts again. The sequences go on from another place at each start: were they to go on where a
    /// backup ends, an operation could by chance get again the one it had before, and devices that had
    /// read up to it would not notice what the restore took from before it.
    pub fn restart(&self) {
        let mut shared = self.shared();
        shared.starts += 1;
        // Fibonacci hashing: 20 bits that differ from start to start.
        let left_out = shared
            .seed
            .wrapping_add(shared.starts)
            .wrapping_mul(0x9E37_79B9_7F4A_7C15);
        shared.state.leave_out(1 + (left_out >> 44));
    }

    /// Lets an account read and write a space from now on, which must exist.
    pub fn grant(&self, space: SpaceId, account: AccountId) {
        self.shared().state.grant(space, account);
    }

    /// Ends an account's access to a space.
    pub fn revoke(&self, space: SpaceId, account: AccountId) {
        self.shared().state.revoke(space, account);
    }

    /// Drops the ancestors of a self-contained operation, except those that another operation
    /// descends from without it: a patch or a merge may need their values. Answers how many; their
    /// numbers become holes.
    pub fn compact(&self, head: OperationId) -> usize {
        self.shared().state.compact(head)
    }

    /// Tells whether an operation is durable here, or was before compaction.
    pub fn has(&self, id: OperationId) -> bool {
        self.shared().state.has(id)
    }

    /// Returns every operation that is here, in the order in which they were accepted.
    pub fn all_operations(&self) -> Vec<Operation> {
        self.shared().state.operations().cloned().collect()
    }

    fn shared(&self) -> MutexGuard<'_, Shared> {
        self.shared.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Shared {
    fn draw_epoch(&mut self) -> crate::wire::Epoch {
        self.epochs_drawn += 1;
        let mut epoch = [0; 16];
        epoch[..8].copy_from_slice(&self.seed.to_be_bytes());
        epoch[8..].copy_from_slice(&self.epochs_drawn.to_be_bytes());
        crate::wire::Epoch(epoch)
    }
}

impl ServerStore for MemoryServerStore {
    type Error = RequestError;

    fn exchange(
        &self,
        account: AccountId,
        request: &SyncRequest,
    ) -> impl Future<Output = Result<SyncResponse, RequestError>> + Send {
        let mut shared = self.shared();
        let next_epoch = shared.draw_epoch();
        let response = shared
            .state
            .exchange(&self.key, next_epoch, account, request);
        std::future::ready(response)
    }
}

/// For the conformance suite: appended operations are those of one account, in spaces of its own.
impl OperationLog for MemoryServerStore {
    type Error = RequestError;

    async fn append(&self, operations: &[Operation]) -> Result<Vec<Appended>, RequestError> {
        let owner = AccountId([0; 16]);
        let mut shared = self.shared();
        Ok(operations
            .iter()
            .map(|operation| shared.state.append(operation, owner))
            .collect())
    }

    async fn operations(&self, document: DocumentId) -> Result<Vec<Operation>, RequestError> {
        let shared = self.shared();
        let of_document = shared
            .state
            .operations()
            .filter(|operation| operation.document == document);
        Ok(of_document.cloned().collect())
    }

    async fn documents(&self) -> Result<Vec<DocumentId>, RequestError> {
        let shared = self.shared();
        let documents: BTreeSet<_> = shared
            .state
            .operations()
            .map(|operation| operation.document)
            .collect();
        Ok(documents.into_iter().collect())
    }
}
