//! One document while it is open: what is typed but not yet an edit, edits on their way to the
//! store, undo. Pure: time, randomness, storage and signals belong to the callers.
//!
//! Taking in what other tabs and devices wrote is in `reconcile`.

use super::intent::Intent;
use approdo_document::{
    Author, Change, Document, DocumentId, History, OperationId, Path, SpaceId, TextState, Undone,
};
use approdo_sync::store::LocalEdit;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// A text that is typed and not yet an edit.
#[derive(Debug, Clone)]
struct Draft {
    text: String,
    over: Option<OperationId>,
}

/// An edit on its way to the store.
#[derive(Debug, Clone)]
pub(super) struct Queued {
    pub(super) intent: Intent,
    pub(super) change: Change,
}

/// Who wrote an operation, as far as this device knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Writer {
    /// This person, on this device.
    Here,
    /// This person, on the device of that name.
    Device(String),
    /// Somebody else.
    Other,
}

/// A document, its unsaved work and its undo history.
#[derive(Debug, Clone)]
pub struct OpenDocument {
    pub(super) document: Document,
    pub(super) history: History,
    drafts: BTreeMap<Path, Draft>,
    /// In a conflict: the version this tab's person is writing on.
    writing_on: BTreeMap<Path, OperationId>,
    pub(super) queue: VecDeque<Queued>,
    pub(super) writers: BTreeMap<OperationId, Writer>,
    /// Edits that a version rests on: no later one takes their place.
    pub(super) sealed: BTreeSet<OperationId>,
}

/// A text as its field shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownText {
    /// The text.
    pub text: String,
    /// How it came about.
    pub state: TextState,
}

/// What undo or redo came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UndoOutcome {
    /// Something was taken back.
    Done,
    /// The same words changed in the meantime: nothing was taken back.
    Overlap,
    /// There was nothing to take back.
    Nothing,
}

impl OpenDocument {
    /// Makes a document with nothing in it, in a space of its own.
    pub fn new(id: DocumentId) -> Self {
        Self {
            document: Document::new(id, SpaceId::of_document(id)),
            history: History::default(),
            drafts: BTreeMap::new(),
            writing_on: BTreeMap::new(),
            queue: VecDeque::new(),
            writers: BTreeMap::new(),
            sealed: BTreeSet::new(),
        }
    }

    /// Returns the document without what is only typed.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// Has the document as it is now stay a version that can be computed again: what is written next takes
    /// the place of nothing, however soon it follows.
    pub fn seal(&mut self) {
        self.sealed.extend(self.document.heads());
        self.keep_sealed();
    }

    pub(super) fn keep_sealed(&mut self) {
        self.document.mark_offered(self.sealed.iter().copied());
    }

    /// Tells whether something is not yet in the store.
    pub fn has_unsaved(&self) -> bool {
        !self.drafts.is_empty() || !self.queue.is_empty()
    }

    /// Tells whether something is typed and not yet an edit.
    pub fn has_drafts(&self) -> bool {
        !self.drafts.is_empty()
    }

    /// Returns the texts that are only typed, for a preview that shows them.
    pub fn drafts(&self) -> impl Iterator<Item = (&Path, &str)> {
        self.drafts
            .iter()
            .map(|(path, draft)| (path, draft.text.as_str()))
    }

    /// Returns who wrote an operation.
    pub fn writer(&self, operation: OperationId) -> Writer {
        let known = self.writers.get(&operation).cloned();
        known.unwrap_or(Writer::Here)
    }

    /// Returns what a field shows: in a conflict, the version the person is writing on.
    pub fn shown(&self, path: &Path) -> ShownText {
        let view = self.document.text(path);
        let typed = self.drafts.get(path).map(|draft| draft.text.clone());
        let own = || {
            let operation = *self.writing_on.get(path)?;
            let versions = self.document.versions(path);
            let own = versions
                .into_iter()
                .find(|version| version.operation == operation)?;
            Some(own.text)
        };
        let text = match view.state {
            TextState::Conflict => typed.or_else(own),
            _ => typed,
        };
        ShownText {
            text: text.unwrap_or(view.text),
            state: view.state,
        }
    }

    /// Takes note of what is typed in a field.
    pub fn draft(&mut self, path: &Path, text: &str) {
        if let Some(draft) = self.drafts.get_mut(path) {
            text.clone_into(&mut draft.text);
            return;
        }
        let over = self.version_written_on(path);
        let text = text.to_owned();
        self.drafts.insert(path.clone(), Draft { text, over });
    }

    /// Says that the person left a field: a conflict there shows its latest version again.
    pub fn left(&mut self, path: &Path) {
        self.writing_on.remove(path);
    }

    /// Makes edits of all that is typed; returns where.
    pub fn commit(&mut self, author: &mut Author, now_ms: u64) -> Vec<Path> {
        let drafts = std::mem::take(&mut self.drafts);
        let mut paths = Vec::new();
        for (path, Draft { text, over }) in drafts {
            let intent = Intent::Text {
                path: path.clone(),
                text,
                over,
            };
            let before = self.queue.len();
            self.carry_out(intent, author, now_ms);
            if self.queue.len() > before
                && let Some(operation) = self.queue.back().and_then(Queued::last_operation)
            {
                self.writing_on.insert(path.clone(), operation);
            }
            paths.push(path);
        }
        paths
    }

    /// Carries out what the person wants; tells whether anything changed.
    pub fn carry_out(&mut self, intent: Intent, author: &mut Author, now_ms: u64) -> bool {
        let Some(change) = intent.mint(&self.document, author, now_ms) else {
            return false;
        };
        self.document.apply(&change);
        self.history.record(&change.steps, now_ms);
        self.queue.push_back(Queued { intent, change });
        true
    }

    /// Has what is typed next be a step of its own for undo.
    pub fn end_step(&mut self) {
        self.history.end_step();
    }

    /// Takes back the last thing done in this tab.
    pub fn undo(&mut self, author: &mut Author, now_ms: u64) -> UndoOutcome {
        let undone = self.history.undo(&self.document, author, now_ms);
        self.take_back(undone)
    }

    /// Does again what was last taken back.
    pub fn redo(&mut self, author: &mut Author, now_ms: u64) -> UndoOutcome {
        let redone = self.history.redo(&self.document, author, now_ms);
        self.take_back(redone)
    }

    /// Tells whether undo and redo have something to do.
    pub fn can_undo_redo(&self) -> (bool, bool) {
        (self.history.can_undo(), self.history.can_redo())
    }

    /// Returns the next edit to store.
    pub fn next_edit(&self) -> Option<LocalEdit> {
        self.queue.front().map(|queued| LocalEdit {
            operations: queued.change.operations.clone(),
            folds: queued.change.folds.clone(),
        })
    }

    /// Says that the edit last returned by `next_edit` is durable.
    pub fn edit_saved(&mut self) {
        self.queue.pop_front();
    }

    fn version_written_on(&self, path: &Path) -> Option<OperationId> {
        if self.document.text(path).state != TextState::Conflict {
            return None;
        }
        let versions = self.document.versions(path);
        let own = self.writing_on.get(path).copied();
        own.filter(|own| versions.iter().any(|version| version.operation == *own))
            .or_else(|| versions.first().map(|version| version.operation))
    }

    fn take_back(&mut self, undone: Undone) -> UndoOutcome {
        match undone {
            Undone::Change(change) => {
                self.document.apply(&change);
                if let Some(intent) = change.steps.first().map(Intent::of_step) {
                    self.queue.push_back(Queued { intent, change });
                }
                UndoOutcome::Done
            }
            Undone::Overlap(_) => UndoOutcome::Overlap,
            Undone::Nothing => UndoOutcome::Nothing,
        }
    }
}

impl Queued {
    fn last_operation(&self) -> Option<OperationId> {
        self.change.operations.last().map(|operation| operation.id)
    }
}
