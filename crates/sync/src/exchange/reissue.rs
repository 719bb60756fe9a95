//! Minting anew what the server could not take, document by document, while other tabs may write.
//! What becomes of that which cannot be read, and so cannot be written whole, is in `unreadable`.

use super::{begin_again, unreadable};
use crate::load::document_of;
use crate::store::{DeviceStore, ReissueOutcome, StoredOperation};
use approdo_document::{Author, Document, DocumentId, OperationId, Reissue, Rejection, reissue};
use std::collections::{BTreeMap, BTreeSet};

/// How often another tab may get in between; what is left then is tried at the next exchange.
const MOST_TRIES: usize = 4;

/// What was minted anew.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Reissued {
    /// The documents concerned.
    pub(super) documents: BTreeSet<DocumentId>,
    /// How many operations were replaced, or left since they had been replaced before.
    pub(super) operations: usize,
    /// Whether everything is to be read and offered once more, since operations left ids under which
    /// the server has other bytes.
    pub(super) begins_again: bool,
}

pub(super) type Rejected = BTreeMap<OperationId, Rejection>;

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
            // Before the id is left: a tab killed in between must not forget to read what the server
            // has under it.
            let is_forked = |id| rejected.get(id) == Some(&Rejection::Forked);
            if !reissued.begins_again && minted.replaced.iter().any(is_forked) {
                begin_again(store).await?;
                reissued.begins_again = true;
            }
            let outcome = store.reissue(&minted.replaced, &minted.operations).await?;
            if outcome == ReissueOutcome::Replaced {
                reissued.documents.insert(document);
                reissued.operations += minted.replaced.len();
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
    let leaving = unreadable::leaving(&document, stored, &concerned);
    concerned.retain(|id, _| !leaving.contains(id));
    let mut minted = mint_whole(&document, stored, concerned, waiting, author, now_ms);
    unreadable::take_out(&mut minted, &document, stored, &leaving);
    for operation in unreadable::standing_on(stored, &leaving) {
        if !minted.replaced.contains(&operation.id) {
            minted.replaced.push(operation.id);
            minted.operations.push(operation);
        }
    }
    minted.replaced.extend(leaving);
    minted
}

/// Mints anew what can be read.
fn mint_whole(
    document: &Document,
    stored: &[StoredOperation],
    mut concerned: Rejected,
    mut waiting: BTreeSet<OperationId>,
    author: &mut Author,
    now_ms: u64,
) -> Reissue {
    // Acknowledged patches on a forked id mean our bytes, which are about to leave it: their values
    // are written once more while they can be read. The store keeps the patches themselves.
    let patches = stored
        .iter()
        .map(|stored| &stored.operation)
        .filter(|operation| !operation.self_contained)
        .map(|operation| operation.id);
    waiting.extend(patches);
    loop {
        let minted = reissue(document, &concerned, &waiting, author, now_ms);
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
