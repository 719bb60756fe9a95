//! A row of QR codes from the screen of one device to another: each code is photographed, and the photo opened there.

use anyhow::Result;
use serde_json::Value;

use crate::browser::Browser;
use crate::chosen_files;

/// Where neither the header nor an edge of the screen covers a part of the code, once that is painted.
const IN_SIGHT: &str = "const done = arguments[arguments.length - 1];
    document.querySelector('[data-sheet-code]')
        .scrollIntoView({ block: 'center', behavior: 'instant' });
    requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => done(true))));";

/// Reads every code that `shown` shows into `reader`, by hand and from the last to the first, and returns how many there are.
///
/// # Errors
/// When a code is not read.
pub async fn pass(shown: &Browser, reader: &Browser) -> Result<usize> {
    shown.element("[data-sheet-code]").await?;
    let total = "return Number(document.querySelector('[data-sheet-code]').dataset.total)";
    let total: usize = shown.script(total, &[]).await?;
    for seen in 1..=total {
        if total > 1 {
            shown.click(r#"[data-action="previous-code"]"#).await?;
        }
        shown.script_async::<bool>(IN_SIGHT, &[]).await?;
        let photo = reader.downloads().join(format!("code-{seen}.png"));
        shown.screenshot(&photo).await?;
        chosen_files::choose(reader, r#"[data-action="choose-photo"]"#, &photo).await?;
        if seen < total {
            let received = "return Number(document.querySelector('[data-received]')
                ?.dataset.received) === arguments[0]";
            reader
                .until("the code to be read", received, &[seen.into()])
                .await?;
        }
    }
    // What the driver needed to choose a file is no part of the page.
    let chooser = "document.querySelector('input[data-chooser]')?.remove()";
    reader.script::<Value>(chooser, &[]).await?;
    Ok(total)
}
