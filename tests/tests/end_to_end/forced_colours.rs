//! A high-contrast theme of the system takes colours and shadows away: everything is still there.

use anyhow::{Result, ensure};
use approdo_tests::{Editor, Engine, axe, layout, play, screen};

/// Lists controls whose border cannot be seen, and states that look like their opposite.
const LOST: &str = r#"
const border = (element) => {
  const style = getComputedStyle(element);
  return style.borderBlockStartStyle === "none" || parseFloat(style.borderBlockStartWidth) < 1
    ? "none" : `${style.borderBlockStartWidth} ${style.borderBlockStartColor}`;
};
const lost = [];
for (const element of document.querySelectorAll(".button, .field input, .field textarea, .card, .section, .undo-toast")) {
  if (element.checkVisibility() && border(element) === "none") lost.push(`${element.tagName}.${element.className}`);
}
const pairs = [
  [".bottom-bar [aria-current]", ".bottom-bar :not([aria-current]):is(a, button)"],
  [".chip input:checked + span", ".chip input:not(:checked) + span"],
];
for (const [on, off] of pairs) {
  const [first, second] = [on, off].map((selector) => document.querySelector(selector));
  if (first && second && border(first) === border(second)) lost.push(`${on} looks like ${off}`);
}
const paper = document.querySelector(".preview-page, .qr");
if (paper && getComputedStyle(paper).backgroundColor !== "rgb(255, 255, 255)") lost.push("paper is not white");
return lost;
"#;

#[tokio::test]
async fn nothing_is_lost_in_forced_colours() {
    play("forced-colours", async |stage| {
        let browser = stage.browser(Engine::Chromium, "phone").await?;
        let editor = Editor::start_from_home(&browser, &stage.server).await?;
        screen::force_colours(&browser, true).await?;
        editor.write("personal.given-name", 0, "Giulia").await?;
        for section in ["skills", "driving"] {
            editor.open_section(section).await?;
        }
        browser.click(r#"[data-section="driving"] .chip"#).await?;
        editor.open_section("skills").await?;
        look(&browser, "editor").await?;
        editor.open_section("driving").await?;
        look(&browser, "driving").await?;
        browser.click(r#"[data-action="open-preview"]"#).await?;
        browser.element(".preview-page svg").await?;
        look(&browser, "preview").await?;
        browser.goto(&stage.server.address("/devices")).await?;
        browser.click(r#"[data-action="offer-link"]"#).await?;
        browser.element(".qr svg").await?;
        look(&browser, "devices").await
    })
    .await;
}

async fn look(browser: &approdo_tests::Browser, page: &str) -> Result<()> {
    screen::keep(browser, page, "390-forced-colours-it").await?;
    let lost: Vec<String> = browser.script(LOST, &[]).await?;
    ensure!(lost.is_empty(), "{page} loses {lost:#?}");
    layout::check(browser, &format!("{page} in forced colours")).await?;
    axe::check(browser, &format!("{page} in forced colours")).await
}
