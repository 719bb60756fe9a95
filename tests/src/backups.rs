//! A copy of the CVs in a file, made and restored on the page of settings.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::browser::Browser;
use crate::chosen_files;
use crate::downloads;
use crate::server::AppServer;

/// Downloads a copy of all CVs, and returns where it is.
///
/// # Errors
/// When none comes.
pub async fn download(browser: &Browser, server: &AppServer) -> Result<PathBuf> {
    browser.goto(&server.address("/settings")).await?;
    browser.click(r#"[data-action="download-backup"]"#).await?;
    downloads::wait_for(browser, |bytes| bytes.starts_with(b"APPRODO")).await
}

/// Restores a copy, and returns what the screen says of it.
///
/// # Errors
/// When it is not restored.
pub async fn restore(browser: &Browser, server: &AppServer, file: &Path) -> Result<String> {
    browser.goto(&server.address("/settings")).await?;
    chosen_files::choose(browser, r#"[data-action="restore-backup"]"#, file).await?;
    Ok(browser.element("[data-restored]").await?.text().await?)
}
