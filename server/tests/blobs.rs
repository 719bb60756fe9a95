//! Photos and attachments travel with the real client engine: in parts, going on where the line broke
//! off, to whoever may see the space and to nobody else.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod support;

use approdo_document::{BlobHash, DocumentId, SpaceId};
use approdo_sync::blob_exchange::{
    BlobProgress, BlobReport, BlobTransport, MOST_PART_BYTES, OfferedPart, exchange_blobs,
};
use approdo_sync::blobs::{Blob, BlobOrigin, BlobStore};
use approdo_sync::transport::TransportError;
use std::collections::BTreeMap;
use support::{Device, START_MS, TestServer};

const CV: DocumentId = DocumentId([1; 16]);
const PROFILE: &[u8] = &[1];

fn space() -> SpaceId {
    SpaceId::of_document(CV)
}

fn photo() -> Blob {
    Blob::new(vec![7; 40_000])
}

/// A scan that takes several parts.
fn scan() -> Blob {
    let bytes = (0..3 * MOST_PART_BYTES + 17).map(|place| place.to_le_bytes()[0]);
    Blob::new(bytes.collect())
}

fn named(blobs: &[Blob]) -> BTreeMap<BlobHash, SpaceId> {
    blobs.iter().map(|blob| (blob.hash(), space())).collect()
}

async fn keep(device: &Device, blob: &Blob) {
    let kept = device
        .store
        .put_blob(blob, BlobOrigin::Here, START_MS)
        .await;
    kept.unwrap();
}

async fn exchange(device: &Device, blobs: &[Blob]) -> BlobReport {
    let named = named(blobs);
    let exchanged = exchange_blobs(&device.store, &device.transport, &named, START_MS).await;
    exchanged.unwrap()
}

/// A phone with a CV on the server, and a second device of the same person.
async fn two_devices(server: &TestServer) -> (Device, Device) {
    let phone = server.linked(1).await;
    phone.write(CV, PROFILE, "Cuoca").await;
    phone.sync().await;
    let library = server.link_to(&phone, 2).await;
    library.sync().await;
    (phone, library)
}

#[tokio::test]
async fn a_photo_and_a_scan_arrive_on_the_other_device_byte_for_byte() {
    let server = TestServer::start().await;
    let (phone, library) = two_devices(&server).await;
    let both = [photo(), scan()];
    for blob in &both {
        keep(&phone, blob).await;
    }
    assert_eq!(exchange(&phone, &both).await.delivered.len(), 2);
    assert_eq!(phone.store.waiting_blobs().await.unwrap(), []);
    assert_eq!(exchange(&library, &both).await.fetched.len(), 2);
    for blob in both {
        let found = library.store.blob(blob.hash()).await.unwrap();
        assert_eq!(found, Some(blob));
    }
    assert_eq!(library.store.waiting_blobs().await.unwrap(), []);
}

#[tokio::test]
async fn what_is_still_on_the_other_device_is_told_and_fetched_later() {
    let server = TestServer::start().await;
    let (phone, library) = two_devices(&server).await;
    keep(&phone, &photo()).await;
    let report = exchange(&library, &[photo()]).await;
    assert_eq!(report.lacking, [photo().hash()]);
    exchange(&phone, &[photo()]).await;
    let report = exchange(&library, &[photo()]).await;
    assert_eq!(report.fetched, [photo().hash()]);
}

#[tokio::test]
async fn sending_goes_on_where_the_line_broke_off() {
    let server = TestServer::start().await;
    let (phone, _) = two_devices(&server).await;
    let scan = scan();
    keep(&phone, &scan).await;
    let total = scan.bytes().len() as u64;
    let part = |start: usize, content| OfferedPart {
        space: space(),
        hash: scan.hash(),
        start: start as u64,
        total,
        content,
    };
    let first = &scan.bytes()[..MOST_PART_BYTES];
    let received = BlobProgress::Received(MOST_PART_BYTES as u64);
    // The answer was lost: the same part comes again, and one from further on.
    for (start, content) in [(0, first), (0, first), (2 * MOST_PART_BYTES, first)] {
        let answer = phone.transport.offer(part(start, content)).await;
        assert_eq!(answer, Ok(received));
    }
    assert_eq!(exchange(&phone, &[scan]).await.delivered.len(), 1);
}

#[tokio::test]
async fn nobody_else_sees_or_changes_a_file() {
    let server = TestServer::start().await;
    let (phone, _) = two_devices(&server).await;
    keep(&phone, &photo()).await;
    exchange(&phone, &[photo()]).await;
    let stranger = server.linked(3).await;
    stranger.write(DocumentId([3; 16]), PROFILE, "Altro").await;
    stranger.sync().await;
    let report = exchange(&stranger, &[photo()]).await;
    assert_eq!(report.lacking, [photo().hash()]);
    // Nor by naming the hash in a space of one's own.
    let own = SpaceId::of_document(DocumentId([3; 16]));
    let fetched = stranger.transport.fetch(own, photo().hash(), 0).await;
    assert_eq!(fetched, Ok(None));
    let path = "/api/v1/blobs/00?space=00";
    assert_eq!(stranger.get(path).await.status(), 404);
    assert_eq!(server.device(9).get(path).await.status(), 401);
}

#[tokio::test]
async fn content_that_is_not_what_its_hash_says_is_not_kept() {
    let server = TestServer::start().await;
    let (phone, library) = two_devices(&server).await;
    let forged = OfferedPart {
        space: space(),
        hash: photo().hash(),
        start: 0,
        total: 5,
        content: b"other",
    };
    let answer = phone.transport.offer(forged).await;
    assert_eq!(answer, Err(TransportError::Rejected));
    assert_eq!(exchange(&library, &[photo()]).await.fetched, []);
    keep(&phone, &photo()).await;
    assert_eq!(exchange(&phone, &[photo()]).await.delivered.len(), 1);
}

#[tokio::test]
async fn a_file_that_is_too_large_is_refused_and_does_not_hold_up_the_others() {
    let server = TestServer::start().await;
    let (phone, _) = two_devices(&server).await;
    let huge = Blob::new(vec![1; 10 * 1024 * 1024 + 1]);
    keep(&phone, &huge).await;
    keep(&phone, &photo()).await;
    let report = exchange(&phone, &[huge.clone(), photo()]).await;
    assert_eq!(report.refused, [huge.hash()]);
    assert_eq!(report.delivered, [photo().hash()]);
}

#[tokio::test]
async fn files_are_there_after_a_restart() {
    let server = TestServer::start().await;
    let (phone, library) = two_devices(&server).await;
    keep(&phone, &scan()).await;
    exchange(&phone, &[scan()]).await;
    let server = server.restart().await;
    let library = library.moved_to(&server);
    assert_eq!(exchange(&library, &[scan()]).await.fetched.len(), 1);
}
