//! What a device's store in memory holds, and each change to it.

use super::blobs::Blobs;
use crate::store::{
    Appended, Delivery, EditOutcome, LocalEdit, Origin, Outgoing, Received, ReissueOutcome,
    StoredOperation, SyncState,
};
use approdo_document::{Operation, OperationId};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

#[derive(Debug, Clone, Default)]
pub(super) struct State {
    /// Every operation, by the order in which they were stored.
    pub(super) log: BTreeMap<u64, StoredOperation>,
    places: HashMap<OperationId, u64>,
    next_place: u64,
    pub(super) sync: SyncState,
    pub(super) blobs: Blobs,
    pub(super) is_full: bool,
}

impl State {
    fn get(&self, id: OperationId) -> Option<&StoredOperation> {
        self.log.get(self.places.get(&id)?)
    }

    fn get_mut(&mut self, id: OperationId) -> Option<&mut StoredOperation> {
        self.log.get_mut(self.places.get(&id)?)
    }

    fn insert(&mut self, stored: StoredOperation) {
        for base in &stored.operation.base {
            if let Some(base) = self.get_mut(*base) {
                base.built_upon = true;
            }
        }
        self.places.insert(stored.operation.id, self.next_place);
        self.log.insert(self.next_place, stored);
        self.next_place += 1;
    }

    fn remove(&mut self, id: OperationId) {
        if let Some(place) = self.places.remove(&id) {
            self.log.remove(&place);
        }
    }

    /// Stores one of the person's own.
    pub(super) fn append(&mut self, operation: &Operation) -> Appended {
        match self.get(operation.id) {
            Some(here) if here.operation == *operation => Appended::Known,
            Some(_) => Appended::Forked,
            None => {
                let built_upon = self.is_base(operation.id);
                self.insert(StoredOperation {
                    operation: operation.clone(),
                    delivery: Delivery::Pending,
                    origin: Origin::Mine,
                    built_upon,
                    number: None,
                    device: None,
                });
                Appended::New
            }
        }
    }

    fn is_base(&self, id: OperationId) -> bool {
        self.log
            .values()
            .any(|stored| stored.operation.base.contains(&id))
    }

    fn is_known(&self, operation: &Operation) -> bool {
        self.get(operation.id)
            .is_some_and(|here| here.operation == *operation)
    }

    pub(super) fn record_edit(&mut self, edit: &LocalEdit) -> EditOutcome {
        let is_repeated = !edit.operations.is_empty()
            && edit
                .operations
                .iter()
                .all(|operation| self.is_known(operation));
        if is_repeated {
            return EditOutcome::Saved;
        }
        let mut kept = Vec::new();
        let mut gone = BTreeSet::new();
        for fold in &edit.folds {
            match self.get(*fold) {
                None => {
                    gone.insert(*fold);
                }
                Some(here) if here.built_upon || here.delivery != Delivery::Pending => {
                    kept.push(*fold);
                }
                Some(_) => {}
            }
        }
        let mut earlier = HashSet::new();
        for operation in &edit.operations {
            let missing = operation.base.iter().filter(|base| {
                let is_here = self.places.contains_key(base) && !edit.folds.contains(base);
                !is_here && !earlier.contains(*base)
            });
            gone.extend(missing.copied());
            earlier.insert(operation.id);
        }
        let is_taken = |operation: &Operation| {
            self.places.contains_key(&operation.id) && !self.is_known(operation)
        };
        if !kept.is_empty() || !gone.is_empty() || edit.operations.iter().any(is_taken) {
            let gone = gone.into_iter().collect();
            return EditOutcome::Stale { kept, gone };
        }
        edit.folds.iter().for_each(|fold| self.remove(*fold));
        for operation in &edit.operations {
            self.append(operation);
        }
        EditOutcome::Saved
    }

    pub(super) fn next_outgoing(&mut self, most: usize) -> Outgoing {
        let mut outgoing = Outgoing::default();
        let waiting = self
            .log
            .values_mut()
            .filter(|stored| stored.delivery.is_waiting());
        for stored in waiting.take(most) {
            stored.delivery = Delivery::Offered;
            let operation = stored.operation.clone();
            match stored.origin {
                Origin::Mine => outgoing.pushed.push(operation),
                Origin::Other { author, receipt } => {
                    outgoing.returned.push((operation, author, receipt));
                }
            }
        }
        outgoing
    }

    pub(super) fn receive(&mut self, received: &Received) {
        if received.restored {
            self.forget_server();
        }
        for &(id, number) in &received.acknowledged {
            self.settle(id, Delivery::Acknowledged, Some(number));
        }
        for &(id, refusal) in &received.refused {
            self.settle(id, Delivery::Refused(refusal), None);
        }
        for delivered in &received.delivered {
            self.deliver(delivered);
        }
        if received.cursor.is_some() {
            self.sync.cursor = received.cursor;
        }
        self.sync.read.extend(&received.read);
        if received.synced_at_ms.is_some() {
            self.sync.synced_at_ms = received.synced_at_ms;
        }
    }

    fn forget_server(&mut self) {
        for stored in self.log.values_mut() {
            stored.number = None;
            if stored.delivery == Delivery::Acknowledged {
                stored.delivery = Delivery::Offered;
            }
        }
        self.sync.cursor = None;
        self.sync.read.clear();
    }

    fn settle(&mut self, id: OperationId, delivery: Delivery, number: Option<u64>) {
        let waiting = self
            .get_mut(id)
            .filter(|stored| stored.delivery.is_waiting());
        if let Some(stored) = waiting {
            stored.delivery = delivery;
            stored.number = number;
        }
    }

    fn deliver(&mut self, delivered: &StoredOperation) {
        match self.get_mut(delivered.operation.id) {
            None => self.insert(delivered.clone()),
            Some(here) if here.operation == delivered.operation => {
                here.delivery = Delivery::Acknowledged;
                here.number = delivered.number;
            }
            // Its id is taken on the server: only the verdict "forked" may free it.
            Some(here) => here.built_upon = true,
        }
    }

    pub(super) fn reissue(
        &mut self,
        replaced: &[OperationId],
        operations: &[Operation],
    ) -> ReissueOutcome {
        let replaced: HashSet<_> = replaced.iter().copied().collect();
        let is_needed = self.log.values().any(|stored| {
            let operation = &stored.operation;
            stored.delivery.is_waiting()
                && stored.origin == Origin::Mine
                && !operation.self_contained
                && !replaced.contains(&operation.id)
                && operation.base.iter().any(|base| {
                    replaced.contains(base)
                        && self
                            .get(*base)
                            .is_some_and(|base| base.delivery.is_waiting())
                })
        });
        if is_needed {
            return ReissueOutcome::Stale;
        }
        for id in replaced {
            if self.get(id).is_some_and(|here| here.delivery.is_waiting()) {
                self.remove(id);
            }
        }
        for operation in operations {
            self.append(operation);
        }
        ReissueOutcome::Replaced
    }

    pub(super) fn discard(&mut self, operations: &[OperationId]) {
        let mut to_discard: HashSet<_> = operations
            .iter()
            .copied()
            .filter(|id| {
                self.get(*id)
                    .is_some_and(|here| here.delivery != Delivery::Acknowledged)
            })
            .collect();
        // What stays may need what it stands on, which then stays too, and so on.
        loop {
            let needed: Vec<_> = self
                .log
                .values()
                .map(|stored| &stored.operation)
                .filter(|operation| {
                    !operation.self_contained && !to_discard.contains(&operation.id)
                })
                .flat_map(|operation| operation.base.iter().copied())
                .filter(|base| to_discard.contains(base))
                .collect();
            if needed.is_empty() {
                break;
            }
            for id in needed {
                to_discard.remove(&id);
            }
        }
        for id in to_discard {
            self.remove(id);
        }
    }
}
