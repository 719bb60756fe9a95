//! The record of account and cursor. It holds nothing a person wrote, so that it may be read and
//! written within one transaction whatever cipher the bodies of operations have.

use crate::cipher;
use crate::error::StoreError;
use crate::javascript::RawRecord;
use crate::record;
use crate::schema::{STATE, SYNC};
use crate::transaction::Transaction;
use approdo_sync::store::SyncState;
use js_sys::Object;
use wasm_bindgen::{JsCast, JsValue};

/// Reads account and cursor.
pub async fn read(transaction: &Transaction) -> Result<SyncState, StoreError> {
    let request = transaction.store(STATE)?.get(&JsValue::from_str(SYNC));
    let answer = transaction.watch(request)?.answer().await?;
    if answer.is_undefined() {
        return Ok(SyncState::default());
    }
    let answer: RawRecord = answer.unchecked_into();
    if record::is_newer(&answer) {
        return Err(StoreError::NewerVersion);
    }
    // Guessing here could send one person's work under another's name: better to stop.
    record::body(&answer)
        .and_then(cipher::open)
        .and_then(|plain| postcard::from_bytes(&plain).ok())
        .ok_or_else(|| StoreError::Failed("the record of the account is damaged".to_owned()))
}

/// Writes account and cursor.
pub fn write(transaction: &Transaction, state: &SyncState) -> Result<(), StoreError> {
    let record: RawRecord = Object::new().unchecked_into();
    // Serialising a plain struct into memory has no way to fail.
    let plain = postcard::to_allocvec(state).unwrap_or_default();
    record::set_body(&record, &cipher::seal(plain));
    (transaction.store(STATE)?)
        .put_with_key(&record, &JsValue::from_str(SYNC))
        .map(|_| ())
        .map_err(|thrown| StoreError::from_thrown(&thrown))
}
