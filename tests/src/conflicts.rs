//! Conflicts in the editor: what is shown at a field, and settling it.

use anyhow::{Context, Result};

use crate::editor::{Editor, section_of};

impl Editor<'_> {
    /// Waits until a field shows a conflict between some texts, in any order.
    ///
    /// # Errors
    /// When it does not.
    pub async fn expect_versions(&self, field: &str, texts: &[&str]) -> Result<()> {
        self.open_section(section_of(field)).await?;
        let script = "return JSON.stringify([...document.querySelectorAll(
            `[data-field=\"${arguments[0]}\"] [data-conflict] .conflict-text`)]
            .map((version) => version.textContent.trim()).sort())
            === JSON.stringify([...arguments[1]].sort())";
        self.browser
            .until(
                &format!("the versions {texts:?} at {field}"),
                script,
                &[field.into(), texts.into()],
            )
            .await?;
        Ok(())
    }

    /// Settles a conflict by choosing the version with a text.
    ///
    /// # Errors
    /// When there is no such version.
    pub async fn choose_version(&self, field: &str, text: &str) -> Result<()> {
        let selector = self.field(field, 0).await?;
        let script = "
            const versions = [...document.querySelectorAll(
                `[data-field=\"${arguments[0]}\"] [data-conflict] .conflict-version`)];
            const wanted = versions.findIndex((version) =>
                version.querySelector('.conflict-text').textContent.trim() === arguments[1]);
            if (wanted < 0) return null;
            const button = versions[wanted].querySelector('[data-action=\"choose-version\"]');
            button.id ||= `choose-${wanted}`;
            return button.id";
        let button = self
            .browser
            .until(
                &format!("the version “{text}” at {selector}"),
                script,
                &[field.into(), text.into()],
            )
            .await?;
        let id = button.as_str().context("the button has no id")?;
        self.browser.click(&format!(r#"[id="{id}"]"#)).await
    }

    /// Waits until no field shows a conflict.
    ///
    /// # Errors
    /// When one goes on.
    pub async fn expect_no_conflict(&self) -> Result<()> {
        let script = "return document.querySelector('[data-conflict], [data-notice=\"conflicts\"]') === null";
        self.browser
            .until("an end of conflicts", script, &[])
            .await?;
        Ok(())
    }
}
