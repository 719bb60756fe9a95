//! A page that is left in the middle of a word, and that some browsers keep as it was until the
//! person comes back: it is in no other page's way meanwhile, and afterwards goes on with what the
//! others wrote.

use anyhow::{Result, ensure};
use approdo_tests::{Browser, Editor, Engine, Stage, in_every_engine};
use serde_json::Value;

in_every_engine!(a_page_left_in_a_word_hinders_no_other_and_goes_on_when_the_person_is_back);

async fn a_page_left_in_a_word_hinders_no_other_and_goes_on_when_the_person_is_back(
    stage: &Stage,
    engine: Engine,
) -> Result<()> {
    let server = &stage.server;
    let phone = stage.browser(engine, "phone").await?;
    let left = Editor::start_from_home(&phone, server).await?;
    left.write("personal.given-name", 0, "Giulia").await?;
    left.wait_until_saved().await?;
    let path = left.path().await?;
    let mark = "document.documentElement.dataset.left = ''";
    phone.script::<Value>(mark, &[]).await?;
    left.write("personal.family-name", 0, "Rossi").await?;
    phone.goto(&server.address("/settings")).await?;

    let other = Editor::open(&phone, server, &path).await?;
    other.wait_for("personal.given-name", 0, "Giulia").await?;
    other.write("profile", 0, "Cuoca puntuale").await?;
    other.wait_until_saved().await?;

    let was_kept = go_back_to(&phone, &path).await?;
    ensure!(
        was_kept || engine != Engine::WebKit,
        "WebKit no longer keeps pages, and this scenario shows nothing"
    );
    let back = Editor::opened(&phone).await?;
    back.wait_for("profile", 0, "Cuoca puntuale").await?;
    back.wait_for("personal.given-name", 0, "Giulia").await?;
    if was_kept {
        back.wait_for("personal.family-name", 0, "Rossi").await?;
    }
    back.write("personal.phone", 0, "333 1234567").await?;
    back.wait_until_saved().await?;
    back.reload().await?;
    back.wait_for("personal.phone", 0, "333 1234567").await?;
    back.wait_for("profile", 0, "Cuoca puntuale").await?;
    if was_kept {
        back.wait_for("personal.family-name", 0, "Rossi").await?;
    }
    back.expect_no_conflict().await
}

/// Goes back by two pages, and tells whether the browser had kept the one that is there now.
async fn go_back_to(phone: &Browser, path: &str) -> Result<bool> {
    phone
        .script::<Value>(
            "document.documentElement.dataset.other = ''; history.go(-2)",
            &[],
        )
        .await?;
    let is_there = "return location.pathname === arguments[0]
        && document.readyState === 'complete'
        && document.documentElement.dataset.other === undefined";
    phone
        .until("the page before", is_there, &[path.into()])
        .await?;
    let was_kept = "return document.documentElement.dataset.left !== undefined";
    phone.script(was_kept, &[]).await
}
