//! An operator prepares a set for a group, and a phone of the group takes it over from photos of its codes, without a server:
//! its questions stand there in their order, and it is there once, however often it is received.

use anyhow::{Result, ensure};
use approdo_tests::guided::Guided;
use approdo_tests::screen::{self, Theme};
use approdo_tests::{Browser, Editor, Engine, Stage, axe, codes, in_every_engine, layout};

in_every_engine!(a_set_goes_from_an_operator_to_a_group);

const OWN: &str = "Sai usare il muletto?";
const OWN_WORDS: &str = "#set-own-question";
const NAME: &str = r#"[data-set-page] [id^="set-"][id$="-name"]"#;

async fn a_set_goes_from_an_operator_to_a_group(stage: &Stage, engine: Engine) -> Result<()> {
    let operator = stage.browser(engine, "operator").await?;
    let youth = stage.browser(engine, "youth").await?;
    for browser in [&operator, &youth] {
        screen::prefer_before_first_visit(browser, &stage.server, "it", Theme::Light).await?;
        let editor = Editor::start_from_home(browser, &stage.server).await?;
        editor.wait_until_ready_offline().await?;
    }
    stage.server.stop();

    let questions = prepare(&operator).await?;
    operator.click(r#"[data-action="hand-over-set"]"#).await?;
    operator.element("[data-sheet-code]").await?;
    look(&operator, "set-codes").await?;
    for _ in 0..2 {
        receive(&youth, &operator).await?;
        let received = shown_questions(&youth).await?;
        ensure!(received == questions, "{received:?} of {questions:?}");
    }
    look(&youth, "set-received").await?;
    open_sets(&youth).await?;
    let count = "return document.querySelectorAll('[data-set]').length";
    let count: usize = youth.script(count, &[]).await?;
    ensure!(count == 1, "{count} sets are listed");
    look(&youth, "sets").await
}

async fn look(browser: &Browser, state: &str) -> Result<()> {
    axe::check(browser, state).await?;
    layout::check(browser, state).await
}

async fn open_sets(browser: &Browser) -> Result<()> {
    browser.click(r#"[data-action="menu"]"#).await?;
    browser.click(r#"#app-menu [href="/interview"]"#).await?;
    browser.click(r#"a[href="/interview/sets"]"#).await?;
    browser
        .element(r#"[data-action="receive-set"]"#)
        .await
        .map(drop)
}

/// Two questions of the bank and one of one's own.
async fn prepare(operator: &Browser) -> Result<Vec<String>> {
    open_sets(operator).await?;
    operator.click(r#"[data-action="new-set"]"#).await?;
    operator.type_text(NAME, "Start Lab").await?;
    for count in 1..=2 {
        let unchosen = r#"[data-set-bank] input[type="checkbox"]:not(:checked)"#;
        operator.click(unchosen).await?;
        wait_for_questions(operator, count).await?;
    }
    operator.type_text(OWN_WORDS, OWN).await?;
    operator
        .click(r#"[data-action="add-set-question"]"#)
        .await?;
    wait_for_questions(operator, 3).await?;
    Guided { browser: operator }.wait_until_saved().await?;
    look(operator, "set-prepared").await?;
    let questions = shown_questions(operator).await?;
    ensure!(questions[2].contains(OWN), "{questions:?}");
    Ok(questions)
}

async fn wait_for_questions(browser: &Browser, count: usize) -> Result<()> {
    let chosen = format!(r#"[data-set-questions="{count}"]"#);
    browser.element(&chosen).await.map(drop)
}

async fn receive(youth: &Browser, operator: &Browser) -> Result<()> {
    open_sets(youth).await?;
    youth.click(r#"[data-action="receive-set"]"#).await?;
    codes::pass(operator, youth).await?;
    wait_for_questions(youth, 3).await
}

/// Returns the words of the questions in their order.
async fn shown_questions(browser: &Browser) -> Result<Vec<String>> {
    let words = "return [...document.querySelectorAll('[data-set-question]')]
        .map((line) => (line.querySelector('a, span, p') ?? line).textContent.trim())";
    browser.script(words, &[]).await
}
