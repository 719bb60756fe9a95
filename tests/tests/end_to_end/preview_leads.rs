//! The preview leads to the fields, by tap, by mouse and by key, and shows its pages larger.

use anyhow::{Result, ensure};
use approdo_tests::{Browser, Editor, Engine, Stage, in_every_engine, screen};
use serde_json::Value;
use thirtyfour::Key;

in_every_engine!(
    a_line_of_the_preview_leads_to_its_field,
    pages_are_shown_larger
);

/// A click in the middle of a link, as a hand makes it: whatever lies there gets it.
const CLICK: &str = "const link = document.querySelector(arguments[0]);
    link.scrollIntoView({ block: 'center' });
    const edges = link.getBoundingClientRect();
    const [x, y] = [edges.x + edges.width / 2, edges.y + edges.height / 2 + arguments[1]];
    document.elementFromPoint(x, y).dispatchEvent(new MouseEvent('click',
        { bubbles: true, cancelable: true, clientX: x, clientY: y, detail: 1 }))";

/// How wide the first page is, and whether the whole page scrolls sideways.
const WIDTHS: &str = "const page = document.querySelector('.preview-page').getBoundingClientRect();
    return [page.width, document.documentElement.scrollWidth - innerWidth]";

const ZOOM: &str = "return document.querySelector('[data-zoom]').dataset.zoom";

async fn written(browser: &Browser, stage: &Stage) -> Result<()> {
    let editor = Editor::start_from_home(browser, &stage.server).await?;
    editor.paste("personal.given-name", 0, "Giulia").await?;
    editor.paste("personal.headline", 0, "Cuoca").await?;
    let texts = [
        ("experience.role", "Aiuto cuoca"),
        ("experience.start", "05/2020"),
    ];
    editor.add_entry("experience", &texts).await?;
    editor.wait_until_saved().await
}

async fn open_preview(browser: &Browser) -> Result<()> {
    browser.click(r#"[data-action="open-preview"]"#).await?;
    browser.element(".preview-page .preview-link").await?;
    Ok(())
}

async fn focus_is_on(browser: &Browser, field: &str) -> Result<()> {
    let script =
        "return document.activeElement.closest('[data-field]')?.dataset.field === arguments[0]";
    browser
        .until(&format!("the focus on {field}"), script, &[field.into()])
        .await?;
    Ok(())
}

async fn a_line_of_the_preview_leads_to_its_field(stage: &Stage, engine: Engine) -> Result<()> {
    let browser = stage.browser(engine, "phone").await?;
    written(&browser, stage).await?;
    open_preview(&browser).await?;
    let role = "[data-leads-to^=experience-][data-leads-to$=-role]";
    // A finger is broader than a line.
    browser
        .script::<Value>(CLICK, &[role.into(), 1.into()])
        .await?;
    focus_is_on(&browser, "experience.role").await?;
    open_preview(&browser).await?;
    // By keys, too; links say what is written there.
    let focus = "const link = document.querySelector('[data-leads-to=personal-headline]');
        link.focus(); return link.ariaLabel";
    let words: String = browser.script(focus, &[]).await?;
    ensure!(words.contains("Cuoca"), "the link says {words}");
    browser.press(&[Key::Enter]).await?;
    focus_is_on(&browser, "personal.headline").await?;
    // Beside the form the preview stays where it is.
    screen::resize(&browser, (1280, 800)).await?;
    browser.element(".editor-preview .preview-link").await?;
    browser
        .script::<Value>(CLICK, &[role.into(), 0.into()])
        .await?;
    focus_is_on(&browser, "experience.role").await
}

async fn pages_are_shown_larger(stage: &Stage, engine: Engine) -> Result<()> {
    let browser = stage.browser(engine, "phone").await?;
    written(&browser, stage).await?;
    open_preview(&browser).await?;
    let (before, _): (f64, f64) = browser.script(WIDTHS, &[]).await?;
    browser.click(r#"[data-action="zoom-in"]"#).await?;
    browser
        .until("a larger page", &format!("{ZOOM} === '125'"), &[])
        .await?;
    let (after, sideways): (f64, f64) = browser.script(WIDTHS, &[]).await?;
    ensure!(
        (after / before - 1.25).abs() < 0.02,
        "{before} became {after}"
    );
    ensure!(sideways <= 0.0, "the screen scrolls sideways by {sideways}");
    let focus = "document.querySelector('[data-action=zoom-in]').focus()";
    browser.script::<Value>(focus, &[]).await?;
    browser.press_text("+").await?;
    browser
        .until("an even larger page", &format!("{ZOOM} === '150'"), &[])
        .await?;
    browser.press_text("0").await?;
    browser
        .until("the whole page", &format!("{ZOOM} === '100'"), &[])
        .await?;
    let (again, _): (f64, f64) = browser.script(WIDTHS, &[]).await?;
    ensure!((again - before).abs() < 1.0, "{before} became {again}");
    Ok(())
}
