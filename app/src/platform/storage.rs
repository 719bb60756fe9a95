//! How durably this browser keeps its data, and how much room there is.

use super::translations::field;
use wasm_bindgen_futures::JsFuture;
use web_sys::StorageManager;

/// How much of its room the app uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// What is used, in bytes, as the browser estimates it.
    pub used_bytes: u64,
    /// What may be used in all.
    pub quota_bytes: u64,
}

fn manager() -> Option<StorageManager> {
    let manager = web_sys::window()?.navigator().storage();
    // Pages without TLS have none.
    (!manager.is_undefined()).then_some(manager)
}

/// Tells whether the browser has promised to keep the data.
pub async fn is_persistent() -> bool {
    let Some(asked) = manager().and_then(|manager| manager.persisted().ok()) else {
        return false;
    };
    JsFuture::from(asked)
        .await
        .is_ok_and(|kept| kept.is_truthy())
}

/// Asks the browser to keep the data until the person deletes them. Some browsers ask the person.
pub async fn persist() -> bool {
    let Some(asked) = manager().and_then(|manager| manager.persist().ok()) else {
        return false;
    };
    JsFuture::from(asked)
        .await
        .is_ok_and(|kept| kept.is_truthy())
}

/// Estimates how much room there is.
pub async fn room() -> Option<Room> {
    let estimate = JsFuture::from(manager()?.estimate().ok()?).await.ok()?;
    Some(Room {
        used_bytes: field(&estimate, "usage").as_f64()? as u64,
        quota_bytes: field(&estimate, "quota").as_f64()? as u64,
    })
}
