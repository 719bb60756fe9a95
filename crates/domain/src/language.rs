//! Levels of the Common European Framework of Reference for Languages (Council of Europe, 2001).

use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// A level from A1 (beginner) to C2 (mastery).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum CefrLevel {
    /// Breakthrough.
    A1,
    /// Waystage.
    A2,
    /// Threshold.
    B1,
    /// Vantage.
    B2,
    /// Effective operational proficiency.
    C1,
    /// Mastery.
    C2,
}

impl CefrLevel {
    /// Every level, lowest first.
    pub const ALL: [CefrLevel; 6] = [Self::A1, Self::A2, Self::B1, Self::B2, Self::C1, Self::C2];

    /// Returns the level's code, such as `B2`.
    pub fn code(self) -> &'static str {
        match self {
            Self::A1 => "A1",
            Self::A2 => "A2",
            Self::B1 => "B1",
            Self::B2 => "B2",
            Self::C1 => "C1",
            Self::C2 => "C2",
        }
    }
}

impl FromStr for CefrLevel {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let wanted = text.trim();
        Self::ALL
            .into_iter()
            .find(|level| level.code().eq_ignore_ascii_case(wanted))
            .ok_or(())
    }
}

/// The five skills in which a language is described.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum CefrSkill {
    /// Understanding speech.
    Listening,
    /// Understanding texts.
    Reading,
    /// Taking part in a talk.
    SpokenInteraction,
    /// Speaking at length.
    SpokenProduction,
    /// Writing.
    Writing,
}

impl CefrSkill {
    /// Every skill, in the order of the European self-assessment grid.
    pub const ALL: [CefrSkill; 5] = [
        Self::Listening,
        Self::Reading,
        Self::SpokenInteraction,
        Self::SpokenProduction,
        Self::Writing,
    ];
}
