//! What the methods ask of a transaction: records by id, by document, by queue; writing and
//! removing them.

use crate::error::StoreError;
use crate::javascript::RawRecord;
use crate::record::{self, Queue};
use crate::schema::{BY_BASE, BY_DOCUMENT, BY_ID, BY_QUEUE, OPERATIONS};
use crate::transaction::Transaction;
use approdo_document::{DocumentId, OperationId};
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbCursor, IdbCursorDirection, IdbIndex, IdbObjectStore};

/// The operations' object store within one transaction.
pub struct Operations<'a> {
    transaction: &'a Transaction,
    store: IdbObjectStore,
}

impl<'a> Operations<'a> {
    /// Enters the object store of a transaction that covers it.
    pub fn of(transaction: &'a Transaction) -> Result<Self, StoreError> {
        let store = transaction.store(OPERATIONS)?;
        Ok(Self { transaction, store })
    }

    /// Finds records by the ids of their operations, in the same order.
    pub async fn find(&self, ids: &[OperationId]) -> Result<Vec<Option<RawRecord>>, StoreError> {
        let index = self.index(BY_ID)?;
        let requests = ids
            .iter()
            .map(|id| self.transaction.watch(index.get(&record::id_key(*id))))
            .collect::<Result<Vec<_>, _>>()?;
        let mut found = Vec::with_capacity(requests.len());
        for request in requests {
            let answer = request.answer().await?;
            found.push((!answer.is_undefined()).then(|| answer.unchecked_into()));
        }
        Ok(found)
    }

    /// Returns the records of a document in the order stored.
    pub async fn of_document(&self, document: DocumentId) -> Result<Vec<RawRecord>, StoreError> {
        let key = record::document_key(document);
        let request = self.index(BY_DOCUMENT)?.get_all_with_key(&key);
        self.list(request).await
    }

    /// Returns the first records of a queue in the order stored.
    pub async fn queued(&self, queue: Queue, most: usize) -> Result<Vec<RawRecord>, StoreError> {
        let most = u32::try_from(most).unwrap_or(u32::MAX);
        if most == 0 {
            return Ok(Vec::new()); // To the browser, zero means no limit.
        }
        let index = self.index(BY_QUEUE)?;
        self.list(index.get_all_with_key_and_limit(&queue.key(), most))
            .await
    }

    /// Returns the records of the operations that are built on one.
    pub async fn built_on(&self, base: OperationId) -> Result<Vec<RawRecord>, StoreError> {
        let index = self.index(BY_BASE)?;
        self.list(index.get_all_with_key(&record::id_key(base)))
            .await
    }

    /// Tells for each id whether an operation is built on it.
    pub async fn are_bases(&self, ids: &[OperationId]) -> Result<Vec<bool>, StoreError> {
        let index = self.index(BY_BASE)?;
        let requests = ids
            .iter()
            .map(|id| {
                self.transaction
                    .watch(index.count_with_key(&record::id_key(*id)))
            })
            .collect::<Result<Vec<_>, _>>()?;
        let mut answers = Vec::with_capacity(requests.len());
        for request in requests {
            answers.push(request.answer().await?.as_f64() > Some(0.0));
        }
        Ok(answers)
    }

    /// Returns every record.
    pub async fn all(&self) -> Result<Vec<RawRecord>, StoreError> {
        self.list(self.store.get_all()).await
    }

    /// Counts the records of each queue.
    pub async fn count<const N: usize>(
        &self,
        queues: [Queue; N],
    ) -> Result<[usize; N], StoreError> {
        let index = self.index(BY_QUEUE)?;
        let mut counts = [0; N];
        for (count, queue) in counts.iter_mut().zip(queues) {
            let request = self.transaction.watch(index.count_with_key(&queue.key()))?;
            *count = request.answer().await?.as_f64().unwrap_or_default() as usize;
        }
        Ok(counts)
    }

    /// Returns every document that has a record, sorted.
    pub async fn documents(&self) -> Result<Vec<DocumentId>, StoreError> {
        let index = self.index(BY_DOCUMENT)?;
        let request = self
            .transaction
            .watch(index.open_key_cursor_with_range_and_direction(
                &JsValue::UNDEFINED,
                IdbCursorDirection::Nextunique,
            ))?;
        let mut documents = Vec::new();
        while let Ok(cursor) = request.answer().await?.dyn_into::<IdbCursor>() {
            let key = cursor.key().unwrap_or_default();
            documents.extend(record::document_of_key(&key));
            cursor
                .continue_()
                .map_err(|thrown| StoreError::from_thrown(&thrown))?;
        }
        Ok(documents)
    }

    /// Writes a record: a new one at the end of the order, one read before in its place.
    /// One that a newer version of the app wrote is left as it is.
    pub fn put(&self, record: &RawRecord) -> Result<(), StoreError> {
        if record::is_newer(record) {
            return Err(StoreError::NewerVersion);
        }
        // A failure aborts the transaction, whose end tells it.
        self.store
            .put(record)
            .map(|_| ())
            .map_err(|thrown| StoreError::from_thrown(&thrown))
    }

    /// Removes a record read before, unless a newer version of the app wrote it.
    pub fn remove(&self, record: &RawRecord) -> Result<(), StoreError> {
        if record::is_newer(record) {
            return Err(StoreError::NewerVersion);
        }
        self.store
            .delete(&record.sequence())
            .map(|_| ())
            .map_err(|thrown| StoreError::from_thrown(&thrown))
    }

    async fn list(
        &self,
        request: Result<web_sys::IdbRequest, JsValue>,
    ) -> Result<Vec<RawRecord>, StoreError> {
        let answer = self.transaction.watch(request)?.answer().await?;
        let records: Array = answer.unchecked_into();
        Ok(records.iter().map(JsCast::unchecked_into).collect())
    }

    fn index(&self, name: &str) -> Result<IdbIndex, StoreError> {
        self.store
            .index(name)
            .map_err(|thrown| StoreError::from_thrown(&thrown))
    }
}
