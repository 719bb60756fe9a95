//! Two tabs of one browser edit one CV.

use anyhow::{Result, ensure};
use approdo_tests::{Browser, Editor, Engine, Stage, in_every_engine};
use serde_json::Value;
use thirtyfour::WindowHandle;

in_every_engine!(two_tabs_show_each_others_edits_and_lose_none);

async fn two_tabs_show_each_others_edits_and_lose_none(
    stage: &Stage,
    engine: Engine,
) -> Result<()> {
    let browser = stage.browser(engine, "phone").await?;
    let first = Editor::start_from_home(&browser, &stage.server).await?;
    let path = first.path().await?;
    let first_tab = browser.driver()?.window().await?;
    let second_tab = browser.driver()?.new_tab().await?;

    first.write("personal.given-name", 0, "Giulia").await?;
    switch(&browser, &second_tab).await?;
    let second = Editor::open(&browser, &stage.server, &path).await?;
    second.wait_for("personal.given-name", 0, "Giulia").await?;
    second.write("personal.family-name", 0, "Rossi").await?;

    // Typed in one field of both tabs, without waiting for either to be stored.
    second
        .write("profile", 0, "Scritto nella seconda scheda.")
        .await?;
    switch(&browser, &first_tab).await?;
    first
        .write("profile", 0, "Scritto nella prima scheda.")
        .await?;
    first.wait_for("personal.family-name", 0, "Rossi").await?;
    let shown_first = settled_profile(&browser, &first).await?;
    switch(&browser, &second_tab).await?;
    let shown_second = settled_profile(&browser, &second).await?;
    ensure!(
        shown_first == shown_second,
        "one tab shows {shown_first:?}, the other {shown_second:?}"
    );

    // Nothing depends on the tabs that are open now.
    second.reload().await?;
    let stored = settled_profile(&browser, &second).await?;
    ensure!(stored == shown_second, "after a reload there is {stored:?}");
    Ok(())
}

async fn switch(browser: &Browser, tab: &WindowHandle) -> Result<()> {
    Ok(browser.driver()?.switch_to_window(tab.clone()).await?)
}

/// Waits until both texts can be read at the profile, in the field or in its versions, and everything
/// is stored; returns all that is shown there.
async fn settled_profile(browser: &Browser, editor: &Editor<'_>) -> Result<Vec<String>> {
    editor.open_section("profile").await?;
    editor.wait_until_saved().await?;
    let script = "
        const place = document.querySelector('[data-field=\"profile\"]');
        const versions = [...place.querySelectorAll('.conflict-text')];
        const shown = [
            place.querySelector('textarea').value,
            ...versions.map((version) => version.textContent.trim()).sort(),
        ];
        const all = shown.join(' ');
        return all.includes('seconda scheda') && all.includes('prima scheda') ? shown : null";
    let shown = browser
        .until("both texts to be readable", script, &[])
        .await?;
    Ok(serde_json::from_value::<Vec<Value>>(shown)?
        .into_iter()
        .filter_map(|text| text.as_str().map(str::to_owned))
        .collect())
}
