//! An application on two devices: begun on one, sent with CV and letter, moved to the interview on both at once
//! while they are apart, with what each wrote kept; and what was sent is opened after the CV changed.

use anyhow::{Result, ensure};
use approdo_tests::screen::{self, Theme};
use approdo_tests::{Browser, Editor, Engine, Stage, axe, devices, downloads, layout, pdf, play};
use serde_json::Value;

const PROFILE_SENT: &str = "Lavoro volentieri in squadra.";
const PROFILE_LATER: &str = "Cerco un lavoro di notte.";
const LETTER: &str = "Passo ogni giorno davanti alla vostra trattoria.";
const CONTACT: &str = "Lucia, 0372 12345";
const NOTES: &str = "Portare il libretto sanitario.";

#[tokio::test]
async fn an_application_is_moved_on_two_devices_chromium_with_firefox() {
    play("applications-chromium-firefox", async |stage| {
        two_devices(stage, Engine::Chromium, Engine::Firefox).await
    })
    .await;
}

#[tokio::test]
async fn an_application_is_moved_on_two_devices_webkit_with_chromium() {
    play("applications-webkit-chromium", async |stage| {
        two_devices(stage, Engine::WebKit, Engine::Chromium).await
    })
    .await;
}

async fn two_devices(stage: &Stage, first: Engine, second: Engine) -> Result<()> {
    let server = &stage.server;
    let phone = stage.browser(first, "phone").await?;
    let tablet = stage.browser(second, "tablet").await?;
    for browser in [&phone, &tablet] {
        screen::prefer_before_first_visit(browser, server, "it", Theme::Light).await?;
    }
    let on_phone = Editor::start_from_home(&phone, server).await?;
    let cv = on_phone.path().await?;
    on_phone.write("personal.given-name", 0, "Giulia").await?;
    on_phone.write("profile", 0, PROFILE_SENT).await?;
    on_phone.wait_until_saved().await?;
    write_letter(&phone, stage).await?;
    devices::link(&phone, &tablet, server).await?;

    send_application(&phone, stage).await?;
    tablet.goto(&server.address("/applications")).await?;
    tablet.click(r#"[data-state="sent"] .card-title a"#).await?;
    tablet.element(r#"[data-application-editor]"#).await?;
    wait_for_state(&phone, &["synced"]).await?;

    server.stop();
    move_to_interview(&phone).await?;
    write_in_part(&phone, "how", "#how-contact", CONTACT).await?;
    move_to_interview(&tablet).await?;
    write_in_part(&tablet, "how", "#how-notes", NOTES).await?;
    for browser in [&phone, &tablet] {
        wait_for_state(browser, &["offline", "pending", "error"]).await?;
    }
    server.start_again().await?;
    for browser in [&phone, &tablet] {
        expect_value(browser, "#how-contact", CONTACT).await?;
        expect_value(browser, "#how-notes", NOTES).await?;
        let agreed = "return document.querySelector('[data-conflict]') === null";
        browser.until("no conflict", agreed, &[]).await?;
    }
    open_what_was_sent(&phone, stage, &cv).await?;
    read_the_letter_sent(&tablet).await
}

async fn look(browser: &Browser, state: &str) -> Result<()> {
    axe::check(browser, state).await?;
    layout::check(browser, state).await
}

/// A letter of one sentence; it goes with the CV.
async fn write_letter(browser: &Browser, stage: &Stage) -> Result<()> {
    browser.goto(&stage.server.address("/letters/new")).await?;
    browser.click(r#"[data-action="begin-letter"]"#).await?;
    browser.element(r#"[data-question="company"]"#).await?;
    wait_for_state(browser, &["saved"]).await?;
    let path: String = browser.script("return location.pathname", &[]).await?;
    let editor = path.split("/guided").next().unwrap_or_default();
    browser.goto(&stage.server.address(editor)).await?;
    browser.type_text("#text-opening", LETTER).await?;
    wait_for_state(browser, &["saved"]).await
}

async fn send_application(browser: &Browser, stage: &Stage) -> Result<()> {
    browser.goto(&stage.server.address("/applications")).await?;
    browser.click(r#"[data-action="new-application"]"#).await?;
    browser.type_text("#application-new-role", "Cuoca").await?;
    let company = "#application-new-company";
    browser.type_text(company, "Trattoria Il Sole").await?;
    browser
        .click(r#"[data-action="begin-application"]"#)
        .await?;
    browser.element("[data-application-editor]").await?;
    look(browser, "application").await?;
    begin_move(browser, "sent").await?;
    choose(browser, "#how-channel", 1).await?;
    choose(browser, "#papers-letter", 0).await?;
    look(browser, "application-sent").await?;
    browser.click(r#"[data-action="confirm-move"]"#).await?;
    browser.element("[data-application-editor]").await?;
    expect_state(browser, "Mandata").await
}

async fn begin_move(browser: &Browser, to: &str) -> Result<()> {
    browser.click("#application-state").await?;
    browser.click(&format!(r#"[data-to="{to}"]"#)).await?;
    browser.element(&format!(r#"[data-moving="{to}"]"#)).await?;
    Ok(())
}

/// Chooses the option at a position. The list that a browser opens is not part of the page in every engine.
async fn choose(browser: &Browser, select: &str, position: usize) -> Result<()> {
    browser.element(select).await?;
    let script = "const field = document.querySelector(arguments[0]);
        field.value = field.options[arguments[1]].value;
        field.dispatchEvent(new Event('change', { bubbles: true }));";
    let arguments = [select.into(), position.into()];
    browser.script::<Value>(script, &arguments).await?;
    Ok(())
}

async fn move_to_interview(browser: &Browser) -> Result<()> {
    begin_move(browser, "interview").await?;
    // The day is asked: without it nothing moves.
    browser.click(r#"[data-action="confirm-move"]"#).await?;
    browser.expect_focus("#date-interview").await?;
    browser.type_text("#date-interview", "1/12/2026").await?;
    browser.click(r#"[data-action="confirm-move"]"#).await?;
    browser.element("[data-application-editor]").await?;
    expect_state(browser, "Colloquio").await
}

async fn write_in_part(browser: &Browser, part: &str, field: &str, text: &str) -> Result<()> {
    browser.click(&format!("#toggle-{part}")).await?;
    browser.type_text(field, text).await
}

async fn expect_state(browser: &Browser, words: &str) -> Result<()> {
    let said = "return document.querySelector('.application-state strong')
        ?.innerText === arguments[0]";
    browser.until(words, said, &[words.into()]).await?;
    Ok(())
}

async fn expect_value(browser: &Browser, field: &str, text: &str) -> Result<()> {
    let written = "return document.querySelector(arguments[0])?.value === arguments[1]";
    let what = format!("“{text}” in {field}");
    browser
        .until(&what, written, &[field.into(), text.into()])
        .await?;
    Ok(())
}

async fn wait_for_state(browser: &Browser, words: &[&str]) -> Result<()> {
    let said = "return arguments[0]
        .includes(document.querySelector('[data-save-state]')?.dataset.saveState)";
    let what = format!("the screen to say {words:?}");
    browser.until(&what, said, &[words.into()]).await?;
    Ok(())
}

/// The CV changes; what was sent says what it said.
async fn open_what_was_sent(browser: &Browser, stage: &Stage, cv: &str) -> Result<()> {
    let application: String = browser.script("return location.pathname", &[]).await?;
    let editor = Editor::open(browser, &stage.server, cv).await?;
    editor.rewrite("profile", 0, PROFILE_LATER).await?;
    editor.wait_until_saved().await?;
    let sent = format!("{application}/sent/cv");
    browser.goto(&stage.server.address(&sent)).await?;
    browser.click(r#"[data-action="download-sent"]"#).await?;
    let file = downloads::wait_for(browser, downloads::is_whole_pdf).await?;
    let text = pdf::text(&file)?;
    pdf::contains_in_order(&text, &["Giulia", PROFILE_SENT])?;
    ensure!(!text.contains("di notte"), "{text}");
    pdf::check(&file)
}

/// The letter came to the other device as the file that went out.
async fn read_the_letter_sent(browser: &Browser) -> Result<()> {
    browser.click("#toggle-papers").await?;
    browser
        .click(r#"[data-sent="letter"] [data-action="open-sent"]"#)
        .await?;
    browser.click(r#"[data-action="download-sent"]"#).await?;
    let file = downloads::wait_for(browser, downloads::is_whole_pdf).await?;
    pdf::contains_in_order(&pdf::text(&file)?, &[LETTER])?;
    look(browser, "application-sent-letter").await
}
