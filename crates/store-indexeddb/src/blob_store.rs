//! Blobs in their own object store: bytes in the sealed part of a record, beside it since when they
//! are here and whether the server is still to be offered them. Lists are read from the indexes, so
//! that no bytes are loaded for them.

use crate::cipher;
use crate::connection::{Access, Connection};
use crate::error::StoreError;
use crate::javascript::RawRecord;
use crate::record::{self, Queue};
use crate::schema::{BLOBS, BY_QUEUE, BY_SINCE};
use crate::store::IndexedDbStore;
use crate::transaction::Transaction;
use approdo_document::BlobHash;
use approdo_sync::blobs::{Blob, BlobOrigin, BlobStore, KeptBlob};
use js_sys::{Array, Object};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbCursor, IdbObjectStore};

impl BlobStore for IndexedDbStore {
    type Error = StoreError;

    async fn put_blob(
        &self,
        blob: &Blob,
        origin: BlobOrigin,
        now_ms: u64,
    ) -> Result<(), StoreError> {
        self.attempt(async |connection| put(connection, blob, origin, now_ms).await)
            .await
    }

    async fn blob(&self, hash: BlobHash) -> Result<Option<Blob>, StoreError> {
        let found = self
            .attempt(async |connection| {
                let transaction = connection.begin(&[BLOBS], Access::Read)?;
                let found = find(&transaction, hash).await?;
                transaction.finish().await?;
                Ok(found)
            })
            .await?;
        match found {
            Some(raw) if record::is_newer(&raw) => Err(StoreError::NewerVersion),
            found => Ok(found.and_then(|raw| read(&raw, hash))),
        }
    }

    async fn kept_blobs(&self) -> Result<Vec<KeptBlob>, StoreError> {
        self.attempt(async |connection| {
            let transaction = connection.begin(&[BLOBS], Access::Read)?;
            let mut kept = kept(&transaction).await?;
            transaction.finish().await?;
            kept.sort_unstable_by_key(|blob| blob.hash);
            Ok(kept)
        })
        .await
    }

    async fn waiting_blobs(&self) -> Result<Vec<BlobHash>, StoreError> {
        self.attempt(async |connection| {
            let transaction = connection.begin(&[BLOBS], Access::Read)?;
            let store = transaction.store(BLOBS)?;
            let index = store
                .index(BY_QUEUE)
                .map_err(|thrown| StoreError::from_thrown(&thrown))?;
            let request = index.get_all_keys_with_key(&Queue::Waiting.key());
            let keys: Array = (transaction.watch(request)?.answer().await?).unchecked_into();
            transaction.finish().await?;
            Ok(keys.iter().filter_map(|key| hash_of_key(&key)).collect())
        })
        .await
    }

    async fn blob_delivered(&self, hash: BlobHash) -> Result<(), StoreError> {
        self.attempt(async |connection| {
            let transaction = connection.begin(&[BLOBS], Access::Write)?;
            if let Some(raw) = find(&transaction, hash).await? {
                raw.set_queue(&JsValue::UNDEFINED);
                write(&transaction, &raw)?;
            }
            transaction.finish().await
        })
        .await
    }

    async fn offer_blobs_again(&self) -> Result<(), StoreError> {
        for blob in self.kept_blobs().await? {
            // One by one: all bytes at once might be more than the device has room for.
            self.attempt(async |connection| {
                let transaction = connection.begin(&[BLOBS], Access::Write)?;
                if let Some(raw) = find(&transaction, blob.hash).await? {
                    raw.set_queue(&Queue::Waiting.key());
                    write(&transaction, &raw)?;
                }
                transaction.finish().await
            })
            .await?;
        }
        Ok(())
    }

    async fn remove_blobs(&self, hashes: &[BlobHash]) -> Result<(), StoreError> {
        self.attempt(async |connection| {
            let transaction = connection.begin(&[BLOBS], Access::Write)?;
            let store = transaction.store(BLOBS)?;
            for hash in hashes {
                store
                    .delete(&key_of(*hash))
                    .map_err(|thrown| StoreError::from_thrown(&thrown))?;
            }
            transaction.finish().await
        })
        .await
    }
}

async fn put(
    connection: &Connection,
    blob: &Blob,
    origin: BlobOrigin,
    now_ms: u64,
) -> Result<(), StoreError> {
    let sealed = cipher::seal(blob.bytes().to_vec());
    let transaction = connection.begin(&[BLOBS], Access::WriteStrictly)?;
    let waits = origin == BlobOrigin::Here;
    match find(&transaction, blob.hash()).await? {
        Some(raw) if record::is_newer(&raw) => return Err(StoreError::NewerVersion),
        Some(raw) => {
            if !waits {
                raw.set_queue(&JsValue::UNDEFINED);
            }
            // Writing again what is there makes damaged bytes whole.
            record::set_body(&raw, &sealed);
            write(&transaction, &raw)?;
        }
        None => {
            let raw: RawRecord = Object::new().unchecked_into();
            raw.set_id(&key_of(blob.hash()));
            // Milliseconds stay far below 2^53, up to which these are exact.
            raw.set_since(&JsValue::from_f64(now_ms as f64));
            if waits {
                raw.set_queue(&Queue::Waiting.key());
            }
            record::set_body(&raw, &sealed);
            write(&transaction, &raw)?;
        }
    }
    transaction.finish().await
}

async fn find(transaction: &Transaction, hash: BlobHash) -> Result<Option<RawRecord>, StoreError> {
    let request = transaction.store(BLOBS)?.get(&key_of(hash));
    let answer = transaction.watch(request)?.answer().await?;
    Ok((!answer.is_undefined()).then(|| answer.unchecked_into()))
}

/// Writes a record, unless a newer version of the app wrote the one that is there.
fn write(transaction: &Transaction, raw: &RawRecord) -> Result<(), StoreError> {
    if record::is_newer(raw) {
        return Err(StoreError::NewerVersion);
    }
    let store: IdbObjectStore = transaction.store(BLOBS)?;
    // A failure aborts the transaction, whose end tells it.
    store
        .put(raw)
        .map(drop)
        .map_err(|thrown| StoreError::from_thrown(&thrown))
}

fn read(raw: &RawRecord, hash: BlobHash) -> Option<Blob> {
    Blob::checked(hash, cipher::open(record::body(raw)?)?)
}

/// Reads from the index since when each blob is here.
async fn kept(transaction: &Transaction) -> Result<Vec<KeptBlob>, StoreError> {
    let index = transaction
        .store(BLOBS)?
        .index(BY_SINCE)
        .map_err(|thrown| StoreError::from_thrown(&thrown))?;
    let request = transaction.watch(index.open_key_cursor())?;
    let mut kept = Vec::new();
    while let Ok(cursor) = request.answer().await?.dyn_into::<IdbCursor>() {
        let since = cursor.key().ok().and_then(|key| key.as_f64());
        let hash = cursor.primary_key().ok().and_then(|key| hash_of_key(&key));
        kept.extend(hash.map(|hash| KeptBlob {
            hash,
            since_ms: since.unwrap_or_default() as u64,
        }));
        cursor
            .continue_()
            .map_err(|thrown| StoreError::from_thrown(&thrown))?;
    }
    Ok(kept)
}

fn key_of(hash: BlobHash) -> JsValue {
    JsValue::from_str(&hex::encode(hash.0))
}

fn hash_of_key(key: &JsValue) -> Option<BlobHash> {
    let mut bytes = [0; 32];
    hex::decode_to_slice(key.as_string()?, &mut bytes).ok()?;
    Some(BlobHash(bytes))
}
