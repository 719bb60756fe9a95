//! One tab takes the new version while the other goes on with the old one: both edit one CV, neither
//! loses anything, and the old one is told.

use anyhow::{Result, ensure};
use approdo_tests::client_versions::{Difference, PublishedClient, Version};
use approdo_tests::{Editor, Engine, Stage, in_every_engine, updates};

in_every_engine!(two_tabs_of_two_versions_work_on_one_cv);

async fn two_tabs_of_two_versions_work_on_one_cv(stage: &Stage, engine: Engine) -> Result<()> {
    let (old, new) = (
        Version::built()?,
        Version::different(Difference::Everything).await?,
    );
    let client = PublishedClient::of(&old)?;
    stage.server.serve_client(client.folder()).await?;
    let browser = stage.browser(engine, "phone").await?;
    let updating = Editor::start_from_home(&browser, &stage.server).await?;
    updating.wait_until_ready_offline().await?;
    updating.write("personal.given-name", 0, "Giulia").await?;
    updating.wait_until_saved().await?;
    let path = updating.path().await?;
    let driver = browser.driver()?;
    let first_tab = driver.window().await?;
    let second_tab = driver.new_tab().await?;
    driver.switch_to_window(second_tab.clone()).await?;
    let staying = Editor::open(&browser, &stage.server, &path).await?;
    staying.wait_until_ready_offline().await?;

    client.publish(&new)?;
    updates::wait_for_offer(&browser).await?;
    updates::put_off(&browser).await?;
    // Still being typed in the second tab when the first one takes the new version.
    staying.write("profile", 0, "Cuoca").await?;
    driver.switch_to_window(first_tab.clone()).await?;
    browser.element(updates::NOTICE).await?;
    let updated = updates::take(&browser).await?;
    updates::expect_version(&browser, &new, true).await?;
    updated.wait_for("profile", 0, "Cuoca").await?;

    driver.switch_to_window(second_tab.clone()).await?;
    browser.element(updates::NOTICE).await?;
    updates::expect_version(&browser, &old, false).await?;
    staying.write("profile", 0, " puntuale").await?;
    staying.wait_until_saved().await?;
    driver.switch_to_window(first_tab.clone()).await?;
    updated.wait_for("profile", 0, "Cuoca puntuale").await?;
    updated.write("personal.family-name", 0, "Rossi").await?;
    updated.wait_until_saved().await?;
    updates::expect_no_other_page(&browser).await?;

    // The server has the old version's files no more, and the old page still makes its pages.
    driver.switch_to_window(second_tab.clone()).await?;
    staying.wait_for("personal.family-name", 0, "Rossi").await?;
    browser.click(r#"[data-action="open-preview"]"#).await?;
    browser.element(".preview-page svg").await?;
    browser.click(r#"[data-action="open-editor"]"#).await?;
    let followed = updates::take(&browser).await?;
    updates::expect_version(&browser, &new, true).await?;
    followed
        .wait_for("personal.family-name", 0, "Rossi")
        .await?;
    followed.wait_for("profile", 0, "Cuoca puntuale").await?;
    followed.wait_until_ready_offline().await?;
    let one_left = "const done = arguments[arguments.length - 1];
        const look = () => caches.keys().then((names) =>
            names.filter((name) => name.startsWith('approdo-')).length === 1
                ? done(true) : setTimeout(look, 50));
        look();";
    let gone: bool = browser.script_async(one_left, &[]).await?;
    ensure!(gone, "the old version is still stored");
    Ok(())
}
