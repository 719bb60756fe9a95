//! Storing an answer of the server: everything it says and the cursor, or nothing.

use crate::connection::{Access, Connection};
use crate::error::StoreError;
use crate::operation_log::insert;
use crate::queries::Operations;
use crate::schema::{OPERATIONS, STATE};
use crate::{record, state};
use approdo_document::OperationId;
use approdo_sync::store::{Delivery, Received, StoredOperation, SyncState};
use std::collections::HashSet;

/// Stores an answer.
pub async fn receive(connection: &Connection, received: &Received) -> Result<(), StoreError> {
    let transaction = connection.begin(&[OPERATIONS, STATE], Access::WriteStrictly)?;
    let log = Operations::of(&transaction)?;
    if received.restored {
        offer_everything_again(&log).await?;
    }
    let acknowledged = (received.acknowledged.iter())
        .map(|&(id, number)| (id, Delivery::Acknowledged, Some(number)));
    settle(&log, acknowledged.collect()).await?;
    let refused =
        (received.refused.iter()).map(|&(id, refusal)| (id, Delivery::Refused(refusal), None));
    settle(&log, refused.collect()).await?;
    deliver(&log, &received.delivered).await?;
    let mut state = state::read(&transaction).await?;
    move_on(&mut state, received);
    state::write(&transaction, &state)?;
    transaction.finish().await
}

/// After a restore nothing counts as known to the server, and the old numbers mean nothing.
async fn offer_everything_again(log: &Operations<'_>) -> Result<(), StoreError> {
    for raw in log.all().await? {
        record::set_number(&raw, None);
        if record::delivery(&raw) == Some(Delivery::Acknowledged) {
            record::set_delivery(&raw, Delivery::Offered);
        }
        log.put(&raw)?;
    }
    Ok(())
}

/// Notes what became of operations that wait; passes over all others.
async fn settle(
    log: &Operations<'_>,
    verdicts: Vec<(OperationId, Delivery, Option<u64>)>,
) -> Result<(), StoreError> {
    let ids: Vec<OperationId> = verdicts.iter().map(|(id, ..)| *id).collect();
    let found = log.find(&ids).await?;
    for (found, (_, delivery, number)) in found.into_iter().zip(verdicts) {
        let waiting = found.filter(|raw| record::delivery(raw).is_some_and(Delivery::is_waiting));
        if let Some(raw) = waiting {
            record::set_number(&raw, number);
            record::set_delivery(&raw, delivery);
            log.put(&raw)?;
        }
    }
    Ok(())
}

/// Adds what is new; what is here already with the same bytes is now known to be on the server.
async fn deliver(log: &Operations<'_>, delivered: &[StoredOperation]) -> Result<(), StoreError> {
    let ids: Vec<OperationId> = (delivered.iter())
        .map(|stored| stored.operation.id)
        .collect();
    let found = log.find(&ids).await?;
    let mut seen = HashSet::new();
    let mut new = Vec::new();
    for (found, stored) in found.into_iter().zip(delivered) {
        match found {
            Some(raw) if record::holds(&raw, stored.operation.hash()) => {
                record::set_number(&raw, stored.number);
                record::set_delivery(&raw, Delivery::Acknowledged);
                log.put(&raw)?;
            }
            // Its id is taken on the server: only the verdict "forked" may free it.
            Some(raw) => {
                record::set_built_upon(&raw);
                log.put(&raw)?;
            }
            None if seen.insert(stored.operation.id) => new.push(stored.clone()),
            None => {}
        }
    }
    insert(log, new).await
}

fn move_on(state: &mut SyncState, received: &Received) {
    if received.restored {
        state.cursor = None;
        state.read.clear();
    }
    state.cursor = received.cursor.or(state.cursor);
    state.read.extend(&received.read);
    state.synced_at_ms = received.synced_at_ms.or(state.synced_at_ms);
}
