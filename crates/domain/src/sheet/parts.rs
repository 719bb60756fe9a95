//! The parts of a sheet. Which place each has, and how they are read and written, is in `mod`.

use crate::fields::{field_names, part};
use crate::{DateText, ItemId};

part! {
    /// Who spoke with whom, when and about what.
    struct About,
    /// Who spoke with whom, when and about what.
    enum AboutField {
        /// The candidate, by the name given for this sheet.
        candidate: Candidate => Line,
        /// The occupation wanted.
        occupation: Occupation => Line,
        /// The assessor.
        assessor: Assessor => Line,
        /// The company, agency or training body the assessor is there for.
        body: Body => Line,
        /// The day.
        date: Date => Date,
    }
}

part! {
    /// What is said of one criterion.
    struct Point,
    /// What is said of one criterion.
    enum PointField {
        /// Which of its four levels was seen: `0` to `3`.
        level: Level => Choice,
        /// What the assessor adds.
        note: Note => Paragraphs,
        /// What the candidate answers.
        answer: Answer => Paragraphs,
    }
}

part! {
    /// What the assessor says in words.
    struct Words,
    /// What the assessor says in words.
    enum WordsField {
        /// What went well, one a line.
        strengths: Strengths => Paragraphs,
        /// The one thing to change first.
        first_change: FirstChange => Paragraphs,
        /// Training suggested, one a line.
        training: Training => Paragraphs,
        /// Free notes.
        notes: Notes => Paragraphs,
    }
}

part! {
    /// What the candidate agreed to, each on the day it was said; empty is no.
    struct Consents,
    /// What the candidate agreed to.
    enum ConsentField {
        /// That the CV is opened for this sheet.
        cv: Cv => Date,
        /// That the desk gets the training gaps.
        desk: Desk => Date,
        /// What a parent agreed to, for candidates under age.
        parent: Parent => Date,
    }
}

part! {
    /// What the candidate answers to what was said in words.
    struct Reply,
    /// What the candidate answers to what was said in words.
    enum ReplyField {
        /// To the one thing to change first.
        first_change: FirstChange => Paragraphs,
        /// To all of it.
        whole: Whole => Paragraphs,
    }
}

/// One step of the action plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The step's identity.
    pub id: ItemId,
    /// What to do.
    pub what: String,
    /// By when.
    pub by: DateText,
    /// Whether it is done.
    pub done: bool,
}

impl Step {
    /// Makes a step with nothing written in it.
    pub fn empty(id: ItemId) -> Self {
        Self {
            id,
            what: String::new(),
            by: DateText::default(),
            done: false,
        }
    }
}

field_names! {
    Step,
    /// One step of the action plan.
    StepField {
        /// What to do.
        what: What => Line,
        /// By when.
        by: By => Date,
        /// Whether it is done.
        done: Done => Flag,
    }
}
