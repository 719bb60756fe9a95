//! A vacancy's text on a phone without a network: shared into Approdo it begins an application, what it says is taken over, what
//! the CV lacks leads to a question to practise, to the field, back again, and on to a letter that knows the company.

use anyhow::{Result, ensure};
use approdo_tests::guided::Guided;
use approdo_tests::screen::{self, Theme};
use approdo_tests::{Browser, Editor, Engine, Stage, axe, in_every_engine, layout};

in_every_engine!(a_shared_vacancy_becomes_an_application_without_a_network);

/// As another app shares it: the signs of an address, a line for each thing.
const SHARED: &str = "/applications/from-text?title=Offerta%2012&text=Rossi+Trasporti+S.r.l.+cerca+un+addetto\
    +al+magazzino+per+la+sede+di+Casalmaggiore+(CR).%0D%0ASi+richiede+patente+B%2C+primo+soccorso%2C\
    +voglia+di+imparare%2C+et%C3%A0+massima+35+anni.%0D%0ACandidature+entro+il+15%2F12%2F2026.";

const FIRST_AID: &str = "primo soccorso";

async fn a_shared_vacancy_becomes_an_application_without_a_network(
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

    share(stage, &browser).await?;
    take_everything(&browser).await?;
    write_what_is_missing(&browser, &editor).await?;
    begin_a_letter(&browser).await
}

async fn look(browser: &Browser, state: &str) -> Result<()> {
    axe::check(browser, state).await?;
    layout::check(browser, state).await
}

/// The text begins an application, and does not stay in the address.
async fn share(stage: &Stage, browser: &Browser) -> Result<()> {
    browser.goto(&stage.server.address(SHARED)).await?;
    let begun = "return /^\\/applications\\/[0-9a-f-]{36}\\/vacancy$/.test(location.pathname)
        && location.search === '' && document.querySelector('[data-vacancy]') !== null";
    browser.until("the application", begun, &[]).await?;
    let text = browser.value("#vacancy-text").await?;
    ensure!(text.starts_with("Offerta 12\nRossi Trasporti"), "{text}");
    browser.element("[data-forbidden]").await?;
    look(browser, "vacancy").await
}

async fn take_everything(browser: &Browser) -> Result<()> {
    let is_empty = browser.value("#vacancy-company").await?.is_empty();
    ensure!(is_empty, "something was taken over unasked");
    browser.click(r#"[data-action="take-all"]"#).await?;
    expect_value(browser, "#vacancy-company", "Rossi Trasporti S.r.l.").await?;
    expect_value(browser, "#vacancy-title", "addetto al magazzino").await?;
    expect_value(browser, "#vacancy-place", "Casalmaggiore (CR)").await?;
    expect_value(browser, "#vacancy-deadline", "15/12/2026").await?;
    let asked = "patente B\nprimo soccorso";
    expect_value(browser, "#vacancy-requirements", asked).await?;
    look(browser, "vacancy-taken").await
}

async fn expect_value(browser: &Browser, field: &str, text: &str) -> Result<()> {
    let says = "return document.querySelector(arguments[0])?.value === arguments[1]";
    let what = format!("“{text}” in {field}");
    browser
        .until(&what, says, &[field.into(), text.into()])
        .await?;
    Ok(())
}

/// The missing certificate leads to a new entry among the certificates, and from there one comes back.
async fn write_what_is_missing(browser: &Browser, editor: &Editor<'_>) -> Result<()> {
    browser
        .click(r#"[data-action="open-requirements"]"#)
        .await?;
    expect_standing(browser, "patente B", "met").await?;
    expect_standing(browser, FIRST_AID, "not-written").await?;
    look(browser, "requirements").await?;
    prepare_for_questions(browser).await?;
    let card = format!(r#"[data-requirement="{FIRST_AID}"] [data-action="go-to-cv"]"#);
    browser.click(&card).await?;
    browser
        .expect_focus(r#"[data-field="certificate.name"] input"#)
        .await?;
    editor
        .write("certificate.name", 0, "Primo soccorso")
        .await?;
    editor.wait_until_saved().await?;
    browser.click(r#"[data-action="way-back"]"#).await?;
    expect_standing(browser, FIRST_AID, "met").await
}

/// What no question of the bank is about becomes one's own, which then stands among those for the vacancy; what one is
/// about leads to it.
async fn prepare_for_questions(browser: &Browser) -> Result<()> {
    let card = format!(r#"[data-requirement="{FIRST_AID}"] [data-action="prepare-question"]"#);
    browser.click(&card).await?;
    browser
        .element(r#"[data-question-page^="own-"] [data-action="write-answer"]"#)
        .await?;
    browser.click(r#"[data-action="menu"]"#).await?;
    browser.click(r#"#app-menu [href="/applications"]"#).await?;
    browser.click(".card-title a").await?;
    let ways = ["open-requirements", "open-questions"];
    for way in ways {
        browser.click(&format!(r#"[data-action="{way}"]"#)).await?;
    }
    let about = |words: &str| format!(r#"[data-questions-about="{words}"] [data-question"#);
    browser
        .element(&format!(r#"{}^="own-"]"#, about(FIRST_AID)))
        .await?;
    browser
        .element(&format!(r#"{}="getting-to-work"]"#, about("patente B")))
        .await?;
    browser
        .element(r#"[data-questions-of="warehouse-worker"] [data-question]"#)
        .await?;
    look(browser, "vacancy-questions").await?;
    browser
        .click(r#"[data-action="open-requirements"]"#)
        .await?;
    expect_standing(browser, FIRST_AID, "not-written").await
}

async fn expect_standing(browser: &Browser, words: &str, standing: &str) -> Result<()> {
    let card = format!(r#"[data-requirement="{words}"][data-standing="{standing}"]"#);
    browser.element(&card).await?;
    Ok(())
}

/// The letter knows to whom it goes, and the application which letter goes with it.
async fn begin_a_letter(browser: &Browser) -> Result<()> {
    browser.click(r#"[data-action="write-letter"]"#).await?;
    browser.click(r#"[data-action="begin-letter"]"#).await?;
    let guided = Guided { browser };
    guided.expect("company").await?;
    expect_value(browser, "#addressee-company", "Rossi Trasporti S.r.l.").await?;
    guided.on_to("role").await?;
    expect_value(browser, "#wanted-role", "addetto al magazzino").await?;
    browser.click(r#"[data-action="menu"]"#).await?;
    browser.click(r#"#app-menu [href="/applications"]"#).await?;
    browser.click(".card-title a").await?;
    browser
        .click(r#"[data-action="open-requirements"]"#)
        .await?;
    browser
        .element(r#"[data-action="write-letter"]:not([href^="/letters/new"])"#)
        .await?;
    Ok(())
}
