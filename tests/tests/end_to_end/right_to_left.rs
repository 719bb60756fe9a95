//! A language written from right to left: the pages are mirrored whole, fit their screens, and
//! everything works.

use anyhow::{Result, ensure};
use approdo_tests::guided::Guided;
use approdo_tests::screen::{self, Theme};
use approdo_tests::{AlteredClient, Browser, Editor, Engine, Stage, axe, in_every_engine, layout};
use serde_json::Value;

use crate::reorder::drag_entries;

in_every_engine!(
    pages_are_mirrored_in_a_language_from_right_to_left,
    entries_are_dragged_in_a_language_from_right_to_left,
);

/// Pages apart from the editor and its preview.
const PAGES: [(&str, &str); 4] = [
    ("home", "/"),
    ("list", "/cv"),
    ("devices", "/devices"),
    ("settings", "/settings"),
];

async fn pages_are_mirrored_in_a_language_from_right_to_left(
    stage: &Stage,
    engine: Engine,
) -> Result<()> {
    let client = AlteredClient::right_to_left()?;
    let server = &stage.server;
    server.serve_client(client.folder()).await?;
    let browser = stage.browser(engine, "phone").await?;
    screen::prefer_before_first_visit(&browser, server, "it", Theme::Light).await?;
    let editor = Editor::start_from_home(&browser, server).await?;
    for role in ["Cuoca", "Cameriera"] {
        let texts = [("experience.role", role), ("experience.start", "05/2020")];
        editor.add_entry("experience", &texts).await?;
    }
    editor.wait_until_saved().await?;
    let menu_on_the_left = "return document.querySelector('.menu').getBoundingClientRect().x
        < document.querySelector('.brand').getBoundingClientRect().x";
    ensure!(
        browser.script::<bool>(menu_on_the_left, &[]).await?,
        "the header is not mirrored"
    );
    for size in sizes(engine) {
        screen::resize(&browser, *size).await?;
        look(&browser, "editor", size.0).await?;
    }
    screen::resize(&browser, (390, 844)).await?;
    let question = format!("{}/guided/work", editor.path().await?);
    browser.goto(&server.address(&question)).await?;
    Guided { browser: &browser }.expect("work").await?;
    look(&browser, "guided", 390).await?;
    browser.click(r#"[data-action="menu"]"#).await?;
    look(&browser, "menu", 390).await?;
    for (name, path) in PAGES {
        browser.goto(&server.address(path)).await?;
        browser.element("#page-title").await?;
        for size in sizes(engine) {
            screen::resize(&browser, *size).await?;
            look(&browser, name, size.0).await?;
        }
    }
    expect_turned_by_language(&browser).await
}

async fn entries_are_dragged_in_a_language_from_right_to_left(
    stage: &Stage,
    engine: Engine,
) -> Result<()> {
    let client = AlteredClient::right_to_left()?;
    stage.server.serve_client(client.folder()).await?;
    drag_entries(stage, engine).await
}

/// Chooses the other language and the first again: the page turns each time.
async fn expect_turned_by_language(browser: &Browser) -> Result<()> {
    for (language, direction) in [("en", "ltr"), ("it", "rtl")] {
        let choose = "const field = document.querySelector('#language');
            field.value = arguments[0];
            field.dispatchEvent(new Event('change', { bubbles: true }));";
        browser.script::<Value>(choose, &[language.into()]).await?;
        let turned = "return document.documentElement.lang === arguments[0]
            && document.documentElement.dir === arguments[1]";
        let what = format!("{language} to be written {direction}");
        browser
            .until(&what, turned, &[language.into(), direction.into()])
            .await?;
    }
    Ok(())
}

fn sizes(engine: Engine) -> &'static [(u32, u32)] {
    match engine {
        Engine::Chromium => &[(320, 568), (390, 844), (1440, 900)],
        Engine::Firefox | Engine::WebKit => &[(390, 844)],
    }
}

async fn look(browser: &Browser, page: &str, width: u32) -> Result<()> {
    let state = format!("{page}, {width} wide, from right to left");
    screen::wait_for_preview(browser).await?;
    screen::keep(browser, page, &format!("{width}-light-rtl")).await?;
    layout::check(browser, &state).await?;
    axe::check(browser, &state).await
}
