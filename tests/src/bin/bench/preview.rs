//! How quickly the preview beside the form follows an edit, at this machine's speed and on a phone
//! four times slower.

use anyhow::Result;
use approdo_tests::{Browser, Editor, Engine, Stage, perform, screen};
use serde_json::{Value, json};

use crate::long_cv;
use crate::report::median;
use crate::slowed::Slowed;

/// A wide screen, where the preview stands beside the form.
const WIDE: (u32, u32) = (1440, 900);
/// Edits measured on each CV.
const EDITS: usize = 15;

/// Waits for the next edit, and notes how long after it the preview's pages changed last.
const RECORD: &str = "
    globalThis.previewMs = null;
    globalThis.previewObserver?.disconnect();
    const preview = document.querySelector('.preview');
    document.addEventListener('input', (event) => {
        const began = event.timeStamp;
        const isPage = (node) => node.nodeType === 1
            && (node.matches('svg, .preview-page') || node.closest('.preview-page'));
        globalThis.previewObserver = new MutationObserver((changes) => {
            if (changes.some((change) => isPage(change.target) || [...change.addedNodes].some(isPage)))
                globalThis.previewMs = performance.now() - began;
        });
        previewObserver.observe(preview, { subtree: true, childList: true, attributes: true,
            characterData: true });
    }, { once: true, capture: true });";

/// Measures edits on a CV of one page and on one of three.
pub async fn measure() -> Result<Vec<(&'static str, f64)>> {
    perform("bench-preview", measure_on).await
}

async fn measure_on(stage: &Stage) -> Result<Vec<(&'static str, f64)>> {
    let browser = stage.browser(Engine::Chromium, "preview").await?;
    let editor = Editor::start_from_home(&browser, &stage.server).await?;
    // The first page of a browser forgets the size that was set before it.
    screen::resize(&browser, WIDE).await?;
    long_cv::write(&editor, 2).await?;
    wait_for_pages(&browser, 1).await?;
    let one_page = median_edit(&browser, &editor).await?;
    let one_page_slow = median_edit_slow(&browser, &editor).await?;
    let mut experiences = 2;
    while count_pages(&browser).await? < 3 {
        long_cv::add(&editor, experiences).await?;
        experiences += 1;
        editor.wait_until_saved().await?;
    }
    let three_pages = median_edit(&browser, &editor).await?;
    let three_pages_slow = median_edit_slow(&browser, &editor).await?;
    Ok(vec![
        ("preview_1_page_ms", one_page),
        ("preview_3_pages_ms", three_pages),
        ("preview_slow_1_page_ms", one_page_slow),
        ("preview_slow_3_pages_ms", three_pages_slow),
    ])
}

async fn median_edit(browser: &Browser, editor: &Editor<'_>) -> Result<f64> {
    let field = editor.field("experience.description", 0).await?;
    browser.click(&field).await?;
    let mut times = Vec::new();
    for _ in 0..EDITS {
        // The edit before is stored and shown: nothing else is going on.
        editor.wait_until_saved().await?;
        browser.script::<Value>(RECORD, &[]).await?;
        browser
            .devtools("Input.insertText", json!({ "text": "a" }))
            .await?;
        // Once the edit is stored, no later one can be confused with it.
        editor.wait_until_saved().await?;
        screen::wait_for_preview(browser).await?;
        let time = browser
            .until("a fresh preview", "return globalThis.previewMs", &[])
            .await?;
        times.push(time.as_f64().unwrap_or_default());
    }
    Ok(median(times))
}

async fn median_edit_slow(browser: &Browser, editor: &Editor<'_>) -> Result<f64> {
    let _slowed = Slowed::pages_of(browser);
    median_edit(browser, editor).await
}

async fn count_pages(browser: &Browser) -> Result<usize> {
    let count = "return document.querySelectorAll('.preview-page svg').length";
    browser.script(count, &[]).await
}

async fn wait_for_pages(browser: &Browser, pages: usize) -> Result<()> {
    let script = "return document.querySelectorAll('.preview-page svg').length === arguments[0]";
    browser
        .until("the preview", script, &[pages.into()])
        .await?;
    Ok(())
}
