//! Dragging a card to another column with a mouse: what the browser wants to know when it begins.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Says that something is being moved. Firefox drags only what carries some text; without it, and where nothing
/// can be dragged, the buttons do the same.
pub fn begin(event: &JsValue) {
    // By name: the type would have everybody's browser bindings built anew for one call.
    let Ok(data) = Reflect::get(event, &"dataTransfer".into()) else {
        return;
    };
    let set_data = Reflect::get(&data, &"setData".into());
    let set_data = set_data.ok().and_then(|it| it.dyn_into::<Function>().ok());
    if let Some(set_data) = set_data {
        let _ = set_data.call2(&data, &"text/plain".into(), &" ".into());
        let _ = Reflect::set(&data, &"effectAllowed".into(), &"move".into());
    }
}
