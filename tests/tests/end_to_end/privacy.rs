//! Nothing leaves for anywhere but the own server, on any page, and the content security policy is
//! never broken.

use anyhow::{Result, ensure};
use approdo_tests::network_log::NetworkLog;
use approdo_tests::static_site::StaticSite;
use approdo_tests::{Browser, Editor, Engine, Launch, Stage, devices, downloads, in_every_engine};

in_every_engine!(no_page_asks_anyone_but_the_own_server);

/// Everything that the page shown now has asked for, as it knows itself.
const ASKED: &str = "return performance.getEntriesByType('resource').map((entry) => entry.name)";

/// Tries to ask somebody else; answers whether the policy kept it from happening.
const TRY: &str = "
    const done = arguments[arguments.length - 1];
    document.addEventListener('securitypolicyviolation', () => done(true), { once: true });
    fetch(arguments[0], { mode: 'no-cors' }).then(() => done(false), () => {});";

async fn no_page_asks_anyone_but_the_own_server(stage: &Stage, engine: Engine) -> Result<()> {
    let launch = Launch {
        network_log: engine == Engine::Chromium,
        ..Launch::default()
    };
    let browser = stage.browser_with(engine, "phone", launch).await?;
    let mut asked = visit_every_page(stage, &browser).await?;
    ensure!(!asked.is_empty(), "no request was recorded");
    if engine == Engine::Chromium {
        // The only one that tells what its service worker asked for, and what it complains of.
        let log = NetworkLog::read(&browser).await?;
        asked.extend(log.requests.into_iter().map(|request| request.address));
        let complaints: Vec<String> = browser
            .console()
            .await?
            .into_iter()
            .filter(|line| line.contains("Content Security Policy") || line.starts_with("SEVERE"))
            .collect();
        ensure!(complaints.is_empty(), "the console says {complaints:#?}");
    }
    let origin = format!("{}/", stage.server.origin());
    for address in asked {
        ensure!(address.starts_with(&origin), "{address} was asked");
    }
    let stranger = StaticSite::serve(stage.server.data_folder(), "").await?;
    let address = stranger.address("/");
    let refused: bool = browser.script_async(TRY, &[address.into()]).await?;
    ensure!(refused, "the policy lets the page ask a stranger");
    Ok(())
}

/// Goes everywhere; returns every address that the pages asked for.
async fn visit_every_page(stage: &Stage, browser: &Browser) -> Result<Vec<String>> {
    let other = stage.browser(Engine::Chromium, "tablet").await?;
    let editor = Editor::start_from_home(browser, &stage.server).await?;
    let path = editor.path().await?;
    editor.wait_until_ready_offline().await?;
    editor.write_sample().await?;
    editor.wait_until_saved().await?;
    browser.click(r#"[data-action="open-preview"]"#).await?;
    browser.element(".preview-page svg").await?;
    let mut asked: Vec<String> = browser.script(ASKED, &[]).await?;
    devices::link(browser, &other, &stage.server).await?;
    let preview = format!("{path}/preview");
    for page in [
        "/",
        "/cv",
        "/cv/new",
        &path,
        "/settings",
        "/devices",
        "/devices?codice=ABCDEFGH",
        "/no-such-page",
        &preview,
    ] {
        browser.goto(&stage.server.address(page)).await?;
        browser
            .element("#page-title, [data-editor], .preview-page svg")
            .await?;
        asked.extend(browser.script::<Vec<String>>(ASKED, &[]).await?);
    }
    browser.click(r#"[data-action="download-pdf"]"#).await?;
    downloads::wait_for(browser, downloads::is_whole_pdf).await?;
    Ok(asked)
}
