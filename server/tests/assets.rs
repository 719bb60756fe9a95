//! How the client's files are served.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod support;

use approdo_server::assets::Asset;
use reqwest::{Method, Response};
use support::TestServer;

fn asset(url: &str, content_type: &str, is_immutable: bool) -> Asset {
    Asset {
        url: url.to_owned(),
        content_type: content_type.to_owned(),
        is_immutable,
        bytes: "plain".into(),
        brotli: Some("brotli".into()),
        gzip: Some("gzip".into()),
    }
}

async fn start() -> TestServer {
    TestServer::start_with(vec![
        asset("/", "text/html; charset=utf-8", false),
        asset("/sw.js", "text/javascript; charset=utf-8", false),
        asset(
            "/assets/app.0123.js",
            "text/javascript; charset=utf-8",
            true,
        ),
    ])
    .await
}

async fn get(server: &TestServer, path: &str, headers: &[(&str, &str)]) -> Response {
    let mut request = server.client.get(format!("{}{path}", server.address()));
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.send().await.unwrap()
}

fn header<'a>(response: &'a Response, name: &str) -> &'a str {
    let value = response.headers().get(name);
    value.map_or("", |value| value.to_str().unwrap())
}

#[tokio::test]
async fn the_smallest_form_that_the_browser_takes_is_sent() {
    let server = start().await;
    for (accepted, coding, body) in [
        ("gzip, deflate, br", "br", "brotli"),
        ("gzip", "gzip", "gzip"),
        ("br;q=0, gzip;q=0.5", "gzip", "gzip"),
        ("identity", "", "plain"),
    ] {
        let headers = [("accept-encoding", accepted)];
        let response = get(&server, "/assets/app.0123.js", &headers).await;
        assert_eq!(header(&response, "content-encoding"), coding, "{accepted}");
        assert_eq!(header(&response, "vary"), "Accept-Encoding");
        assert_eq!(response.text().await.unwrap(), body);
    }
}

#[tokio::test]
async fn hashed_files_are_kept_for_ever_and_the_page_is_asked_for_again() {
    let server = start().await;
    let hashed = get(&server, "/assets/app.0123.js", &[]).await;
    let for_ever = "public, max-age=31536000, immutable";
    assert_eq!(header(&hashed, "cache-control"), for_ever);
    let page = get(&server, "/", &[]).await;
    assert_eq!(header(&page, "cache-control"), "no-cache");
    let tag = header(&page, "etag").to_owned();
    let again = get(&server, "/", &[("if-none-match", &tag)]).await;
    assert_eq!(again.status(), 304);
    let packed = [("if-none-match", tag.as_str()), ("accept-encoding", "br")];
    assert_eq!(get(&server, "/", &packed).await.status(), 200);
}

#[tokio::test]
async fn every_page_is_the_one_page_and_a_missing_file_is_missing() {
    let server = start().await;
    for path in ["/", "/cv", "/cv/0190/preview", "/devices?codice=ABC"] {
        let page = get(&server, path, &[]).await;
        assert_eq!(page.status(), 200, "{path}");
        assert_eq!(header(&page, "content-type"), "text/html; charset=utf-8");
    }
    for path in [
        "/assets/old.js",
        "/api/v1/nothing",
        "/../etc/passwd.txt",
        "/favicon.ico",
    ] {
        let missing = get(&server, path, &[]).await;
        assert_eq!(missing.status(), 404, "{path}");
        assert_eq!(header(&missing, "content-type"), "application/problem+json");
    }
}

#[tokio::test]
async fn a_head_request_has_the_headers_and_no_body() {
    let server = start().await;
    let request = server.client.request(Method::HEAD, server.address());
    let response = request.send().await.unwrap();
    assert_eq!(response.status(), 200);
    assert_eq!(header(&response, "content-length"), "5");
    assert_eq!(response.text().await.unwrap(), "");
}

#[tokio::test]
async fn without_the_client_the_page_says_what_to_run() {
    let server = TestServer::start().await;
    let page = get(&server, "/", &[]).await;
    assert!(page.text().await.unwrap().contains("cargo xtask run"));
}
