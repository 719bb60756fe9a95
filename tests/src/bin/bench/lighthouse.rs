//! What Lighthouse says of the start page and of the editor, on its own idea of a phone.

use std::path::Path;
use std::process::Stdio;

use anyhow::{Context, Result, ensure};
use approdo_tests::process::ProcessFamily;
use approdo_tests::{AppServer, environment};
use serde_json::Value;
use tokio::process::Command;

use crate::report::median;

/// The pages that are judged.
const PAGES: [(&str, &str); 2] = [("start", "/"), ("editor", "/cv/new")];
/// Runs on each page; of performance the middle one counts, of the rest the worst.
const RUNS: usize = 3;
/// Debian's Chromium under the name by which Lighthouse asks for it.
const CHROMIUM: &str = "/usr/bin/chromium";
/// It starts with an empty profile and asks nobody for anything.
const CHROMIUM_OPTIONS: &str = "--headless=new --no-sandbox --disable-gpu --no-first-run \
    --disable-background-networking --disable-component-update --disable-sync --lang=it-IT";

/// Measures; the worse of the two pages counts. The whole reports are left in `target/bench/`.
pub async fn measure() -> Result<Vec<(&'static str, f64)>> {
    let folder = environment::target_folder().join("bench");
    std::fs::create_dir_all(&folder)?;
    let (mut performance, mut accessibility, mut practices) = (Vec::new(), Vec::new(), Vec::new());
    for (name, path) in PAGES {
        let mut runs = Vec::new();
        for run in 1..=RUNS {
            let file = folder.join(format!("lighthouse-{name}-{run}.json"));
            let report = judge(path, &file).await?;
            println!("  {name}: {}", findings(&report).join(", "));
            runs.push(score(&report, "performance")?);
            accessibility.push(score(&report, "accessibility")?);
            practices.push(score(&report, "best-practices")?);
        }
        performance.push(median(runs));
    }
    Ok(vec![
        ("lighthouse_performance", worst(performance)),
        ("lighthouse_accessibility", worst(accessibility)),
        ("lighthouse_best_practices", worst(practices)),
    ])
}

/// Has one page judged by a browser of its own.
async fn judge(path: &str, file: &Path) -> Result<Value> {
    let server = AppServer::start().await?;
    let program = environment::tools_folder()?.join("node_modules/.bin/lighthouse");
    let family = ProcessFamily::new();
    let mut command = std::process::Command::new(program);
    command
        .arg(server.address(path))
        .args(["--quiet", "--output=json", "--no-enable-error-reporting"])
        .arg("--only-categories=performance,accessibility,best-practices")
        .arg(format!("--chrome-flags={CHROMIUM_OPTIONS}"))
        .arg(format!("--output-path={}", file.display()))
        .env("CHROME_PATH", CHROMIUM)
        .stdin(Stdio::null());
    family.mark(&mut command);
    let output = Command::from(command).output().await?;
    let words = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "lighthouse failed: {words}");
    let report: Value = serde_json::from_slice(&std::fs::read(file)?)?;
    let error = &report["runtimeError"];
    ensure!(
        error.is_null(),
        "lighthouse could not judge {path}: {error}"
    );
    Ok(report)
}

/// Returns the points of a category, of a hundred.
fn score(report: &Value, category: &str) -> Result<f64> {
    let score = report["categories"][category]["score"].as_f64();
    Ok(score.with_context(|| format!("lighthouse did not judge {category}"))? * 100.0)
}

/// Names what cost points, with what was measured.
fn findings(report: &Value) -> Vec<String> {
    let categories = report["categories"].as_object().into_iter().flatten();
    categories
        .flat_map(|(_, category)| category["auditRefs"].as_array().into_iter().flatten())
        .filter(|audit| audit["weight"].as_f64().unwrap_or_default() > 0.0)
        .filter_map(|audit| report["audits"].get(audit["id"].as_str()?))
        .filter(|audit| audit["score"].as_f64().is_some_and(|score| score < 1.0))
        .map(|audit| {
            let text = |name: &str| audit[name].as_str().unwrap_or_default();
            format!("{} {}", text("id"), text("displayValue"))
        })
        .collect()
}

fn worst(scores: Vec<f64>) -> f64 {
    scores
        .into_iter()
        .min_by(f64::total_cmp)
        .unwrap_or_default()
}
