//! The bytes of photos and attachments: in the browser's store, and for as long as the page lives in
//! memory, where there is no store and for what was just used. Addresses for showing them are made
//! once for each.

use super::workspace::Workspace;
use crate::platform::{clock, files};
use approdo_document::BlobHash;
use approdo_domain::FileReference;
use approdo_store_indexeddb::StoreError;
use approdo_sync::blobs::{Blob, BlobOrigin, BlobStore, unnamed};
use approdo_sync::store::OperationLog;
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Bytes that are larger than this are read from the store each time.
const KEPT_IN_MEMORY: usize = 200 * 1024;

/// What is kept in memory.
#[derive(Default)]
pub struct BlobMemory {
    blobs: BTreeMap<BlobHash, Blob>,
    addresses: BTreeMap<BlobHash, String>,
}

impl Workspace {
    /// Stores bytes durably; where the browser has no store, they live as long as the page.
    ///
    /// # Errors
    /// Why the store did not take them.
    pub async fn keep_blob(self, blob: &Blob, origin: BlobOrigin) -> Result<(), StoreError> {
        if let Some(store) = self.store() {
            let kept = store.put_blob(blob, origin, clock::now_ms()).await;
            if let Err(error) = kept {
                self.notice_failure(&error);
                return Err(error);
            }
        }
        self.remember(blob);
        Ok(())
    }

    /// Returns a file's bytes; none if they are still on another device.
    pub async fn blob(self, hash: BlobHash) -> Option<Blob> {
        let known = self
            .blobs
            .try_with_value(|memory| memory.blobs.get(&hash).cloned())?;
        if known.is_some() {
            return known;
        }
        let found = self.store()?.blob(hash).await.ok()??;
        self.remember(&found);
        Some(found)
    }

    /// Returns an address at which the page finds a file; none if its bytes are not here.
    pub async fn file_address(self, file: &FileReference) -> Option<String> {
        let hash = BlobHash(file.hash);
        let known = self
            .blobs
            .try_with_value(|memory| memory.addresses.get(&hash).cloned())?;
        if known.is_some() {
            return known;
        }
        let blob = self.blob(hash).await?;
        let address = files::object_address(blob.bytes(), &file.media_type)?;
        self.blobs.update_value(|memory| {
            memory.addresses.insert(hash, address.clone());
        });
        Some(address)
    }

    /// Removes the bytes that no document names any more and that are not fresh. Does nothing where a
    /// document could not be read: it may name some.
    pub async fn collect_blobs(self) {
        let Some(store) = self.store() else { return };
        if self.damaged.get_untracked() > 0 {
            return;
        }
        let Ok(kept) = store.kept_blobs().await else {
            return;
        };
        // Most people keep none.
        if kept.is_empty() {
            return;
        }
        let Ok(documents) = store.documents().await else {
            return;
        };
        let mut named = BTreeSet::new();
        for id in documents {
            let Ok(operations) = store.operations(id).await else {
                return;
            };
            named.extend(operations.into_iter().flat_map(|operation| operation.blobs));
        }
        let gone = unnamed(&kept, &named, clock::now_ms());
        if !gone.is_empty() && store.take_damaged().is_empty() {
            // What stays is tried again at the next visit.
            let _ = store.remove_blobs(&gone).await;
        }
    }

    fn remember(self, blob: &Blob) {
        if blob.bytes().len() > KEPT_IN_MEMORY && self.store().is_some() {
            return;
        }
        self.blobs.update_value(|memory| {
            memory.blobs.insert(blob.hash(), blob.clone());
        });
    }
}
