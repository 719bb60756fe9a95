//! How quickly typed letters appear: a long CV on a phone four times slower than this machine.

use std::time::Duration;

use anyhow::{Result, ensure};
use approdo_tests::{Browser, Editor, Engine, Stage, perform};
use serde_json::{Value, json};

use crate::first_visit::SLOWER;
use crate::long_cv;
use crate::report::median;

/// Experiences of the CV.
const EXPERIENCES: usize = 10;
/// Keys typed in one run.
const KEYS: usize = 60;
/// Time between two keys.
const BETWEEN_KEYS: Duration = Duration::from_millis(30);
/// Runs; the middle one counts.
const RUNS: usize = 3;

/// Records how long each key took until it was on screen; what takes less than 16 ms is not told.
const RECORD: &str = "
    globalThis.keys = new Map();
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
            if (!['keydown', 'keypress', 'input'].includes(entry.name)) continue;
            const key = Math.round(entry.startTime);
            keys.set(key, Math.max(keys.get(key) ?? 0, entry.duration));
        }
    }).observe({ type: 'event', durationThreshold: 16 });";

/// Measures the median and the 98th percentile of the keys' durations.
pub async fn measure() -> Result<Vec<(&'static str, f64)>> {
    perform("bench-typing", measure_on).await
}

async fn measure_on(stage: &Stage) -> Result<Vec<(&'static str, f64)>> {
    let browser = stage.browser(Engine::Chromium, "typing").await?;
    let editor = Editor::start_from_home(&browser, &stage.server).await?;
    long_cv::write(&editor, EXPERIENCES).await?;
    editor.wait_until_ready_offline().await?;
    let (mut middle, mut slowest) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        editor.reload().await?;
        let durations = type_keys(&browser, &editor).await?;
        middle.push(durations[KEYS / 2]);
        slowest.push(durations[KEYS * 98 / 100]);
    }
    Ok(vec![
        ("typing_p50_ms", median(middle)),
        ("typing_p98_ms", median(slowest)),
    ])
}

/// Types, and returns the durations, sorted.
async fn type_keys(browser: &Browser, editor: &Editor<'_>) -> Result<Vec<f64>> {
    let field = editor
        .field("experience.description", EXPERIENCES / 2)
        .await?;
    browser.click(&field).await?;
    let slow = json!({ "rate": SLOWER });
    browser
        .devtools("Emulation.setCPUThrottlingRate", slow)
        .await?;
    browser.script::<Value>(RECORD, &[]).await?;
    let before = browser.value(&field).await?;
    let mut clock = tokio::time::interval(BETWEEN_KEYS);
    for number in 0..KEYS {
        clock.tick().await;
        // Words of five letters.
        let text = if number % 6 == 5 { " " } else { "a" };
        for kind in ["keyDown", "keyUp"] {
            let key = json!({ "type": kind, "text": text, "key": text });
            browser.devtools("Input.dispatchKeyEvent", key).await?;
        }
    }
    let after = browser.value(&field).await?;
    ensure!(
        after.chars().count() == before.chars().count() + KEYS,
        "keys were lost"
    );
    // Two frames later every entry has been delivered.
    let told = "const done = arguments[arguments.length - 1];
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(
            () => done([...keys.values()]), 300)))";
    let mut durations: Vec<f64> = browser.script_async(told, &[]).await?;
    // The rest was quicker than the smallest duration that is told.
    durations.resize(KEYS.max(durations.len()), 8.0);
    durations.sort_by(f64::total_cmp);
    let normal = json!({ "rate": 1 });
    browser
        .devtools("Emulation.setCPUThrottlingRate", normal)
        .await?;
    Ok(durations)
}
