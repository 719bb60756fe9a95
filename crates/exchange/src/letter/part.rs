//! The parts of a letter as they follow each other on a sheet, and the styles that name them in a DOCX.

use approdo_domain::letter::LetterField;

/// A part of a letter on a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Part {
    /// Who writes.
    Sender,
    /// Where and when.
    PlaceAndDate,
    /// To whom.
    Addressee,
    /// What it is about.
    Subject,
    /// The greeting.
    Salutation,
    /// Why the person writes.
    Opening,
    /// What the person brings.
    WhyMe,
    /// Why this company.
    WhyYou,
    /// What is to happen next.
    Closing,
    /// The name.
    Signature,
    /// What goes with it.
    Enclosures,
}

impl Part {
    /// All parts, in their order.
    pub(crate) const ALL: [Part; 11] = [
        Self::Sender,
        Self::PlaceAndDate,
        Self::Addressee,
        Self::Subject,
        Self::Salutation,
        Self::Opening,
        Self::WhyMe,
        Self::WhyYou,
        Self::Closing,
        Self::Signature,
        Self::Enclosures,
    ];

    /// Returns the name of the part's paragraph style in a DOCX, which is also its id. None is a name that
    /// office programs know: LibreOffice gives those of its own. Written files are read by these names: they only grow.
    #[cfg(feature = "files")]
    pub(crate) fn style(self) -> &'static str {
        match self {
            Self::Sender => "LetterSender",
            Self::PlaceAndDate => "LetterDate",
            Self::Addressee => "LetterAddressee",
            Self::Subject => "LetterSubject",
            Self::Salutation => "LetterSalutation",
            Self::Opening => "LetterOpening",
            Self::WhyMe => "LetterWhyMe",
            Self::WhyYou => "LetterWhyYou",
            Self::Closing => "LetterClosing",
            Self::Signature => "LetterSignature",
            Self::Enclosures => "LetterEnclosures",
        }
    }

    /// Returns the field that holds the whole part; none for what is put together from several.
    pub(crate) fn field(self) -> Option<LetterField> {
        match self {
            Self::Sender | Self::PlaceAndDate | Self::Addressee => None,
            Self::Subject => Some(LetterField::Subject),
            Self::Salutation => Some(LetterField::Salutation),
            Self::Opening => Some(LetterField::Opening),
            Self::WhyMe => Some(LetterField::WhyMe),
            Self::WhyYou => Some(LetterField::WhyYou),
            Self::Closing => Some(LetterField::Closing),
            Self::Signature => Some(LetterField::Signature),
            Self::Enclosures => Some(LetterField::Enclosures),
        }
    }
}
