//! The day closes: the assessor's copies are taken out of the store, not only hidden. What a server has of
//! them cannot be taken back from here: those are put into the bin, and the person is told.

use super::candidate_cv;
use super::list::sheets;
use crate::state::workspace::Workspace;
use approdo_document::{DocumentId, OperationId};
use approdo_sync::store::{Delivery, DeviceStore, StoredOperation};
use leptos::prelude::*;

/// What became of the assessor's copies.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Closed {
    /// How many are gone.
    pub erased: usize,
    /// How many a server has too: they are in the bin.
    pub kept: usize,
}

/// Erases every sheet that this person wrote as an assessor; none if the store failed.
pub async fn close_day(workspace: Workspace) -> Option<Closed> {
    let sheets = untrack(|| sheets(workspace));
    let removed = sheets.removed.into_iter();
    let removed = removed.filter(|sheet| sheet.role == approdo_domain::sheet::SheetRole::Assessor);
    let all = sheets.written.into_iter().chain(removed);
    erase_all(workspace, all.map(|sheet| sheet.id).collect()).await
}

/// Erases these sheets; none if the store failed.
pub(super) async fn erase_all(workspace: Workspace, ids: Vec<DocumentId>) -> Option<Closed> {
    if !workspace.store_everything().await {
        return None;
    }
    let mut closed = Closed::default();
    for id in ids {
        // The consent was for the sheet alone.
        candidate_cv::forget(id);
        if erase(workspace, id).await? {
            closed.erased += 1;
        } else {
            workspace.set_removed(id, true);
            closed.kept += 1;
        }
    }
    Some(closed)
}

/// Takes a document out of the store; answers whether it is gone, none if the store failed.
async fn erase(workspace: Workspace, id: DocumentId) -> Option<bool> {
    if let Some(store) = workspace.store() {
        let Some(ids) = erasable(&store.stored(id).await.ok()?) else {
            return Some(false);
        };
        store.discard(&ids).await.ok()?;
        if !store.stored(id).await.ok()?.is_empty() {
            return Some(false);
        }
    }
    workspace.forget(id);
    Some(true)
}

/// Returns what to take out of the store; none if a server has any of it, or may have.
fn erasable(stored: &[StoredOperation]) -> Option<Vec<OperationId>> {
    let is_here_only =
        |one: &StoredOperation| matches!(one.delivery, Delivery::Pending | Delivery::Refused(_));
    let is_here = stored.iter().all(is_here_only);
    is_here.then(|| stored.iter().map(|one| one.operation.id).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use approdo_document::{Author, Document, SpaceId, WriterId};
    use approdo_domain::sheet::Sheet;
    use approdo_sync::store::Origin;

    fn stored(delivery: Delivery) -> Vec<StoredOperation> {
        let id = DocumentId([1; 16]);
        let document = Document::new(id, SpaceId::of_document(id));
        let sheet = Sheet {
            source: "x".to_owned(),
            ..Sheet::default()
        };
        let change = Author::new(WriterId([1; 16])).write_sheet(&document, &sheet, 1_000);
        let stored = change
            .operations
            .into_iter()
            .map(|operation| StoredOperation {
                operation,
                delivery,
                origin: Origin::Mine,
                built_upon: false,
                number: None,
                device: None,
            });
        stored.collect()
    }

    #[test]
    fn only_what_never_left_the_device_counts_as_erasable() {
        let here = stored(Delivery::Pending);
        assert_eq!(erasable(&here).map(|ids| ids.len()), Some(here.len()));
        for gone in [Delivery::Offered, Delivery::Acknowledged] {
            let mut mixed = here.clone();
            mixed.extend(stored(gone));
            assert_eq!(erasable(&mixed), None);
        }
    }
}
