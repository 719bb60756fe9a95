//! The store of a simulated device: the one in memory, a write at a time while sync goes on, so that
//! tabs can be killed and people can type in between; and with the mistakes of `broken`.

use super::broken::Broken;
use approdo_document::{AccountId, Body, DocumentId, Operation, OperationId};
use approdo_sync::memory::{DeviceStoreFull, MemoryDeviceStore};
use approdo_sync::store::{
    Appended, DeviceStore, EditOutcome, LocalEdit, OperationLog, Origin, Outgoing, Received,
    ReissueOutcome, StoredOperation, SyncState, Waiting,
};
use std::cell::RefCell;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::Poll;

/// A device's store in the simulated world. Clones are handles to the same store.
#[derive(Debug, Clone)]
pub struct SimulatedStore {
    kept: MemoryDeviceStore,
    broken: Option<Broken>,
    /// Edits said to be saved that are not ([`Broken::SavedBeforeDurable`]).
    in_memory: Rc<RefCell<Vec<LocalEdit>>>,
    is_step_by_step: bool,
}

impl SimulatedStore {
    pub(super) fn new(broken: Option<Broken>) -> Self {
        Self {
            kept: MemoryDeviceStore::new(),
            broken,
            in_memory: Rc::default(),
            is_step_by_step: false,
        }
    }

    /// Returns a handle that lets the world go on before each write.
    pub(super) fn step_by_step(&self) -> Self {
        Self {
            is_step_by_step: true,
            ..self.clone()
        }
    }

    /// Makes an independent store with the same content, as a cloned browser profile is.
    pub(super) fn clone_profile(&self) -> Self {
        Self {
            kept: self.kept.clone_profile(),
            in_memory: Rc::default(),
            ..self.clone()
        }
    }

    /// Loses what is not durable, as when the tab is killed.
    pub(super) fn crash(&self) {
        self.in_memory.borrow_mut().clear();
    }

    /// From now on every write fails, or no longer fails, as on a device without space.
    pub fn set_full(&self, is_full: bool) {
        self.kept.set_full(is_full);
    }

    fn is(&self, broken: Broken) -> bool {
        self.broken == Some(broken)
    }

    async fn before_write(&self) -> Result<(), DeviceStoreFull> {
        if self.is_step_by_step {
            pause().await;
        }
        let late = std::mem::take(&mut *self.in_memory.borrow_mut());
        for edit in late {
            self.kept.record_edit(&edit).await?;
        }
        Ok(())
    }

    /// Acknowledges operations by itself, without any server.
    async fn believe(&self, ids: impl Iterator<Item = OperationId>) -> Result<(), DeviceStoreFull> {
        let received = Received {
            acknowledged: ids.map(|id| (id, 0)).collect(),
            ..Received::default()
        };
        self.kept.receive(&received).await
    }

    async fn believe_others(&self) -> Result<(), DeviceStoreFull> {
        for document in self.kept.documents().await? {
            let stored = self.kept.stored(document).await?;
            let others = stored.iter().filter(|stored| stored.origin != Origin::Mine);
            self.believe(others.map(|stored| stored.operation.id))
                .await?;
        }
        Ok(())
    }
}

/// Lets others go on first.
async fn pause() {
    let mut has_paused = false;
    poll_fn(|context| {
        if std::mem::replace(&mut has_paused, true) {
            return Poll::Ready(());
        }
        context.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
}

impl OperationLog for SimulatedStore {
    type Error = DeviceStoreFull;

    async fn append(&self, operations: &[Operation]) -> Result<Vec<Appended>, DeviceStoreFull> {
        self.before_write().await?;
        self.kept.append(operations).await
    }

    async fn operations(&self, document: DocumentId) -> Result<Vec<Operation>, DeviceStoreFull> {
        self.kept.operations(document).await
    }

    async fn documents(&self) -> Result<Vec<DocumentId>, DeviceStoreFull> {
        self.kept.documents().await
    }
}

impl DeviceStore for SimulatedStore {
    async fn record_edit(&self, edit: &LocalEdit) -> Result<EditOutcome, DeviceStoreFull> {
        self.before_write().await?;
        if self.is(Broken::SavedBeforeDurable) {
            self.in_memory.borrow_mut().push(edit.clone());
            return Ok(EditOutcome::Saved);
        }
        let outcome = self.kept.record_edit(edit).await;
        if self.is(Broken::SavedOnFullDisk) && outcome == Err(DeviceStoreFull) {
            return Ok(EditOutcome::Saved);
        }
        outcome
    }

    async fn stored(&self, document: DocumentId) -> Result<Vec<StoredOperation>, DeviceStoreFull> {
        self.kept.stored(document).await
    }

    async fn sync_state(&self) -> Result<SyncState, DeviceStoreFull> {
        self.kept.sync_state().await
    }

    async fn bind_account(&self, account: AccountId) -> Result<bool, DeviceStoreFull> {
        self.before_write().await?;
        self.kept.bind_account(account).await
    }

    async fn next_outgoing(&self, most: usize) -> Result<Outgoing, DeviceStoreFull> {
        self.before_write().await?;
        let mut outgoing = self.kept.next_outgoing(most).await?;
        if self.is(Broken::OfferedIsAcknowledged) {
            self.believe(outgoing.pushed.iter().map(|operation| operation.id))
                .await?;
        }
        if self.is(Broken::ReturnedUnderOwnName) {
            let returned = std::mem::take(&mut outgoing.returned);
            outgoing
                .pushed
                .extend(returned.into_iter().map(|(operation, ..)| operation));
        }
        Ok(outgoing)
    }

    async fn receive(&self, received: &Received) -> Result<(), DeviceStoreFull> {
        self.before_write().await?;
        let mut received = received.clone();
        match self.broken {
            Some(Broken::CursorBeforeData) => {
                let cursor_only = Received {
                    acknowledged: Vec::new(),
                    refused: Vec::new(),
                    delivered: Vec::new(),
                    ..received.clone()
                };
                self.kept.receive(&cursor_only).await?;
                received.restored = false;
                self.before_write().await?;
            }
            Some(Broken::RestoreUnnoticed) => received.restored = false,
            Some(Broken::UnreadableNotKept) => received.delivered.retain(is_readable),
            _ => {}
        }
        self.kept.receive(&received).await?;
        if self.is(Broken::OthersWorkNotReturned) && received.restored {
            self.believe_others().await?;
        }
        if self.is(Broken::RefusedIsRemoved) {
            let refused: Vec<_> = received.refused.iter().map(|(id, _)| *id).collect();
            self.kept.discard(&refused).await?;
        }
        Ok(())
    }

    async fn reissue(
        &self,
        replaced: &[OperationId],
        operations: &[Operation],
    ) -> Result<ReissueOutcome, DeviceStoreFull> {
        self.before_write().await?;
        self.kept.reissue(replaced, operations).await
    }

    async fn discard(&self, operations: &[OperationId]) -> Result<(), DeviceStoreFull> {
        self.before_write().await?;
        self.kept.discard(operations).await
    }

    async fn waiting(&self) -> Result<Waiting, DeviceStoreFull> {
        self.kept.waiting().await
    }
}

fn is_readable(stored: &StoredOperation) -> bool {
    let body = Body::decode(&stored.operation.body);
    body.is_ok_and(|body| !matches!(body.content, approdo_document::Content::Unknown { .. }))
}
