//! A text field with a list under it, as WAI-ARIA 1.2 describes it ("editable combobox with list
//! autocomplete"): the roles and states of the field, what a person does in it, and keeping the list on
//! screen. What the list holds is not known here.

use super::listener::Listener;
use super::page;
use super::text_element::TextElement;
use super::translations::field;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HtmlInputElement, KeyboardEvent, Node};

/// Space between the list and what covers the page below it, in CSS pixels.
const MARGIN: f64 = 8.0;

/// What a person does in the field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// The focus came.
    Arrived,
    /// The text is another one now.
    Typed(String),
    /// Arrow down.
    Down,
    /// Arrow up.
    Up,
    /// Enter.
    Enter,
    /// Escape.
    Escape,
    /// The focus went elsewhere.
    Left,
}

/// A text field with a list under it, for as long as this lives.
pub struct Combobox {
    input: HtmlInputElement,
    _listeners: [Listener; 4],
}

impl Combobox {
    /// Makes a combobox of the field with an id; none if it is not on the page any more. `act` tells
    /// whether it used a key, which then does nothing else.
    pub fn attach(
        id: &str,
        list_id: &str,
        act: impl Fn(Act) -> bool + Clone + 'static,
    ) -> Option<Self> {
        let input: HtmlInputElement = page::element(id)?.dyn_into().ok()?;
        for (name, value) in [
            ("role", "combobox"),
            ("aria-autocomplete", "list"),
            ("aria-expanded", "false"),
            ("aria-controls", list_id),
        ] {
            // It fails only for names that are no names.
            let _ = input.set_attribute(name, value);
        }
        let (arrived, typed, pressed, left) = (act.clone(), act.clone(), act.clone(), act);
        let written = input.clone();
        let listeners = [
            Listener::new(&input, "focus", move |_| {
                arrived(Act::Arrived);
            }),
            Listener::new(&input, "input", move |_| {
                typed(Act::Typed(written.value()));
            }),
            Listener::new(&input, "keydown", move |event| {
                if key_act(&event).is_some_and(&pressed) {
                    event.prevent_default();
                }
            }),
            Listener::new(&input, "blur", move |_| {
                left(Act::Left);
            }),
        ];
        Some(Self {
            input,
            _listeners: listeners,
        })
    }

    /// Tells assistive technology whether the list is shown, and which of its options the keys are at.
    pub fn describe(&self, is_open: bool, active_id: Option<&str>) {
        let expanded = if is_open { "true" } else { "false" };
        let _ = self.input.set_attribute("aria-expanded", expanded);
        let _ = match active_id {
            Some(id) => self.input.set_attribute("aria-activedescendant", id),
            None => self.input.remove_attribute("aria-activedescendant"),
        };
    }

    /// Returns the text in the field.
    pub fn text(&self) -> String {
        self.input.value()
    }

    /// Tells whether the focus is in the field.
    pub fn has_focus(&self) -> bool {
        self.input.matches(":focus").unwrap_or_default()
    }

    /// Tells whether something happened in the field or in its list.
    pub fn is_within(&self, event: &Event, list_id: &str) -> bool {
        let target = event.target();
        let node = target.as_ref().and_then(|target| target.dyn_ref::<Node>());
        let list = page::element(list_id);
        self.input.contains(node) || list.is_some_and(|list| list.contains(node))
    }

    /// Puts a text into the field, and the caret after it. A word that was being composed ends.
    pub fn put(&self, text: &str) {
        self.input.show(text);
        let length = u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX);
        self.input.set_caret(length);
    }

    /// Scrolls the page so that the list is between what is fixed above and below, a phone's keyboard
    /// included; the field itself stays on screen.
    pub fn reveal(&self, list_id: &str) {
        let (Some(window), Some(list)) = (web_sys::window(), page::element(list_id)) else {
            return;
        };
        let over = list.get_bounding_client_rect().bottom() + MARGIN - lowest_seen(&window);
        let top = page::first(".app-header")
            .map_or(0.0, |header| header.get_bounding_client_rect().bottom());
        let room = self.input.get_bounding_client_rect().top() - top - MARGIN;
        let step = over.min(room);
        if step > 0.0 {
            window.scroll_by_with_x_and_y(0.0, step);
        }
    }
}

/// Down to where the page can be seen, in CSS pixels.
fn lowest_seen(window: &web_sys::Window) -> f64 {
    let height = window.inner_height().ok();
    let height = height
        .and_then(|height| height.as_f64())
        .unwrap_or_default();
    let seen = field(window, "visualViewport");
    let above_keyboard = match (number(&seen, "offsetTop"), number(&seen, "height")) {
        (Some(top), Some(visible)) => top + visible,
        _ => height,
    };
    let bar = page::first(".bottom-bar").map(|bar| bar.get_bounding_client_rect());
    let above_bar = bar.filter(|bar| bar.height() > 0.0).map(|bar| bar.top());
    above_bar.unwrap_or(height).min(above_keyboard)
}

fn number(object: &JsValue, name: &str) -> Option<f64> {
    let object = Some(object).filter(|object| object.is_object())?;
    field(object, name).as_f64()
}

/// Keys with another key held, or within a word that is being composed, are the browser's.
fn key_act(event: &Event) -> Option<Act> {
    let event: &KeyboardEvent = event.dyn_ref()?;
    if event.is_composing() || event.ctrl_key() || event.meta_key() || event.shift_key() {
        return None;
    }
    match event.key().as_str() {
        "ArrowDown" => Some(Act::Down),
        "ArrowUp" => Some(Act::Up),
        "Enter" => Some(Act::Enter),
        "Escape" => Some(Act::Escape),
        _ => None,
    }
}
