//! The letters of this browser as lines of a list.

use crate::state::open_document::OpenDocument;
use crate::state::workspace::Workspace;
use approdo_document::{DocumentId, DocumentKind, project_letter, sort_short};
use approdo_domain::letter::LetterForm;
use leptos::prelude::*;

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterSummary {
    /// Which letter.
    pub id: DocumentId,
    /// What its person calls it; may be empty.
    pub title: String,
    /// To which company it goes; may be empty.
    pub company: String,
    /// About which job; may be empty.
    pub role: String,
    /// What sort of letter it is.
    pub form: LetterForm,
    /// When it last changed, in milliseconds since 1970.
    pub changed_ms: u64,
    /// Whether it is in the bin.
    pub removed: bool,
}

/// The letters that are kept, and those in the bin, last changed first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Letters {
    /// Those that are kept.
    pub kept: Vec<LetterSummary>,
    /// Those in the bin.
    pub removed: Vec<LetterSummary>,
}

/// Returns the letters, following them.
pub fn letters(workspace: Workspace) -> Letters {
    workspace.other_changes.track();
    Letters::of(workspace.each(summary))
}

impl Letters {
    fn of(mut all: Vec<LetterSummary>) -> Self {
        sort_short(&mut all, |one, other| {
            (other.changed_ms, other.id).cmp(&(one.changed_ms, one.id))
        });
        let (removed, kept) = all.into_iter().partition(|letter| letter.removed);
        Self { kept, removed }
    }
}

fn summary(open: &OpenDocument) -> Option<LetterSummary> {
    let document = open.document();
    if document.kind() != Some(DocumentKind::Letter) {
        return None;
    }
    let letter = project_letter(document);
    let stamps = document
        .operations()
        .map(|operation| operation.stamp.millis);
    Some(LetterSummary {
        id: document.id(),
        form: letter.letter_form(),
        title: letter.title.trim().to_owned(),
        company: letter.addressee.company.trim().to_owned(),
        role: letter.wanted.role.trim().to_owned(),
        changed_ms: stamps.max()?,
        removed: document.flag(&approdo_document::cv_paths::removed()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use approdo_document::{Author, WriterId, cv_paths};
    use approdo_domain::CvPlace;
    use approdo_domain::letter::Letter;

    fn opened(byte: u8, company: &str, at_ms: u64) -> OpenDocument {
        let mut open = OpenDocument::new(DocumentId([byte; 16]));
        let mut author = Author::new(WriterId([byte; 16]));
        let mut letter = Letter::default();
        letter.addressee.company = company.to_owned();
        let change = author.write_letter(open.document(), &letter, at_ms);
        open.take_in(&change.operations);
        open
    }

    #[test]
    fn letters_stand_last_changed_first_and_the_bin_apart() {
        let (old, new) = (opened(1, "Rossi", 1_000), opened(2, "Bianchi", 2_000));
        let mut removed = opened(3, "Verdi", 3_000);
        let mut author = Author::new(WriterId([9; 16]));
        let change = author.set_flag(removed.document(), &cv_paths::removed(), true, 4_000);
        removed.take_in(&change.unwrap().operations);
        let all = [&old, &new, &removed];
        let letters = Letters::of(all.into_iter().filter_map(summary).collect());
        let companies = |letters: &[LetterSummary]| -> Vec<String> {
            letters
                .iter()
                .map(|letter| letter.company.clone())
                .collect()
        };
        assert_eq!(companies(&letters.kept), ["Bianchi", "Rossi"]);
        assert_eq!(companies(&letters.removed), ["Verdi"]);
    }

    #[test]
    fn a_cv_stands_in_no_list_of_letters() {
        let mut open = OpenDocument::new(DocumentId([1; 16]));
        let mut author = Author::new(WriterId([1; 16]));
        let path = cv_paths::path(CvPlace::Title);
        let change = author.set_text(open.document(), &path, "Cuoca", 1_000);
        open.take_in(&change.unwrap().operations);
        assert_eq!(summary(&open), None);
    }
}
