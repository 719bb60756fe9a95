//! What the fonts do not have never blocks the PDF: it is replaced, and the person is told where.

use anyhow::{Result, ensure};
use approdo_tests::{Editor, Engine, Stage, downloads, in_every_engine, pdf};

in_every_engine!(an_emoji_is_replaced_and_named_and_the_pdf_is_made);

async fn an_emoji_is_replaced_and_named_and_the_pdf_is_made(
    stage: &Stage,
    engine: Engine,
) -> Result<()> {
    let browser = stage.browser(engine, "phone").await?;
    let editor = Editor::start_from_home(&browser, &stage.server).await?;
    editor.paste("personal.given-name", 0, "Giulia").await?;
    editor
        .paste(
            "profile",
            0,
            "Cuoca \u{1F468}\u{200D}\u{1F373} con passione, 你好",
        )
        .await?;
    editor.wait_until_saved().await?;
    browser.click(r#"[data-action="open-preview"]"#).await?;
    browser.element(".preview-page svg").await?;
    let told = browser
        .element("[data-substitutions]")
        .await?
        .text()
        .await?;
    ensure!(
        told.contains('你'),
        "the person is not told of each sign: {told}"
    );
    browser.click(r#"[data-action="download-pdf"]"#).await?;
    let file = downloads::wait_for(&browser, downloads::is_whole_pdf).await?;
    pdf::contains_in_order(&pdf::text(&file)?, &["Giulia", "Cuoca", "con passione"])?;
    pdf::check(&file)
}
