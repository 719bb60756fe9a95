//! axe-core finds nothing, on any page, in any state, in light and dark, in both languages; and each
//! page is photographed at the usual sizes.

use anyhow::Result;
use approdo_tests::guided::Guided;
use approdo_tests::screen::{self, Theme};
use approdo_tests::{Browser, Editor, Engine, Stage, axe, in_every_engine};

in_every_engine!(axe_finds_nothing_on_any_page);

/// Sizes at which each page is photographed; all others are in `sizes.rs`.
const SIZES: [(u32, u32); 2] = [(1440, 900), (390, 844)];

/// Pages without a CV in their path.
const PAGES: [(&str, &str); 20] = [
    ("home", "/"),
    ("list", "/cv"),
    ("import", "/cv/import"),
    ("letters", "/letters"),
    ("new-letter", "/letters/new"),
    ("applications", "/applications"),
    ("new-application", "/applications/new"),
    ("interview", "/interview"),
    ("interview-questions", "/interview/questions"),
    (
        "interview-question",
        "/interview/questions/something-that-went-well",
    ),
    ("interview-checklists", "/interview/checklists"),
    ("interview-documents", "/interview/documents"),
    ("interview-mock", "/interview/mock"),
    ("interview-sets", "/interview/sets"),
    ("sheets", "/sheets"),
    ("sheets-receive", "/sheets/receive"),
    ("sheets-paper", "/sheets/paper"),
    ("devices", "/devices"),
    ("settings", "/settings"),
    ("not-found", "/no-such-page"),
];

/// Sections of the editor.
const SECTIONS: [&str; 7] = [
    "personal",
    "profile",
    "experience",
    "education",
    "languages",
    "skills",
    "driving",
];

/// Other pages on a CV, and what tells that they are there.
const TOOLS: [(&str, &str); 3] = [
    ("copy", "#copy-vacancy"),
    ("language", r#"[data-action="make-translation"]"#),
    ("versions", "[data-day]"),
];

/// Questions of the guided way, one of each sort.
const QUESTIONS: [&str; 5] = ["contacts", "work", "italian", "other-languages", "profile"];

async fn axe_finds_nothing_on_any_page(stage: &Stage, engine: Engine) -> Result<()> {
    let browser = stage.browser(engine, "phone").await?;
    let editor = Editor::start_from_home(&browser, &stage.server).await?;
    editor.write_sample().await?;
    editor.wait_until_saved().await?;
    let path = editor.path().await?;
    for (language, theme) in screen::appearances(engine) {
        screen::prefer(&browser, language, *theme).await?;
        check_pages(stage, &browser, language, *theme).await?;
        check_editor(stage, &browser, &path, language, *theme).await?;
    }
    Ok(())
}

async fn check_pages(stage: &Stage, browser: &Browser, language: &str, theme: Theme) -> Result<()> {
    for (name, path) in PAGES {
        browser.goto(&stage.server.address(path)).await?;
        browser.element("#page-title").await?;
        let state = format!("{name}, {language}, {}", theme.name());
        axe::check(browser, &state).await?;
        photograph(browser, name, language, theme).await?;
    }
    Ok(())
}

async fn check_editor(
    stage: &Stage,
    browser: &Browser,
    path: &str,
    language: &str,
    theme: Theme,
) -> Result<()> {
    let editor = Editor::open(browser, &stage.server, path).await?;
    for section in SECTIONS {
        editor.open_section(section).await?;
        let state = format!("editor with {section}, {language}, {}", theme.name());
        axe::check(browser, &state).await?;
    }
    editor.open_section("experience").await?;
    photograph(browser, "editor", language, theme).await?;
    browser
        .goto(&stage.server.address(&format!("{path}/preview")))
        .await?;
    browser.element(".preview-page svg").await?;
    axe::check(browser, &format!("preview, {language}, {}", theme.name())).await?;
    photograph(browser, "preview", language, theme).await?;
    browser.click(r#"[data-action="open-export"]"#).await?;
    browser.element("[data-formats]").await?;
    axe::check(browser, &format!("export, {language}, {}", theme.name())).await?;
    photograph(browser, "export", language, theme).await?;
    for (tool, part) in TOOLS {
        let address = format!("{path}/{tool}");
        browser.goto(&stage.server.address(&address)).await?;
        browser.element(part).await?;
        let state = format!("{tool}, {language}, {}", theme.name());
        axe::check(browser, &state).await?;
        photograph(browser, tool, language, theme).await?;
    }
    for question in QUESTIONS {
        let address = format!("{path}/guided/{question}");
        browser.goto(&stage.server.address(&address)).await?;
        Guided { browser }.expect(question).await?;
        let state = format!("question {question}, {language}, {}", theme.name());
        axe::check(browser, &state).await?;
        photograph(browser, &format!("guided-{question}"), language, theme).await?;
    }
    Ok(())
}

async fn photograph(browser: &Browser, page: &str, language: &str, theme: Theme) -> Result<()> {
    for (width, height) in SIZES {
        screen::resize(browser, (width, height)).await?;
        screen::wait_for_preview(browser).await?;
        screen::keep(
            browser,
            page,
            &format!("{width}-{}-{language}", theme.name()),
        )
        .await?;
    }
    Ok(())
}
