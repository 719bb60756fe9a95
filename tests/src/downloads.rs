//! Files that a browser saved.

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::browser::Browser;
use crate::wait::{PATIENCE, until};

/// Endings that browsers give to files they are still writing, apart from hidden ones.
const UNFINISHED: [&str; 3] = ["crdownload", "part", "wkdownload"];

/// Waits until the browser has saved a file whole, and returns where it is; later calls see only
/// files saved later if the earlier ones are taken away.
///
/// # Errors
/// With what there is instead.
pub async fn wait_for(browser: &Browser, is_whole: impl Fn(&[u8]) -> bool) -> Result<PathBuf> {
    let folder = browser.downloads();
    until("a saved file", PATIENCE, async || {
        let files: Vec<PathBuf> = std::fs::read_dir(&folder)?
            .filter_map(|entry| Some(entry.ok()?.path()))
            .collect();
        let unfinished = files.iter().any(|file| {
            let hidden = file
                .file_name()
                .is_some_and(|name| name.to_string_lossy().starts_with('.'));
            let marked = file
                .extension()
                .is_some_and(|ending| UNFINISHED.iter().any(|known| ending == *known));
            hidden || marked
        });
        let whole = files
            .into_iter()
            .find(|file| std::fs::read(file).is_ok_and(|bytes| is_whole(&bytes)));
        Ok(whole.filter(|_| !unfinished))
    })
    .await
    .with_context(|| format!("in {}", folder.display()))
}

/// Tells whether bytes are a PDF with its end.
pub fn is_whole_pdf(bytes: &[u8]) -> bool {
    bytes.starts_with(b"%PDF-") && bytes.trim_ascii_end().ends_with(b"%%EOF")
}
