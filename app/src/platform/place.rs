//! Where the person was on the page, kept over one loading of it: the field with the focus, and the
//! part of the page around it.

use web_sys::Storage;

const KEY: &str = "approdo.place";

/// A field, and the part of the page that must be open for it to be there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The word of the part.
    pub part: String,
    /// The id of the field.
    pub field: String,
}

/// Keeps the place for the page that is about to be loaded in this tab.
pub fn keep() {
    if let (Some(place), Some(storage)) = (present(), storage()) {
        // Where nothing can be kept, the page opens at its beginning.
        let _ = storage.set_item(KEY, &place);
    }
}

/// Returns the place that was kept, once.
pub fn take() -> Option<Place> {
    let storage = storage()?;
    let kept = storage.get_item(KEY).ok()??;
    let _ = storage.remove_item(KEY);
    let (part, field) = kept.split_once(' ')?;
    Some(Place {
        part: part.to_owned(),
        field: field.to_owned(),
    })
}

fn present() -> Option<String> {
    let focused = web_sys::window()?.document()?.active_element()?;
    let part = focused.closest("[data-section]").ok()??;
    let word = part.get_attribute("data-section")?;
    Some(format!("{word} {}", focused.id()))
}

fn storage() -> Option<Storage> {
    web_sys::window()?.session_storage().ok()?
}
