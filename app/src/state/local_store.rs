//! The store of this browser: IndexedDB, or memory where there is none. What it means for the
//! person is said in `saving`.

use super::saving::StoreHealth;
use approdo_document::{AccountId, DocumentId, Operation, OperationId};
use approdo_store_indexeddb::{IndexedDbStore, StoreError};
use approdo_sync::memory::{DeviceStoreFull, MemoryDeviceStore};
use approdo_sync::store::{
    Appended, DeviceStore, EditOutcome, LocalEdit, OperationLog, Outgoing, Received,
    ReissueOutcome, StoredOperation, SyncState, Waiting,
};
use thiserror::Error;

/// Where this browser keeps its documents.
pub enum LocalStore {
    /// Durably.
    Browser(IndexedDbStore),
    /// As long as the page lives.
    Memory(MemoryDeviceStore),
}

/// Why a store failed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum LocalStoreError {
    /// The browser's store.
    #[error(transparent)]
    Browser(#[from] StoreError),
    /// The store in memory.
    #[error(transparent)]
    Memory(#[from] DeviceStoreFull),
}

impl LocalStoreError {
    /// Returns what the failure says about the store.
    pub fn health(&self) -> StoreHealth {
        match self {
            Self::Browser(StoreError::Quota) | Self::Memory(_) => StoreHealth::Full,
            Self::Browser(StoreError::Emptied) => StoreHealth::Emptied,
            Self::Browser(_) => StoreHealth::Failing,
        }
    }
}

/// Passes a call on to whichever store there is.
macro_rules! pass_on {
    ($store:expr, $method:ident ( $($argument:expr),* )) => {
        match $store {
            LocalStore::Browser(store) => Ok(store.$method($($argument),*).await?),
            LocalStore::Memory(store) => Ok(store.$method($($argument),*).await?),
        }
    };
}

impl OperationLog for LocalStore {
    type Error = LocalStoreError;

    async fn append(&self, operations: &[Operation]) -> Result<Vec<Appended>, Self::Error> {
        pass_on!(self, append(operations))
    }

    async fn operations(&self, document: DocumentId) -> Result<Vec<Operation>, Self::Error> {
        pass_on!(self, operations(document))
    }

    async fn documents(&self) -> Result<Vec<DocumentId>, Self::Error> {
        pass_on!(self, documents())
    }
}

impl DeviceStore for LocalStore {
    async fn record_edit(&self, edit: &LocalEdit) -> Result<EditOutcome, Self::Error> {
        pass_on!(self, record_edit(edit))
    }

    async fn stored(&self, document: DocumentId) -> Result<Vec<StoredOperation>, Self::Error> {
        pass_on!(self, stored(document))
    }

    async fn sync_state(&self) -> Result<SyncState, Self::Error> {
        pass_on!(self, sync_state())
    }

    async fn bind_account(&self, account: AccountId) -> Result<bool, Self::Error> {
        pass_on!(self, bind_account(account))
    }

    async fn next_outgoing(&self, most: usize) -> Result<Outgoing, Self::Error> {
        pass_on!(self, next_outgoing(most))
    }

    async fn receive(&self, received: &Received) -> Result<(), Self::Error> {
        pass_on!(self, receive(received))
    }

    async fn reissue(
        &self,
        replaced: &[OperationId],
        operations: &[Operation],
    ) -> Result<ReissueOutcome, Self::Error> {
        pass_on!(self, reissue(replaced, operations))
    }

    async fn discard(&self, operations: &[OperationId]) -> Result<(), Self::Error> {
        pass_on!(self, discard(operations))
    }

    async fn waiting(&self) -> Result<Waiting, Self::Error> {
        pass_on!(self, waiting())
    }
}
