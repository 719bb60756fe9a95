//! axe-core finds nothing, and everything fits, in the states that a page only has at times: a conflict, an error, a
//! dialog, a message, a code.

use anyhow::Result;
use approdo_tests::guided::Guided;
use approdo_tests::screen;
use approdo_tests::{Browser, Editor, Engine, Stage, axe, devices, in_every_engine, layout};

in_every_engine!(axe_finds_nothing_in_passing_states);

async fn axe_finds_nothing_in_passing_states(stage: &Stage, engine: Engine) -> Result<()> {
    let phone = stage.browser(engine, "phone").await?;
    let tablet = stage.browser(Engine::Chromium, "tablet").await?;
    let path = conflicting_cv(stage, &phone, &tablet).await?;
    for (language, theme) in screen::appearances(engine) {
        screen::prefer(&phone, language, *theme).await?;
        let suffix = format!("{language}, {}", theme.name());
        check_editor(stage, &phone, &path, &suffix).await?;
        check_devices(stage, &phone, &suffix).await?;
        check_bin(stage, &phone, &suffix).await?;
    }
    Ok(())
}

/// Has axe look at a state, and checks that it fits the screen.
async fn look(browser: &Browser, state: &str) -> Result<()> {
    axe::check(browser, state).await?;
    layout::check(browser, state).await
}

/// Makes a CV with a conflict at the headline and an experience with two errors.
async fn conflicting_cv(stage: &Stage, phone: &Browser, tablet: &Browser) -> Result<String> {
    let server = &stage.server;
    let editor = Editor::start_from_home(phone, server).await?;
    let path = editor.path().await?;
    editor.write("personal.given-name", 0, "Giulia").await?;
    let wrong = [
        ("experience.role", "Cuoca"),
        ("experience.start", "05/2020"),
        ("experience.end", "03/2019"),
    ];
    editor.add_entry("experience", &wrong).await?;
    editor.wait_until_saved().await?;
    devices::offer(phone, tablet, server).await?;
    look(phone, "the matching word, offering").await?;
    look(tablet, "the matching word, joining").await?;
    devices::confirm(phone, tablet).await?;

    let on_phone = Editor::open(phone, server, &path).await?;
    let on_tablet = Editor::open(tablet, server, &path).await?;
    on_tablet
        .wait_for("personal.given-name", 0, "Giulia")
        .await?;
    server.stop();
    on_phone.write("personal.headline", 0, "Cuoca").await?;
    on_tablet.write("personal.headline", 0, "Barista").await?;
    for editor in [&on_phone, &on_tablet] {
        editor
            .wait_for_state(&["offline", "pending", "error"])
            .await?;
    }
    server.start_again().await?;
    on_phone
        .expect_versions("personal.headline", &["Barista", "Cuoca"])
        .await?;
    Ok(path)
}

async fn check_editor(stage: &Stage, phone: &Browser, path: &str, suffix: &str) -> Result<()> {
    let editor = Editor::open(phone, &stage.server, path).await?;
    editor
        .expect_versions("personal.headline", &["Barista", "Cuoca"])
        .await?;
    look(phone, &format!("a conflict, {suffix}")).await?;
    editor.open_section("experience").await?;
    phone.element(".field-error").await?;
    look(phone, &format!("an error at a field, {suffix}")).await?;
    editor.add_entry("skills", &[]).await?;
    phone
        .click(r#"[data-section="skills"] [data-action="delete"]"#)
        .await?;
    phone.element(".undo-toast").await?;
    look(phone, &format!("an offer to undo, {suffix}")).await?;
    phone.click(r#"[data-action="menu"]"#).await?;
    look(phone, &format!("the menu, {suffix}")).await
}

async fn check_devices(stage: &Stage, phone: &Browser, suffix: &str) -> Result<()> {
    phone.goto(&stage.server.address("/devices")).await?;
    phone.element("[data-devices] li").await?;
    phone.click(r#"[data-action="offer-link"]"#).await?;
    phone.element("#link-code").await?;
    look(phone, &format!("a code to link, {suffix}")).await?;
    phone.click(r#"[data-action="make-recovery-code"]"#).await?;
    phone.element("#recovery-code").await?;
    look(phone, &format!("a recovery code, {suffix}")).await?;
    phone.click(r#"[data-action="withdraw-device"]"#).await?;
    phone.element("dialog[open]").await?;
    look(phone, &format!("a question before withdrawing, {suffix}")).await?;
    phone.click(r#"[data-action="cancel-dialog"]"#).await
}

/// Throws the CV away, and takes it out of the bin again.
async fn check_bin(stage: &Stage, phone: &Browser, suffix: &str) -> Result<()> {
    phone.goto(&stage.server.address("/cv")).await?;
    phone.click(r#"[data-action="cv-menu"]"#).await?;
    phone.element("[data-cv-menu]").await?;
    look(phone, &format!("the menu of a CV, {suffix}")).await?;
    phone.click(r#"[data-action="remove-cv"]"#).await?;
    phone.element("[data-bin] li").await?;
    look(phone, &format!("the bin, {suffix}")).await?;
    phone.click(r#"[data-action="restore-cv"]"#).await?;
    phone.element("main [data-cv]").await?;
    // The next page is loaded anew: what was not stored would not be there.
    Guided { browser: phone }.wait_until_saved().await
}
