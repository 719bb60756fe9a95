//! Two versions meet: an old page and a newer store, an old page and a newer server, a new page and
//! an old tab. Each says what to do, and nothing that was written is lost.

use anyhow::{Context, Result, ensure};
use approdo_tests::other_server::{OtherServer, Reply};
use approdo_tests::raw_store::holds;
use approdo_tests::screen::{self, Theme};
use approdo_tests::{
    AppServer, Browser, Editor, Engine, Stage, in_engines, in_every_engine, play, raw_store,
};
use serde_json::Value;

in_every_engine!(an_old_page_leaves_a_newer_store_alone);
in_engines!(
    [Chromium, Firefox]
    a_new_page_waits_for_an_old_tab_and_goes_on_by_itself,
    work_goes_on_while_the_server_speaks_another_version,
);

/// What the foundation left in a browser.
const FOUNDATION: &str =
    include_str!("../../../crates/store-indexeddb/conformance/golden/v0/database.json");

/// The store is upgraded while someone types; then the old page is opened once more.
async fn an_old_page_leaves_a_newer_store_alone(stage: &Stage, engine: Engine) -> Result<()> {
    let browser = stage.browser(engine, "phone").await?;
    let editor = Editor::start_from_home(&browser, &stage.server).await?;
    editor.write("personal.given-name", 0, "Giulia").await?;
    editor.wait_until_saved().await?;
    editor.write("personal.family-name", 0, "Rossi").await?;
    raw_store::upgrade_beyond(&browser).await?;
    browser.element(r#"[data-notice="newer"]"#).await?;
    let kept = raw_store::contents(&browser).await?;
    ensure!(
        holds(&kept, "Giulia") && holds(&kept, "Rossi"),
        "what was typed last was not stored before the page let go"
    );

    browser.goto(&stage.server.address("/cv/new")).await?;
    browser.element(r#"[data-notice="newer"]"#).await?;
    ensure!(
        raw_store::contents(&browser).await? == kept,
        "the old page touched the newer store"
    );
    let fields: u32 = browser
        .script(
            "return document.querySelectorAll('[data-field]').length",
            &[],
        )
        .await?;
    ensure!(fields == 0, "one can type where nothing is stored");
    ensure!(kept["databases"] == 1, "a second profile was made");
    Ok(())
}

#[tokio::test]
async fn an_old_page_leaves_newer_records_alone() {
    play("newer-records", async |stage| {
        let browser = stage.browser(Engine::Chromium, "phone").await?;
        let editor = Editor::start_from_home(&browser, &stage.server).await?;
        editor.write("personal.given-name", 0, "Giulia").await?;
        editor.wait_until_saved().await?;
        let path = editor.path().await?;
        let document = path.rsplit('/').next().context("no id in the path")?;
        raw_store::make_newer(&browser, "operations").await?;
        editor.write("personal.family-name", 0, "Rossi").await?;
        raw_store::tell_of_change(&browser, document.parse()?).await?;
        browser.element(r#"[data-notice="newer"]"#).await?;
        let before = raw_store::contents(&browser).await?;
        ensure!(
            holds(&before, "Rossi"),
            "what was typed when the newer record came is not stored"
        );
        reload_to_notice(&browser).await?;
        let kept = raw_store::contents(&browser).await?;
        ensure!(kept == before, "the old page touched a newer store");
        ensure!(holds(&kept, "Giulia"), "a newer record was removed");
        let mut records = kept["operations"].as_array().into_iter().flatten();
        ensure!(
            records.any(|record| record["version"] == 2),
            "a newer record was changed"
        );
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn an_old_page_leaves_the_account_of_a_newer_version_alone() {
    play("newer-account", async |stage| {
        let browser = stage.browser(Engine::Chromium, "phone").await?;
        let path = linked(&browser, &stage.server).await?;
        raw_store::make_newer(&browser, "state").await?;
        browser.goto(&stage.server.address(&path)).await?;
        browser.element(r#"[data-notice="newer"]"#).await?;
        let kept = raw_store::contents(&browser).await?;
        let mut state = kept["state"].as_array().into_iter().flatten();
        ensure!(
            state.any(|record| record["version"] == 2),
            "the account of a newer version was written over"
        );
        Ok(())
    })
    .await;
}

/// An old tab that sleeps holds the foundation's database open; then it is closed.
async fn a_new_page_waits_for_an_old_tab_and_goes_on_by_itself(
    stage: &Stage,
    engine: Engine,
) -> Result<()> {
    let browser = stage.browser(engine, "phone").await?;
    let server = &stage.server;
    // Of the same origin, but not the app.
    browser.goto(&server.address("/icons/favicon.svg")).await?;
    let foundation: Value = serde_json::from_str(FOUNDATION)?;
    raw_store::hold_older(&browser, &foundation).await?;
    let old_tab = browser.driver()?.window().await?;
    let new_tab = browser.driver()?.new_tab().await?;
    browser.driver()?.switch_to_window(new_tab.clone()).await?;
    browser.goto(&server.address("/cv")).await?;
    browser.element(r#"[data-notice="blocked"]"#).await?;

    browser.driver()?.switch_to_window(old_tab).await?;
    browser.driver()?.close_window().await?;
    browser.driver()?.switch_to_window(new_tab).await?;
    browser.click("main .card-title a").await?;
    let editor = Editor::opened(&browser).await?;
    editor.wait_for("personal.given-name", 0, "Niccolò").await?;
    editor.wait_for("personal.headline", 0, "Cuoco").await?;
    let all = raw_store::contents(&browser).await?;
    let count = all["operations"].as_array().map(Vec::len);
    ensure!(
        count == Some(47),
        "{count:?} operations after the migration instead of 47"
    );
    // The device's session is unknown to this server, which is said instead of “saved”.
    editor.write("personal.family-name", 0, " Bianchi").await?;
    raw_store::wait_until_held(&browser, " Bianchi").await?;
    editor.reload().await?;
    editor
        .wait_for("personal.family-name", 0, "D'Alò Bianchi")
        .await
}

async fn work_goes_on_while_the_server_speaks_another_version(
    stage: &Stage,
    engine: Engine,
) -> Result<()> {
    let browser = stage.browser(engine, "phone").await?;
    let server = &stage.server;
    screen::prefer_before_first_visit(&browser, server, "it", Theme::Light).await?;
    let path = linked(&browser, server).await?;
    let editor = Editor::open(&browser, server, &path).await?;
    editor.wait_for_state(&["synced"]).await?;

    let (app_is_old, server_is_old) = ("aggiorna Approdo", "server va aggiornato");
    let mut text = String::new();
    for (reply, says) in [
        (Reply::Frame(2), app_is_old),
        (Reply::Refusal(2), app_is_old),
        (Reply::Refusal(0), server_is_old),
    ] {
        server.stop();
        let other = OtherServer::in_place_of(server, reply).await?;
        editor.write("profile", 0, "Scritto intanto. ").await?;
        text += "Scritto intanto. ";
        let told = "return document.querySelector('[data-save-state=\"error\"]')
            ?.textContent.includes(arguments[0])";
        browser
            .until(&format!("“{says}” after {reply:?}"), told, &[says.into()])
            .await?;
        other.stop().await?;
    }
    let kept = raw_store::contents(&browser).await?;
    ensure!(
        holds(&kept, "Scritto intanto."),
        "what was written meanwhile is not stored"
    );

    server.start_again().await?;
    editor.reload().await?;
    editor.wait_for("profile", 0, &text).await?;
    editor.wait_for_state(&["synced"]).await
}

/// Writes a CV and links the device, by making a recovery code; answers the CV's path.
async fn linked(browser: &Browser, server: &AppServer) -> Result<String> {
    let editor = Editor::start_from_home(browser, server).await?;
    editor.write("personal.given-name", 0, "Giulia").await?;
    editor.wait_until_saved().await?;
    let path = editor.path().await?;
    browser.goto(&server.address("/devices")).await?;
    browser
        .click(r#"[data-action="make-recovery-code"]"#)
        .await?;
    browser.element("#recovery-code").await?;
    Ok(path)
}

async fn reload_to_notice(browser: &Browser) -> Result<()> {
    browser.driver()?.refresh().await?;
    browser.element(r#"[data-notice="newer"]"#).await?;
    Ok(())
}
