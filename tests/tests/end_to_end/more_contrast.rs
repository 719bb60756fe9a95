//! Who asks the system for more contrast gets small words and lines as strong as the text, in both themes.

use anyhow::{Result, ensure};
use approdo_tests::screen::{self, Theme};
use approdo_tests::{Browser, Editor, Engine, Stage, axe, in_engines};

in_engines!([Chromium] small_words_and_lines_are_strong_for_who_asks_for_contrast);

/// Lists what has less contrast than 7 to 1 (WCAG 2.2, 1.4.6) with what it stands on.
const WEAK: &str = r#"
const luminance = (colour) => {
  const channels = colour.match(/[\d.]+/g).slice(0, 3).map((value) => value / 255);
  const [red, green, blue] = channels.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const ground = (element) => {
  for (let place = element; place; place = place.parentElement) {
    const colour = getComputedStyle(place).backgroundColor;
    if (!colour.endsWith(", 0)")) return colour;
  }
  return "rgb(255, 255, 255)";
};
const ratio = (first, second) => {
  const [light, dark] = [luminance(first), luminance(second)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};
const weak = [];
for (const element of document.querySelectorAll(".lead, .field-hint, .section-count, .card-meta, .feature-list p")) {
  const is = ratio(getComputedStyle(element).color, ground(element));
  if (element.checkVisibility() && is < 7) weak.push(`${element.className} ${element.innerText}: ${is}`);
}
for (const element of document.querySelectorAll(".field input, .field textarea, .field select")) {
  const is = ratio(getComputedStyle(element).borderBlockStartColor, ground(element.parentElement));
  if (element.checkVisibility() && is < 7) weak.push(`the border of ${element.id}: ${is}`);
}
return weak;
"#;

async fn small_words_and_lines_are_strong_for_who_asks_for_contrast(
    stage: &Stage,
    engine: Engine,
) -> Result<()> {
    let browser = stage.browser(engine, "phone").await?;
    screen::ask_for_contrast(&browser).await?;
    for theme in [Theme::Light, Theme::Dark] {
        screen::prefer_before_first_visit(&browser, &stage.server, "it", theme).await?;
        browser.goto(&stage.server.address("/")).await?;
        browser.element("[data-ready] main").await?;
        look(&browser, "home", theme).await?;
        Editor::open(&browser, &stage.server, "/cv/new").await?;
        look(&browser, "editor", theme).await?;
    }
    Ok(())
}

async fn look(browser: &Browser, page: &str, theme: Theme) -> Result<()> {
    let state = format!("{page}, {}, with more contrast", theme.name());
    screen::keep(browser, page, &format!("390-{}-contrast-it", theme.name())).await?;
    let asked: bool = browser
        .script("return matchMedia('(prefers-contrast: more)').matches", &[])
        .await?;
    ensure!(asked, "the page does not know that contrast is asked for");
    let weak: Vec<String> = browser.script(WEAK, &[]).await?;
    ensure!(weak.is_empty(), "{state}: weak are {weak:#?}");
    axe::check(browser, &state).await
}
