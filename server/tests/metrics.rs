//! The figures for a monitoring system: there, readable, and about nobody.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod support;

use approdo_document::DocumentId;
use reqwest::Method;
use std::collections::BTreeMap;
use support::program::{self, Program};
use support::{Device, TestServer};

const CV: DocumentId = DocumentId([1; 16]);

/// Reads the text format as Prometheus does: a name, perhaps labels, a number; comments begin with #.
fn parse(page: &str) -> BTreeMap<String, f64> {
    assert!(page.ends_with("# EOF\n"), "the page is cut: {page}");
    let samples = page.lines().filter(|line| !line.starts_with('#'));
    samples
        .map(|line| {
            let (series, value) = line.rsplit_once(' ').unwrap();
            let name = series.split('{').next().unwrap();
            assert!(name.starts_with("approdo_"), "{line}");
            (series.to_owned(), value.parse().unwrap())
        })
        .collect()
}

async fn scrape(server: &TestServer) -> BTreeMap<String, f64> {
    parse(&page(server).await)
}

async fn page(server: &TestServer) -> String {
    let address = server.server.metrics_address().unwrap();
    let answer = server
        .client
        .get(format!("http://{address}/metrics"))
        .send();
    let answer = answer.await.unwrap();
    let media_type = answer.headers()["content-type"].to_str().unwrap();
    assert!(media_type.starts_with("application/openmetrics-text"));
    answer.text().await.unwrap()
}

/// Adds up all series of a name whose labels contain a text.
fn sum(figures: &BTreeMap<String, f64>, name: &str, label: &str) -> f64 {
    let of_name = |series: &&String| series.split('{').next() == Some(name);
    let chosen = figures
        .keys()
        .filter(of_name)
        .filter(|it| it.contains(label));
    chosen.map(|series| figures[series]).sum()
}

#[tokio::test]
async fn what_was_done_is_counted_by_route_and_outcome() {
    let server = TestServer::start().await;
    let phone = server.linked(1).await;
    let library = server.link_to(&phone, 2).await;
    let path = format!("/api/v1/events?profile={}", library.transport.profile());
    let _stream = library.get(&path).await;
    phone.write(CV, &[1], "Saldatrice").await;
    phone.write(CV, &[2], "Officine Rossi").await;
    phone.sync().await;
    server.device(3).get("/api/v1/session").await;
    phone.get("/api/v1/links/no-link").await;

    let figures = scrape(&server).await;
    let requests = |label: &str| sum(&figures, "approdo_http_requests_total", label);
    assert!(requests("route=\"/api/v1/sync\"") >= 1.0);
    assert!(requests("status=\"401\"") >= 1.0);
    assert_eq!(requests("route=\"/api/v1/links/{link}\""), 1.0);
    let refusals = |reason| sum(&figures, "approdo_refusals_total", reason);
    assert_eq!(refusals("not-found"), 1.0);
    assert!(refusals("not-signed-in") >= 1.0);
    assert_eq!(figures["approdo_operations_stored_total"], 2.0);
    assert!(figures["approdo_pokes_total"] >= 1.0);
    assert_eq!(figures["approdo_event_streams"], 1.0);
    assert!(figures["approdo_connections"] >= 1.0);
    assert!(figures["approdo_database_size_bytes"] > 10_000.0);
    let durations = sum(&figures, "approdo_http_request_duration_seconds_count", "");
    assert!((durations - requests("")).abs() < 0.5);
    assert_eq!(sum(&figures, "approdo_build_info", "version"), 1.0);
}

#[tokio::test]
async fn nothing_in_the_figures_says_who_it_was() {
    let server = TestServer::start().await;
    let phone = server.linked(1).await;
    phone.write(CV, &[1], "Giardiniera").await;
    phone.sync().await;
    for method in ["BREW", "X", "Y"] {
        let method = Method::from_bytes(method.as_bytes()).unwrap();
        let request = phone
            .transport
            .request(method, "/cv/some-persons-cv?name=anna");
        phone.transport.send(request).await.unwrap();
    }
    let page = page(&server).await;
    let account = phone.make_account().await.to_string();
    for secret in [
        "anna",
        "some-persons",
        "BREW",
        "127.0.0.1",
        phone.transport.profile(),
        &account,
    ] {
        assert!(!page.contains(secret), "{secret} stands in {page}");
    }
    assert_eq!(
        sum(&parse(&page), "approdo_http_requests_total", "other"),
        3.0
    );
}

#[tokio::test]
async fn the_public_address_gives_no_figures_and_the_other_nothing_else() {
    let server = TestServer::start().await;
    let public = server.device(1).get("/metrics").await;
    assert!(!public.text().await.unwrap().contains("approdo_"));
    let private = format!("http://{}", server.server.metrics_address().unwrap());
    let private = Device::new(&server.client, &private, 1);
    assert_eq!(private.get("/healthz").await.status(), 404);
    assert_eq!(private.get("/api/v1/session").await.status(), 404);
}

#[tokio::test]
async fn the_program_gives_figures_only_where_it_is_told_to() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = program::command(folder.path(), "127.0.0.1:0");
    command.args(["--metrics-listen", "127.0.0.1:0"]);
    let mut program = Program::spawn(command).await;
    let line = program.next_line().await;
    let address = line.strip_prefix("Its figures are at ").unwrap();
    let page = reqwest::get(address).await.unwrap().text().await.unwrap();
    assert_eq!(parse(&page)["approdo_operations_stored_total"], 0.0);
}
