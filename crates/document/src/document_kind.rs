//! Which kind of document it is, and the codes that all kinds share. The places of a CV are in
//! `cv_paths`; kinds to come have a module of their own, and codes from 0x03 on of their own.

use crate::document::Document;
use crate::path::Path;

/// The register that says which kind it is, as a text; a CV has none.
const KIND: u8 = 0x00;
/// The register of the document's name.
pub(crate) const TITLE: u8 = 0x01;
/// The register of the flag that says whether the document is in the bin.
pub(crate) const REMOVED: u8 = 0x02;

/// Returns the path of the register that says which kind of document it is. A CV has none; every
/// other kind writes it with its first edit, and never changes it.
pub fn kind_path() -> Path {
    Path(vec![KIND])
}

impl Document {
    /// Tells whether the document is a CV. One of another kind, and one of which nothing can be read
    /// here, is kept and passed on, but never shown or edited as a CV.
    pub fn is_cv(&self) -> bool {
        !self.is_of_other_kind() && self.registers().next().is_some()
    }

    /// Tells whether the document says that it is of a kind other than a CV.
    pub fn is_of_other_kind(&self) -> bool {
        self.register(&kind_path()).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::author::Author;
    use crate::cv_paths;
    use crate::ids::{DocumentId, SpaceId, WriterId};
    use approdo_domain::CvPlace;

    fn with_text(path: &Path) -> Document {
        let id = DocumentId([1; 16]);
        let mut document = Document::new(id, SpaceId::of_document(id));
        let change = Author::new(WriterId([2; 16])).set_text(&document, path, "letter", 1_000);
        document.apply(&change.unwrap());
        document
    }

    #[test]
    fn a_letter_of_a_newer_version_does_not_pass_for_an_empty_cv() {
        assert!(!with_text(&kind_path()).is_cv());
        assert!(with_text(&cv_paths::path(CvPlace::Title)).is_cv());
    }

    #[test]
    fn a_document_in_which_nothing_is_written_may_still_become_a_cv() {
        let id = DocumentId([1; 16]);
        assert!(!Document::new(id, SpaceId::of_document(id)).is_of_other_kind());
        assert!(with_text(&kind_path()).is_of_other_kind());
        assert!(!with_text(&cv_paths::path(CvPlace::Title)).is_of_other_kind());
    }
}
