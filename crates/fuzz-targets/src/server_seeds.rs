//! Well-formed requests to the server: every route as devices use it, and some that are refused.

use crate::seeds::Seed;
use crate::server_request::{Call, ROUTES};
use crate::world::{postcard_of, request_with, written};
use approdo_sync::frame::MEDIA_TYPE;

const PROFILE: &str = "33333333333333333333333333333333";

/// Returns rows of requests.
pub(crate) fn server_seeds() -> Vec<Seed> {
    let mut rows = vec![linking(), recovery(), sync(), leaving(), refused()];
    rows.extend((0..ROUTES.len()).map(|route| vec![signed_in(ROUTES[route].1, ROUTES[route].0)]));
    rows.iter()
        .map(|row| ("server_request", postcard_of(row)))
        .collect()
}

fn linking() -> Vec<Call> {
    let device = format!(r#""profile":"{PROFILE}","device_name":"Firefox su Windows""#);
    vec![
        json(
            "/api/v1/links/claim",
            &format!(r#"{{"code":"{{code}}",{device}}}"#),
        ),
        Call {
            tail: b"{link}".to_vec(),
            ..signed_in("/api/v1/links/", "GET")
        },
        signed_in("/api/v1/links/{link}/confirm", "POST"),
        json(
            "/api/v1/links/claims",
            &format!(r#"{{"claim":"{{claim}}","profile":"{PROFILE}"}}"#),
        ),
    ]
}

fn recovery() -> Vec<Call> {
    let device = format!(r#""profile":"{PROFILE}","device_name":"Safari su iPhone""#);
    vec![
        json(
            "/api/v1/recover",
            &format!(r#"{{"code":"{{recovery}}",{device}}}"#),
        ),
        json(
            "/api/v1/recover",
            &format!(r#"{{"code":"0000-0000",{device}}}"#),
        ),
        signed_in("/api/v1/devices", "GET"),
    ]
}

fn sync() -> Vec<Call> {
    let call = Call {
        headers: vec![header("content-type", MEDIA_TYPE)],
        body: postcard_of(&request_with(&written())),
        ..signed_in("/api/v1/sync", "POST")
    };
    vec![call.clone(), call]
}

fn leaving() -> Vec<Call> {
    vec![
        signed_in("/api/v1/session", "DELETE"),
        signed_in("/api/v1/session", "GET"),
    ]
}

fn refused() -> Vec<Call> {
    let mut from_elsewhere = signed_in("/api/v1/links", "POST");
    from_elsewhere.headers = vec![
        header("origin", "https://evil.example"),
        header("sec-fetch-site", "cross-site"),
    ];
    let mut packed = signed_in("/api/v1/sync", "POST");
    packed.headers = vec![
        header("content-type", MEDIA_TYPE),
        header("content-encoding", "gzip"),
        header("accept-encoding", "gzip;q=1, br"),
    ];
    packed.body = vec![
        0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];
    let mut stream = signed_in("/api/v1/events", "GET");
    stream.tail = b"?profile={profile}".to_vec();
    vec![
        from_elsewhere,
        packed,
        stream,
        json("/api/v1/accounts", "{}"),
    ]
}

fn json(path: &str, body: &str) -> Call {
    Call {
        headers: vec![header("content-type", "application/json")],
        body: body.as_bytes().to_vec(),
        is_signed_in: false,
        ..signed_in(path, "POST")
    }
}

fn signed_in(path: &str, method: &str) -> Call {
    let route = ROUTES.iter().position(|known| *known == (method, path));
    Call {
        route: route
            .and_then(|route| u8::try_from(route).ok())
            .unwrap_or(u8::MAX),
        is_signed_in: true,
        ..Call::default()
    }
}

fn header(name: &str, value: &str) -> (Vec<u8>, Vec<u8>) {
    (name.as_bytes().to_vec(), value.as_bytes().to_vec())
}
