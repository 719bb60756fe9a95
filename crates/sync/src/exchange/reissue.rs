//! Minting anew what the server could not take, document by document, while other tabs may write.

use crate::load::document_of;
use crate::store::{DeviceStore, ReissueOutcome, StoredOperation};
use approdo_document::{Author, DocumentId, OperationId, Reissue, Rejection, reissue};
use std::collections::{BTreeMap, BTreeSet};

/// How often another tab may get in between; what is left then is tried at the next exchange.
const MOST_TRIES: usize = 4;

/// What was minted anew.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Reissued {
    /// The documents concerned.
    pub(super) documents: BTreeSet<DocumentId>,
    /// How many operations were replaced.
    pub(super) operations: usize,
    /// Whether operations left ids under which the server has other bytes.
    pub(super) left_forked_id: bool,
}

type Rejected = BTreeMap<OperationId, Rejection>;

pub(super) async fn reissue_rejected<S: DeviceStore>(
    store: &S,
    rejected: &Rejected,
    author: &mut Author,
    now_ms: u64,
) -> Result<Reissued, S::Error> {
    let mut reissued = Reissued::default();
    for document in store.documents().await? {
        for _ in 0..MOST_TRIES {
            let stored = store.stored(document).await?;
            let minted = mint(document, &stored, rejected, author, now_ms);
            if minted.replaced.is_empty() {
                break;
            }
            let outcome = store.reissue(&minted.replaced, &minted.operations).await?;
            if outcome == ReissueOutcome::Replaced {
                reissued.documents.insert(document);
                reissued.operations += minted.replaced.len();
                let is_forked = |id| rejected.get(id) == Some(&Rejection::Forked);
                reissued.left_forked_id |= minted.replaced.iter().any(is_forked);
                break;
            }
        }
    }
    Ok(reissued)
}

/// Mints anew what of one document was rejected and still waits.
fn mint(
    id: DocumentId,
    stored: &[StoredOperation],
    rejected: &Rejected,
    author: &mut Author,
    now_ms: u64,
) -> Reissue {
    let waits = stored.iter().filter(|stored| stored.delivery.is_waiting());
    let mut waiting: BTreeSet<OperationId> = BTreeSet::new();
    waiting.extend(waits.map(|stored| stored.operation.id));
    let mut concerned = rejected.clone();
    concerned.retain(|id, _| waiting.contains(id));
    if concerned.is_empty() {
        return Reissue::default();
    }
    let Some(document) = document_of(id, stored) else {
        return Reissue::default();
    };
    // Acknowledged patches on a forked id mean our bytes, which are about to leave it: their values
    // are written once more while they can be read. The store keeps the patches themselves.
    let patches = stored
        .iter()
        .map(|stored| &stored.operation)
        .filter(|operation| !operation.self_contained)
        .map(|operation| operation.id);
    waiting.extend(patches);
    loop {
        let minted = reissue(&document, &concerned, &waiting, author, now_ms);
        // A value this version cannot read cannot be written self-contained: it stays as it is and
        // keeps waiting, in sight of the person, until a version that can read it comes.
        let before = concerned.len();
        for (old, new) in minted.replaced.iter().zip(&minted.operations) {
            if !new.self_contained {
                concerned.remove(old);
            }
        }
        if concerned.len() == before {
            return minted;
        }
    }
}
