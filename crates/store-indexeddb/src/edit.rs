//! What the person's own work does to the store: edits that may fold earlier ones, operations
//! minted anew, operations discarded.

use crate::connection::{Access, Connection};
use crate::error::StoreError;
use crate::javascript::RawRecord;
use crate::operation_log::append_new;
use crate::queries::Operations;
use crate::record;
use crate::schema::OPERATIONS;
use approdo_document::{Operation, OperationId};
use approdo_sync::store::{Delivery, EditOutcome, LocalEdit, ReissueOutcome};
use std::collections::{BTreeMap, BTreeSet};

/// Stores an edit, or nothing of it if the picture it was made on is old.
pub async fn record(connection: &Connection, edit: &LocalEdit) -> Result<EditOutcome, StoreError> {
    let transaction = connection.begin(&[OPERATIONS], Access::WriteStrictly)?;
    let log = Operations::of(&transaction)?;
    let outcome = record_in(&log, edit).await?;
    transaction.finish().await?;
    Ok(outcome)
}

/// Puts operations minted anew in the place of waiting ones.
pub async fn reissue(
    connection: &Connection,
    replaced: &[OperationId],
    operations: &[Operation],
) -> Result<ReissueOutcome, StoreError> {
    let transaction = connection.begin(&[OPERATIONS], Access::WriteStrictly)?;
    let log = Operations::of(&transaction)?;
    let mut leaving = find_by_id(&log, replaced).await?;
    let waits = |record: &RawRecord| record::delivery(record).is_some_and(Delivery::is_waiting);
    leaving.retain(|_, record| waits(record));
    let mut named: BTreeSet<OperationId> = BTreeSet::new();
    named.extend(replaced);
    let is_own = |record: &RawRecord| waits(record) && record.mine().is_truthy();
    let needed = needed_by_others(&log, leaving.keys(), &named, is_own).await?;
    let is_needed = !needed.is_empty();
    if !is_needed {
        leaving.values().try_for_each(|record| log.remove(record))?;
        append_new(&log, operations).await?;
    }
    transaction.finish().await?;
    Ok(if is_needed {
        ReissueOutcome::Stale
    } else {
        ReissueOutcome::Replaced
    })
}

/// Removes what the person gives up, except what other operations still need.
pub async fn discard(
    connection: &Connection,
    operations: &[OperationId],
) -> Result<(), StoreError> {
    let transaction = connection.begin(&[OPERATIONS], Access::WriteStrictly)?;
    let log = Operations::of(&transaction)?;
    let mut leaving = find_by_id(&log, operations).await?;
    leaving.retain(|_, record| record::delivery(record) != Some(Delivery::Acknowledged));
    // What stays may need what it stands on, which then stays too, and so on.
    loop {
        let mut named: BTreeSet<OperationId> = BTreeSet::new();
        named.extend(leaving.keys());
        let needed = needed_by_others(&log, leaving.keys(), &named, |_| true).await?;
        if needed.is_empty() {
            break;
        }
        leaving.retain(|id, _| !needed.contains(id));
    }
    leaving.values().try_for_each(|record| log.remove(record))?;
    transaction.finish().await
}

async fn record_in(log: &Operations<'_>, edit: &LocalEdit) -> Result<EditOutcome, StoreError> {
    let own_places = own_places(log, &edit.operations).await?;
    if !own_places.is_empty() && own_places.iter().all(|place| *place == Place::Same) {
        return Ok(EditOutcome::Saved);
    }
    let folds = log.find(&edit.folds).await?;
    let mut kept = Vec::new();
    let mut gone = BTreeSet::new();
    for (&id, found) in edit.folds.iter().zip(&folds) {
        match found {
            None => _ = gone.insert(id),
            Some(record) if !may_be_folded(record) => kept.push(id),
            Some(_) => {}
        }
    }
    gone.extend(missing_bases(log, edit).await?);
    if !kept.is_empty() || !gone.is_empty() || own_places.contains(&Place::Other) {
        let gone = gone.into_iter().collect();
        return Ok(EditOutcome::Stale { kept, gone });
    }
    for record in folds.iter().flatten() {
        log.remove(record)?;
    }
    append_new(log, &edit.operations).await?;
    Ok(EditOutcome::Saved)
}

/// What is there under the id of an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Free,
    Same,
    Other,
}

async fn own_places(
    log: &Operations<'_>,
    operations: &[Operation],
) -> Result<Vec<Place>, StoreError> {
    let ids: Vec<OperationId> = operations.iter().map(|operation| operation.id).collect();
    let found = log.find(&ids).await?;
    let places = operations.iter().zip(found).map(|(operation, found)| {
        found.map_or(Place::Free, |record| {
            match record::holds(&record, operation.hash()) {
                true => Place::Same,
                false => Place::Other,
            }
        })
    });
    Ok(places.collect())
}

/// Returns the bases that are neither there to stay nor earlier in the edit.
async fn missing_bases(
    log: &Operations<'_>,
    edit: &LocalEdit,
) -> Result<Vec<OperationId>, StoreError> {
    let mut earlier = BTreeSet::new();
    let mut outside = BTreeSet::new();
    for operation in &edit.operations {
        outside.extend(
            operation
                .base
                .iter()
                .filter(|base| !earlier.contains(*base)),
        );
        earlier.insert(operation.id);
    }
    let outside: Vec<OperationId> = outside.into_iter().collect();
    let found = log.find(&outside).await?;
    Ok((outside.into_iter().zip(found))
        .filter(|(id, found)| found.is_none() || edit.folds.contains(id))
        .map(|(id, _)| id)
        .collect())
}

/// Tells whether a later edit may still take the place of a record's operation.
fn may_be_folded(record: &RawRecord) -> bool {
    record::delivery(record) == Some(Delivery::Pending) && !record::built_upon(record)
}

async fn find_by_id(
    log: &Operations<'_>,
    ids: &[OperationId],
) -> Result<BTreeMap<OperationId, RawRecord>, StoreError> {
    let found = log.find(ids).await?;
    let mut by_id = BTreeMap::new();
    by_id.extend((ids.iter().copied().zip(found)).filter_map(|(id, record)| Some((id, record?))));
    Ok(by_id)
}

/// Returns those of `leaving` without which an operation outside `named` could not be read, among
/// those that count.
async fn needed_by_others(
    log: &Operations<'_>,
    leaving: impl Iterator<Item = &OperationId>,
    named: &BTreeSet<OperationId>,
    counts: impl Fn(&RawRecord) -> bool,
) -> Result<BTreeSet<OperationId>, StoreError> {
    let mut needed = BTreeSet::new();
    for &id in leaving {
        let is_needed = (log.built_on(id).await?.iter())
            .filter(|dependant| record::needs_bases(dependant) && counts(dependant))
            .any(|dependant| record::id(dependant).is_none_or(|id| !named.contains(&id)));
        if is_needed {
            needed.insert(id);
        }
    }
    Ok(needed)
}
