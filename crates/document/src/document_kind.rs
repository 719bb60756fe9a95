//! Which kind of document it is, and the codes that all kinds share. The places of a CV are in
//! `cv_paths`, those of letters, applications, practices and sheets in `letter_paths`, `application_paths`,
//! `practice_paths` and `sheet_paths`; each kind has a module of its own, and codes from 0x03
//! on of its own.

use crate::author::{Author, Change};
use crate::document::Document;
use crate::path::Path;
use approdo_domain::check::CheckRule;

/// The register that says which kind it is, as a text; a CV has none.
const KIND: u8 = 0x00;
/// The register of the document's name.
pub(crate) const TITLE: u8 = 0x01;
/// The register of the flag that says whether the document is in the bin.
pub(crate) const REMOVED: u8 = 0x02;

/// The flags that say which advice was put off, the same in all kinds that have a check.
const PUT_OFF: u8 = 0x31;

/// A kind of document that this version knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocumentKind {
    /// A CV.
    Cv,
    /// A letter.
    Letter,
    /// An application.
    Application,
    /// What a person practises for interviews.
    Practice,
    /// A feedback sheet of a mock interview.
    Sheet,
}

impl DocumentKind {
    /// Returns the name under which the kind is kept for ever; a CV writes none.
    pub fn name(self) -> Option<&'static str> {
        match self {
            Self::Cv => None,
            Self::Letter => Some("letter"),
            Self::Application => Some("application"),
            Self::Practice => Some("practice"),
            Self::Sheet => Some("sheet"),
        }
    }

    /// Returns the kind of that name; none for what a newer version calls a kind of its own.
    fn from_name(name: &str) -> Option<Self> {
        let mut kinds = [Self::Letter, Self::Application, Self::Practice, Self::Sheet].into_iter();
        kinds.find(|kind| kind.name() == Some(name))
    }
}

impl Author {
    /// Says which kind of document a new one is: the first edit of all that are no CV.
    pub fn begin_kind(&mut self, document: &Document, kind: DocumentKind, now_ms: u64) -> Change {
        let name = kind.name();
        let change = name.and_then(|name| self.set_text(document, &kind_path(), name, now_ms));
        Change {
            // A document does not become another kind by undoing.
            steps: Vec::new(),
            ..change.unwrap_or_default()
        }
    }
}

/// Returns the path of the flag that says whether a piece of advice was put off: it holds the hash of what
/// the advice rests on (8 bytes), the rule's id, a zero, and the path of the place.
pub(crate) fn put_off(rule: CheckRule, place: &Path, text_hash: u64) -> Path {
    let mut bytes = vec![PUT_OFF];
    bytes.extend_from_slice(&text_hash.to_be_bytes());
    bytes.extend_from_slice(rule.id().as_bytes());
    bytes.push(0);
    bytes.extend_from_slice(&place.0);
    Path(bytes)
}

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

    /// Returns which kind of document it is; none if nothing can be read here, and for kinds of newer versions.
    /// Of several names that were written for one document, the one shown counts.
    pub fn kind(&self) -> Option<DocumentKind> {
        match self.is_of_other_kind() {
            true => DocumentKind::from_name(&self.text(&kind_path()).text),
            false => self.is_cv().then_some(DocumentKind::Cv),
        }
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
    fn kinds_are_told_apart_and_one_of_a_newer_version_is_none_of_them() {
        assert_eq!(with_text(&kind_path()).kind(), Some(DocumentKind::Letter));
        let title = cv_paths::path(CvPlace::Title);
        assert_eq!(with_text(&title).kind(), Some(DocumentKind::Cv));
        assert_eq!(DocumentKind::from_name("of next year"), None);
    }

    #[test]
    fn a_document_in_which_nothing_is_written_may_still_become_a_cv() {
        let id = DocumentId([1; 16]);
        assert!(!Document::new(id, SpaceId::of_document(id)).is_of_other_kind());
        assert!(with_text(&kind_path()).is_of_other_kind());
        assert!(!with_text(&cv_paths::path(CvPlace::Title)).is_of_other_kind());
    }
}
