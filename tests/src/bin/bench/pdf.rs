//! How long it takes from the click to a PDF on the disk: first time of a page load, and later.

use std::os::unix::fs::MetadataExt;

use anyhow::Result;
use approdo_tests::{Browser, Editor, Engine, Stage, downloads, perform};
use serde_json::Value;

use crate::long_cv;
use crate::report::median;

/// The button that saves the PDF.
const BUTTON: &str = r#"[data-action="download-pdf"]"#;
/// Page loads; the middle one counts.
const RUNS: usize = 3;

/// Measures on a CV of one page.
pub async fn measure() -> Result<Vec<(&'static str, f64)>> {
    perform("bench-pdf", measure_on).await
}

async fn measure_on(stage: &Stage) -> Result<Vec<(&'static str, f64)>> {
    let browser = stage.browser(Engine::Chromium, "pdf").await?;
    let editor = Editor::start_from_home(&browser, &stage.server).await?;
    long_cv::write(&editor, 2).await?;
    editor.wait_until_ready_offline().await?;
    let (mut first, mut later) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        editor.reload().await?;
        first.push(save(&browser).await?);
        later.push(save(&browser).await?);
    }
    Ok(vec![
        ("pdf_first_ms", median(first)),
        ("pdf_later_ms", median(later)),
    ])
}

/// Saves a PDF, and returns the milliseconds from the click to the finished file.
async fn save(browser: &Browser) -> Result<f64> {
    let record = "document.addEventListener('click', (event) => {
        globalThis.clickedAt = performance.timeOrigin + event.timeStamp;
    }, { once: true, capture: true })";
    browser.script::<Value>(record, &[]).await?;
    browser.click(BUTTON).await?;
    let file = downloads::wait_for(browser, downloads::is_whole_pdf).await?;
    let clicked_at: f64 = browser.script("return globalThis.clickedAt", &[]).await?;
    let metadata = std::fs::metadata(&file)?;
    // Renaming the finished file is the browser's last step: it sets this time.
    let seconds = u32::try_from(metadata.ctime())?;
    let nanoseconds = i32::try_from(metadata.ctime_nsec())?;
    std::fs::remove_file(&file)?;
    let finished_at = f64::from(seconds) * 1e3 + f64::from(nanoseconds) / 1e6;
    Ok(finished_at - clicked_at)
}
