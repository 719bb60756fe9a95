//! The places of a checklist as paths. A code is given out once, for ever: a new field takes a new
//! one, and none ever changes its type or meaning. `0x01` and `0x02` of an item are taken: they are
//! its order and its deletion.

use approdo_document::{ItemPath, ListPath, Path};
use approdo_domain::ItemId;

/// Returns the path of the list of things.
pub fn things() -> ListPath {
    ListPath(vec![0x20])
}

/// Returns the path of one thing.
pub fn thing(id: ItemId) -> ItemPath {
    things().item(id)
}

/// Returns the path of a thing's words: a text.
pub fn text(id: ItemId) -> Path {
    thing(id).field(0x10)
}

/// Returns the path that says whether a thing is done: a flag.
pub fn done(id: ItemId) -> Path {
    thing(id).field(0x11)
}
