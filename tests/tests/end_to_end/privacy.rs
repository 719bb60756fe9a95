//! Nothing leaves for anywhere but the own server, on any page, and the content security policy is
//! never broken.

use anyhow::ensure;
use approdo_tests::network_log::NetworkLog;
use approdo_tests::{Editor, Engine, Launch, devices, downloads, play};

#[tokio::test]
async fn no_page_asks_anyone_but_the_own_server() {
    play("privacy", async |stage| {
        let launch = Launch { network_log: true };
        let browser = stage
            .browser_with(Engine::Chromium, "phone", launch)
            .await?;
        let other = stage.browser(Engine::Chromium, "tablet").await?;
        let editor = Editor::start_from_home(&browser, &stage.server).await?;
        let path = editor.path().await?;
        editor.wait_until_ready_offline().await?;
        editor.write_sample().await?;
        editor.wait_until_saved().await?;
        browser.click(r#"[data-action="open-preview"]"#).await?;
        browser.element(".preview-page svg").await?;
        devices::link(&browser, &other, &stage.server).await?;
        let preview = format!("{path}/preview");
        for page in [
            "/",
            "/cv",
            "/cv/new",
            &path,
            &preview,
            "/settings",
            "/devices",
            "/devices?codice=ABCDEFGH",
            "/no-such-page",
        ] {
            browser.goto(&stage.server.address(page)).await?;
            browser
                .element("main h1, [data-editor], .preview-page svg")
                .await?;
        }
        browser.goto(&stage.server.address(&preview)).await?;
        browser.click(r#"[data-action="download-pdf"]"#).await?;
        downloads::wait_for(&browser, downloads::is_whole_pdf).await?;
        let log = NetworkLog::read(&browser).await?;
        ensure!(!log.requests.is_empty(), "no request was recorded");
        let origin = format!("{}/", stage.server.origin());
        for request in &log.requests {
            ensure!(
                request.address.starts_with(&origin),
                "{} was asked",
                request.address
            );
        }
        let complaints: Vec<String> = browser
            .console()
            .await?
            .into_iter()
            .filter(|line| line.contains("Content Security Policy") || line.starts_with("SEVERE"))
            .collect();
        ensure!(complaints.is_empty(), "the console says {complaints:#?}");
        Ok(())
    })
    .await;
}
