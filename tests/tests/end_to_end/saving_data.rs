//! The person asked the browser to save data: what only the PDF needs is fetched when they say so.

use anyhow::{Result, ensure};
use approdo_tests::{Browser, Editor, Engine, downloads, pdf, play};
use serde_json::json;

/// What the rest is called among the client's files: the PDF module.
const MODULE: &str = "/assets/render_worker_bg.";

#[tokio::test]
async fn with_data_saving_on_the_rest_is_fetched_only_on_ones_word() {
    play("saving-data", async |stage| {
        let line = stage.server.put_behind_line().await?;
        let browser = stage.browser(Engine::Chromium, "saving").await?;
        let saving = json!({ "dataSaverEnabled": true });
        browser
            .devtools("Emulation.setDataSaverOverride", saving)
            .await?;
        let editor = Editor::start_from_home(&browser, &stage.server).await?;
        let question = r#"[data-action="fetch-later"]"#;
        browser.element(question).await?;
        let words: String = browser
            .script(
                "return document.querySelector('.offline-line').textContent",
                &[],
            )
            .await?;
        ensure!(
            words.contains("MB") || words.contains("kB"),
            "“{words}” does not say how much"
        );
        ensure!(
            !has_fetched_module(&line.take_requests()),
            "it was fetched unasked"
        );

        // What is written works without a network all the same; only the PDF waits.
        editor.write("personal.given-name", 0, "Giulia").await?;
        editor.wait_until_saved().await?;
        stage.server.stop();
        editor.reload().await?;
        editor.wait_for("personal.given-name", 0, "Giulia").await?;
        stage.server.start_again().await?;

        browser.click(question).await?;
        editor.wait_until_ready_offline().await?;
        ensure!(
            has_fetched_module(&line.take_requests()),
            "it was not fetched"
        );
        stage.server.stop();
        expect_pdf(&browser).await
    })
    .await;
}

fn has_fetched_module(requests: &[String]) -> bool {
    requests.iter().any(|request| request.contains(MODULE))
}

async fn expect_pdf(browser: &Browser) -> Result<()> {
    browser.click(r#"[data-action="open-preview"]"#).await?;
    browser
        .click(r#"main [data-action="download-pdf"]"#)
        .await?;
    let file = downloads::wait_for(browser, downloads::is_whole_pdf).await?;
    pdf::contains_in_order(&pdf::text(&file)?, &["Giulia"])
}
