//! The parts that an Italian CV has beside experience and school: written, kept, put in order, printed
//! or left out as the person says. The order of fields and their rules are tested natively.

use std::path::PathBuf;

use anyhow::{Result, ensure};
use approdo_tests::{Browser, Editor, Engine, Stage, downloads, in_every_engine, pdf, screen};

in_every_engine!(every_part_is_kept_and_goes_out_only_as_the_person_says);

async fn every_part_is_kept_and_goes_out_only_as_the_person_says(
    stage: &Stage,
    engine: Engine,
) -> Result<()> {
    let browser = stage.browser(engine, "phone").await?;
    let editor = Editor::start_from_home(&browser, &stage.server).await?;
    write_every_part(&editor).await?;
    hide_hobbies_and_lift_certificates(&browser, &editor).await?;
    editor.wait_until_saved().await?;
    editor.reload().await?;
    expect_every_part(&editor).await?;
    screen::keep(&browser, "every-part", "390-light-it").await?;

    let unasked = pdf::text(&print(&browser).await?)?;
    ensure!(
        !unasked.contains("scacchi"),
        "what is hidden is printed: {unasked}"
    );
    for secret in ["RSSMRA85T10A562S", "lungo periodo", "68/99"] {
        ensure!(
            !unasked.contains(secret),
            "{secret} goes out unasked: {unasked}"
        );
    }
    let order = [
        "Amina",
        "Muletto fino a 25 quintali",
        "Magazziniera",
        "Allenatrice",
    ];
    pdf::contains_in_order(&unasked, &order)?;

    browser
        .click(r#"[data-action="export-fields"] summary"#)
        .await?;
    browser.click(r#"[data-export="tax-code"]"#).await?;
    let asked = pdf::text(&print(&browser).await?)?;
    ensure!(
        asked.contains("RSSMRA85T10A562S"),
        "what was chosen is missing: {asked}"
    );
    ensure!(
        !asked.contains("68/99"),
        "what was not chosen goes out: {asked}"
    );
    Ok(())
}

async fn write_every_part(editor: &Editor<'_>) -> Result<()> {
    editor.write("personal.given-name", 0, "Amina").await?;
    let more = r#"[data-action="more-personal"] summary"#;
    editor.browser().click(more).await?;
    editor
        .write("personal.tax-code", 0, "RSSMRA85T10A562S")
        .await?;
    editor.tick("personal.protected-category").await?;
    let role = ("experience.role", "Magazziniera");
    editor.add_entry("experience", &[role]).await?;
    let licence = ("certificate.name", "Muletto fino a 25 quintali");
    let expires = ("certificate.expires", "05/2028");
    editor
        .add_entry("certificates", &[licence, expires])
        .await?;
    editor.tick("availability.shifts").await?;
    editor.write("availability.radius", 0, "30").await?;
    editor.select("permit.kind", 0, "long-term").await?;
    editor.write("hobbies", 0, "Gli scacchi").await?;
    let own = ("own-section.title", "Sport");
    let text = ("own-section.text", "Allenatrice di pallavolo");
    editor.add_entry("own-sections", &[own, text]).await?;
    Ok(())
}

async fn hide_hobbies_and_lift_certificates(browser: &Browser, editor: &Editor<'_>) -> Result<()> {
    editor.open_section("arrangement").await?;
    browser.click(r#"[data-heading="hobbies"] summary"#).await?;
    browser
        .click(r#"[data-field="hobbies.heading-hidden"]"#)
        .await?;
    let up = "#move-up-heading-certificates";
    let at_the_top = "return document.querySelector('[data-heading]').dataset.heading
        === 'certificates'";
    // Once for each part above; the button goes off at the top.
    while !browser.script::<bool>(at_the_top, &[]).await? {
        let before: i64 = browser.script(PLACE, &[]).await?;
        browser.click(up).await?;
        let moved = format!("{PLACE} < arguments[0]");
        browser
            .until("the part to move up", &moved, &[before.into()])
            .await?;
    }
    // Its own button is off at the top: the focus must not be lost.
    let focus = "return document.activeElement?.id === 'move-down-heading-certificates'";
    browser.until("the focus to stay", focus, &[]).await?;
    Ok(())
}

/// Counts the parts above the certificates.
const PLACE: &str = "return [...document.querySelectorAll('[data-heading]')]
    .findIndex((row) => row.dataset.heading === 'certificates')";

async fn expect_every_part(editor: &Editor<'_>) -> Result<()> {
    editor
        .wait_for("certificate.name", 0, "Muletto fino a 25 quintali")
        .await?;
    editor.wait_for("availability.radius", 0, "30").await?;
    ensure!(
        editor.is_ticked("availability.shifts").await?,
        "shifts are not ticked"
    );
    editor.wait_for("permit.kind", 0, "long-term").await?;
    editor.wait_for("hobbies", 0, "Gli scacchi").await?;
    editor.wait_for("own-section.title", 0, "Sport").await
}

/// Saves the PDF, from the preview or on the way there.
async fn print(browser: &Browser) -> Result<PathBuf> {
    for old in std::fs::read_dir(browser.downloads())? {
        std::fs::remove_file(old?.path())?;
    }
    let on_preview = "return document.querySelector('.preview-page') !== null";
    if !browser.script::<bool>(on_preview, &[]).await? {
        browser.click(r#"[data-action="open-preview"]"#).await?;
    }
    browser.element(".preview-page svg").await?;
    browser.click(r#"[data-action="download-pdf"]"#).await?;
    downloads::wait_for(browser, downloads::is_whole_pdf).await
}
