//! A letter by questions: on a phone and without a network, from a CV to a draft whose phrases can be replaced, follow what is
//! answered later, and are there again after a reload; from the check to the words meant; and out, with the CV in one PDF.

use anyhow::{Result, ensure};
use approdo_tests::guided::Guided;
use approdo_tests::screen::{self, Theme};
use approdo_tests::{Browser, Editor, Engine, Stage, axe, downloads, in_every_engine, layout, pdf};

in_every_engine!(a_letter_is_written_from_questions_without_a_network);

const OPENING: &str = r#"[data-field="text.opening"] textarea"#;
const WHY_YOU: &str = r#"[data-field="text.why-you"] textarea"#;

async fn a_letter_is_written_from_questions_without_a_network(
    stage: &Stage,
    engine: Engine,
) -> Result<()> {
    let browser = stage.browser(engine, "phone").await?;
    screen::prefer_before_first_visit(&browser, &stage.server, "it", Theme::Light).await?;
    let editor = Editor::start_from_home(&browser, &stage.server).await?;
    editor.write_sample().await?;
    editor.wait_until_saved().await?;
    editor.wait_until_ready_offline().await?;
    stage.server.stop();

    begin(&browser).await?;
    let guided = Guided { browser: &browser };
    answer(&guided).await?;
    expect_in_letter(&browser, "Rossi Trasporti").await?;
    replace_a_phrase(&browser).await?;
    guided.wait_until_saved().await?;
    let opening = browser.value(OPENING).await?;
    guided.reload_at("draft").await?;
    ensure!(browser.value(OPENING).await? == opening, "another opening");
    change_the_company(&guided).await?;
    check_the_letter(&browser).await?;
    fill_in_what_keeps_it_here(&browser).await?;
    change_the_company_in_the_editor(&browser).await?;
    look_at_the_pages(&browser).await?;
    send_it_with_the_cv(&browser).await
}

async fn look(browser: &Browser, state: &str) -> Result<()> {
    axe::check(browser, state).await?;
    layout::check(browser, state).await
}

async fn begin(browser: &Browser) -> Result<()> {
    browser.click(r#"[data-action="menu"]"#).await?;
    browser.click(r#"#app-menu [href="/letters"]"#).await?;
    browser.click(r#"[data-action="new-letter"]"#).await?;
    browser.element("[data-new-letter]").await?;
    look(browser, "new-letter").await?;
    browser.click(r#"[data-action="begin-letter"]"#).await
}

async fn answer(guided: &Guided<'_>) -> Result<()> {
    guided.expect("company").await?;
    look(guided.browser, "letter-company").await?;
    guided.write("addressee.company", "Rossi Trasporti").await?;
    guided.on_to("role").await?;
    guided.write("wanted.role", "Addetta al magazzino").await?;
    guided.on_to("source").await?;
    guided.on_to("skill").await?;
    guided.write("answer.skill", "Uso del transpallet").await?;
    guided.on_to("reason").await?;
    guided.write("answer.reason", "abito vicino").await?;
    guided.on_to("draft").await?;
    let drafted = "return document.querySelector(arguments[0])?.value.length > 10";
    let browser = guided.browser;
    browser
        .until("the draft", drafted, &[OPENING.into()])
        .await?;
    let why_you = browser.value(WHY_YOU).await?;
    ensure!(why_you.contains("perché abito vicino"), "{why_you}");
    look(browser, "letter-draft").await
}

async fn expect_in_letter(browser: &Browser, words: &str) -> Result<()> {
    let said = "return [...document.querySelectorAll('[data-draft] :is(input, textarea)')]
        .some((field) => field.value.includes(arguments[0]))";
    let what = format!("{words} in the letter");
    browser.until(&what, said, &[words.into()]).await?;
    Ok(())
}

/// Another sentence with a tap, and another with the next one.
async fn replace_a_phrase(browser: &Browser) -> Result<()> {
    let changed = "return document.querySelector(arguments[0]).value !== arguments[1]";
    let another = r#"[data-letter-part="opening"] [data-action="another-phrase"]"#;
    for _ in 0..2 {
        let before = browser.value(OPENING).await?;
        browser.click(another).await?;
        browser
            .until("another phrase", changed, &[OPENING.into(), before.into()])
            .await?;
    }
    Ok(())
}

/// The company is called otherwise: the phrases say so, and what the person wrote stays.
async fn change_the_company(guided: &Guided<'_>) -> Result<()> {
    let browser = guided.browser;
    browser.replace_text(OPENING, "Passo ogni giorno.").await?;
    for question in ["reason", "skill", "source", "role", "company"] {
        guided.back_to(question).await?;
    }
    guided.write("addressee.company", " Nord").await?;
    for question in ["role", "source", "skill", "reason", "draft"] {
        guided.on_to(question).await?;
    }
    expect_in_letter(browser, "Rossi Trasporti Nord").await?;
    expect_in_letter(browser, "Passo ogni giorno.").await
}

/// A blank is found by the check, which leads to it in the editor.
async fn check_the_letter(browser: &Browser) -> Result<()> {
    browser.replace_text(OPENING, "Le scrivo da ….").await?;
    browser
        .until(
            "the blank to be said",
            "return document.querySelector('[data-open-blanks]') !== null",
            &[],
        )
        .await?;
    browser.click(r#"[data-action="open-check"]"#).await?;
    let blank = r#"[data-finding="open-blank"] [data-action="go-to-field"]"#;
    browser.element(blank).await?;
    look(browser, "letter-check").await?;
    browser.click(blank).await?;
    browser.expect_focus("#text-opening").await?;
    look(browser, "letter-editor").await
}

/// The blank keeps the letter from going out; the way out leads to it.
async fn fill_in_what_keeps_it_here(browser: &Browser) -> Result<()> {
    open(browser, "open-export").await?;
    browser.element("[data-export-obstacle]").await?;
    look(browser, "letter-obstacle").await?;
    browser
        .click(r#"[data-export-obstacle] [data-action="go-to-field"]"#)
        .await?;
    browser.expect_focus("#text-opening").await?;
    browser
        .replace_text("#text-opening", "Le scrivo da Soresina.")
        .await
}

/// Goes to another page about the letter by the bar at the bottom.
async fn open(browser: &Browser, action: &str) -> Result<()> {
    let link = format!(r#".bottom-bar [data-action="{action}"]"#);
    browser.click(&link).await
}

/// Phrases follow the company in the editor too, and what the person wrote stays.
async fn change_the_company_in_the_editor(browser: &Browser) -> Result<()> {
    browser
        .click(r#"[data-section="addressee"] [data-action="toggle-section"]"#)
        .await?;
    browser
        .replace_text("#addressee-company", "Verdi Logistica")
        .await?;
    browser.click("#addressee-city").await?;
    let followed = "const texts = [...document.querySelectorAll('[data-section=\"texts\"] :is(input, textarea)')]
            .map((field) => field.value);
        return texts.some((text) => text.includes('Verdi Logistica'))
            && !texts.some((text) => text.includes('Rossi Trasporti'))
            && texts.includes('Le scrivo da Soresina.')";
    browser
        .until("the phrases to follow the company", followed, &[])
        .await?;
    browser
        .replace_text("#addressee-email", "lavoro@verdi.example")
        .await
}

/// The pages are shown, and a line leads to its field.
async fn look_at_the_pages(browser: &Browser) -> Result<()> {
    open(browser, "open-preview").await?;
    browser.element(r#"[data-preview-state="shown"]"#).await?;
    look(browser, "letter-preview").await?;
    screen::keep(browser, "letter-preview", "390-light-it").await?;
    let line = r#"[data-leads-to="text-closing"]"#;
    browser.element(line).await?;
    let tap = "document.querySelector(arguments[0]).click()";
    let _: serde_json::Value = browser.script(tap, &[line.into()]).await?;
    browser.expect_focus("#text-closing").await
}

/// One PDF has the letter first and the CV after it, and nothing that was not chosen.
async fn send_it_with_the_cv(browser: &Browser) -> Result<()> {
    open(browser, "open-export").await?;
    browser.element("[data-ways]").await?;
    look(browser, "letter-export").await?;
    screen::keep(browser, "letter-export", "390-light-it").await?;
    let address =
        "return document.querySelector('[data-action=\"open-mail\"]').getAttribute('href')";
    let address: String = browser.script(address, &[]).await?;
    ensure!(
        address.starts_with("mailto:lavoro@verdi.example?subject=")
            && address.contains("Le%20scrivo%20da%20Soresina."),
        "{address}"
    );
    browser
        .click(r#"[data-way="pdf-with-cv"] [data-action="download-pdf"]"#)
        .await?;
    let file = downloads::wait_for(browser, downloads::is_whole_pdf).await?;
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    ensure!(name.contains("Lettera-e-CV-Verdi-Logistica"), "{name}");
    pdf::check(&file)?;
    ensure!(pdf::info(&file, "Tagged")? == "yes");
    ensure!(pdf::info(&file, "Title")?.starts_with("Lettera e CV – "));
    let printed = pdf::text(&file)?;
    let order = [
        "Spett.le Verdi Logistica",
        "Le scrivo da Soresina.",
        "Aiuto cuoco",
    ];
    pdf::contains_in_order(&printed, &order)?;
    ensure!(!printed.contains("1994"), "the date of birth went out");
    ensure!(!printed.contains("Città di Fiume"), "the street went out");
    std::fs::remove_file(&file)?;
    let docx = r#"[data-way="docx"] [data-action="download-docx"]"#;
    browser.click(docx).await?;
    let file = downloads::wait_for(browser, |bytes| bytes.starts_with(b"PK")).await?;
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    ensure!(name.ends_with("Lettera-Verdi-Logistica.docx"), "{name}");
    Ok(())
}
