//! The places of a letter where a person can write, as types. All are there once. How a place becomes
//! bytes is the business of `approdo-document`.

use crate::FieldKind;
use crate::letter::{AddresseeField, AnswersField, LetterField, SenderField, WantedField};

/// One place of a letter that holds one value.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub enum LetterPlace {
    /// How the person calls this letter in the list of letters; not printed.
    Title,
    /// What sort of letter it is: the code of a [`crate::letter::LetterForm`].
    Form,
    /// The language it is written in: a BCP 47 tag; empty for Italian.
    Language,
    /// Which endings the words about the writer have: the code of a [`crate::letter::WordForm`].
    WriterForm,
    /// The CV that it goes with: how `approdo-document` writes the document's identity.
    Cv,
    /// Something about who writes; nothing written means as in the CV.
    Sender(SenderField),
    /// Whether something about who writes is left out, though the CV has it: a flag.
    SenderLeftOut(SenderField),
    /// Something about to whom it goes.
    Addressee(AddresseeField),
    /// Something about the job it is about.
    Wanted(WantedField),
    /// An answer of the guided way.
    Answer(AnswersField),
    /// What stands in the letter.
    Text(LetterField),
}

impl LetterPlace {
    /// Returns every place, in the order of the form.
    pub fn all() -> Vec<LetterPlace> {
        let mut places = vec![
            Self::Title,
            Self::Form,
            Self::Language,
            Self::WriterForm,
            Self::Cv,
        ];
        places.extend(SenderField::ALL.map(Self::Sender));
        places.extend(SenderField::ALL.map(Self::SenderLeftOut));
        places.extend(AddresseeField::ALL.map(Self::Addressee));
        places.extend(WantedField::ALL.map(Self::Wanted));
        places.extend(AnswersField::ALL.map(Self::Answer));
        places.extend(LetterField::ALL.map(Self::Text));
        places
    }

    /// Returns what the place holds.
    pub fn kind(self) -> FieldKind {
        match self {
            Self::Title | Self::Cv => FieldKind::Line,
            Self::Form | Self::Language | Self::WriterForm => FieldKind::Choice,
            Self::Sender(field) => field.kind(),
            Self::SenderLeftOut(_) => FieldKind::Flag,
            Self::Addressee(field) => field.kind(),
            Self::Wanted(field) => field.kind(),
            Self::Answer(field) => field.kind(),
            Self::Text(field) => field.kind(),
        }
    }

    /// Tells whether the place holds a yes or no rather than text.
    pub fn is_flag(self) -> bool {
        self.kind() == FieldKind::Flag
    }
}
