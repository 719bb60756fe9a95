//! What was deleted or changed by mistake comes back.

use anyhow::Result;
use approdo_tests::{Editor, Engine, Stage, in_every_engine};

in_every_engine!(a_deleted_entry_and_an_edit_can_be_taken_back);

async fn a_deleted_entry_and_an_edit_can_be_taken_back(
    stage: &Stage,
    engine: Engine,
) -> Result<()> {
    let browser = stage.browser(engine, "phone").await?;
    let editor = Editor::start_from_home(&browser, &stage.server).await?;
    for name in ["Saldatura", "Disegno tecnico"] {
        editor.add_entry("skills", &[("skill.name", name)]).await?;
    }
    editor.wait_until_saved().await?;
    browser
        .click(r#"[data-section="skills"] [data-action="delete"]"#)
        .await?;
    editor
        .expect_entries("skill.name", &["Disegno tecnico"])
        .await?;
    browser.click(r#"[data-action="undo-delete"]"#).await?;
    editor
        .expect_entries("skill.name", &["Saldatura", "Disegno tecnico"])
        .await?;

    editor.write("profile", 0, "Prima versione").await?;
    // Typing on in one place is one step; this makes two of it.
    editor.write("personal.given-name", 0, "Giulia").await?;
    editor.rewrite("profile", 0, "Seconda versione").await?;
    editor.wait_until_saved().await?;
    browser.click(r#"[data-action="undo"]"#).await?;
    editor.wait_for("profile", 0, "Prima versione").await?;
    browser.click(r#"[data-action="redo"]"#).await?;
    editor.wait_for("profile", 0, "Seconda versione").await?;
    editor.wait_until_saved().await?;
    editor.reload().await?;
    editor.wait_for("profile", 0, "Seconda versione").await
}
