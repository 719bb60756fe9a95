//! Opening: rexie makes and upgrades the database, then a connection of our own takes over, since
//! rexie's offers no durability and does not tell when the browser closes it.

use crate::connection::{Access, Connection};
use crate::error::StoreError;
use crate::schema::{DATABASE_VERSION, LIFE, STATE, object_stores};
use futures::channel::oneshot;
use futures::future::{Either, select};
use gloo_timers::future::TimeoutFuture;
use js_sys::{Math, Reflect, global};
use rexie::Rexie;
use std::pin::pin;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{IdbDatabase, IdbFactory, IdbOpenDbRequest};

/// How long a database may take to open before it counts as blocked, in milliseconds.
const PATIENCE_MS: u32 = 8_000;

/// Which life of the database a connection leads to, and whether it has just begun.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Life {
    /// Drawn when the database was made.
    pub mark: f64,
    /// Whether this very opening made it.
    pub is_new: bool,
}

/// Opens a database, making or upgrading it where needed.
pub async fn open(name: &str) -> Result<(Connection, Life), StoreError> {
    upgrade(name).await?;
    let connection = Connection::new(connect(name).await?);
    let life = life(&connection).await?;
    Ok((connection, life))
}

/// Deletes a database with everything in it.
pub async fn delete(name: &str) -> Result<(), StoreError> {
    Rexie::delete(name)
        .await
        .map_err(|error| StoreError::from_opening(&error))
}

/// Brings the database to the present list of object stores. While an old tab blocks that, the
/// browser says nothing: then the upgrade goes on by itself, and the caller hears of it in time.
async fn upgrade(name: &str) -> Result<(), StoreError> {
    let (sender, receiver) = oneshot::channel();
    let builder = object_stores()
        .into_iter()
        .fold(Rexie::builder(name), |builder, store| {
            builder.add_object_store(store)
        })
        .version(DATABASE_VERSION);
    spawn_local(async move {
        let outcome = match builder.build().await {
            Ok(database) => {
                database.close();
                Ok(())
            }
            Err(error) => Err(StoreError::from_opening(&error)),
        };
        // Nobody listens any more if it took too long.
        let _ = sender.send(outcome);
    });
    match select(receiver, pin!(TimeoutFuture::new(PATIENCE_MS))).await {
        Either::Left((outcome, _)) => outcome.unwrap_or(Err(StoreError::NotAvailable)),
        Either::Right(_) => Err(StoreError::Blocked),
    }
}

/// Opens a connection of our own to the database that is there.
async fn connect(name: &str) -> Result<IdbDatabase, StoreError> {
    let factory: IdbFactory = Reflect::get(&global(), &JsValue::from_str("indexedDB"))
        .ok()
        .and_then(|factory| factory.dyn_into().ok())
        .ok_or(StoreError::NotAvailable)?;
    let request = factory
        .open_with_u32(name, DATABASE_VERSION)
        .map_err(|thrown| StoreError::from_thrown(&thrown))?;
    settled(&request).await;
    match request.error() {
        Ok(Some(exception)) => Err(StoreError::from_exception(&exception)),
        _ => request
            .result()
            .ok()
            .and_then(|database| database.dyn_into().ok())
            .ok_or(StoreError::NotAvailable),
    }
}

/// Awaits the success or the failure of an opening.
async fn settled(request: &IdbOpenDbRequest) {
    let (sender, receiver) = oneshot::channel::<()>();
    let settle = Closure::once(move || drop(sender));
    request.set_onsuccess(Some(settle.as_ref().unchecked_ref()));
    request.set_onerror(Some(settle.as_ref().unchecked_ref()));
    // The channel closing is the signal.
    let _ = receiver.await;
    request.set_onsuccess(None);
    request.set_onerror(None);
}

/// Reads the mark of the database's life, or gives it one.
async fn life(connection: &Connection) -> Result<Life, StoreError> {
    if let Some(mark) = mark(connection).await? {
        return Ok(Life {
            mark,
            is_new: false,
        });
    }
    let transaction = connection.begin(&[STATE], Access::Write)?;
    let state = transaction.store(STATE)?;
    let key = JsValue::from_str(LIFE);
    // Another tab may have been quicker.
    let there = transaction.watch(state.get(&key))?.answer().await?;
    let mark = match there.as_f64() {
        Some(mark) => mark,
        None => {
            let mark = Math::random();
            transaction.watch(state.put_with_key(&JsValue::from_f64(mark), &key))?;
            mark
        }
    };
    transaction.finish().await?;
    Ok(Life { mark, is_new: true })
}

/// Reads the mark of the database's life.
pub async fn mark(connection: &Connection) -> Result<Option<f64>, StoreError> {
    let transaction = connection.begin(&[STATE], Access::Read)?;
    let request = transaction.store(STATE)?.get(&JsValue::from_str(LIFE));
    let found = transaction.watch(request)?.answer().await?.as_f64();
    transaction.finish().await?;
    Ok(found)
}
