//! The suites that every store passes, on the store in SQLite.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod support;

use approdo_document::{AccountId, Operation, OperationId, SpaceId};
use approdo_server::store::{SqliteStore, StoreError};
use approdo_sync::conformance::{ServerUnderTest, assert_all_pass, operation_log, server_store};
use approdo_sync::store::{Appended, OperationLog, ServerStore};
use approdo_sync::wire::{SyncRequest, SyncResponse};
use sqlx::sqlite::{SqliteConnectOptions, SqlitePool};
use std::collections::BTreeSet;
use tempfile::TempDir;

/// A store with its folder.
struct Held {
    store: SqliteStore,
    folder: TempDir,
}

impl Held {
    /// Opens a new store; all have the same receipt key.
    async fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("receipt.key"), [7; 32]).unwrap();
        let store = SqliteStore::open(folder.path()).await.unwrap();
        Self { store, folder }
    }
}

impl ServerStore for Held {
    type Error = StoreError;

    async fn exchange(
        &self,
        account: AccountId,
        request: &SyncRequest,
    ) -> Result<SyncResponse, StoreError> {
        self.store.exchange(account, request).await
    }
}

impl OperationLog for Held {
    type Error = StoreError;

    async fn append(&self, operations: &[Operation]) -> Result<Vec<Appended>, StoreError> {
        self.store.append(operations).await
    }

    async fn operations(
        &self,
        document: approdo_document::DocumentId,
    ) -> Result<Vec<Operation>, StoreError> {
        self.store.operations(document).await
    }

    async fn documents(&self) -> Result<Vec<approdo_document::DocumentId>, StoreError> {
        self.store.documents().await
    }
}

impl ServerUnderTest for Held {
    type Backup = TempDir;

    async fn back_up(&self) -> TempDir {
        let backup = tempfile::tempdir().unwrap();
        let target = backup.path().join("approdo.sqlite");
        let pool = self.maintenance().await;
        sqlx::query("VACUUM INTO ?")
            .bind(target.to_str())
            .execute(&pool)
            .await
            .unwrap();
        backup
    }

    async fn restore(self, backup: TempDir) -> Self {
        self.store.close().await;
        support::copy_database(backup.path(), self.folder.path());
        Self {
            store: SqliteStore::open(self.folder.path()).await.unwrap(),
            folder: self.folder,
        }
    }

    async fn grant(&self, space: SpaceId, account: AccountId) {
        assert!(self.store.grant(space, account).await.unwrap());
    }

    /// Removes the ancestors by hand: compaction itself comes later.
    async fn compact(&self, head: OperationId) -> bool {
        let mut all = Vec::new();
        for document in self.store.documents().await.unwrap() {
            all.extend(self.store.operations(document).await.unwrap());
        }
        let mut removed: BTreeSet<OperationId> = BTreeSet::new();
        let mut to_visit = vec![head];
        while let Some(id) = to_visit.pop() {
            for operation in all.iter().filter(|operation| operation.id == id) {
                removed.extend(&operation.base);
                to_visit.extend(&operation.base);
            }
        }
        let pool = self.maintenance().await;
        for id in removed {
            let key = [id.writer.0.as_slice(), &id.counter.to_be_bytes()].concat();
            sqlx::query("UPDATE operations SET bytes = NULL WHERE id = ?")
                .bind(key)
                .execute(&pool)
                .await
                .unwrap();
        }
        true
    }
}

impl Held {
    async fn maintenance(&self) -> SqlitePool {
        let file = self.folder.path().join("approdo.sqlite");
        let options = SqliteConnectOptions::new().filename(file);
        SqlitePool::connect_with(options).await.unwrap()
    }
}

#[tokio::test]
async fn the_store_passes_the_suite_of_server_stores() {
    assert_all_pass(&server_store(Held::open).await);
}

#[tokio::test]
async fn the_store_passes_the_suite_of_logs() {
    assert_all_pass(&operation_log(Held::open).await);
}
