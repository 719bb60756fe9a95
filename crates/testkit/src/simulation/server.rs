//! The server of the simulated world: the one in memory, with the mistakes of `broken`.

use super::broken::Broken;
use crate::clock::FixedClock;
use approdo_document::{AccountId, Body, Content, Operation, OperationId, SpaceId};
use approdo_sync::batch::Batch;
use approdo_sync::memory::{MemoryServerStore, ServerSnapshot};
use approdo_sync::server_rules::RequestError;
use approdo_sync::store::ServerStore;
use approdo_sync::wire::{DeliveredNote, Hole, Refusal, SyncRequest, SyncResponse, Verdict};
use futures::executor::block_on;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// How far in the future a stamp may lie for [`Broken::FutureIsRefused`].
const FUTURE_MS: u64 = 86_400_000;
/// Counters this high name the copies of [`Broken::RepeatIsStoredAgain`].
const COPIES_FROM: u64 = 1 << 40;

/// The server of the simulated world. Clones are handles to the same server.
#[derive(Debug, Clone)]
pub struct SimulatedServer {
    kept: MemoryServerStore,
    clock: FixedClock,
    broken: Option<Broken>,
    /// What [`Broken::CompactionTakesWhatIsNeeded`] took.
    taken: Rc<RefCell<BTreeSet<OperationId>>>,
}

impl SimulatedServer {
    pub(super) fn new(seed: u64, clock: FixedClock, broken: Option<Broken>) -> Self {
        Self {
            kept: MemoryServerStore::new(seed),
            clock,
            broken,
            taken: Rc::default(),
        }
    }

    pub(super) fn is(&self, broken: Broken) -> bool {
        self.broken == Some(broken)
    }

    /// Carries out one request of a session.
    ///
    /// # Errors
    /// Why nothing of it was stored.
    pub fn exchange(
        &self,
        session: AccountId,
        request: &SyncRequest,
    ) -> Result<SyncResponse, RequestError> {
        if self.broken.is_none() {
            return block_on(self.kept.exchange(session, request));
        }
        let mut request = request.clone();
        if self.is(Broken::SessionNotCompared) {
            request.account = session;
        }
        let pushed = request.pushed.unpack()?;
        if self.is(Broken::RepeatIsStoredAgain) {
            self.store_again(session, &request, &pushed)?;
        }
        let before = self.kept.snapshot();
        let mut response = self.accept(session, request, &pushed)?;
        let has_refusal = |verdict: &Verdict| matches!(verdict, Verdict::Refused(_));
        if self.is(Broken::RefusalFailsWholeRequest) && response.pushed.iter().any(has_refusal) {
            self.kept.restore(&before);
            return Err(RequestError::TooManyOperations);
        }
        self.leave_out_taken(&mut response)?;
        Ok(response)
    }

    /// Accepts what the broken server does not refuse, and spoils the verdicts.
    fn accept(
        &self,
        session: AccountId,
        mut request: SyncRequest,
        pushed: &[Operation],
    ) -> Result<SyncResponse, RequestError> {
        let known: BTreeSet<OperationId> = pushed
            .iter()
            .map(|operation| operation.id)
            .filter(|id| self.kept.has(*id))
            .collect();
        let (refused, accepted): (Vec<_>, Vec<_>) =
            pushed.iter().partition(|operation| self.refuses(operation));
        request.pushed = Batch::pack(accepted);
        let mut response = block_on(self.kept.exchange(session, &request))?;
        let mut verdicts = std::mem::take(&mut response.pushed).into_iter();
        for operation in pushed {
            let verdict = if refused.contains(&operation) {
                Some(Verdict::Refused(Refusal::Malformed))
            } else {
                verdicts.next()
            };
            let was_known = known.contains(&operation.id);
            response
                .pushed
                .extend(verdict.map(|verdict| self.spoiled(verdict, was_known)));
        }
        self.deliver_refused(&mut response, session, pushed)?;
        Ok(response)
    }

    /// A repeat that is refused is delivered whole instead of being named.
    fn deliver_refused(
        &self,
        response: &mut SyncResponse,
        session: AccountId,
        pushed: &[Operation],
    ) -> Result<(), RequestError> {
        if !self.is(Broken::RepeatIsRefused) {
            return Ok(());
        }
        let mut delivered = response.delivered.unpack()?;
        for (operation, verdict) in pushed.iter().zip(&response.pushed) {
            let place = response
                .echoes
                .iter()
                .position(|(id, _)| *id == operation.id);
            if let (Some(place), Verdict::Refused(_)) = (place, verdict) {
                let (_, number) = response.echoes.remove(place);
                delivered.push(operation.clone());
                response.delivered_notes.push(DeliveredNote {
                    number,
                    author: session,
                    receipt: None,
                    device: None,
                });
            }
        }
        response.delivered = Batch::pack(&delivered);
        Ok(())
    }

    fn store_again(
        &self,
        session: AccountId,
        request: &SyncRequest,
        pushed: &[Operation],
    ) -> Result<(), RequestError> {
        let copies: Vec<Operation> = pushed
            .iter()
            .filter(|operation| self.kept.has(operation.id))
            .map(|operation| Operation {
                id: OperationId {
                    counter: operation.id.counter + COPIES_FROM,
                    ..operation.id
                },
                ..operation.clone()
            })
            .collect();
        let again = SyncRequest {
            pushed: Batch::pack(&copies),
            returned: Batch::default(),
            returned_proofs: Vec::new(),
            cursor: None,
            ..request.clone()
        };
        block_on(self.kept.exchange(session, &again)).map(|_| ())
    }

    fn refuses(&self, operation: &Operation) -> bool {
        match self.broken {
            Some(Broken::ServerReadsBodies) => match Body::decode(&operation.body) {
                Ok(body) => matches!(body.content, Content::Unknown { .. }),
                Err(_) => true,
            },
            Some(Broken::FutureIsRefused) => {
                operation.stamp.millis > self.clock.now_ms() + FUTURE_MS
            }
            _ => false,
        }
    }

    fn spoiled(&self, verdict: Verdict, was_known: bool) -> Verdict {
        match (self.broken, verdict) {
            (Some(Broken::RepeatIsRefused), Verdict::Stored { .. }) if was_known => {
                Verdict::Refused(Refusal::Malformed)
            }
            (Some(Broken::BaseGoneIsRefused), Verdict::BaseGone) => {
                Verdict::Refused(Refusal::Malformed)
            }
            (_, verdict) => verdict,
        }
    }

    fn leave_out_taken(&self, response: &mut SyncResponse) -> Result<(), RequestError> {
        let taken = self.taken.borrow();
        if taken.is_empty() {
            return Ok(());
        }
        let delivered = response.delivered.unpack()?;
        let (mut left, mut notes) = (Vec::new(), Vec::new());
        for (operation, note) in delivered.into_iter().zip(&response.delivered_notes) {
            if taken.contains(&operation.id) {
                response.holes.push(Hole {
                    space: operation.space,
                    from: note.number,
                    to: note.number,
                });
            } else {
                left.push(operation);
                notes.push(*note);
            }
        }
        response.delivered = Batch::pack(&left);
        response.delivered_notes = notes;
        Ok(())
    }

    /// Drops the ancestors of a self-contained operation that nothing else needs; answers how many.
    pub fn compact(&self, head: OperationId) -> usize {
        if !self.is(Broken::CompactionTakesWhatIsNeeded) {
            return self.kept.compact(head);
        }
        let bases: BTreeMap<OperationId, Vec<OperationId>> = self
            .all_operations()
            .into_iter()
            .map(|operation| (operation.id, operation.base))
            .collect();
        let mut to_visit = vec![head];
        let mut taken = self.taken.borrow_mut();
        let before = taken.len();
        while let Some(id) = to_visit.pop() {
            for base in bases.get(&id).into_iter().flatten() {
                if taken.insert(*base) {
                    to_visit.push(*base);
                }
            }
        }
        taken.len() - before
    }

    /// Takes a backup.
    pub fn snapshot(&self) -> ServerSnapshot {
        self.kept.snapshot()
    }

    /// Goes back to a backup.
    pub fn restore(&self, snapshot: &ServerSnapshot) {
        self.kept.restore(snapshot);
    }

    /// Starts again after a stop.
    pub fn restart(&self) {
        self.kept.restart();
    }

    /// Lets an account read and write a space from now on, which must exist.
    pub fn grant(&self, space: SpaceId, account: AccountId) {
        self.kept.grant(space, account);
    }

    /// Tells whether an operation is durable here, or was before compaction.
    pub fn has(&self, id: OperationId) -> bool {
        self.kept.has(id)
    }

    /// Returns every operation that is here, in the order in which they were accepted.
    pub fn all_operations(&self) -> Vec<Operation> {
        let taken = self.taken.borrow();
        let mut operations = self.kept.all_operations();
        operations.retain(|operation| !taken.contains(&operation.id));
        operations
    }
}
