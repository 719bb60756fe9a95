//! Whether there is a network, whether the page is seen, when it goes away and when it comes back.

use super::listener::Listener;
use wasm_bindgen::JsCast;
use web_sys::{PageTransitionEvent, VisibilityState};

/// Tells whether the browser believes to have a network. It may be wrong, also about "yes".
pub fn is_online() -> bool {
    web_sys::window().is_none_or(|window| window.navigator().on_line())
}

/// Tells whether the page is on screen.
pub fn is_visible() -> bool {
    web_sys::window()
        .and_then(|window| window.document())
        .is_some_and(|document| document.visibility_state() == VisibilityState::Visible)
}

/// Calls back when the network comes (true) or goes (false).
pub fn on_network_change(callback: impl Fn(bool) + Clone + 'static) -> Vec<Listener> {
    let Some(window) = web_sys::window() else {
        return Vec::new();
    };
    let lost = callback.clone();
    vec![
        Listener::new(&window, "online", move |_| callback(true)),
        Listener::new(&window, "offline", move |_| lost(false)),
    ]
}

/// Calls back when the page comes on screen (true) or leaves it (false).
pub fn on_visibility_change(callback: impl Fn(bool) + 'static) -> Option<Listener> {
    let document = web_sys::window()?.document()?;
    Some(Listener::new(&document, "visibilitychange", move |_| {
        callback(is_visible());
    }))
}

/// Calls back when the page may be about to end: the last moment to store what was typed.
pub fn on_page_hide(callback: impl Fn() + 'static) -> Option<Listener> {
    let window = web_sys::window()?;
    Some(Listener::new(&window, "pagehide", move |_| callback()))
}

/// Calls back when the person comes back to the page, which the browser had kept as it was and told
/// nothing meanwhile.
pub fn on_page_return(callback: impl Fn() + 'static) -> Option<Listener> {
    let window = web_sys::window()?;
    Some(Listener::new(&window, "pageshow", move |event| {
        let event: Option<&PageTransitionEvent> = event.dyn_ref();
        if event.is_some_and(PageTransitionEvent::persisted) {
            callback();
        }
    }))
}
