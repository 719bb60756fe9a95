//! Documents of all kinds in the workspace: which kind one is, beginning one, letting go of
//! one, and reading all of them for lists.

use super::intent::Intent;
use super::open_document::OpenDocument;
use super::signals::Changed;
use super::workspace::Workspace;
use crate::platform::{clock, random};
use approdo_document::{Author, Change, Document, DocumentId, DocumentKind, SpaceId, WriterId};
use leptos::prelude::*;

impl Workspace {
    /// Tells whether a document is known here as one of a kind other than a CV.
    pub fn is_of_other_kind(self, id: DocumentId) -> bool {
        self.desk.with_value(|desk| {
            let opened = desk.documents.get(&id);
            opened.is_some_and(|opened| opened.open.document().is_of_other_kind())
        })
    }

    /// Returns which kind of document is known here by that identity; none while nothing is written in it.
    pub fn kind(self, id: DocumentId) -> Option<DocumentKind> {
        self.desk.with_value(|desk| {
            let opened = desk.documents.get(&id)?;
            opened.open.document().kind()
        })
    }

    /// Begins a document with its first edits, and returns which it is. There is nothing to undo in it.
    pub fn begin(self, write: impl FnOnce(&Document, &mut Author, u64) -> Change) -> DocumentId {
        let now_ms = clock::now_ms();
        let id = DocumentId::new(now_ms, random::bytes());
        // A writer of its own: these operations are made outside the document that takes them in.
        let mut author = Author::new(WriterId(random::bytes()));
        let document = Document::new(id, SpaceId::of_document(id));
        let Change { operations, .. } = write(&document, &mut author, now_ms);
        self.change(id, |open, own, now_ms| {
            for operation in &operations {
                own.observe(operation.stamp, now_ms);
            }
            open.carry_out(Intent::Begin { operations }, own, now_ms)
                .then_some(Changed::Anything)
        });
        id
    }

    /// Lets go of a document that is no longer in the store.
    pub fn forget(self, id: DocumentId) {
        self.desk.update_value(|desk| {
            desk.documents.remove(&id);
            desk.to_reload.remove(&id);
        });
        self.update_unsaved();
        self.other_changes.update(|count| *count += 1);
    }

    /// Reads every document.
    pub fn each<T>(self, reader: impl Fn(&OpenDocument) -> Option<T>) -> Vec<T> {
        self.desk.with_value(|desk| {
            let documents = desk.documents.values();
            documents
                .filter_map(|opened| reader(&opened.open))
                .collect()
        })
    }
}
