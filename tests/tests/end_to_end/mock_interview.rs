//! A mock interview alone: recorded where the browser can, with a bell, a pause, a question passed over and
//! a store that fills up; heard, measured, looked back on, and its recordings deleted. Where nothing can be recorded, or the
//! person does not allow it, the page says how to go on.

use anyhow::{Result, ensure};
use approdo_tests::altered_client::{empty_store, fill_store};
use approdo_tests::guided::Guided;
use approdo_tests::screen::{self, Theme};
use approdo_tests::{AlteredClient, Browser, Engine, Launch, Stage, axe, in_every_engine, layout};
use serde_json::{Value, json};

in_every_engine!(one_holds_a_mock_interview_alone);

/// No browser here recognises words on the device: this stands in for one that does. It says the same words each time it
/// stops, and refuses to begin unless it was told to keep the voice here.
const RECOGNISES: &str = "window.SpeechRecognition = class extends EventTarget {
        static async available({ langs, processLocally }) {
            return processLocally && langs[0] === 'it-IT' ? 'available' : 'unavailable';
        }
        start() {
            if (!this.processLocally) throw new Error('the voice would leave the device');
            this.isRunning = true;
        }
        stop() {
            if (!this.isRunning) return;
            this.isRunning = false;
            const result = [{ transcript: 'lavoro volentieri con gli altri' }];
            result.isFinal = true;
            const event = Object.assign(new Event('result'), { resultIndex: 0, results: [result] });
            setTimeout(() => { this.dispatchEvent(event); this.dispatchEvent(new Event('end')); }, 50);
        }
        abort() { this.isRunning = false; }
    };";

const NEXT: &str = r#"[data-action="next-question"]"#;

async fn one_holds_a_mock_interview_alone(stage: &Stage, engine: Engine) -> Result<()> {
    let client = AlteredClient::whose_store_fills_up()?;
    stage.server.serve_client(client.folder()).await?;
    let browser = with_microphone(stage, engine, "granted").await?;
    let recognises = engine == Engine::Chromium;
    if recognises {
        browser.script::<Value>(RECOGNISES, &[]).await?;
    }
    set_up(&browser, recognises).await?;
    // WebKitGTK has no microphone without a sound system.
    let records = engine != Engine::WebKit;
    if !records {
        go_on_without_recording(&browser).await?;
    }
    hold(&browser, records).await?;
    if records {
        hear(&browser, recognises).await?;
    }
    look_back(&browser).await?;
    if records {
        delete_recordings(&browser).await?;
    }
    if engine == Engine::Chromium {
        let refused = with_microphone(stage, engine, "denied").await?;
        set_up(&refused, false).await?;
        go_on_without_recording(&refused).await?;
    }
    Ok(())
}

/// Opens the page on interviews in a browser with a microphone that pages may or may not use.
async fn with_microphone(
    stage: &Stage,
    engine: Engine,
    permission: &str,
) -> Result<std::sync::Arc<Browser>> {
    let launch = Launch {
        microphone: true,
        ..Launch::default()
    };
    let browser = stage.browser_with(engine, permission, launch).await?;
    screen::prefer_before_first_visit(&browser, &stage.server, "it", Theme::Light).await?;
    if engine == Engine::Chromium {
        let parameters = json!({
            "permission": { "name": "microphone" },
            "setting": permission,
            "origin": stage.server.address(""),
        });
        browser
            .devtools("Browser.setPermission", parameters)
            .await?;
    }
    browser.goto(&stage.server.address("/interview")).await?;
    Ok(browser)
}

async fn look(browser: &Browser, state: &str) -> Result<()> {
    axe::check(browser, state).await?;
    layout::check(browser, state).await
}

/// Chooses five minutes and to be recorded, which needs somebody who decides so.
async fn set_up(browser: &Browser, recognises: bool) -> Result<()> {
    browser.click(r#"[data-way="mock"]"#).await?;
    browser.click(r#"[name="mock-minutes"][value="5"]"#).await?;
    browser
        .click(r#"[name="mock-way"][value="record"]"#)
        .await?;
    browser.element("[data-recording-explained]").await?;
    match recognises {
        true => browser.click("#mock-words").await?,
        false => browser.element("[data-no-recognition]").await.map(drop)?,
    }
    browser.click(r#"[data-action="begin-mock"]"#).await?;
    browser.expect_focus("#mock-obstacle").await?;
    look(browser, "mock-setup").await?;
    browser.click(r#"[name="mock-age"][value="adult"]"#).await?;
    browser.click(r#"[data-action="begin-mock"]"#).await
}

async fn go_on_without_recording(browser: &Browser) -> Result<()> {
    browser
        .click(r#"[data-obstacle] [data-action="without-recording"]"#)
        .await?;
    browser.click(r#"[data-action="begin-mock"]"#).await?;
    browser.element("[data-mock-run]").await?;
    Ok(())
}

/// Waits until the clock of the whole has gone on by some seconds since it was asked first.
async fn let_time_pass(browser: &Browser, seconds: u32) -> Result<()> {
    let passed = "const words = document.querySelector('[data-left=whole]').textContent;
        const [minutes, seconds] = words.split(':').map(Number);
        const left = minutes * 60 + seconds;
        window.leftBefore ??= left;
        if (window.leftBefore - left < arguments[0]) return false;
        delete window.leftBefore;
        return true;";
    browser
        .until("time to pass", passed, &[seconds.into()])
        .await?;
    Ok(())
}

async fn question(browser: &Browser, other_than: &str) -> Result<String> {
    let shown = "const word = document.querySelector('[data-mock-run]')?.dataset.mockRun;
        return word && word !== arguments[0] ? word : false";
    let word = browser
        .until("the question", shown, &[other_than.into()])
        .await?;
    Ok(word.as_str().unwrap_or_default().to_owned())
}

/// Answers the first question, passes over the second after its bell, and ends at the third.
async fn hold(browser: &Browser, records: bool) -> Result<()> {
    let first = question(browser, "").await?;
    if records {
        browser.element("[data-is-recording]").await?;
    }
    let_time_pass(browser, 5).await?;
    look(browser, "mock-run").await?;
    browser.click(r#"[data-action="pause-mock"]"#).await?;
    browser.click(r#"[data-action="resume-mock"]"#).await?;
    browser.click(NEXT).await?;
    let second = question(browser, &first).await?;
    // Two minutes later, as far as the page can tell.
    let later = "const now = window.Date.now; window.Date.now = () => now() + 120_000";
    browser.script::<Value>(later, &[]).await?;
    browser.element("[data-rung]").await?;
    look(browser, "mock-rung").await?;
    browser.click(r#"[data-action="skip-question"]"#).await?;
    question(browser, &second).await?;
    if records {
        browser.element("[data-is-recording]").await?;
        fill_store(browser).await?;
        browser.element("[data-trouble]").await?;
        ensure!(empty_store(browser).await?, "the page is another one");
    }
    browser.click(r#"[data-action="end-mock"]"#).await?;
    browser.element("[data-mock-result]").await?;
    for (word, outcome) in [(&first, "answered"), (&second, "skipped")] {
        browser
            .element(&format!(
                r#"[data-asked="{word}"][data-outcome="{outcome}"]"#
            ))
            .await?;
    }
    Ok(())
}

/// Hears the first answer: what was recorded plays, though the store was full later.
async fn hear(browser: &Browser, recognises: bool) -> Result<()> {
    // Without a sound system Firefox records, but does not tell how loud it is.
    if browser.engine == Engine::Chromium {
        let measures = r#"[data-outcome="answered"] [data-measures]"#;
        browser.element(measures).await?;
    }
    browser
        .click(r#"[data-outcome="answered"] [data-action="listen"]"#)
        .await?;
    let plays = "const audio = document.querySelector('audio');
        if (audio?.paused) audio.play();
        return audio?.currentTime > 1";
    browser.until("the answer to be heard", plays, &[]).await?;
    let words = "return document.querySelector('[data-outcome=answered] [data-words]')
        ?.parentElement.textContent ?? ''";
    let words: String = browser.script(words, &[]).await?;
    ensure!(
        words.contains("volentieri") == recognises,
        "recognised: {words}"
    );
    Ok(())
}

/// Fills in the self-check, which is there again after a reload.
async fn look_back(browser: &Browser) -> Result<()> {
    browser
        .click(r#"[data-point="examples"] [value="yes"]"#)
        .await?;
    let next_time = r#"[data-field="mock.next-time"] textarea"#;
    browser.type_text(next_time, "Parlare più piano").await?;
    let guided = Guided { browser };
    guided.wait_until_saved().await?;
    look(browser, "mock-result").await?;
    let mark = "document.documentElement.dataset.old = ''; location.reload()";
    browser.script::<Value>(mark, &[]).await?;
    let kept = "return document.documentElement.dataset.old === undefined
        && document.querySelector('[data-point=examples] [value=yes]')?.checked === true";
    browser.until("the self-check", kept, &[]).await?;
    ensure!(
        browser.value(next_time).await? == "Parlare più piano",
        "another text"
    );
    Ok(())
}

async fn delete_recordings(browser: &Browser) -> Result<()> {
    browser.element("[data-recording]").await?;
    browser.click(r#"[data-action="recordings"]"#).await?;
    browser.element("[data-recordings-count]").await?;
    look(browser, "mock-recordings").await?;
    browser
        .click(r#"[data-action="delete-recordings"]"#)
        .await?;
    browser.click(r#"[data-action="confirm-delete"]"#).await?;
    browser.element("[data-no-recordings]").await?;
    Ok(())
}
