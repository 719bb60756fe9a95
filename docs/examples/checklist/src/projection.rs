//! A document read as a checklist. Total: any set of operations gives one that can be shown.

use crate::domain::{Checklist, Thing};
use crate::paths;
use approdo_document::Document;

/// Reads a document as a checklist.
pub fn project_checklist(document: &Document) -> Checklist {
    let things = document.items(&paths::things());
    let read = |id| Thing {
        id,
        text: document.text(&paths::text(id)).text,
        done: document.flag(&paths::done(id)),
    };
    Checklist {
        things: things.into_iter().map(|item| read(item.id)).collect(),
    }
}
