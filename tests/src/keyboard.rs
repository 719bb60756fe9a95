//! The keyboard alone: keys, and where the focus is.

use anyhow::{Result, bail, ensure};
use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::Key;
use thirtyfour::common::command::{Actions, Command};

use crate::browser::Browser;

/// Presses of Tab after which an element is taken to be out of reach.
const MOST_TABS: usize = 90;

/// The element that has the focus, as the eye sees it.
#[derive(Debug, Deserialize)]
struct Focus {
    /// What it is, for messages.
    name: String,
    /// Whether it is the one that is wanted.
    wanted: bool,
    /// Whether something is drawn around it.
    ring: bool,
    /// Whether its middle or a corner can be seen: on screen, and under nothing that is fixed.
    seen: bool,
}

/// Describes the focus; the argument is the selector of the element that is wanted.
const LOOK: &str = r#"
const element = document.activeElement;
if (!element || element === document.body) return { name: "nothing", wanted: false, ring: true, seen: true };
const name = element.tagName.toLowerCase() + (element.id ? `#${element.id}` : "")
  + (element.dataset.action ? `[data-action=${element.dataset.action}]` : "");
const drawn = (place) => {
  const style = getComputedStyle(place);
  return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
};
// A chip's box is drawn by what follows it.
const follower = element.nextElementSibling;
// Headings and regions that the focus is put on by the page are no stops: nothing is drawn there.
const ring = element.tabIndex === -1 || drawn(element) || (element.closest(".chip") !== null && drawn(follower));
const box = element.getBoundingClientRect();
const inset = 2;
const points = [
  [box.x + box.width / 2, box.y + Math.min(box.height / 2, 22)],
  [box.x + inset, box.y + inset],
  [box.right - inset, box.bottom - inset],
];
const seen = points.some(([x, y]) => {
  const top = document.elementFromPoint(x, y);
  return top !== null && (element.contains(top) || top.contains(element) || top.closest("label")?.control === element);
});
return { name, wanted: arguments[0] !== null && element.matches(arguments[0]), ring, seen };
"#;

impl Browser {
    /// Presses and lets go of keys, one after the other, wherever the focus is.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn press(&self, keys: &[Key]) -> Result<()> {
        let keys: Vec<char> = keys.iter().map(|key| char::from(key.clone())).collect();
        self.press_characters(&keys).await
    }

    /// Writes with the keyboard where the focus is.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn press_text(&self, text: &str) -> Result<()> {
        let characters: Vec<char> = text.chars().collect();
        self.press_characters(&characters).await
    }

    async fn press_characters(&self, characters: &[char]) -> Result<()> {
        let strokes = characters.iter().flat_map(|character| {
            let value = character.to_string();
            [
                json!({ "type": "keyDown", "value": value }),
                json!({ "type": "keyUp", "value": value }),
            ]
        });
        let strokes: Vec<Value> = strokes.collect();
        self.keys(strokes).await
    }

    /// Presses Tab with the shift key held.
    ///
    /// # Errors
    /// When the driver refuses.
    async fn press_back_tab(&self) -> Result<()> {
        let (shift, tab) = (char::from(Key::Shift), char::from(Key::Tab));
        let strokes = [
            ("keyDown", shift),
            ("keyDown", tab),
            ("keyUp", tab),
            ("keyUp", shift),
        ]
        .map(|(kind, key)| json!({ "type": kind, "value": key.to_string() }));
        self.keys(strokes.to_vec()).await
    }

    async fn keys(&self, strokes: Vec<Value>) -> Result<()> {
        let source = json!({ "type": "key", "id": "keyboard", "actions": strokes });
        let command = Command::PerformActions(Actions::from(json!([source])));
        self.driver()?.cmd(command).await?;
        Ok(())
    }

    /// Goes back with Shift and Tab to an element, as [`Browser::tab_to`] goes on.
    ///
    /// # Errors
    /// With the stop that cannot be seen, or when the element is out of reach.
    pub async fn tab_back_to(&self, selector: &str) -> Result<()> {
        for _ in 0..MOST_TABS {
            self.press_back_tab().await?;
            if self.focus(Some(selector)).await?.wanted {
                return Ok(());
            }
        }
        bail!("{selector} is out of reach of the Tab key, backwards")
    }

    /// Goes on with Tab to an element; at every stop on the way one must see where the focus is.
    ///
    /// # Errors
    /// With the stop that cannot be seen, or when the element is out of reach.
    pub async fn tab_to(&self, selector: &str) -> Result<()> {
        let mut way = Vec::new();
        for _ in 0..MOST_TABS {
            self.press(&[Key::Tab]).await?;
            let focus = self.focus(Some(selector)).await?;
            if focus.wanted {
                return Ok(());
            }
            way.push(focus.name);
        }
        bail!("{selector} is out of reach of the Tab key; its way is {way:?}")
    }

    /// Checks that the focus is on an element, soon, and that one sees it there.
    ///
    /// # Errors
    /// With where it is instead.
    pub async fn expect_focus(&self, selector: &str) -> Result<()> {
        let there = "return document.activeElement?.matches(arguments[0]) === true";
        let arguments = [selector.into()];
        let found = self
            .until(&format!("the focus on {selector}"), there, &arguments)
            .await;
        let focus = self.focus(Some(selector)).await?;
        found.map_err(|error| error.context(format!("the focus is on {}", focus.name)))?;
        Ok(())
    }

    /// Goes on with Tab to an element, and presses Enter there.
    ///
    /// # Errors
    /// Those of [`Browser::tab_to`].
    pub async fn press_enter_on(&self, selector: &str) -> Result<()> {
        self.tab_to(selector).await?;
        self.press(&[Key::Enter]).await
    }

    async fn focus(&self, wanted: Option<&str>) -> Result<Focus> {
        let focus: Focus = self.script(LOOK, &[wanted.into()]).await?;
        ensure!(
            focus.ring,
            "{} has the focus, and nothing shows it",
            focus.name
        );
        ensure!(
            focus.seen,
            "{} has the focus, and cannot be seen",
            focus.name
        );
        Ok(focus)
    }
}
