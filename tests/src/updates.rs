//! Updates of the client as its people see them: the notice, what it offers, and which version a page
//! is of. Where versions come from is in `client_versions.rs`.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::browser::Browser;
use crate::client_versions::{MARK, Version};
use crate::editor::Editor;

/// The notice that offers a new version.
pub const NOTICE: &str = r#"[data-notice="update"]"#;

/// Looks for a new version as the browser does when a page is opened, and follows it to the end of
/// its installation.
const LOOK: &str = "
    const done = arguments[arguments.length - 1];
    const follow = (registration) => {
        const worker = registration.installing ?? registration.waiting;
        if (!worker) return done('none');
        const look = () => {
            if (worker.state !== 'installing') done(worker.state);
        };
        worker.addEventListener('statechange', look);
        look();
    };
    navigator.serviceWorker.getRegistration()
        .then((registration) => registration.update().then(() => follow(registration)))
        .catch((error) => done(`failed: ${error}`));";

/// Looks for a new version, and answers what became of it: `installed`, `redundant` when it could not
/// be fetched whole, `none`, or `failed` with the reason.
///
/// # Errors
/// When the page has no service worker.
pub async fn look_for_update(browser: &Browser) -> Result<String> {
    browser.script_async(LOOK, &[]).await
}

/// Looks for a new version that is there, and waits until the screen offers it.
///
/// # Errors
/// When it is not offered.
pub async fn wait_for_offer(browser: &Browser) -> Result<()> {
    let outcome = look_for_update(browser).await?;
    ensure!(outcome == "installed", "the new version is {outcome}");
    browser.element(NOTICE).await?;
    Ok(())
}

/// Takes the new version, and waits until the page of the new version shows its editor; answers
/// with a mark on that page, which [`expect_no_other_page`] looks for.
///
/// # Errors
/// When it does not come.
pub async fn take(browser: &Browser) -> Result<Editor<'_>> {
    mark_page(browser, "old").await?;
    browser
        .click(&format!(r#"{NOTICE} [data-action="apply-update"]"#))
        .await?;
    let fresh = "return document.documentElement.dataset.mark === undefined";
    browser.until("the new version", fresh, &[]).await?;
    mark_page(browser, "new").await?;
    Editor::opened(browser).await
}

/// Checks that the page has not been loaded again since [`take`].
///
/// # Errors
/// When it has.
pub async fn expect_no_other_page(browser: &Browser) -> Result<()> {
    let script = "return document.documentElement.dataset.mark ?? ''";
    let mark: String = browser.script(script, &[]).await?;
    ensure!(mark == "new", "the page was loaded more than once");
    Ok(())
}

async fn mark_page(browser: &Browser, mark: &str) -> Result<()> {
    let script = "document.documentElement.dataset.mark = arguments[0]";
    browser.script::<Value>(script, &[mark.into()]).await?;
    Ok(())
}

/// Puts the new version off.
///
/// # Errors
/// When the notice stays.
pub async fn put_off(browser: &Browser) -> Result<()> {
    browser
        .click(&format!(r#"{NOTICE} [data-action="put-off-update"]"#))
        .await?;
    let gone = "return document.querySelector(arguments[0]) === null";
    browser
        .until("the notice to go", gone, &[NOTICE.into()])
        .await?;
    Ok(())
}

/// Checks that the page is of one version altogether: script, module, style and words.
///
/// # Errors
/// With what is of another version.
pub async fn expect_version(browser: &Browser, version: &Version, is_marked: bool) -> Result<()> {
    let script = "
        const assets = performance.getEntriesByType('resource')
            .map((entry) => new URL(entry.name).pathname)
            .filter((path) => path.startsWith('/assets/'));
        const boot = document.querySelector('script[type=module]').dataset.file;
        const style = getComputedStyle(document.documentElement).getPropertyValue('--mark');
        const words = document.querySelector('[data-section=personal] .section-title').textContent;
        return [[boot, ...assets], style, words];";
    let (assets, style, words): (Vec<String>, String, String) = browser.script(script, &[]).await?;
    for url in assets {
        ensure!(version.has(&url), "{url} is of another version");
    }
    let mark = MARK.trim();
    ensure!(
        style.contains(mark) == is_marked,
        "the style is of another version"
    );
    ensure!(
        words.contains(mark) == is_marked,
        "“{words}” is of another version"
    );
    Ok(())
}

/// Returns the names of the caches in which versions are kept.
///
/// # Errors
/// When the page has none.
pub async fn caches(browser: &Browser) -> Result<Vec<String>> {
    let script = "const done = arguments[arguments.length - 1];
        caches.keys().then((names) =>
            done(names.filter((name) => name.startsWith('approdo-'))))";
    browser.script_async(script, &[]).await
}
