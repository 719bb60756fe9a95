//! Elements with a text and a caret: inputs and textareas, which the browser keeps apart.

use super::page;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};

/// An element with a text and a caret.
pub trait TextElement {
    /// Returns the text.
    fn text(&self) -> String;
    /// Shows another text.
    fn show(&self, text: &str);
    /// Returns where the caret stands, in UTF-16 units.
    fn caret(&self) -> Option<u32>;
    /// Puts the caret somewhere; an element that is not on screen has none.
    fn set_caret(&self, caret: u32);
}

macro_rules! text_element {
    ($($element:ty),*) => {$(
        impl TextElement for $element {
            fn text(&self) -> String {
                self.value()
            }

            fn show(&self, text: &str) {
                self.set_value(text);
            }

            fn caret(&self) -> Option<u32> {
                self.selection_start().ok().flatten()
            }

            fn set_caret(&self, caret: u32) {
                let _ = self.set_selection_range(caret, caret);
            }
        }
    )*};
}

text_element!(HtmlInputElement, HtmlTextAreaElement);

/// Returns where the caret stands in a text of several lines.
pub fn caret_in(id: &str) -> Option<u32> {
    area(id)?.caret()
}

/// Puts the focus into a text of several lines, with a part of it selected, in UTF-16 units.
pub fn select_in(id: &str, start: u32, end: u32) {
    if let Some(area) = area(id) {
        // It fails only for an element that is not on screen.
        let _ = area.focus();
        let _ = area.set_selection_range(start, end);
    }
}

fn area(id: &str) -> Option<HtmlTextAreaElement> {
    page::element(id)?.dyn_into().ok()
}
