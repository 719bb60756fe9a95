//! Small settings that outlive the page. Where storage is blocked they are simply not there.

use super::by_name;
use js_sys::Array;
use wasm_bindgen::JsCast;
use web_sys::Storage;

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// Returns a setting.
pub fn get(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

/// Keeps a setting; answers whether it will outlive the page.
pub fn set(key: &str, value: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(key, value).is_ok())
}

/// Removes a setting.
pub fn remove(key: &str) {
    if let Some(storage) = storage() {
        // Nothing is there to remove if this fails.
        let _ = storage.remove_item(key);
    }
}

/// Returns the names of all settings.
pub fn names() -> Vec<String> {
    let settings = storage().map(Into::into).unwrap_or_default();
    let names = by_name::call(&by_name::of_page("Object"), "keys", &[settings]);
    let names: Option<Array> = names.and_then(|names| names.dyn_into().ok());
    let names = names.unwrap_or_default();
    names.iter().filter_map(|name| name.as_string()).collect()
}
