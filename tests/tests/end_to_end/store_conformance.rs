//! The suites that every store passes, run against IndexedDB in each engine.

use std::time::Duration;

use anyhow::{Result, ensure};
use approdo_tests::static_site::StaticSite;
use approdo_tests::{Engine, Stage, environment, play};
use serde::Deserialize;

/// One case of a suite, as the page reports it.
#[derive(Debug, Deserialize)]
struct Outcome {
    case: String,
    ok: bool,
    message: String,
}

#[tokio::test]
async fn the_browser_store_passes_the_suites_in_chromium() {
    play("store-chromium", async |stage| {
        run(stage, Engine::Chromium).await
    })
    .await;
}

#[tokio::test]
async fn the_browser_store_passes_the_suites_in_firefox() {
    play("store-firefox", async |stage| {
        run(stage, Engine::Firefox).await
    })
    .await;
}

#[tokio::test]
async fn the_browser_store_passes_the_suites_in_webkit() {
    play("store-webkit", async |stage| {
        run(stage, Engine::WebKit).await
    })
    .await;
}

async fn run(stage: &Stage, engine: Engine) -> Result<()> {
    let site = StaticSite::serve(&environment::conformance_folder()?).await?;
    let browser = stage.browser(engine, "store").await?;
    browser.goto(&site.address("/index.html")).await?;
    let report = browser
        .until_within(
            Duration::from_secs(90),
            "the suites to end",
            "return document.documentElement.dataset.report",
            &[],
        )
        .await?;
    let outcomes: Vec<Outcome> = serde_json::from_str(report.as_str().unwrap_or_default())?;
    ensure!(!outcomes.is_empty(), "no case ran");
    let failed: Vec<String> = outcomes
        .iter()
        .filter(|outcome| !outcome.ok)
        .map(|outcome| format!("{}: {}", outcome.case, outcome.message))
        .collect();
    ensure!(
        failed.is_empty(),
        "{} of {} fail:\n{}",
        failed.len(),
        outcomes.len(),
        failed.join("\n")
    );
    Ok(())
}
