//! A database as another page has it, by rexie: nothing of the store under test has a hand in it. The
//! foundation's databases were made by rexie as well, so those made here are as theirs were.

use crate::fixture::ensure;
use futures::future::{Either, select};
use gloo_timers::future::TimeoutFuture;
use rexie::{Index, ObjectStore, Rexie, TransactionMode};
use std::pin::pin;
use wasm_bindgen::JsValue;

const OPERATIONS: &str = "operations";
const BLOBS: &str = "blobs";
const STATE: &str = "state";
/// How long another page waits for records that nobody holds, in milliseconds.
const PATIENCE_MS: u32 = 5_000;

/// A database, whatever version it has.
pub struct RawDatabase {
    /// Its version, as the browser counts.
    pub version: u32,
    /// The records of operations, in the order stored.
    pub operations: Vec<JsValue>,
    /// The single records by name.
    pub state: Vec<(String, JsValue)>,
}

/// Makes a database of these very records.
pub async fn write(name: &str, raw: &RawDatabase) -> Result<(), String> {
    let operations = ObjectStore::new(OPERATIONS)
        .key_path("sequence")
        .auto_increment(true)
        .add_index(Index::new("document", "document"))
        .add_index(Index::new("id", "id").unique(true))
        .add_index(Index::new("bases", "bases").multi_entry(true))
        .add_index(Index::new("queue", "queue"));
    let builder = Rexie::builder(name)
        .version(raw.version)
        .add_object_store(operations)
        .add_object_store(ObjectStore::new(STATE));
    let database = builder.build().await.map_err(told)?;
    let transaction = database
        .transaction(&[OPERATIONS, STATE], TransactionMode::ReadWrite)
        .map_err(told)?;
    let operations = transaction.store(OPERATIONS).map_err(told)?;
    for record in &raw.operations {
        operations.put(record, None).await.map_err(told)?;
    }
    let state = transaction.store(STATE).map_err(told)?;
    for (name, record) in &raw.state {
        let name = JsValue::from_str(name);
        state.put(record, Some(&name)).await.map_err(told)?;
    }
    let ended = transaction.done().await.map_err(told)?;
    database.close();
    ensure(ended.is_committed(), "the database was not written")
}

/// Returns a database as it lies in the browser.
pub async fn read(name: &str) -> Result<RawDatabase, String> {
    let database = open(name).await?;
    let transaction = database
        .transaction(&[OPERATIONS, STATE], TransactionMode::ReadOnly)
        .map_err(told)?;
    let operations = transaction.store(OPERATIONS).map_err(told)?;
    let operations = operations.get_all(None, None).await.map_err(told)?;
    let state = transaction.store(STATE).map_err(told)?;
    let names = state.get_all_keys(None, None).await.map_err(told)?;
    let records = state.get_all(None, None).await.map_err(told)?;
    let names = names
        .iter()
        .map(|name| name.as_string().unwrap_or_default());
    let raw = RawDatabase {
        version: database.version().map_err(told)?,
        operations,
        state: names.zip(records).collect(),
    };
    database.close();
    Ok(raw)
}

/// Returns the records of blobs.
pub async fn blobs(name: &str) -> Result<Vec<JsValue>, String> {
    let database = open(name).await?;
    let transaction = database
        .transaction(&[BLOBS], TransactionMode::ReadOnly)
        .map_err(told)?;
    let blobs = transaction.store(BLOBS).map_err(told)?;
    let records = blobs.get_all(None, None).await.map_err(told)?;
    database.close();
    Ok(records)
}

/// Changes every record of a blob.
pub async fn change_blob(name: &str, change: impl Fn(&JsValue) -> bool) -> Result<(), String> {
    let records = blobs(name).await?;
    let database = open(name).await?;
    let transaction = database
        .transaction(&[BLOBS], TransactionMode::ReadWrite)
        .map_err(told)?;
    let blobs = transaction.store(BLOBS).map_err(told)?;
    for record in &records {
        ensure(change(record), "the record was not changed")?;
        blobs.put(record, None).await.map_err(told)?;
    }
    let ended = transaction.done().await.map_err(told)?;
    database.close();
    ensure(ended.is_committed(), "the record was not written")
}

/// Counts the operations as one who is about to write does: after whoever holds them now.
pub async fn count(name: &str) -> Result<usize, String> {
    let counting = pin!(async {
        let database = open(name).await?;
        let transaction = database
            .transaction(&[OPERATIONS], TransactionMode::ReadWrite)
            .map_err(told)?;
        let operations = transaction.store(OPERATIONS).map_err(told)?;
        let count = operations.count(None).await.map_err(told)?;
        database.close();
        Ok(count as usize)
    });
    match select(counting, pin!(TimeoutFuture::new(PATIENCE_MS))).await {
        Either::Left((count, _)) => count,
        Either::Right(_) => Err("another page does not get at the operations".to_owned()),
    }
}

/// Describes the object stores with their keys, and the indexes.
pub async fn structure(name: &str) -> Result<Vec<String>, String> {
    let database = open(name).await?;
    let mut lines = Vec::new();
    for name in database.store_names() {
        let transaction = database
            .transaction(&[&name], TransactionMode::ReadOnly)
            .map_err(told)?;
        let store = transaction.store(&name).map_err(told)?;
        let (key, gives_keys) = (store.key_path().map_err(told)?, store.auto_increment());
        lines.push(format!("{name}: key {key:?}, given out: {gives_keys}"));
        for name in store.index_names() {
            let index = store.index(&name).map_err(told)?;
            let (is_unique, is_of_each) = (index.unique(), index.multi_entry());
            lines.push(format!("{name}: unique {is_unique}, of each {is_of_each}"));
        }
    }
    database.close();
    Ok(lines)
}

/// Opens a database in whatever version it has.
async fn open(name: &str) -> Result<Rexie, String> {
    Rexie::builder(name).build().await.map_err(told)
}

fn told(error: rexie::Error) -> String {
    format!("{error:?}")
}
