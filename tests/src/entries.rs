//! Lists of entries in the editor: adding one, and what stands in them.

use anyhow::Result;

use crate::editor::{Editor, section_of};

impl Editor<'_> {
    /// Adds an entry to a list with the section's button, and fills it; answers where it stands.
    ///
    /// # Errors
    /// When the entry does not come.
    pub async fn add_entry(&self, section: &str, texts: &[(&str, &str)]) -> Result<usize> {
        self.open_section(section).await?;
        let count = "return document.querySelectorAll(
            `[data-section=\"${arguments[0]}\"] [data-entry]`).length";
        let before: usize = self.browser.script(count, &[section.into()]).await?;
        self.browser
            .click(&format!(r#"[data-action="add-{}"]"#, one_of(section)))
            .await?;
        let grown = format!("{count} === arguments[1] + 1");
        let arguments = [section.into(), before.into()];
        self.browser
            .until("a new entry", &grown, &arguments)
            .await?;
        let position = if grows_at_the_top(section) { 0 } else { before };
        for (field, text) in texts {
            self.write(field, position, text).await?;
        }
        Ok(position)
    }

    /// Waits until the entries of a list hold some texts at one field, in any order.
    ///
    /// # Errors
    /// When they do not.
    pub async fn expect_entries(&self, field: &str, texts: &[&str]) -> Result<()> {
        self.open_section(section_of(field)).await?;
        let script = "return JSON.stringify([...document.querySelectorAll(
            `[data-field=\"${arguments[0]}\"] :is(input, textarea)`)]
            .map((field) => field.value).sort())
            === JSON.stringify([...arguments[1]].sort())";
        self.browser
            .until(
                &format!("the entries {texts:?}"),
                script,
                &[field.into(), texts.into()],
            )
            .await?;
        Ok(())
    }

    /// Waits until the entries of a list hold some texts at one field, in this order.
    ///
    /// # Errors
    /// When they do not.
    pub async fn expect_order(&self, field: &str, texts: &[&str]) -> Result<()> {
        self.open_section(section_of(field)).await?;
        let script = "return JSON.stringify([...document.querySelectorAll(
            `[data-field=\"${arguments[0]}\"] :is(input, textarea)`)]
            .map((field) => field.value)) === JSON.stringify(arguments[1])";
        let arguments = [field.into(), texts.into()];
        let what = format!("the entries {texts:?} in this order");
        self.browser.until(&what, script, &arguments).await?;
        Ok(())
    }
}

/// Returns the word for one entry of a section, as the buttons say it.
fn one_of(section: &str) -> &str {
    match section {
        "languages" => "language",
        "skills" => "skill",
        "certificates" => "certificate",
        "own-sections" => "own-section",
        section => section,
    }
}

/// Tells whether a new entry comes first: where the newest stands on top.
pub(crate) fn grows_at_the_top(section: &str) -> bool {
    matches!(section, "experience" | "education")
}
