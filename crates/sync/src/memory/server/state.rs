//! The data of a server in memory and one exchange on them. Decisions are in `server_rules`; how a
//! page is read is in `page`.

mod page;

use crate::receipt::ReceiptKey;
use crate::server_rules::{
    self, Access, CursorFacts, Decision, EpochStanding, Facts, Known, Offer, Opened, Reading,
    RequestError,
};
use crate::store::Appended;
use crate::wire::{Cursor, Epoch, SyncRequest, SyncResponse, Verdict};
use approdo_document::{AccountId, Operation, OperationHash, OperationId, SpaceId};
use std::collections::{BTreeMap, HashMap, HashSet};

/// All that a backup holds.
#[derive(Debug, Clone, Default)]
pub(super) struct State {
    /// The lives of the data, the present one last.
    epochs: Vec<Epoch>,
    /// The last sequence given out, to an operation or a grant.
    highest: u64,
    /// Every operation ever accepted, by sequence.
    entries: BTreeMap<u64, Entry>,
    sequences: HashMap<OperationId, u64>,
    spaces: BTreeMap<SpaceId, Space>,
}

#[derive(Debug, Clone)]
struct Entry {
    id: OperationId,
    space: SpaceId,
    hash: OperationHash,
    number: u64,
    author: AccountId,
    /// None once compaction removed it.
    operation: Option<Operation>,
}

#[derive(Debug, Clone, Default)]
struct Space {
    /// The last number given out.
    last_number: u64,
    /// From which sequence each member may see the space; zero for its owner.
    members: BTreeMap<AccountId, u64>,
}

impl State {
    pub(super) fn begin_epoch(&mut self, epoch: Epoch) {
        self.epochs.push(epoch);
    }

    pub(super) fn leave_out(&mut self, sequences: u64) {
        self.highest += sequences;
    }

    pub(super) fn grant(&mut self, space: SpaceId, account: AccountId) {
        if let Some(space) = self.spaces.get_mut(&space) {
            self.highest += 1;
            space.members.entry(account).or_insert(self.highest);
        }
    }

    pub(super) fn revoke(&mut self, space: SpaceId, account: AccountId) {
        if let Some(space) = self.spaces.get_mut(&space) {
            space.members.remove(&account);
        }
    }

    pub(super) fn has(&self, id: OperationId) -> bool {
        self.sequences.contains_key(&id)
    }

    pub(super) fn operations(&self) -> impl Iterator<Item = &Operation> {
        self.entries
            .values()
            .filter_map(|entry| entry.operation.as_ref())
    }

    pub(super) fn append(&mut self, operation: &Operation, author: AccountId) -> Appended {
        let hash = operation.hash();
        match self.entry(operation.id) {
            Some(entry) if entry.hash == hash => Appended::Known,
            Some(_) => Appended::Forked,
            None => {
                self.store(operation, hash, author);
                Appended::New
            }
        }
    }

    pub(super) fn compact(&mut self, head: OperationId) -> usize {
        let is_self_contained = self
            .operation(head)
            .is_some_and(|operation| operation.self_contained);
        if !is_self_contained {
            return 0;
        }
        let ancestors = self.ancestors(head, None);
        let mut needed = HashSet::new();
        for operation in self.operations() {
            if operation.id != head && !ancestors.contains(&operation.id) {
                needed.extend(self.ancestors(operation.id, Some(head)));
            }
        }
        // Who does not have an operation must not have its ancestors either: they would seem current. That
        // includes those that have not arrived yet, as happens after a restore.
        let may_go = |id: &OperationId| {
            let before = self.ancestors(*id, None);
            before.is_disjoint(&needed) && before.iter().all(|id| self.has(*id))
        };
        let mut going = ancestors.clone();
        going.retain(|id| !needed.contains(id) && may_go(id));
        let mut removed = 0;
        for entry in self.entries.values_mut() {
            if going.contains(&entry.id) && entry.operation.take().is_some() {
                removed += 1;
            }
        }
        removed
    }

    /// Collects the ancestors of an operation, not going on beyond `end`.
    fn ancestors(&self, id: OperationId, end: Option<OperationId>) -> HashSet<OperationId> {
        let mut found = HashSet::new();
        let mut to_visit = vec![id];
        while let Some(id) = to_visit.pop() {
            if end == Some(id) {
                continue;
            }
            let base = self.operation(id).map(|operation| &operation.base);
            for base in base.into_iter().flatten() {
                if found.insert(*base) {
                    to_visit.push(*base);
                }
            }
        }
        found
    }

    /// Carries out one request; `next_epoch` is the name of a new life, should one begin.
    pub(super) fn exchange(
        &mut self,
        key: &ReceiptKey,
        next_epoch: Epoch,
        account: AccountId,
        request: &SyncRequest,
    ) -> Result<SyncResponse, RequestError> {
        let opened = server_rules::open(account, request)?;
        let (pushed, returned) = self.take(key, account, &opened);
        let reading = self.reading(key, account, request.cursor.as_ref());
        if reading == (Reading::Start { new_epoch: true }) {
            self.begin_epoch(next_epoch);
        }
        let stored = stored_here(&opened, &pushed, &returned);
        let wanted = page::Wanted {
            account,
            reading,
            stored: &stored,
            most: request.page,
        };
        Ok(SyncResponse {
            pushed,
            returned,
            ..self.page(key, &wanted)
        })
    }

    /// Stores what may be stored.
    fn take(
        &mut self,
        key: &ReceiptKey,
        account: AccountId,
        opened: &Opened,
    ) -> (Vec<Verdict>, Vec<Verdict>) {
        let mut pushed = vec![Verdict::BaseGone; opened.pushed.len()];
        let mut returned = vec![Verdict::BaseGone; opened.returned.len()];
        let mut forked = HashSet::new();
        for offer in server_rules::in_order_of_bases(opened) {
            let (verdict, id) = match offer {
                Offer::Pushed(index) => {
                    let operation = &opened.pushed[index];
                    let hash = operation.hash();
                    let facts = self.facts(operation, account, &forked);
                    let decision = server_rules::decide(operation, hash, &facts);
                    pushed[index] = self.carry_out(decision, operation, hash, account);
                    (&pushed[index], operation.id)
                }
                Offer::Returned(index) => {
                    let (operation, author, receipt) = &opened.returned[index];
                    let hash = operation.hash();
                    let is_valid = key.is_receipt_of(*receipt, hash, *author, operation.space);
                    let facts = self.facts(operation, *author, &forked);
                    let decision = server_rules::decide_returned(operation, hash, is_valid, &facts);
                    returned[index] = self.carry_out(decision, operation, hash, *author);
                    (&returned[index], operation.id)
                }
            };
            if *verdict == Verdict::Forked {
                forked.insert(id);
            }
        }
        (pushed, returned)
    }

    fn carry_out(
        &mut self,
        decision: Decision,
        operation: &Operation,
        hash: OperationHash,
        author: AccountId,
    ) -> Verdict {
        match decision {
            Decision::Answer(answer) => answer.into(),
            Decision::Store => Verdict::Stored {
                number: self.store(operation, hash, author),
            },
        }
    }

    fn facts(
        &self,
        operation: &Operation,
        author: AccountId,
        forked: &HashSet<OperationId>,
    ) -> Facts {
        Facts {
            known: self.entry(operation.id).map(|entry| Known {
                hash: entry.hash,
                number: entry.number,
            }),
            access: match self.spaces.get(&operation.space) {
                None => Access::NewSpace,
                Some(space) if space.members.contains_key(&author) => Access::Write,
                Some(_) => Access::None,
            },
            bases_present: operation
                .base
                .iter()
                .all(|base| self.operation(*base).is_some() && !forked.contains(base)),
        }
    }

    fn store(&mut self, operation: &Operation, hash: OperationHash, author: AccountId) -> u64 {
        self.highest += 1;
        let space = self.spaces.entry(operation.space).or_insert_with(|| Space {
            members: BTreeMap::from([(author, 0)]),
            ..Space::default()
        });
        space.last_number += 1;
        let entry = Entry {
            id: operation.id,
            space: operation.space,
            hash,
            number: space.last_number,
            author,
            operation: Some(operation.clone()),
        };
        let number = entry.number;
        self.sequences.insert(operation.id, self.highest);
        self.entries.insert(self.highest, entry);
        number
    }

    fn reading(&self, key: &ReceiptKey, account: AccountId, cursor: Option<&Cursor>) -> Reading {
        let Some(cursor) = cursor else {
            return Reading::Start { new_epoch: false };
        };
        let entry = self.entries.get(&cursor.sequence);
        let facts = CursorFacts {
            is_proven: key.gave_cursor(account, cursor),
            epoch: match self.epochs.iter().rposition(|epoch| *epoch == cursor.epoch) {
                None => EpochStanding::Unknown,
                Some(place) if place + 1 == self.epochs.len() => EpochStanding::Current,
                Some(_) => EpochStanding::Earlier,
            },
            highest: self.highest,
            operation: entry.map(|entry| entry.id),
            visible_since: entry.and_then(|entry| self.visible_since(entry.space, account)),
        };
        server_rules::reading_from(Some(cursor), &facts)
    }

    fn visible_since(&self, space: SpaceId, account: AccountId) -> Option<u64> {
        self.spaces.get(&space)?.members.get(&account).copied()
    }

    fn entry(&self, id: OperationId) -> Option<&Entry> {
        self.entries.get(self.sequences.get(&id)?)
    }

    fn operation(&self, id: OperationId) -> Option<&Operation> {
        self.entry(id)?.operation.as_ref()
    }
}

/// Collects what this request offered and the server now has with the same bytes: the device needs
/// only its number.
fn stored_here(opened: &Opened, pushed: &[Verdict], returned: &[Verdict]) -> HashSet<OperationId> {
    let returned_operations = opened.returned.iter().map(|(operation, ..)| operation);
    opened
        .pushed
        .iter()
        .zip(pushed)
        .chain(returned_operations.zip(returned))
        .filter(|(_, verdict)| matches!(verdict, Verdict::Stored { .. }))
        .map(|(operation, _)| operation.id)
        .collect()
}
