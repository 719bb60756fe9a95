//! The main job: someone opens Approdo on a phone, the network goes, a CV is written and becomes a
//! PDF; everything is still there after a reload and after the browser was closed.

use anyhow::{Result, ensure};
use approdo_tests::screen::{self, Theme};
use approdo_tests::{Browser, Editor, Engine, Stage, downloads, in_every_engine, pdf, sample_cv};

in_every_engine!(a_cv_written_without_a_network_becomes_a_pdf);

async fn a_cv_written_without_a_network_becomes_a_pdf(stage: &Stage, engine: Engine) -> Result<()> {
    let browser = stage.browser(engine, "phone").await?;
    screen::prefer_before_first_visit(&browser, &stage.server, "it", Theme::Light).await?;
    let editor = Editor::start_from_home(&browser, &stage.server).await?;
    editor.wait_until_ready_offline().await?;

    stage.server.stop();
    editor.write_sample().await?;
    editor.wait_until_saved().await?;
    let path = editor.path().await?;
    editor.reload().await?;
    editor.expect_sample().await?;
    screen::keep(&browser, "editor", "390-light-it").await?;
    check_pdf(&browser).await?;
    if engine != Engine::WebKit {
        // The automated WebKit keeps no profile from one start to the next.
        browser.close().await?;
        browser.start_again().await?;
        let editor = Editor::open(&browser, &stage.server, &path).await?;
        editor.expect_sample().await?;
    }
    Ok(())
}

async fn check_pdf(browser: &Browser) -> Result<()> {
    browser.click(r#"[data-action="open-preview"]"#).await?;
    browser.element(".preview-page svg").await?;
    screen::keep(browser, "preview", "390-light-it").await?;
    browser
        .click(r#"[data-action="export-fields"] summary"#)
        .await?;
    browser.click(r#"[data-export="full-address"]"#).await?;
    browser.click(r#"[data-action="download-pdf"]"#).await?;
    let file = downloads::wait_for(browser, downloads::is_whole_pdf).await?;
    let name = file
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    ensure!(name == "D-Alò-Niccolò-CV.pdf", "the file is called {name}");
    let text = pdf::text(&file)?;
    pdf::contains_in_order(&text, &sample_cv::texts_in_reading_order())?;
    for words in sample_cv::all_texts() {
        pdf::contains_in_order(&text, &[words])?;
    }
    ensure!(
        !text.contains("nascita") && !text.contains("1994"),
        "the date of birth, which was not chosen, is in the PDF: {text}"
    );
    ensure!(
        pdf::info(&file, "Tagged")? == "yes",
        "the PDF is not tagged"
    );
    ensure!(
        pdf::info(&file, "Title")?.contains("Niccolò D'Alò"),
        "the PDF has no title"
    );
    pdf::check(&file)
}
