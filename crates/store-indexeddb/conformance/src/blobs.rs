//! Blobs in the browser: a database without them is upgraded, damaged bytes are not taken for whole
//! ones, and the record of version 1 is written as ever. What holds for every store of blobs is in
//! `approdo-sync`.

use crate::another_page;
use crate::fixture::{ensure, open, told, unused_name};
use crate::formats::FORMAT_1;
use crate::raw;
use approdo_store_indexeddb::IndexedDbStore;
use approdo_sync::blobs::{Blob, BlobOrigin, BlobStore};
use approdo_sync::conformance::Outcome;
use approdo_sync::store::DeviceStore;
use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// The record of a blob, as it lies in the browser for ever.
const RECORD: &str = include_str!("../golden/v1/blob.json");
const NOW_MS: u64 = 1_790_000_000_000;

/// Runs the cases.
pub async fn run() -> Vec<Outcome> {
    let case = |name, result| Outcome { name, result };
    vec![
        case("database_without_blobs_is_upgraded", upgraded().await),
        case(
            "damaged_blob_is_not_there_until_stored_again",
            damaged().await,
        ),
        case("record_of_a_blob_is_written_as_ever", written().await),
        case("blob_of_a_newer_version_is_left_alone", newer().await),
    ]
}

fn photo() -> Blob {
    Blob::new(b"not really a picture".to_vec())
}

async fn with_photo(name: &str) -> Result<IndexedDbStore, String> {
    let store = open(name).await?;
    let stored = store.put_blob(&photo(), BlobOrigin::Here, NOW_MS).await;
    stored.map_err(told)?;
    Ok(store)
}

/// A database of the version before: everything is still there, and blobs can be kept.
async fn upgraded() -> Result<(), String> {
    let name = unused_name();
    another_page::write(&name, &raw::from_json(FORMAT_1)?).await?;
    let store = open(&name).await?;
    let waiting = store.waiting().await.map_err(told)?;
    ensure(
        (waiting.waiting, waiting.refused) == (4, 5),
        "what waited no longer waits",
    )?;
    store.close();
    let store = with_photo(&name).await?;
    let found = store.blob(photo().hash()).await.map_err(told)?;
    ensure(found == Some(photo()), "no blob can be kept")
}

async fn damaged() -> Result<(), String> {
    let name = unused_name();
    with_photo(&name).await?.close();
    another_page::change_blob(&name, |record| {
        let other = js_sys::Uint8Array::from(&b"other bytes"[..]);
        Reflect::set(record, &"body".into(), &other).is_ok()
    })
    .await?;
    let store = open(&name).await?;
    let found = store.blob(photo().hash()).await.map_err(told)?;
    ensure(found.is_none(), "other bytes pass for the blob")?;
    store.close();
    let store = with_photo(&name).await?;
    let found = store.blob(photo().hash()).await.map_err(told)?;
    ensure(found == Some(photo()), "storing again does not mend it")
}

async fn written() -> Result<(), String> {
    let name = unused_name();
    with_photo(&name).await?.close();
    let blobs = another_page::blobs(&name).await?;
    let [record] = blobs.as_slice() else {
        return Err(format!("{} blobs instead of one", blobs.len()));
    };
    let written = format!("{}\n", raw::plain(record));
    (written == RECORD)
        .then_some(())
        .ok_or_else(|| format!("the record is written otherwise: {written}"))
}

async fn newer() -> Result<(), String> {
    let name = unused_name();
    with_photo(&name).await?.close();
    another_page::change_blob(&name, |record| {
        Reflect::set(record, &"version".into(), &JsValue::from_f64(2.0)).is_ok()
    })
    .await?;
    let before = another_page::blobs(&name).await?;
    let store = open(&name).await?;
    ensure(
        store.blob(photo().hash()).await.is_err(),
        "a blob of a newer version was guessed at",
    )?;
    let again = store.put_blob(&photo(), BlobOrigin::Here, NOW_MS).await;
    ensure(again.is_err(), "a blob of a newer version was written over")?;
    store.close();
    let after = another_page::blobs(&name).await?;
    let plain = |records: &[JsValue]| records.iter().map(raw::plain).collect::<Vec<_>>();
    ensure(plain(&before) == plain(&after), "the record was touched")
}
