//! The check of a CV: it names what is wrong, leads there, remembers what was put off; and its
//! dictionary, once loaded, works without a network.

use anyhow::{Result, ensure};
use approdo_tests::{Browser, Editor, Engine, Stage, axe, in_every_engine, screen};

in_every_engine!(the_check_names_faults_leads_to_them_and_remembers_what_was_put_off);
in_every_engine!(spelling_is_looked_at_without_a_network_once_the_dictionary_is_there);

const PROFILE: &str = "Sono una persona dinamica. Ho due figli e vivo a Crema";

async fn the_check_names_faults_leads_to_them_and_remembers_what_was_put_off(
    stage: &Stage,
    engine: Engine,
) -> Result<()> {
    let browser = stage.browser(engine, "phone").await?;
    let editor = Editor::start_from_home(&browser, &stage.server).await?;
    editor.write("personal.given-name", 0, "Amina").await?;
    editor.write("profile", 0, PROFILE).await?;
    editor.wait_until_saved().await?;
    let path = editor.path().await?;

    open_check(&browser).await?;
    for rule in [
        "missing-name",
        "missing-contact",
        "family-facts",
        "empty-phrase",
    ] {
        browser.element(&finding(rule)).await?;
    }
    axe::check(&browser, "check").await?;
    screen::keep(&browser, "check", "390-light-it").await?;

    act(&browser, "family-facts", "go-to-field").await?;
    expect_selected(&browser, "profile", "due figli").await?;

    // What was put off is still so after the page was loaded anew, and comes back with another text.
    open_check(&browser).await?;
    act(&browser, "empty-phrase", "put-off").await?;
    wait_until_gone(&browser, "empty-phrase").await?;
    browser
        .goto(&stage.server.address(&format!("{path}/check")))
        .await?;
    browser.element(r#"[data-disclosure="put-off"]"#).await?;
    wait_until_gone(&browser, "empty-phrase").await?;
    browser.click(r#"[data-action="open-editor"]"#).await?;
    let editor = Editor::opened(&browser).await?;
    editor
        .rewrite("profile", 0, "Persona dinamica e solare")
        .await?;
    open_check(&browser).await?;
    browser.element(&finding("empty-phrase")).await?;
    wait_until_gone(&browser, "family-facts").await
}

async fn spelling_is_looked_at_without_a_network_once_the_dictionary_is_there(
    stage: &Stage,
    engine: Engine,
) -> Result<()> {
    let browser = stage.browser(engine, "phone").await?;
    let editor = Editor::start_from_home(&browser, &stage.server).await?;
    editor
        .write("profile", 0, "Addetta al magazino della Piovanelli")
        .await?;
    editor.wait_until_ready_offline().await?;
    editor.wait_until_saved().await?;
    open_check(&browser).await?;
    act(&browser, "spelling", "replace-word").await?;
    wait_until_gone(&browser, "spelling").await?;

    stage.server.stop();
    browser.click(r#"[data-action="open-editor"]"#).await?;
    let editor = Editor::opened(&browser).await?;
    editor
        .wait_for("profile", 0, "Addetta al magazzino della Piovanelli")
        .await?;
    browser.click(r#"[data-action="undo"]"#).await?;
    editor
        .wait_for("profile", 0, "Addetta al magazino della Piovanelli")
        .await?;
    editor.rewrite("profile", 0, "Gestioen del reparto").await?;
    editor.wait_until_saved().await?;
    editor.reload().await?;
    open_check(&browser).await?;
    browser.element(&finding("spelling")).await?;

    // A word that is right for its person stays right.
    act(&browser, "spelling", "accept-word").await?;
    wait_until_gone(&browser, "spelling").await?;
    browser
        .click(r#"[data-disclosure="own-words"] summary"#)
        .await?;
    browser.click(r#"[data-action="forget-word"]"#).await?;
    browser.element(&finding("spelling")).await?;
    Ok(())
}

async fn open_check(browser: &Browser) -> Result<()> {
    browser.click(r#"[data-action="open-check"]"#).await?;
    browser.element("[data-check]").await?;
    Ok(())
}

fn finding(rule: &str) -> String {
    format!(r#"[data-finding="{rule}"]"#)
}

async fn act(browser: &Browser, rule: &str, action: &str) -> Result<()> {
    let button = format!(r#"{} [data-action="{action}"]"#, finding(rule));
    browser.click(&button).await
}

async fn wait_until_gone(browser: &Browser, rule: &str) -> Result<()> {
    let gone = "return document.querySelector('[data-spelling=ready]') !== null
        && document.querySelector(arguments[0]) === null";
    browser
        .until(&format!("{rule} to go"), gone, &[finding(rule).into()])
        .await?;
    Ok(())
}

/// Waits until a field has the focus, with just these words selected.
async fn expect_selected(browser: &Browser, id: &str, words: &str) -> Result<()> {
    let selected = "const field = document.activeElement;
        return field?.id === arguments[0] && field.selectionEnd > field.selectionStart
            && field.value.slice(field.selectionStart, field.selectionEnd)";
    let found = browser
        .until(&format!("{id} to have the focus"), selected, &[id.into()])
        .await?;
    let found = found.as_str().unwrap_or_default();
    ensure!(found.contains(words), "“{found}” is selected");
    Ok(())
}
