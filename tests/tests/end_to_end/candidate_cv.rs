//! A candidate shows a CV for one sheet, without a server: read from photos of its codes, shown to the assessor without what
//! is sensitive, gone when the sheet goes.

use anyhow::{Result, ensure};
use approdo_tests::screen::{self, Theme};
use approdo_tests::{Browser, Editor, Engine, Stage, axe, codes, in_every_engine, layout};

in_every_engine!(a_candidate_shows_a_cv_for_one_sheet);

/// The CVs that this browser keeps for sheets.
const KEPT: &str = "return Object.keys(localStorage)
    .filter((name) => name.startsWith('approdo.candidate-cv.')).length";

async fn a_candidate_shows_a_cv_for_one_sheet(stage: &Stage, engine: Engine) -> Result<()> {
    let assessor = stage.browser(engine, "assessor").await?;
    let candidate = stage.browser(engine, "candidate").await?;
    for browser in [&assessor, &candidate] {
        screen::prefer_before_first_visit(browser, &stage.server, "it", Theme::Light).await?;
        let editor = Editor::start_from_home(browser, &stage.server).await?;
        if browser.name == candidate.name {
            write_the_cv(&editor).await?;
        }
        editor.wait_until_ready_offline().await?;
    }
    stage.server.stop();

    show(&candidate).await?;
    receive(&assessor, &candidate).await?;
    read(&assessor).await?;
    take_back(&assessor).await?;
    begin_with_it_and_close_the_day(&assessor, &candidate).await
}

async fn look(browser: &Browser, state: &str) -> Result<()> {
    axe::check(browser, state).await?;
    layout::check(browser, state).await
}

async fn open_sheets(browser: &Browser) -> Result<()> {
    browser.click(r#"[data-action="menu"]"#).await?;
    browser.click(r#"#app-menu [href="/sheets"]"#).await?;
    browser.element("[data-received-sheets]").await.map(drop)
}

async fn write_the_cv(editor: &Editor<'_>) -> Result<()> {
    editor.write("personal.given-name", 0, "Anna").await?;
    editor.write("personal.family-name", 0, "Rossi").await?;
    editor
        .write("personal.address", 0, "Via dei Segreti 7")
        .await?;
    let job = [
        ("experience.role", "Addetta al magazzino"),
        ("experience.start", "03/2022"),
    ];
    editor.add_entry("experience", &job).await?;
    editor.wait_until_saved().await
}

/// Nothing is shown before the candidate agreed.
async fn show(candidate: &Browser) -> Result<()> {
    open_sheets(candidate).await?;
    candidate.click(r#"[data-action="show-cv"]"#).await?;
    candidate.click("[data-show-cv] [data-cv] a").await?;
    let agree = r#"[data-action="agree-to-show"]"#;
    candidate.element(agree).await?;
    let codes = "return document.querySelectorAll('[data-sheet-code]').length";
    let before: usize = candidate.script(codes, &[]).await?;
    ensure!(before == 0, "codes stand there before the candidate agreed");
    look(candidate, "show-cv").await?;
    candidate.click(agree).await?;
    candidate.element("[data-sheet-code]").await?;
    look(candidate, "show-cv-codes").await
}

async fn receive(assessor: &Browser, candidate: &Browser) -> Result<()> {
    open_sheets(assessor).await?;
    assessor.click(r#"[data-action="new-sheet"]"#).await?;
    assessor.click(r#"[data-action="candidate-cv"]"#).await?;
    assessor.element(r#"[data-action="choose-photo"]"#).await?;
    look(assessor, "candidate-cv-receive").await?;
    codes::pass(candidate, assessor).await.map(drop)
}

async fn read(assessor: &Browser) -> Result<()> {
    let drawn = "return document.querySelector('[data-candidate-cv] .preview-page svg') !== null
        && document.querySelector('[data-cv-text]')?.textContent";
    let words = assessor.until("the pages of the CV", drawn, &[]).await?;
    let words = words.as_str().unwrap_or_default();
    ensure!(words.contains("Addetta al magazzino"), "{words}");
    ensure!(!words.contains("Via dei Segreti"), "{words}");
    look(assessor, "candidate-cv").await?;
    assessor
        .click("[data-candidate-cv] details.more summary")
        .await?;
    look(assessor, "candidate-cv-text").await?;

    assessor.click(r#"[data-action="back-to-sheet"]"#).await?;
    let name = assessor.value("#about-candidate").await?;
    ensure!(name == "Anna Rossi", "the candidate is called “{name}”");
    assessor.click("#toggle-consents").await?;
    let agreed = "return document.querySelector('#consent-cv')?.checked";
    assessor
        .until("the consent to be noted", agreed, &[])
        .await?;
    look(assessor, "sheet-with-cv").await?;
    let kept: usize = assessor.script(KEPT, &[]).await?;
    ensure!(kept == 1, "{kept} CVs are kept");
    Ok(())
}

/// A candidate who no longer agrees need not ask twice: the CV goes at once.
async fn take_back(assessor: &Browser) -> Result<()> {
    assessor.click("#consent-cv").await?;
    wait_until_gone(assessor).await?;
    assessor.click(r#"[data-action="candidate-cv"]"#).await?;
    let ways = r#"[data-candidate-cv] [data-action="choose-photo"]"#;
    assessor.element(ways).await.map(drop)
}

/// On the page that receives anything, a CV begins a sheet of its own; when the day closes, it goes with that sheet.
async fn begin_with_it_and_close_the_day(assessor: &Browser, candidate: &Browser) -> Result<()> {
    open_sheets(assessor).await?;
    assessor.click(r#"[data-action="receive-sheet"]"#).await?;
    codes::pass(candidate, assessor).await?;
    let pages = "[data-candidate-cv] .preview-page svg";
    assessor.element(pages).await?;
    open_sheets(assessor).await?;
    let kept: usize = assessor.script(KEPT, &[]).await?;
    ensure!(kept == 1, "{kept} CVs are kept");
    assessor.click(r#"[data-action="close-day"]"#).await?;
    assessor
        .click(r#"[data-action="confirm-close-day"]"#)
        .await?;
    assessor.element(r#"[data-closed="2"]"#).await?;
    wait_until_gone(assessor).await
}

async fn wait_until_gone(assessor: &Browser) -> Result<()> {
    let gone = "return Object.keys(localStorage)
        .every((name) => !name.startsWith('approdo.candidate-cv.'))";
    assessor.until("the CV to be gone", gone, &[]).await?;
    Ok(())
}
