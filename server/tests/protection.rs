//! The headers by which a browser protects people, as a snapshot: changing one is a decision.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod support;

use approdo_server::assets::Asset;
use reqwest::{Method, Response};
use std::collections::BTreeMap;
use support::TestServer;

const EVERYWHERE: [(&str, &str); 2] = [
    ("cross-origin-resource-policy", "same-origin"),
    ("x-content-type-options", "nosniff"),
];

/// What a browser carries out. Styles and scripts only from files of this server, and no
/// `unsafe-inline`; `wasm-unsafe-eval` is what compiling WebAssembly needs.
const FOR_PAGES: [(&str, &str); 6] = [
    (
        "content-security-policy",
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
         img-src 'self' blob:; frame-src blob:; media-src blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; \
         manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    ),
    ("cross-origin-embedder-policy", "require-corp"),
    ("cross-origin-opener-policy", "same-origin"),
    (
        "permissions-policy",
        "accelerometer=(), browsing-topics=(), camera=(self), display-capture=(), \
         geolocation=(), gyroscope=(), microphone=(self), midi=(), payment=(), usb=()",
    ),
    ("referrer-policy", "no-referrer"),
    ("x-frame-options", "DENY"),
];

const FOR_OTHERS: [(&str, &str); 1] = [(
    "content-security-policy",
    "default-src 'none'; frame-ancestors 'none'",
)];

fn file(url: &str, content_type: &str) -> Asset {
    Asset {
        url: url.to_owned(),
        content_type: content_type.to_owned(),
        is_immutable: false,
        bytes: "content".into(),
        brotli: None,
        gzip: None,
    }
}

async fn start() -> TestServer {
    TestServer::start_with(vec![
        file("/", "text/html; charset=utf-8"),
        file("/sw.js", "text/javascript; charset=utf-8"),
        file("/app.wasm", "application/wasm"),
        file("/icon.svg", "image/svg+xml"),
    ])
    .await
}

/// Returns those headers of an answer that protect, and no others.
fn protection(answer: &Response) -> BTreeMap<&str, &str> {
    let all = FOR_PAGES.iter().chain(&EVERYWHERE);
    all.filter_map(|&(name, _)| Some((name, answer.headers().get(name)?.to_str().unwrap())))
        .collect()
}

#[tokio::test]
async fn what_a_browser_carries_out_has_exactly_the_headers_that_protect() {
    let server = start().await;
    let device = server.device(1);
    let expected: BTreeMap<_, _> = FOR_PAGES.into_iter().chain(EVERYWHERE).collect();
    for path in ["/", "/cv", "/cv/0190/preview", "/sw.js"] {
        let answer = device.get(path).await;
        assert_eq!(protection(&answer), expected, "{path}");
        let tag = answer.headers()["etag"].clone();
        let again = device.transport.request(Method::GET, path);
        let again = again.header("if-none-match", tag).send().await.unwrap();
        assert_eq!(again.status(), 304);
        assert_eq!(protection(&again), expected, "{path}, known");
    }
}

#[tokio::test]
async fn only_the_style_and_script_that_the_server_put_in_the_page_are_carried_out() {
    let mut page = file("/", "text/html; charset=utf-8");
    page.bytes = "<style>a{}</style><p>text</p>".into();
    let server = TestServer::start_with(vec![page]).await;
    let answer = server.device(1).get("/devices").await;
    let policy = answer.headers()["content-security-policy"]
        .to_str()
        .unwrap();
    // printf 'a{}' | openssl dgst -sha256 -binary | base64
    let hash = "X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk=";
    assert!(policy.contains(&format!("style-src 'self' 'sha256-{hash}';")));
    assert!(policy.contains("script-src 'self' 'wasm-unsafe-eval';"));
    assert!(!policy.contains("unsafe-inline"));
}

#[tokio::test]
async fn every_other_answer_does_nothing_when_opened_by_itself() {
    let server = start().await;
    let phone = server.linked(1).await;
    let expected: BTreeMap<_, _> = FOR_OTHERS.into_iter().chain(EVERYWHERE).collect();
    for path in [
        "/app.wasm",
        "/icon.svg",
        "/healthz",
        "/nothing.txt",
        "/api/v1/session",
        "/api/v1/nothing",
    ] {
        for device in [&phone, &server.device(2)] {
            let answer = device.get(path).await;
            assert_eq!(protection(&answer), expected, "{path}");
        }
    }
}

#[tokio::test]
async fn behind_tls_browsers_are_told_to_stay_there() {
    let server = TestServer::start_behind_tls().await;
    let answer = server.device(1).get("/").await;
    assert_eq!(
        answer.headers()["strict-transport-security"],
        "max-age=31536000"
    );
}

#[tokio::test]
async fn answers_with_personal_data_are_kept_by_nobody() {
    let server = TestServer::start().await;
    let phone = server.linked(1).await;
    for path in ["/api/v1/session", "/api/v1/devices"] {
        let answer = phone.get(path).await;
        assert_eq!(answer.headers()["cache-control"], "no-store", "{path}");
    }
}
