//! How much memory the page's process takes, with a long CV open on a phone: its own memory and its
//! share of what several processes use, Chromium's own code included (Linux calls it PSS), after the
//! page of a browser that was just started has come to rest.

use anyhow::{Context, Result};
use approdo_tests::{Editor, Engine, Stage, perform};
use nix::unistd::Pid;

use crate::long_cv;
use crate::report::median;

/// Experiences of the CV.
const EXPERIENCES: usize = 10;
/// Starts of the browser; the middle one counts.
const RUNS: usize = 3;
/// Kibibytes in a megabyte.
const KIB_IN_MB: f64 = 1e6 / 1024.0;

/// Measures the process that takes most: the page's.
pub async fn measure() -> Result<Vec<(&'static str, f64)>> {
    perform("bench-memory", measure_on).await
}

async fn measure_on(stage: &Stage) -> Result<Vec<(&'static str, f64)>> {
    let browser = stage.browser(Engine::Chromium, "memory").await?;
    let editor = Editor::start_from_home(&browser, &stage.server).await?;
    long_cv::write(&editor, EXPERIENCES).await?;
    let path = editor.path().await?;
    editor.wait_until_ready_offline().await?;
    let mut sizes = Vec::new();
    for _ in 0..RUNS {
        browser.close().await?;
        browser.start_again().await?;
        let editor = Editor::open(&browser, &stage.server, &path).await?;
        editor.wait_until_ready_offline().await?;
        let processes = browser.page_processes();
        let sizes_kib: Vec<f64> = processes.into_iter().filter_map(size_kib).collect();
        let largest = sizes_kib.into_iter().max_by(f64::total_cmp);
        sizes.push(largest.context("the page's process was not found")? / KIB_IN_MB);
    }
    Ok(vec![("page_memory_mb", median(sizes))])
}

/// Returns a process's proportional set size; none if it has ended.
fn size_kib(process: Pid) -> Option<f64> {
    let rollup = std::fs::read_to_string(format!("/proc/{process}/smaps_rollup")).ok()?;
    let size = rollup.lines().find_map(|line| line.strip_prefix("Pss:"))?;
    size.trim().strip_suffix("kB")?.trim().parse().ok()
}
