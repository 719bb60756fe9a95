//! A tab that is killed in the middle of a write, and a machine whose power fails after one: each
//! promise of the store is given up after each of its steps, and is asked for lasting storage.

use crate::fixture::{follow, operation, unused_name};
use approdo_document::DocumentId;
use approdo_store_indexeddb::IndexedDbStore;
use approdo_sync::conformance::Outcome;
use approdo_sync::store::{
    Delivery, DeviceStore, LocalEdit, OperationLog, Origin, Received, StoredOperation,
};
use js_sys::{Array, Function};
use std::pin::pin;
use wasm_bindgen::JsValue;

const DOCUMENT: DocumentId = DocumentId([1; 16]);
/// More steps than any promise has.
const MOST_STEPS: usize = 200;

/// Runs the cases.
pub async fn run() -> Vec<Outcome> {
    let case = |name, result| Outcome { name, result };
    vec![
        case("append_given_up_leaves_all_or_nothing", append().await),
        case("edit_given_up_leaves_all_or_nothing", edit().await),
        case("answer_given_up_leaves_all_or_nothing", answer().await),
        case("reissue_given_up_leaves_all_or_nothing", reissue().await),
        case("what_only_this_device_has_is_on_the_disk", strict().await),
    ]
}

/// What a store holds: how many operations, how many of them acknowledged, whether the read mark moved.
type Held = (usize, usize, bool);

/// Carries a promise out on new stores, giving it up after one step more each time: what is found
/// must be `before` or `after`, and `after` once the promise has ended.
async fn at_each_step(
    before: Held,
    after: Held,
    promise: impl AsyncFn(&IndexedDbStore) -> Result<(), String>,
) -> Result<(), String> {
    for steps in 0..MOST_STEPS {
        let store = IndexedDbStore::open(&unused_name()).await.map_err(text)?;
        let edit = LocalEdit {
            operations: vec![operation(1, 1)],
            folds: Vec::new(),
        };
        store.record_edit(&edit).await.map_err(text)?;
        let ended = follow(pin!(promise(&store)), steps).await;
        let found = held(&store).await?;
        match ended {
            Some(outcome) => {
                outcome?;
                return (found == after)
                    .then_some(())
                    .ok_or_else(|| format!("it ended, and {found:?} is there"));
            }
            None if found == before || found == after => {}
            None => return Err(format!("after {steps} steps {found:?} is there")),
        }
    }
    Err("it never ended".to_owned())
}

async fn held(store: &IndexedDbStore) -> Result<Held, String> {
    let stored = store.stored(DOCUMENT).await.map_err(text)?;
    let is_acknowledged = |stored: &&StoredOperation| stored.delivery == Delivery::Acknowledged;
    let state = store.sync_state().await.map_err(text)?;
    Ok((
        stored.len(),
        stored.iter().filter(is_acknowledged).count(),
        state.synced_at_ms.is_some(),
    ))
}

async fn append() -> Result<(), String> {
    at_each_step((1, 0, false), (3, 0, false), async |store| {
        let operations = [operation(1, 2), operation(1, 3)];
        store.append(&operations).await.map_err(text)?;
        Ok(())
    })
    .await
}

async fn edit() -> Result<(), String> {
    at_each_step((1, 0, false), (3, 0, false), async |store| {
        let edit = LocalEdit {
            operations: vec![operation(1, 2), operation(1, 3)],
            folds: Vec::new(),
        };
        store.record_edit(&edit).await.map_err(text)?;
        Ok(())
    })
    .await
}

/// An answer that acknowledges one operation, brings two, and moves the mark.
async fn answer() -> Result<(), String> {
    at_each_step((1, 0, false), (3, 3, true), async |store| {
        let delivered = [2, 3].map(|counter| StoredOperation {
            operation: operation(1, counter),
            delivery: Delivery::Acknowledged,
            origin: Origin::Mine,
            built_upon: false,
            number: Some(counter),
            device: None,
        });
        let received = Received {
            acknowledged: vec![(operation(1, 1).id, 1)],
            delivered: delivered.to_vec(),
            synced_at_ms: Some(1),
            ..Received::default()
        };
        store.receive(&received).await.map_err(text)
    })
    .await
}

async fn reissue() -> Result<(), String> {
    at_each_step((1, 0, false), (2, 0, false), async |store| {
        let anew = [operation(1, 12), operation(1, 13)];
        let replaced = [operation(1, 1).id];
        store.reissue(&replaced, &anew).await.map_err(text)?;
        Ok(())
    })
    .await
}

/// Notes the durability of every writing transaction from now on; nothing where an engine does not tell.
const RECORDER: &str = "
    const begin = IDBDatabase.prototype.transaction;
    const noted = [];
    if (!('durability' in IDBTransaction.prototype)) return null;
    IDBDatabase.prototype.transaction = function (...rest) {
        const transaction = begin.apply(this, rest);
        if (transaction.mode === 'readwrite') noted.push(transaction.durability);
        return transaction;
    };
    return noted;";

async fn strict() -> Result<(), String> {
    let store = IndexedDbStore::open(&unused_name()).await.map_err(text)?;
    let noted = Function::new_no_args(RECORDER).call0(&JsValue::NULL);
    let noted = noted.map_err(|thrown| format!("{thrown:?}"))?;
    if noted.is_null() {
        return Ok(()); // This engine does not tell how durable a transaction is.
    }
    let edit = LocalEdit {
        operations: vec![operation(1, 1)],
        folds: Vec::new(),
    };
    store.record_edit(&edit).await.map_err(text)?;
    let received = Received {
        acknowledged: vec![(operation(1, 1).id, 1)],
        ..Received::default()
    };
    store.receive(&received).await.map_err(text)?;
    let noted: Vec<String> = Array::from(&noted)
        .iter()
        .filter_map(|durability| durability.as_string())
        .collect();
    (noted == ["strict", "strict"])
        .then_some(())
        .ok_or_else(|| format!("an edit and an answer were written as {noted:?}"))
}

fn text(error: impl std::fmt::Display) -> String {
    error.to_string()
}
