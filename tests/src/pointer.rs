//! What a hand does with a mouse or a thumb: press, move, lift, at points of the screen.

use anyhow::{Result, bail};
use serde_json::{Value, json};
use thirtyfour::common::command::{Actions, Command};

use crate::browser::Browser;
use crate::engine::Engine;

/// What points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pointer {
    /// A mouse, with its first button.
    Mouse,
    /// A finger.
    Thumb,
}

/// A point of the screen, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// From the left edge.
    pub x: f64,
    /// From the upper edge.
    pub y: f64,
}

impl Pointer {
    /// Returns the pointers that an engine's driver has: `WebKitGTK`'s knows no finger.
    pub fn of(engine: Engine) -> &'static [Pointer] {
        match engine {
            Engine::Chromium | Engine::Firefox => &[Self::Mouse, Self::Thumb],
            Engine::WebKit => &[Self::Mouse],
        }
    }

    /// Presses at the first point and moves through the others, staying down.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn press_and_move(self, browser: &Browser, points: &[Point]) -> Result<()> {
        let Some((first, rest)) = points.split_first() else {
            bail!("a press needs a point");
        };
        if self.is_touch_of(browser) {
            touch(browser, "touchStart", Some(*first)).await?;
            return self.move_on(browser, rest).await;
        }
        let mut actions = vec![
            move_to(*first, 0),
            json!({ "type": "pointerDown", "button": 0 }),
        ];
        actions.extend(rest.iter().map(|point| move_to(*point, 120)));
        self.act(browser, actions).await
    }

    /// Moves on through some points, staying down.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn move_on(self, browser: &Browser, points: &[Point]) -> Result<()> {
        if self.is_touch_of(browser) {
            for point in points {
                touch(browser, "touchMove", Some(*point)).await?;
            }
            return Ok(());
        }
        let actions = points.iter().map(|point| move_to(*point, 120));
        self.act(browser, actions.collect()).await
    }

    /// Lets go where it is.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn lift(self, browser: &Browser) -> Result<()> {
        if self.is_touch_of(browser) {
            return touch(browser, "touchEnd", None).await;
        }
        let up = json!({ "type": "pointerUp", "button": 0 });
        self.act(browser, vec![up]).await
    }

    /// Chromium's driver forgets a finger between two commands; its own protocol does not.
    fn is_touch_of(self, browser: &Browser) -> bool {
        self == Self::Thumb && browser.engine == Engine::Chromium
    }

    async fn act(self, browser: &Browser, actions: Vec<Value>) -> Result<()> {
        let kind = match self {
            Self::Mouse => "mouse",
            Self::Thumb => "touch",
        };
        let source = json!({
            "type": "pointer",
            "id": kind,
            "parameters": { "pointerType": kind },
            "actions": actions,
        });
        let command = Command::PerformActions(Actions::from(json!([source])));
        browser.driver()?.cmd(command).await?;
        Ok(())
    }
}

async fn touch(browser: &Browser, kind: &str, point: Option<Point>) -> Result<()> {
    let points = point.map(|point| json!({ "x": point.x, "y": point.y }));
    let event = json!({ "type": kind, "touchPoints": Vec::from_iter(points) });
    browser.devtools("Input.dispatchTouchEvent", event).await?;
    Ok(())
}

fn move_to(point: Point, milliseconds: u64) -> Value {
    json!({
        "type": "pointerMove",
        "duration": milliseconds,
        "x": point.x.round(),
        "y": point.y.round(),
        "origin": "viewport",
    })
}
