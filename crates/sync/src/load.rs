//! Reading a document out of a device's store.

use crate::store::{Delivery, DeviceStore, LocalEdit, StoredOperation};
use approdo_document::{Change, Document, DocumentId};

/// Reads a document with all that is known of it here; none if nothing is.
///
/// # Errors
/// Why the store failed.
pub async fn load_document<S: DeviceStore>(
    store: &S,
    id: DocumentId,
) -> Result<Option<Document>, S::Error> {
    Ok(document_of(id, &store.stored(id).await?))
}

/// Puts a document together from what is stored of it, and notes what may still be folded.
pub fn document_of(id: DocumentId, stored: &[StoredOperation]) -> Option<Document> {
    let mut document = Document::new(id, stored.first()?.operation.space);
    for stored in stored {
        document.ingest(stored.operation.clone());
    }
    let may_fold =
        |stored: &&StoredOperation| stored.delivery == Delivery::Pending && !stored.built_upon;
    let pending = stored.iter().filter(may_fold);
    document.mark_pending(pending.map(|stored| stored.operation.id));
    Some(document)
}

impl From<&Change> for LocalEdit {
    fn from(change: &Change) -> Self {
        Self {
            operations: change.operations.clone(),
            folds: change.folds.clone(),
        }
    }
}
