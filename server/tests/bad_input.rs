//! Malformed, oversized, truncated and slow requests: a reason is given, nothing is stored, the
//! server lives.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod support;

use approdo_document::Operation;
use approdo_sync::frame::{self, MEDIA_TYPE, PROTOCOL_HEADER, PROTOCOL_VERSION};
use approdo_sync::store::{DeviceStore, OperationLog};
use approdo_sync::wire::{Refusal, SyncResponse, Verdict};
use flate2::Compression;
use flate2::write::GzEncoder;
use reqwest::Method;
use serde_json::{Value, json};
use std::io::Write as _;
use support::{Device, TestServer, operation, push_request};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

async fn send(device: &Device, headers: &[(&str, &str)], body: Vec<u8>) -> (u16, String) {
    let mut request = device
        .transport
        .request(Method::POST, "/api/v1/sync")
        .body(body);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let answer = device.transport.send(request).await.unwrap();
    let status = answer.status().as_u16();
    let kind = answer.headers()["content-type"]
        .to_str()
        .unwrap()
        .to_owned();
    if kind == MEDIA_TYPE {
        return (status, String::new());
    }
    assert_eq!(kind, "application/problem+json");
    let problem: Value = answer.json().await.unwrap();
    assert!(!problem["detail"].as_str().unwrap().is_empty());
    (status, problem["type"].as_str().unwrap().to_owned())
}

fn named(status: u16, name: &str) -> (u16, String) {
    (status, format!("urn:approdo:problem:{name}"))
}

async fn frame_of(device: &Device, operations: &[Operation]) -> Vec<u8> {
    let account = device.store.sync_state().await.unwrap().account.unwrap();
    frame::encode(&push_request(account, operations))
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

const SYNC: (&str, &str) = ("content-type", MEDIA_TYPE);
const GZIP: (&str, &str) = ("content-encoding", "gzip");

#[tokio::test]
async fn what_cannot_be_read_is_refused_with_its_reason_and_stores_nothing() {
    let server = TestServer::start().await;
    let phone = server.linked(1).await;
    let whole = frame_of(&phone, &[operation(1, 1), operation(1, 2)]).await;
    let checksum = frame::checksum(&[99]).to_be_bytes();
    let other_version = [b"APDO\x63".as_slice(), &checksum].concat();
    let mut changed = whole.clone();
    *changed.last_mut().unwrap() ^= 1;
    let malformed = named(400, "malformed");
    assert_eq!(send(&phone, &[SYNC], Vec::new()).await, malformed);
    assert_eq!(send(&phone, &[SYNC], b"<html>".to_vec()).await, malformed);
    assert_eq!(send(&phone, &[SYNC], changed).await, malformed);
    let refused = send(&phone, &[SYNC], other_version).await;
    assert_eq!(refused, named(400, "other-version"));
    for length in (0..whole.len()).step_by(7) {
        let cut = whole[..length].to_vec();
        assert_eq!(send(&phone, &[SYNC], cut).await, malformed, "{length}");
    }
    let json = ("content-type", "application/json");
    let refused = send(&phone, &[json], whole.clone()).await;
    assert_eq!(refused, named(415, "wrong-media-type"));
    let refused = send(&phone, &[SYNC, ("content-encoding", "br")], whole.clone()).await;
    assert_eq!(refused, named(415, "wrong-media-type"));
    assert!(server.server.store().documents().await.unwrap().is_empty());
    assert_eq!(send(&phone, &[SYNC], whole).await.0, 200);
}

#[tokio::test]
async fn a_refusal_names_the_version_that_the_server_speaks() {
    let server = TestServer::start().await;
    let phone = server.linked(1).await;
    let request = phone.transport.request(Method::POST, "/api/v1/sync");
    let answer = phone.transport.send(request).await.unwrap();
    let newest = answer.headers()[PROTOCOL_HEADER].to_str().unwrap();
    assert_eq!(newest, PROTOCOL_VERSION.to_string());
}

#[tokio::test]
async fn what_is_too_large_is_refused_packed_or_not() {
    let server = TestServer::start().await;
    let phone = server.linked(1).await;
    let too_large = named(413, "too-large");
    let ten_megabytes = vec![0; 10_000_000];
    assert_eq!(
        send(&phone, &[SYNC], ten_megabytes.clone()).await,
        too_large
    );
    let bomb = gzip(&ten_megabytes);
    assert_eq!(send(&phone, &[SYNC, GZIP], bomb).await, too_large);
    let many: Vec<_> = (1..=1_001).map(|counter| operation(1, counter)).collect();
    let many = frame_of(&phone, &many).await;
    assert_eq!(send(&phone, &[SYNC], many).await, too_large);
    assert!(server.server.store().documents().await.unwrap().is_empty());
}

#[tokio::test]
async fn a_packed_request_is_taken_like_a_plain_one() {
    let server = TestServer::start().await;
    let phone = server.linked(1).await;
    let packed = gzip(&frame_of(&phone, &[operation(1, 1)]).await);
    assert_eq!(send(&phone, &[SYNC, GZIP], packed).await.0, 200);
    assert_eq!(server.server.store().documents().await.unwrap().len(), 1);
}

#[tokio::test]
async fn one_oversized_operation_does_not_hold_up_the_others() {
    let server = TestServer::start().await;
    let phone = server.linked(1).await;
    let huge = Operation {
        body: vec![b'x'; 300_000],
        ..operation(1, 2)
    };
    let frame = frame_of(&phone, &[operation(1, 1), huge, operation(1, 3)]).await;
    let request = phone
        .transport
        .request(Method::POST, "/api/v1/sync")
        .header("content-type", MEDIA_TYPE)
        .body(frame);
    let answer = phone.transport.send(request).await.unwrap();
    let answer: SyncResponse = frame::decode(&answer.bytes().await.unwrap()).unwrap();
    assert_eq!(
        answer.pushed,
        [
            Verdict::Stored { number: 1 },
            Verdict::Refused(Refusal::TooLarge),
            Verdict::Stored { number: 2 },
        ]
    );
}

#[tokio::test]
async fn json_that_is_none_or_too_long_is_refused() {
    let server = TestServer::start().await;
    let device = server.device(1);
    let long = "x".repeat(20_000);
    for (body, expected) in [
        ("{".to_owned(), 400),
        (json!({"profile": 7}).to_string(), 400),
        (json!({"profile": long, "device_name": ""}).to_string(), 413),
        (
            json!({"profile": "../../x", "device_name": "a"}).to_string(),
            400,
        ),
    ] {
        let request = device
            .transport
            .request(Method::POST, "/api/v1/accounts")
            .header("content-type", "application/json")
            .body(body);
        let answer = device.transport.send(request).await.unwrap();
        assert_eq!(answer.status().as_u16(), expected);
    }
}

#[tokio::test]
async fn unknown_addresses_and_methods_get_a_problem() {
    let server = TestServer::start().await;
    let device = server.linked(1).await;
    for (method, path, expected) in [
        (Method::GET, "/api/v1/nothing", 404),
        (Method::GET, "/api", 404),
        (Method::PUT, "/api/v1/sync", 405),
        (Method::POST, "/cv", 405),
        (Method::GET, "/api/v1/links/no-link", 404),
        (Method::DELETE, "/api/v1/devices/1", 404),
    ] {
        let request = device.transport.request(method, path);
        let answer = device.transport.send(request).await.unwrap();
        assert_eq!(answer.status().as_u16(), expected, "{path}");
        assert_eq!(answer.headers()["content-type"], "application/problem+json");
    }
}

#[tokio::test]
async fn headers_that_never_end_are_cut_off() {
    let server = TestServer::start().await;
    let mut stream = TcpStream::connect(server.server.address()).await.unwrap();
    stream
        .write_all(b"GET / HTTP/1.1\r\nHost: a\r\n")
        .await
        .unwrap();
    // A paused clock jumps to the time limit once nothing else is left to do.
    tokio::time::pause();
    let mut rest = Vec::new();
    let _ = stream.read_to_end(&mut rest).await;
    assert!(rest.is_empty() || rest.starts_with(b"HTTP/1.1 408"));
}
