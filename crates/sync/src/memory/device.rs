//! The store of one profile, in memory. Clones are handles to the same store, as tabs are.

mod blobs;
mod state;

use crate::store::{
    Appended, Delivery, DeviceStore, EditOutcome, LocalEdit, OperationLog, Origin, Outgoing,
    Received, ReissueOutcome, StoredOperation, SyncState, Waiting,
};
use approdo_document::{AccountId, DocumentId, Operation, OperationId};
use state::State;
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use thiserror::Error;

/// Nothing was stored: the store was told to be full ([`MemoryDeviceStore::set_full`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the storage of this device is full; free some space or download a backup")]
pub struct DeviceStoreFull;

/// A device's store in memory.
#[derive(Debug, Clone, Default)]
pub struct MemoryDeviceStore(Arc<Mutex<State>>);

impl MemoryDeviceStore {
    /// Makes an empty store.
    pub fn new() -> Self {
        Self::default()
    }

    /// From now on every write fails, or no longer fails, as on a device without space.
    pub fn set_full(&self, is_full: bool) {
        self.state().is_full = is_full;
    }

    /// Makes an independent store with the same content, as a cloned browser profile is.
    pub fn clone_profile(&self) -> MemoryDeviceStore {
        MemoryDeviceStore(Arc::new(Mutex::new(self.state().clone())))
    }

    /// A panic elsewhere leaves no half-done change behind: each is made on a checked picture.
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn writable(&self) -> Result<MutexGuard<'_, State>, DeviceStoreFull> {
        let state = self.state();
        if state.is_full {
            return Err(DeviceStoreFull);
        }
        Ok(state)
    }
}

impl OperationLog for MemoryDeviceStore {
    type Error = DeviceStoreFull;

    async fn append(&self, operations: &[Operation]) -> Result<Vec<Appended>, DeviceStoreFull> {
        let mut state = self.writable()?;
        Ok(operations
            .iter()
            .map(|operation| state.append(operation))
            .collect())
    }

    async fn operations(&self, document: DocumentId) -> Result<Vec<Operation>, DeviceStoreFull> {
        let stored = self.stored(document).await?;
        Ok(stored.into_iter().map(|stored| stored.operation).collect())
    }

    async fn documents(&self) -> Result<Vec<DocumentId>, DeviceStoreFull> {
        let state = self.state();
        let documents: BTreeSet<_> = state
            .log
            .values()
            .map(|stored| stored.operation.document)
            .collect();
        Ok(documents.into_iter().collect())
    }
}

impl DeviceStore for MemoryDeviceStore {
    async fn record_edit(&self, edit: &LocalEdit) -> Result<EditOutcome, DeviceStoreFull> {
        Ok(self.writable()?.record_edit(edit))
    }

    async fn stored(&self, document: DocumentId) -> Result<Vec<StoredOperation>, DeviceStoreFull> {
        let state = self.state();
        let stored = state
            .log
            .values()
            .filter(|stored| stored.operation.document == document);
        Ok(stored.cloned().collect())
    }

    async fn sync_state(&self) -> Result<SyncState, DeviceStoreFull> {
        Ok(self.state().sync.clone())
    }

    async fn bind_account(&self, account: AccountId) -> Result<bool, DeviceStoreFull> {
        let mut state = self.writable()?;
        Ok(*state.sync.account.get_or_insert(account) == account)
    }

    async fn next_outgoing(&self, most: usize) -> Result<Outgoing, DeviceStoreFull> {
        Ok(self.writable()?.next_outgoing(most))
    }

    async fn receive(&self, received: &Received) -> Result<(), DeviceStoreFull> {
        self.writable()?.receive(received);
        Ok(())
    }

    async fn reissue(
        &self,
        replaced: &[OperationId],
        operations: &[Operation],
    ) -> Result<ReissueOutcome, DeviceStoreFull> {
        Ok(self.writable()?.reissue(replaced, operations))
    }

    async fn discard(&self, operations: &[OperationId]) -> Result<(), DeviceStoreFull> {
        self.writable()?.discard(operations);
        Ok(())
    }

    async fn waiting(&self) -> Result<Waiting, DeviceStoreFull> {
        let state = self.state();
        let is_refused = |stored: &&StoredOperation| {
            stored.origin == Origin::Mine && matches!(stored.delivery, Delivery::Refused(_))
        };
        Ok(Waiting {
            waiting: state
                .log
                .values()
                .filter(|stored| stored.delivery.is_waiting())
                .count(),
            refused: state.log.values().filter(is_refused).count(),
        })
    }
}
