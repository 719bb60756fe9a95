//! The decisions every server store takes, as pure functions of what it found. How a store finds
//! and keeps things is its own business; that all stores decide alike is checked by `conformance`.
//!
//! One exchange, in one transaction: `open` the request; for each offer `in_order_of_bases` look up
//! its `Facts` and `decide`; then `reading_from` the cursor and read a page in the order of
//! `(since, sequence)`. Bodies are never looked into.

#[cfg(test)]
mod tests;

use crate::batch::BatchError;
use crate::wire::{
    Cursor, LARGEST_BODY_BYTES, MOST_BASES, MOST_OPERATIONS, Receipt, Refusal, SyncRequest, Verdict,
};
use approdo_document::{AccountId, Operation, OperationHash, OperationId};
use std::collections::HashSet;
use thiserror::Error;

/// Most bytes of bodies one answer delivers; the first operation is delivered whatever its size.
pub const LARGEST_PAGE_BYTES: usize = 1024 * 1024;
/// Most bytes of header fields of newer versions.
pub const LARGEST_EXTENSIONS_BYTES: usize = 4 * 1024;

/// Why a whole request is not taken; nothing of it is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum RequestError {
    /// It carries more than [`MOST_OPERATIONS`].
    #[error("the request carries more than {MOST_OPERATIONS} operations; send fewer at a time")]
    TooManyOperations,
    /// A batch contradicts itself.
    #[error("a batch of the request is damaged: {0}")]
    Batch(#[from] BatchError),
    /// There is not one proof for each returned operation.
    #[error("the request does not carry one proof for each returned operation; send both")]
    ProofsDoNotMatch,
    /// The work is another account's than the session's.
    #[error("the request is another account's than the session; sign in as that account")]
    OtherAccount,
}

/// A request's operations, unpacked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Opened {
    /// The account's own, in the request's order.
    pub pushed: Vec<Operation>,
    /// Those of others, in the request's order.
    pub returned: Vec<(Operation, AccountId, Receipt)>,
}

/// Checks and unpacks a request.
///
/// # Errors
/// Why nothing of it can be taken.
pub fn open(account: AccountId, request: &SyncRequest) -> Result<Opened, RequestError> {
    if request.account != account {
        return Err(RequestError::OtherAccount);
    }
    if request.pushed.len().saturating_add(request.returned.len()) > MOST_OPERATIONS {
        return Err(RequestError::TooManyOperations);
    }
    if request.returned.len() != request.returned_proofs.len() {
        return Err(RequestError::ProofsDoNotMatch);
    }
    let returned = request.returned.unpack()?.into_iter();
    Ok(Opened {
        pushed: request.pushed.unpack()?,
        returned: returned
            .zip(&request.returned_proofs)
            .map(|(operation, &(author, receipt))| (operation, author, receipt))
            .collect(),
    })
}

/// Points to one offered operation of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offer {
    /// The operation of that index among those pushed.
    Pushed(usize),
    /// The operation of that index among those returned.
    Returned(usize),
}

/// Merges both lists so that each operation comes after its bases, as far as their own orders allow.
pub fn in_order_of_bases(opened: &Opened) -> Vec<Offer> {
    let (pushed, returned) = (&opened.pushed, &opened.returned);
    if returned.is_empty() {
        return (0..pushed.len()).map(Offer::Pushed).collect();
    }
    let mut to_come: HashSet<OperationId> = pushed
        .iter()
        .chain(returned.iter().map(|(operation, ..)| operation))
        .map(|operation| operation.id)
        .collect();
    let (mut next_pushed, mut next_returned) = (0, 0);
    let mut order = Vec::with_capacity(pushed.len() + returned.len());
    loop {
        let one = pushed.get(next_pushed);
        let other = returned.get(next_returned).map(|(operation, ..)| operation);
        let waits =
            |operation: &Operation| operation.base.iter().any(|base| to_come.contains(base));
        let (offer, operation) = match (one, other) {
            (Some(one), Some(other)) if waits(one) && !waits(other) => {
                (Offer::Returned(next_returned), other)
            }
            (Some(one), _) => (Offer::Pushed(next_pushed), one),
            (None, Some(other)) => (Offer::Returned(next_returned), other),
            (None, None) => return order,
        };
        to_come.remove(&operation.id);
        order.push(offer);
        match offer {
            Offer::Pushed(_) => next_pushed += 1,
            Offer::Returned(_) => next_returned += 1,
        }
    }
}

/// Checks what can be checked without knowing anything else.
///
/// # Errors
/// Why the operation will never be taken.
pub fn check_header(operation: &Operation) -> Result<(), Refusal> {
    let too_large = operation.body.len() > LARGEST_BODY_BYTES
        || operation.extensions.len() > LARGEST_EXTENSIONS_BYTES
        || operation.base.len() > MOST_BASES
        || operation.blobs.len() > MOST_BASES;
    if too_large {
        return Err(Refusal::TooLarge);
    }
    let base_in_order = operation.base.is_sorted_by(|one, next| one < next);
    let stands_on_nothing = operation.base.is_empty() && !operation.self_contained;
    let stands_on_itself = operation.base.contains(&operation.id);
    if !base_in_order || stands_on_nothing || stands_on_itself || operation.id.counter == 0 {
        return Err(Refusal::Malformed);
    }
    Ok(())
}

/// What a store found about an offered operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    /// What is, or ever was, stored under its id: also what compaction or erasure removed, so that a
    /// stale device neither brings it back nor waits for ever.
    pub known: Option<Known>,
    /// What the author may do in its space.
    pub access: Access,
    /// Whether each of its bases is stored, or was accepted earlier in this request; one that this
    /// same request was answered `Forked` for does not count, since the device means other bytes.
    /// Only looked at for an operation that is not self-contained: need not be found out for others.
    pub bases_present: bool,
}

/// What is stored under an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    /// The hash of the operation.
    pub hash: OperationHash,
    /// Its number in its space.
    pub number: u64,
}

/// What an account may do in a space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// It may write there.
    Write,
    /// No such space yet: it becomes the owner by writing there first.
    NewSpace,
    /// It may not write there.
    None,
}

/// What a store does with an offered operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// Store it under its author, with the next number of its space and the next sequence. If there
    /// is no such space yet, make it with the author as its owner.
    Store,
    /// Store nothing and answer this.
    Answer(Answer),
}

/// An answer that stores nothing; becomes a [`Verdict`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// It is here under this number.
    Known(u64),
    /// Other bytes are here under its id.
    Forked,
    /// A base is not here.
    BaseGone,
    /// It will not be taken.
    Refused(Refusal),
}

impl From<Answer> for Verdict {
    fn from(answer: Answer) -> Verdict {
        match answer {
            Answer::Known(number) => Verdict::Stored { number },
            Answer::Forked => Verdict::Forked,
            Answer::BaseGone => Verdict::BaseGone,
            Answer::Refused(refusal) => Verdict::Refused(refusal),
        }
    }
}

/// Decides about an operation that its author's own session pushed.
pub fn decide(operation: &Operation, hash: OperationHash, facts: &Facts) -> Decision {
    if let Err(refusal) = check_header(operation) {
        return Decision::Answer(Answer::Refused(refusal));
    }
    match facts.known {
        // Whoever has the same bytes learns nothing new; and a device whose access ended after its
        // work was stored must not keep waiting.
        Some(known) if known.hash == hash => Decision::Answer(Answer::Known(known.number)),
        _ if facts.access == Access::None => Decision::Answer(Answer::Refused(Refusal::NotAllowed)),
        Some(_) => Decision::Answer(Answer::Forked),
        None if !operation.self_contained && !facts.bases_present => {
            Decision::Answer(Answer::BaseGone)
        }
        None => Decision::Store,
    }
}

/// Decides about an operation that another account's device brings back after a restore: the
/// receipt proves that the author once was allowed to write it, so access is not asked again.
pub fn decide_returned(
    operation: &Operation,
    hash: OperationHash,
    receipt_is_valid: bool,
    facts: &Facts,
) -> Decision {
    if !receipt_is_valid {
        return Decision::Answer(Answer::Refused(Refusal::BadReceipt));
    }
    let access = match facts.access {
        Access::None => Access::Write,
        access => access,
    };
    decide(operation, hash, &Facts { access, ..*facts })
}

/// What the server knows of an epoch a cursor names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EpochStanding {
    /// The life of the data that goes on now.
    Current,
    /// One that ended with a restore the server knows of.
    Earlier,
    /// One the server has never heard of.
    Unknown,
}

/// What a store found about a cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CursorFacts {
    /// Whether this server gave the cursor to this account (`ReceiptKey::gave_cursor`).
    pub is_proven: bool,
    /// What the server knows of its epoch.
    pub epoch: EpochStanding,
    /// The highest sequence given out, to operations and grants.
    pub highest: u64,
    /// The operation that has, or before its removal had, the cursor's sequence.
    pub operation: Option<OperationId>,
    /// From where the account may see the space of that operation now, if at all: zero for its owner.
    pub visible_since: Option<u64>,
}

/// Where to read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// After this place in the order of `(since, sequence)`.
    After {
        /// First part of the order.
        since: u64,
        /// Second part of the order.
        sequence: u64,
    },
    /// From the start.
    Start {
        /// Whether the cursor proves a restore that the server did not know of: a new epoch begins,
        /// in the same transaction, and the answer names it.
        new_epoch: bool,
    },
}

/// Decides where to read from.
pub fn reading_from(cursor: Option<&Cursor>, facts: &CursorFacts) -> Reading {
    let Some(cursor) = cursor else {
        return Reading::Start { new_epoch: false };
    };
    if !facts.is_proven {
        return Reading::Start { new_epoch: false };
    }
    match facts.epoch {
        EpochStanding::Earlier => return Reading::Start { new_epoch: false },
        EpochStanding::Unknown => return Reading::Start { new_epoch: true },
        EpochStanding::Current => {}
    }
    let is_ahead = cursor.sequence > facts.highest || cursor.since > facts.highest;
    if is_ahead || facts.operation != Some(cursor.operation) {
        return Reading::Start { new_epoch: true };
    }
    // Access that ended, or ended and came again, moves places without any restore.
    if facts.visible_since.map(|since| since.max(cursor.sequence)) != Some(cursor.since) {
        return Reading::Start { new_epoch: false };
    }
    Reading::After {
        since: cursor.since,
        sequence: cursor.sequence,
    }
}
