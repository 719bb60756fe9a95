//! The part of the store that all stores have: operations in, operations out.

use crate::connection::{Access, Connection};
use crate::error::StoreError;
use crate::queries::Operations;
use crate::record;
use crate::schema::OPERATIONS;
use crate::store::IndexedDbStore;
use approdo_document::{DocumentId, Operation, OperationHash, OperationId};
use approdo_sync::store::{Appended, Delivery, DeviceStore, OperationLog, Origin, StoredOperation};
use std::collections::{BTreeSet, HashMap};

impl OperationLog for IndexedDbStore {
    type Error = StoreError;

    async fn append(&self, operations: &[Operation]) -> Result<Vec<Appended>, StoreError> {
        self.attempt(async |connection| append(connection, operations).await)
            .await
    }

    async fn operations(&self, document: DocumentId) -> Result<Vec<Operation>, StoreError> {
        let stored = self.stored(document).await?;
        Ok(stored.into_iter().map(|stored| stored.operation).collect())
    }

    async fn documents(&self) -> Result<Vec<DocumentId>, StoreError> {
        self.attempt(async |connection| {
            let transaction = connection.begin(&[OPERATIONS], Access::Read)?;
            let documents = Operations::of(&transaction)?.documents().await?;
            transaction.finish().await?;
            Ok(documents)
        })
        .await
    }
}

async fn append(
    connection: &Connection,
    operations: &[Operation],
) -> Result<Vec<Appended>, StoreError> {
    let transaction = connection.begin(&[OPERATIONS], Access::WriteStrictly)?;
    let answers = append_new(&Operations::of(&transaction)?, operations).await?;
    transaction.finish().await?;
    Ok(answers)
}

/// Stores those operations that are not there yet, as the person's own and not yet offered.
pub async fn append_new(
    log: &Operations<'_>,
    operations: &[Operation],
) -> Result<Vec<Appended>, StoreError> {
    let ids: Vec<OperationId> = operations.iter().map(|operation| operation.id).collect();
    let found = log.find(&ids).await?;
    let mut in_this_call: HashMap<OperationId, OperationHash> = HashMap::new();
    let mut new = Vec::new();
    let mut answers = Vec::with_capacity(operations.len());
    for (operation, found) in operations.iter().zip(found) {
        let hash = operation.hash();
        let same = match (found, in_this_call.get(&operation.id)) {
            (Some(record), _) => Some(record::holds(&record, hash)),
            (None, Some(earlier)) => Some(*earlier == hash),
            (None, None) => None,
        };
        answers.push(match same {
            Some(true) => Appended::Known,
            Some(false) => Appended::Forked,
            None => {
                in_this_call.insert(operation.id, hash);
                new.push(pending(operation));
                Appended::New
            }
        });
    }
    insert(log, new).await?;
    Ok(answers)
}

/// Adds operations that are not there yet, and notes which ones are built upon now.
pub async fn insert(log: &Operations<'_>, mut new: Vec<StoredOperation>) -> Result<(), StoreError> {
    let ids: Vec<OperationId> = new.iter().map(|stored| stored.operation.id).collect();
    let mut bases: BTreeSet<OperationId> = BTreeSet::new();
    bases.extend(new.iter().flat_map(|stored| &stored.operation.base));
    let are_bases_already = log.are_bases(&ids).await?;
    for (stored, is_base_already) in new.iter_mut().zip(are_bases_already) {
        stored.built_upon = is_base_already | bases.remove(&stored.operation.id);
        log.put(&record::write(stored))?;
    }
    let earlier: Vec<OperationId> = bases.into_iter().collect();
    for base in log.find(&earlier).await?.iter().flatten() {
        if !record::built_upon(base) {
            record::set_built_upon(base);
            log.put(base)?;
        }
    }
    Ok(())
}

/// The person's own operation, as it stands before it was ever offered.
fn pending(operation: &Operation) -> StoredOperation {
    StoredOperation {
        operation: operation.clone(),
        delivery: Delivery::Pending,
        origin: Origin::Mine,
        built_upon: false,
        number: None,
        device: None,
    }
}
