//! Blobs in memory.

use super::{DeviceStoreFull, MemoryDeviceStore};
use crate::blobs::{Blob, BlobOrigin, BlobStore, KeptBlob};
use approdo_document::BlobHash;
use std::collections::BTreeMap;

/// The blobs of one profile, by their hashes.
pub(super) type Blobs = BTreeMap<BlobHash, Kept>;

/// One blob.
#[derive(Debug, Clone)]
pub(super) struct Kept {
    blob: Blob,
    since_ms: u64,
    waits: bool,
}

impl BlobStore for MemoryDeviceStore {
    type Error = DeviceStoreFull;

    async fn put_blob(
        &self,
        blob: &Blob,
        origin: BlobOrigin,
        now_ms: u64,
    ) -> Result<(), DeviceStoreFull> {
        let mut state = self.writable()?;
        let kept = state.blobs.entry(blob.hash()).or_insert_with(|| Kept {
            blob: blob.clone(),
            since_ms: now_ms,
            waits: true,
        });
        kept.waits &= origin == BlobOrigin::Here;
        Ok(())
    }

    async fn blob(&self, hash: BlobHash) -> Result<Option<Blob>, DeviceStoreFull> {
        let state = self.state();
        Ok(state.blobs.get(&hash).map(|kept| kept.blob.clone()))
    }

    async fn kept_blobs(&self) -> Result<Vec<KeptBlob>, DeviceStoreFull> {
        let state = self.state();
        let blobs = state.blobs.iter().map(|(hash, kept)| KeptBlob {
            hash: *hash,
            since_ms: kept.since_ms,
        });
        Ok(blobs.collect())
    }

    async fn waiting_blobs(&self) -> Result<Vec<BlobHash>, DeviceStoreFull> {
        let state = self.state();
        let waiting = state.blobs.iter().filter(|(_, kept)| kept.waits);
        Ok(waiting.map(|(hash, _)| *hash).collect())
    }

    async fn blob_delivered(&self, hash: BlobHash) -> Result<(), DeviceStoreFull> {
        if let Some(kept) = self.writable()?.blobs.get_mut(&hash) {
            kept.waits = false;
        }
        Ok(())
    }

    async fn offer_blobs_again(&self) -> Result<(), DeviceStoreFull> {
        let mut state = self.writable()?;
        state.blobs.values_mut().for_each(|kept| kept.waits = true);
        Ok(())
    }

    async fn remove_blobs(&self, hashes: &[BlobHash]) -> Result<(), DeviceStoreFull> {
        let mut state = self.writable()?;
        state.blobs.retain(|hash, _| !hashes.contains(hash));
        Ok(())
    }
}
