//! One CV being edited: the verbs of the editor. What is typed becomes an edit when typing pauses,
//! at the latest after a second, and at once when a field or the page is left.

use super::client::use_client;
use super::intent::Intent;
use super::open_document::{UndoOutcome, Writer};
use super::signals::{Changed, TextSignals};
use super::workspace::Workspace;
use crate::platform::arrival::Arrival;
use crate::platform::{clock, press, random};
use approdo_document::{Document, DocumentId, ItemView, cv_paths, project_cv};
use approdo_domain::check::FindingKey;
use approdo_domain::{Cv, CvPlace, Finding, Heading, ItemId, Section};
use leptos::prelude::*;
use std::time::Duration;

/// Typing that pauses this long becomes an edit.
const PAUSE: Duration = Duration::from_millis(300);
/// Typing without a pause becomes an edit after this long, in milliseconds.
const LONGEST_MS: u64 = 700;

/// One CV being edited.
#[derive(Debug, Clone, Copy)]
pub struct CvEditor {
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

impl CvEditor {
    /// Opens a CV for editing. Its timers end with the caller's scope.
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

    /// Returns which CV this is.
    pub fn id(self) -> DocumentId {
        self.id
    }

    /// Returns the workspace that has this CV and the others.
    pub(super) fn workspace(self) -> Workspace {
        self.workspace
    }

    /// Reads the document as it is, what is only typed excepted.
    pub(super) fn document<T>(self, reader: impl FnOnce(&Document) -> T) -> T {
        self.workspace
            .read(self.id, |open, _| reader(open.document()))
    }

    /// Returns the signals of a text.
    pub fn text(self, place: CvPlace) -> TextSignals {
        self.workspace
            .read(self.id, |open, signals| signals.text(open, place))
    }

    /// Returns the signal of a flag.
    pub fn flag(self, place: CvPlace) -> ArcRwSignal<bool> {
        self.workspace
            .read(self.id, |open, signals| signals.flag(open, place))
    }

    /// Returns the signal of a list.
    pub fn items(self, section: Section) -> ArcRwSignal<Vec<ItemView>> {
        self.workspace
            .read(self.id, |open, signals| signals.list(open, section))
    }

    /// Returns whether undo and redo have something to do.
    pub fn undo_redo(self) -> ArcRwSignal<(bool, bool)> {
        self.workspace
            .read(self.id, |_, signals| signals.undo_redo.clone())
    }

    /// Returns what is marked at fields.
    pub fn findings(self) -> ArcRwSignal<Vec<Finding>> {
        self.workspace
            .read(self.id, |_, signals| signals.findings.clone())
    }

    /// Returns a counter of edits, for what depends on more than one place.
    pub fn revision(self) -> ArcRwSignal<u32> {
        self.workspace
            .read(self.id, |_, signals| signals.revision.clone())
    }

    /// Returns a counter of all changes, each key press included.
    pub fn keystrokes(self) -> ArcRwSignal<u32> {
        self.workspace
            .read(self.id, |_, signals| signals.keystrokes.clone())
    }

    /// Returns the versions of a text in conflict, the one shown first.
    pub fn versions(self, place: CvPlace) -> Vec<VersionShown> {
        self.workspace.read(self.id, |open, _| {
            let versions = open.document().versions(&cv_paths::path(place));
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

    /// Returns the places whose versions exclude each other.
    pub fn conflicts(self) -> ArcRwSignal<Vec<CvPlace>> {
        self.workspace
            .read(self.id, |_, signals| signals.conflicts.clone())
    }

    /// Returns what a field shows, what is only typed included.
    pub fn shown(self, place: CvPlace) -> String {
        let path = cv_paths::path(place);
        self.workspace
            .read(self.id, |open, _| open.shown(&path).text)
    }

    /// Returns the CV as it is on screen, what is only typed included.
    pub fn cv(self) -> Cv {
        self.workspace.read(self.id, |open, _| {
            let mut cv = project_cv(open.document());
            for (path, text) in open.drafts() {
                if let Some(place) = cv_paths::place(path) {
                    cv.set_text(place, text);
                }
            }
            cv
        })
    }

    /// Returns what goes out of the CV: the only way to the pages, the PDF and other files.
    pub fn cv_to_send(self) -> Cv {
        self.cv()
            .for_export(use_client().export_choices.of(self.id))
    }

    /// Takes note of what is typed in a field.
    pub fn type_text(self, place: CvPlace, text: &str) {
        self.workspace.read(self.id, |open, signals| {
            open.draft(&cv_paths::path(place), text);
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
    pub fn leave(self, place: CvPlace) {
        self.commit();
        let path = cv_paths::path(place);
        let in_conflict = self.workspace.read(self.id, |open, signals| {
            signals.judge(open);
            open.shown(&path).state == approdo_document::TextState::Conflict
        });
        if in_conflict {
            self.workspace.change(self.id, |open, _, _| {
                open.left(&path);
                Some(Changed::Texts(vec![path]))
            });
        }
    }

    /// Writes a whole text at once, as a select field does.
    pub fn write_text(self, place: CvPlace, text: &str) {
        self.type_text(place, text);
        self.commit();
    }

    /// Writes a whole text at once, as a step of its own for undo.
    pub fn write_step(self, place: CvPlace, text: &str) {
        self.commit();
        self.workspace.read(self.id, |open, _| open.end_step());
        self.write_text(place, text);
        self.workspace.read(self.id, |open, _| open.end_step());
    }

    /// Sets or clears a flag.
    pub fn set_flag(self, place: CvPlace, flag: bool) {
        let path = cv_paths::path(place);
        self.carry_out(Intent::Flag { path, flag });
    }

    /// Tells whether a piece of advice was put off.
    pub fn is_put_off(self, advice: FindingKey) -> bool {
        let path = cv_paths::put_off(advice);
        self.workspace
            .read(self.id, |open, _| open.document().flag(&path))
    }

    /// Puts a piece of advice off, or takes it up again.
    pub fn put_off(self, advice: FindingKey, flag: bool) {
        let path = cv_paths::put_off(advice);
        self.carry_out(Intent::Flag { path, flag });
    }

    /// Settles a conflict with this text.
    pub fn choose(self, place: CvPlace, text: &str) {
        let path = cv_paths::path(place);
        let text = text.to_owned();
        self.carry_out(Intent::Choose { path, text });
    }

    /// Settles a conflict with both texts, one after the other.
    pub fn keep_both(self, place: CvPlace) {
        let texts: Vec<String> = self
            .versions(place)
            .into_iter()
            .map(|version| version.text)
            .filter(|text| !text.trim().is_empty())
            .collect();
        let between = if place.is_long_text() { "\n" } else { " / " };
        self.choose(place, &texts.join(between));
    }

    /// Adds an entry: experience and education at the top, since the newest comes first.
    pub fn add_entry(self, section: Section) -> ItemId {
        let position = match section {
            Section::Experience | Section::Education => 0,
            _ => usize::MAX,
        };
        self.add_entry_at(section, position)
    }

    /// Adds an entry after all others.
    pub fn append_entry(self, section: Section) -> ItemId {
        self.add_entry_at(section, usize::MAX)
    }

    fn add_entry_at(self, section: Section, position: usize) -> ItemId {
        let item = ItemId(u64::from_be_bytes(random::bytes()));
        self.carry_out(Intent::Add {
            list: cv_paths::list(section),
            item,
            position,
        });
        item
    }

    /// Moves an entry.
    pub fn move_entry(self, section: Section, item: ItemId, position: usize) {
        self.carry_out(Intent::Move {
            list: cv_paths::list(section),
            item,
            position,
        });
    }

    /// Moves a heading among all headings.
    pub fn move_heading(self, heading: Heading, position: usize) {
        self.carry_out(Intent::MoveHeading { heading, position });
    }

    /// Deletes an entry.
    pub fn delete_entry(self, section: Section, item: ItemId) {
        let item = cv_paths::entry(section, item);
        self.carry_out(Intent::Delete { item });
    }

    /// Brings an entry back, or confirms that it stays.
    pub fn restore_entry(self, section: Section, item: ItemId) {
        let item = cv_paths::entry(section, item);
        self.carry_out(Intent::Restore { item });
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

    pub(super) fn carry_out(self, intent: Intent) {
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
