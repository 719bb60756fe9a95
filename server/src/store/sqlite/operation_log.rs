//! The plain view of the history, without accounts or access: for the suite that all stores pass
//! and for maintenance. What is appended here belongs to an account that nobody can sign in to.

use super::push::{self, Sender};
use super::{SqliteStore, find_or_make_account, fixed, from_integer};
use crate::store::StoreError;
use approdo_document::{AccountId, DocumentId, Operation};
use approdo_sync::server_rules::Opened;
use approdo_sync::store::{Appended, OperationLog};

/// The account of operations without an author.
const NOBODY: AccountId = AccountId([0; 16]);

impl OperationLog for SqliteStore {
    type Error = StoreError;

    async fn append(&self, operations: &[Operation]) -> Result<Vec<Appended>, StoreError> {
        let mut writer = self.begin_write().await?;
        let sender = Sender {
            account: find_or_make_account(&mut writer, NOBODY).await?,
            device: None,
            receipt_key: &self.receipt_key,
        };
        let highest: i64 = sqlx::query_scalar("SELECT highest_sequence FROM server")
            .fetch_one(&mut *writer)
            .await?;
        let opened = Opened {
            pushed: operations.to_vec(),
            returned: Vec::new(),
        };
        let appended = push::append(&mut writer, &sender, from_integer(highest), &opened).await?;
        writer.commit().await?;
        Ok(appended)
    }

    async fn operations(&self, document: DocumentId) -> Result<Vec<Operation>, StoreError> {
        let stored: Vec<Vec<u8>> = sqlx::query_scalar(
            "SELECT bytes FROM operations WHERE document = ? AND bytes IS NOT NULL \
             ORDER BY sequence",
        )
        .bind(document.0.as_slice())
        .fetch_all(&self.readers)
        .await?;
        let read = stored.iter().map(|bytes| postcard::from_bytes(bytes));
        Ok(read.filter_map(Result::ok).collect())
    }

    async fn documents(&self) -> Result<Vec<DocumentId>, StoreError> {
        let documents: Vec<Vec<u8>> =
            sqlx::query_scalar("SELECT DISTINCT document FROM operations ORDER BY document")
                .fetch_all(&self.readers)
                .await?;
        let ids = documents.iter().map(|bytes| DocumentId(fixed(bytes)));
        Ok(ids.collect())
    }
}
