//! Senders that are slow, idle, many, or send what is no request: they are cut off in time, and
//! everybody else is answered at once. All of it against the real accept loop, on this machine.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod support;

use approdo_document::DocumentId;
use approdo_server::assets::Asset;
use approdo_server::limits::Limits;
use approdo_server::open_files;
use approdo_sync::frame::MEDIA_TYPE;
use std::net::SocketAddr;
use std::time::{Duration, Instant};
use support::{Device, TestServer};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

const CV: DocumentId = DocumentId([1; 16]);
/// Long enough for a busy machine to fail no test, short enough to tell an answer from a time limit.
const AT_ONCE: Duration = Duration::from_secs(15);
/// What tests wait for a connection to be cut.
const PATIENCE: Duration = Duration::from_secs(60);

/// Limits that a test reaches in no time.
fn short() -> Limits {
    Limits {
        headers_time: Duration::from_millis(400),
        body_time: Duration::from_millis(600),
        answer_time: Duration::from_millis(400),
        ..Limits::default()
    }
}

async fn connect(address: SocketAddr) -> TcpStream {
    TcpStream::connect(address).await.unwrap()
}

/// Reads until the server closes the connection; it must do so.
async fn rest_of(stream: &mut TcpStream) -> String {
    let mut rest = Vec::new();
    let read = stream.read_to_end(&mut rest);
    // A connection that is reset is closed as well.
    let _ = tokio::time::timeout(PATIENCE, read).await.unwrap();
    String::from_utf8_lossy(&rest).into_owned()
}

/// Sends bytes and reads the answer until the server closes the connection.
async fn answer_to(address: SocketAddr, bytes: &[u8]) -> String {
    let mut stream = connect(address).await;
    // The server may close before all is written.
    let _ = stream.write_all(bytes).await;
    rest_of(&mut stream).await
}

/// Asserts that a person with an ordinary device is served at once.
async fn assert_serves(server: &TestServer, device: &Device) {
    let begun = Instant::now();
    assert_eq!(device.get("/healthz").await.status(), 204);
    device.write(CV, &[1], &format!("{begun:?}")).await;
    device.sync().await;
    let duration = begun.elapsed();
    assert!(duration < AT_ONCE, "an ordinary device waited {duration:?}");
    assert!(server.server.store().is_alive().await.is_ok());
}

#[tokio::test]
async fn headers_that_come_one_byte_at_a_time_are_cut_off() {
    let server = TestServer::start_limited(short()).await;
    let phone = server.linked(1).await;
    let (mut reading, mut writing) = connect(server.server.address()).await.into_split();
    let dripping = tokio::spawn(async move {
        let mut drop_time = tokio::time::interval(Duration::from_millis(20));
        for byte in b"GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: "
            .iter()
            .chain(&[b'a'; 900])
        {
            drop_time.tick().await;
            if writing.write_all(&[*byte]).await.is_err() {
                return;
            }
        }
        panic!("the server took it all");
    });
    assert_serves(&server, &phone).await;
    let mut rest = Vec::new();
    let _ = tokio::time::timeout(PATIENCE, reading.read_to_end(&mut rest))
        .await
        .unwrap();
    dripping.await.unwrap();
    assert!(!rest.starts_with(b"HTTP/1.1 2"));
}

#[tokio::test]
async fn connections_that_say_nothing_are_closed_before_and_after_a_request() {
    let server = TestServer::start_limited(short()).await;
    let mut silent = connect(server.server.address()).await;
    assert_eq!(rest_of(&mut silent).await, "");
    let kept = b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";
    let answer = answer_to(server.server.address(), kept).await;
    assert!(answer.starts_with("HTTP/1.1 204"), "{answer}");
}

/// Opens a connection that sends the beginning of a body and then nothing.
async fn send_slowly(server: &TestServer, device: &Device) -> TcpStream {
    let head = format!(
        "POST /api/v1/sync HTTP/1.1\r\nHost: x\r\nContent-Type: {MEDIA_TYPE}\r\n\
         Approdo-Profile: {}\r\nCookie: {}\r\nContent-Length: 100000\r\n\r\nonly this",
        device.transport.profile(),
        device.transport.cookie().unwrap(),
    );
    let mut stream = connect(server.server.address()).await;
    stream.write_all(head.as_bytes()).await.unwrap();
    stream
}

#[tokio::test]
async fn bodies_that_come_slowly_keep_no_place_from_others() {
    let limits = Limits {
        exchanges: 2,
        turn_time: Duration::from_millis(500),
        ..Limits::default()
    };
    let server = TestServer::start_limited(limits).await;
    let phone = server.linked(1).await;
    let mut slow = Vec::new();
    for _ in 0..50 {
        slow.push(send_slowly(&server, &phone).await);
    }
    assert_serves(&server, &phone).await;
    assert_eq!(slow.len(), 50);
}

#[tokio::test]
async fn a_body_that_comes_too_slowly_is_told() {
    let server = TestServer::start_limited(short()).await;
    let phone = server.linked(1).await;
    let answer = rest_of(&mut send_slowly(&server, &phone).await).await;
    assert!(answer.starts_with("HTTP/1.1 408"), "{answer}");
    assert!(answer.contains("urn:approdo:problem:too-slow"), "{answer}");
}

#[tokio::test]
async fn a_thousand_idle_connections_hold_nobody_up() {
    open_files::raise_limit();
    let server = TestServer::start().await;
    let phone = server.linked(1).await;
    let mut idle = Vec::new();
    for _ in 0..1_000 {
        idle.push(connect(server.server.address()).await);
    }
    assert_serves(&server, &phone).await;
    assert_eq!(idle.len(), 1_000);
}

#[tokio::test]
async fn who_takes_all_connections_loses_them_again() {
    let limits = Limits {
        connections: 20,
        ..short()
    };
    let server = TestServer::start_limited(limits).await;
    let mut idle = Vec::new();
    for _ in 0..60 {
        idle.push(connect(server.server.address()).await);
    }
    let answer = tokio::time::timeout(PATIENCE, server.device(1).get("/healthz")).await;
    assert_eq!(answer.unwrap().status(), 204);
}

#[tokio::test]
async fn who_asks_for_much_and_takes_nothing_is_cut_off() {
    let large = Asset {
        url: "/large.bin".to_owned(),
        content_type: "application/octet-stream".to_owned(),
        is_immutable: false,
        bytes: vec![7; 32 * 1024 * 1024].into(),
        brotli: None,
        gzip: None,
    };
    let limits = Limits {
        connections: 16,
        ..short()
    };
    let server = TestServer::start_limited_with(limits, vec![large]).await;
    let mut takers = Vec::new();
    for _ in 0..16 {
        let mut stream = connect(server.server.address()).await;
        let request = b"GET /large.bin HTTP/1.1\r\nHost: x\r\n\r\n";
        stream.write_all(request).await.unwrap();
        takers.push(stream);
    }
    let answer = tokio::time::timeout(PATIENCE, server.device(1).get("/healthz")).await;
    assert_eq!(answer.unwrap().status(), 204);
}

#[tokio::test]
async fn what_is_no_request_is_refused_and_the_connection_closed() {
    let server = TestServer::start_limited(short()).await;
    let phone = server.linked(1).await;
    let garbage: [&[u8]; 6] = [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"\0\0\0\0\0\0\0\0\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /\r\nHost HTTP/1.1\r\n\r\n",
        b"POST /api/v1/sync HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
    ];
    for bytes in garbage {
        let answer = answer_to(server.server.address(), bytes).await;
        assert!(
            answer.is_empty() || answer.starts_with("HTTP/1.1 4"),
            "{answer}"
        );
    }
    let pipelined = b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n\xff\xfe\x00garbage\r\n\r\n";
    let answer = answer_to(server.server.address(), pipelined).await;
    assert!(answer.starts_with("HTTP/1.1 204"), "{answer}");
    assert!(answer.contains("HTTP/1.1 400"), "{answer}");
    assert_serves(&server, &phone).await;
}

#[tokio::test]
async fn many_requests_on_one_breath_are_answered_one_by_one() {
    let server = TestServer::start_limited(short()).await;
    let breath = b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n".repeat(200);
    let answer = answer_to(server.server.address(), &breath).await;
    assert_eq!(answer.matches("HTTP/1.1 204").count(), 200);
}

#[tokio::test]
async fn too_many_or_too_long_headers_are_refused() {
    let server = TestServer::start_limited(short()).await;
    let many: String = (0..5_000)
        .map(|number| format!("X-{number}: y\r\n"))
        .collect();
    let long = format!("X-Long: {}\r\n", "y".repeat(1_000_000));
    for headers in [many, long] {
        let request = format!("GET / HTTP/1.1\r\nHost: x\r\n{headers}\r\n");
        let answer = answer_to(server.server.address(), request.as_bytes()).await;
        // A sender who is still writing may find the connection reset before reading the answer.
        assert!(
            answer.is_empty() || answer.starts_with("HTTP/1.1 431"),
            "{answer}"
        );
    }
    let address = format!("GET /{} HTTP/1.1\r\nHost: x\r\n\r\n", "a".repeat(500_000));
    let answer = answer_to(server.server.address(), address.as_bytes()).await;
    assert!(
        answer.is_empty() || answer.starts_with("HTTP/1.1 4"),
        "{answer}"
    );
    let phone = server.linked(1).await;
    assert_serves(&server, &phone).await;
}

#[tokio::test]
async fn an_account_with_too_many_streams_is_refused_one_more_and_others_are_not() {
    let server = TestServer::start().await;
    let anna = server.linked(1).await;
    let bruno = server.linked(2).await;
    let path = |device: &Device| format!("/api/v1/events?profile={}", device.transport.profile());
    let mut streams = Vec::new();
    for _ in 0..32 {
        let stream = anna.get(&path(&anna)).await;
        assert_eq!(stream.status(), 200);
        streams.push(stream);
    }
    let refused = anna.get(&path(&anna)).await;
    assert_eq!(refused.status(), 503);
    assert_eq!(refused.headers()["retry-after"], "2");
    assert_eq!(bruno.get(&path(&bruno)).await.status(), 200);
    assert_serves(&server, &anna).await;
}
