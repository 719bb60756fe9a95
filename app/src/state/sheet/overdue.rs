//! Sheets of an assessor whose day to be erased is over: which they are, and erasing them. The day comes in as
//! an argument, so that it can be fixed.

use super::closing::{Closed, erase_all};
use crate::state::open_document::OpenDocument;
use crate::state::workspace::Workspace;
use approdo_document::{DocumentId, DocumentKind, cv_paths, project_sheet};
use approdo_domain::PartialDate;
use leptos::prelude::*;

/// Returns the sheets whose day is over, following them; those in the bin were dealt with.
pub fn overdue(workspace: Workspace, today: PartialDate) -> Vec<DocumentId> {
    workspace.other_changes.track();
    workspace.each(|open| is_overdue(open, today).then(|| open.document().id()))
}

/// Tells whether a document is a sheet whose day is over.
pub fn is_overdue(open: &OpenDocument, today: PartialDate) -> bool {
    let document = open.document();
    document.kind() == Some(DocumentKind::Sheet)
        && !document.flag(&cv_paths::removed())
        && project_sheet(document).is_overdue(today)
}

/// Erases the sheets whose day is over; none if the store failed.
pub async fn erase_overdue(workspace: Workspace, today: PartialDate) -> Option<Closed> {
    let ids = untrack(|| overdue(workspace, today));
    erase_all(workspace, ids).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use approdo_document::{Author, WriterId};
    use approdo_domain::DateText;
    use approdo_domain::sheet::{Sheet, SheetRole};

    fn opened(role: SheetRole, erase_on: &str) -> OpenDocument {
        let mut open = OpenDocument::new(DocumentId([1; 16]));
        let sheet = Sheet {
            role: role.code().to_owned(),
            erase_on: DateText(erase_on.to_owned()),
            ..Sheet::default()
        };
        let change = Author::new(WriterId([1; 16])).write_sheet(open.document(), &sheet, 1_000);
        open.take_in(&change.operations);
        open
    }

    #[test]
    fn only_an_assessors_sheet_whose_day_is_over_is_overdue() {
        let today = "22/11/2026".parse().unwrap();
        let written = |day| is_overdue(&opened(SheetRole::Assessor, day), today);
        assert!(written("21/11/2026"));
        assert!(!written("22/11/2026"));
        assert!(!written(""));
        assert!(!is_overdue(
            &opened(SheetRole::Candidate, "21/11/2026"),
            today
        ));
        assert!(!is_overdue(&OpenDocument::new(DocumentId([2; 16])), today));
    }
}
