//! The suites that every store passes, and the cases that only a browser's store knows, against
//! IndexedDB databases of their own. A page loads this module and calls `run` or `measure`.

mod another_page;
mod blobs;
mod faults;
mod fixture;
mod formats;
mod given_up;
mod newer;
mod page_cache;
mod raw;
mod speed;

use approdo_store_indexeddb::IndexedDbStore;
use approdo_sync::conformance::{Outcome, blob_store, device_store, operation_log};
use serde_json::json;
use wasm_bindgen::prelude::wasm_bindgen;

/// Runs every case; answers a JSON list of `{case, ok, message}`.
#[wasm_bindgen]
pub async fn run() -> String {
    let mut outcomes = operation_log(fresh_store).await;
    outcomes.extend(device_store(fresh_store).await);
    outcomes.extend(blob_store(fresh_store).await);
    outcomes.extend(blobs::run().await);
    outcomes.extend(faults::run().await);
    outcomes.extend(given_up::run().await);
    outcomes.extend(formats::run().await);
    outcomes.extend(newer::run().await);
    outcomes.extend(page_cache::run().await);
    let list: Vec<_> = outcomes.iter().map(told).collect();
    json!(list).to_string()
}

/// Measures the store; answers a JSON object of milliseconds.
#[wasm_bindgen]
pub async fn measure() -> String {
    match speed::measure().await {
        Ok(figures) => json!(figures).to_string(),
        Err(reason) => json!({ "error": reason }).to_string(),
    }
}

fn told(outcome: &Outcome) -> serde_json::Value {
    let message = outcome.result.as_ref().err();
    json!({ "case": outcome.name, "ok": message.is_none(), "message": message })
}

#[expect(
    clippy::expect_used,
    reason = "without a store there is nothing to test; the page reports the panic"
)]
async fn fresh_store() -> IndexedDbStore {
    IndexedDbStore::open(&fixture::unused_name())
        .await
        .expect("a new database opens")
}
