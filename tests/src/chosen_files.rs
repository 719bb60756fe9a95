//! Choosing a file as a person does in the system's window, which drivers cannot open.

use std::path::Path;

use anyhow::{Result, ensure};
use serde_json::Value;
use thirtyfour::By;

use crate::browser::Browser;

/// Presses a button that asks for a file, and gives it one.
///
/// # Errors
/// When the button is missing, or asks for none.
pub async fn choose(browser: &Browser, button: &str, file: &Path) -> Result<()> {
    ensure!(file.exists(), "there is no {}", file.display());
    // A driver can only fill in a file's input that is in the page, and opens no system window.
    let stay = "HTMLInputElement.prototype.click = function () {
        document.querySelector('input[data-chooser]')?.remove();
        this.dataset.chooser = '';
        document.body.append(this);
    }";
    browser.script::<Value>(stay, &[]).await?;
    browser.click(button).await?;
    browser.element("input[data-chooser]").await?;
    let chooser = browser
        .driver()?
        .find(By::Css("input[data-chooser]"))
        .await?;
    chooser.send_keys(file.to_string_lossy().as_ref()).await?;
    Ok(())
}
