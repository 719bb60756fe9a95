//! What the screen is like: wide, dark, calm.

use super::listener::Listener;
use web_sys::MediaQueryList;

/// A width from which form and preview stand side by side; the same stands in the style sheets.
pub const WIDE: &str = "(min-width: 64rem)";
/// The person prefers dark colours.
pub const DARK: &str = "(prefers-color-scheme: dark)";
/// The person prefers that nothing moves.
pub const CALM: &str = "(prefers-reduced-motion: reduce)";

/// Tells whether a media query holds.
pub fn matches(query: &str) -> bool {
    list(query).is_some_and(|list| list.matches())
}

/// Calls back when a media query begins (true) or ceases (false) to hold.
pub fn on_change(query: &str, callback: impl Fn(bool) + 'static) -> Option<Listener> {
    let list = list(query)?;
    let asked = list.clone();
    Some(Listener::new(&list, "change", move |_| {
        callback(asked.matches());
    }))
}

fn list(query: &str) -> Option<MediaQueryList> {
    web_sys::window()?.match_media(query).ok()?
}
