//! The places of a sheet. What stands at one is in `mod`.

use super::{AboutField, ConsentField, CriterionId, PointField, ReplyField, StepField, WordsField};
use crate::{FieldKind, ItemId};

/// One place of a sheet that holds one value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SheetPlace {
    /// Whose copy it is: the code of a [`super::SheetRole`].
    Role,
    /// Which sheet it is, the same in both copies.
    Source,
    /// The day on which the assessor's copy is to be erased.
    EraseOn,
    /// The criteria that the assessor looks at, with spaces between; empty for all.
    Criteria,
    /// Who spoke with whom, when and about what.
    About(AboutField),
    /// What the assessor says in words.
    Words(WordsField),
    /// What the candidate agreed to.
    Consent(ConsentField),
    /// What the candidate answers.
    Reply(ReplyField),
    /// What is said of one criterion.
    Point(CriterionId, PointField),
    /// Something about one step of the plan.
    Step(ItemId, StepField),
}

impl SheetPlace {
    /// Returns every place that is there once.
    pub fn single_places() -> Vec<SheetPlace> {
        let mut places = vec![Self::Role, Self::Source, Self::EraseOn, Self::Criteria];
        places.extend(AboutField::ALL.map(Self::About));
        places.extend(WordsField::ALL.map(Self::Words));
        places.extend(ConsentField::ALL.map(Self::Consent));
        places.extend(ReplyField::ALL.map(Self::Reply));
        places
    }

    /// Returns what the place holds.
    pub fn kind(self) -> FieldKind {
        match self {
            Self::Role => FieldKind::Choice,
            Self::Source | Self::Criteria => FieldKind::Line,
            Self::EraseOn => FieldKind::Date,
            Self::About(field) => field.kind(),
            Self::Words(field) => field.kind(),
            Self::Consent(field) => field.kind(),
            Self::Reply(field) => field.kind(),
            Self::Point(_, field) => field.kind(),
            Self::Step(_, field) => field.kind(),
        }
    }
}
