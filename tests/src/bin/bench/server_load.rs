//! How many operations a second the server accepts, over HTTP, into SQLite with
//! `synchronous=FULL`, from two devices that send batches of 100.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use approdo_document::AccountId;
use approdo_sync::batch::Batch;
use approdo_sync::frame;
use approdo_sync::wire::{Cursor, SyncRequest, SyncResponse, Verdict};
use approdo_tests::AppServer;
use approdo_tests::edits::Typist;
use reqwest::{Client, RequestBuilder};
use serde_json::{Value, json};

use crate::report::median;

/// Operations in one request.
const BATCH: usize = 100;
/// Devices that send at the same time, each over one connection.
const DEVICES: u8 = 2;
/// Requests of one device in one run.
const REQUESTS: usize = 150;
/// Runs; the middle one counts.
const RUNS: usize = 3;

/// Measures accepted operations a second.
pub async fn measure() -> Result<Vec<(&'static str, f64)>> {
    let mut rates = Vec::new();
    for _ in 0..RUNS {
        rates.push(run().await?);
    }
    Ok(vec![("server_ops_per_s", median(rates))])
}

async fn run() -> Result<f64> {
    let server = AppServer::start().await?;
    let mut devices = Vec::new();
    for number in 1..=DEVICES {
        devices.push(Device::link(&server, number).await?);
    }
    let start = Instant::now();
    let running: Vec<_> = devices
        .into_iter()
        .map(|device| tokio::spawn(device.send_all()))
        .collect();
    for device in running {
        device.await??;
    }
    let operations = u32::try_from(usize::from(DEVICES) * REQUESTS * BATCH)?;
    Ok(f64::from(operations) / start.elapsed().as_secs_f64())
}

/// A device with an account of its own and its edits ready to send.
struct Device {
    client: Client,
    origin: String,
    profile: String,
    cookie: String,
    account: AccountId,
    batches: Vec<Batch>,
}

impl Device {
    async fn link(server: &AppServer, number: u8) -> Result<Self> {
        let client = Client::builder().timeout(Duration::from_secs(60)).build()?;
        let profile = format!("{number:032x}");
        let wishes = json!({ "profile": profile, "device_name": format!("Bench {number}") });
        let answer = from_own_page(
            client.post(server.address("/api/v1/accounts")),
            &server.origin(),
        )
        .header("Content-Type", "application/json")
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
        let body: Value = serde_json::from_slice(&answer.bytes().await?)?;
        let account = body["account"].as_str().context("no account came")?;
        let mut typist = Typist::new(number);
        let batches = (0..REQUESTS)
            .map(|_| Batch::pack(&typist.next_edits(BATCH)))
            .collect();
        Ok(Self {
            client,
            origin: server.origin(),
            profile,
            cookie,
            account: account.parse()?,
            batches,
        })
    }

    async fn send_all(self) -> Result<()> {
        let mut cursor = None;
        for batch in &self.batches {
            cursor = self.send(batch.clone(), cursor).await?;
        }
        Ok(())
    }

    async fn send(&self, pushed: Batch, cursor: Option<Cursor>) -> Result<Option<Cursor>> {
        let request = SyncRequest {
            account: self.account,
            cursor,
            pushed,
            returned: Batch::default(),
            returned_proofs: Vec::new(),
            page: 500,
        };
        let address = format!("{}/api/v1/sync", self.origin);
        let answer = from_own_page(self.client.post(address), &self.origin)
            .header("Content-Type", frame::MEDIA_TYPE)
            .header("Approdo-Profile", &self.profile)
            .header("Cookie", &self.cookie)
            .body(frame::encode(&request))
            .send()
            .await?
            .error_for_status()?;
        let answer: SyncResponse = frame::decode(&answer.bytes().await?)?;
        let stored = |verdict: &Verdict| matches!(verdict, Verdict::Stored { .. });
        ensure!(
            answer.pushed.len() == BATCH && answer.pushed.iter().all(stored),
            "the server did not take a whole batch"
        );
        Ok(answer.cursor)
    }
}

/// Says, as a browser does, that the request comes from a page of the server itself.
fn from_own_page(request: RequestBuilder, origin: &str) -> RequestBuilder {
    request
        .header("Origin", origin)
        .header("Sec-Fetch-Site", "same-origin")
}
