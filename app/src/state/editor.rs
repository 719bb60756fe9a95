//! One document of a kind being edited: the verbs that all kinds share, in terms of the kind's own
//! places. How edits are made is in `document_editor`.

use super::document_editor::{DocumentEditor, VersionShown};
use super::intent::Intent;
use super::open_document::UndoOutcome;
use super::signals::TextSignals;
use super::workspace::Workspace;
use approdo_document::{Document, DocumentId, Path};
use approdo_domain::FieldKind;
use approdo_domain::check::FindingKey;
use leptos::prelude::*;
use std::hash::Hash;
use std::marker::PhantomData;

/// The places of one kind of document.
pub trait DocumentPlace: Copy + Ord + Hash + Send + Sync + 'static {
    /// Returns the path of the place.
    fn path(self) -> Path;
    /// Returns the place of a path; none for what is no place of this kind.
    fn of_path(path: &Path) -> Option<Self>;
    /// Returns the path of the flag that says whether a piece of advice was put off.
    fn put_off(advice: FindingKey<Self>) -> Path;
    /// Returns what the place holds.
    fn kind(self) -> FieldKind;
}

/// One document being edited, of the kind that has these places.
#[derive(Debug)]
pub struct Editor<P> {
    shared: DocumentEditor,
    places: PhantomData<fn() -> P>,
}

impl<P> Clone for Editor<P> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<P> Copy for Editor<P> {}

impl<P: DocumentPlace> Editor<P> {
    /// Opens a document for editing. Its timers end with the caller's scope.
    pub fn new(workspace: Workspace, id: DocumentId) -> Self {
        Self {
            shared: DocumentEditor::new(workspace, id),
            places: PhantomData,
        }
    }

    /// Returns what documents of all kinds share.
    pub fn shared(self) -> DocumentEditor {
        self.shared
    }

    /// Returns which document this is.
    pub fn id(self) -> DocumentId {
        self.shared.id()
    }

    /// Reads the document as it is, what is only typed excepted.
    pub(super) fn document<T>(self, reader: impl FnOnce(&Document) -> T) -> T {
        self.shared.document(reader)
    }

    /// Returns the workspace that has this document and the others.
    pub(super) fn workspace(self) -> Workspace {
        self.shared.workspace()
    }

    /// Returns the signals of a text.
    pub fn text(self, place: P) -> TextSignals {
        self.shared.text(&place.path())
    }

    /// Returns the signal of a flag.
    pub fn flag(self, place: P) -> ArcRwSignal<bool> {
        self.shared.flag(&place.path())
    }

    /// Returns whether undo and redo have something to do.
    pub fn undo_redo(self) -> ArcRwSignal<(bool, bool)> {
        self.shared.signal(|signals| signals.undo_redo.clone())
    }

    /// Returns a counter of edits, for what depends on more than one place.
    pub fn revision(self) -> ArcRwSignal<u32> {
        self.shared.signal(|signals| signals.revision.clone())
    }

    /// Returns a counter of all changes, each key press included.
    pub fn keystrokes(self) -> ArcRwSignal<u32> {
        self.shared.signal(|signals| signals.keystrokes.clone())
    }

    /// Returns the versions of a text in conflict, the one shown first.
    pub fn versions(self, place: P) -> Vec<VersionShown> {
        self.shared.versions(&place.path())
    }

    /// Returns the places whose versions exclude each other, following them.
    pub fn conflicts(self) -> Vec<P> {
        let conflicts = self.shared.signal(|signals| signals.conflicts.clone());
        conflicts.with(|paths| paths.iter().filter_map(P::of_path).collect())
    }

    /// Returns what a field shows, what is only typed included.
    pub fn shown(self, place: P) -> String {
        self.shared.shown(&place.path())
    }

    /// Takes note of what is typed in a field.
    pub fn type_text(self, place: P, text: &str) {
        self.shared.type_text(&place.path(), text);
    }

    /// Makes edits of what is typed.
    pub fn commit(self) {
        self.shared.commit();
    }

    /// Says that the person left a field.
    pub fn leave(self, place: P) {
        self.shared.leave(&place.path());
    }

    /// Writes a whole text at once, as a select field does.
    pub fn write_text(self, place: P, text: &str) {
        self.type_text(place, text);
        self.commit();
    }

    /// Writes a whole text at once, as a step of its own for undo.
    pub fn write_step(self, place: P, text: &str) {
        self.shared.end_step();
        self.type_text(place, text);
        self.shared.end_step();
    }

    /// Sets or clears a flag.
    pub fn set_flag(self, place: P, flag: bool) {
        let path = place.path();
        self.carry_out(Intent::Flag { path, flag });
    }

    /// Tells whether a piece of advice was put off.
    pub fn is_put_off(self, advice: FindingKey<P>) -> bool {
        let path = P::put_off(advice);
        self.document(|document| document.flag(&path))
    }

    /// Puts a piece of advice off, or takes it up again.
    pub fn put_off(self, advice: FindingKey<P>, flag: bool) {
        let path = P::put_off(advice);
        self.carry_out(Intent::Flag { path, flag });
    }

    /// Settles a conflict with this text.
    pub fn choose(self, place: P, text: &str) {
        let path = place.path();
        let text = text.to_owned();
        self.carry_out(Intent::Choose { path, text });
    }

    /// Settles a conflict with both texts, one after the other.
    pub fn keep_both(self, place: P) {
        let texts: Vec<String> = self
            .versions(place)
            .into_iter()
            .map(|version| version.text)
            .filter(|text| !text.trim().is_empty())
            .collect();
        let between = match place.kind() {
            FieldKind::Paragraphs => "\n",
            _ => " / ",
        };
        self.choose(place, &texts.join(between));
    }

    /// Takes back the last thing done here.
    pub fn undo(self) -> UndoOutcome {
        self.shared.undo()
    }

    /// Does again what was last taken back.
    pub fn redo(self) -> UndoOutcome {
        self.shared.redo()
    }

    /// Carries out what the person wants, after what is typed.
    pub(super) fn carry_out(self, intent: Intent) {
        self.shared.carry_out(intent);
    }
}
