//! Opening: making and upgrading the database, giving way to who upgrades it further, deleting it.
//! What an upgrade does is in `migrations`.

use crate::connection::{Access, Connection};
use crate::error::StoreError;
use crate::migrations::{self, CURRENT, Version};
use crate::page_cache;
use crate::schema::{LIFE, STATE};
use crate::transaction::Transaction;
use futures::channel::oneshot;
use js_sys::{Math, Reflect, global};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{IdbDatabase, IdbFactory, IdbOpenDbRequest, IdbVersionChangeEvent};

/// What a page wants to hear of its database.
#[derive(Clone, Default)]
pub struct Listeners {
    /// Another tab holds an older version open, so that this one has to wait. It goes on by itself
    /// once the other is closed.
    pub on_blocked: Option<Rc<dyn Fn()>>,
    /// A newer version of the app wants to upgrade the database and waits until this page has closed
    /// it: store what is typed, then close. Without a listener it is closed at once.
    pub on_outdated: Option<Rc<dyn Fn()>>,
}

/// Which life of the database a connection leads to, and whether it has just begun.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Life {
    /// Drawn when the database was made.
    pub mark: f64,
    /// Whether this very opening made it.
    pub is_new: bool,
}

/// Opens a database, making or upgrading it where needed; begins anew if the page was put into the
/// back/forward cache meanwhile.
pub async fn open(name: &str, listeners: &Listeners) -> Result<(Connection, Life), StoreError> {
    loop {
        page_cache::present().await;
        let times_cached = page_cache::times_cached();
        match open_once(name, listeners).await {
            Err(_) if page_cache::times_cached() != times_cached => {}
            outcome => return outcome,
        }
    }
}

async fn open_once(name: &str, listeners: &Listeners) -> Result<(Connection, Life), StoreError> {
    let request = factory()?
        .open_with_u32(name, CURRENT as u32)
        .map_err(|thrown| StoreError::from_thrown(&thrown))?;
    let failure = upgrade_when_asked(&request);
    let on_blocked = listeners.on_blocked.clone();
    let on_blocked = Closure::<dyn FnMut()>::new(move || {
        if let Some(tell) = &on_blocked {
            tell();
        }
    });
    request.set_onblocked(Some(on_blocked.as_ref().unchecked_ref()));
    let opened = settled(&request).await;
    request.set_onblocked(None);
    let opened = opened.map_err(|reason| failure.take().unwrap_or(reason))?;
    let database: IdbDatabase = opened.dyn_into().map_err(|_| StoreError::NotAvailable)?;
    let connection = Connection::new(database, listeners.on_outdated.clone());
    let life = life(&connection).await?;
    Ok((connection, life))
}

/// Deletes a database with everything in it.
pub async fn delete(name: &str) -> Result<(), StoreError> {
    let request = factory()?
        .delete_database(name)
        .map_err(|thrown| StoreError::from_thrown(&thrown))?;
    settled(&request).await.map(|_| ())
}

/// Returns the browser's IndexedDB.
pub fn factory() -> Result<IdbFactory, StoreError> {
    Reflect::get(&global(), &JsValue::from_str("indexedDB"))
        .ok()
        .and_then(|factory| factory.dyn_into().ok())
        .ok_or(StoreError::NotAvailable)
}

/// Runs the steps of an upgrade when the browser asks for it; why they failed is left in the answer.
///
/// The browser asks once, and takes the upgrade for done whatever happens to the task that opens: so
/// the answer belongs to the browser, not to that task.
fn upgrade_when_asked(request: &IdbOpenDbRequest) -> Rc<RefCell<Option<StoreError>>> {
    let failure: Rc<RefCell<Option<StoreError>>> = Rc::default();
    let (asked, told) = (request.clone(), failure.clone());
    let on_upgrade = Closure::once_into_js(move |event: IdbVersionChangeEvent| {
        spawn_local(async move {
            if let Err(error) = upgrade(&asked, event.old_version() as u32).await {
                *told.borrow_mut() = Some(error);
            }
        });
    });
    request.set_onupgradeneeded(Some(on_upgrade.unchecked_ref()));
    failure
}

async fn upgrade(request: &IdbOpenDbRequest, from: u32) -> Result<(), StoreError> {
    let raw = request.transaction().ok_or(StoreError::Lost)?;
    // Dropped before its end, it is aborted: the database stays what it was.
    let transaction = Transaction::new(raw);
    let database = request.result().ok().and_then(|it| it.dyn_into().ok());
    let database: IdbDatabase = database.ok_or(StoreError::NotAvailable)?;
    let from = Version::of(from).ok_or(StoreError::NewerVersion)?;
    #[cfg(not(feature = "conformance"))]
    migrations::migrate(&database, &transaction, from).await?;
    #[cfg(feature = "conformance")]
    crate::faults::interrupted(migrations::migrate(&database, &transaction, from)).await?;
    transaction.finish().await
}

/// Awaits the success or the failure of an opening or a deletion.
pub async fn settled(request: &IdbOpenDbRequest) -> Result<JsValue, StoreError> {
    let (sender, receiver) = oneshot::channel::<()>();
    let settle = Closure::once(move || drop(sender));
    request.set_onsuccess(Some(settle.as_ref().unchecked_ref()));
    request.set_onerror(Some(settle.as_ref().unchecked_ref()));
    // The channel closing is the signal.
    let _ = receiver.await;
    request.set_onsuccess(None);
    request.set_onerror(None);
    match request.error() {
        Ok(Some(exception)) => Err(StoreError::from_opening(&exception)),
        _ => request.result().map_err(|_| StoreError::NotAvailable),
    }
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
