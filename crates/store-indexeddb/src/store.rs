//! The store: its connection, opened anew once when the browser closed it, and the records that
//! could not be read. What it stores is in `operation_log`, `device_store` and `receive`.

use crate::connection::Connection;
use crate::error::StoreError;
use crate::javascript::RawRecord;
use crate::open::{self, Life, Listeners};
use crate::page_cache;
use crate::record;
use approdo_document::DocumentId;
use approdo_sync::store::StoredOperation;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// A record that cannot be read. The rest of its document can.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DamagedRecord {
    /// The document it belongs to, if even that can be read.
    pub document: Option<DocumentId>,
    /// Its place in the order stored.
    pub sequence: Option<u64>,
}

/// The store of one profile in one browser.
pub struct IndexedDbStore {
    name: String,
    life: Life,
    listeners: Listeners,
    connection: RefCell<Option<Rc<Connection>>>,
    closed: Cell<bool>,
    damaged: RefCell<Vec<DamagedRecord>>,
}

impl IndexedDbStore {
    /// Opens the database of this name, making or upgrading it where needed. Waits as long as another
    /// tab holds an older version open, and closes the connection when a newer version asks for it.
    ///
    /// # Errors
    /// Why there is no store.
    pub async fn open(name: &str) -> Result<Self, StoreError> {
        Self::open_telling(name, Listeners::default()).await
    }

    /// Opens as [`IndexedDbStore::open`] does, telling the page what it waits for, and what waits for it.
    ///
    /// # Errors
    /// Why there is no store.
    pub async fn open_telling(name: &str, listeners: Listeners) -> Result<Self, StoreError> {
        let (connection, life) = open::open(name, &listeners).await?;
        Ok(Self {
            name: name.to_owned(),
            life,
            listeners,
            connection: RefCell::new(Some(Rc::new(connection))),
            closed: Cell::new(false),
            damaged: RefCell::default(),
        })
    }

    /// Deletes the database of this name with everything in it. Waits for its connections to close.
    ///
    /// # Errors
    /// Why the browser did not delete it.
    pub async fn delete(name: &str) -> Result<(), StoreError> {
        open::delete(name).await
    }

    /// Tells whether the opening found nothing and made the database: the first visit, or the
    /// browser deleted what was there.
    pub fn is_new(&self) -> bool {
        self.life.is_new
    }

    /// Closes the connection for good, once its transactions have ended.
    pub fn close(&self) {
        self.closed.set(true);
        if let Some(connection) = self.connection.take() {
            connection.close();
        }
    }

    /// Returns the name of the database.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Makes sure that the store still answers, for example when the page becomes visible again.
    ///
    /// # Errors
    /// Why it does not; [`StoreError::Emptied`] if the browser deleted the data in the meantime.
    pub async fn probe(&self) -> Result<(), StoreError> {
        self.attempt(async |connection| {
            let mark = open::mark(connection).await?;
            (mark == Some(self.life.mark))
                .then_some(())
                .ok_or(StoreError::Emptied)
        })
        .await
    }

    /// Returns the records found damaged since the last call.
    pub fn take_damaged(&self) -> Vec<DamagedRecord> {
        self.damaged.take()
    }

    /// Carries out one promise: once more if the browser had closed the connection, and again after
    /// each time that the page lay in the back/forward cache. Every promise is one transaction and
    /// may be repeated.
    pub(crate) async fn attempt<T>(
        &self,
        work: impl AsyncFn(&Connection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let mut was_closed = false;
        loop {
            let connection = self.connection().await?;
            let times_cached = page_cache::times_cached();
            match work(&connection).await {
                Err(_) if page_cache::times_cached() != times_cached => {}
                Err(StoreError::Lost) if !was_closed => {
                    was_closed = true;
                    connection.close();
                }
                outcome => return outcome,
            }
        }
    }

    /// Closes the connection, but not the store.
    #[cfg(feature = "conformance")]
    pub(crate) fn close_connection(&self) {
        if let Some(connection) = &*self.connection.borrow() {
            connection.close_raw();
        }
    }

    /// Reads records; those that cannot be read are noted and left out. With one among them that a
    /// newer version of the app wrote, nothing is read: half a document must not pass for the whole.
    pub(crate) fn read_all(
        &self,
        records: &[RawRecord],
    ) -> Result<Vec<StoredOperation>, StoreError> {
        let mut read = Vec::with_capacity(records.len());
        for raw in records {
            match record::read(raw) {
                Some(stored) => read.push(stored),
                None if record::is_newer(raw) => return Err(StoreError::NewerVersion),
                None => self.note_damaged(raw),
            }
        }
        Ok(read)
    }

    /// Notes a record that cannot be read, once.
    pub(crate) fn note_damaged(&self, raw: &RawRecord) {
        let found = DamagedRecord {
            document: record::document_of_key(&raw.document()),
            sequence: raw.sequence().as_f64().map(|sequence| sequence as u64),
        };
        let mut damaged = self.damaged.borrow_mut();
        if !damaged.contains(&found) {
            damaged.push(found);
        }
    }

    /// Returns an open connection, the present one if the browser has not closed it.
    async fn connection(&self) -> Result<Rc<Connection>, StoreError> {
        page_cache::present().await;
        if self.closed.get() {
            return Err(StoreError::Lost);
        }
        let present = self.connection.borrow().clone();
        if let Some(connection) = present.filter(|connection| !connection.is_closed()) {
            return Ok(connection);
        }
        let (connection, life) = open::open(&self.name, &self.listeners).await?;
        if life.mark != self.life.mark {
            return Err(StoreError::Emptied);
        }
        let connection = Rc::new(connection);
        *self.connection.borrow_mut() = Some(connection.clone());
        Ok(connection)
    }
}
