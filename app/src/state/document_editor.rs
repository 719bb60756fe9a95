//! One document being edited, whatever its kind: what is typed becomes an edit when typing pauses, at the
//! latest after a second, and at once when a field or the page is left. Places are paths here; how a kind
//! names its own is in `editor`.

use super::intent::Intent;
use super::open_document::{UndoOutcome, Writer};
use super::signals::{Changed, DocumentSignals, TextSignals};
use super::workspace::Workspace;
use crate::platform::arrival::Arrival;
use crate::platform::{clock, press};
use approdo_document::{Document, DocumentId, ItemView, ListPath, Path, TextState};
use leptos::prelude::*;
use std::time::Duration;

/// Typing that pauses this long becomes an edit.
const PAUSE: Duration = Duration::from_millis(300);
/// Typing without a pause becomes an edit after this long, in milliseconds.
const LONGEST_MS: u64 = 700;

/// One document being edited.
#[derive(Debug, Clone, Copy)]
pub struct DocumentEditor {
    workspace: Workspace,
    id: DocumentId,
    timer: StoredValue<Timer>,
}

/// When what is typed becomes an edit.
#[derive(Debug, Default)]
struct Timer {
    handle: Option<TimeoutHandle>,
    since_ms: Option<u64>,
    /// What follows from a text, such as phrases, moves what is below it.
    _arrival: Option<Arrival>,
}

/// One version of a text in conflict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionShown {
    /// The text.
    pub text: String,
    /// Who wrote it.
    pub writer: Writer,
    /// When, in milliseconds since 1970, as its device believed.
    pub written_ms: u64,
}

impl DocumentEditor {
    /// Opens a document for editing. Its timers end with the caller's scope.
    pub fn new(workspace: Workspace, id: DocumentId) -> Self {
        let editor = Self {
            workspace,
            id,
            timer: StoredValue::new(Timer::default()),
        };
        on_cleanup(move || editor.commit());
        workspace.read(id, |open, signals| {
            signals.refresh(open, &Changed::Anything)
        });
        editor
    }

    /// Returns which document this is.
    pub fn id(self) -> DocumentId {
        self.id
    }

    /// Returns the workspace that has this document and the others.
    pub fn workspace(self) -> Workspace {
        self.workspace
    }

    /// Reads the document as it is, what is only typed excepted.
    pub fn document<T>(self, reader: impl FnOnce(&Document) -> T) -> T {
        self.workspace
            .read(self.id, |open, _| reader(open.document()))
    }

    /// Returns the texts that are only typed.
    pub fn drafts(self) -> Vec<(Path, String)> {
        self.workspace.read(self.id, |open, _| {
            let drafts = open.drafts();
            drafts
                .map(|(path, text)| (path.clone(), text.to_owned()))
                .collect()
        })
    }

    /// Returns one of the signals of the document.
    pub fn signal<T>(self, signal: impl FnOnce(&DocumentSignals) -> T) -> T {
        self.workspace.read(self.id, |_, signals| signal(signals))
    }

    /// Returns the signals of a text.
    pub fn text(self, path: &Path) -> TextSignals {
        self.workspace
            .read(self.id, |open, signals| signals.text(open, path))
    }

    /// Returns the signal of a flag.
    pub fn flag(self, path: &Path) -> ArcRwSignal<bool> {
        self.workspace
            .read(self.id, |open, signals| signals.flag(open, path))
    }

    /// Returns the signal of a list.
    pub fn items(self, list: &ListPath) -> ArcRwSignal<Vec<ItemView>> {
        self.workspace
            .read(self.id, |open, signals| signals.list(open, list))
    }

    /// Returns the versions of a text in conflict, the one shown first.
    pub fn versions(self, path: &Path) -> Vec<VersionShown> {
        self.workspace.read(self.id, |open, _| {
            let versions = open.document().versions(path);
            versions
                .into_iter()
                .map(|version| VersionShown {
                    writer: open.writer(version.operation),
                    written_ms: version.stamp.millis,
                    text: version.text,
                })
                .collect()
        })
    }

    /// Returns what a field shows, what is only typed included.
    pub fn shown(self, path: &Path) -> String {
        self.workspace
            .read(self.id, |open, _| open.shown(path).text)
    }

    /// Takes note of what is typed in a field.
    pub fn type_text(self, path: &Path, text: &str) {
        self.workspace.read(self.id, |open, signals| {
            open.draft(path, text);
            signals.keystrokes.update(|count| *count += 1);
        });
        self.workspace.update_unsaved();
        self.commit_later();
    }

    /// Makes edits of what is typed.
    pub fn commit(self) {
        let timer = self.timer.try_update_value(std::mem::take);
        if let Some(handle) = timer.and_then(|timer| timer.handle) {
            handle.clear();
        }
        let has_drafts = self.workspace.read(self.id, |open, _| open.has_drafts());
        if has_drafts {
            self.workspace.change(self.id, |open, author, now_ms| {
                Some(Changed::Texts(open.commit(author, now_ms)))
            });
        }
    }

    /// Says that the person left a field.
    pub fn leave(self, path: &Path) {
        self.commit();
        let in_conflict = self.workspace.read(self.id, |open, signals| {
            signals.judge(open);
            open.shown(path).state == TextState::Conflict
        });
        if in_conflict {
            self.workspace.change(self.id, |open, _, _| {
                open.left(path);
                Some(Changed::Texts(vec![path.clone()]))
            });
        }
    }

    /// Has what is written next be a step of its own for undo.
    pub fn end_step(self) {
        self.commit();
        self.workspace.read(self.id, |open, _| open.end_step());
    }

    /// Takes back the last thing done here.
    pub fn undo(self) -> UndoOutcome {
        self.take_back(true)
    }

    /// Does again what was last taken back.
    pub fn redo(self) -> UndoOutcome {
        self.take_back(false)
    }

    fn take_back(self, undo: bool) -> UndoOutcome {
        self.commit();
        let mut outcome = UndoOutcome::Nothing;
        self.workspace.change(self.id, |open, author, now_ms| {
            outcome = if undo {
                open.undo(author, now_ms)
            } else {
                open.redo(author, now_ms)
            };
            Some(Changed::Anything)
        });
        outcome
    }

    /// Carries out what the person wants, after what is typed.
    pub fn carry_out(self, intent: Intent) {
        self.commit();
        self.workspace.change(self.id, |open, author, now_ms| {
            open.carry_out(intent, author, now_ms)
                .then_some(Changed::Anything)
        });
    }

    fn commit_later(self) {
        let now_ms = clock::now_ms();
        let due = self.timer.try_update_value(|timer| {
            if let Some(handle) = timer.handle.take() {
                handle.clear();
            }
            let commit = move || press::when_let_go(move || self.commit());
            timer.handle = set_timeout_with_handle(commit, PAUSE).ok();
            timer._arrival.get_or_insert_with(Arrival::begin);
            let since_ms = *timer.since_ms.get_or_insert(now_ms);
            let due = now_ms.saturating_sub(since_ms) >= LONGEST_MS;
            if due {
                timer.since_ms = Some(now_ms);
            }
            due
        });
        if due == Some(true) {
            // After the letter is on screen: the next key press must not wait for it.
            request_animation_frame(move || set_timeout(move || self.commit(), Duration::ZERO));
        }
    }
}
