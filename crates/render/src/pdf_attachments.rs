//! Files inside a PDF, and its date. PDF/A-3 (ISO 19005-3, 6.8) wants name, media type, description,
//! date and relation of each.

use crate::renderer::RenderError;
use crate::request::Attachment;
use approdo_domain::civil_date;
use krilla::Document;
use krilla::configure::{Accessibility, Archival, Configuration, ConfigurationBuilder};
use krilla::embed::{AssociationKind, EmbeddedFile, MimeType};
use krilla::metadata::{DateTime, Metadata};

const SECONDS_IN_DAY: u64 = 86_400;

/// What a PDF carries inside, and when it is made.
#[derive(Clone, Copy)]
pub(crate) struct Inside<'a> {
    pub(crate) attachments: &'a [Attachment],
    pub(crate) made_seconds: u64,
}

impl Inside<'_> {
    /// Returns the standards to keep to: PDF/UA-1, and PDF/A-3 if there are files.
    pub(crate) fn standards(self) -> Result<Configuration, RenderError> {
        let accessible =
            ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1);
        let standards = if self.attachments.is_empty() {
            accessible
        } else {
            accessible.with_archival_validator(Archival::A3_B)
        };
        standards
            .finish()
            .map_err(|error| RenderError::Pdf(format!("{error:?}")))
    }

    /// Puts the files into the document.
    pub(crate) fn embed(self, document: &mut Document) -> Result<(), RenderError> {
        for file in self.attachments {
            let embedded = EmbeddedFile {
                path: file.name.clone(),
                mime_type: MimeType::new(&file.media_type),
                description: Some(file.description.clone()),
                association_kind: if file.is_source {
                    AssociationKind::Source
                } else {
                    AssociationKind::Alternative
                },
                data: file.bytes.clone().into(),
                modification_date: Some(date(self.made_seconds)),
                compress: Some(true),
                location: None,
            };
            document
                .embed_file(embedded)
                .ok_or_else(|| RenderError::Pdf(format!("{} is there twice", file.name)))?;
        }
        Ok(())
    }

    /// Dates the document, if it has files inside.
    pub(crate) fn dated(self, metadata: Metadata) -> Metadata {
        if self.attachments.is_empty() {
            metadata
        } else {
            metadata.creation_date(date(self.made_seconds))
        }
    }
}

/// The day in the Gregorian calendar and the time, in UTC.
fn date(seconds: u64) -> DateTime {
    let (year, month, day) = civil_date(seconds / SECONDS_IN_DAY);
    let second_of_day = seconds % SECONDS_IN_DAY;
    DateTime::new(u16::try_from(year).unwrap_or(u16::MAX))
        .month(small(month))
        .day(small(day))
        .hour(small(second_of_day / 3_600))
        .minute(small(second_of_day / 60 % 60))
        .second(small(second_of_day % 60))
        .utc_offset_hour(0)
        .utc_offset_minute(0)
}

fn small(number: u64) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}
