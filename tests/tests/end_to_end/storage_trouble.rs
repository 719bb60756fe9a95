//! The browser has no store, or it is full: the screen says so, and offers a backup.

use anyhow::{Result, ensure};
use approdo_tests::{AlteredClient, Browser, Editor, Engine, Stage, downloads, in_engines};
use serde_json::Value;

in_engines!([Chromium, Firefox] without_indexeddb_a_cv_can_be_written_and_taken_along);
in_engines!([Chromium] a_full_store_is_never_called_saved_and_goes_on_when_there_is_room);

/// Makes every writing transaction end as in Chromium when there is no room: all its requests
/// succeed, then it is aborted, and only its own error says why. (The protocol's way of setting a
/// quota has no effect on a page that runs already.)
pub(crate) const FILL: &str = "
    globalThis.storeIsFull = true;
    const seen = new WeakSet();
    const abortAfter = (store, steps) => {
        store.get('a key that is not there').onsuccess = () => {
            if (steps > 0) return abortAfter(store, steps - 1);
            const error = new DOMException('no room', 'QuotaExceededError');
            Object.defineProperty(store.transaction, 'error', { value: error });
            store.transaction.abort();
        };
    };
    for (const name of ['put', 'add']) {
        const write = IDBObjectStore.prototype[name];
        IDBObjectStore.prototype[name] = function (...values) {
            if (globalThis.storeIsFull && !seen.has(this.transaction)) {
                seen.add(this.transaction);
                abortAfter(this, 20);
            }
            return write.apply(this, values);
        };
    }";

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
    let browser = stage.browser(engine, "full").await?;
    let editor = Editor::start_from_home(&browser, &stage.server).await?;
    editor.write("personal.given-name", 0, "Giulia").await?;
    editor.wait_until_saved().await?;

    browser.script::<Value>(FILL, &[]).await?;
    editor.write("personal.family-name", 0, "Rossi").await?;
    browser.element(r#"[data-notice="full"]"#).await?;
    ensure!(
        editor.save_state().await? == "error",
        "a full store is called saved"
    );
    take_backup(&browser).await?;

    browser
        .script::<Value>("globalThis.storeIsFull = false", &[])
        .await?;
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
