//! The suites that every store passes, run against IndexedDB in each engine.

use std::time::Duration;

use anyhow::{Result, ensure};
use approdo_tests::static_site::StaticSite;
use approdo_tests::{Engine, Stage, environment, in_every_engine};
use serde::Deserialize;

in_every_engine!(the_browser_store_passes_the_suites);

/// Runs the module, and leaves its report where the test finds it.
const PAGE: &str = r#"<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Store conformance</title>
<script type="module">
  const report = (list) => { document.documentElement.dataset.report = list; };
  try {
    const { default: init, run } = await import("/conformance.js");
    await init({ module_or_path: "/conformance_bg.wasm" });
    report(await run());
  } catch (error) {
    report(JSON.stringify([{ case: "loading", ok: false, message: String(error) }]));
  }
</script>
"#;

/// One case of a suite, as the page reports it.
#[derive(Debug, Deserialize)]
struct Outcome {
    case: String,
    ok: bool,
    message: Option<String>,
}

async fn the_browser_store_passes_the_suites(stage: &Stage, engine: Engine) -> Result<()> {
    let site = StaticSite::serve(&environment::conformance_folder()?, PAGE).await?;
    let browser = stage.browser(engine, "store").await?;
    browser.goto(&site.address("/")).await?;
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
        .map(|outcome| {
            let reason = outcome.message.as_deref().unwrap_or("no reason given");
            format!("{}: {reason}", outcome.case)
        })
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
