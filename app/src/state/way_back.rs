//! From a CV back to the page that led there.

use approdo_document::DocumentId;

/// A page that led somebody to a CV.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WayBack {
    /// To which CV.
    pub cv: DocumentId,
    /// Where the page is.
    pub address: String,
}
