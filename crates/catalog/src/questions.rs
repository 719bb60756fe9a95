//! The questions of interviews, as the client gets them: in one language, with the occupations that have
//! some. How they are written is in `content/questions/README.md`.

use serde::{Deserialize, Serialize};

use crate::Language;
use crate::packed::{PackedError, pack, unpack};

/// What a compact file of questions begins with.
const MARK: [u8; 4] = *b"APQU";

/// A family of general questions; each has one file in `content/questions/general`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum QuestionFamily {
    /// Who somebody is and where they come from.
    AboutYou,
    /// What somebody has done, with an example.
    Experience,
    /// Why this work, why here.
    Motivation,
    /// What somebody does well and what not yet.
    StrengthsAndLimits,
    /// Hours, travel, pay, papers.
    PracticalConditions,
    /// Questions that weigh: gaps, age, a dismissal.
    Difficult,
    /// Questions that may not be asked, and how to answer them.
    Illegal,
    /// Questions that the candidate asks.
    AskBack,
    /// The last minutes of an interview.
    Closing,
}

impl QuestionFamily {
    /// All families, in the order in which an interview meets them.
    pub const ALL: [Self; 9] = [
        Self::AboutYou,
        Self::Experience,
        Self::Motivation,
        Self::StrengthsAndLimits,
        Self::PracticalConditions,
        Self::Difficult,
        Self::Illegal,
        Self::AskBack,
        Self::Closing,
    ];

    /// Returns the id, by which its file is named.
    pub fn id(self) -> &'static str {
        match self {
            Self::AboutYou => "about-you",
            Self::Experience => "experience",
            Self::Motivation => "motivation",
            Self::StrengthsAndLimits => "strengths-and-limits",
            Self::PracticalConditions => "practical-conditions",
            Self::Difficult => "difficult",
            Self::Illegal => "illegal",
            Self::AskBack => "ask-back",
            Self::Closing => "closing",
        }
    }
}

/// How much of a working life is behind somebody who is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CareerStage {
    /// No paid work yet.
    FirstJob,
    /// Work until now, or until lately.
    Worked,
    /// Work, and then a long time without.
    AfterBreak,
}

impl CareerStage {
    /// All stages.
    pub const ALL: [Self; 3] = [Self::FirstJob, Self::Worked, Self::AfterBreak];

    /// Returns the id, by which it is written in the content and in pages.
    pub fn id(self) -> &'static str {
        match self {
            Self::FirstJob => "first-job",
            Self::Worked => "worked",
            Self::AfterBreak => "after-break",
        }
    }

    /// Returns the stage of an id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.id() == id)
    }
}

/// One question in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// A name that never changes.
    pub id: String,
    /// The family of a general question; none for one of an occupation.
    pub family: Option<QuestionFamily>,
    /// The number of its occupation among those of the file; none for a general one.
    pub occupation: Option<u16>,
    /// Whom it is asked of; everybody if none is named.
    pub stages: Vec<CareerStage>,
    /// How long a good spoken answer takes.
    pub minutes: u8,
    /// As it is said aloud.
    pub ask: String,
    /// What the person on the other side wants to know.
    pub why: String,
    /// What a good answer has.
    pub good: Vec<String>,
    /// What to leave out.
    pub avoid: Vec<String>,
    /// What the law says, and whom to turn to.
    pub rights: Option<String>,
    /// An example that is believed.
    pub strong: Option<String>,
    /// An example that is not.
    pub weak: Option<String>,
}

/// An occupation that has questions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionOccupation {
    /// Its id in the catalogue.
    pub id: String,
    /// What it is called, for a man and for a woman.
    pub name: String,
    /// The number of its sector; occupations of one sector have the same.
    pub sector: u8,
}

/// All questions, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Questions {
    /// The language they are written in.
    pub language: Language,
    /// The questions: the general ones by family, then those of occupations.
    pub questions: Vec<Question>,
    /// The occupations that have questions.
    pub occupations: Vec<QuestionOccupation>,
}

impl Questions {
    /// Reads a compact file.
    ///
    /// # Errors
    ///
    /// Says what is wrong with the file.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, PackedError> {
        unpack(MARK, bytes)
    }

    /// Writes a compact file.
    ///
    /// # Errors
    ///
    /// None in practice: everything here can be written.
    pub fn to_bytes(&self) -> Result<Vec<u8>, PackedError> {
        pack(MARK, self)
    }

    /// Returns the question of that id.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }

    /// Returns the occupation of that id in the catalogue; none if it has no questions.
    pub fn occupation(&self, id: &str) -> Option<&QuestionOccupation> {
        self.occupations
            .iter()
            .find(|occupation| occupation.id == id)
    }

    /// Returns the occupation that a question belongs to; none of a general one.
    pub fn occupation_of(&self, question: &Question) -> Option<&QuestionOccupation> {
        self.occupations.get(usize::from(question.occupation?))
    }
}
