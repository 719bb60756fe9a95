//! What a person did, in terms that can be undone.

use crate::path::{ItemPath, ListPath, Path};
use approdo_domain::{Heading, ItemId};

/// One thing the person did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Wrote a text.
    Text {
        /// Where.
        path: Path,
        /// What was shown before.
        before: String,
        /// What was written.
        after: String,
    },
    /// Set or cleared a flag.
    Flag {
        /// Where.
        path: Path,
        /// What it became; before, it was the other.
        after: bool,
    },
    /// Added an item, or brought it back.
    Added {
        /// Which.
        item: ItemPath,
    },
    /// Deleted an item.
    Deleted {
        /// Which.
        item: ItemPath,
    },
    /// Moved an item.
    Moved {
        /// In which list.
        list: ListPath,
        /// Which.
        item: ItemId,
        /// From which position.
        before: usize,
        /// To which position.
        after: usize,
    },
    /// Moved a heading of a CV.
    HeadingMoved {
        /// Which.
        heading: Heading,
        /// From which position.
        before: usize,
        /// To which position.
        after: usize,
    },
    /// Did several things at once.
    Together(Vec<Step>),
}

impl Step {
    /// Returns the step that takes this one back.
    pub fn reversed(&self) -> Step {
        match self.clone() {
            Step::Text {
                path,
                before,
                after,
            } => Step::Text {
                path,
                before: after,
                after: before,
            },
            Step::Flag { path, after } => Step::Flag {
                path,
                after: !after,
            },
            Step::Added { item } => Step::Deleted { item },
            Step::Deleted { item } => Step::Added { item },
            Step::Moved {
                list,
                item,
                before,
                after,
            } => Step::Moved {
                list,
                item,
                before: after,
                after: before,
            },
            Step::HeadingMoved {
                heading,
                before,
                after,
            } => Step::HeadingMoved {
                heading,
                before: after,
                after: before,
            },
            Step::Together(steps) => {
                Step::Together(steps.iter().rev().map(Step::reversed).collect())
            }
        }
    }
}
