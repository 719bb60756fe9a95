//! Two devices of one person: linked, apart without a network, and together again.

use anyhow::Result;
use approdo_tests::screen::{self, Theme};
use approdo_tests::{Browser, Editor, Engine, Stage, devices, play};

const PROFILE_BEFORE: &str = "Lavoro volentieri in squadra e imparo in fretta.";
const PROFILE_OF_FIRST: &str = "Lavoro molto volentieri in squadra e imparo in fretta.";
const PROFILE_OF_SECOND: &str = "Lavoro volentieri in squadra e imparo sempre in fretta.";
const PROFILE_MERGED: &str = "Lavoro molto volentieri in squadra e imparo sempre in fretta.";

#[tokio::test]
async fn two_devices_that_were_apart_agree_chromium_with_firefox() {
    play("second-device-chromium-firefox", async |stage| {
        apart_and_together(stage, Engine::Chromium, Engine::Firefox).await
    })
    .await;
}

#[tokio::test]
async fn two_devices_that_were_apart_agree_firefox_with_webkit() {
    play("second-device-firefox-webkit", async |stage| {
        apart_and_together(stage, Engine::Firefox, Engine::WebKit).await
    })
    .await;
}

#[tokio::test]
async fn two_devices_that_were_apart_agree_webkit_with_chromium() {
    play("second-device-webkit-chromium", async |stage| {
        apart_and_together(stage, Engine::WebKit, Engine::Chromium).await
    })
    .await;
}

async fn apart_and_together(stage: &Stage, first: Engine, second: Engine) -> Result<()> {
    let server = &stage.server;
    let phone = stage.browser(first, "phone").await?;
    let tablet = stage.browser(second, "tablet").await?;
    for browser in [&phone, &tablet] {
        screen::prefer_before_first_visit(browser, server, "it", Theme::Light).await?;
    }
    let on_phone = Editor::start_from_home(&phone, server).await?;
    let path = on_phone.path().await?;
    on_phone.write("personal.given-name", 0, "Giulia").await?;
    on_phone.write("profile", 0, PROFILE_BEFORE).await?;
    on_phone.wait_until_saved().await?;
    devices::link(&phone, &tablet, server).await?;

    let on_phone = Editor::open(&phone, server, &path).await?;
    let on_tablet = open_from_list(&tablet, stage, &path).await?;
    on_tablet.wait_for("profile", 0, PROFILE_BEFORE).await?;
    on_phone.wait_for_state(&["synced"]).await?;

    server.stop();
    on_phone
        .write("personal.headline", 0, "Cameriera di sala")
        .await?;
    on_phone.rewrite("profile", 0, PROFILE_OF_FIRST).await?;
    on_phone
        .add_entry("skills", &[("skill.name", "Servizio ai tavoli")])
        .await?;
    on_tablet.write("personal.headline", 0, "Barista").await?;
    on_tablet.rewrite("profile", 0, PROFILE_OF_SECOND).await?;
    on_tablet
        .add_entry("skills", &[("skill.name", "Caffetteria")])
        .await?;
    for editor in [&on_phone, &on_tablet] {
        editor
            .wait_for_state(&["offline", "pending", "error"])
            .await?;
    }

    server.start_again().await?;
    for editor in [&on_phone, &on_tablet] {
        editor.wait_for("profile", 0, PROFILE_MERGED).await?;
        editor
            .expect_entries("skill.name", &["Caffetteria", "Servizio ai tavoli"])
            .await?;
        editor
            .expect_versions("personal.headline", &["Barista", "Cameriera di sala"])
            .await?;
    }
    screen::keep(&phone, "conflict", "390-light-it").await?;

    on_tablet
        .choose_version("personal.headline", "Cameriera di sala")
        .await?;
    for editor in [&on_phone, &on_tablet] {
        editor.expect_no_conflict().await?;
        editor
            .wait_for("personal.headline", 0, "Cameriera di sala")
            .await?;
        editor.wait_for_state(&["synced"]).await?;
    }
    Ok(())
}

async fn open_from_list<'a>(browser: &'a Browser, stage: &Stage, path: &str) -> Result<Editor<'a>> {
    browser.goto(&stage.server.address("/cv")).await?;
    browser.click(&format!(r#"main a[href="{path}"]"#)).await?;
    Editor::opened(browser).await
}
