//! A server's answer at a device: whatever it says, what the person wrote stays on the device, and an
//! answer that does not hold together changes nothing.

use crate::{DOCUMENT, NOW_MS, world};
use approdo_document::{Author, Operation, WriterId, cv_paths};
use approdo_sync::exchange::exchange_once;
use approdo_sync::frame;
use approdo_sync::load::load_document;
use approdo_sync::memory::MemoryDeviceStore;
use approdo_sync::store::OperationLog;
use approdo_sync::transport::{Transport, TransportError};
use approdo_sync::wire::SyncResponse;
use futures::executor::block_on;

/// Who mints operations anew; nobody can know this name before it is used.
const SYNC_WRITER: WriterId = WriterId([0x5c; 16]);

pub(crate) fn check(bytes: &[u8]) {
    let _ = frame::decode::<SyncResponse>(bytes);
    let answer = frame::wrap(bytes);
    let Ok(response) = frame::decode::<SyncResponse>(&answer) else {
        return;
    };
    assert_eq!(
        frame::decode(&frame::encode(&response)),
        Ok(response.clone())
    );
    let delivered = response.delivered.unpack().unwrap_or_default();
    if delivered
        .iter()
        .any(|operation| operation.id.writer == SYNC_WRITER)
    {
        return;
    }
    block_on(check_device(&world::device(), answer));
}

async fn check_device(device: &MemoryDeviceStore, answer: Vec<u8>) {
    let transport = SameAnswer(answer);
    let mut author = Author::new(SYNC_WRITER);
    for _ in 0..3 {
        let before = kept(device).await;
        let outcome = exchange_once(device, &transport, 100, NOW_MS, &mut author).await;
        if outcome.is_err() {
            assert_eq!(
                kept(device).await,
                before,
                "a refused answer changed the store"
            );
        }
        check_texts(device).await;
    }
}

/// Every text the person wrote can still be read, be it as the current one or as an earlier version.
async fn check_texts(device: &MemoryDeviceStore) {
    let loaded = load_document(device, DOCUMENT).await;
    let Ok(Some(document)) = loaded else {
        panic!("the document is gone");
    };
    for (place, text) in world::WRITTEN {
        let versions = document.history(&cv_paths::path(place));
        assert!(
            versions.iter().any(|version| version.text == text),
            "{text} at {place:?} is lost"
        );
    }
}

async fn kept(device: &MemoryDeviceStore) -> Vec<Operation> {
    let mut operations = Vec::new();
    for document in device.documents().await.unwrap_or_default() {
        operations.extend(device.operations(document).await.unwrap_or_default());
    }
    operations
}

/// A server that says the same whatever it is asked.
struct SameAnswer(Vec<u8>);

impl Transport for SameAnswer {
    async fn exchange(&self, _: Vec<u8>) -> Result<Vec<u8>, TransportError> {
        Ok(self.0.clone())
    }
}
