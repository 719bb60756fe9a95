//! The service worker is replaced while a sync runs: the request reached the server, its answer finds
//! the page gone. Nothing is lost or doubled, here or there.

use anyhow::{Result, ensure};
use approdo_tests::client_versions::{Difference, PublishedClient, Version};
use approdo_tests::{Editor, Engine, Stage, devices, in_every_engine, updates};

in_every_engine!(an_update_during_a_sync_loses_and_doubles_nothing);

async fn an_update_during_a_sync_loses_and_doubles_nothing(
    stage: &Stage,
    engine: Engine,
) -> Result<()> {
    let server = &stage.server;
    let client = PublishedClient::of(&Version::built()?)?;
    server.serve_client(client.folder()).await?;
    let line = server.put_behind_line().await?;
    let phone = stage.browser(engine, "phone").await?;
    let editor = Editor::start_from_home(&phone, server).await?;
    editor.wait_until_ready_offline().await?;
    editor.write("personal.given-name", 0, "Giulia").await?;
    editor.wait_until_saved().await?;
    let path = editor.path().await?;
    let code = devices::make_recovery_code(&phone, server).await?;
    let editor = Editor::open(&phone, server, &path).await?;
    editor.wait_for_state(&["synced"]).await?;

    client.publish(&Version::different(Difference::Everything).await?)?;
    updates::wait_for_offer(&phone).await?;
    line.take_requests();
    line.hold_answers();
    editor.write("profile", 0, "Cuoca puntuale").await?;
    editor
        .add_entry("skills", &[("skill.name", "Servizio ai tavoli")])
        .await?;
    editor.wait_for_state(&["syncing"]).await?;
    let editor = updates::take(&phone).await?;
    let sent = line.take_requests();
    ensure!(
        sent.iter().any(|request| request == "POST /api/v1/sync"),
        "no sync was under way: {sent:?}"
    );
    line.open();
    editor.wait_for_state(&["synced"]).await?;
    expect_written(&editor).await?;

    let tablet = stage.browser(Engine::Chromium, "tablet").await?;
    devices::recover(&tablet, server, &code).await?;
    tablet.goto(&server.address("/cv")).await?;
    tablet.click("main .card-title a").await?;
    expect_written(&Editor::opened(&tablet).await?).await
}

async fn expect_written(editor: &Editor<'_>) -> Result<()> {
    editor.wait_for("profile", 0, "Cuoca puntuale").await?;
    editor
        .expect_entries("skill.name", &["Servizio ai tavoli"])
        .await?;
    editor.expect_no_conflict().await
}
