//! Whether a page fits its screen: nothing reaches beyond it, nothing is cut, every target is large
//! enough for a thumb, and header and bar leave room for what one reads.

use anyhow::{Result, ensure};

use crate::browser::Browser;

/// Lists what is wrong with the layout of what is shown now.
const PROBLEMS: &str = r#"
const TARGET = 44, ROUNDING = 0.6;
const problems = new Set();
const screen = document.documentElement.clientWidth;
const called = (element) => {
  const parts = [element.tagName.toLowerCase()];
  if (element.id) parts.push(`#${element.id}`);
  if (element.dataset?.action) parts.push(`[${element.dataset.action}]`);
  if (typeof element.className === "string" && element.className) parts.push(`.${element.className.replaceAll(" ", ".")}`);
  return `${parts.join("")} “${(element.innerText ?? "").trim().slice(0, 30)}”`;
};
const isShown = (element) => element.checkVisibility({ visibilityProperty: true })
  && element.closest(".visually-hidden:not(:focus), .skip-link:not(:focus)") === null;
const shown = [...document.body.querySelectorAll("*")].filter((element) => element.closest("svg *") === null && isShown(element));

if (document.documentElement.scrollWidth > screen) {
  problems.add(`the page is ${document.documentElement.scrollWidth} wide on a screen of ${screen}`);
}
for (const element of shown) {
  const box = element.getBoundingClientRect();
  if (box.width === 0 || box.height === 0) continue;
  if (box.left < -ROUNDING || box.right > screen + ROUNDING) {
    problems.add(`${called(element)} reaches from ${box.left} to ${box.right} on a screen of ${screen}`);
  }
  const style = getComputedStyle(element);
  const mayHide = element.matches("input, textarea, select, .preview-page, .editor-preview, progress, svg, option");
  if (style.display === "inline" || mayHide) continue;
  if (element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 2) {
    problems.add(`${called(element)} holds ${element.scrollWidth} in a width of ${element.clientWidth}`);
  }
  if (style.overflowY === "hidden" && element.scrollHeight > element.clientHeight + 1) {
    problems.add(`${called(element)} holds ${element.scrollHeight} in a height of ${element.clientHeight}`);
  }
}

// Links within a sentence are as high as its line (WCAG 2.2, 2.5.8, inline).
const isInline = (control) => getComputedStyle(control).display === "inline"
  && [...control.parentElement.childNodes].some((node) => node !== control && node.textContent.trim() !== "");
// The lines of a drawn page are where they will be printed, and a tap beside one finds the nearest
// (WCAG 2.2, 2.5.8, essential and equivalent).
const isOnPage = (control) => control.closest(".preview-links") !== null;
const controls = shown.filter((element) => element.matches(
  "a[href], button, input, select, textarea, summary, [data-action='drag']"));
for (const control of controls) {
  if (isInline(control) || isOnPage(control)) continue;
  const box = (control.closest("label") ?? control).getBoundingClientRect();
  if (box.width < TARGET - ROUNDING || box.height < TARGET - ROUNDING) {
    problems.add(`${called(control)} is ${box.width} by ${box.height}`);
  }
}

// What stays while one scrolls must leave most of the screen, and nothing may lie on it.
let taken = 0;
for (const bar of shown.filter((element) => element.matches(".app-header, .bottom-bar"))) {
  if (!["sticky", "fixed"].includes(getComputedStyle(bar).position)) continue;
  taken += bar.getBoundingClientRect().height;
  const modal = document.querySelector("dialog[open]");
  for (const control of bar.querySelectorAll("a, button, summary")) {
    if (modal || !isShown(control)) continue;
    const box = control.getBoundingClientRect();
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    if (top !== null && !control.contains(top)) problems.add(`${called(control)} lies under ${called(top)}`);
  }
}
if (taken > innerHeight * 0.4) problems.add(`header and bar take ${taken} of a screen ${innerHeight} high`);
return [...problems];
"#;

/// Checks that the page as it is shown now fits its screen.
///
/// # Errors
/// With everything that does not.
pub async fn check(browser: &Browser, state: &str) -> Result<()> {
    let problems: Vec<String> = browser.script(PROBLEMS, &[]).await?;
    ensure!(
        problems.is_empty(),
        "{state}: {} things do not fit:\n  {}",
        problems.len(),
        problems.join("\n  ")
    );
    Ok(())
}
