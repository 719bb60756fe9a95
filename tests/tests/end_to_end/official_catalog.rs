//! ESCO's official occupations, imported by who runs the server: offered while one types, and still without a
//! network, after the page was loaded again.

use std::time::Duration;

use anyhow::Result;
use approdo_tests::official_catalog::{self, OCCUPATION};
use approdo_tests::{Browser, Editor, Engine, Stage, in_every_engine, wait};
use thirtyfour::Key;

use crate::suggestions::{combobox, first_is};

in_every_engine!(official_occupations_are_offered_also_without_a_network);

const HEADLINE: &str = "#personal-headline";
const ROLE: &str = r#"[id^="experience-"][id$="-role"]"#;
/// A suggestion that is shown.
const OFFERED: &str = r#"[role="listbox"]:not([hidden]) [role="option"]"#;
/// The fetch is begun by the first field that wants an occupation, and takes no part in what is typed there.
const ARRIVAL: Duration = Duration::from_secs(30);

async fn official_occupations_are_offered_also_without_a_network(
    stage: &Stage,
    engine: Engine,
) -> Result<()> {
    official_catalog::import(&stage.server)?;
    let browser = stage.browser(engine, "phone").await?;
    let editor = Editor::start_from_home(&browser, &stage.server).await?;
    combobox(&browser, HEADLINE).await?;
    browser.type_text(HEADLINE, "Magazziniera").await?;
    first_is(&browser, "Magazziniera").await?;
    wait_until_kept(&browser).await?;
    editor.wait_until_ready_offline().await?;
    editor.wait_until_saved().await?;
    stage.server.stop();

    // A field that comes later offers it, by any of its names.
    editor.add_entry("experience", &[]).await?;
    combobox(&browser, ROLE).await?;
    browser.type_text(ROLE, "costruttore di violini").await?;
    browser.element(OFFERED).await?;
    browser.replace_text(ROLE, "liutaoi").await?;
    first_is(&browser, OCCUPATION).await?;
    browser.press(&[Key::Down, Key::Enter]).await?;
    editor.wait_for("experience.role", 0, OCCUPATION).await?;
    editor.wait_until_saved().await?;

    editor.reload().await?;
    combobox(&browser, HEADLINE).await?;
    browser.replace_text(HEADLINE, "liutai").await?;
    first_is(&browser, OCCUPATION).await
}

async fn wait_until_kept(browser: &Browser) -> Result<()> {
    let kept = "const told = arguments[0];
        caches.match('/api/v1/catalog/it').then((found) => told(found !== undefined), () => told(false))";
    wait::until("the official catalogue", ARRIVAL, async || {
        let is_kept: bool = browser.script_async(kept, &[]).await?;
        Ok(is_kept.then_some(()))
    })
    .await
}
