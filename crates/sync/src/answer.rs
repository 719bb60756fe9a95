//! Checking a server's answer against what was asked, before anything of it is stored. Pure: what
//! comes out is one `Received` for the store, and what has to be minted anew.

use crate::batch::BatchError;
use crate::numbers::SpaceNumbers;
use crate::store::{Delivery, Origin, Outgoing, Received, StoredOperation, SyncState};
use crate::wire::{DeliveredNote, SyncResponse, Verdict};
use approdo_document::{AccountId, Operation, OperationId, Rejection, SpaceId};
use std::collections::{BTreeMap, HashMap};
use thiserror::Error;

/// Why an answer is not believed; nothing of it is stored, and the same is asked again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum AnswerError {
    /// A batch contradicts itself.
    #[error("the server's answer is damaged: {0}")]
    Batch(#[from] BatchError),
    /// There is not one verdict for each operation offered, or one note for each delivered.
    #[error("the server's answer does not fit the request; it is asked again")]
    DoesNotFit,
    /// A number of a space is missing and no hole explains it.
    #[error("a change is missing from the server's answer; it is asked again")]
    Gap,
    /// The cursor is missing, or of another life of the data than the answer.
    #[error("the server's answer has no valid place to read on from; it is asked again")]
    Cursor,
}

/// An answer that holds together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Checked {
    /// What the store takes, in one transaction.
    pub received: Received,
    /// Operations to be minted anew.
    pub rejected: BTreeMap<OperationId, Rejection>,
}

/// Checks an answer to a request that offered `sent` in the state `state`, for `account`.
///
/// # Errors
/// Why nothing of it can be believed.
pub fn check(
    account: AccountId,
    state: &SyncState,
    sent: &Outgoing,
    response: &SyncResponse,
) -> Result<Checked, AnswerError> {
    let fits = response.pushed.len() == sent.pushed.len()
        && response.returned.len() == sent.returned.len()
        && response.delivered.len() == response.delivered_notes.len();
    if !fits {
        return Err(AnswerError::DoesNotFit);
    }
    check_cursor(response)?;
    let restored = state
        .cursor
        .is_some_and(|cursor| cursor.epoch != response.epoch);
    let delivered = response.delivered.unpack()?;
    let read_before = if restored {
        &BTreeMap::new()
    } else {
        &state.read
    };
    let read = read_on(read_before, sent, response, &delivered)?;
    let mut checked = Checked {
        received: Received {
            delivered: stored_operations(account, response, delivered),
            cursor: response.cursor,
            restored,
            ..Received::default()
        },
        rejected: BTreeMap::new(),
    };
    let is_read = |space: SpaceId, number: u64| {
        let so_far = read.get(&space).or_else(|| read_before.get(&space));
        !response.more || so_far.is_some_and(|so_far| number <= *so_far)
    };
    sort_verdicts(&mut checked, sent, response, is_read);
    checked.received.read = read;
    Ok(checked)
}

fn check_cursor(response: &SyncResponse) -> Result<(), AnswerError> {
    let brings_something = !response.delivered.is_empty() || !response.echoes.is_empty();
    match response.cursor {
        None if brings_something || response.more => Err(AnswerError::Cursor),
        Some(cursor) if cursor.epoch != response.epoch => Err(AnswerError::Cursor),
        _ => Ok(()),
    }
}

/// Returns up to which number each space that occurs in the answer is read with it.
fn read_on(
    before: &BTreeMap<SpaceId, u64>,
    sent: &Outgoing,
    response: &SyncResponse,
    delivered: &[Operation],
) -> Result<BTreeMap<SpaceId, u64>, AnswerError> {
    let mut spaces: BTreeMap<SpaceId, SpaceNumbers> = BTreeMap::new();
    for (operation, note) in delivered.iter().zip(&response.delivered_notes) {
        let space = spaces.entry(operation.space).or_default();
        space.add(note.number);
    }
    let returned = sent.returned.iter().map(|(operation, ..)| operation);
    let stored_spaces: HashMap<OperationId, SpaceId> = sent
        .pushed
        .iter()
        .zip(&response.pushed)
        .chain(returned.zip(&response.returned))
        .filter(|(_, verdict)| matches!(verdict, Verdict::Stored { .. }))
        .map(|(operation, _)| (operation.id, operation.space))
        .collect();
    for (id, number) in &response.echoes {
        let space = stored_spaces.get(id).ok_or(AnswerError::DoesNotFit)?;
        spaces.entry(*space).or_default().add(*number);
    }
    for hole in &response.holes {
        let space = spaces.entry(hole.space).or_default();
        space.add_hole(hole.from, hole.to);
    }
    let mut read = BTreeMap::new();
    for (space, numbers) in spaces {
        let so_far = before.get(&space).copied().unwrap_or(0);
        read.insert(space, numbers.read_on_from(so_far).ok_or(AnswerError::Gap)?);
    }
    Ok(read)
}

fn stored_operations(
    account: AccountId,
    response: &SyncResponse,
    delivered: Vec<Operation>,
) -> Vec<StoredOperation> {
    let origin = |note: &DeliveredNote| match note.receipt {
        Some(receipt) if note.author != account => Origin::Other {
            author: note.author,
            receipt,
        },
        _ => Origin::Mine,
    };
    let device = |note: &DeliveredNote| {
        let index = usize::try_from(note.device?).ok()?;
        response.device_names.get(index).cloned()
    };
    delivered
        .into_iter()
        .zip(&response.delivered_notes)
        .map(|(operation, note)| StoredOperation {
            operation,
            delivery: Delivery::Acknowledged,
            origin: origin(note),
            built_upon: false,
            number: Some(note.number),
            device: device(note),
        })
        .collect()
}

/// Sorts what was offered by its verdict. An operation counts as acknowledged once it was also read
/// back, that is, once the cursor covers it: then a restore that loses it moves the cursor's place
/// too, and cannot pass unnoticed.
fn sort_verdicts(
    checked: &mut Checked,
    sent: &Outgoing,
    response: &SyncResponse,
    is_read: impl Fn(SpaceId, u64) -> bool,
) {
    let received = &mut checked.received;
    // What another wrote and the server cannot take back as it was is minted anew like one's own: this
    // device may be the last that holds its value.
    let returned = sent.returned.iter().map(|(operation, ..)| operation);
    let offered = sent.pushed.iter().chain(returned);
    let verdicts = response.pushed.iter().chain(&response.returned);
    for (operation, verdict) in offered.zip(verdicts) {
        match verdict {
            Verdict::Stored { number } if is_read(operation.space, *number) => {
                received.acknowledged.push((operation.id, *number));
            }
            Verdict::Stored { .. } => {}
            Verdict::Forked => {
                checked.rejected.insert(operation.id, Rejection::Forked);
            }
            Verdict::BaseGone => {
                checked.rejected.insert(operation.id, Rejection::BaseGone);
            }
            Verdict::Refused(refusal) => received.refused.push((operation.id, *refusal)),
        }
    }
}
