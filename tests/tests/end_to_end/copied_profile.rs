//! The folder of a browser's profile is copied to a second machine, with work that waits: both go on
//! as the same device of the same person, and nothing that either writes is lost or doubled.

use anyhow::Result;
use approdo_tests::{Editor, Engine, Stage, devices, in_engines, raw_store};

in_engines!([Chromium, Firefox] a_copied_profile_and_its_original_both_keep_their_work);

async fn a_copied_profile_and_its_original_both_keep_their_work(
    stage: &Stage,
    engine: Engine,
) -> Result<()> {
    let server = &stage.server;
    let phone = stage.browser(engine, "phone").await?;
    let tablet = stage.browser(Engine::Chromium, "tablet").await?;
    let editor = Editor::start_from_home(&phone, server).await?;
    editor.wait_until_ready_offline().await?;
    editor.write("personal.given-name", 0, "Giulia").await?;
    editor.wait_until_saved().await?;
    let path = editor.path().await?;
    devices::link(&phone, &tablet, server).await?;
    let editor = Editor::open(&phone, server, &path).await?;
    editor.wait_for_state(&["synced"]).await?;
    tablet.goto(&server.address("/cv")).await?;
    let link = format!(r#"main a[href="{path}"]"#);
    tablet.click(&link).await?;
    let on_tablet = Editor::opened(&tablet).await?;

    server.stop();
    add_skill(&editor, "Servizio ai tavoli").await?;
    phone.close().await?;
    let copy = stage.copy_of(&phone, "copy").await?;
    phone.start_again().await?;
    let on_phone = Editor::open(&phone, server, &path).await?;
    add_skill(&on_phone, "Caffetteria").await?;
    write_headline(&on_phone, "Cuoca").await?;
    let on_copy = Editor::open(&copy, server, &path).await?;
    add_skill(&on_copy, "Cassa").await?;
    write_headline(&on_copy, "Barista").await?;

    server.start_again().await?;
    for editor in [&on_phone, &on_copy] {
        editor.wait_for_state(&["synced"]).await?;
    }
    // The server knows both as one device, and does not tell a device of what it sent itself: the
    // copies hear of each other when they are opened again.
    for editor in [&on_phone, &on_copy] {
        editor.reload().await?;
    }
    for editor in [&on_phone, &on_copy, &on_tablet] {
        let skills = ["Caffetteria", "Cassa", "Servizio ai tavoli"];
        editor.expect_entries("skill.name", &skills).await?;
        let headlines = ["Barista", "Cuoca"];
        editor
            .expect_versions("personal.headline", &headlines)
            .await?;
        editor.wait_for_state(&["synced"]).await?;
    }
    Ok(())
}

async fn add_skill(editor: &Editor<'_>, name: &'static str) -> Result<()> {
    editor.add_entry("skills", &[("skill.name", name)]).await?;
    raw_store::wait_until_held(editor.browser(), name).await
}

async fn write_headline(editor: &Editor<'_>, text: &str) -> Result<()> {
    editor.write("personal.headline", 0, text).await?;
    raw_store::wait_until_held(editor.browser(), text).await
}
