//! The browser is killed while someone types: what the screen called saved is there afterwards.

use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use approdo_tests::{Browser, Editor, Engine, Stage, in_every_engine};
use serde_json::Value;

in_every_engine!(
    a_browser_killed_while_typing_loses_at_most_the_last_moment,
    a_browser_killed_right_after_its_first_words_knows_them
);

/// What may be missing: the pause after which typing is stored (at most one second), and the time
/// that storing takes on a busy machine.
const DEBOUNCE_LIMIT: Duration = Duration::from_secs(2);

/// What the screen showed at one moment.
struct Look {
    at: Instant,
    text: String,
    saved: bool,
}

impl Look {
    async fn at(browser: &Browser, field: &str) -> Result<Self> {
        let script = "return [document.querySelector(arguments[0]).value,
            document.querySelector('[data-save-state]').dataset.saveState]";
        let (text, state): (String, String) = browser.script(script, &[field.into()]).await?;
        Ok(Self {
            at: Instant::now(),
            text,
            saved: state == "saved",
        })
    }
}

/// Kills the browser and starts it again. The automated WebKit forgets everything then: there the
/// page is torn away under the person's hands instead, for another one of the same origin.
async fn end_without_warning(browser: &Browser) -> Result<()> {
    if browser.engine == Engine::WebKit {
        let away = "location.replace('/icons/favicon.svg')";
        browser.script::<Value>(away, &[]).await?;
        return Ok(());
    }
    browser.kill();
    browser.start_again().await
}

async fn a_browser_killed_while_typing_loses_at_most_the_last_moment(
    stage: &Stage,
    engine: Engine,
) -> Result<()> {
    let browser = stage.browser(engine, "phone").await?;
    let editor = Editor::start_from_home(&browser, &stage.server).await?;
    let path = editor.path().await?;
    let field = editor.field("profile", 0).await?;
    let mut looks = Vec::new();
    for number in 0..30 {
        browser
            .type_text(&field, &format!("parola{number} "))
            .await?;
        if number == 15 {
            // One pause in the middle, as people make them.
            editor.wait_until_saved().await?;
        }
        looks.push(Look::at(&browser, &field).await?);
    }
    let killed_at = Instant::now();
    end_without_warning(&browser).await?;
    let editor = Editor::open(&browser, &stage.server, &path).await?;
    let found = editor.read("profile", 0).await?;
    let last = looks
        .last()
        .map(|look| look.text.clone())
        .unwrap_or_default();
    ensure!(last.starts_with(&found), "“{found}” was never typed");
    for look in &looks {
        let old = killed_at - look.at > DEBOUNCE_LIMIT;
        let safe = found.len() >= look.text.len();
        ensure!(
            safe || !look.saved,
            "“{}” was called saved; found “{found}”",
            look.text
        );
        ensure!(
            safe || !old,
            "“{}” was typed long before; found “{found}”",
            look.text
        );
    }
    ensure!(
        looks.iter().any(|look| look.saved),
        "nothing was ever called saved"
    );
    Ok(())
}

async fn a_browser_killed_right_after_its_first_words_knows_them(
    stage: &Stage,
    engine: Engine,
) -> Result<()> {
    let browser = stage.browser(engine, "phone").await?;
    let editor = Editor::start_from_home(&browser, &stage.server).await?;
    editor.write("personal.given-name", 0, "Giulia").await?;
    editor.wait_until_saved().await?;
    end_without_warning(&browser).await?;
    browser.goto(&stage.server.address("/cv")).await?;
    browser.click("main .card-title a").await?;
    let editor = Editor::opened(&browser).await?;
    editor.wait_for("personal.given-name", 0, "Giulia").await
}
