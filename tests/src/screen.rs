//! How the page is looked at: size, theme, language; and the pictures kept of it.

use anyhow::Result;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::display::in_the_middle;
use crate::engine::Engine;
use crate::environment::target_folder;
use crate::server::AppServer;

/// Sizes at which every page is looked at, in CSS pixels.
pub const SIZES: [(u32, u32); 6] = [
    (390, 844),
    (320, 568),
    (360, 740),
    (768, 1024),
    (1024, 768),
    (1440, 900),
];

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

/// Returns the languages and themes in which every page is looked at: all of them in one engine,
/// each once in the others.
pub fn appearances(engine: Engine) -> &'static [(&'static str, Theme)] {
    match engine {
        Engine::Chromium => &[
            ("it", Theme::Light),
            ("it", Theme::Dark),
            ("en", Theme::Light),
            ("en", Theme::Dark),
        ],
        Engine::Firefox | Engine::WebKit => &[("it", Theme::Light), ("en", Theme::Dark)],
    }
}

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

/// Changes the size of what is shown.
///
/// # Errors
/// When the browser refuses, or cannot be as narrow.
pub async fn resize(browser: &Browser, (width, height): (u32, u32)) -> Result<()> {
    if browser.engine == Engine::Chromium {
        let metrics = json!({
            "width": width,
            "height": height,
            "deviceScaleFactor": if width < 700 { 2 } else { 1 },
            "mobile": width < 700,
        });
        browser
            .devtools("Emulation.setDeviceMetricsOverride", metrics)
            .await?;
    } else {
        // A window is larger than its page by what is around it.
        let frame = "return [outerWidth - innerWidth, outerHeight - innerHeight]";
        let (right, below): (u32, u32) = browser.script(frame, &[]).await?;
        let driver = browser.driver()?;
        let size = (width + right, height + below);
        let (left, top) = in_the_middle(size);
        driver.set_window_rect(left, top, size.0, size.1).await?;
    }
    let size = "return innerWidth === arguments[0]";
    browser.until("the new size", size, &[width.into()]).await?;
    // What follows the size (the preview beside the form) comes with the next frames.
    let frames = "const done = arguments[arguments.length - 1];
        requestAnimationFrame(() => requestAnimationFrame(() => done(true)))";
    browser.script_async::<bool>(frames, &[]).await?;
    Ok(())
}

/// Has the browser paint with the few colours of a high-contrast theme, or as usual (Chromium).
///
/// # Errors
/// When the browser refuses.
pub async fn force_colours(browser: &Browser, force: bool) -> Result<()> {
    let value = if force { "active" } else { "none" };
    emulate(browser, "forced-colors", value).await
}

/// Tells pages that the person asks for more contrast (Chromium).
///
/// # Errors
/// When the browser refuses.
pub async fn ask_for_contrast(browser: &Browser) -> Result<()> {
    emulate(browser, "prefers-contrast", "more").await
}

async fn emulate(browser: &Browser, feature: &str, value: &str) -> Result<()> {
    let features = json!({ "features": [{ "name": feature, "value": value }] });
    browser
        .devtools("Emulation.setEmulatedMedia", features)
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
