//! The formats that a CV goes out in, apart from the PDF: how their files are called. Writing them is in
//! the modules beside.

use serde::{Deserialize, Serialize};

/// A format that a CV goes out in, apart from the PDF.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum FileFormat {
    /// A document for Word and LibreOffice.
    Docx,
    /// The XML of Europass.
    Europass,
    /// Plain text, to be pasted into forms.
    PlainText,
    /// A card with name and contacts (RFC 6350).
    VCard,
    /// JSON Resume, for programs.
    JsonResume,
    /// Approdo's own JSON, in which nothing is lost.
    ApprodoJson,
}

impl FileFormat {
    /// All formats, the most asked for first.
    pub const ALL: [Self; 6] = [
        Self::Docx,
        Self::Europass,
        Self::PlainText,
        Self::VCard,
        Self::JsonResume,
        Self::ApprodoJson,
    ];

    /// Returns the ending of its files.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Europass => "xml",
            Self::PlainText => "txt",
            Self::VCard => "vcf",
            Self::JsonResume => "resume.json",
            Self::ApprodoJson => "approdo.json",
        }
    }

    /// Returns the media type of its files (IANA).
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Europass => "application/xml",
            Self::PlainText => "text/plain",
            Self::VCard => "text/vcard",
            Self::JsonResume | Self::ApprodoJson => "application/json",
        }
    }
}
