//! The signals of one open CV: one for each place that is on screen, made when it is first asked
//! for, so that typing in one field wakes nothing else.

use super::open_document::OpenDocument;
use approdo_document::{ItemView, Path, TextState, cv_paths, project_cv};
use approdo_domain::{CvPlace, Finding, Section, validate};
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

/// All signals of one CV.
#[derive(Debug, Default)]
pub struct CvSignals {
    texts: BTreeMap<CvPlace, TextSignals>,
    flags: BTreeMap<CvPlace, ArcRwSignal<bool>>,
    lists: BTreeMap<Section, ArcRwSignal<Vec<ItemView>>>,
    /// Whether undo and redo have something to do.
    pub undo_redo: ArcRwSignal<(bool, bool)>,
    /// What is marked at fields. It follows when a field is left, not at each pause in typing.
    pub findings: ArcRwSignal<Vec<Finding>>,
    /// The places whose versions exclude each other.
    pub conflicts: ArcRwSignal<Vec<CvPlace>>,
    /// Counts changes of anything but what is only typed.
    pub revision: ArcRwSignal<u32>,
    /// Counts every change, each key press included.
    pub keystrokes: ArcRwSignal<u32>,
}

impl CvSignals {
    /// Returns the signals of a text.
    pub fn text(&mut self, open: &OpenDocument, place: CvPlace) -> TextSignals {
        let make = || {
            let shown = open.shown(&cv_paths::path(place));
            TextSignals {
                text: ArcRwSignal::new(shown.text),
                state: ArcRwSignal::new(shown.state),
            }
        };
        self.texts.entry(place).or_insert_with(make).clone()
    }

    /// Returns the signal of a flag.
    pub fn flag(&mut self, open: &OpenDocument, place: CvPlace) -> ArcRwSignal<bool> {
        let make = || ArcRwSignal::new(open.document().flag(&cv_paths::path(place)));
        self.flags.entry(place).or_insert_with(make).clone()
    }

    /// Returns the signal of a list.
    pub fn list(&mut self, open: &OpenDocument, section: Section) -> ArcRwSignal<Vec<ItemView>> {
        let make = || ArcRwSignal::new(open.document().items(&cv_paths::list(section)));
        self.lists.entry(section).or_insert_with(make).clone()
    }

    /// Brings the signals in line with the document.
    pub fn refresh(&self, open: &OpenDocument, changed: &Changed) {
        match changed {
            Changed::Texts(paths) => {
                for place in paths.iter().filter_map(cv_paths::place) {
                    self.refresh_text(open, place);
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
        set_if_different(&self.findings, validate(&project_cv(open.document())));
    }

    fn refresh_all(&self, open: &OpenDocument) {
        for place in self.texts.keys() {
            self.refresh_text(open, *place);
        }
        for (place, flag) in &self.flags {
            set_if_different(flag, open.document().flag(&cv_paths::path(*place)));
        }
        for (section, list) in &self.lists {
            set_if_different(list, open.document().items(&cv_paths::list(*section)));
        }
        let conflicts = open.document().conflicts();
        let conflicts = conflicts.iter().filter_map(cv_paths::place).collect();
        set_if_different(&self.conflicts, conflicts);
        self.judge(open);
    }

    fn refresh_text(&self, open: &OpenDocument, place: CvPlace) {
        if let Some(signals) = self.texts.get(&place) {
            let shown = open.shown(&cv_paths::path(place));
            set_if_different(&signals.text, shown.text);
            set_if_different(&signals.state, shown.state);
        }
    }
}

/// Sets a signal only if that changes it, so that nothing is drawn again for nothing.
pub fn set_if_different<T: PartialEq + Send + Sync + 'static>(signal: &ArcRwSignal<T>, value: T) {
    if signal.with_untracked(|present| *present != value) {
        signal.set(value);
    }
}
