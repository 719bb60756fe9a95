//! What was sent, opened later: the file that was kept, or the document as it was then.

use super::editor::ApplicationEditor;
use super::freezing::Paper;
use crate::state::workspace::Workspace;
use approdo_document::{Document, DocumentId, DocumentKind};
use approdo_domain::FileReference;
use approdo_domain::application::{ApplicationPlace, FrozenVersion};

/// A paper that was sent, as the application names it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SentPaper {
    /// Its version.
    pub version: Option<FrozenVersion>,
    /// Its file.
    pub file: Option<FileReference>,
}

impl SentPaper {
    /// Tells whether anything says what was sent.
    pub fn is_known(&self) -> bool {
        self.version.is_some() || self.file.is_some()
    }
}

impl ApplicationEditor {
    /// Returns what the application says of a paper that was sent.
    pub fn sent_paper(self, paper: Paper) -> SentPaper {
        let text_at = |field| self.shown(ApplicationPlace::Papers(field));
        SentPaper {
            version: text_at(paper.version()).parse().ok(),
            file: text_at(paper.file()).parse().ok(),
        }
    }
}

/// Returns the document as it was when it was sent; none if it is not on this device.
pub fn document_then(workspace: Workspace, version: &FrozenVersion) -> Option<Document> {
    let id: DocumentId = version.document.parse().ok()?;
    let kind = workspace.kind(id)?;
    if kind == DocumentKind::Application {
        return None;
    }
    workspace.read(id, |open, _| open.document().version(version))
}

#[cfg(test)]
mod tests {
    use crate::state::intent::Intent;
    use crate::state::open_document::OpenDocument;
    use approdo_document::{Author, Document, DocumentId, SpaceId, WriterId, cv_paths, project_cv};
    use approdo_domain::CvPlace;
    use approdo_domain::application::FrozenVersion;

    #[test]
    fn what_was_sent_is_there_exactly_after_the_cv_changed() {
        let id = DocumentId([7; 16]);
        let mut document = Document::new(id, SpaceId::of_document(id));
        let mut author = Author::new(WriterId([1; 16]));
        let profile = cv_paths::path(CvPlace::Profile);
        let mut write = |document: &mut Document, text: &str, at_ms| {
            let change = author.set_text(document, &profile, text, at_ms);
            document.apply(&change.unwrap());
        };
        write(&mut document, "Cuoca da dieci anni.", 1_000);
        let ids: Vec<_> = document.heads().collect();
        document.mark_offered(ids);
        let sent = document.frozen_version();
        let name: FrozenVersion = sent.to_string().parse().unwrap();
        let three_years = 3 * 365 * 86_400_000;
        write(&mut document, "Magazziniera.", three_years);
        let then = document.version(&name).unwrap();
        assert_eq!(project_cv(&then).profile, "Cuoca da dieci anni.");
        assert_eq!(project_cv(&document).profile, "Magazziniera.");
    }

    #[test]
    fn what_is_typed_a_moment_after_sending_is_not_in_what_was_sent() {
        let mut open = OpenDocument::new(DocumentId([7; 16]));
        let mut author = Author::new(WriterId([1; 16]));
        let path = cv_paths::path(CvPlace::Profile);
        let mut write = |open: &mut OpenDocument, text: &str, now_ms| {
            let (path, text) = (path.clone(), text.to_owned());
            let over = None;
            open.carry_out(Intent::Text { path, text, over }, &mut author, now_ms)
        };
        assert!(write(&mut open, "Cuoca", 1_000));
        open.seal();
        let sent = open.document().frozen_version();
        assert!(write(&mut open, "Cuoca e cameriera", 2_000));
        let then = open.document().version(&sent).unwrap();
        assert_eq!(project_cv(&then).profile, "Cuoca");
    }
}
