//! Whether something is being pressed, by finger or mouse. A press must end where it began, or it is no
//! click: what would move the page meanwhile waits until it is let go.

use super::listener::Listener;
use gloo_timers::callback::Timeout;
use std::cell::RefCell;

/// How long the click may take that follows a tap, in milliseconds: on a screen that is touched, a field
/// is left only after the finger was lifted.
const CLICK_MS: u32 = 50;

type Action = Box<dyn FnOnce()>;

#[derive(Default)]
struct Press {
    listeners: Vec<Listener>,
    is_held: bool,
    waiting: Vec<Action>,
}

thread_local! {
    static PRESS: RefCell<Press> = RefCell::new(Press::default());
}

/// Hears of presses from now on; later calls do nothing.
pub fn watch() {
    let is_watched = PRESS.with_borrow(|press| !press.listeners.is_empty());
    let Some(window) = web_sys::window().filter(|_| !is_watched) else {
        return;
    };
    let listeners = vec![
        Listener::new(&window, "pointerdown", |_| hold(true)),
        Listener::new(&window, "pointerup", |_| hold(false)),
        Listener::new(&window, "pointercancel", |_| hold(false)),
    ];
    PRESS.with_borrow_mut(|press| press.listeners = listeners);
}

/// Does something once nothing is pressed: at once, or after the click that comes of the press.
pub fn when_let_go(action: impl FnOnce() + 'static) {
    if PRESS.with_borrow(|press| press.is_held) {
        PRESS.with_borrow_mut(|press| press.waiting.push(Box::new(action)));
    } else {
        action();
    }
}

/// Does something that leaving a field brings with it, after the click by which it may have been left.
pub fn after_click(action: impl FnOnce() + 'static) {
    if PRESS.with_borrow(|press| press.is_held) {
        when_let_go(action);
    } else {
        Timeout::new(CLICK_MS, action).forget();
    }
}

fn hold(is_held: bool) {
    let waiting = PRESS.with_borrow_mut(|press| {
        press.is_held = is_held;
        std::mem::take(&mut press.waiting)
    });
    for action in waiting {
        // The click comes right after the release.
        Timeout::new(0, action).forget();
    }
}
