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

async fn shown(browser: &Browser, selector: &str) -> Result<String> {
    let text = browser.element(selector).await?.text().await?;
    Some(text.trim().to_owned())
        .filter(|text| !text.is_empty())
        .with_context(|| format!("{selector} is empty"))
}
