//! The part of the client that is fetched on demand: what is said when it does not arrive, and that
//! without a network it is there like everything else.

use anyhow::Result;
use approdo_tests::{Browser, Editor, Engine, Stage, in_every_engine, play};
use serde_json::json;

in_every_engine!(all_pages_open_without_a_network);

/// Something that only the settings have.
const SETTINGS: &str = "#language";
/// Something that only the page on devices has.
const DEVICES: &str = r#"[data-action="offer-link"]"#;
/// The button of a page that did not arrive.
const RETRY: &str = r#"[data-action="retry-page"]"#;

#[tokio::test]
async fn a_page_that_did_not_arrive_says_so_and_comes_when_asked_again() {
    play("on-demand-missing", async |stage| {
        let browser = stage.browser(Engine::Chromium, "phone").await?;
        browser.devtools("Network.enable", json!({})).await?;
        block(&browser, &["*split_on_demand*"]).await?;
        browser.goto(&stage.server.address("/settings")).await?;
        browser.element(RETRY).await?;
        block(&browser, &[]).await?;
        browser.click(RETRY).await?;
        browser.element(SETTINGS).await?;
        Ok(())
    })
    .await;
}

async fn all_pages_open_without_a_network(stage: &Stage, engine: Engine) -> Result<()> {
    let browser = stage.browser(engine, "phone").await?;
    let editor = Editor::start_from_home(&browser, &stage.server).await?;
    editor.wait_until_ready_offline().await?;
    stage.server.stop();
    for (path, part) in [("/settings", SETTINGS), ("/devices", DEVICES)] {
        browser.goto(&stage.server.address(path)).await?;
        browser.element(part).await?;
    }
    Ok(())
}

async fn block(browser: &Browser, addresses: &[&str]) -> Result<()> {
    let blocked = json!({ "urls": addresses });
    browser.devtools("Network.setBlockedURLs", blocked).await?;
    Ok(())
}
