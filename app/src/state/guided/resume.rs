//! Where a person stopped on the guided way, noted on this device for each CV.

use super::question::Question;
use crate::platform::local_storage;
use approdo_document::DocumentId;

fn key(id: DocumentId) -> String {
    format!("approdo.guided.{id}")
}

/// Notes the question that is on screen.
pub fn note(id: DocumentId, question: Question) {
    local_storage::set(&key(id), &question.code());
}

/// Returns the code of the question that was last on screen; none if the CV was never written so.
pub fn noted(id: DocumentId) -> Option<String> {
    local_storage::get(&key(id))
}

/// Tells whether a CV is being written the guided way and is not done.
pub fn is_under_way(id: DocumentId) -> bool {
    noted(id).is_some_and(|code| code != "done")
}
