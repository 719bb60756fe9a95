//! What a newer version wrote is neither read by half nor touched, and a page that is told of one
//! closes in its own time.

use crate::another_page::{self, RawDatabase};
use crate::fixture::{ensure, open, operation, told, unused_name};
use crate::formats::FORMAT_1;
use crate::raw;
use approdo_document::{AccountId, DocumentId};
use approdo_store_indexeddb::faults;
use approdo_store_indexeddb::{IndexedDbStore, Listeners, StoreError};
use approdo_sync::conformance::Outcome;
use approdo_sync::store::{DeviceStore, LocalEdit, Received};
use js_sys::Reflect;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// Runs the cases.
pub async fn run() -> Vec<Outcome> {
    let case = |name, result| Outcome { name, result };
    vec![
        case(
            "records_of_a_newer_version_are_left_alone",
            newer_record().await,
        ),
        case(
            "account_of_a_newer_version_is_left_alone",
            newer_account().await,
        ),
        case("outdated_page_closes_in_its_own_time", outdated().await),
    ]
}

async fn newer_record() -> Result<(), String> {
    let name = unused_name();
    let database = raw::from_json(FORMAT_1)?;
    // The second document's first record, which waits to be offered.
    let newer = database.operations.get(8).ok_or("no such record")?;
    set_version(newer, 2)?;
    another_page::write(&name, &database).await?;
    let store = open(&name).await?;
    let newer = Err(StoreError::NewerVersion);
    let found = store.stored(DocumentId([2; 16])).await;
    ensure(found == newer, "half of a document passed for the whole")?;
    let found = store.stored(DocumentId([1; 16])).await.map_err(told)?;
    ensure(
        found.len() == 8,
        "a document without newer records is not read",
    )?;
    let offered = store.next_outgoing(100).await.map(drop);
    ensure(
        offered == Err(StoreError::NewerVersion),
        "a newer record was passed over",
    )?;
    let given_up = store.discard(&[operation(2, 1).id]).await;
    ensure(
        given_up == Err(StoreError::NewerVersion),
        "a newer record was removed",
    )?;
    let restored = Received {
        restored: true,
        ..Received::default()
    };
    let received = store.receive(&restored).await;
    ensure(
        received == Err(StoreError::NewerVersion),
        "a newer record was changed",
    )?;
    let edit = LocalEdit {
        operations: vec![operation(3, 1)],
        folds: Vec::new(),
    };
    store.record_edit(&edit).await.map_err(told)?;
    store.close();
    let after = another_page::read(&name).await?;
    let kept = RawDatabase {
        // The database itself was brought to this version; its records were not touched.
        version: database.version,
        operations: after.operations.get(..16).unwrap_or_default().to_vec(),
        ..after
    };
    ensure(
        raw::to_json(&kept) == raw::to_json(&database),
        "what a newer version wrote was touched",
    )
}

async fn newer_account() -> Result<(), String> {
    let name = unused_name();
    let database = raw::from_json(FORMAT_1)?;
    let (_, account) = database.state.first().ok_or("no account")?;
    set_version(account, 2)?;
    another_page::write(&name, &database).await?;
    let store = open(&name).await?;
    let state = store.sync_state().await;
    ensure(
        state == Err(StoreError::NewerVersion),
        "the account of a newer version was guessed at",
    )?;
    let bound = store.bind_account(AccountId([9; 16])).await;
    ensure(
        bound == Err(StoreError::NewerVersion),
        "the account of a newer version was written over",
    )
}

/// A page that is told of a newer version stores what is typed before the newer one goes on.
async fn outdated() -> Result<(), String> {
    let name = unused_name();
    let told_so = Rc::new(Cell::new(false));
    let listeners = Listeners {
        on_outdated: Some(Rc::new({
            let told_so = told_so.clone();
            move || told_so.set(true)
        })),
        ..Listeners::default()
    };
    let store = IndexedDbStore::open_telling(&name, listeners)
        .await
        .map_err(told)?;
    let typed = async {
        let edit = LocalEdit {
            operations: vec![operation(1, 1)],
            folds: Vec::new(),
        };
        while !told_so.get() {
            store.probe().await.map_err(told)?;
        }
        store.record_edit(&edit).await.map_err(told)?;
        store.close();
        Ok::<(), String>(())
    };
    let (upgraded, typed) = futures::join!(faults::upgrade_beyond(&name), typed);
    typed?;
    upgraded.map_err(told)?;
    let after = another_page::read(&name).await?;
    ensure(after.operations.len() == 1, "what was typed last is lost")
}

fn set_version(record: &JsValue, version: u32) -> Result<(), String> {
    Reflect::set(record, &"version".into(), &version.into())
        .map(drop)
        .map_err(|_| "the record cannot be changed".to_owned())
}
