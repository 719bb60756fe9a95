//! The sheets of this browser as lines of a list.

use crate::state::open_document::OpenDocument;
use crate::state::workspace::Workspace;
use approdo_document::{DocumentId, DocumentKind, cv_paths, project_sheet, sort_short};
use approdo_domain::sheet::{About, SheetRole};
use leptos::prelude::*;

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetSummary {
    /// Which sheet.
    pub id: DocumentId,
    /// Which sheet it is in both copies.
    pub source: String,
    /// Whose copy it is.
    pub role: SheetRole,
    /// Who spoke with whom, when and about what.
    pub about: About,
    /// When it last changed, in milliseconds since 1970.
    pub changed_ms: u64,
    /// Whether it is in the bin.
    pub removed: bool,
}

/// The sheets, last changed first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheets {
    /// Those that this person was handed.
    pub received: Vec<SheetSummary>,
    /// Those that this person wrote as an assessor.
    pub written: Vec<SheetSummary>,
    /// Those in the bin.
    pub removed: Vec<SheetSummary>,
}

/// Returns the sheets, following them.
pub fn sheets(workspace: Workspace) -> Sheets {
    workspace.other_changes.track();
    Sheets::of(workspace.each(summary))
}

impl Sheets {
    fn of(mut all: Vec<SheetSummary>) -> Self {
        sort_short(&mut all, |one, other| {
            (other.changed_ms, other.id).cmp(&(one.changed_ms, one.id))
        });
        let (removed, kept): (Vec<_>, Vec<_>) = all.into_iter().partition(|sheet| sheet.removed);
        let (written, received) = kept
            .into_iter()
            .partition(|sheet| sheet.role == SheetRole::Assessor);
        Self {
            received,
            written,
            removed,
        }
    }

    /// Returns the copy of a sheet that this person was handed before.
    pub fn received_before(&self, source: &str) -> Option<DocumentId> {
        let mut known = self.received.iter().chain(&self.removed);
        let known = known.find(|known| {
            known.role == SheetRole::Candidate && !source.is_empty() && known.source == source
        });
        known.map(|known| known.id)
    }
}

fn summary(open: &OpenDocument) -> Option<SheetSummary> {
    let document = open.document();
    if document.kind() != Some(DocumentKind::Sheet) {
        return None;
    }
    let sheet = project_sheet(document);
    let stamps = document
        .operations()
        .map(|operation| operation.stamp.millis);
    Some(SheetSummary {
        id: document.id(),
        role: sheet.sheet_role(),
        source: sheet.source,
        about: sheet.about,
        changed_ms: stamps.max()?,
        removed: document.flag(&cv_paths::removed()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use approdo_document::{Author, WriterId};
    use approdo_domain::sheet::Sheet;

    fn opened(byte: u8, role: SheetRole, at_ms: u64) -> OpenDocument {
        let mut open = OpenDocument::new(DocumentId([byte; 16]));
        let sheet = Sheet {
            role: role.code().to_owned(),
            source: format!("sheet {byte}"),
            ..Sheet::default()
        };
        let mut author = Author::new(WriterId([byte; 16]));
        let change = author.write_sheet(open.document(), &sheet, at_ms);
        open.take_in(&change.operations);
        open
    }

    #[test]
    fn sheets_received_and_written_stand_apart_last_changed_first() {
        let all = [
            opened(1, SheetRole::Candidate, 1_000),
            opened(2, SheetRole::Candidate, 2_000),
            opened(3, SheetRole::Assessor, 3_000),
        ];
        let sheets = Sheets::of(all.iter().filter_map(summary).collect());
        let ids = |sheets: &[SheetSummary]| -> Vec<DocumentId> {
            sheets.iter().map(|sheet| sheet.id).collect()
        };
        assert_eq!(
            ids(&sheets.received),
            [DocumentId([2; 16]), DocumentId([1; 16])]
        );
        assert_eq!(ids(&sheets.written), [DocumentId([3; 16])]);
    }

    #[test]
    fn a_sheet_handed_over_twice_is_known_and_the_assessors_own_is_none() {
        let all = [
            opened(1, SheetRole::Candidate, 1_000),
            opened(3, SheetRole::Assessor, 3_000),
        ];
        let sheets = Sheets::of(all.iter().filter_map(summary).collect());
        assert_eq!(sheets.received_before("sheet 1"), Some(DocumentId([1; 16])));
        assert_eq!(sheets.received_before("sheet 3"), None);
        assert_eq!(sheets.received_before(""), None);
    }
}
