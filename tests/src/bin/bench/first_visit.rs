//! What a first visit transfers, and how long it takes on a slow phone with a slow line.

use anyhow::Result;
use approdo_tests::first_visit::{FirstVisit, usable_at, watch};
use approdo_tests::{Editor, Engine, Stage, perform};
use serde_json::json;

use crate::report::median;

/// Slow 4G: 1.6 Mbit/s down, in bytes a second.
const DOWN_BYTES_PER_S: u32 = 200_000;
/// Slow 4G: 0.75 Mbit/s up, in bytes a second.
const UP_BYTES_PER_S: u32 = 93_750;
/// Slow 4G: time to the server and back, in milliseconds.
const LATENCY_MS: u32 = 150;
/// A cheap phone against this machine.
pub const SLOWER: u32 = 4;
/// Runs; the middle one counts.
const RUNS: usize = 3;

/// Measures bytes and requests: exact, so once is enough.
pub async fn measure_transfer() -> Result<Vec<(&'static str, f64)>> {
    let visit = perform("bench-first-visit", FirstVisit::measure).await?;
    let bytes = u32::try_from(visit.bytes())?;
    let requests = u32::try_from(visit.requests())?;
    Ok(vec![
        ("first_visit_bytes", f64::from(bytes)),
        ("first_visit_requests", f64::from(requests)),
    ])
}

/// Measures the time from the navigation to a usable editor.
pub async fn measure_slow() -> Result<Vec<(&'static str, f64)>> {
    let mut times = Vec::new();
    for _ in 0..RUNS {
        times.push(perform("bench-slow-visit", slow_visit).await?);
    }
    Ok(vec![("usable_slow_ms", median(times))])
}

async fn slow_visit(stage: &Stage) -> Result<f64> {
    let browser = stage.browser(Engine::Chromium, "slow").await?;
    watch(&browser).await?;
    browser.devtools("Network.enable", json!({})).await?;
    let line = json!({
        "offline": false,
        "latency": LATENCY_MS,
        "downloadThroughput": DOWN_BYTES_PER_S,
        "uploadThroughput": UP_BYTES_PER_S,
    });
    browser
        .devtools("Network.emulateNetworkConditions", line)
        .await?;
    browser
        .devtools("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER }))
        .await?;
    Editor::open(&browser, &stage.server, "/cv/new").await?;
    let began: f64 = browser.script("return performance.timeOrigin", &[]).await?;
    Ok(usable_at(&browser).await? - began)
}
