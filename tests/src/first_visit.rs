//! A first visit as the wire sees it: from an empty browser to an editor that can be used.

use anyhow::Result;
use serde_json::json;

use crate::browser::{Browser, Launch};
use crate::editor::Editor;
use crate::engine::Engine;
use crate::network_log::NetworkLog;
use crate::scenario::Stage;

/// Notes when the editor could be used for the first time, in milliseconds since 1970.
const WATCH: &str = "
    const look = () => {
        if (globalThis.usableAt || !document.querySelector('[data-ready] [data-section]')) return;
        globalThis.usableAt = performance.timeOrigin + performance.now();
        observer.disconnect();
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { subtree: true, childList: true, attributes: true });";

/// What a first visit transferred until the editor was usable.
#[derive(Debug)]
pub struct FirstVisit {
    /// Every request that began before that moment.
    pub log: NetworkLog,
}

impl FirstVisit {
    /// Starts an empty browser, opens the start page and begins a CV.
    ///
    /// # Errors
    /// When the editor does not come.
    pub async fn measure(stage: &Stage) -> Result<Self> {
        let launch = Launch {
            network_log: true,
            ..Launch::default()
        };
        let browser = stage
            .browser_with(Engine::Chromium, "first-visit", launch)
            .await?;
        watch(&browser).await?;
        Editor::start_from_home(&browser, &stage.server).await?;
        let usable_at = usable_at(&browser).await?;
        let mut log = NetworkLog::read(&browser).await?;
        // What the service worker fetches afterwards is no part of it.
        log.requests.retain(|request| request.began_ms <= usable_at);
        Ok(Self { log })
    }

    /// Returns the bytes on the wire.
    pub fn bytes(&self) -> u64 {
        self.log.bytes()
    }

    /// Returns how many requests went over the network.
    pub fn requests(&self) -> usize {
        self.log.over_network().count()
    }
}

/// Has every page loaded from now on note when its editor can be used.
///
/// # Errors
/// When the browser is not Chromium.
pub async fn watch(browser: &Browser) -> Result<()> {
    let script = json!({ "source": WATCH });
    browser
        .devtools("Page.addScriptToEvaluateOnNewDocument", script)
        .await?;
    Ok(())
}

/// Returns when the editor could be used, in milliseconds since 1970.
///
/// # Errors
/// When it did not become usable.
pub async fn usable_at(browser: &Browser) -> Result<f64> {
    let noted = browser
        .until("a usable editor", "return globalThis.usableAt", &[])
        .await?;
    Ok(noted.as_f64().unwrap_or_default())
}
