//! What the server takes of a machine's memory: at rest after one visit, and with a thousand
//! event streams of as many accounts.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use approdo_tests::AppServer;
use approdo_tests::environment::client_folder;
use approdo_tests::process::raise_open_files_limit;
use futures::future::try_join_all;
use reqwest::{Client, Response};
use serde_json::{Value, json};

/// Streams open at the same time.
const STREAMS: usize = 1_000;
/// Streams that are opened at the same time.
const AT_ONCE: usize = 50;
/// Accounts that are said to come from one address; the server limits how many one may make.
const ACCOUNTS_OF_ONE_ADDRESS: usize = 50;

/// Measures both figures.
pub async fn measure() -> Result<Vec<(&'static str, f64)>> {
    raise_open_files_limit()?;
    let server = AppServer::start_behind_proxy().await?;
    visit(&server).await?;
    let idle = server.memory_mb()?;
    let mut streams = Vec::new();
    while streams.len() < STREAMS {
        let next = streams.len()..streams.len() + AT_ONCE;
        let opened = next.map(|number| open_stream(&server, number));
        streams.extend(try_join_all(opened).await?);
    }
    let with_streams = server.memory_mb()?;
    ensure!(
        streams.len() == STREAMS,
        "{} streams are open",
        streams.len()
    );
    Ok(vec![
        ("server_idle_mb", idle),
        ("server_1000_streams_mb", with_streams),
    ])
}

/// Fetches every file of the client once, as a first visit and the service worker do.
async fn visit(server: &AppServer) -> Result<()> {
    let list = std::fs::read(client_folder()?.join("assets.json"))?;
    let files: Vec<BTreeMap<String, Value>> = serde_json::from_slice(&list)?;
    let client = Client::new();
    for file in &files {
        let url = file["url"].as_str().context("a file without address")?;
        let answer = client
            .get(server.address(url))
            .header("Accept-Encoding", "gzip, deflate, br")
            .send()
            .await?
            .error_for_status()?;
        answer.bytes().await?;
    }
    Ok(())
}

/// Makes an account and opens its stream, each over a connection of its own, as browsers do.
async fn open_stream(server: &AppServer, number: usize) -> Result<Response> {
    let client = Client::builder().pool_max_idle_per_host(0).build()?;
    let profile = format!("{number:032x}");
    let address = number / ACCOUNTS_OF_ONE_ADDRESS;
    let wishes = json!({ "profile": profile, "device_name": "Chrome su Android" });
    let answer = client
        .post(server.address("/api/v1/accounts"))
        .header("Content-Type", "application/json")
        .header("X-Forwarded-For", format!("192.0.2.{address}"))
        .body(wishes.to_string())
        .send()
        .await?
        .error_for_status()
        .context("no account was made")?;
    let cookie = answer
        .headers()
        .get("set-cookie")
        .and_then(|cookie| cookie.to_str().ok()?.split(';').next())
        .context("no session cookie came")?
        .to_owned();
    let mut stream = client
        .get(server.address(&format!("/api/v1/events?profile={profile}")))
        .header("Cookie", cookie)
        .send()
        .await?
        .error_for_status()
        .context("no stream was opened")?;
    stream.chunk().await?.context("the stream ended at once")?;
    Ok(stream)
}
