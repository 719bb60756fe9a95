//! The stream of pokes.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod support;

use approdo_document::DocumentId;
use reqwest::Response;
use serde_json::Value;
use support::{Device, TestServer};

const CV: DocumentId = DocumentId([1; 16]);

async fn listen(device: &Device) -> Response {
    let path = format!("/api/v1/events?profile={}", device.transport.profile());
    let mut stream = device.get(&path).await;
    assert_eq!(stream.status(), 200);
    assert_eq!(stream.headers()["content-type"], "text/event-stream");
    assert_eq!(stream.headers()["x-accel-buffering"], "no");
    let greeting = stream.chunk().await.unwrap().unwrap();
    assert!(greeting.starts_with(b": open") || greeting.starts_with(b"retry:"));
    stream
}

async fn next(stream: &mut Response) -> Option<String> {
    let chunk = stream.chunk().await.unwrap()?;
    Some(String::from_utf8(chunk.to_vec()).unwrap())
}

#[tokio::test]
async fn the_other_device_is_poked_and_the_poke_says_nothing_of_the_content() {
    let server = TestServer::start().await;
    let phone = server.linked(1).await;
    let library = server.link_to(&phone, 2).await;
    let mut stream = listen(&library).await;
    phone.write(CV, &[1], "Giardiniere").await;
    phone.sync().await;
    assert_eq!(
        next(&mut stream).await.unwrap(),
        "event: poke\ndata: new\n\n"
    );
}

#[tokio::test]
async fn another_account_is_not_poked() {
    let server = TestServer::start().await;
    let anna = server.linked(1).await;
    let bruno = server.linked(2).await;
    let bruno_at_home = server.link_to(&bruno, 3).await;
    let mut stream = listen(&bruno).await;
    anna.write(CV, &[1], "Anna").await;
    anna.sync().await;
    let own = DocumentId([2; 16]);
    bruno.write(own, &[1], "Bruno, da questo dispositivo").await;
    bruno.sync().await;
    bruno_at_home.sync().await;
    bruno_at_home.write(own, &[2], "Bruno, da casa").await;
    bruno_at_home.sync().await;
    next(&mut stream).await.unwrap();
    server.server.stop().await;
    assert_eq!(
        next(&mut stream).await,
        None,
        "there was more than one poke"
    );
}

#[tokio::test]
async fn the_stream_of_a_withdrawn_device_ends_at_once() {
    let server = TestServer::start().await;
    let phone = server.linked(1).await;
    let library = server.link_to(&phone, 2).await;
    let mut stream = listen(&library).await;
    let session: Value = library.get("/api/v1/session").await.json().await.unwrap();
    let path = format!("/api/v1/devices/{}", session["device"].as_str().unwrap());
    assert_eq!(phone.delete(&path).await.status(), 204);
    assert_eq!(next(&mut stream).await, None);
    let path = format!("/api/v1/events?profile={}", library.transport.profile());
    assert_eq!(library.get(&path).await.status(), 401);
}

#[tokio::test]
async fn a_stopping_server_ends_its_streams_and_does_not_wait_for_them() {
    let server = TestServer::start().await;
    let phone = server.linked(1).await;
    let mut stream = listen(&phone).await;
    server.server.stop().await;
    assert_eq!(next(&mut stream).await, None);
}
