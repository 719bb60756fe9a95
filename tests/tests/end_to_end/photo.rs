//! A photo and the files beside a CV: chosen, cropped, kept without a network; in the PDF only when the
//! person says so; in the backup with everything else.

use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};
use approdo_tests::{
    Browser, Editor, Engine, Stage, backups, chosen_files, devices, downloads, in_every_engine,
    pdf, raw_store, screen,
};
use serde_json::Value;

in_every_engine!(
    a_photo_goes_into_the_pdf_only_when_chosen,
    photo_and_files_stand_beside_the_cv_and_in_the_backup,
    a_photo_follows_to_the_other_device,
);

/// A photo taken with the camera on its side; upright, its upper half is red, its lower one blue. It
/// tells where it was taken, and with what.
fn photo() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/photo-with-place.jpg")
}

async fn a_photo_goes_into_the_pdf_only_when_chosen(stage: &Stage, engine: Engine) -> Result<()> {
    let browser = stage.browser(engine, "phone").await?;
    let editor = Editor::start_from_home(&browser, &stage.server).await?;
    editor.wait_until_ready_offline().await?;
    stage.server.stop();

    editor.write("personal.given-name", 0, "Giulia").await?;
    choose_photo(&browser).await?;
    screen::keep(&browser, "photo-crop", "390-light-it").await?;
    browser.click(r#"[data-action="turn-photo"]"#).await?;
    for _ in 0..3 {
        browser.click(r#"[data-action="turn-photo"]"#).await?;
    }
    browser.click(r#"[data-action="save-photo"]"#).await?;
    browser.element("[data-photo]").await?;
    editor.wait_until_saved().await?;
    screen::keep(&browser, "photo", "390-light-it").await?;
    check_upright(&browser).await?;
    check_nothing_told(&browser).await?;

    editor.reload().await?;
    browser.element("[data-photo]").await?;
    browser.click(r#"[data-action="open-preview"]"#).await?;
    browser.element(".preview-page svg").await?;
    check_pictures(&browser, 0).await?;
    browser
        .click(r#"[data-action="export-fields"] summary"#)
        .await?;
    browser.click(r#"[data-export="photo"]"#).await?;
    browser.element(".preview-page svg image").await?;
    screen::keep(&browser, "photo-preview", "390-light-it").await?;
    check_pictures(&browser, 1).await
}

async fn choose_photo(browser: &Browser) -> Result<()> {
    browser.click(r#"[data-action="photo"] > summary"#).await?;
    browser.element(r#"[data-action="choose-photo"]"#).await?;
    chosen_files::choose(browser, r#"[data-action="choose-photo"]"#, &photo()).await?;
    browser.element("#photo-canvas").await.map(drop)
}

/// The camera's note on how it was held was followed, and the picture is not on its side.
async fn check_upright(browser: &Browser) -> Result<()> {
    let script = "const image = document.querySelector('[data-photo]');
        if (!image?.complete || !image.naturalWidth) return false;
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
        const context = canvas.getContext('2d');
        context.drawImage(image, 0, 0);
        const at = (y) => [...context.getImageData(canvas.width / 2, canvas.height * y, 1, 1).data];
        const [above, below] = [at(0.05), at(0.95)];
        return above[0] > 150 && above[2] < 90 && below[2] > 150 && below[0] < 90
            && canvas.width === 600 && canvas.height === 800";
    browser
        .until("the photo upright, 600 by 800 pixels", script, &[])
        .await
        .map(drop)
}

/// Nothing of what the camera wrote into the file lies in the store.
async fn check_nothing_told(browser: &Browser) -> Result<()> {
    let blobs = raw_store::blobs(browser).await?;
    ensure!(blobs.len() == 1, "{} blobs instead of one", blobs.len());
    let bytes = &blobs[0];
    ensure!(bytes.starts_with(&[0xff, 0xd8]), "it is no JPEG file");
    ensure!(bytes.len() <= 80 * 1024, "it has {} bytes", bytes.len());
    for told in ["Exif", "segreta", "Anna", "http"] {
        let is_there = bytes
            .windows(told.len())
            .any(|part| part == told.as_bytes());
        ensure!(!is_there, "“{told}” lies in the stored photo");
    }
    Ok(())
}

/// Downloads the PDF and counts its pictures.
async fn check_pictures(browser: &Browser, expected: usize) -> Result<()> {
    for entry in std::fs::read_dir(browser.downloads())? {
        std::fs::remove_file(entry?.path())?;
    }
    browser.click(r#"[data-action="download-pdf"]"#).await?;
    let file = downloads::wait_for(browser, downloads::is_whole_pdf).await?;
    pdf::check(&file)?;
    let found = pdf::count_pictures(&file)?;
    ensure!(found == expected, "{found} pictures in the PDF");
    Ok(())
}

async fn photo_and_files_stand_beside_the_cv_and_in_the_backup(
    stage: &Stage,
    engine: Engine,
) -> Result<()> {
    let server = &stage.server;
    let browser = stage.browser(engine, "phone").await?;
    let editor = Editor::start_from_home(&browser, server).await?;
    editor.write("personal.given-name", 0, "Giulia").await?;
    choose_photo(&browser).await?;
    browser.click(r#"[data-action="save-photo"]"#).await?;
    browser.element("[data-photo]").await?;
    attach(&browser).await?;
    browser
        .element(".attachment-pane [data-attachment-picture]")
        .await?;
    screen::keep(&browser, "attachment", "390-light-it").await?;
    // One goes on writing while one looks.
    editor.write("profile", 0, "Copiato dal foglio").await?;
    editor.wait_until_saved().await?;
    browser.click(r#"[data-action="close-attachment"]"#).await?;
    let path = editor.path().await?;
    let copy = backups::download(&browser, server).await?;

    raw_store::delete_between_visits(&browser, server).await?;
    backups::restore(&browser, server, &copy).await?;
    let editor = Editor::open(&browser, server, &path).await?;
    browser.element("[data-photo]").await?;
    editor.wait_for("profile", 0, "Copiato dal foglio").await?;
    browser
        .click(r#"[data-action="attachments"] > summary"#)
        .await?;
    browser.click(r#"[data-action="show-attachment"]"#).await?;
    browser
        .element(".attachment-pane [data-attachment-picture]")
        .await?;
    delete_and_undo(&browser).await
}

async fn attach(browser: &Browser) -> Result<()> {
    browser
        .click(r#"[data-action="attachments"] > summary"#)
        .await?;
    let button = r#"[data-action="add-attachment"]"#;
    browser.element(button).await?;
    chosen_files::choose(browser, button, &photo()).await?;
    browser.element("[data-attachment]").await.map(drop)
}

async fn delete_and_undo(browser: &Browser) -> Result<()> {
    browser
        .click(r#"[data-action="delete-attachment"]"#)
        .await?;
    let gone = "return document.querySelector('[data-attachment], .attachment-pane') === null";
    browser.until("the file to be gone", gone, &[]).await?;
    browser.click(r#"[data-action="undo-delete"]"#).await?;
    browser.element("[data-attachment]").await?;
    let count: Value = browser
        .script(
            "return document.querySelectorAll('[data-attachment]').length",
            &[],
        )
        .await?;
    ensure!(count == 1, "{count} files");
    Ok(())
}

async fn a_photo_follows_to_the_other_device(stage: &Stage, engine: Engine) -> Result<()> {
    let server = &stage.server;
    let phone = stage.browser(engine, "phone").await?;
    let tablet = stage.browser(Engine::Chromium, "tablet").await?;
    let editor = Editor::start_from_home(&phone, server).await?;
    editor.write("personal.given-name", 0, "Giulia").await?;
    editor.wait_until_saved().await?;
    let path = editor.path().await?;
    devices::link(&phone, &tablet, server).await?;
    // Chosen after the two were linked, and seen on a page that is open.
    tablet.goto(&server.address("/cv")).await?;
    tablet.click(&format!(r#"main a[href="{path}"]"#)).await?;
    Editor::opened(&tablet).await?;
    tablet.click(r#"[data-action="photo"] > summary"#).await?;
    let editor = Editor::open(&phone, server, &path).await?;
    choose_photo(&phone).await?;
    phone.click(r#"[data-action="save-photo"]"#).await?;
    phone.element("[data-photo]").await?;
    editor.wait_for_state(&["synced"]).await?;
    tablet.element("[data-photo]").await?;
    check_upright(&tablet).await
}
