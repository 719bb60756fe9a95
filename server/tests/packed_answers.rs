//! Answers of the exchange, packed for those who can unpack them.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod support;

use approdo_document::AccountId;
use approdo_sync::batch::Batch;
use approdo_sync::frame::{self, MEDIA_TYPE};
use approdo_sync::store::DeviceStore;
use approdo_sync::wire::{SyncRequest, SyncResponse};
use flate2::read::GzDecoder;
use reqwest::{Method, Response};
use std::io::Read as _;
use support::{Device, TestServer, operation, push_request};

/// Asks for everything, as a new device does.
fn read_request(account: AccountId) -> SyncRequest {
    SyncRequest {
        pushed: Batch::default(),
        page: 500,
        ..push_request(account, &[])
    }
}

async fn ask(device: &Device, request: &SyncRequest, coding: Option<&str>) -> Response {
    let mut asking = device
        .transport
        .request(Method::POST, "/api/v1/sync")
        .header("content-type", MEDIA_TYPE)
        .body(frame::encode(request));
    if let Some(coding) = coding {
        asking = asking.header("accept-encoding", coding);
    }
    device.transport.send(asking).await.unwrap()
}

#[tokio::test]
async fn a_long_answer_is_packed_for_a_browser_and_says_the_same() {
    let server = TestServer::start().await;
    let phone = server.linked(1).await;
    let account = phone.store.sync_state().await.unwrap().account.unwrap();
    let operations: Vec<_> = (1..=300).map(|counter| operation(1, counter)).collect();
    ask(&phone, &push_request(account, &operations), None).await;

    let plain = ask(&phone, &read_request(account), None).await;
    assert!(!plain.headers().contains_key("content-encoding"));
    let plain = plain.bytes().await.unwrap();
    let packed = ask(
        &phone,
        &read_request(account),
        Some("gzip, deflate, br, zstd"),
    )
    .await;
    assert_eq!(packed.headers()["content-encoding"], "gzip");
    let packed = packed.bytes().await.unwrap();
    assert!(
        packed.len() * 2 < plain.len(),
        "{} of {}",
        packed.len(),
        plain.len()
    );
    let mut unpacked = Vec::new();
    GzDecoder::new(packed.as_ref())
        .read_to_end(&mut unpacked)
        .unwrap();
    assert_eq!(
        frame::decode::<SyncResponse>(&unpacked).unwrap(),
        frame::decode::<SyncResponse>(&plain).unwrap()
    );
}

#[tokio::test]
async fn a_short_answer_is_not_packed() {
    let server = TestServer::start().await;
    let phone = server.linked(1).await;
    let account = phone.store.sync_state().await.unwrap().account.unwrap();
    let answer = ask(
        &phone,
        &push_request(account, &[operation(1, 1)]),
        Some("gzip"),
    )
    .await;
    assert!(!answer.headers().contains_key("content-encoding"));
}
