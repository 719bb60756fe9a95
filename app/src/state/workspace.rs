//! All documents of this browser while the page is open: the list of CVs, and the one way in which a
//! document is changed. Editing one CV is in `cv_editor`, opening the store in `opening`, storing in
//! `storing`.

use super::backup::SavedDocument;
use super::blobs::BlobMemory;
use super::intent::Intent;
use super::kept::Kept;
use super::open_document::OpenDocument;
use super::saving::StoreHealth;
use super::signals::{Changed, DocumentSignals};
use super::summaries::{CvSummary, listed, summary};
use crate::platform::{clock, random};
use approdo_document::{Author, DocumentId, WriterId, cv_paths, sort_short};
use approdo_store_indexeddb::IndexedDbStore;
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// How far opening has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// The store is being opened and read.
    Opening,
    /// Documents can be read and written.
    Ready,
    /// The store belongs to a newer version: it is not touched.
    NewerVersion,
    /// Another tab keeps the store from opening; that goes on by itself once the tab is closed.
    Blocked,
}

/// All documents of this browser.
#[derive(Debug, Clone, Copy)]
pub struct Workspace {
    pub(super) desk: StoredValue<Desk, LocalStorage>,
    pub(super) blobs: StoredValue<BlobMemory, LocalStorage>,
    /// Counts the files that came from other devices.
    pub files_arrived: RwSignal<u32>,
    /// How far opening has come.
    pub phase: RwSignal<Phase>,
    /// How the store is doing.
    pub health: RwSignal<StoreHealth>,
    /// Whether something is not yet in the store.
    pub unsaved: RwSignal<bool>,
    /// The CVs, last changed first.
    pub summaries: RwSignal<Vec<CvSummary>>,
    /// Counts changes of documents that are no CVs.
    pub other_changes: RwSignal<u32>,
    /// How many stored edits could not be read.
    pub damaged: RwSignal<usize>,
    /// What the browser deleted since the last visit.
    pub vanished: RwSignal<Option<Kept>>,
}

/// What a change tells the rest of the client, once it is in the store.
pub(super) type OnSaved = Rc<dyn Fn(DocumentId)>;

/// The workspace's own things.
#[derive(Default)]
pub struct Desk {
    pub(super) store: Option<Rc<IndexedDbStore>>,
    pub(super) author: Option<Author>,
    pub(super) documents: BTreeMap<DocumentId, Opened>,
    pub(super) to_reload: BTreeSet<DocumentId>,
    pub(super) storing: bool,
    /// Whether a newer version of the app waits for the store.
    pub(super) outdated: bool,
    pub(super) on_left: Option<Rc<dyn Fn()>>,
    pub(super) on_saved: Vec<OnSaved>,
}

/// A document with its signals.
pub(super) struct Opened {
    pub(super) open: OpenDocument,
    pub(super) signals: DocumentSignals,
}

impl Workspace {
    /// Makes a workspace whose store is still to be opened.
    pub fn new() -> Self {
        let desk = Desk {
            author: Some(Author::new(WriterId(random::bytes()))),
            ..Desk::default()
        };
        Self {
            desk: StoredValue::new_local(desk),
            blobs: StoredValue::new_local(BlobMemory::default()),
            files_arrived: RwSignal::new(0),
            phase: RwSignal::new(Phase::Opening),
            health: RwSignal::new(StoreHealth::Durable),
            unsaved: RwSignal::new(false),
            summaries: RwSignal::new(Vec::new()),
            other_changes: RwSignal::new(0),
            damaged: RwSignal::new(0),
            vanished: RwSignal::new(None),
        }
    }

    /// Returns the store, once it is open; none where the browser has none.
    pub fn store(self) -> Option<Rc<IndexedDbStore>> {
        self.desk.with_value(|desk| desk.store.clone())
    }

    /// Calls back each time an edit is in the store.
    pub fn on_saved(self, callback: impl Fn(DocumentId) + 'static) {
        self.desk
            .update_value(|desk| desk.on_saved.push(Rc::new(callback)));
    }

    /// Draws the identity of a new CV. Nothing is stored before the first edit.
    pub fn new_cv(self) -> DocumentId {
        DocumentId::new(clock::now_ms(), random::bytes())
    }

    /// Reads a document, making an empty one where there is none yet.
    pub fn read<T>(
        self,
        id: DocumentId,
        reader: impl FnOnce(&mut OpenDocument, &mut DocumentSignals) -> T,
    ) -> T {
        let (mut reader, mut result) = (Some(reader), None);
        self.read_by(id, &mut |open, signals| {
            result = reader.take().map(|reader| reader(open, signals));
        });
        // The desk lives as long as the client.
        match result {
            Some(result) => result,
            None => unreachable!("the workspace outlives its callers"),
        }
    }

    /// Changes a document: the only way in. Signals follow, and what became an edit is stored.
    pub fn change(
        self,
        id: DocumentId,
        edit: impl FnOnce(&mut OpenDocument, &mut Author, u64) -> Option<Changed>,
    ) {
        let mut edit = Some(edit);
        self.change_by(id, &mut |open, author, now_ms| {
            let edit = edit.take()?;
            edit(open, author, now_ms)
        });
    }

    /// Puts a CV into the bin, or takes it out.
    pub fn set_removed(self, id: DocumentId, removed: bool) {
        let path = cv_paths::removed();
        let intent = Intent::Flag {
            path,
            flag: removed,
        };
        self.change(id, |open, author, now_ms| {
            open.carry_out(intent, author, now_ms)
                .then_some(Changed::Anything)
        });
    }

    /// Returns every document with all its operations, for a backup.
    pub fn saved_documents(self) -> Vec<SavedDocument> {
        self.desk.with_value(|desk| {
            let documents = desk.documents.values();
            documents
                .filter_map(|opened| {
                    let summary = summary(&opened.open)?;
                    let is_titled = !summary.title.is_empty();
                    Some(SavedDocument {
                        id: summary.id,
                        title: if is_titled {
                            summary.title
                        } else {
                            summary.full_name
                        },
                        operations: opened.open.document().operations().cloned().collect(),
                    })
                })
                .collect()
        })
    }

    /// Stores what is typed, and answers whether everything is in the store: a page that is about to
    /// be left must not take anything along.
    pub async fn store_everything(self) -> bool {
        self.commit_all();
        for _ in 0..50 {
            if !self.unsaved.get_untracked() {
                return true;
            }
            clock::wait(100).await;
        }
        false
    }

    /// Makes edits of everything that is typed: before a page is left or hidden.
    pub fn commit_all(self) {
        let drafted: Vec<DocumentId> = self.desk.with_value(|desk| {
            let documents = desk.documents.iter();
            let drafted = documents.filter(|(_, opened)| opened.open.has_drafts());
            drafted.map(|(id, _)| *id).collect()
        });
        for id in drafted {
            self.change(id, |open, author, now_ms| {
                Some(Changed::Texts(open.commit(author, now_ms)))
            });
        }
    }

    pub(super) fn update_unsaved(self) {
        let unsaved = self.desk.with_value(|desk| {
            let mut documents = desk.documents.values();
            documents.any(|opened| opened.open.has_unsaved())
        });
        if self.unsaved.get_untracked() != unsaved {
            self.unsaved.set(unsaved);
        }
    }

    // One body for all callers: each copy would be a kilobyte on a slow line.
    fn read_by(
        self,
        id: DocumentId,
        reader: &mut dyn FnMut(&mut OpenDocument, &mut DocumentSignals),
    ) {
        self.desk.update_value(|desk| {
            let Opened { open, signals } = desk.opened(id);
            reader(open, signals);
        });
    }

    fn change_by(
        self,
        id: DocumentId,
        edit: &mut dyn FnMut(&mut OpenDocument, &mut Author, u64) -> Option<Changed>,
    ) {
        let now_ms = clock::now_ms();
        self.desk.update_value(|desk| {
            let Some(mut author) = desk.author.take() else {
                return;
            };
            let Opened { open, signals } = desk.opened(id);
            let changed = edit(open, &mut author, now_ms);
            if let Some(changed) = changed {
                signals.refresh(open, &changed);
            }
            desk.author = Some(author);
        });
        self.summarise(id);
        self.update_unsaved();
        self.store_soon();
    }

    fn summarise(self, id: DocumentId) {
        let Some(summary) = self.desk.with_value(|desk| {
            desk.documents
                .get(&id)
                .and_then(|opened| listed(&opened.open))
        }) else {
            return self.other_changes.update(|count| *count += 1);
        };
        self.summaries.update(|summaries| {
            summaries.retain(|known| known.id != id);
            summaries.push(summary);
            sort(summaries);
        });
    }

    pub(super) fn summarise_all(self) {
        let mut summaries: Vec<CvSummary> = self.desk.with_value(|desk| {
            let documents = desk.documents.values();
            documents
                .filter_map(|opened| listed(&opened.open))
                .collect()
        });
        sort(&mut summaries);
        self.summaries.set(summaries);
        self.other_changes.update(|count| *count += 1);
    }
}

impl Default for Workspace {
    fn default() -> Self {
        Self::new()
    }
}

impl Desk {
    pub(super) fn opened(&mut self, id: DocumentId) -> &mut Opened {
        self.documents.entry(id).or_insert_with(|| Opened {
            open: OpenDocument::new(id),
            signals: DocumentSignals::default(),
        })
    }
}

fn sort(summaries: &mut [CvSummary]) {
    sort_short(summaries, |one, other| {
        (other.changed_ms, other.id).cmp(&(one.changed_ms, one.id))
    });
}
