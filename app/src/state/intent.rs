//! What a person wants done to a document, in terms that can be carried out again on a fresher
//! picture of it. How operations are minted is in `approdo-document`.

use approdo_document::{
    Attachment, Author, Change, Document, ItemPath, ListPath, Operation, OperationId, Path, Step,
    Version, attach,
};
use approdo_domain::{Cv, Heading, ItemId};

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Intent {
    /// Write a text. In a conflict only the version `over` is written on: typing settles nothing.
    Text {
        /// Where.
        path: Path,
        /// What.
        text: String,
        /// The version it continues, if the place is in conflict.
        over: Option<OperationId>,
    },
    /// Settle a conflict with this text.
    Choose {
        /// Where.
        path: Path,
        /// What.
        text: String,
    },
    /// Set or clear a flag.
    Flag {
        /// Where.
        path: Path,
        /// What it becomes.
        flag: bool,
    },
    /// Add an item.
    Add {
        /// To which list.
        list: ListPath,
        /// Which.
        item: ItemId,
        /// At which position, counted from zero.
        position: usize,
    },
    /// Put a file beside the document.
    Attach {
        /// Which.
        attachment: Attachment,
    },
    /// Move an item.
    Move {
        /// In which list.
        list: ListPath,
        /// Which.
        item: ItemId,
        /// To which position, counted from zero.
        position: usize,
    },
    /// Move a heading of a CV.
    MoveHeading {
        /// Which.
        heading: Heading,
        /// To which position, counted from zero.
        position: usize,
    },
    /// Write a whole CV into a document of its own.
    Whole {
        /// The CV.
        cv: Box<Cv>,
    },
    /// Delete an item.
    Delete {
        /// Which.
        item: ItemPath,
    },
    /// Bring an item back, or confirm that it stays.
    Restore {
        /// Which.
        item: ItemPath,
    },
    /// Begin a document with operations that were made for it.
    Begin {
        /// All of them.
        operations: Vec<Operation>,
    },
    /// Do several things as one: they are stored, and taken back, together.
    Together(Vec<Intent>),
}

impl Intent {
    /// Makes the operations; none if nothing would change.
    pub fn mint(&self, document: &Document, author: &mut Author, now_ms: u64) -> Option<Change> {
        match self {
            Self::Text { path, text, over } => {
                mint_text(document, author, path, text, *over, now_ms)
            }
            Self::Choose { path, text } => author.choose(document, path, text, now_ms),
            Self::Flag { path, flag } => author.set_flag(document, path, *flag, now_ms),
            Self::Add {
                list,
                item,
                position,
            } => Some(author.add_item(document, list, *item, *position, now_ms)),
            Self::Attach { attachment } => Some(attach(author, document, attachment, now_ms)),
            Self::Move {
                list,
                item,
                position,
            } => author.move_item(document, list, *item, *position, now_ms),
            Self::MoveHeading { heading, position } => {
                author.move_heading(document, *heading, *position, now_ms)
            }
            Self::Whole { cv } => Some(author.write_cv(document, cv, now_ms)),
            Self::Delete { item } => Some(author.delete_item(document, item, now_ms)),
            Self::Restore { item } => Some(author.restore_item(document, item, now_ms)),
            Self::Begin { operations } => Some(Change {
                operations: operations.clone(),
                ..Change::default()
            }),
            Self::Together(intents) => mint_together(document, author, intents, now_ms),
        }
    }

    /// Reads back what a step did, so that an undo can be carried out again.
    pub fn of_step(step: &Step) -> Intent {
        match step.clone() {
            Step::Text { path, after, .. } => Self::Choose { path, text: after },
            Step::Flag { path, after } => Self::Flag { path, flag: after },
            Step::Added { item } => Self::Restore { item },
            Step::Deleted { item } => Self::Delete { item },
            Step::Moved {
                list, item, after, ..
            } => Self::Move {
                list,
                item,
                position: after,
            },
            Step::HeadingMoved { heading, after, .. } => Self::MoveHeading {
                heading,
                position: after,
            },
            Step::Together(steps) => Self::Together(steps.iter().map(Self::of_step).collect()),
        }
    }

    /// Prepares the picture on which this is carried out again: what others wrote at the same
    /// place since `seen` stays beside it instead of being replaced unseen.
    pub fn without_unseen(&self, fresh: &Document, seen: &Document, author: &Author) -> Document {
        let mut picture = fresh.clone();
        if let Self::Together(intents) = self {
            for intent in intents {
                picture = intent.without_unseen(&picture, seen, author);
            }
        }
        let (Self::Text { path, .. } | Self::Choose { path, .. }) = self else {
            return picture;
        };
        let unseen = |version: &Version| {
            version.operation.writer != author.writer() && !seen.contains(version.operation)
        };
        withdraw_while(&mut picture, path, unseen);
        picture
    }
}

fn mint_together(
    document: &Document,
    author: &mut Author,
    intents: &[Intent],
    now_ms: u64,
) -> Option<Change> {
    let mut picture = document.clone();
    // Nothing is folded: what it replaces stays in the history, though it was typed just now.
    let ids: Vec<OperationId> = picture.heads().collect();
    picture.mark_offered(ids);
    let mut whole = Change::default();
    for intent in intents {
        if let Some(change) = intent.mint(&picture, author, now_ms) {
            picture.apply(&change);
            whole.then(change);
        }
    }
    let is_change = !whole.operations.is_empty();
    is_change.then(|| whole.as_one_step())
}

fn mint_text(
    document: &Document,
    author: &mut Author,
    path: &Path,
    text: &str,
    over: Option<OperationId>,
    now_ms: u64,
) -> Option<Change> {
    let continued = over.filter(|over| {
        let versions = document.versions(path);
        versions.len() > 1 && versions.iter().any(|version| version.operation == *over)
    });
    match continued {
        None => author.set_text(document, path, text, now_ms),
        Some(over) => {
            let mut picture = document.clone();
            withdraw_while(&mut picture, path, |version| version.operation != over);
            author.set_text(&picture, path, text, now_ms)
        }
    }
}

/// Takes versions out of a picture until none of the current ones is unwanted.
fn withdraw_while(document: &mut Document, path: &Path, unwanted: impl Fn(&Version) -> bool) {
    loop {
        let versions = document.versions(path);
        let mut withdrawn = false;
        for version in versions.iter().filter(|version| unwanted(version)) {
            document.withdraw(version.operation);
            withdrawn = true;
        }
        if !withdrawn {
            return;
        }
    }
}
