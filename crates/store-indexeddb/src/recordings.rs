//! Recordings of answers, in a database of their own beside the profile's: they are no operations, never leave the
//! device, and may be deleted without touching anything else. The sound lies in pieces, each stored as it comes, so that
//! what was recorded survives whatever happens next.

use crate::cipher;
use crate::connection::{Access, Connection};
use crate::error::StoreError;
use crate::javascript::RawRecord;
use crate::open::{factory, settled};
use crate::record;
use crate::transaction::Transaction;
use js_sys::{Array, Object};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbKeyRange, IdbOpenDbRequest, IdbVersionChangeEvent};

/// The version of the database.
const VERSION: u32 = 1;
/// What is known of each recording, by its number.
const RECORDINGS: &str = "recordings";
/// The pieces of sound, by the recording's number and their own.
const PIECES: &str = "pieces";

/// A recording as it is stored, without its sound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredRecording {
    /// Its number, which is never given out again.
    pub number: u32,
    /// What is known of it, as its writer wrote it.
    pub facts: Vec<u8>,
}

/// The recordings of one profile.
pub struct RecordingStore {
    connection: Connection,
}

impl RecordingStore {
    /// Opens the database of a name, making it where there is none.
    ///
    /// # Errors
    /// When the browser keeps nothing for the page, or a newer version wrote it.
    pub async fn open(name: &str) -> Result<Self, StoreError> {
        let request = factory()?
            .open_with_u32(name, VERSION)
            .map_err(|thrown| StoreError::from_thrown(&thrown))?;
        let on_upgrade = make_when_asked(&request);
        let opened = settled(&request).await;
        drop(on_upgrade);
        let database: IdbDatabase = opened?.dyn_into().map_err(|_| StoreError::NotAvailable)?;
        Ok(Self {
            connection: Connection::new(database, None),
        })
    }

    /// Begins a recording and returns its number.
    ///
    /// # Errors
    /// When nothing was stored.
    pub async fn begin(&self, facts: &[u8]) -> Result<u32, StoreError> {
        let transaction = self
            .connection
            .begin(&[RECORDINGS], Access::WriteStrictly)?;
        let made = transaction.store(RECORDINGS)?.add(&record_of(facts));
        let key = transaction.watch(made)?.answer().await?;
        transaction.finish().await?;
        Ok(number_of(&key))
    }

    /// Stores a piece of sound, behind those that are there.
    ///
    /// # Errors
    /// When it was not stored; what was there before stays.
    pub async fn add_piece(
        &self,
        recording: u32,
        piece: u32,
        bytes: Vec<u8>,
    ) -> Result<(), StoreError> {
        let raw = record_of(&bytes);
        let transaction = self.connection.begin(&[PIECES], Access::WriteStrictly)?;
        let key = Array::of2(&recording.into(), &piece.into());
        let made = transaction.store(PIECES)?.put_with_key(&raw, &key);
        transaction.watch(made)?.answer().await?;
        transaction.finish().await
    }

    /// Writes anew what is known of a recording.
    ///
    /// # Errors
    /// When it was not stored; what was there before stays.
    pub async fn describe(&self, recording: u32, facts: &[u8]) -> Result<(), StoreError> {
        let transaction = self
            .connection
            .begin(&[RECORDINGS], Access::WriteStrictly)?;
        let store = transaction.store(RECORDINGS)?;
        let made = store.put_with_key(&record_of(facts), &recording.into());
        transaction.watch(made)?.answer().await?;
        transaction.finish().await
    }

    /// Lists the recordings; their sound is not read.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn all(&self) -> Result<Vec<StoredRecording>, StoreError> {
        let transaction = self.connection.begin(&[RECORDINGS], Access::Read)?;
        let store = transaction.store(RECORDINGS)?;
        let keys = transaction.watch(store.get_all_keys())?.answer().await?;
        let values = transaction.watch(store.get_all())?.answer().await?;
        transaction.finish().await?;
        let (keys, values): (Array, Array) = (keys.unchecked_into(), values.unchecked_into());
        let stored = keys.iter().zip(values.iter());
        let all = stored.map(|(key, value)| StoredRecording {
            number: number_of(&key),
            facts: opened(&value).unwrap_or_default(),
        });
        Ok(all.collect())
    }

    /// Returns how many bytes of sound a recording has.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn size(&self, recording: u32) -> Result<u64, StoreError> {
        let pieces = self.sound(recording).await?;
        Ok(pieces.iter().map(|piece| piece.len() as u64).sum())
    }

    /// Returns the sound of a recording, piece by piece.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn sound(&self, recording: u32) -> Result<Vec<Vec<u8>>, StoreError> {
        let transaction = self.connection.begin(&[PIECES], Access::Read)?;
        let pieces = pieces(&transaction, recording).await?;
        transaction.finish().await?;
        Ok(pieces)
    }

    /// Deletes recordings with their sound.
    ///
    /// # Errors
    /// When nothing was deleted.
    pub async fn remove(&self, recordings: &[u32]) -> Result<(), StoreError> {
        let transaction = (self.connection).begin(&[RECORDINGS, PIECES], Access::WriteStrictly)?;
        for recording in recordings {
            let facts = transaction.store(RECORDINGS)?.delete(&(*recording).into());
            transaction.watch(facts)?.answer().await?;
            let range = pieces_of(*recording)?;
            let pieces = transaction.store(PIECES)?.delete(&range);
            transaction.watch(pieces)?.answer().await?;
        }
        transaction.finish().await
    }
}

/// Makes both object stores when the browser asks for them.
fn make_when_asked(request: &IdbOpenDbRequest) -> Closure<dyn FnMut(IdbVersionChangeEvent)> {
    let asked = request.clone();
    let on_upgrade = Closure::new(move |_: IdbVersionChangeEvent| {
        let database = asked.result().ok().and_then(|made| made.dyn_into().ok());
        if let Some(database) = database {
            let database: IdbDatabase = database;
            // What fails here has the opening fail.
            let _ = make_object_stores(&database);
        }
    });
    request.set_onupgradeneeded(Some(on_upgrade.as_ref().unchecked_ref()));
    on_upgrade
}

fn make_object_stores(database: &IdbDatabase) -> Result<(), JsValue> {
    let numbered = web_sys::IdbObjectStoreParameters::new();
    numbered.set_auto_increment(true);
    database.create_object_store_with_optional_parameters(RECORDINGS, &numbered)?;
    database.create_object_store(PIECES)?;
    Ok(())
}

async fn pieces(transaction: &Transaction, recording: u32) -> Result<Vec<Vec<u8>>, StoreError> {
    let request = transaction
        .store(PIECES)?
        .get_all_with_key(&pieces_of(recording)?.into());
    let values: Array = (transaction.watch(request)?.answer().await?).unchecked_into();
    Ok(values.iter().filter_map(|value| opened(&value)).collect())
}

/// Returns the keys of all pieces of a recording.
fn pieces_of(recording: u32) -> Result<IdbKeyRange, StoreError> {
    let from = Array::of1(&recording.into());
    // In IndexedDB an array follows every number.
    let to = Array::of2(&recording.into(), &Array::new());
    IdbKeyRange::bound(&from, &to).map_err(|thrown| StoreError::from_thrown(&thrown))
}

fn record_of(bytes: &[u8]) -> RawRecord {
    let raw: RawRecord = Object::new().unchecked_into();
    record::set_body(&raw, &cipher::seal(bytes.to_vec()));
    raw
}

fn opened(value: &JsValue) -> Option<Vec<u8>> {
    let raw: &RawRecord = value.unchecked_ref();
    cipher::open(record::body(raw)?)
}

fn number_of(key: &JsValue) -> u32 {
    // Keys that the database gives out begin at 1.
    key.as_f64().unwrap_or_default() as u32
}
