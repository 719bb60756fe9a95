//! A CV as one line of the list of CVs. The words around it are chosen where it is shown.

use super::open_document::OpenDocument;
use approdo_document::{DocumentId, cv_paths};
use approdo_domain::{CvPlace, Personal, PersonalField};

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CvSummary {
    /// Which CV.
    pub id: DocumentId,
    /// What its person calls it; may be empty.
    pub title: String,
    /// Whose it is; may be empty.
    pub full_name: String,
    /// When it last changed, in milliseconds since 1970.
    pub changed_ms: u64,
    /// Whether it is in the bin.
    pub removed: bool,
}

/// Returns the line of a document in the list of CVs; none for documents of other kinds.
pub fn listed(open: &OpenDocument) -> Option<CvSummary> {
    open.document().is_cv().then(|| summary(open)).flatten()
}

/// Returns the line of a CV; none while nothing was ever written in it.
pub fn summary(open: &OpenDocument) -> Option<CvSummary> {
    let document = open.document();
    let stamps = document
        .operations()
        .map(|operation| operation.stamp.millis);
    let text = |place| document.text(&cv_paths::path(place)).text;
    let personal = Personal {
        given_name: text(CvPlace::Personal(PersonalField::GivenName)),
        family_name: text(CvPlace::Personal(PersonalField::FamilyName)),
        ..Personal::default()
    };
    Some(CvSummary {
        id: document.id(),
        title: text(CvPlace::Title).trim().to_owned(),
        full_name: personal.full_name(),
        changed_ms: stamps.max()?,
        removed: document.flag(&cv_paths::removed()),
    })
}
