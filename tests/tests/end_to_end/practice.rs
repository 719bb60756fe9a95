//! Practising for an interview on a phone and without a network: questions that fit the job, an answer by its steps that is
//! there again after a reload, flash cards, and a checklist with something ticked, moved and added.

use anyhow::{Result, ensure};
use approdo_tests::guided::Guided;
use approdo_tests::screen::{self, Theme};
use approdo_tests::{Browser, Editor, Engine, Stage, axe, downloads, in_every_engine, layout};
use serde_json::Value;

in_every_engine!(one_practises_without_a_network);

const SITUATION: &str = r#"[data-field="answer.situation"] textarea"#;

async fn one_practises_without_a_network(stage: &Stage, engine: Engine) -> Result<()> {
    let browser = stage.browser(engine, "phone").await?;
    screen::prefer_before_first_visit(&browser, &stage.server, "it", Theme::Light).await?;
    let editor = Editor::start_from_home(&browser, &stage.server).await?;
    editor.write_sample().await?;
    editor.wait_until_saved().await?;
    editor.wait_until_ready_offline().await?;
    stage.server.stop();

    browser.click(r#"[data-action="menu"]"#).await?;
    browser.click(r#"#app-menu [href="/interview"]"#).await?;
    browser.element("[data-interview]").await?;
    look(&browser, "interview").await?;
    filter(&browser).await?;
    let guided = Guided { browser: &browser };
    write_an_answer(&guided).await?;
    take_cards(&browser).await?;
    keep_a_checklist(&guided).await?;
    put_it_into_the_calendar(&guided).await?;
    breathe(&browser).await
}

async fn look(browser: &Browser, state: &str) -> Result<()> {
    axe::check(browser, state).await?;
    layout::check(browser, state).await
}

/// Loads the page again; a mark on the old one keeps it from being taken for the new one.
async fn reload(browser: &Browser) -> Result<()> {
    let mark = "document.documentElement.dataset.old = ''; location.reload()";
    browser.script::<Value>(mark, &[]).await?;
    let fresh = "return document.documentElement.dataset.old === undefined
        && document.documentElement.dataset.ready !== undefined";
    browser.until("the page to load again", fresh, &[]).await?;
    Ok(())
}

/// Goes back to where practising begins and on to another way.
async fn go(browser: &Browser, way: &str) -> Result<()> {
    browser.click(r#"[data-action="menu"]"#).await?;
    browser.click(r#"#app-menu [href="/interview"]"#).await?;
    browser.click(&format!(r#"[data-way="{way}"]"#)).await
}

async fn choose(browser: &Browser, field: &str, value: &str) -> Result<()> {
    let chosen = "const field = document.querySelector(arguments[0]);
        field.value = arguments[1];
        field.dispatchEvent(new Event('change', { bubbles: true }));
        return field.value === arguments[1];";
    browser
        .until(field, chosen, &[field.into(), value.into()])
        .await?;
    Ok(())
}

/// The questions of a job, and as many as ten minutes hold.
async fn filter(browser: &Browser) -> Result<()> {
    browser.click(r#"[data-way="questions"]"#).await?;
    browser.element("[data-question-count]").await?;
    choose(browser, "#interview-occupation", "warehouse-worker").await?;
    choose(browser, "#interview-topic", "occupation").await?;
    let of_the_job = "const all = [...document.querySelectorAll('[data-question]')];
        return all.length >= 5 && all.every((one) => one.dataset.question.startsWith('warehouse-worker-'))";
    browser
        .until("the questions of the job", of_the_job, &[])
        .await?;
    look(browser, "interview-questions").await?;
    choose(browser, "#interview-topic", "sector").await?;
    let of_the_sector = "const all = [...document.querySelectorAll('[data-question]')];
        return all.length >= 10 && all.some((one) => !one.dataset.question.startsWith('warehouse-worker-'))";
    browser
        .until("the questions of the sector", of_the_sector, &[])
        .await?;
    choose(browser, "#interview-topic", "everything").await?;
    choose(browser, "#interview-stage", "first-job").await?;
    let of_a_first_job = "return document.querySelector('[data-question=three-words]')
        && !document.querySelector('[data-question=a-day-in-your-last-job]')";
    browser
        .until("no question of the last job", of_a_first_job, &[])
        .await?;
    choose(browser, "#interview-stage", "").await?;
    choose(browser, "#interview-minutes", "10").await?;
    let few = "const count = document.querySelectorAll('[data-question]').length;
        return count >= 3 && count <= 10";
    browser
        .until("as many as ten minutes hold", few, &[])
        .await?;
    choose(browser, "#interview-minutes", "").await
}

async fn write_an_answer(guided: &Guided<'_>) -> Result<()> {
    let browser = guided.browser;
    browser
        .click(r#"[data-question="something-that-went-well"]"#)
        .await?;
    browser.element("[data-question-page]").await?;
    look(browser, "interview-question").await?;
    browser.click(r#"[data-action="write-answer"]"#).await?;
    browser.expect_focus(SITUATION).await?;
    browser.type_text(SITUATION, "In un magazzino").await?;
    browser.click("[data-inspirations] summary").await?;
    browser.click(r#"[data-action="take-from-cv"]"#).await?;
    let taken = "return document.querySelector(arguments[0]).value.split('\\n').length === 2";
    browser
        .until("a line of the CV", taken, &[SITUATION.into()])
        .await?;
    browser.click(r#"[data-sureness] [value="almost"]"#).await?;
    guided.wait_until_saved().await?;
    look(browser, "interview-answer").await?;
    let written = browser.value(SITUATION).await?;
    reload(browser).await?;
    ensure!(browser.value(SITUATION).await? == written, "another answer");
    let almost = "return document.querySelector('[data-sureness] [value=almost]')?.checked";
    browser.until("how sure one feels", almost, &[]).await?;
    Ok(())
}

async fn take_cards(browser: &Browser) -> Result<()> {
    go(browser, "cards").await?;
    browser.element(r#"[data-action="start-cards"]"#).await?;
    choose(browser, "#interview-topic", "closing").await?;
    browser.click(r#"[data-action="start-cards"]"#).await?;
    let mut seen = Vec::new();
    for number in 0..20 {
        let card = "const card = document.querySelector('[data-card]')?.dataset.card;
            if (document.querySelector('[data-cards-end]')) return 'end';
            return card && card !== arguments[0] ? card : false";
        let last = seen.last().cloned().unwrap_or_default();
        let card = browser
            .until("the next card", card, &[Value::from(last)])
            .await?;
        let card = card.as_str().unwrap_or_default().to_owned();
        if card == "end" {
            break;
        }
        browser.click(r#"[data-action="reveal-card"]"#).await?;
        if number == 0 {
            look(browser, "interview-card").await?;
            browser.click(r#"[data-action="card-not-yet"]"#).await?;
        } else {
            browser.click(r#"[data-action="card-known"]"#).await?;
        }
        seen.push(card);
    }
    ensure!(seen.len() >= 4, "only {seen:?}");
    browser.click(r#"[data-action="repeat-cards"]"#).await?;
    let again = "return document.querySelector('[data-card]')?.dataset.card === arguments[0]";
    let first = seen.swap_remove(0);
    browser
        .until("the card that was not known", again, &[first.into()])
        .await?;
    Ok(())
}

async fn keep_a_checklist(guided: &Guided<'_>) -> Result<()> {
    let browser = guided.browser;
    go(browser, "checklists").await?;
    browser.click(r#"[data-action="new-checklist"]"#).await?;
    browser
        .click(r#"[name="interview-kind"][value="phone"]"#)
        .await?;
    browser
        .click(r#"[name="addition"][value="first-job"]"#)
        .await?;
    look(browser, "interview-new-checklist").await?;
    browser.click(r#"[data-action="begin-checklist"]"#).await?;
    let second = r#"[data-phase="week-before"] li:nth-child(2)"#;
    browser.click(&format!("{second} input")).await?;
    browser.click(r#"[data-action="change-checklist"]"#).await?;
    browser
        .click(&format!(r#"{second} [data-action="move-up"]"#))
        .await?;
    browser.type_text("#own-item-text", "Chiamare Anna").await?;
    browser.click(r#"[data-action="add-item"]"#).await?;
    let kept =
        "const first = document.querySelector('[data-phase=week-before] li:first-child input');
        const own = document.querySelector('[data-phase=evening-before] li:last-child');
        return first?.checked === true && own?.textContent.includes('Chiamare Anna')";
    browser.until("the list as changed", kept, &[]).await?;
    guided.wait_until_saved().await?;
    look(browser, "interview-checklist").await?;
    reload(browser).await?;
    browser.until("the list after a reload", kept, &[]).await?;
    Ok(())
}

/// When, where and how to get there go into the calendar, with a time to leave.
async fn put_it_into_the_calendar(guided: &Guided<'_>) -> Result<()> {
    let browser = guided.browser;
    let save = r#"[data-action="interview-to-calendar"]"#;
    browser.click("[data-checklist-about] summary").await?;
    let needs_day = "return document.querySelector('[data-calendar]').textContent.length > 20
        && !document.querySelector(arguments[0])";
    browser
        .until("what is missing", needs_day, &[save.into()])
        .await?;
    let fields = [
        ("date", "24/11/2026"),
        ("time", "ore 9.30"),
        ("place", "Via Roma 1, Cremona"),
        ("way", "Autobus 3, fermata Duomo"),
        ("travel-minutes", "30"),
    ];
    for (name, text) in fields {
        let input = format!(r#"[data-field="checklist.{name}"] input"#);
        browser.type_text(&input, text).await?;
    }
    browser.element(save).await?;
    guided.wait_until_saved().await?;
    look(browser, "interview-calendar").await?;
    browser.click(save).await?;
    let file = downloads::wait_for(browser, |bytes| bytes.starts_with(b"BEGIN:VCALENDAR")).await?;
    let saved = std::fs::read_to_string(file)?;
    let expected = [
        "DTSTART:20261124T093000",
        "LOCATION:Via Roma 1",
        "TRIGGER:-PT870M",
        "TRIGGER:-PT45M",
    ];
    for line in expected {
        ensure!(saved.contains(line), "{line} is not in {saved}");
    }
    Ok(())
}

/// The words of the minute follow each other by themselves.
async fn breathe(browser: &Browser) -> Result<()> {
    go(browser, "calm").await?;
    browser.click(r#"[data-action="begin-calm"]"#).await?;
    let words = "return document.querySelector('[data-calm-words]').textContent.length > 10";
    browser.until("the first words", words, &[]).await?;
    look(browser, "interview-calm").await?;
    let breath = "return document.querySelector('[data-calm]').dataset.calm === 'in'";
    browser.until("the first breath", breath, &[]).await?;
    browser.click(r#"[data-action="stop-calm"]"#).await
}
