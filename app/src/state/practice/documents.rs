//! The practices of this browser. There is one; a second one comes from a device that did not know of the first, and
//! then both are shown: each entry is edited where it was written.

use crate::platform::{clock, random};
use crate::state::intent::Intent;
use crate::state::open_document::OpenDocument;
use crate::state::signals::Changed;
use crate::state::workspace::Workspace;
use approdo_document::{
    Author, Document, DocumentId, DocumentKind, SpaceId, WriterId, practice_paths, project_cv,
    project_practice,
};
use approdo_domain::practice::{Practice, PracticePlace};
use approdo_domain::{Cv, ItemId};
use leptos::prelude::*;

/// A practice with the document it stands in.
pub type Home = (DocumentId, Practice);

/// Returns the practices, the oldest first, following them.
pub fn practices(workspace: Workspace) -> Vec<Home> {
    workspace.other_changes.track();
    known(workspace)
}

fn known(workspace: Workspace) -> Vec<Home> {
    sorted(workspace.each(read))
}

/// Identities of documents begin with the time at which they were made.
fn sorted(mut all: Vec<Home>) -> Vec<Home> {
    all.sort_by_key(|(id, _)| *id);
    all
}

fn read(open: &OpenDocument) -> Option<Home> {
    let document = open.document();
    let is_practice = document.kind() == Some(DocumentKind::Practice);
    is_practice.then(|| (document.id(), project_practice(document)))
}

/// Returns the document in which an answer is written on: the oldest that has one.
pub fn home_of_answer(practices: &[Home], item: ItemId) -> Option<DocumentId> {
    let mut with_answer = practices.iter();
    let found = with_answer.find(|(_, practice)| practice.answer(item).is_some());
    found.map(|(id, _)| *id)
}

/// Returns the document for what is new, and begins one if there is none yet.
pub fn ensure(workspace: Workspace) -> DocumentId {
    if let Some((id, _)) = known(workspace).first() {
        return *id;
    }
    let now_ms = clock::now_ms();
    let id = DocumentId::new(now_ms, random::bytes());
    // A writer of its own: these operations are made outside the document that takes them in.
    let mut author = Author::new(WriterId(random::bytes()));
    let empty = Document::new(id, SpaceId::of_document(id));
    let operations = author
        .write_practice(&empty, &Practice::default(), now_ms)
        .operations;
    workspace.change(id, |open, own, now_ms| {
        for operation in &operations {
            own.observe(operation.stamp, now_ms);
        }
        open.carry_out(Intent::Begin { operations }, own, now_ms)
            .then_some(Changed::Anything)
    });
    id
}

/// Keeps for which occupation the person practises.
pub fn keep_occupation(workspace: Workspace, occupation: &str) {
    let home = ensure(workspace);
    let path = practice_paths::path(PracticePlace::Occupation);
    let text = occupation.to_owned();
    let over = None;
    carry_out(workspace, home, Intent::Text { path, text, over });
}

/// Returns the CVs of this browser, the last changed first; those in the bin are left out.
pub fn cvs(workspace: Workspace) -> Vec<Cv> {
    let mut summaries = workspace.summaries.get_untracked();
    summaries.retain(|summary| !summary.removed);
    let read = |id| workspace.read(id, |open, _| project_cv(open.document()));
    summaries
        .into_iter()
        .map(|summary| read(summary.id))
        .collect()
}

/// Carries out what the person wants in one practice.
pub(super) fn carry_out(workspace: Workspace, id: DocumentId, intent: Intent) {
    workspace.change(id, |open, author, now_ms| {
        open.carry_out(intent, author, now_ms)
            .then_some(Changed::Anything)
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use approdo_domain::practice::Answer;

    #[test]
    fn what_was_written_in_two_practices_is_edited_where_it_was_written() {
        let with = |byte: u8, items: &[u64]| {
            let answers = items.iter().map(|item| Answer::empty(ItemId(*item)));
            let practice = Practice {
                answers: answers.collect(),
                ..Practice::default()
            };
            (DocumentId([byte; 16]), practice)
        };
        let practices = sorted(vec![with(2, &[7, 8]), with(1, &[8])]);
        let home = |item| home_of_answer(&practices, ItemId(item));
        assert_eq!(home(7), Some(DocumentId([2; 16])));
        assert_eq!(home(8), Some(DocumentId([1; 16])), "the older one");
        assert_eq!(home(9), None);
    }

    #[test]
    fn a_cv_is_no_practice_and_a_practice_is_one_from_its_first_edit_on() {
        let mut open = OpenDocument::new(DocumentId([1; 16]));
        assert_eq!(read(&open), None);
        let mut author = Author::new(WriterId([1; 16]));
        let change = author.write_practice(open.document(), &Practice::default(), 1_000);
        let operations = change.operations;
        open.carry_out(Intent::Begin { operations }, &mut author, 1_000);
        assert!(read(&open).is_some());
        assert_eq!(open.can_undo_redo(), (false, false));
    }
}
