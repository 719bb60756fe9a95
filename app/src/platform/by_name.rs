//! Interfaces of the browser that few pages need, called by their names: a binding for each of their methods would be part
//! of every first visit.

use js_sys::{Array, Function, Reflect, global};
use wasm_bindgen::{JsCast, JsValue};

/// Returns what the page has under a name, or undefined.
pub(super) fn of_page(name: &str) -> JsValue {
    get(&global(), name)
}

/// Returns a field, or undefined.
pub(super) fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or_default()
}

/// Sets a field, where the object lets it be set.
pub(super) fn set(object: &JsValue, name: &str, value: impl Into<JsValue>) {
    let _ = Reflect::set(object, &name.into(), &value.into());
}

/// Calls a method; none if there is none, or it throws.
pub(super) fn call(object: &JsValue, name: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let method: Function = get(object, name).dyn_into().ok()?;
    let arguments: Array = arguments.iter().collect();
    method.apply(object, &arguments).ok()
}

/// Makes an object of a class of the page; none if there is no such class, or it throws.
pub(super) fn make(class: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let class: Function = of_page(class).dyn_into().ok()?;
    let arguments: Array = arguments.iter().collect();
    Reflect::construct(&class, &arguments).ok()
}
