//! The recordings of this device: read, heard, deleted, and gone once they have expired. Nothing of them is an operation,
//! nothing is synced, nothing is in a backup.

use super::recordings::{Recording, expired, read};
use super::settings::keep_days;
use crate::platform::{clock, local_storage, profile};
use approdo_store_indexeddb::{RecordingStore, StoreError};
use leptos::task::spawn_local;

/// Whether this browser was ever asked to keep a recording: where not, no database is made for looking.
const EVER: &str = "approdo.recordings";

/// Opens the recordings, to keep one.
///
/// # Errors
/// When the browser keeps none.
pub async fn open_store() -> Result<RecordingStore, StoreError> {
    let store = RecordingStore::open(&profile::recordings_name()).await?;
    local_storage::set(EVER, "yes");
    Ok(store)
}

/// Returns the recordings, the last one first, after deleting those that have expired.
///
/// # Errors
/// When they cannot be read.
pub async fn recordings() -> Result<Vec<Recording>, StoreError> {
    if local_storage::get(EVER).is_none() {
        return Ok(Vec::new());
    }
    let store = open_store().await?;
    let mut all = read(&store.all().await?);
    let gone = expired(&all, keep_days(), clock::now_ms());
    if !gone.is_empty() {
        store.remove(&gone).await?;
        all.retain(|recording| !gone.contains(&recording.number));
    }
    Ok(all)
}

/// Deletes the recordings that have expired.
pub fn forget_expired() {
    spawn_local(async {
        // What cannot be read now is tried again the next time.
        let _ = recordings().await;
    });
}

/// Returns how many bytes each of these recordings has.
///
/// # Errors
/// When they cannot be read.
pub async fn sizes(recordings: &[Recording]) -> Result<Vec<u64>, StoreError> {
    if recordings.is_empty() {
        return Ok(Vec::new());
    }
    let store = open_store().await?;
    let mut sizes = Vec::new();
    for recording in recordings {
        sizes.push(store.size(recording.number).await?);
    }
    Ok(sizes)
}

/// Returns the sound of a recording.
///
/// # Errors
/// When it cannot be read.
pub async fn sound(recording: u32) -> Result<Vec<u8>, StoreError> {
    Ok(open_store().await?.sound(recording).await?.concat())
}

/// Deletes recordings for good.
///
/// # Errors
/// When none was deleted.
pub async fn remove(recordings: &[u32]) -> Result<(), StoreError> {
    open_store().await?.remove(recordings).await
}
