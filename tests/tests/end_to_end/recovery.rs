//! The phone is lost: its recovery code brings the CVs back, and the phone can be shut out.

use anyhow::{Result, ensure};
use approdo_tests::{Browser, Editor, Engine, Stage, devices, in_every_engine};

in_every_engine!(
    a_recovery_code_brings_the_cvs_to_a_new_phone,
    a_device_that_was_shut_out_keeps_its_work_and_says_so,
);

async fn a_recovery_code_brings_the_cvs_to_a_new_phone(
    stage: &Stage,
    engine: Engine,
) -> Result<()> {
    let server = &stage.server;
    let lost = stage.browser(engine, "lost-phone").await?;
    let editor = Editor::start_from_home(&lost, server).await?;
    editor.write("personal.given-name", 0, "Giulia").await?;
    editor.wait_until_saved().await?;
    let path = editor.path().await?;
    let code = devices::make_recovery_code(&lost, server).await?;
    lost.goto(&server.address(&path)).await?;
    Editor::opened(&lost)
        .await?
        .wait_for_state(&["synced"])
        .await?;
    lost.kill();

    let new = stage.browser(engine, "new-phone").await?;
    devices::recover(&new, server, &code).await?;
    open_only_cv(&new, &server.address("/cv"), "Giulia").await
}

async fn a_device_that_was_shut_out_keeps_its_work_and_says_so(
    stage: &Stage,
    engine: Engine,
) -> Result<()> {
    let server = &stage.server;
    let own = stage.browser(engine, "own").await?;
    let other = stage.browser(engine, "other").await?;
    let editor = Editor::start_from_home(&own, server).await?;
    editor.write("personal.given-name", 0, "Giulia").await?;
    editor.wait_until_saved().await?;
    let path = editor.path().await?;
    devices::link(&own, &other, server).await?;
    open_only_cv(&other, &server.address("/cv"), "Giulia").await?;

    own.goto(&server.address("/devices")).await?;
    own.element("[data-devices] li + li").await?;
    own.click(r#"[data-devices] li:not(:has(.badge)) [data-action="withdraw-device"]"#)
        .await?;
    own.click(r#"[data-action="confirm-withdraw"]"#).await?;

    let editor = Editor::open(&other, server, &path).await?;
    editor.write("personal.family-name", 0, "Rossi").await?;
    editor.wait_for_state(&["error"]).await?;
    editor.reload().await?;
    editor.wait_for("personal.family-name", 0, "Rossi").await?;
    let on_own = Editor::open(&own, server, &path).await?;
    on_own.wait_for_state(&["synced"]).await?;
    let leaked = on_own.read("personal.family-name", 0).await?;
    ensure!(
        leaked.is_empty(),
        "the withdrawn device still delivered “{leaked}”"
    );
    Ok(())
}

async fn open_only_cv(browser: &Browser, list: &str, given_name: &str) -> Result<()> {
    browser.goto(list).await?;
    browser.click("main .card-title a").await?;
    let editor = Editor::opened(browser).await?;
    editor.wait_for("personal.given-name", 0, given_name).await
}
