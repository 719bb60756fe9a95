//! Changes that cannot be read here, and so cannot be written whole: the text they change has left for
//! another id, as happens among copies of a running device.
//!
//! Whoever leaves an id mints anew all that stands on it, so nothing that this device could bring is
//! missing. Such a change must not wait for ever, nor hide what the server has under its id.

use super::reissue::Rejected;
use crate::store::{Origin, StoredOperation};
use approdo_document::{Document, Operation, OperationId, Reissue, Rejection};
use std::collections::BTreeSet;

/// Returns the rejected ones that leave this device: what a readable value has replaced already, and
/// what another wrote under an id by which the server knows something else; their own devices offer
/// that. One that a change which stays stands on, stays too.
pub(super) fn leaving(
    document: &Document,
    stored: &[StoredOperation],
    rejected: &Rejected,
) -> BTreeSet<OperationId> {
    let leaves = |stored: &&StoredOperation| {
        let id = stored.operation.id;
        rejected.get(&id).is_some_and(|rejection| {
            let is_lost = *rejection == Rejection::Forked && stored.origin != Origin::Mine;
            document.is_unreadable_change(id) && (is_lost || document.is_replaced_by_readable(id))
        })
    };
    let mut leaving: BTreeSet<OperationId> = BTreeSet::new();
    leaving.extend(
        stored
            .iter()
            .filter(leaves)
            .map(|stored| stored.operation.id),
    );
    loop {
        let stays = |stored: &&StoredOperation| {
            stored.delivery.is_waiting()
                && stored.origin == Origin::Mine
                && !stored.operation.self_contained
                && !leaving.contains(&stored.operation.id)
        };
        let mut needed: BTreeSet<OperationId> = BTreeSet::new();
        for change in stored.iter().filter(stays) {
            needed.extend(
                change
                    .operation
                    .base
                    .iter()
                    .filter(|base| leaving.contains(base)),
            );
        }
        if needed.is_empty() {
            return leaving;
        }
        leaving.retain(|id| !needed.contains(id));
    }
}

/// Returns the changes of the person's own that stand on one that leaves, directly or through others,
/// each after its base: they stay under their ids. The server has those that stand on it directly, or
/// it would not leave; but once everything is offered again they wait, and what stands on an operation
/// keeps it in its place unless it is put back together with it.
pub(super) fn standing_on(
    stored: &[StoredOperation],
    leaving: &BTreeSet<OperationId>,
) -> Vec<Operation> {
    let mut standing: Vec<Operation> = Vec::new();
    let mut below = leaving.clone();
    while !below.is_empty() {
        let is_next = |stored: &&StoredOperation| {
            let operation = &stored.operation;
            stored.origin == Origin::Mine
                && !operation.self_contained
                && operation.base.iter().any(|base| below.contains(base))
                && !leaving.contains(&operation.id)
                && !standing.contains(operation)
        };
        let next = stored.iter().filter(is_next);
        let next: Vec<Operation> = next.map(|stored| stored.operation.clone()).collect();
        below.clear();
        below.extend(next.iter().map(|operation| operation.id));
        standing.extend(next);
    }
    standing
}

/// Takes out of what was minted anew the changes that leave, and those of others, which stay as they
/// are under their authors' names.
pub(super) fn take_out(
    minted: &mut Reissue,
    document: &Document,
    stored: &[StoredOperation],
    leaving: &BTreeSet<OperationId>,
) {
    let anothers = |stored: &&StoredOperation| stored.origin != Origin::Mine;
    let mut of_others: BTreeSet<OperationId> = BTreeSet::new();
    of_others.extend(
        stored
            .iter()
            .filter(anothers)
            .map(|stored| stored.operation.id),
    );
    for index in (0..minted.replaced.len()).rev() {
        let id = minted.replaced[index];
        let stays = of_others.contains(&id) && document.is_unreadable_change(id);
        if stays || leaving.contains(&id) {
            minted.replaced.remove(index);
            minted.operations.remove(index);
        }
    }
}
