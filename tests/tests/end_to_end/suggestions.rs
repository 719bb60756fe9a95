//! What is offered while one types, without a network: an occupation although it is misspelt, its ready
//! phrases, a town with its province. What is typed stays as it is unless something is chosen.

use anyhow::Result;
use approdo_tests::{Browser, Editor, Engine, Stage, axe, in_every_engine, layout};
use thirtyfour::Key;

in_every_engine!(
    a_misspelt_occupation_gives_phrases_and_a_town_its_province,
    what_is_typed_stays_unless_something_is_chosen,
);

const ROLE: &str = r#"[id^="experience-"][id$="-role"]"#;
const CITY: &str = "#personal-city";
/// The list of suggestions that is shown.
const LIST: &str = r#"[role="listbox"]:not([hidden])"#;
/// A ready phrase that is not yet in the text.
const PHRASE: &str = r#"[data-action="phrase"][aria-pressed="false"]"#;

/// Opens an editor that needs no network any more.
async fn offline_editor<'a>(stage: &Stage, browser: &'a Browser) -> Result<Editor<'a>> {
    let editor = Editor::start_from_home(browser, &stage.server).await?;
    editor.wait_until_ready_offline().await?;
    stage.server.stop();
    Ok(editor)
}

/// Waits until the first suggestion is this one.
pub async fn first_is(browser: &Browser, text: &str) -> Result<()> {
    let script = "return document.querySelector(arguments[0])
        ?.querySelector('[role=option] span')?.textContent === arguments[1]";
    let arguments = [LIST.into(), text.into()];
    let what = format!("the suggestion “{text}”");
    browser.until(&what, script, &arguments).await?;
    Ok(())
}

/// Waits until a field is a combobox: what makes it one comes after the editor.
pub async fn combobox(browser: &Browser, field: &str) -> Result<()> {
    browser
        .element(&format!(r#"{field}[role="combobox"]"#))
        .await?;
    Ok(())
}

async fn a_misspelt_occupation_gives_phrases_and_a_town_its_province(
    stage: &Stage,
    engine: Engine,
) -> Result<()> {
    let browser = stage.browser(engine, "phone").await?;
    let editor = offline_editor(stage, &browser).await?;
    combobox(&browser, CITY).await?;
    browser.type_text(CITY, "casalmag").await?;
    first_is(&browser, "Casalmaggiore (CR)").await?;
    axe::check(&browser, "suggestions").await?;
    layout::check(&browser, "suggestions").await?;
    browser.click(&format!("{LIST} [role=option]")).await?;
    editor
        .wait_for("personal.city", 0, "Casalmaggiore (CR)")
        .await?;

    editor.add_entry("experience", &[]).await?;
    combobox(&browser, ROLE).await?;
    browser.type_text(ROLE, "magaziniera").await?;
    first_is(&browser, "Magazziniera").await?;
    browser.press(&[Key::Down, Key::Enter]).await?;
    editor
        .wait_for("experience.role", 0, "Magazziniera")
        .await?;
    tap_phrases(&browser, &editor).await
}

/// Taps two phrases in, and takes the second back.
async fn tap_phrases(browser: &Browser, editor: &Editor<'_>) -> Result<()> {
    browser.click("[data-phrases] summary").await?;
    browser.element(PHRASE).await?;
    let words = |script| async move { browser.script::<String>(script, &[]).await };
    let first = words("return document.querySelector('[data-action=phrase]').innerText").await?;
    browser.click(PHRASE).await?;
    editor.wait_for("experience.description", 0, &first).await?;
    axe::check(browser, "ready phrases").await?;
    layout::check(browser, "ready phrases").await?;
    browser.click(PHRASE).await?;
    let two = "return document.querySelector('[id$=-description]').value.split('\\n').length === 2";
    browser.until("a second line", two, &[]).await?;
    browser.click(r#"[data-action="undo"]"#).await?;
    editor.wait_for("experience.description", 0, &first).await?;
    browser
        .click(r#"[data-action="phrase"][aria-pressed="true"]"#)
        .await?;
    editor.wait_for("experience.description", 0, "").await?;
    editor.wait_until_saved().await
}

async fn what_is_typed_stays_unless_something_is_chosen(
    stage: &Stage,
    engine: Engine,
) -> Result<()> {
    let browser = stage.browser(engine, "phone").await?;
    let editor = offline_editor(stage, &browser).await?;
    combobox(&browser, CITY).await?;
    browser.tab_to("#personal-headline").await?;
    browser.press_text("cameriera").await?;
    browser.element(LIST).await?;
    browser.press(&[Key::Down]).await?;
    let active = r##"return document.activeElement.getAttribute("aria-activedescendant")
        === document.querySelector('[role="option"][aria-selected="true"]')?.id"##;
    browser.until("the first suggestion", active, &[]).await?;
    browser.press(&[Key::Escape]).await?;
    let closed = "return document.querySelector(arguments[0]) === null";
    browser
        .until("the list to close", closed, &[LIST.into()])
        .await?;
    editor.wait_for("personal.headline", 0, "cameriera").await?;
    // Going on chooses nothing either.
    browser.press_text(" d").await?;
    browser.element(LIST).await?;
    browser.press(&[Key::Down, Key::Tab]).await?;
    browser
        .until("the list to close", closed, &[LIST.into()])
        .await?;
    editor.wait_for("personal.headline", 0, "cameriera d").await
}
