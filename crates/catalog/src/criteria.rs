//! The criteria of an assessor's sheet, as the client gets them: in one language, in the order of the sheet.

use approdo_domain::sheet::CriterionId;
use serde::{Deserialize, Serialize};

use crate::Language;
use crate::packed::{PackedError, pack, unpack};

/// What a compact file of criteria begins with.
const MARK: [u8; 4] = *b"APCR";

/// The three parts of an assessor's sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SheetPart {
    /// The CV.
    Cv,
    /// How the interview was handled.
    Interview,
    /// What is still to be learnt for the occupation wanted.
    TrainingGaps,
}

impl SheetPart {
    /// All parts, in the order of the sheet.
    pub const ALL: [Self; 3] = [Self::Cv, Self::Interview, Self::TrainingGaps];
}

/// One criterion, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Criterion {
    /// Its name for ever, the same in every language.
    pub id: String,
    /// The part it stands in.
    pub part: SheetPart,
    /// What it is called.
    pub name: String,
    /// What is seen at each level, from where one begins to ready.
    pub levels: [String; 4],
    /// The one thing to change first, said to the candidate.
    pub first_change: String,
}

impl Criterion {
    /// Returns its name as sheets write it; none of a name that no sheet can hold.
    pub fn criterion_id(&self) -> Option<CriterionId> {
        self.id.parse().ok()
    }
}

/// All criteria, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Criteria {
    /// The language they are written in.
    pub language: Language,
    /// The criteria, in the order of the sheet.
    pub criteria: Vec<Criterion>,
}

impl Criteria {
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

    /// Returns the criteria of a part, in their order.
    pub fn part(&self, part: SheetPart) -> impl Iterator<Item = &Criterion> {
        let criteria = self.criteria.iter();
        criteria.filter(move |criterion| criterion.part == part)
    }
}
