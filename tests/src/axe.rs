//! Accessibility as axe-core sees it.

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::Value;

use crate::browser::Browser;
use crate::environment;

/// Fewest rules that any page must have given work to; fewer mean that axe did not look.
const FEWEST_RULES: usize = 10;

/// What axe-core says of a page.
#[derive(Debug, Deserialize)]
struct Findings {
    passed: usize,
    violations: Vec<Violation>,
}

/// One broken rule.
#[derive(Debug, Deserialize)]
struct Violation {
    id: String,
    help: String,
    places: Vec<String>,
}

/// Runs every rule on what the page shows now.
const RUN: &str = r#"
const done = arguments[arguments.length - 1];
axe.run(document).then(
  (result) => done({
    passed: result.passes.length,
    violations: result.violations.map((violation) => ({
      id: violation.id,
      help: violation.help,
      places: violation.nodes.map((node) => `${node.target.join(" ")}: ${node.html} (${
        (node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? ""})`),
    })),
  }),
  (error) => done({ passed: 0, violations: [{ id: "axe", help: String(error), places: [] }] }),
);
"#;

/// Has every colour be at once what it is to become. What lies under the mouse may change at any moment while axe looks, when
/// something else moves there, and half-way colours are nobody's.
const COLOURS_STAND: &str = "window.axeStill ??= new CSSStyleSheet();
    axeStill.replaceSync('*, *::before, *::after { transition: none !important }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, axeStill];";

/// Tells that no colour is on its way from one to another.
const COLOURS_ARE_STILL: &str = "return document.getAnimations()
    .every((animation) => !animation.transitionProperty?.includes('color'))";

/// Lets colours change slowly again.
const COLOURS_MOVE: &str = "document.adoptedStyleSheets =
    document.adoptedStyleSheets.filter((sheet) => sheet !== axeStill);";

/// Checks that no rule is broken on the page as it is shown now.
///
/// # Errors
/// With each broken rule and where.
pub async fn check(browser: &Browser, state: &str) -> Result<()> {
    if !browser
        .script::<bool>("return 'axe' in window", &[])
        .await?
    {
        let file = environment::tools_folder()?.join("node_modules/axe-core/axe.min.js");
        let axe = std::fs::read_to_string(&file)
            .with_context(|| format!("{} cannot be read", file.display()))?;
        // Scripts of the driver are not the page's: its content security policy stays as it is.
        let install = format!("{axe}; window.axe = axe;");
        browser.script::<Option<String>>(&install, &[]).await?;
    }
    browser.script::<Value>(COLOURS_STAND, &[]).await?;
    browser
        .until("colours to stand still", COLOURS_ARE_STILL, &[])
        .await?;
    let findings: Findings = browser.script_async(RUN, &[]).await?;
    browser.script::<Value>(COLOURS_MOVE, &[]).await?;
    let report: Vec<String> = findings
        .violations
        .iter()
        .map(|violation| {
            let places = violation.places.join("\n    ");
            format!("  {}: {}\n    {places}", violation.id, violation.help)
        })
        .collect();
    ensure!(
        report.is_empty(),
        "{state}: axe-core finds\n{}",
        report.join("\n")
    );
    ensure!(
        findings.passed >= FEWEST_RULES,
        "{state}: axe-core looked at {} rules only",
        findings.passed
    );
    Ok(())
}
