//! A step whose day has come: said above the list of applications, and, once the person allowed it, in a notification that
//! says no more than that there is something to do.

use anyhow::{Result, ensure};
use approdo_tests::screen::{self, Theme};
use approdo_tests::{Browser, Editor, Engine, Stage, axe, in_engines, layout};
use serde_json::json;

// Only its driver grants permissions.
in_engines!([Chromium] a_step_whose_day_has_come_is_told_of_discreetly);

const TODAY: &str = "const day = new Date();
    const two = (number) => String(number).padStart(2, '0');
    return `${two(day.getDate())}/${two(day.getMonth() + 1)}/${day.getFullYear()}`";

/// What stands in the notifications that are shown.
const SHOWN: &str = "const done = arguments[arguments.length - 1];
    navigator.serviceWorker.ready
        .then((registration) => registration.getNotifications())
        .then((all) => done(all.map((one) => `${one.title} ${one.body}`)))";

async fn a_step_whose_day_has_come_is_told_of_discreetly(
    stage: &Stage,
    engine: Engine,
) -> Result<()> {
    let browser = stage.browser(engine, "phone").await?;
    screen::prefer_before_first_visit(&browser, &stage.server, "it", Theme::Light).await?;
    let editor = Editor::start_from_home(&browser, &stage.server).await?;
    editor.wait_until_ready_offline().await?;
    let granted = json!({ "permissions": ["notifications"] });
    browser
        .devtools("Browser.grantPermissions", granted)
        .await?;

    write_application(&browser, stage).await?;
    browser.goto(&stage.server.address("/applications")).await?;
    browser
        .element("[data-due-steps] [href^='/applications/']")
        .await?;
    let reminders = "[data-reminders=off] summary";
    browser.click(reminders).await?;
    look(&browser, "reminders-off").await?;
    browser.click(r#"[data-action="begin-reminders"]"#).await?;
    browser.element("[data-reminders=discreet]").await?;
    look(&browser, "reminders-on").await?;
    let is_shown =
        "return (await (await navigator.serviceWorker.ready).getNotifications()).length === 1";
    let is_shown = format!("return (async () => {{ {is_shown} }})()");
    browser.until("the notification", &is_shown, &[]).await?;
    let shown: Vec<String> = browser.script_async(SHOWN, &[]).await?;
    ensure!(
        shown == ["Oggi: un passo per una candidatura "],
        "it says {shown:?}"
    );
    Ok(())
}

async fn write_application(browser: &Browser, stage: &Stage) -> Result<()> {
    let new = stage.server.address("/applications/new");
    browser.goto(&new).await?;
    browser
        .type_text("#application-new-company", "Forno Rossi")
        .await?;
    browser
        .click(r#"[data-action="begin-application"]"#)
        .await?;
    browser.click("#toggle-next-step").await?;
    browser
        .type_text("#next-step-what", "Telefonare a Lucia")
        .await?;
    let today: String = browser.script(TODAY, &[]).await?;
    browser.type_text("#next-step-on", &today).await?;
    let saved = "return document.querySelector('[data-save-state=saved]') !== null";
    browser.until("it is saved", saved, &[]).await?;
    Ok(())
}

async fn look(browser: &Browser, state: &str) -> Result<()> {
    axe::check(browser, state).await?;
    layout::check(browser, state).await
}
