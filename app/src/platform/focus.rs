//! Where the person is on the page: moving the focus once the screen has been drawn, and telling
//! whether somebody is typing.

use super::page;
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, FocusEvent, HtmlInputElement, HtmlTextAreaElement, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

/// Puts the focus on an element that is being drawn just now, in what has to be opened for it.
pub fn focus_soon(id: String) {
    Timeout::new(0, move || {
        open_around(&id);
        page::focus(&id);
    })
    .forget();
}

/// Goes to a field that is being drawn just now: puts it in the middle of the screen and the focus on it,
/// and selects words of its text, counted in units of UTF-16.
pub fn go_soon(id: String, selected: Option<(u32, u32)>) {
    Timeout::new(0, move || {
        open_around(&id);
        page::focus(&id);
        let document = web_sys::window().and_then(|window| window.document());
        let Some(element) = document.and_then(|document| document.get_element_by_id(&id)) else {
            return;
        };
        if let Some((start, end)) = selected {
            // Controls without a text have nothing to select.
            let _ = match element.dyn_ref::<HtmlTextAreaElement>() {
                Some(text) => text.set_selection_range(start, end),
                None => element
                    .unchecked_ref::<HtmlInputElement>()
                    .set_selection_range(start, end),
            };
        }
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Center);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    })
    .forget();
}

/// Opens the `details` elements around an element.
fn open_around(id: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let mut around = document.and_then(|document| document.get_element_by_id(id));
    while let Some(details) = around.and_then(|element| element.closest("details").ok()?) {
        // It fails only for names that are no names.
        let _ = details.set_attribute("open", "");
        around = details.parent_element();
    }
}

/// Tells whether the focus is in a text, where the browser undoes typing by itself.
pub fn is_typing() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    let Some(element) = document.and_then(|document| document.active_element()) else {
        return false;
    };
    match element.tag_name().as_str() {
        "TEXTAREA" => true,
        "INPUT" => element
            .get_attribute("type")
            .is_none_or(|kind| kind != "checkbox"),
        _ => false,
    }
}

/// Closes a `details` element.
pub fn close_details(id: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(element) = document.and_then(|document| document.get_element_by_id(id)) {
        // Taking away an attribute that is not there changes nothing.
        let _ = element.remove_attribute("open");
    }
}

/// Closes a `details` element when the focus goes from it to another element. A press on something
/// that takes no focus leaves it open.
pub fn close_details_left(id: &str, event: &FocusEvent) {
    let Some(next) = event.related_target() else {
        return;
    };
    let document = web_sys::window().and_then(|window| window.document());
    let element = document.and_then(|document| document.get_element_by_id(id));
    let is_inside = element.is_some_and(|element| element.contains(next.dyn_ref()));
    if !is_inside {
        close_details(id);
    }
}

/// Scrolls to what the keyboard has put the focus on, if header or bar cover it: not every browser
/// heeds the space that the style sheet keeps for them.
pub fn keep_in_sight(event: &FocusEvent) {
    let element: Option<Element> = event.target().and_then(|target| target.dyn_into().ok());
    let by_keys = |element: &Element| element.matches(":focus-visible").unwrap_or_default();
    if let Some(element) = element.filter(by_keys) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Scrolls to an element, once the screen has been drawn, if it is not on screen.
pub fn reveal_soon(id: String) {
    Timeout::new(0, move || {
        let document = web_sys::window().and_then(|window| window.document());
        let element = document.and_then(|document| document.get_element_by_id(&id));
        if let Some(element) = element
            && element.get_bounding_client_rect().top() < 0.0
        {
            element.scroll_into_view();
        }
    })
    .forget();
}
