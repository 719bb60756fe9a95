//! Pages that are shown larger: two fingers, a wheel with Ctrl held, and keeping what the person looks
//! at where it is. Which size comes next is decided in `state/zoom.rs`.

use super::listener::Listener;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, TouchEvent, WheelEvent};

/// The custom property of the style sheet that holds the size.
const PROPERTY: &str = "--zoom";
/// How many notches of a wheel double the size.
const WHEEL_PIXELS: f64 = 300.0;

/// A point of the screen, in CSS pixels.
pub type Point = (f64, f64);

/// What a person does to see pages larger or smaller.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ZoomGesture {
    /// Two fingers came down that far apart, in CSS pixels.
    Began(f64),
    /// They are that far apart now, around a point.
    Moved(f64, Point),
    /// A wheel asks for the size times a factor, around a point.
    Turned(f64, Point),
}

/// Listens for gestures over an element, for as long as this lives.
pub struct ZoomGestures {
    _listeners: [Listener; 3],
}

impl ZoomGestures {
    /// Listens over the element with this id; none if it is not there.
    pub fn over(id: &str, on_gesture: impl Fn(ZoomGesture) + 'static) -> Option<Self> {
        let element = element(id)?;
        let on_gesture = Rc::new(on_gesture);
        let (began, moved, turned) = (on_gesture.clone(), on_gesture.clone(), on_gesture);
        let is_pinching = Rc::new(Cell::new(false));
        let still = Rc::clone(&is_pinching);
        let listeners = [
            Listener::refusing(&element, "touchstart", move |event| {
                let fingers = two_fingers(&event);
                is_pinching.set(fingers.is_some());
                if let Some((distance, _)) = fingers {
                    // The browser would scroll with both.
                    event.prevent_default();
                    began(ZoomGesture::Began(distance));
                }
            }),
            Listener::refusing(&element, "touchmove", move |event| {
                if let Some((distance, middle)) = two_fingers(&event).filter(|_| still.get()) {
                    event.prevent_default();
                    moved(ZoomGesture::Moved(distance, middle));
                }
            }),
            Listener::refusing(&element, "wheel", move |event| {
                let wheel = event
                    .dyn_ref::<WheelEvent>()
                    .filter(|wheel| wheel.ctrl_key());
                if let Some(wheel) = wheel {
                    wheel.prevent_default();
                    let factor = (-wheel.delta_y() / WHEEL_PIXELS).exp2();
                    let point = (f64::from(wheel.client_x()), f64::from(wheel.client_y()));
                    turned(ZoomGesture::Turned(factor, point));
                }
            }),
        ];
        Some(Self {
            _listeners: listeners,
        })
    }
}

/// Returns how far apart two fingers are, and the point between them.
fn two_fingers(event: &Event) -> Option<(f64, Point)> {
    let touches = event.dyn_ref::<TouchEvent>()?.touches();
    if touches.length() != 2 {
        return None;
    }
    let finger = |index| {
        let touch = touches.item(index)?;
        Some((f64::from(touch.client_x()), f64::from(touch.client_y())))
    };
    let ((x, y), (other_x, other_y)) = (finger(0)?, finger(1)?);
    let middle = ((x + other_x) / 2.0, (y + other_y) / 2.0);
    Some(((x - other_x).hypot(y - other_y), middle))
}

/// Shows what is in an element in a size, in parts of a hundred, and scrolls so that the point stays where
/// it is; without a point, the middle of what is seen.
pub fn show_in_size(id: &str, percent: u16, point: Option<Point>) {
    let Some(frame) = element(id) else { return };
    let content = frame
        .first_element_child()
        .and_then(|child| child.dyn_into::<HtmlElement>().ok());
    let Some(content) = content else { return };
    let before = content.get_bounding_client_rect();
    let seen = frame.get_bounding_client_rect();
    let (x, y) = point.unwrap_or((seen.left() + seen.width() / 2.0, seen.top().max(0.0)));
    let across = (x - before.left()) / before.width().max(1.0);
    let down = (y - before.top()) / before.height().max(1.0);
    // It fails only for properties that cannot be written.
    let _ = frame
        .style()
        .set_property(PROPERTY, &format!("{}", f64::from(percent) / 100.0));
    let after = content.get_bounding_client_rect();
    let right = after.left() + across * after.width() - x;
    let below = after.top() + down * after.height() - y;
    frame.set_scroll_left(frame.scroll_left() + right.round() as i32);
    let scroller = frame.closest(".editor-preview").ok().flatten();
    match (scroller, web_sys::window()) {
        (Some(scroller), _) => {
            scroller.set_scroll_top(scroller.scroll_top() + below.round() as i32)
        }
        (None, Some(window)) => window.scroll_by_with_x_and_y(0.0, below),
        (None, None) => {}
    }
}

/// Returns where a point of the screen is on an element, in parts of its width and height.
pub fn point_on(element_id: &str, (x, y): Point) -> Option<Point> {
    let edges = element(element_id)?.get_bounding_client_rect();
    let on = |at: f64, start: f64, length: f64| (length > 0.0).then(|| (at - start) / length);
    Some((
        on(x, edges.left(), edges.width())?,
        on(y, edges.top(), edges.height())?,
    ))
}

fn element(id: &str) -> Option<HtmlElement> {
    let element: Element = web_sys::window()?.document()?.get_element_by_id(id)?;
    element.dyn_into().ok()
}
