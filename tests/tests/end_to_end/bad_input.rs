//! Input that is wrong is kept, marked and explained, never cut in silence.

use anyhow::{Result, ensure};
use approdo_tests::{Browser, Editor, Engine, Stage, downloads, in_every_engine};
use serde_json::Value;
use thirtyfour::By;

in_every_engine!(
    a_text_too_long_and_dates_in_the_wrong_order_are_kept_and_marked,
    a_damaged_backup_gives_back_what_can_be_read,
);

async fn a_text_too_long_and_dates_in_the_wrong_order_are_kept_and_marked(
    stage: &Stage,
    engine: Engine,
) -> Result<()> {
    let browser = stage.browser(engine, "phone").await?;
    let editor = Editor::start_from_home(&browser, &stage.server).await?;
    let too_long = "Società ".repeat(80);
    let texts = [
        ("experience.employer", too_long.as_str()),
        ("experience.start", "05/2020"),
        ("experience.end", "03/2019"),
    ];
    editor.open_section("experience").await?;
    browser.click(r#"[data-action="add-experience"]"#).await?;
    for (field, text) in texts {
        editor.write(field, 0, text).await?;
    }
    editor.write("experience.role", 0, "Cuoca").await?;
    editor.wait_until_saved().await?;
    expect_marked(&browser, &editor, "experience.employer").await?;
    expect_marked(&browser, &editor, "experience.end").await?;
    editor.reload().await?;
    for (field, text) in texts {
        editor.wait_for(field, 0, text).await?;
    }
    Ok(())
}

async fn a_damaged_backup_gives_back_what_can_be_read(stage: &Stage, engine: Engine) -> Result<()> {
    let browser = stage.browser(engine, "phone").await?;
    for name in ["Giulia", "Marta"] {
        let editor = Editor::open(&browser, &stage.server, "/cv/new").await?;
        editor.write("personal.given-name", 0, name).await?;
        editor.wait_until_saved().await?;
    }
    browser.goto(&stage.server.address("/settings")).await?;
    browser.click(r#"[data-action="download-backup"]"#).await?;
    let file = downloads::wait_for(&browser, |bytes| !bytes.is_empty()).await?;
    let mut bytes = std::fs::read(&file)?;
    // The end of the file is lost, and with it the second CV.
    bytes.truncate(bytes.len() - 8);
    std::fs::write(&file, bytes)?;

    let other = stage.browser(engine, "new-phone").await?;
    other.goto(&stage.server.address("/settings")).await?;
    // A driver can only fill in a file's input that is in the page, and opens no system window.
    let stay = "HTMLInputElement.prototype.click = function () { document.body.append(this); }";
    other.script::<Value>(stay, &[]).await?;
    other.click(r#"[data-action="restore-backup"]"#).await?;
    let chooser = other.driver()?.find(By::Css("input[type=file]")).await?;
    chooser.send_keys(file.to_string_lossy().as_ref()).await?;
    let report = other.element("[data-restored]").await?.text().await?;
    other.goto(&stage.server.address("/cv")).await?;
    other.element("main [data-cv]").await?;
    let list = other.element("main").await?.text().await?;
    let restored = ["Giulia", "Marta"].map(|name| list.contains(name));
    ensure!(
        restored == [true, false] || restored == [false, true],
        "one of the two is restored; the list says {list}"
    );
    ensure!(
        report.contains(if restored[0] { "Marta" } else { "Giulia" }),
        "the report does not name what is lost: {report}"
    );
    Ok(())
}

async fn expect_marked(browser: &Browser, editor: &Editor<'_>, field: &str) -> Result<()> {
    let selector = editor.field(field, 0).await?;
    let marked = "const field = document.querySelector(arguments[0]);
        const error = document.getElementById((field.getAttribute('aria-describedby') ?? '')
            .split(' ').find((id) => id.endsWith('-error')));
        return field.ariaInvalid === 'true' && (error?.textContent.trim().length ?? 0) > 0";
    browser
        .until(&format!("an error at {field}"), marked, &[selector.into()])
        .await?;
    Ok(())
}
