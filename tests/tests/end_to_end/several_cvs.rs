//! Several CVs of one person: a copy for a vacancy, one in another language, the version of an earlier
//! day; and from the list to a PDF or a printer in two taps.

use anyhow::{Result, ensure};
use approdo_tests::{Browser, Editor, Engine, Stage, downloads, in_every_engine, pdf, screen};
use serde_json::Value;

in_every_engine!(
    a_copy_for_a_vacancy_goes_its_own_way,
    a_copy_in_english_is_printed_in_english,
    the_version_of_yesterday_comes_back_and_goes_again,
);

const PROFILE: &str = "Precisa e puntuale";

async fn a_copy_for_a_vacancy_goes_its_own_way(stage: &Stage, engine: Engine) -> Result<()> {
    let browser = stage.browser(engine, "phone").await?;
    let editor = Editor::start_from_home(&browser, &stage.server).await?;
    editor.write("personal.given-name", 0, "Amina").await?;
    editor.write("profile", 0, PROFILE).await?;
    let role = ("experience.role", "Magazziniera");
    editor.add_entry("experience", &[role]).await?;
    editor.wait_until_saved().await?;
    let source = editor.path().await?;

    open_menu(stage, &browser).await?;
    screen::keep(&browser, "list-menu", "390-light-it").await?;
    browser.click(r#"[data-action="copy-cv"]"#).await?;
    browser
        .type_text("#copy-vacancy", "Logistica Rossi")
        .await?;
    screen::keep(&browser, "copy", "390-light-it").await?;
    browser.click(r#"[data-action="make-copy"]"#).await?;
    let copy = Editor::opened(&browser).await?;
    ensure!(copy.path().await? != source, "the copy is the CV itself");
    copy.rewrite("profile", 0, "Uso il muletto ogni giorno")
        .await?;
    copy.wait_until_saved().await?;
    copy.reload().await?;
    let title = browser.value("#title").await?;
    ensure!(title == "CV – Logistica Rossi", "it is called “{title}”");
    copy.wait_for("experience.role", 0, "Magazziniera").await?;
    copy.wait_for("profile", 0, "Uso il muletto ogni giorno")
        .await?;

    let editor = Editor::open(&browser, &stage.server, &source).await?;
    editor.wait_for("profile", 0, PROFILE).await?;
    editor.wait_for("experience.role", 0, "Magazziniera").await
}

async fn a_copy_in_english_is_printed_in_english(stage: &Stage, engine: Engine) -> Result<()> {
    let browser = stage.browser(engine, "phone").await?;
    let editor = Editor::start_from_home(&browser, &stage.server).await?;
    editor.write("personal.given-name", 0, "Amina").await?;
    editor.write("profile", 0, PROFILE).await?;
    let job = [
        ("experience.role", "Magazziniera"),
        ("experience.start", "03/2019"),
    ];
    editor.add_entry("experience", &job).await?;
    editor.tick("own-car").await?;
    editor.wait_until_ready_offline().await?;
    let source = editor.path().await?;

    open_menu(stage, &browser).await?;
    browser.click(r#"[data-action="translate-cv"]"#).await?;
    browser
        .click(r#"[data-action="make-translation"][data-language="en"]"#)
        .await?;
    until_untranslated(&browser, 2).await?;
    browser
        .replace_text("#profile", "Precise and punctual")
        .await?;
    until_untranslated(&browser, 1).await?;
    screen::keep(&browser, "translation", "390-light-it").await?;
    browser.click(r#"[data-action="same-text"]"#).await?;
    until_untranslated(&browser, 0).await?;

    let words = [
        "Precise and punctual",
        "Work experience",
        "Mar 2019",
        "own car",
    ];
    print_the_first_to_a_file(stage, &browser, &words).await?;

    // A language that the interface does not speak has its words from the server, once.
    if engine == Engine::Chromium {
        let translation = stage.server.address(&format!("{source}/language"));
        browser.goto(&translation).await?;
        browser
            .click(r#"[data-action="make-translation"][data-language="de"]"#)
            .await?;
        until_untranslated(&browser, 2).await?;
        let words = [PROFILE, "Berufserfahrung", "März 2019", "eigenes Auto"];
        print_the_first_to_a_file(stage, &browser, &words).await?;
    }

    // And two taps to a printer: no automated browser shows its dialog.
    let note = "window.printed = 0; window.print = () => { window.printed += 1 }";
    browser.script::<Value>(note, &[]).await?;
    browser.click(r#"[data-action="print-cv"]"#).await?;
    let printed = "return window.printed === 1
        && document.querySelector('.preview-page svg') !== null";
    browser
        .until("the dialog for printing", printed, &[])
        .await?;
    Ok(())
}

async fn the_version_of_yesterday_comes_back_and_goes_again(
    stage: &Stage,
    engine: Engine,
) -> Result<()> {
    let browser = stage.browser(engine, "phone").await?;
    let editor = Editor::start_from_home(&browser, &stage.server).await?;
    // Until the page is loaded again, its clock is a day behind.
    let yesterday = "const now = window.Date.now; window.Date.now = () => now() - 86_400_000";
    browser.script::<Value>(yesterday, &[]).await?;
    editor
        .write("profile", 0, "Cerco lavoro in magazzino")
        .await?;
    editor
        .add_entry("skills", &[("skill.name", "Muletto")])
        .await?;
    editor.wait_until_saved().await?;
    editor.reload().await?;
    editor
        .rewrite("profile", 0, "Cerco lavoro in cucina")
        .await?;
    editor.open_section("skills").await?;
    browser
        .click(r#"[data-section="skills"] [data-action="delete"]"#)
        .await?;
    editor.wait_until_saved().await?;
    let path = editor.path().await?;

    open_menu(stage, &browser).await?;
    browser.click(r#"[data-action="cv-versions"]"#).await?;
    browser.element("[data-day] ~ [data-day]").await?;
    browser.click("[data-day] details summary").await?;
    let words = "const day = document.querySelector('[data-day]');
        return [...day.querySelectorAll('del, ins')].map((run) => run.textContent)";
    let words: Vec<String> = browser.script(words, &[]).await?;
    for word in ["magazzino", "cucina", "Muletto"] {
        ensure!(words.iter().any(|run| run == word), "{word}: {words:?}");
    }
    screen::keep(&browser, "versions", "390-light-it").await?;
    browser.click(r#"[data-action="go-back"]"#).await?;
    let editor = read_again(&browser).await?;
    editor
        .wait_for("profile", 0, "Cerco lavoro in magazzino")
        .await?;
    editor.expect_entries("skill.name", &["Muletto"]).await?;

    // The way back has a way back.
    editor
        .rewrite("profile", 0, "Cerco lavoro in ufficio")
        .await?;
    editor.wait_until_saved().await?;
    let versions = format!("{path}/versions");
    browser.goto(&stage.server.address(&versions)).await?;
    browser.click(r#"[data-action="go-back"]"#).await?;
    browser.click(r#"[data-action="undo-delete"]"#).await?;
    let editor = read_again(&browser).await?;
    editor
        .wait_for("profile", 0, "Cerco lavoro in ufficio")
        .await
}

/// Goes to the form, waits until everything is stored, and reads it afresh.
async fn read_again(browser: &Browser) -> Result<Editor<'_>> {
    browser.click(r#"[data-action="open-editor"]"#).await?;
    let editor = Editor::opened(browser).await?;
    editor.wait_until_saved().await?;
    editor.reload().await?;
    Ok(editor)
}

/// Saves the first CV of the list as PDF, two taps away: a new copy stands first, as the one changed last.
async fn print_the_first_to_a_file(
    stage: &Stage,
    browser: &Browser,
    expected: &[&str],
) -> Result<()> {
    open_menu(stage, browser).await?;
    browser
        .click(r#"[data-cv] [data-action="download-pdf"]"#)
        .await?;
    let file = downloads::wait_for(browser, downloads::is_whole_pdf).await?;
    let text = pdf::text(&file)?;
    std::fs::remove_file(&file)?;
    for words in expected {
        ensure!(text.contains(words), "“{words}” is missing: {text}");
    }
    ensure!(!text.contains("Esperienza"), "Italian words: {text}");
    Ok(())
}

/// Opens the menu of the first CV of the list.
async fn open_menu(stage: &Stage, browser: &Browser) -> Result<()> {
    browser.goto(&stage.server.address("/cv")).await?;
    browser
        .click(r#"[data-cv] [data-action="cv-menu"]"#)
        .await?;
    browser.element("[data-cv-menu]").await?;
    Ok(())
}

async fn until_untranslated(browser: &Browser, count: u32) -> Result<()> {
    let script = "return document.querySelector('[data-untranslated]')
        ?.dataset.untranslated === String(arguments[0])";
    let what = format!("{count} texts to translate");
    browser.until(&what, script, &[count.into()]).await?;
    Ok(())
}
