//! How the page is looked at: size, theme, language; and the pictures kept of it.

use anyhow::{Result, bail};
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::engine::Engine;
use crate::environment::target_folder;
use crate::server::AppServer;

/// Sizes at which every page is looked at, in CSS pixels.
pub const SIZES: [(u32, u32); 4] = [(390, 844), (360, 740), (768, 1024), (1440, 900)];

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// Dark text on light ground.
    Light,
    /// Light text on dark ground.
    Dark,
}

impl Theme {
    /// Both.
    pub const ALL: [Theme; 2] = [Self::Light, Self::Dark];

    /// Returns the name by which the app keeps it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// Languages in which every page is looked at.
pub const LANGUAGES: [&str; 2] = ["it", "en"];

/// Keeps language and theme as the settings page does; a page loaded later has them.
///
/// # Errors
/// When the browser shows no page of the app's origin.
pub async fn prefer(browser: &Browser, language: &str, theme: Theme) -> Result<()> {
    let script = "localStorage.setItem('approdo.language', arguments[0]);
                  localStorage.setItem('approdo.theme', arguments[1]);";
    let arguments = [language.into(), theme.name().into()];
    browser.script::<Value>(script, &arguments).await?;
    Ok(())
}

/// Keeps language and theme before anything of the app is loaded.
///
/// # Errors
/// When the server does not answer.
pub async fn prefer_before_first_visit(
    browser: &Browser,
    server: &AppServer,
    language: &str,
    theme: Theme,
) -> Result<()> {
    // Of the same origin, but not the app.
    browser.goto(&server.address("/icons/favicon.svg")).await?;
    prefer(browser, language, theme).await
}

/// Changes the size of what is shown (Chromium).
///
/// # Errors
/// When the browser refuses.
pub async fn resize(browser: &Browser, (width, height): (u32, u32)) -> Result<()> {
    if browser.engine != Engine::Chromium {
        bail!("only Chromium can show any size");
    }
    let metrics = json!({
        "width": width,
        "height": height,
        "deviceScaleFactor": if width < 700 { 2 } else { 1 },
        "mobile": width < 700,
    });
    browser
        .devtools("Emulation.setDeviceMetricsOverride", metrics)
        .await?;
    browser
        .until(
            "the new size",
            "return innerWidth === arguments[0]",
            &[width.into()],
        )
        .await?;
    Ok(())
}

/// Waits until the preview shows pages, if the page has one.
///
/// # Errors
/// When it goes on working.
pub async fn wait_for_preview(browser: &Browser) -> Result<()> {
    let shown = "return [...document.querySelectorAll('[data-preview-state]')]
        .every((preview) => preview.dataset.previewState === 'shown')";
    browser.until("the preview", shown, &[]).await?;
    Ok(())
}

/// Keeps a picture in `target/screenshots/`, named by page, engine and the rest.
///
/// # Errors
/// When it cannot be taken or written.
pub async fn keep(browser: &Browser, page: &str, rest: &str) -> Result<()> {
    let name = format!("{page}-{}-{rest}.png", browser.engine.name());
    browser
        .screenshot(&target_folder().join("screenshots").join(name))
        .await
}
