//! The keyboard that phones show on the screen: how much of the page's lower end it covers.

use super::listener::Listener;
use super::page;

/// The custom property of the root element that style sheets read.
const PROPERTY: &str = "--covered-by-keyboard";

/// Keeps the style sheets told of what the keyboard covers; dropped, nothing is covered.
pub struct Watch {
    _listeners: Vec<Listener>,
}

/// Watches the keyboard, where the browser tells of it.
pub fn watch() -> Option<Watch> {
    let window = web_sys::window()?;
    let viewport = window.visual_viewport()?;
    let listeners = ["resize", "scroll"].map(|name| {
        let (window, seen) = (window.clone(), viewport.clone());
        Listener::new(&viewport, name, move |_| {
            let height = window.inner_height().ok().and_then(|value| value.as_f64());
            let end = seen.offset_top() + seen.height();
            // Zooming in makes the part that is seen smaller, too, and covers nothing.
            let covered = match height {
                Some(height) if seen.scale() < 1.01 => (height - end).max(0.0),
                _ => 0.0,
            };
            page::set_root_property(PROPERTY, Some(&format!("{covered:.0}px")));
        })
    });
    Some(Watch {
        _listeners: listeners.into(),
    })
}

impl Drop for Watch {
    fn drop(&mut self) {
        page::set_root_property(PROPERTY, None);
    }
}
