//! Entries are dragged to another place by thumb and mouse; the buttons do the same.

use anyhow::{Context, Result, ensure};
use approdo_tests::pointer::{Point, Pointer};
use approdo_tests::wait::{PATIENCE, until};
use approdo_tests::{Browser, Editor, Engine, Stage, in_every_engine};
use serde::Deserialize;
use thirtyfour::Key;

in_every_engine!(
    entries_are_dragged_to_another_place,
    a_list_longer_than_the_screen_scrolls_under_the_hand,
);

/// What is on screen of one entry, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
struct Place {
    handle_x: f64,
    handle_y: f64,
    handle_width: f64,
    handle_height: f64,
    bottom: f64,
}

impl Place {
    fn handle(self) -> Point {
        Point {
            x: self.handle_x + self.handle_width / 2.0,
            y: self.handle_y + self.handle_height / 2.0,
        }
    }
}

const PLACES: &str = "
    const entries = document.querySelectorAll(`[data-section='${arguments[0]}'] [data-entry]`);
    return [...entries].map((entry) => {
        const handle = entry.querySelector('[data-action=\"drag\"]')?.getBoundingClientRect();
        return { handle_x: handle?.x ?? 0, handle_y: handle?.y ?? 0,
            handle_width: handle?.width ?? 0, handle_height: handle?.height ?? 0, bottom: entry.getBoundingClientRect().bottom };
    })";

async fn entries_are_dragged_to_another_place(stage: &Stage, engine: Engine) -> Result<()> {
    drag_entries(stage, engine).await
}

/// Writes three experiences and drags the first one with everything that points.
pub(crate) async fn drag_entries(stage: &Stage, engine: Engine) -> Result<()> {
    let browser = stage.browser(engine, "phone").await?;
    let editor = Editor::start_from_home(&browser, &stage.server).await?;
    for role in ["Cuoca", "Cameriera", "Barista"] {
        editor
            .add_entry("experience", &[("experience.role", role)])
            .await?;
    }
    let before = ["Barista", "Cameriera", "Cuoca"];
    editor.expect_order("experience.role", &before).await?;
    for pointer in Pointer::of(engine) {
        drag_to_the_end(&browser, *pointer).await?;
        let after = ["Cameriera", "Cuoca", "Barista"];
        editor.expect_order("experience.role", &after).await?;
        let announced = "return [...document.querySelectorAll('[role=\"status\"]')]
            .some((place) => place.textContent.includes('Barista')
                && place.textContent.includes('3'))";
        browser
            .until("the new place to be read aloud", announced, &[])
            .await?;
        browser
            .until(
                "the focus to go along",
                "return document.activeElement
            .closest('[data-entry]')?.querySelector('input').value === 'Barista'",
                &[],
            )
            .await?;
        editor.wait_until_saved().await?;
        browser.click(r#"[data-action="undo"]"#).await?;
        editor.expect_order("experience.role", &before).await?;

        escape_in_the_middle(&browser, *pointer).await?;
        editor.expect_order("experience.role", &before).await?;
    }
    Ok(())
}

async fn a_list_longer_than_the_screen_scrolls_under_the_hand(
    stage: &Stage,
    engine: Engine,
) -> Result<()> {
    let browser = stage.browser(engine, "phone").await?;
    let editor = Editor::start_from_home(&browser, &stage.server).await?;
    let names = ["uno", "due", "tre", "quattro", "cinque", "sei", "sette"];
    for name in names {
        editor.add_entry("skills", &[("skill.name", name)]).await?;
    }
    // The line that says so moves what is above it.
    editor.wait_until_ready_offline().await?;
    for pointer in Pointer::of(engine) {
        // A finger anywhere but on the handle scrolls.
        let handles = "return [...document.querySelectorAll('[data-entry] *')]
            .filter((part) => getComputedStyle(part).touchAction === 'none')
            .every((part) => part.dataset.action === 'drag')";
        ensure!(
            browser.script::<bool>(handles, &[]).await?,
            "more than handles stops scrolling"
        );
        browser
            .script::<()>(
                "document.querySelector('[data-entry]').scrollIntoView({ block: 'center', behavior: 'instant' })",
                &[],
            )
            .await?;
        let start = places(&browser, "skills").await?[0].handle();
        let (_, height) = screen(&browser).await?;
        let edge = Point {
            x: start.x,
            y: height - 2.0,
        };
        pointer.press_and_move(&browser, &[start, edge]).await?;
        let at_the_end = "return [...document.querySelectorAll('[role=\"status\"]')]
            .some((place) => place.textContent.includes('uno: ')
                && place.textContent.includes('7 di 7'))";
        browser
            .until("the page to scroll to the list's end", at_the_end, &[])
            .await?;
        pointer.lift(&browser).await?;
        editor
            .expect_order(
                "skill.name",
                &["due", "tre", "quattro", "cinque", "sei", "sette", "uno"],
            )
            .await?;
        browser.click(r#"[data-action="undo"]"#).await?;
        editor.expect_order("skill.name", &names).await?;
    }
    Ok(())
}

/// Drags the first experience below the last.
async fn drag_to_the_end(browser: &Browser, pointer: Pointer) -> Result<()> {
    let first = first_handle(browser).await?;
    ensure!(
        first.handle_width >= 44.0 && first.handle_height >= 44.0,
        "the handle is too small for a thumb: {first:?}"
    );
    let start = first.handle();
    let little = Point {
        x: start.x,
        y: start.y + 6.0,
    };
    pointer.press_and_move(browser, &[start, little]).await?;
    let last = places(browser, "experience").await?[2];
    // Not straight down: towards the middle, wherever the handle is.
    let (width, _) = screen(browser).await?;
    let aside = if start.x < width / 2.0 { 30.0 } else { -30.0 };
    let beyond = Point {
        x: start.x + aside,
        y: last.bottom,
    };
    pointer.move_on(browser, &[beyond]).await?;
    pointer.lift(browser).await
}

/// Drags the first experience down, and thinks better of it.
async fn escape_in_the_middle(browser: &Browser, pointer: Pointer) -> Result<()> {
    let start = first_handle(browser).await?.handle();
    let down = Point {
        x: start.x,
        y: start.y + 150.0,
    };
    pointer.press_and_move(browser, &[start, down]).await?;
    browser
        .until(
            "an entry to be under way",
            "return document.querySelector('[data-dragged]') !== null",
            &[],
        )
        .await?;
    browser.press(&[Key::Escape]).await?;
    browser
        .until(
            "no entry to be under way",
            "return document.querySelector('[data-dragged]') === null",
            &[],
        )
        .await?;
    pointer.lift(browser).await
}

async fn first_handle(browser: &Browser) -> Result<Place> {
    let script = "document.querySelector('[data-section=\"experience\"] [data-entry]')
        .scrollIntoView({ block: 'start', behavior: 'instant' })";
    browser.script::<()>(script, &[]).await?;
    let places = places(browser, "experience").await?;
    places.first().copied().context("there is no entry")
}

/// Where the entries are, once all are drawn and nothing moves any more.
async fn places(browser: &Browser, section: &str) -> Result<Vec<Place>> {
    let mut before: Option<Vec<Place>> = None;
    until("the entries to stand still", PATIENCE, async || {
        let now: Vec<Place> = browser.script(PLACES, &[section.into()]).await?;
        let drawn = now.iter().all(|place| place.handle_width > 0.0);
        let still = drawn && before.as_ref() == Some(&now);
        before = Some(now.clone());
        Ok(still.then_some(now))
    })
    .await
}

async fn screen(browser: &Browser) -> Result<(f64, f64)> {
    browser
        .script("return [innerWidth, innerHeight]", &[])
        .await
}
