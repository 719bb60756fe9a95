//! The signals of one open document: one for each place that is on screen, made when it is first asked
//! for, so that typing in one field wakes nothing else.

use super::open_document::OpenDocument;
use approdo_document::{Document, ItemView, ListPath, Path, TextState, project_cv};
use approdo_domain::{Finding, validate};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// A text as its field shows it.
#[derive(Debug, Clone)]
pub struct TextSignals {
    /// The text.
    pub text: ArcRwSignal<String>,
    /// How it came about.
    pub state: ArcRwSignal<TextState>,
}

/// What of a document may have changed.
#[derive(Debug, Clone)]
pub enum Changed {
    /// The texts at these places.
    Texts(Vec<Path>),
    /// Anything.
    Anything,
}

/// All signals of one document.
#[derive(Debug, Default)]
pub struct DocumentSignals {
    texts: BTreeMap<Path, TextSignals>,
    flags: BTreeMap<Path, ArcRwSignal<bool>>,
    lists: BTreeMap<ListPath, ArcRwSignal<Vec<ItemView>>>,
    /// Whether undo and redo have something to do.
    pub undo_redo: ArcRwSignal<(bool, bool)>,
    /// What is marked at the fields of a CV. It follows when a field is left, not at each pause in typing.
    pub findings: ArcRwSignal<Vec<Finding>>,
    /// Counts the times that what is to be marked was looked at anew.
    pub judged: ArcRwSignal<u32>,
    /// The places whose versions exclude each other.
    pub conflicts: ArcRwSignal<Vec<Path>>,
    /// Counts changes of anything but what is only typed.
    pub revision: ArcRwSignal<u32>,
    /// Counts every change, each key press included.
    pub keystrokes: ArcRwSignal<u32>,
}

impl DocumentSignals {
    /// Returns the signals of a text.
    pub fn text(&mut self, open: &OpenDocument, path: &Path) -> TextSignals {
        let make = || {
            let shown = open.shown(path);
            TextSignals {
                text: ArcRwSignal::new(shown.text),
                state: ArcRwSignal::new(shown.state),
            }
        };
        self.texts.entry(path.clone()).or_insert_with(make).clone()
    }

    /// Returns the signal of a flag.
    pub fn flag(&mut self, open: &OpenDocument, path: &Path) -> ArcRwSignal<bool> {
        let make = || ArcRwSignal::new(open.document().flag(path));
        self.flags.entry(path.clone()).or_insert_with(make).clone()
    }

    /// Returns the signal of a list.
    pub fn list(&mut self, open: &OpenDocument, list: &ListPath) -> ArcRwSignal<Vec<ItemView>> {
        let make = || ArcRwSignal::new(open.document().items(list));
        self.lists.entry(list.clone()).or_insert_with(make).clone()
    }

    /// Brings the signals in line with the document.
    pub fn refresh(&self, open: &OpenDocument, changed: &Changed) {
        match changed {
            Changed::Texts(paths) => {
                for path in paths {
                    self.refresh_text(open, path);
                }
            }
            Changed::Anything => self.refresh_all(open),
        }
        set_if_different(&self.undo_redo, open.can_undo_redo());
        self.revision.update(|revision| *revision += 1);
        self.keystrokes.update(|count| *count += 1);
    }

    /// Marks anew what is to be marked.
    pub fn judge(&self, open: &OpenDocument) {
        set_if_different(&self.findings, findings(open.document()));
        self.judged.update(|count| *count += 1);
    }

    fn refresh_all(&self, open: &OpenDocument) {
        for path in self.texts.keys() {
            self.refresh_text(open, path);
        }
        for (path, flag) in &self.flags {
            set_if_different(flag, open.document().flag(path));
        }
        for (list, items) in &self.lists {
            set_if_different(items, open.document().items(list));
        }
        set_if_different(&self.conflicts, open.document().conflicts());
        self.judge(open);
    }

    fn refresh_text(&self, open: &OpenDocument, path: &Path) {
        if let Some(signals) = self.texts.get(path) {
            let shown = open.shown(path);
            set_if_different(&signals.text, shown.text);
            set_if_different(&signals.state, shown.state);
        }
    }
}

/// Returns what is marked at the fields of a CV.
fn findings(document: &Document) -> Vec<Finding> {
    if document.is_of_other_kind() {
        return Vec::new();
    }
    validate(&project_cv(document))
}

/// Sets a signal only if that changes it, so that nothing is drawn again for nothing.
pub fn set_if_different<T: PartialEq + Send + Sync + 'static>(signal: &ArcRwSignal<T>, value: T) {
    if signal.with_untracked(|present| *present != value) {
        signal.set(value);
    }
}
