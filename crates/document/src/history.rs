//! Undo and redo of one tab's own steps. Undoing is a new edit: it never takes back what somebody
//! else wrote.

use crate::author::{Author, Change};
use crate::document::Document;
use crate::path::ItemPath;
use crate::register::Register;
use crate::steps::Step;
use crate::text_merge::merge_texts;
use crate::views::TextState;

/// Typing in one place within this time is one step, in milliseconds.
const ONE_STEP_MS: u64 = 1_500;
/// Steps kept.
const MOST_STEPS: usize = 200;

/// What this tab's person did, and took back.
#[derive(Debug, Clone, Default)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
    /// When the step that typing may still go on with was last recorded.
    last_recorded_ms: Option<u64>,
}

/// What undoing or redoing comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Undone {
    /// An edit to store.
    Change(Change),
    /// Somebody changed the same words or item since: nothing was changed, the person is told.
    Overlap(Step),
    /// There is nothing left to take back.
    Nothing,
}

impl History {
    /// Takes note of what the person did. Whatever was undone before can no longer be redone.
    pub fn record(&mut self, steps: &[Step], now_ms: u64) {
        self.undone.clear();
        let goes_on = self
            .last_recorded_ms
            .is_some_and(|last| now_ms.saturating_sub(last) <= ONE_STEP_MS);
        for step in steps {
            if !goes_on || !continues(self.done.last_mut(), step) {
                self.done.push(step.clone());
            }
        }
        if self.done.len() > MOST_STEPS {
            self.done.remove(0);
        }
        self.last_recorded_ms = Some(now_ms);
    }

    /// Ends the present step: what is typed next is another one, however soon it comes.
    pub fn end_step(&mut self) {
        self.last_recorded_ms = None;
    }

    /// Tells whether there is something to undo.
    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Tells whether there is something to redo.
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// Takes back the last step.
    pub fn undo(&mut self, document: &Document, author: &mut Author, now_ms: u64) -> Undone {
        take_back(&mut self.done, &mut self.undone, document, author, now_ms)
    }

    /// Does again what was last taken back.
    pub fn redo(&mut self, document: &Document, author: &mut Author, now_ms: u64) -> Undone {
        take_back(&mut self.undone, &mut self.done, document, author, now_ms)
    }
}

/// Joins typing that goes on where the last step ended; tells whether it did.
fn continues(last: Option<&mut Step>, step: &Step) -> bool {
    match (last, step) {
        (
            Some(Step::Text {
                path: last_path,
                after: last_after,
                ..
            }),
            Step::Text {
                path,
                before,
                after,
            },
        ) if last_path == path && last_after == before => {
            last_after.clone_from(after);
            true
        }
        _ => false,
    }
}

fn take_back(
    from: &mut Vec<Step>,
    to: &mut Vec<Step>,
    document: &Document,
    author: &mut Author,
    now_ms: u64,
) -> Undone {
    while let Some(step) = from.pop() {
        match reverse(&step, document, author, now_ms) {
            Reversal::Change(change) => {
                to.push(step.reversed());
                return Undone::Change(change);
            }
            Reversal::Overlap => return Undone::Overlap(step),
            Reversal::AlreadySo => {}
        }
    }
    Undone::Nothing
}

enum Reversal {
    Change(Change),
    Overlap,
    AlreadySo,
}

impl From<Option<Change>> for Reversal {
    fn from(change: Option<Change>) -> Self {
        change.map_or(Reversal::AlreadySo, Reversal::Change)
    }
}

fn reverse(step: &Step, document: &Document, author: &mut Author, now_ms: u64) -> Reversal {
    match step {
        Step::Text {
            path,
            before,
            after,
        } => {
            let current = document.text(path);
            if current.state == TextState::Conflict {
                return Reversal::Overlap;
            }
            match merge_texts(after, &[before, &current.text]) {
                Some(text) => author.set_text(document, path, &text, now_ms).into(),
                None => Reversal::Overlap,
            }
        }
        Step::Flag { path, after } => author.set_flag(document, path, !after, now_ms).into(),
        Step::Added { item } => {
            if has_foreign_heads(document, item, author) {
                return Reversal::Overlap;
            }
            Reversal::Change(author.delete_item(document, item, now_ms))
        }
        Step::Deleted { item } => Reversal::Change(author.restore_item(document, item, now_ms)),
        Step::Moved {
            list, item, before, ..
        } => author
            .move_item(document, list, *item, *before, now_ms)
            .into(),
        Step::HeadingMoved {
            heading, before, ..
        } => author
            .move_heading(document, *heading, *before, now_ms)
            .into(),
        Step::Together(steps) => reverse_together(steps, document, author, now_ms),
    }
}

/// All of it or nothing: half a version would be one that nobody ever wrote.
fn reverse_together(
    steps: &[Step],
    document: &Document,
    author: &mut Author,
    now_ms: u64,
) -> Reversal {
    let mut picture = document.clone();
    let mut whole = Change::default();
    for step in steps.iter().rev() {
        match reverse(step, &picture, author, now_ms) {
            Reversal::Change(change) => {
                picture.apply(&change);
                whole.then(change);
            }
            Reversal::Overlap => return Reversal::Overlap,
            Reversal::AlreadySo => {}
        }
    }
    let is_change = !whole.operations.is_empty();
    is_change.then(|| whole.as_one_step()).into()
}

/// Tells whether somebody else, or this person elsewhere, wrote in the item.
fn has_foreign_heads(document: &Document, item: &ItemPath, author: &Author) -> bool {
    document
        .registers_under(&item.0)
        .flat_map(|(_, register)| Register::heads(register))
        .any(|head| head.operation.id.writer != author.writer())
}
