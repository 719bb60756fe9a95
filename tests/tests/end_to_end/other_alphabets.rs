//! Names in Cyrillic and Greek letters are printed as written, without a network too, and the
//! preview shows them in the same letters; so is a CV in another typeface.

use anyhow::ensure;
use approdo_tests::{Editor, Engine, downloads, pdf, play};

/// Whether the browser has loaded the page's fonts for these letters.
const LOADED_FONTS: &str = "return [...document.fonts].filter((face) => \
    face.unicodeRange === 'U+400-52F' && face.status === 'loaded').length > 0";

/// The same for the typeface with serifs.
const LOADED_SERIFS: &str = "return [...document.fonts].filter((face) => \
    face.family.includes('Approdo Serif') && face.status === 'loaded').length > 0";

#[tokio::test]
async fn a_ukrainian_name_is_printed_without_a_network() {
    play("other-alphabets", async |stage| {
        let browser = stage.browser(Engine::Chromium, "phone").await?;
        let editor = Editor::start_from_home(&browser, &stage.server).await?;
        editor.wait_until_ready_offline().await?;
        stage.server.stop();
        editor.paste("personal.given-name", 0, "Олена").await?;
        editor.paste("personal.family-name", 0, "Шевченко").await?;
        editor
            .paste("profile", 0, "Ho lavorato a Київ e ad Αθήνα")
            .await?;
        editor.wait_until_saved().await?;
        browser.click(r#"[data-action="open-preview"]"#).await?;
        browser.element(".preview-page svg").await?;
        browser
            .until("the letters of the preview", LOADED_FONTS, &[])
            .await?;
        let told: u32 = browser
            .script(
                "return document.querySelectorAll('[data-substitutions]').length",
                &[],
            )
            .await?;
        ensure!(told == 0, "letters were replaced");
        browser.click(r#"[data-action="look"] summary"#).await?;
        let serif = r#"[name="look-typeface"][value="serif"]"#;
        browser.click(serif).await?;
        browser
            .until("the typeface of the preview", LOADED_SERIFS, &[])
            .await?;
        browser.click(r#"[data-action="download-pdf"]"#).await?;
        let file = downloads::wait_for(&browser, downloads::is_whole_pdf).await?;
        let texts = ["Олена Шевченко", "Ho lavorato a Київ e ad Αθήνα"];
        pdf::contains_in_order(&pdf::text(&file)?, &texts)?;
        let fonts = pdf::fonts(&file)?;
        ensure!(fonts.contains("ApprodoSerif"), "set in {fonts}");
        pdf::check(&file)
    })
    .await;
}
