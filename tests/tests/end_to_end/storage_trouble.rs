//! The browser has no store, or it is full: the screen says so, and offers a backup.

use anyhow::{Result, ensure};
use approdo_tests::altered_client::{empty_store, fill_store};
use approdo_tests::{AlteredClient, Browser, Editor, Engine, Stage, downloads, in_every_engine};

in_every_engine!(
    without_indexeddb_a_cv_can_be_written_and_taken_along,
    a_full_store_is_never_called_saved_and_goes_on_when_there_is_room,
);

async fn without_indexeddb_a_cv_can_be_written_and_taken_along(
    stage: &Stage,
    engine: Engine,
) -> Result<()> {
    let client = AlteredClient::without_indexed_db()?;
    stage.server.serve_client(client.folder()).await?;
    let browser = stage.browser(engine, "private").await?;
    let editor = Editor::start_from_home(&browser, &stage.server).await?;
    editor.write("personal.given-name", 0, "Giulia").await?;
    browser.element(r#"[data-notice="memory"]"#).await?;
    editor.wait_for_state(&["error"]).await?;
    take_backup(&browser).await
}

async fn a_full_store_is_never_called_saved_and_goes_on_when_there_is_room(
    stage: &Stage,
    engine: Engine,
) -> Result<()> {
    let client = AlteredClient::whose_store_fills_up()?;
    stage.server.serve_client(client.folder()).await?;
    let browser = stage.browser(engine, "full").await?;
    let editor = Editor::start_from_home(&browser, &stage.server).await?;
    editor.write("personal.given-name", 0, "Giulia").await?;
    editor.wait_until_saved().await?;

    fill_store(&browser).await?;
    editor.write("personal.family-name", 0, "Rossi").await?;
    browser.element(r#"[data-notice="full"]"#).await?;
    ensure!(
        editor.save_state().await? == "error",
        "a full store is called saved"
    );
    take_backup(&browser).await?;

    ensure!(empty_store(&browser).await?, "the page is another one");
    editor.wait_until_saved().await?;
    editor.reload().await?;
    editor.wait_for("personal.family-name", 0, "Rossi").await
}

async fn take_backup(browser: &Browser) -> Result<()> {
    browser
        .click(r#"[data-notice] [data-action="download-backup"]"#)
        .await?;
    downloads::wait_for(browser, |bytes| bytes.starts_with(b"APPRODO")).await?;
    Ok(())
}
