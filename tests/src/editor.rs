//! The editor of a CV as a person uses it: sections, fields, entries, what the screen says.
//! Lists of entries are in `entries.rs`, conflicts in `conflicts.rs`, a whole CV to write in
//! `sample_writing.rs`.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::browser::Browser;
use crate::server::AppServer;

/// How long a first visit may take on a busy machine, PDF module and all.
const READY_LIMIT: Duration = Duration::from_secs(60);

/// An open editor.
#[derive(Debug, Clone, Copy)]
pub struct Editor<'a> {
    pub(crate) browser: &'a Browser,
}

impl<'a> Editor<'a> {
    /// Opens the start page and begins a CV there, as a first visitor does.
    ///
    /// # Errors
    /// When the page or its button does not come.
    pub async fn start_from_home(browser: &'a Browser, server: &AppServer) -> Result<Self> {
        browser.goto(&server.address("/")).await?;
        browser.click(r#"main [data-action="new-cv"]"#).await?;
        Self::opened(browser).await
    }

    /// Opens the editor of a CV by its path.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn open(browser: &'a Browser, server: &AppServer, path: &str) -> Result<Self> {
        browser.goto(&server.address(path)).await?;
        Self::opened(browser).await
    }

    /// Takes over the editor that the browser is about to show.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn opened(browser: &'a Browser) -> Result<Self> {
        let usable = "return /^\\/cv\\/[0-9a-f-]{36}$/.test(location.pathname)
            && document.querySelector('[data-ready] [data-section]') !== null";
        browser
            .until_within(READY_LIMIT, "the editor", usable, &[])
            .await?;
        Ok(Self { browser })
    }

    /// Returns the browser that shows it.
    pub fn browser(&self) -> &'a Browser {
        self.browser
    }

    /// Returns the path of the open CV.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn path(&self) -> Result<String> {
        self.browser.script("return location.pathname", &[]).await
    }

    /// Loads the page again, and waits for the editor.
    ///
    /// # Errors
    /// When it does not come back.
    pub async fn reload(&self) -> Result<()> {
        // A mark on the old page, so that it is not taken for the new one.
        let mark = "document.documentElement.dataset.old = ''; location.reload()";
        self.browser.script::<Value>(mark, &[]).await?;
        let fresh = "return document.documentElement.dataset.old === undefined";
        self.browser
            .until("the page to load again", fresh, &[])
            .await?;
        Self::opened(self.browser).await.map(drop)
    }

    /// Opens a section, if it is not open.
    ///
    /// # Errors
    /// When there is none of this name.
    pub async fn open_section(&self, section: &str) -> Result<()> {
        let toggle = format!(r#"[data-section="{section}"] .section-toggle"#);
        let element = self.browser.element(&toggle).await?;
        if element.attr("aria-expanded").await?.as_deref() != Some("true") {
            self.browser.click(&toggle).await?;
        }
        let open = "return document.querySelector(arguments[0])?.ariaExpanded === 'true'";
        self.browser
            .until(&format!("section {section}"), open, &[toggle.into()])
            .await?;
        Ok(())
    }

    /// Returns a selector for the control of a field, in its open section; entries count from nought.
    ///
    /// # Errors
    /// When there is no such field in time.
    pub async fn field(&self, name: &str, entry: usize) -> Result<String> {
        self.open_section(section_of(name)).await?;
        let id = self
            .browser
            .until(
                &format!("field {name} of entry {entry}"),
                "return document.querySelectorAll(
                    `[data-field=\"${arguments[0]}\"]`)[arguments[1]]
                    ?.querySelector('input, textarea, select')?.id",
                &[name.into(), entry.into()],
            )
            .await?;
        let id = id.as_str().context("a field has no id")?;
        Ok(format!(r#"[id="{id}"]"#))
    }

    /// Chooses an option of a field by its value.
    ///
    /// # Errors
    /// When there is no such field in time.
    pub async fn select(&self, name: &str, entry: usize, value: &str) -> Result<()> {
        let field = self.field(name, entry).await?;
        // The list that a browser opens here is not part of the page in every engine.
        let script = "const field = document.querySelector(arguments[0]);
            field.value = arguments[1];
            field.dispatchEvent(new Event('change', { bubbles: true }));";
        let arguments = [field.into(), value.into()];
        self.browser.script::<Value>(script, &arguments).await?;
        Ok(())
    }

    /// Ticks a field.
    ///
    /// # Errors
    /// When there is no such field in time.
    pub async fn tick(&self, name: &str) -> Result<()> {
        self.open_section(section_of(name)).await?;
        self.browser
            .click(&format!(r#"[data-field="{name}"]"#))
            .await
    }

    /// Tells whether a field is ticked.
    ///
    /// # Errors
    /// When there is no such field.
    pub async fn is_ticked(&self, name: &str) -> Result<bool> {
        self.open_section(section_of(name)).await?;
        let script =
            "return document.querySelector(`[data-field=\"${arguments[0]}\"] input`).checked";
        self.browser.script(script, &[name.into()]).await
    }

    /// Writes into a field that is empty, or after what stands there.
    ///
    /// # Errors
    /// When there is no such field in time.
    pub async fn write(&self, name: &str, entry: usize, text: &str) -> Result<()> {
        let field = self.field(name, entry).await?;
        self.browser.type_text(&field, text).await
    }

    /// Puts a whole text into a field at once, as pasting does.
    ///
    /// # Errors
    /// When there is no such field in time, or it takes no text.
    pub async fn paste(&self, name: &str, entry: usize, text: &str) -> Result<()> {
        let field = self.field(name, entry).await?;
        let insert = "document.querySelector(arguments[0]).focus();
            return document.execCommand('insertText', false, arguments[1])";
        let arguments = [field.into(), text.into()];
        let inserted: bool = self.browser.script(insert, &arguments).await?;
        ensure!(inserted, "{name} takes no text");
        Ok(())
    }

    /// Replaces the text of a field.
    ///
    /// # Errors
    /// When there is no such field in time.
    pub async fn rewrite(&self, name: &str, entry: usize, text: &str) -> Result<()> {
        let field = self.field(name, entry).await?;
        self.browser.replace_text(&field, text).await
    }

    /// Returns what a field holds.
    ///
    /// # Errors
    /// When there is no such field in time.
    pub async fn read(&self, name: &str, entry: usize) -> Result<String> {
        let field = self.field(name, entry).await?;
        self.browser.value(&field).await
    }

    /// Waits until a field holds a text.
    ///
    /// # Errors
    /// With what it holds instead.
    pub async fn wait_for(&self, name: &str, entry: usize, text: &str) -> Result<()> {
        let field = self.field(name, entry).await?;
        let holds = "return document.querySelector(arguments[0])?.value === arguments[1]";
        let what = format!("“{text}” in {name}");
        match self
            .browser
            .until(&what, holds, &[field.clone().into(), text.into()])
            .await
        {
            Ok(_) => Ok(()),
            Err(error) => {
                let instead = self.browser.value(&field).await?;
                Err(error.context(format!("{name} holds “{instead}”")))
            }
        }
    }

    /// Returns what the line about saving says, as its word.
    ///
    /// # Errors
    /// When there is none.
    pub async fn save_state(&self) -> Result<String> {
        let script = "return document.querySelector('[data-save-state]')?.dataset.saveState ?? ''";
        self.browser.script(script, &[]).await
    }

    /// Waits until the screen says that everything is stored on this device.
    ///
    /// # Errors
    /// When it does not.
    pub async fn wait_until_saved(&self) -> Result<()> {
        self.wait_for_state(&["saved", "synced", "offline"]).await
    }

    /// Waits until the line about saving says one of some words.
    ///
    /// # Errors
    /// When it does not.
    pub async fn wait_for_state(&self, words: &[&str]) -> Result<()> {
        let script = "const state = document.querySelector('[data-save-state]')?.dataset.saveState;
            return arguments[0].includes(state)";
        self.browser
            .until(
                &format!("the screen to say {words:?}"),
                script,
                &[words.into()],
            )
            .await?;
        Ok(())
    }

    /// Waits until the screen says that everything needed offline is here.
    ///
    /// # Errors
    /// When it does not.
    pub async fn wait_until_ready_offline(&self) -> Result<()> {
        let script = "return document.querySelector('[data-offline-ready]') !== null";
        self.browser
            .until_within(READY_LIMIT, "“ready offline”", script, &[])
            .await?;
        Ok(())
    }
}

/// Returns the section in which a field stands.
pub(crate) fn section_of(field: &str) -> &str {
    match field.split('.').next().unwrap_or(field) {
        "language" => "languages",
        "skill" => "skills",
        "own-car" => "driving",
        "certificate" => "certificates",
        "own-section" => "own-sections",
        section => section,
    }
}
