//! What a person does with the elements of any page: waits for them, clicks, types, reads.

use anyhow::{Context, Result};
use serde_json::Value;
use thirtyfour::prelude::*;

use crate::browser::Browser;
use crate::wait::{PATIENCE, until};

impl Browser {
    /// Waits for an element that can be seen and is not disabled, and returns it.
    ///
    /// # Errors
    /// When there is none in time.
    pub async fn element(&self, selector: &str) -> Result<WebElement> {
        let driver = self.driver()?;
        until(&format!("the element {selector}"), PATIENCE, async || {
            for element in driver.find_all(By::Css(selector)).await? {
                if element.is_displayed().await? && element.is_enabled().await? {
                    return Ok(Some(element));
                }
            }
            Ok(None)
        })
        .await
        .with_context(|| format!("in {}", self.name))
    }

    /// Clicks the first visible element of a selector, scrolled to the middle of the screen.
    ///
    /// # Errors
    /// When there is none in time, or something covers it.
    pub async fn click(&self, selector: &str) -> Result<()> {
        until(&format!("a click on {selector}"), PATIENCE, async || {
            let element = self.element(selector).await?;
            self.to_the_middle(&element).await?;
            self.at_rest(&element).await?;
            element.click().await?;
            Ok(Some(()))
        })
        .await
        .with_context(|| format!("in {}", self.name))
    }

    /// Scrolls an element to where neither header nor bottom bar covers it.
    async fn to_the_middle(&self, element: &WebElement) -> Result<()> {
        let script = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
        self.script::<Value>(script, &[element.to_json()?]).await?;
        Ok(())
    }

    /// Waits until nothing is on its way to the page and an element stands still: the place of a click is
    /// computed before it is made. Where something does not arrive, people click too.
    async fn at_rest(&self, element: &WebElement) -> Result<()> {
        let script = "const { x, y } = arguments[0].getBoundingClientRect();
            const isArriving = document.documentElement.hasAttribute('data-arriving');
            return [isArriving, x, y]";
        let arguments = [element.to_json()?];
        let mut before = Value::Null;
        let rest = until("the page to be at rest", PATIENCE, async || {
            let now: Value = self.script(script, &arguments).await?;
            let is_still = now[0] == Value::Bool(false) && now == before;
            before = now;
            Ok(is_still.then_some(()))
        });
        let _ = rest.await;
        Ok(())
    }

    /// Types into a field after the text that stands there.
    ///
    /// # Errors
    /// When there is no such field in time.
    pub async fn type_text(&self, selector: &str, text: &str) -> Result<()> {
        let element = self.element(selector).await?;
        self.to_the_middle(&element).await?;
        element.send_keys(with_enter_keys(text)).await?;
        Ok(())
    }

    /// Replaces the text of a field as a person does: selects all, and types.
    ///
    /// # Errors
    /// When there is no such field in time.
    pub async fn replace_text(&self, selector: &str, text: &str) -> Result<()> {
        let element = self.element(selector).await?;
        self.to_the_middle(&element).await?;
        let select = "arguments[0].focus(); arguments[0].select()";
        self.script::<Value>(select, &[element.to_json()?]).await?;
        element.send_keys(with_enter_keys(text)).await?;
        Ok(())
    }

    /// Returns what a field holds.
    ///
    /// # Errors
    /// When there is no such field in time.
    pub async fn value(&self, selector: &str) -> Result<String> {
        let element = self.element(selector).await?;
        Ok(element.prop("value").await?.unwrap_or_default())
    }
}

/// Says each new line as a press of the Enter key, which is how every engine understands it.
fn with_enter_keys(text: &str) -> String {
    text.replace('\n', &String::from(char::from(Key::Enter)))
}
