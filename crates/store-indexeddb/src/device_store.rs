//! The part of the store that devices have: edits of the person, and how far they have got.
//! Storing an answer of the server is in `receive`.

use crate::connection::{Access, Connection};
use crate::error::StoreError;
use crate::javascript::RawRecord;
use crate::queries::Operations;
use crate::record::{self, Queue};
use crate::schema::{OPERATIONS, STATE};
use crate::store::IndexedDbStore;
use crate::{edit, receive, state};
use approdo_document::{AccountId, DocumentId, Operation, OperationId};
use approdo_sync::store::{
    Delivery, DeviceStore, EditOutcome, LocalEdit, Origin, Outgoing, Received, ReissueOutcome,
    StoredOperation, SyncState, Waiting,
};

impl DeviceStore for IndexedDbStore {
    async fn record_edit(&self, edit: &LocalEdit) -> Result<EditOutcome, StoreError> {
        self.attempt(async |connection| edit::record(connection, edit).await)
            .await
    }

    async fn stored(&self, document: DocumentId) -> Result<Vec<StoredOperation>, StoreError> {
        let records = self
            .attempt(async |connection| {
                let transaction = connection.begin(&[OPERATIONS], Access::Read)?;
                let records = Operations::of(&transaction)?.of_document(document).await?;
                transaction.finish().await?;
                Ok(records)
            })
            .await?;
        self.read_all(&records)
    }

    async fn sync_state(&self) -> Result<SyncState, StoreError> {
        self.attempt(async |connection| {
            let transaction = connection.begin(&[STATE], Access::Read)?;
            let state = state::read(&transaction).await?;
            transaction.finish().await?;
            Ok(state)
        })
        .await
    }

    async fn bind_account(&self, account: AccountId) -> Result<bool, StoreError> {
        self.attempt(async |connection| {
            let transaction = connection.begin(&[STATE], Access::WriteStrictly)?;
            let mut state = state::read(&transaction).await?;
            let is_ours = *state.account.get_or_insert(account) == account;
            if is_ours {
                state::write(&transaction, &state)?;
            }
            transaction.finish().await?;
            Ok(is_ours)
        })
        .await
    }

    async fn next_outgoing(&self, most: usize) -> Result<Outgoing, StoreError> {
        let records = self
            .attempt(async |connection| next_outgoing(connection, most).await)
            .await?;
        let mut outgoing = Outgoing::default();
        for stored in self.read_all(&records)? {
            match stored.origin {
                Origin::Mine => outgoing.pushed.push(stored.operation),
                Origin::Other { author, receipt } => {
                    (outgoing.returned).push((stored.operation, author, receipt));
                }
            }
        }
        Ok(outgoing)
    }

    async fn receive(&self, received: &Received) -> Result<(), StoreError> {
        self.attempt(async |connection| receive::receive(connection, received).await)
            .await
    }

    async fn reissue(
        &self,
        replaced: &[OperationId],
        operations: &[Operation],
    ) -> Result<ReissueOutcome, StoreError> {
        self.attempt(async |connection| edit::reissue(connection, replaced, operations).await)
            .await
    }

    async fn discard(&self, operations: &[OperationId]) -> Result<(), StoreError> {
        self.attempt(async |connection| edit::discard(connection, operations).await)
            .await
    }

    async fn waiting(&self) -> Result<Waiting, StoreError> {
        self.attempt(async |connection| {
            let transaction = connection.begin(&[OPERATIONS], Access::Read)?;
            let queues = [Queue::Waiting, Queue::Damaged, Queue::Refused];
            let [waiting, damaged, refused] = Operations::of(&transaction)?.count(queues).await?;
            transaction.finish().await?;
            Ok(Waiting {
                waiting: waiting + damaged,
                refused,
            })
        })
        .await
    }
}

/// Takes the next waiting records and marks them as offered.
async fn next_outgoing(connection: &Connection, most: usize) -> Result<Vec<RawRecord>, StoreError> {
    let transaction = connection.begin(&[OPERATIONS], Access::Write)?;
    let log = Operations::of(&transaction)?;
    let waiting = log.queued(Queue::Waiting, most).await?;
    for raw in &waiting {
        if record::is_newer(raw) {
            return Err(StoreError::NewerVersion);
        } else if record::read(raw).is_none() {
            record::set_aside(raw);
            log.put(raw)?;
        } else if record::delivery(raw) == Some(Delivery::Pending) {
            record::set_delivery(raw, Delivery::Offered);
            log.put(raw)?;
        }
    }
    transaction.finish().await?;
    Ok(waiting)
}
