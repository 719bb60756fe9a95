//! An assessor's sheet, handed over without a server: written on one device, received on another from photos of
//! its codes, read, answered, ticked and printed there; then the day closes, and the assessor's copy is gone.

use anyhow::{Result, ensure};
use approdo_tests::screen::{self, Theme};
use approdo_tests::{Browser, Editor, Engine, Stage, axe, codes, in_every_engine, layout};

in_every_engine!(a_sheet_goes_from_an_assessor_to_a_candidate_without_a_server);

const GREETS: &str = r#"[data-criterion="interview-beginning"] label:has(input[value="3"])"#;
const STOPS: &str =
    r#"[data-criterion="interview-presenting-oneself"] label:has(input[value="0"])"#;
const NOTES: &str = "Ha ascoltato bene ogni domanda. Sul vecchio lavoro in cooperativa ha dato \
    numeri precisi: quaranta colli l'ora, due turni, nessun infortunio. Il sabato può venire, la domenica \
    no. Vorrebbe il patentino del muletto: lo sportello sa dove si fa. Rivedersi prima di Natale.";
const ANSWER: &str = r#"[data-part="first-change"] textarea"#;

async fn a_sheet_goes_from_an_assessor_to_a_candidate_without_a_server(
    stage: &Stage,
    engine: Engine,
) -> Result<()> {
    let assessor = stage.browser(engine, "assessor").await?;
    let candidate = stage.browser(engine, "candidate").await?;
    for browser in [&assessor, &candidate] {
        screen::prefer_before_first_visit(browser, &stage.server, "it", Theme::Light).await?;
        let editor = Editor::start_from_home(browser, &stage.server).await?;
        editor.wait_until_ready_offline().await?;
    }
    stage.server.stop();

    write_the_sheet(&assessor).await?;
    hand_over(&assessor, &candidate).await?;
    read_and_answer(&candidate).await?;
    print(&candidate).await?;
    close_the_day(&assessor).await?;
    open_sheets(&candidate).await?;
    candidate.element("[data-sheet]").await.map(drop)
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

async fn open_part(browser: &Browser, part: &str) -> Result<()> {
    browser.click(&format!("#toggle-{part}")).await
}

async fn write_the_sheet(browser: &Browser) -> Result<()> {
    open_sheets(browser).await?;
    look(browser, "sheets").await?;
    browser.click(r#"[data-action="new-sheet"]"#).await?;
    browser.type_text("#about-candidate", "Anna Rossi").await?;
    browser
        .type_text("#about-occupation", "Addetta al magazzino")
        .await?;
    browser.type_text("#about-assessor", "Paolo Verdi").await?;
    look(browser, "sheet-about").await?;
    open_part(browser, "interview").await?;
    browser.click(GREETS).await?;
    browser.click(STOPS).await?;
    look(browser, "sheet-criteria").await?;
    open_part(browser, "interview").await?;
    open_part(browser, "strengths").await?;
    take_what_is_offered(browser, "strengths").await?;
    open_part(browser, "words").await?;
    take_what_is_offered(browser, "words").await?;
    browser.type_text("#words-notes", NOTES).await?;
    open_part(browser, "plan").await?;
    browser.click(r#"[data-action="add-step"]"#).await?;
    let step = r#"[data-plan] [data-field="step.what"] input"#;
    browser.type_text(step, "Provare quattro frasi").await?;
    open_part(browser, "consents").await?;
    browser.click("#consent-desk").await?;
    look(browser, "sheet-words").await?;
    saved(browser).await
}

async fn take_what_is_offered(browser: &Browser, part: &str) -> Result<()> {
    let offered = format!(r#"[data-section="{part}"] [data-action="offered"]"#);
    browser.click(&offered).await?;
    let taken = "return document.querySelector(arguments[0])?.value.length > 10";
    let text = format!(r#"[data-section="{part}"] textarea"#);
    browser
        .until("what was offered", taken, &[text.into()])
        .await?;
    Ok(())
}

async fn saved(browser: &Browser) -> Result<()> {
    let saved = "return document.querySelector('[data-save-state]')?.dataset.saveState === 'saved'";
    browser.until("the sheet to be saved", saved, &[]).await?;
    Ok(())
}

/// Each code is photographed from the assessor's screen, and the photo opened on the candidate's phone.
async fn hand_over(assessor: &Browser, candidate: &Browser) -> Result<()> {
    open_sheets(candidate).await?;
    candidate.click(r#"[data-action="receive-sheet"]"#).await?;
    candidate.element("[data-receive-sheet]").await?;
    look(candidate, "sheet-receive").await?;

    assessor
        .click(r#"[data-sheet-editor] [data-action="hand-over"]"#)
        .await?;
    assessor.element("[data-sheet-code]").await?;
    look(assessor, "sheet-codes").await?;
    let total = codes::pass(assessor, candidate).await?;
    ensure!(total > 1, "one code is no row of codes");
    candidate.element("[data-sheet-reader]").await.map(drop)
}

async fn read_and_answer(browser: &Browser) -> Result<()> {
    let said = "return [...document.querySelectorAll('[data-sheet-reader] section')]
        .some((part) => part.textContent.includes(arguments[0]))";
    for words in ["Puntuale, saluta", "Non sa da dove cominciare"] {
        browser.until(words, said, &[words.into()]).await?;
    }
    browser.type_text(ANSWER, "Le preparo stasera").await?;
    browser
        .click(r#"[data-plan] input[type="checkbox"]"#)
        .await?;
    look(browser, "sheet-read").await?;
    read_what_a_desk_gets(browser).await?;
    saved(browser).await?;
    let mark = "document.documentElement.dataset.old = ''; location.reload()";
    browser.script::<serde_json::Value>(mark, &[]).await?;
    let kept = "return !('old' in document.documentElement.dataset)
        && document.querySelector(arguments[0])?.value === arguments[1]
        && document.querySelector('[data-plan] input[type=\"checkbox\"]')?.checked";
    browser
        .until(
            "the answer after a reload",
            kept,
            &[ANSWER.into(), "Le preparo stasera".into()],
        )
        .await
        .map(drop)
}

/// The candidate agreed: the gaps go to a desk, with the name only if it is chosen.
async fn read_what_a_desk_gets(browser: &Browser) -> Result<()> {
    let words = "#desk-words";
    let without_name = browser.value(words).await?;
    ensure!(
        without_name.contains("Addetta al magazzino"),
        "{without_name}"
    );
    ensure!(!without_name.contains("Anna Rossi"), "{without_name}");
    browser.click("#desk-name").await?;
    let named = "return document.querySelector(arguments[0]).value.includes('Anna Rossi')";
    browser
        .until("the name that was chosen", named, &[words.into()])
        .await
        .map(drop)
}

async fn print(browser: &Browser) -> Result<()> {
    let count = "window.print = () => { document.documentElement.dataset.printed = 'yes'; }";
    browser.script::<serde_json::Value>(count, &[]).await?;
    browser
        .click(r#"[data-sheet-reader] [data-action="print-sheet"]"#)
        .await?;
    let printed = "return document.documentElement.dataset.printed === 'yes'
        && document.querySelector('[data-print]')?.textContent.includes(arguments[0])";
    browser
        .until(
            "the sheet to be printed",
            printed,
            &["Le preparo stasera".into()],
        )
        .await?;
    look(browser, "sheet-print").await
}

/// What was written as an assessor is gone from the store, not only from the list.
async fn close_the_day(browser: &Browser) -> Result<()> {
    open_sheets(browser).await?;
    let kept = operations(browser).await?;
    browser.click(r#"[data-action="close-day"]"#).await?;
    browser
        .click(r#"[data-action="confirm-close-day"]"#)
        .await?;
    browser.element(r#"[data-closed="1"]"#).await?;
    let left = operations(browser).await?;
    ensure!(left == 0 && kept > 0, "{left} of {kept} edits are left");
    let listed = "return document.querySelectorAll('[data-sheet]').length";
    let listed: usize = browser.script(listed, &[]).await?;
    ensure!(listed == 0, "{listed} sheets are listed");
    look(browser, "sheets-closed").await
}

/// Counts what the store has; nothing else was written in this browser.
async fn operations(browser: &Browser) -> Result<usize> {
    let script = "const done = arguments[arguments.length - 1];
        const opening = indexedDB.open('approdo-' + localStorage.getItem('approdo.profile'));
        opening.onerror = () => done(-1);
        opening.onsuccess = () => {
            const database = opening.result;
            const count = database.transaction('operations').objectStore('operations').count();
            count.onsuccess = () => { database.close(); done(count.result); };
            count.onerror = () => { database.close(); done(-1); };
        };";
    browser.script_async(script, &[]).await
}
