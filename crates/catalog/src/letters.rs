//! The phrases of letters, as the client gets them: for each form, in one language.

use approdo_domain::letter::{LetterForm, LetterPhrases};
use serde::{Deserialize, Serialize};

use crate::Language;
use crate::packed::{PackedError, pack, unpack};

/// What a compact file of letters begins with.
const MARK: [u8; 4] = *b"APLE";

/// The phrases for all forms of letters, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letters {
    /// The language they are written in.
    pub language: Language,
    /// The phrases for each form, by its code.
    pub forms: Vec<(String, LetterPhrases)>,
}

impl Letters {
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

    /// Returns the phrases for a form, if there are any.
    pub fn phrases(&self, form: LetterForm) -> Option<&LetterPhrases> {
        let mut forms = self.forms.iter();
        let found = forms.find(|(code, _)| code == form.code());
        found.map(|(_, phrases)| phrases)
    }
}
