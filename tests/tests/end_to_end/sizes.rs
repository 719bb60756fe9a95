//! Every page fits every usual screen, at twice the size of text too: nothing scrolls sideways,
//! nothing is cut, every target is large enough for a thumb.

use anyhow::Result;
use approdo_tests::guided::Guided;
use approdo_tests::screen::{self, SIZES, Theme};
use approdo_tests::{Browser, Editor, Engine, Launch, Stage, in_engines, in_every_engine, layout};

in_every_engine!(every_page_fits_every_screen);
in_engines!([Chromium, Firefox] every_page_fits_at_twice_the_size_of_text);

/// Pages apart from the editor and its preview.
const PAGES: [(&str, &str); 26] = [
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
    ("interview-cards", "/interview/cards"),
    ("interview-own", "/interview/own"),
    ("interview-checklists", "/interview/checklists"),
    ("interview-documents", "/interview/documents"),
    ("interview-calm", "/interview/calm"),
    ("interview-thanks", "/interview/thanks"),
    ("interview-mock", "/interview/mock"),
    ("interview-sets", "/interview/sets"),
    ("interview-recordings", "/interview/mock/recordings"),
    ("sheets", "/sheets"),
    ("sheets-receive", "/sheets/receive"),
    ("sheets-paper", "/sheets/paper"),
    ("from-text", "/applications/from-text"),
    ("devices", "/devices"),
    ("settings", "/settings"),
    ("not-found", "/no-such-page"),
];

/// Parts of the editor that have something of their own.
const SECTIONS: [&str; 5] = ["personal", "experience", "languages", "skills", "driving"];

async fn every_page_fits_every_screen(stage: &Stage, engine: Engine) -> Result<()> {
    let browser = stage.browser(engine, "phone").await?;
    let sizes: &[(u32, u32)] = match engine {
        Engine::Chromium => &SIZES,
        Engine::Firefox => &[(320, 568), (390, 844), (1440, 900)],
        // Its window has no mind to be narrower.
        Engine::WebKit => &[(360, 740), (390, 844), (1440, 900)],
    };
    check_all(stage, &browser, sizes, "").await
}

async fn every_page_fits_at_twice_the_size_of_text(stage: &Stage, engine: Engine) -> Result<()> {
    let launch = Launch {
        large_text: true,
        ..Launch::default()
    };
    let browser = stage.browser_with(engine, "phone", launch).await?;
    check_all(stage, &browser, &[(320, 568), (390, 844)], "large-text-").await
}

async fn check_all(
    stage: &Stage,
    browser: &Browser,
    sizes: &[(u32, u32)],
    kind: &str,
) -> Result<()> {
    screen::prefer_before_first_visit(browser, &stage.server, "it", Theme::Light).await?;
    let editor = Editor::start_from_home(browser, &stage.server).await?;
    write_a_little(&editor).await?;
    let path = editor.path().await?;
    for section in SECTIONS {
        editor.open_section(section).await?;
        look(browser, &format!("editor-{section}"), sizes, kind).await?;
        screen::resize(browser, (390, 844)).await?;
    }
    browser.click(r#"[data-section="driving"] .chip"#).await?;
    editor.open_section("skills").await?;
    browser
        .click(r#"[data-section="skills"] [data-action="delete"]"#)
        .await?;
    browser.element(".undo-toast").await?;
    look(browser, "toast", sizes, kind).await?;
    browser.click(r#"[data-action="menu"]"#).await?;
    look(browser, "menu", sizes, kind).await?;
    browser
        .goto(&stage.server.address(&format!("{path}/preview")))
        .await?;
    browser.element(".preview-page svg").await?;
    look(browser, "preview", sizes, kind).await?;
    browser.click(r#"[data-action="open-export"]"#).await?;
    browser.element("[data-formats]").await?;
    look(browser, "export", sizes, kind).await?;
    for question in ["contacts", "italian", "other-languages"] {
        let address = format!("{path}/guided/{question}");
        browser.goto(&stage.server.address(&address)).await?;
        Guided { browser }.expect(question).await?;
        look(browser, &format!("guided-{question}"), sizes, kind).await?;
    }
    for (name, path) in PAGES {
        browser.goto(&stage.server.address(path)).await?;
        browser.element("#page-title").await?;
        look(browser, name, sizes, kind).await?;
    }
    browser.goto(&stage.server.address("/devices")).await?;
    browser.click(r#"[data-action="offer-link"]"#).await?;
    browser.element("#link-code").await?;
    look(browser, "link-code", sizes, kind).await
}

/// Long words, dates in the wrong order, two entries.
async fn write_a_little(editor: &Editor<'_>) -> Result<()> {
    editor
        .write("personal.given-name", 0, "Maria Annunziata")
        .await?;
    editor
        .write("personal.family-name", 0, "Mastrogiovanni-Papadimitriou")
        .await?;
    editor
        .write(
            "personal.email",
            0,
            "mariaannunziata.mastrogiovanni.papadimitriou@example.org",
        )
        .await?;
    let wrong = [
        ("experience.role", "Addetta all’assistenza e alla cura"),
        ("experience.employer", "Precipitevolissimevolmente"),
        ("experience.start", "05/2020"),
        ("experience.end", "03/2019"),
    ];
    editor
        .add_entry("experience", &[("experience.role", "Cuoca")])
        .await?;
    editor.add_entry("experience", &wrong).await?;
    editor
        .add_entry("languages", &[("language.name", "Italiano")])
        .await?;
    editor
        .add_entry("skills", &[("skill.name", "Saldatura")])
        .await?;
    editor
        .add_entry("skills", &[("skill.name", "Disegno")])
        .await?;
    editor.wait_until_saved().await
}

async fn look(browser: &Browser, page: &str, sizes: &[(u32, u32)], kind: &str) -> Result<()> {
    for (width, height) in sizes {
        screen::resize(browser, (*width, *height)).await?;
        screen::wait_for_preview(browser).await?;
        screen::keep(browser, page, &format!("{kind}{width}-light-it")).await?;
        layout::check(browser, &format!("{page}, {kind}{width} wide")).await?;
    }
    Ok(())
}
