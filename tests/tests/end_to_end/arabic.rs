//! A person writes in Arabic and Italian: the fields, the preview and the PDF show it as it is read.

use anyhow::{Result, ensure};
use approdo_tests::{Editor, Engine, Stage, downloads, in_every_engine, pdf};

in_every_engine!(arabic_and_italian_are_typed_shown_and_printed);

/// From which side the field shows what is in it.
const DIRECTION: &str = "return getComputedStyle(document.querySelector(arguments[0])).direction";

/// The words of the preview's first page that are written from the right, each with its right end.
const WORDS: &str = "return [...document.querySelectorAll('.preview-page text[direction=\"rtl\"]')]
    .map((word) => [word.textContent, Number(word.getAttribute('x'))])";

/// Whether the browser draws those letters from where the layout put them, as the PDF does.
const IN_PLACE: &str =
    "return [...document.querySelectorAll('.preview-page text[direction=\"rtl\"]')]
    .every((word) => {
        const box = word.getBBox();
        return Math.abs(box.x + box.width - Number(word.getAttribute('x'))) < 1.5;
    })";

async fn arabic_and_italian_are_typed_shown_and_printed(
    stage: &Stage,
    engine: Engine,
) -> Result<()> {
    let browser = stage.browser(engine, "phone").await?;
    let editor = Editor::start_from_home(&browser, &stage.server).await?;
    editor.paste("personal.given-name", 0, "أحمد").await?;
    editor
        .paste("personal.family-name", 0, "عبد الرحمن")
        .await?;
    editor
        .paste("profile", 0, "Parlo العربية e lavoro da 10 anni (سائق)")
        .await?;
    let name = editor.field("personal.given-name", 0).await?;
    let direction: String = browser.script(DIRECTION, &[name.into()]).await?;
    ensure!(direction == "rtl", "the name is typed {direction}");
    editor.wait_until_saved().await?;
    browser.click(r#"[data-action="open-preview"]"#).await?;
    browser.element(".preview-page text[direction=rtl]").await?;
    let words: Vec<(String, f64)> = browser.script(WORDS, &[]).await?;
    let end = |text: &str| {
        words
            .iter()
            .find(|(word, _)| word == text)
            .map(|(_, end)| *end)
    };
    ensure!(
        end("أحمد") > end("عبد") && end("عبد") > end("الرحمن"),
        "{words:?}"
    );
    browser
        .until("letters where the layout put them", IN_PLACE, &[])
        .await?;
    let told = "return document.querySelectorAll('[data-substitutions]').length";
    let told: u32 = browser.script(told, &[]).await?;
    ensure!(told == 0, "letters were replaced");
    browser.click(r#"[data-action="download-pdf"]"#).await?;
    let file = downloads::wait_for(&browser, downloads::is_whole_pdf).await?;
    let text = pdf::text(&file)?;
    // Poppler marks the direction of what it copies.
    let text: String = text
        .chars()
        .filter(|mark| !('\u{202A}'..='\u{202E}').contains(mark))
        .collect();
    let phrases = ["أحمد عبد الرحمن", "Parlo العربية e lavoro da 10 anni"];
    pdf::contains_in_order(&text, &phrases)?;
    pdf::check(&file)
}
