//! A letter of a file: what is no letter is refused with a reason; of one that is, the parts are shown before a letter is
//! made of it. How parts are recognised is tested natively in `crates/exchange`.

use anyhow::{Result, ensure};
use approdo_tests::{Browser, Stage, axe, chosen_files, layout, screen};
use serde_json::Value;

const LETTER: &str = include_str!("../../../crates/exchange/tests/fixtures/letters/italian.txt");
const CHOOSE: &str = r#"[data-action="choose-file"]:enabled"#;

/// Opens a PDF and a text as letters, and makes a letter of the text.
pub async fn open_letters(browser: &Browser, stage: &Stage) -> Result<()> {
    browser.goto(&stage.server.address("/letters")).await?;
    browser.click(r#"[data-action="open-import"]"#).await?;
    let file = browser.downloads().join("lettera.pdf");
    std::fs::write(&file, b"%PDF-1.7\n")?;
    chosen_files::choose(browser, CHOOSE, &file).await?;
    let told = browser.element("[data-refused]").await?.text().await?;
    ensure!(told.contains("DOCX"), "{told}");
    std::fs::remove_file(&file)?;

    let file = browser.downloads().join("lettera.txt");
    std::fs::write(&file, format!("{LETTER}\nP.S. Ho anche un furgone.\n"))?;
    chosen_files::choose(browser, CHOOSE, &file).await?;
    let found = browser.element("[data-found]").await?.text().await?;
    for words in ["Panificio Rossi S.n.c.", "Elena Bianchi", "Vostro pane"] {
        ensure!(found.contains(words), "{words} is not shown: {found}");
    }
    std::fs::remove_file(&file)?;
    // What the driver needed to choose a file is no part of the page.
    let tidied = "document.querySelector('input[data-chooser]')?.remove()";
    browser.script::<Value>(tidied, &[]).await?;
    axe::check(browser, "letter-import").await?;
    layout::check(browser, "letter-import").await?;
    screen::keep(browser, "letter-import", "390-light-it").await?;
    browser.click(r#"[data-action="create-letter"]"#).await?;
    browser.element("[data-letter-editor]").await?;
    let subject = "return document.querySelector('#text-subject')?.value === arguments[0]";
    let expected = ["candidatura come aiuto fornaio".into()];
    browser.until("the subject", subject, &expected).await?;
    Ok(())
}
