//! The guided way to a CV as a person uses it: a question, its answer, on, back, over.

use std::time::Duration;

use anyhow::Result;
use serde_json::Value;

use crate::browser::Browser;
use crate::server::AppServer;

/// How long the first question may take on a busy machine.
const READY_LIMIT: Duration = Duration::from_secs(60);

/// A person on the guided way.
#[derive(Debug, Clone, Copy)]
pub struct Guided<'a> {
    /// The browser that shows it.
    pub browser: &'a Browser,
}

impl<'a> Guided<'a> {
    /// Opens the start page and begins a CV with its first question, as a first visitor does.
    ///
    /// # Errors
    /// When the page, its button or the question does not come.
    pub async fn start_from_home(browser: &'a Browser, server: &AppServer) -> Result<Self> {
        browser.goto(&server.address("/")).await?;
        browser
            .click(r#"main [data-action="new-cv-guided"]"#)
            .await?;
        let guided = Self { browser };
        guided.expect("name").await?;
        Ok(guided)
    }

    /// Waits for a question, by the beginning of its code.
    ///
    /// # Errors
    /// With the question that is there instead.
    pub async fn expect(&self, question: &str) -> Result<()> {
        let shown = "return document.querySelector('[data-ready] [data-question]')
            ?.dataset.question.startsWith(arguments[0]) === true";
        let waited = self
            .browser
            .until_within(
                READY_LIMIT,
                &format!("the question {question}"),
                shown,
                &[question.into()],
            )
            .await;
        if let Err(error) = waited {
            let instead = "return document.querySelector('[data-question]')?.dataset.question";
            let instead: Value = self.browser.script(instead, &[]).await?;
            return Err(error.context(format!("{instead} is asked instead")));
        }
        Ok(())
    }

    /// Goes on, and waits for the question that comes.
    ///
    /// # Errors
    /// When another one comes.
    pub async fn on_to(&self, question: &str) -> Result<()> {
        self.browser.click("#guided-next").await?;
        self.expect(question).await
    }

    /// Goes back, and waits for the question that comes.
    ///
    /// # Errors
    /// When another one comes.
    pub async fn back_to(&self, question: &str) -> Result<()> {
        self.browser.click(r#"[data-action="guided-back"]"#).await?;
        self.expect(question).await
    }

    /// Leaves the question out, and waits for the one that comes.
    ///
    /// # Errors
    /// When another one comes.
    pub async fn over_to(&self, question: &str) -> Result<()> {
        self.browser.click(r#"[data-action="guided-skip"]"#).await?;
        self.expect(question).await
    }

    /// Gives one of the answers that lead on.
    ///
    /// # Errors
    /// When there is no such answer, or another question comes.
    pub async fn answer(&self, answer: &str, question: &str) -> Result<()> {
        self.browser
            .click(&format!(r#"[data-answer="{answer}"]"#))
            .await?;
        self.expect(question).await
    }

    /// Writes into a field, by its name.
    ///
    /// # Errors
    /// When there is no such field in time.
    pub async fn write(&self, field: &str, text: &str) -> Result<()> {
        let control = format!(r#"[data-field="{field}"] :is(input, textarea)"#);
        self.browser.type_text(&control, text).await
    }

    /// Taps words, and waits until they are chosen.
    ///
    /// # Errors
    /// When there are no such words.
    pub async fn tap(&self, words: &str) -> Result<()> {
        let find = "return [...document.querySelectorAll('.guided-answer label')]
            .find((label) => label.innerText.trim().startsWith(arguments[0]))
            ?.querySelector('input')";
        let there = format!("{find} !== undefined", find = find);
        let arguments = [words.into()];
        self.browser
            .until(&format!("“{words}” to tap"), &there, &arguments)
            .await?;
        let label = "const label = [...document.querySelectorAll('.guided-answer label')]
            .find((label) => label.innerText.trim().startsWith(arguments[0]));
            document.querySelectorAll('[data-tapped]')
            .forEach((other) => delete other.dataset.tapped);
            label.dataset.tapped = ''";
        self.browser.script::<Value>(label, &arguments).await?;
        self.browser.click("[data-tapped]").await?;
        let chosen = "return document.querySelector('[data-tapped] input')?.checked === true";
        self.browser
            .until(&format!("“{words}” to be chosen"), chosen, &[])
            .await?;
        Ok(())
    }

    /// Waits until everything is stored on this device.
    ///
    /// # Errors
    /// When it is not.
    pub async fn wait_until_saved(&self) -> Result<()> {
        let script = "return ['saved', 'synced', 'offline']
            .includes(document.querySelector('[data-save-state]')?.dataset.saveState)";
        self.browser.until("“saved”", script, &[]).await?;
        Ok(())
    }

    /// Waits until everything works without a network.
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

    /// Loads the page again, and waits for a question.
    ///
    /// # Errors
    /// When another one comes.
    pub async fn reload_at(&self, question: &str) -> Result<()> {
        // A mark on the old page, so that it is not taken for the new one.
        let mark = "document.documentElement.dataset.old = ''; location.reload()";
        self.browser.script::<Value>(mark, &[]).await?;
        let fresh = "return document.documentElement.dataset.old === undefined";
        self.browser
            .until("the page to load again", fresh, &[])
            .await?;
        self.expect(question).await
    }
}
