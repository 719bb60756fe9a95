//! Who asked the system that nothing moves sees nothing move.

use anyhow::{Result, ensure};
use approdo_tests::{Editor, Engine, Launch, Stage, in_every_engine};

in_every_engine!(nothing_moves_for_who_asked_for_calm);

/// Lists what would move: transitions, animations and scrolling that take time.
const MOVING: &str = r#"
const longest = (durations) => Math.max(...durations.split(",").map((duration) => parseFloat(duration)));
return [...document.querySelectorAll("*")].flatMap((element) => ["", "::before", "::after"].map((part) => {
  const style = getComputedStyle(element, part || null);
  const moves = longest(style.transitionDuration) > 0.001
    || (style.animationName !== "none" && longest(style.animationDuration) > 0.001)
    || style.scrollBehavior === "smooth";
  return moves ? `${element.tagName}.${element.className}${part}` : null;
})).filter((name) => name !== null);
"#;

async fn nothing_moves_for_who_asked_for_calm(stage: &Stage, engine: Engine) -> Result<()> {
    let launch = Launch {
        calm: true,
        ..Launch::default()
    };
    let browser = stage.browser_with(engine, "phone", launch).await?;
    let editor = Editor::start_from_home(&browser, &stage.server).await?;
    let asked = "return matchMedia('(prefers-reduced-motion: reduce)').matches";
    ensure!(
        browser.script::<bool>(asked, &[]).await?,
        "the browser does not pass the wish on"
    );
    editor
        .add_entry("skills", &[("skill.name", "Saldatura")])
        .await?;
    let moving: Vec<String> = browser.script(MOVING, &[]).await?;
    ensure!(moving.is_empty(), "these move: {moving:?}");
    if engine == Engine::Chromium {
        let lively = stage.browser(engine, "lively").await?;
        Editor::start_from_home(&lively, &stage.server).await?;
        let moving: Vec<String> = lively.script(MOVING, &[]).await?;
        ensure!(!moving.is_empty(), "the check overlooks what moves");
    }
    Ok(())
}
