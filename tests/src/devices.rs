//! The page on which devices are linked, as its people use it.

use anyhow::{Context, Result, ensure};

use crate::browser::Browser;
use crate::server::AppServer;

/// Links a second browser to the first one's CVs: code, matching word on both, confirmation.
///
/// # Errors
/// When a step does not come, or the words differ.
pub async fn link(first: &Browser, second: &Browser, server: &AppServer) -> Result<()> {
    offer(first, second, server).await?;
    confirm(first, second).await
}

/// Confirms on the first device that both show the same word.
///
/// # Errors
/// When the link does not come.
pub async fn confirm(first: &Browser, second: &Browser) -> Result<()> {
    first.click(r#"[data-action="confirm-link"]"#).await?;
    first.element(r#"[data-link-state="done"]"#).await?;
    second.element(r#"[data-link-state="joined"]"#).await?;
    Ok(())
}

/// Goes as far as the matching word on both screens.
///
/// # Errors
/// When a step does not come, or the words differ.
pub async fn offer(first: &Browser, second: &Browser, server: &AppServer) -> Result<()> {
    first.goto(&server.address("/devices")).await?;
    first.click(r#"[data-action="offer-link"]"#).await?;
    let code = shown(first, "#link-code").await?;
    second.goto(&server.address("/devices")).await?;
    second.type_text("#join-code", &code).await?;
    second.click(r#"[data-action="join-link"]"#).await?;
    let word = shown(second, "#joining-word").await?;
    let same = shown(first, "#matching-word").await?;
    ensure!(
        word == same,
        "one screen shows “{word}”, the other “{same}”"
    );
    Ok(())
}

/// Makes a recovery code on a device, and returns it.
///
/// # Errors
/// When it does not come.
pub async fn make_recovery_code(browser: &Browser, server: &AppServer) -> Result<String> {
    browser.goto(&server.address("/devices")).await?;
    browser
        .click(r#"[data-action="make-recovery-code"]"#)
        .await?;
    shown(browser, "#recovery-code").await
}

/// Brings the CVs to another device with a recovery code.
///
/// # Errors
/// When they do not come.
pub async fn recover(browser: &Browser, server: &AppServer, code: &str) -> Result<()> {
    browser.goto(&server.address("/devices")).await?;
    browser.click("details.card summary").await?;
    browser.type_text("#recover-code", code).await?;
    browser.click(r#"[data-action="recover"]"#).await?;
    browser.element("[data-devices] li").await?;
    Ok(())
}

async fn shown(browser: &Browser, selector: &str) -> Result<String> {
    let text = browser.element(selector).await?.text().await?;
    Some(text.trim().to_owned())
        .filter(|text| !text.is_empty())
        .with_context(|| format!("{selector} is empty"))
}
