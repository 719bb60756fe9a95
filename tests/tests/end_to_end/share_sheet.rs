//! The PDF goes to the phone's share sheet, and where that fails the way of saving it is told.

use anyhow::{Result, ensure};
use approdo_tests::{Browser, Editor, Engine, play};
use serde_json::{Value, json};

/// A share sheet that takes files and notes them; no automated browser on Debian has one. What the
/// person does with it is `globalThis.shareOutcome`.
const SHARE_SHEET: &str = "
    globalThis.shared = [];
    globalThis.shareOutcome = 'taken';
    navigator.canShare = ({ files }) => files?.length > 0;
    navigator.share = async ({ files }) => {
        globalThis.asked = true;
        if (shareOutcome !== 'taken') throw new DOMException('share', shareOutcome);
        for (const file of files) {
            const bytes = new Uint8Array(await file.arrayBuffer());
            shared.push([file.name, file.type, new TextDecoder('latin1').decode(bytes.slice(0, 5))]);
        }
    };";

#[tokio::test]
async fn the_pdf_is_handed_to_the_share_sheet() {
    play("share-sheet", async |stage| {
        let browser = stage.browser(Engine::Chromium, "sharing").await?;
        let sheet = json!({ "source": SHARE_SHEET });
        browser
            .devtools("Page.addScriptToEvaluateOnNewDocument", sheet)
            .await?;
        let editor = Editor::start_from_home(&browser, &stage.server).await?;
        editor.write("personal.given-name", 0, "Giulia").await?;
        editor.write("personal.family-name", 0, "Rossi").await?;
        editor.wait_until_ready_offline().await?;
        browser.click(r#"[data-action="open-preview"]"#).await?;
        browser.click(r#"[data-action="share-pdf"]"#).await?;
        let taken = "return shared.length === 1 ? shared[0] : null";
        let file = browser.until("the file to be shared", taken, &[]).await?;
        ensure!(
            file == json!(["Rossi-Giulia-CV.pdf", "application/pdf", "%PDF-"]),
            "{file} was shared"
        );

        // A change of mind is no failure and needs no words; a sheet that refuses is one.
        share_with_outcome(&browser, "AbortError").await?;
        browser
            .until("no words", &format!("return ({TOAST}) === ''"), &[])
            .await?;
        share_with_outcome(&browser, "NotAllowedError").await?;
        let refused = format!("return ({TOAST}).includes('scaricare il PDF')");
        browser.until("the way of saving it", &refused, &[]).await?;
        Ok(())
    })
    .await;
}

/// What the message at the screen's edge says.
const TOAST: &str = "document.querySelector('.toast')?.textContent ?? ''";

/// Shares once more, and waits until the sheet has been asked.
async fn share_with_outcome(browser: &Browser, outcome: &str) -> Result<()> {
    let script = "globalThis.shareOutcome = arguments[0]; globalThis.asked = false";
    browser.script::<Value>(script, &[outcome.into()]).await?;
    browser.click(r#"[data-action="share-pdf"]"#).await?;
    browser
        .until("the share sheet", "return asked", &[])
        .await?;
    Ok(())
}
