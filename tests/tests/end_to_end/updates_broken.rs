//! A new version that does not arrive whole is not taken: the old one goes on whole, and the new one
//! is fetched again later. And what an update costs.

use anyhow::{Result, ensure};
use approdo_tests::client_versions::{Difference, PublishedClient, Version};
use approdo_tests::{Browser, Editor, Engine, Stage, in_every_engine, play, updates};

in_every_engine!(an_update_that_does_not_arrive_whole_changes_nothing);

/// What an update of the app's module alone may cost besides its files, in bytes: headers, and the
/// question whether the files that keep their names are still the same.
const MOST_HEADERS: u64 = 12_000;

async fn an_update_that_does_not_arrive_whole_changes_nothing(
    stage: &Stage,
    engine: Engine,
) -> Result<()> {
    let old = Version::built()?;
    let new = Version::different(Difference::Everything).await?;
    let client = PublishedClient::of(&old)?;
    stage.server.serve_client(client.folder()).await?;
    let line = stage.server.put_behind_line().await?;
    let browser = stage.browser(engine, "phone").await?;
    let editor = Editor::start_from_home(&browser, &stage.server).await?;
    editor.wait_until_ready_offline().await?;
    editor.write("personal.given-name", 0, "Giulia").await?;
    editor.wait_until_saved().await?;

    // The line breaks in the middle of the largest file.
    client.publish(&new)?;
    let module = new.file("/assets/app_bg.")?;
    line.break_after(module.wire_bytes / 2);
    expect_refused(&browser).await?;
    ensure!(
        line.is_broken(),
        "the download was over before the line broke"
    );
    expect_old_version(&editor, &old).await?;

    // A captive portal answers for one file; another one is cut short, with a length that fits.
    let worker = new.file("/assets/render_worker_bg.")?;
    client.publish_damaged(&new, &[(module, portal), (worker, cut_short)])?;
    line.open();
    expect_refused(&browser).await?;
    client.publish_damaged(&new, &[(worker, cut_short)])?;
    expect_refused(&browser).await?;
    client.publish_damaged(&new, &[(new.start_page()?, portal)])?;
    expect_refused(&browser).await?;
    expect_old_version(&editor, &old).await?;

    // Whole at last; then the server goes back to the older one, which comes as an update too.
    client.publish(&new)?;
    updates::wait_for_offer(&browser).await?;
    let editor = updates::take(&browser).await?;
    updates::expect_version(&browser, &new, true).await?;
    editor.write("personal.family-name", 0, "Rossi").await?;
    client.publish(&old)?;
    updates::wait_for_offer(&browser).await?;
    let editor = updates::take(&browser).await?;
    updates::expect_version(&browser, &old, false).await?;
    editor.wait_for("personal.given-name", 0, "Giulia").await?;
    editor.wait_for("personal.family-name", 0, "Rossi").await
}

fn portal(_: &[u8]) -> Vec<u8> {
    b"<!doctype html><html><title>Benvenuto nella rete dell'hotel</title></html>".to_vec()
}

fn cut_short(bytes: &[u8]) -> Vec<u8> {
    bytes[..bytes.len() / 2].to_vec()
}

async fn expect_refused(browser: &Browser) -> Result<()> {
    let outcome = updates::look_for_update(browser).await?;
    ensure!(outcome == "redundant", "the new version is {outcome}");
    Ok(())
}

async fn expect_old_version(editor: &Editor<'_>, old: &Version) -> Result<()> {
    editor.reload().await?;
    updates::expect_version(editor.browser(), old, false).await?;
    editor.wait_for("personal.given-name", 0, "Giulia").await
}

#[tokio::test]
async fn an_update_fetches_only_what_changed() {
    play("update-cost", async |stage| {
        let old = Version::built()?;
        let new = Version::different(Difference::AppModule).await?;
        let client = PublishedClient::of(&old)?;
        stage.server.serve_client(client.folder()).await?;
        let line = stage.server.put_behind_line().await?;
        let browser = stage.browser(Engine::Chromium, "phone").await?;
        let editor = Editor::start_from_home(&browser, &stage.server).await?;
        editor.wait_until_ready_offline().await?;

        client.publish(&new)?;
        line.take_requests();
        let before = line.bytes_passed();
        updates::wait_for_offer(&browser).await?;
        let (requests, bytes) = (line.take_requests(), line.bytes_passed() - before);
        let changed = new.files.iter().filter(|file| !old.files.contains(file));
        let changed_bytes: u64 = changed.map(|file| file.wire_bytes).sum();
        println!("an update of the app's module: {bytes} bytes, {changed_bytes} of them files");
        println!("{}", requests.join("\n"));
        for request in &requests {
            let url = request.trim_start_matches("GET ");
            ensure!(
                !url.starts_with("/assets/") || !old.has(url),
                "{url} did not change and was fetched again"
            );
        }
        ensure!(
            bytes <= changed_bytes + MOST_HEADERS,
            "{bytes} bytes for {changed_bytes} bytes of changed files: {requests:?}"
        );
        Ok(())
    })
    .await;
}
