//! The whole way with the keyboard alone: one always sees where the focus is, and it is never lost.

use anyhow::Result;
use approdo_tests::{Browser, Editor, Engine, Stage, downloads, in_every_engine};
use thirtyfour::Key;

in_every_engine!(
    a_cv_is_written_ordered_and_printed_with_the_keyboard_alone,
    settings_and_linking_need_no_pointer,
);

/// The first field of an experience.
const ROLE: &str = r#"[id^="experience-"][id$="-role"]"#;

async fn a_cv_is_written_ordered_and_printed_with_the_keyboard_alone(
    stage: &Stage,
    engine: Engine,
) -> Result<()> {
    let browser = stage.browser(engine, "phone").await?;
    browser.goto(&stage.server.address("/")).await?;
    browser.element(r#"main [data-action="new-cv"]"#).await?;
    browser.tab_to(".skip-link").await?;
    browser.press(&[Key::Enter]).await?;
    browser.expect_focus("main").await?;
    browser
        .press_enter_on(r#"main [data-action="new-cv"]"#)
        .await?;
    let editor = Editor::opened(&browser).await?;
    browser.expect_focus("#page-title").await?;
    browser.tab_to("#personal-given-name").await?;
    browser.press_text("Giulia").await?;
    browser.press_enter_on("#toggle-experience").await?;
    browser.expect_focus("#toggle-experience").await?;
    for role in ["Cuoca", "Cameriera"] {
        browser.tab_to(r#"[data-action="add-experience"]"#).await?;
        browser.press(&[Key::Space]).await?;
        browser.expect_focus(ROLE).await?;
        browser.press_text(role).await?;
    }
    editor
        .expect_order("experience.role", &["Cameriera", "Cuoca"])
        .await?;
    put_in_order(&browser, &editor).await?;
    print(&browser).await
}

/// Moves the first entry down, deletes it, and brings it back.
async fn put_in_order(browser: &Browser, editor: &Editor<'_>) -> Result<()> {
    browser.tab_back_to(r#"[data-action="move-down"]"#).await?;
    browser.press(&[Key::Enter]).await?;
    editor
        .expect_order("experience.role", &["Cuoca", "Cameriera"])
        .await?;
    // At the list's end only the way back is left.
    browser
        .expect_focus(r#"li:last-child [data-action="move-up"]"#)
        .await?;
    browser.press(&[Key::Space]).await?;
    editor
        .expect_order("experience.role", &["Cameriera", "Cuoca"])
        .await?;
    browser
        .expect_focus(r#"li:first-child [data-action="move-down"]"#)
        .await?;
    browser
        .press_enter_on(r#"li:first-child [data-action="delete"]"#)
        .await?;
    editor.expect_order("experience.role", &["Cuoca"]).await?;
    browser.expect_focus(ROLE).await?;
    browser
        .press_enter_on(r#"[data-action="undo-delete"]"#)
        .await?;
    editor
        .expect_order("experience.role", &["Cameriera", "Cuoca"])
        .await?;
    browser
        .expect_focus(&format!("li:first-child {ROLE}"))
        .await?;
    browser.tab_back_to(r#"[data-action="undo"]"#).await?;
    browser.press(&[Key::Enter]).await?;
    editor.expect_order("experience.role", &["Cuoca"]).await?;
    browser.press_enter_on(r#"[data-action="redo"]"#).await?;
    editor
        .expect_order("experience.role", &["Cameriera", "Cuoca"])
        .await?;
    editor.wait_until_saved().await
}

async fn print(browser: &Browser) -> Result<()> {
    browser
        .press_enter_on(r#"[data-action="open-preview"]"#)
        .await?;
    browser.element(".preview-page svg").await?;
    browser.expect_focus("#page-title").await?;
    browser
        .press_enter_on(r#"[data-action="download-pdf"]"#)
        .await?;
    downloads::wait_for(browser, downloads::is_whole_pdf).await?;
    Ok(())
}

async fn settings_and_linking_need_no_pointer(stage: &Stage, engine: Engine) -> Result<()> {
    let browser = stage.browser(engine, "phone").await?;
    let editor = Editor::start_from_home(&browser, &stage.server).await?;
    editor.write("personal.given-name", 0, "Giulia").await?;
    editor.wait_until_saved().await?;
    browser.tab_back_to(r#"[data-action="menu"]"#).await?;
    browser.press(&[Key::Enter]).await?;
    browser.element(".menu-panel").await?;
    // Going on past the menu closes it, so that it covers nothing.
    browser
        .tab_to(r#"[data-action="redo"], [data-action="undo"], #toggle-personal"#)
        .await?;
    let closed = "return !document.querySelector('#app-menu').open";
    browser.until("the menu to close", closed, &[]).await?;
    open_from_menu(&browser, "/settings").await?;
    browser.tab_to("#theme").await?;
    if engine != Engine::WebKit {
        // There the list that opens is a window of its own, which no driver reaches.
        browser.press_text("s").await?;
        let dark = "return document.documentElement.dataset.theme === 'dark'";
        browser.until("dark colours", dark, &[]).await?;
    }
    open_from_menu(&browser, "/devices").await?;
    browser
        .press_enter_on(r#"[data-action="offer-link"]"#)
        .await?;
    let code = browser.element("#link-code").await?.text().await?;

    let other = stage.browser(Engine::Chromium, "tablet").await?;
    other.goto(&stage.server.address("/devices")).await?;
    other.element("#join-code").await?;
    other.tab_to("#join-code").await?;
    other.press_text(code.trim()).await?;
    other.press(&[Key::Enter]).await?;
    other.element("#joining-word").await?;
    browser.element(r#"[data-action="confirm-link"]"#).await?;
    browser
        .press_enter_on(r#"[data-action="confirm-link"]"#)
        .await?;
    browser.element(r#"[data-link-state="done"]"#).await?;
    Ok(())
}

async fn open_from_menu(browser: &Browser, path: &str) -> Result<()> {
    browser.tab_back_to(r#"[data-action="menu"]"#).await?;
    browser.press(&[Key::Enter]).await?;
    browser
        .press_enter_on(&format!(r#".menu-panel a[href="{path}"]"#))
        .await?;
    browser.expect_focus("#page-title").await
}
