//! The browser deleted the database between two visits: that is said, the server gives back what it
//! has, and a copy in a file gives back the rest.

use anyhow::{Result, ensure};
use approdo_tests::screen::{self, Theme};
use approdo_tests::{Browser, Editor, Engine, Stage, backups, devices, in_every_engine, raw_store};

in_every_engine!(
    a_store_deleted_between_two_visits_is_said_and_a_copy_brings_it_back,
    a_linked_device_whose_store_was_deleted_gets_everything_back,
);

const NOTICE: &str = r#"[data-notice="vanished"]"#;

async fn a_store_deleted_between_two_visits_is_said_and_a_copy_brings_it_back(
    stage: &Stage,
    engine: Engine,
) -> Result<()> {
    let server = &stage.server;
    let browser = stage.browser(engine, "phone").await?;
    screen::prefer_before_first_visit(&browser, server, "it", Theme::Light).await?;
    let editor = Editor::start_from_home(&browser, server).await?;
    editor.write("personal.given-name", 0, "Giulia").await?;
    editor.wait_until_saved().await?;
    editor.reload().await?;
    expect_no_notice(&browser).await?;
    let copy = backups::download(&browser, server).await?;

    raw_store::delete_between_visits(&browser, server).await?;
    browser.goto(&server.address("/")).await?;
    let said = browser.element(NOTICE).await?.text().await?;
    ensure!(
        said.contains("ha cancellato i CV") && said.contains("copia"),
        "the notice says {said}"
    );
    screen::keep(&browser, "vanished", "390-light-it").await?;

    backups::restore(&browser, server, &copy).await?;
    let editor = open_first(&browser, stage).await?;
    editor.wait_for("personal.given-name", 0, "Giulia").await?;
    editor.write("personal.family-name", 0, "Rossi").await?;
    editor.wait_until_saved().await?;
    editor.reload().await?;
    editor.wait_for("personal.family-name", 0, "Rossi").await?;
    expect_no_notice(&browser).await
}

async fn a_linked_device_whose_store_was_deleted_gets_everything_back(
    stage: &Stage,
    engine: Engine,
) -> Result<()> {
    let server = &stage.server;
    let phone = stage.browser(engine, "phone").await?;
    let tablet = stage.browser(Engine::Chromium, "tablet").await?;
    screen::prefer_before_first_visit(&phone, server, "it", Theme::Light).await?;
    let on_phone = Editor::start_from_home(&phone, server).await?;
    on_phone.wait_until_ready_offline().await?;
    on_phone.write("personal.given-name", 0, "Giulia").await?;
    on_phone.wait_until_saved().await?;
    let path = on_phone.path().await?;
    devices::link(&phone, &tablet, server).await?;
    let on_phone = Editor::open(&phone, server, &path).await?;
    on_phone.wait_for_state(&["synced"]).await?;
    let on_tablet = open_first(&tablet, stage).await?;
    on_tablet
        .wait_for("personal.given-name", 0, "Giulia")
        .await?;

    server.stop();
    on_phone.write("personal.headline", 0, "Cuoca").await?;
    raw_store::wait_until_held(&phone, "Cuoca").await?;
    let copy = backups::download(&phone, server).await?;
    // No page that could send what waits must be open when the server comes back.
    phone.goto("about:blank").await?;
    server.start_again().await?;
    raw_store::delete_between_visits(&phone, server).await?;

    // Without a network when that is noticed, and still at the visit after it.
    server.stop();
    phone.goto(&server.address("/cv")).await?;
    let said = phone.element(NOTICE).await?.text().await?;
    ensure!(said.contains("dal server"), "the notice says {said}");
    phone.goto(&server.address("/")).await?;
    phone.element("[data-ready] main").await?;
    server.start_again().await?;
    let on_phone = open_first(&phone, stage).await?;
    on_phone
        .wait_for("personal.given-name", 0, "Giulia")
        .await?;
    on_phone.wait_for_state(&["synced"]).await?;
    backups::restore(&phone, server, &copy).await?;
    let on_phone = Editor::open(&phone, server, &path).await?;
    for editor in [&on_phone, &on_tablet] {
        editor.wait_for("personal.headline", 0, "Cuoca").await?;
        editor.wait_for("personal.given-name", 0, "Giulia").await?;
        editor.expect_no_conflict().await?;
        editor.wait_for_state(&["synced"]).await?;
    }
    Ok(())
}

async fn open_first<'a>(browser: &'a Browser, stage: &Stage) -> Result<Editor<'a>> {
    browser.goto(&stage.server.address("/cv")).await?;
    browser.click("main .card-title a").await?;
    Editor::opened(browser).await
}

async fn expect_no_notice(browser: &Browser) -> Result<()> {
    let script = "return document.querySelector(arguments[0]) === null";
    ensure!(
        browser.script::<bool>(script, &[NOTICE.into()]).await?,
        "the screen says that CVs are gone"
    );
    Ok(())
}
