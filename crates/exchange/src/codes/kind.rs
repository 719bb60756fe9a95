//! What a row of codes holds.

/// What a row of codes holds; each has a letter and a version that are given out once, for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CodeKind {
    /// A feedback sheet.
    Sheet,
    /// A prepared set: occupation, questions, criteria.
    Set,
    /// A candidate's CV, for one sheet.
    Cv,
}

impl CodeKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Sheet, Self::Set, Self::Cv];

    /// Returns the letter by which codes of this kind are known.
    pub(super) fn letter(self) -> char {
        match self {
            Self::Sheet => 'S',
            Self::Set => 'Q',
            Self::Cv => 'C',
        }
    }

    /// Returns the version of the layout.
    pub(super) fn version(self) -> &'static str {
        match self {
            Self::Sheet | Self::Set | Self::Cv => "1",
        }
    }

    /// Returns the kind of a letter.
    pub(super) fn of_letter(letter: char) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.letter() == letter)
    }

    /// Returns what goes into a frame's checksum beside its bytes: one sign read wrongly makes no code of another
    /// kind. Sheets were there before the others, and have nothing.
    pub(super) fn seal(self) -> &'static [u8] {
        match self {
            Self::Sheet => b"",
            Self::Set => b"Q",
            Self::Cv => b"C",
        }
    }
}
