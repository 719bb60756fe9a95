//! The page on which devices are linked, as its people use it.

use anyhow::{Context, Result, ensure};

use crate::browser::Browser;
use crate::server::AppServer;

/// Links a second browser to the first one's CVs: code, matching word on both, confirmation.
///
/// # Errors
/// When a step does not come, or the words differ.
pub async fn link(first: &Browser, second: &Browser, server: &AppServer) -> Result<()> {
    first.goto(&server.address("/devices")).await?;
    first.click(r#"[data-action="offer-link"]"#).await?;
    let code = shown(first, "[data-link-code]").await?;
    second.goto(&server.address("/devices")).await?;
    second.type_text(r#"[id="link-code"]"#, &code).await?;
    second.click(r#"[data-action="claim-link"]"#).await?;
    let word = shown(second, "[data-matching-word]").await?;
    let same = shown(first, "[data-matching-word]").await?;
    ensure!(
        word == same,
        "one screen shows “{word}”, the other “{same}”"
    );
    first.click(r#"[data-action="confirm-link"]"#).await?;
    for browser in [first, second] {
        browser.element("[data-linked]").await?;
    }
    Ok(())
}

async fn shown(browser: &Browser, selector: &str) -> Result<String> {
    let text = browser.element(selector).await?.text().await?;
    Some(text.trim().to_owned())
        .filter(|text| !text.is_empty())
        .with_context(|| format!("{selector} is empty"))
}
