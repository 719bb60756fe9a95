//! A page that the person leaves in the middle of a promise, and that the browser keeps in its
//! back/forward cache: it holds nothing back from others, and keeps the promise when it is back. The
//! page is told of it as the browser tells; that it stands still meanwhile, scenarios show.

use crate::another_page;
use crate::fixture::{follow, open, operation, told, unused_name};
use approdo_document::{DocumentId, Operation};
use approdo_store_indexeddb::IndexedDbStore;
use approdo_sync::conformance::Outcome;
use approdo_sync::store::{DeviceStore, LocalEdit, OperationLog, Received};
use js_sys::Function;
use std::pin::pin;
use wasm_bindgen::JsValue;

const DOCUMENT: DocumentId = DocumentId([1; 16]);
/// More steps than any promise has.
const MOST_STEPS: usize = 200;

/// Runs the cases.
pub async fn run() -> Vec<Outcome> {
    let case = |name, result| Outcome { name, result };
    vec![
        case("page_left_in_an_edit_holds_nothing_back", edit().await),
        case("page_left_in_an_answer_holds_nothing_back", answer().await),
        case("page_left_while_offering_holds_nothing_back", offer().await),
        case("page_left_while_opening_opens_on_return", opening().await),
    ]
}

async fn edit() -> Result<(), String> {
    left_at_each_step(3, async |store| {
        let operations = vec![operation(1, 2), operation(1, 3)];
        let folds = Vec::new();
        let edit = LocalEdit { operations, folds };
        store.record_edit(&edit).await.map(drop).map_err(told)
    })
    .await
}

async fn answer() -> Result<(), String> {
    left_at_each_step(1, async |store| {
        let received = Received {
            acknowledged: vec![(operation(1, 1).id, 1)],
            synced_at_ms: Some(1),
            ..Received::default()
        };
        store.receive(&received).await.map_err(told)
    })
    .await
}

async fn offer() -> Result<(), String> {
    left_at_each_step(1, async |store| {
        let offered = store.next_outgoing(1).await.map_err(told)?;
        let ids = |operations: &[Operation]| -> Vec<_> {
            operations.iter().map(|operation| operation.id).collect()
        };
        (ids(&offered.pushed) == [operation(1, 1).id])
            .then_some(())
            .ok_or_else(|| "it offered something else".to_owned())
    })
    .await
}

/// Leaves the page after each number of steps of a promise: others get at the operations, and the
/// promise, taken up again, is kept. `after` is how many operations are there then.
async fn left_at_each_step(
    after: usize,
    promise: impl AsyncFn(&IndexedDbStore) -> Result<(), String>,
) -> Result<(), String> {
    for steps in 0..MOST_STEPS {
        let name = unused_name();
        let store = open(&name).await?;
        store.append(&[operation(1, 1)]).await.map_err(told)?;
        let mut kept = pin!(promise(&store));
        let ended = follow(kept.as_mut(), steps).await;
        let has_ended = ended.is_some();
        leave()?;
        let seen = another_page::count(&name).await;
        come_back()?;
        let seen = seen.map_err(|reason| format!("left after {steps} steps: {reason}"))?;
        match ended {
            Some(outcome) => outcome?,
            None => kept.await?,
        }
        let found = store.stored(DOCUMENT).await.map_err(told)?.len();
        if found != after || (seen != 1 && seen != after) {
            return Err(format!(
                "left after {steps} steps: {seen} operations, then {found}"
            ));
        }
        if has_ended {
            return Ok(());
        }
    }
    Err("it never ended".to_owned())
}

async fn opening() -> Result<(), String> {
    for steps in 0..MOST_STEPS {
        let name = unused_name();
        let mut opened = pin!(IndexedDbStore::open(&name));
        let ended = follow(opened.as_mut(), steps).await;
        let has_ended = ended.is_some();
        leave()?;
        come_back()?;
        let store = match ended {
            Some(store) => store,
            None => opened.await,
        };
        let store = store.map_err(|reason| format!("left after {steps} steps: {reason}"))?;
        store.append(&[operation(1, 1)]).await.map_err(told)?;
        if has_ended {
            return Ok(());
        }
    }
    Err("it never ended".to_owned())
}

fn leave() -> Result<(), String> {
    tell_page("pagehide")
}

fn come_back() -> Result<(), String> {
    tell_page("pageshow")
}

/// Tells the page what the browser tells when it puts it into the cache, or takes it out.
fn tell_page(event: &str) -> Result<(), String> {
    let script = "dispatchEvent(new PageTransitionEvent(event, { persisted: true }))";
    Function::new_with_args("event", script)
        .call1(&JsValue::NULL, &event.into())
        .map(drop)
        .map_err(|thrown| format!("{thrown:?}"))
}
