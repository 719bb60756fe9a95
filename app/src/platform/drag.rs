//! The rows of a list while one of them is dragged: measured, moved, and the page scrolled under
//! them. Where a row would land is decided in `state/reorder.rs`.

use super::listener::Listener;
use std::rc::Rc;
use wasm_bindgen::JsCast;
pub use web_sys::PointerEvent;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, Window};

/// Marks the list while one of its rows is dragged.
const LIST_MARK: &str = "data-reordering";
/// Marks the row that is dragged.
const ROW_MARK: &str = "data-dragged";

/// What a person does with a row in hand.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Gesture {
    /// The pointer is at another height of the screen, in CSS pixels.
    Moved(f64),
    /// The row is put down.
    PutDown,
    /// The row goes back to where it was: Escape, or the browser needs the pointer.
    PutBack,
}

/// The rows of a list, one of them in a person's hand; dropped, they stand as usual again.
pub struct DraggedRows {
    window: Window,
    list: Element,
    rows: Vec<HtmlElement>,
    held: usize,
    pointer: f64,
    grip: f64,
    _listeners: [Listener; 4],
}

impl DraggedRows {
    /// Takes up the row whose handle was pressed: the row is the child of an `ol` around it. Only
    /// the first finger, or the first button of a mouse, takes something up. Until this is dropped
    /// `on_gesture` hears what the person does next.
    pub fn take_up(event: &PointerEvent, on_gesture: impl Fn(Gesture) + 'static) -> Option<Self> {
        if event.button() != 0 || !event.is_primary() {
            return None;
        }
        // Neither does text become selected nor does a field lose the focus.
        event.prevent_default();
        let handle: Element = event.target()?.dyn_into().ok()?;
        let list = handle.closest("ol").ok()??;
        let children = list.children();
        let rows: Vec<HtmlElement> = (0..children.length())
            .filter_map(|index| children.item(index)?.dyn_into().ok())
            .collect();
        let held = rows.iter().position(|row| row.contains(Some(&handle)))?;
        let pointer = f64::from(event.client_y());
        let top = rows[held].get_bounding_client_rect().top();
        let window = web_sys::window()?;
        let dragged = Self {
            _listeners: listen(&window, event.pointer_id(), Rc::new(on_gesture)),
            window,
            list,
            rows,
            held,
            pointer,
            grip: pointer - top,
        };
        let _ = dragged.list.set_attribute(LIST_MARK, "");
        let _ = dragged.rows[held].set_attribute(ROW_MARK, "");
        // The rows may be lower now: the one held stays under the finger.
        dragged.scroll_by(dragged.rows[held].get_bounding_client_rect().top() - top);
        Some(dragged)
    }

    /// Returns which row is held.
    pub fn held(&self) -> usize {
        self.held
    }

    /// Returns how far below its top the row is held, in CSS pixels.
    pub fn grip(&self) -> f64 {
        self.grip
    }

    /// Takes note of where the pointer is.
    pub fn follow(&mut self, pointer: f64) {
        self.pointer = pointer;
    }

    /// Returns the height of the pointer on the screen, and of the screen.
    pub fn pointer_on_screen(&self) -> (f64, f64) {
        let height = self.window.inner_height().ok();
        (
            self.pointer,
            height.and_then(|height| height.as_f64()).unwrap_or(1.0),
        )
    }

    /// Returns the height of the pointer on the page.
    pub fn pointer_on_page(&self) -> f64 {
        self.pointer + self.scrolled()
    }

    /// Returns top and height of each row on the page, as they stand now.
    pub fn places(&self) -> Vec<(f64, f64)> {
        let scrolled = self.scrolled();
        let rows = self.rows.iter().map(|row| {
            let place = row.get_bounding_client_rect();
            (place.top() + scrolled, place.height())
        });
        rows.collect()
    }

    /// Scrolls the page downwards.
    pub fn scroll_by(&self, by: f64) {
        if by != 0.0 {
            self.window.scroll_by_with_x_and_y(0.0, by);
        }
    }

    /// Draws each row so far below its place.
    pub fn draw(&self, shift: impl Fn(usize) -> f64) {
        for (index, row) in self.rows.iter().enumerate() {
            // Whole pixels: fractions cost code and cannot be seen.
            #[expect(clippy::cast_possible_truncation, reason = "no page is that high")]
            let by = shift(index).round() as i32;
            move_row(row, &format!("translateY({by}px)"));
        }
    }

    fn scrolled(&self) -> f64 {
        self.window.scroll_y().unwrap_or_default()
    }
}

impl Drop for DraggedRows {
    fn drop(&mut self) {
        // Taking away what is not there changes nothing.
        let _ = self.list.remove_attribute(LIST_MARK);
        let _ = self.rows[self.held].remove_attribute(ROW_MARK);
        for row in &self.rows {
            move_row(row, "");
        }
    }
}

/// Listens on the whole window: the pointer need not stay on the handle.
fn listen(window: &Window, pointer: i32, on_gesture: Rc<dyn Fn(Gesture)>) -> [Listener; 4] {
    let escape = on_gesture.clone();
    let of_pointer = |name, gesture: fn(&PointerEvent) -> Gesture| {
        let on_gesture = on_gesture.clone();
        Listener::new(window, name, move |event: Event| {
            let event: PointerEvent = event.unchecked_into();
            if event.pointer_id() == pointer {
                on_gesture(gesture(&event));
            }
        })
    };
    [
        of_pointer("pointermove", |event| {
            Gesture::Moved(event.client_y().into())
        }),
        of_pointer("pointerup", |_| Gesture::PutDown),
        of_pointer("pointercancel", |_| Gesture::PutBack),
        Listener::new(window, "keydown", move |event: Event| {
            let event: KeyboardEvent = event.unchecked_into();
            if event.key() == "Escape" {
                escape(Gesture::PutBack);
            }
        }),
    ]
}

fn move_row(row: &HtmlElement, value: &str) {
    // It fails only for a style that does not exist.
    let _ = row.style().set_property("transform", value);
}
