//! A new version of the client is offered while someone writes: put off, it stays away and the old
//! version goes on whole; taken, it keeps what was being typed, and can still make a PDF offline.

use anyhow::{Result, ensure};
use approdo_tests::altered_client::{STORE_THAT_FILLS_UP, empty_store, fill_store};
use approdo_tests::client_versions::{Difference, PublishedClient, Version};
use approdo_tests::{
    Browser, Editor, Engine, Stage, axe, downloads, in_every_engine, pdf, play, screen, updates,
};
use serde_json::Value;

in_every_engine!(an_update_offered_while_typing_loses_nothing);

async fn an_update_offered_while_typing_loses_nothing(stage: &Stage, engine: Engine) -> Result<()> {
    let old = Version::built()?;
    let new = Version::different(Difference::Everything).await?;
    let client = PublishedClient::of(&old)?;
    stage.server.serve_client(client.folder()).await?;
    let browser = stage.browser(engine, "phone").await?;
    let editor = Editor::start_from_home(&browser, &stage.server).await?;
    editor.wait_until_ready_offline().await?;
    editor.write("personal.given-name", 0, "Giulia").await?;

    client.publish(&new)?;
    let field = editor.field("profile", 0).await?;
    browser.type_text(&field, "Cuoca").await?;
    updates::wait_for_offer(&browser).await?;
    expect_focus_in_sight(&browser, &field).await?;
    browser
        .driver()?
        .active_element()
        .await?
        .send_keys(" con esperienza")
        .await?;
    editor
        .wait_for("profile", 0, "Cuoca con esperienza")
        .await?;

    updates::put_off(&browser).await?;
    editor.write("profile", 0, ",").await?;
    editor.wait_until_saved().await?;
    stage.server.stop();
    editor.reload().await?;
    updates::expect_version(&browser, &old, false).await?;
    editor
        .wait_for("profile", 0, "Cuoca con esperienza,")
        .await?;

    // Offered again, and taken without a network and without waiting for the last words to be stored.
    browser.element(updates::NOTICE).await?;
    let field = editor.field("profile", 0).await?;
    browser.type_text(&field, " puntuale").await?;
    let editor = updates::take(&browser).await?;
    updates::expect_version(&browser, &new, true).await?;
    expect_focus_in_sight(&browser, &field).await?;
    editor
        .wait_for("profile", 0, "Cuoca con esperienza, puntuale")
        .await?;
    editor.wait_until_ready_offline().await?;
    expect_pdf(&browser, "Cuoca con esperienza, puntuale").await?;
    updates::expect_no_other_page(&browser).await?;
    let notices: usize = browser
        .script(
            "return document.querySelectorAll(arguments[0]).length",
            &[updates::NOTICE.into()],
        )
        .await?;
    ensure!(notices == 0, "the version that was taken is offered again");
    Ok(())
}

/// Checks that the person is still in the field, and sees it.
async fn expect_focus_in_sight(browser: &Browser, field: &str) -> Result<()> {
    let script = "
        const field = document.querySelector(arguments[0]);
        if (field === null || document.activeElement !== field) return false;
        const box = field.getBoundingClientRect();
        return box.top >= 0 && box.top < innerHeight;";
    browser
        .until("the focus in its field", script, &[field.into()])
        .await?;
    Ok(())
}

async fn expect_pdf(browser: &Browser, words: &str) -> Result<()> {
    browser.click(r#"[data-action="open-preview"]"#).await?;
    browser.element(".preview-page svg").await?;
    browser
        .click(r#"main [data-action="download-pdf"]"#)
        .await?;
    let file = downloads::wait_for(browser, downloads::is_whole_pdf).await?;
    pdf::contains_in_order(&pdf::text(&file)?, &[words])
}

#[tokio::test]
async fn a_page_that_stays_open_hears_of_an_update_when_the_network_returns() {
    play("update-schedule", async |stage| {
        let client = PublishedClient::of(&Version::built()?)?;
        stage.server.serve_client(client.folder()).await?;
        let browser = stage.browser(Engine::Chromium, "phone").await?;
        let editor = Editor::start_from_home(&browser, &stage.server).await?;
        editor.wait_until_ready_offline().await?;
        client.publish(&Version::different(Difference::Everything).await?)?;
        // Two hours pass on the page's clock; then the browser says that the network is back.
        let later = "const now = Date.now;
            Date.now = () => now() + 2 * 60 * 60 * 1000;
            dispatchEvent(new Event('online'));";
        browser.script::<Value>(later, &[]).await?;
        browser.element(updates::NOTICE).await?;
        screen::keep(&browser, "update-offered", "390-light-it").await?;
        axe::check(&browser, "an update is offered").await
    })
    .await;
}

#[tokio::test]
async fn a_page_whose_words_cannot_be_stored_is_not_left_for_an_update() {
    play("update-full-store", async |stage| {
        let client = PublishedClient::of(&Version::built()?)?;
        stage.server.serve_client(client.folder()).await?;
        let browser = stage.browser(Engine::Chromium, "phone").await?;
        let editor = Editor::start_from_home(&browser, &stage.server).await?;
        editor.wait_until_ready_offline().await?;
        client.publish(&Version::different(Difference::Everything).await?)?;
        updates::wait_for_offer(&browser).await?;
        browser.script::<Value>(STORE_THAT_FILLS_UP, &[]).await?;
        fill_store(&browser).await?;
        editor.write("profile", 0, "Cuoca").await?;
        let apply = format!(r#"{} [data-action="apply-update"]"#, updates::NOTICE);
        browser.click(&apply).await?;
        let told =
            "return document.querySelector('.toast')?.textContent.includes('Scarica una copia')";
        browser.until("a warning", told, &[]).await?;
        // The same page still: the store is full only there.
        ensure!(empty_store(&browser).await?, "the page was left");
        let editor = updates::take(&browser).await?;
        editor.wait_for("profile", 0, "Cuoca").await
    })
    .await;
}
