//! One exchange with the server: offer, check the answer, store it, mint anew what was not taken.
//! When to exchange is decided in `machine`.

mod reissue;
mod unreadable;

use crate::answer::{self, AnswerError, Checked};
use crate::batch::Batch;
use crate::frame::{self, FrameError};
use crate::server_rules::check_header;
use crate::store::{DeviceStore, Outgoing, Received, SyncState, Waiting};
use crate::transport::{Transport, TransportError};
use crate::wire::{MOST_OPERATIONS, Refusal, SyncRequest, SyncResponse};
use approdo_document::{AccountId, Author, DocumentId, Operation, OperationId};
use std::collections::BTreeSet;
use thiserror::Error;

/// Most bytes of bodies in one request, so that it stays under what servers take even unpacked.
const LARGEST_OFFER_BYTES: usize = 640 * 1024;
/// One at a time is taken out of so many.
const MOST_TO_CHOOSE_FROM: usize = 64;

/// What an exchange brought.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ExchangeReport {
    /// Documents with operations from elsewhere, or minted anew: read them again.
    pub changed: BTreeSet<DocumentId>,
    /// Whether the server has more to read now.
    pub more: bool,
    /// What still waits.
    pub waiting: Waiting,
    /// How many operations the server newly acknowledged.
    pub acknowledged: usize,
    /// How many came from elsewhere.
    pub delivered: usize,
    /// How many the server will not take.
    pub refused: usize,
    /// How many were minted anew.
    pub reissued: usize,
    /// The server was restored from a backup: this device offers again what it has.
    pub restored: bool,
}

impl ExchangeReport {
    /// Tells whether anything moved.
    pub fn is_progress(&self) -> bool {
        self.acknowledged + self.delivered + self.refused + self.reissued > 0 || self.restored
    }
}

/// Why an exchange ended without an answer that was stored.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ExchangeError<E: std::error::Error> {
    /// This store belongs to no account yet.
    #[error("this device is not linked; link it to sync")]
    NotLinked,
    /// The device's store failed.
    #[error("the storage of this device failed: {0}")]
    Store(E),
    /// No answer.
    #[error(transparent)]
    Transport(#[from] TransportError),
    /// The answer is of another version of the protocol.
    #[error("the server speaks version {0} of the protocol; update the older of the two")]
    OtherVersion(u8),
    /// The answer arrived damaged.
    #[error("the server's answer is damaged; it is asked again")]
    Damaged,
    /// The answer does not hold together.
    #[error(transparent)]
    Answer(#[from] AnswerError),
}

impl<E: std::error::Error> From<FrameError> for ExchangeError<E> {
    fn from(error: FrameError) -> Self {
        match error {
            FrameError::NotApprodo => Self::Transport(TransportError::NotApprodo),
            FrameError::OtherVersion(version) => Self::OtherVersion(version),
            FrameError::Damaged => Self::Damaged,
        }
    }
}

/// Exchanges once, offering at most `most` operations. `author` mints anew what the server could not
/// take: give sync an author of its own, since the person goes on writing with the tab's meanwhile.
///
/// Whatever goes wrong, nothing leaves the store that the server has not acknowledged, and the same
/// can be done again.
///
/// # Errors
/// Why there is no answer, or none that could be stored.
pub async fn exchange_once<S: DeviceStore, T: Transport>(
    store: &S,
    transport: &T,
    most: usize,
    now_ms: u64,
    author: &mut Author,
) -> Result<ExchangeReport, ExchangeError<S::Error>> {
    let state = store.sync_state().await.map_err(ExchangeError::Store)?;
    let account = state.account.ok_or(ExchangeError::NotLinked)?;
    let most = most.min(MOST_OPERATIONS);
    let mut sent = match most {
        1 => any_single(store, now_ms).await?,
        most => next_offer(store, most).await?,
    };
    let unsendable = take_out_unsendable(&mut sent);
    let response = match ask(transport, account, &state, &sent).await {
        Err(ExchangeError::Transport(TransportError::TooLarge)) => {
            set_aside_single(store, &sent).await?;
            return Err(TransportError::TooLarge.into());
        }
        answer => answer?,
    };
    let mut checked = answer::check(account, &state, &sent, &response)?;
    checked.received.refused.extend(unsendable);
    let offered = sent.pushed.len() + sent.returned.len();
    let nothing_left = !response.more
        && offered < most.max(1)
        && checked.rejected.is_empty()
        && !checked.received.restored;
    checked.received.synced_at_ms = nothing_left.then_some(now_ms);
    for delivered in &checked.received.delivered {
        author.observe(delivered.operation.stamp, now_ms);
    }
    let reissued = store_answer(store, &checked, author, now_ms).await?;
    report(store, &checked, reissued, response.more).await
}

/// Lets the next exchange read everything from the start and offer everything again, as after a
/// restore. The server takes nothing twice.
///
/// A gap asks for this, and an id that is left because the server has other bytes under it: those may
/// have been delivered before, when ours were in their way.
///
/// # Errors
/// Why the store failed; then all is as it was.
pub async fn begin_again<S: DeviceStore>(store: &S) -> Result<(), S::Error> {
    let from_the_start = Received {
        restored: true,
        ..Received::default()
    };
    store.receive(&from_the_start).await
}

/// Takes the next operations, fewer if they are large.
async fn next_offer<S: DeviceStore>(
    store: &S,
    most: usize,
) -> Result<Outgoing, ExchangeError<S::Error>> {
    let mut most = most;
    loop {
        let offer = store
            .next_outgoing(most)
            .await
            .map_err(ExchangeError::Store)?;
        let bytes: usize = operations(&offer)
            .map(|operation| operation.body.len() + operation.extensions.len())
            .sum();
        if bytes <= LARGEST_OFFER_BYTES || most <= 1 {
            return Ok(offer);
        }
        most = most.min(offer.pushed.len() + offer.returned.len()) / 2;
    }
}

/// Takes a single operation that stands on none that waits, and not always the first: one that the
/// server fails on must not hold up the others.
async fn any_single<S: DeviceStore>(
    store: &S,
    draw: u64,
) -> Result<Outgoing, ExchangeError<S::Error>> {
    let mut offer = store
        .next_outgoing(MOST_TO_CHOOSE_FROM)
        .await
        .map_err(ExchangeError::Store)?;
    let ids: BTreeSet<OperationId> = operations(&offer).map(|operation| operation.id).collect();
    let stands_alone = |operation: &&Operation| !operation.base.iter().any(|id| ids.contains(id));
    let alone = operations(&offer).filter(stands_alone);
    let alone: Vec<OperationId> = alone.map(|operation| operation.id).collect();
    let count = u64::try_from(alone.len()).unwrap_or(u64::MAX).max(1);
    // Fibonacci hashing: clocks that only show round numbers must not choose the same ever again.
    let draw = draw.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32;
    let chosen = usize::try_from(draw % count)
        .ok()
        .and_then(|index| alone.get(index));
    let is_chosen = |operation: &Operation| Some(&operation.id) == chosen;
    offer.pushed.retain(is_chosen);
    offer
        .returned
        .retain(|(operation, ..)| is_chosen(operation));
    Ok(offer)
}

fn operations(offer: &Outgoing) -> impl Iterator<Item = &Operation> {
    let returned = offer.returned.iter().map(|(operation, ..)| operation);
    offer.pushed.iter().chain(returned)
}

/// Takes out what no server accepts, so that it does not hold up the others.
fn take_out_unsendable(offer: &mut Outgoing) -> Vec<(OperationId, Refusal)> {
    let mut unsendable = Vec::new();
    offer
        .pushed
        .retain(|operation| match check_header(operation) {
            Ok(()) => true,
            Err(refusal) => {
                unsendable.push((operation.id, refusal));
                false
            }
        });
    unsendable
}

async fn ask<T: Transport, E: std::error::Error>(
    transport: &T,
    account: AccountId,
    state: &SyncState,
    sent: &Outgoing,
) -> Result<SyncResponse, ExchangeError<E>> {
    let request = SyncRequest {
        account,
        cursor: state.cursor,
        pushed: Batch::pack(&sent.pushed),
        returned: Batch::pack(sent.returned.iter().map(|(operation, ..)| operation)),
        returned_proofs: sent
            .returned
            .iter()
            .map(|(_, author, receipt)| (*author, *receipt))
            .collect(),
        page: u32::try_from(MOST_OPERATIONS).unwrap_or(u32::MAX),
    };
    let answer = transport.exchange(frame::encode(&request)).await?;
    Ok(frame::decode(&answer)?)
}

/// Sets aside the one operation that was too large for the server even alone.
async fn set_aside_single<S: DeviceStore>(
    store: &S,
    sent: &Outgoing,
) -> Result<(), ExchangeError<S::Error>> {
    let mut ids = operations(sent).map(|operation| operation.id);
    if let (Some(id), None) = (ids.next(), ids.next()) {
        let received = Received {
            refused: vec![(id, Refusal::TooLarge)],
            ..Received::default()
        };
        let stored = store.receive(&received).await;
        stored.map_err(ExchangeError::Store)?;
    }
    Ok(())
}

/// Stores the answer; returns what was minted anew.
async fn store_answer<S: DeviceStore>(
    store: &S,
    checked: &Checked,
    author: &mut Author,
    now_ms: u64,
) -> Result<reissue::Reissued, ExchangeError<S::Error>> {
    if checked.rejected.is_empty() {
        let stored = store.receive(&checked.received).await;
        stored.map_err(ExchangeError::Store)?;
        return Ok(reissue::Reissued::default());
    }
    // The verdicts first: only what really waits is minted anew. What is delivered comes last: under
    // a forked id the other bytes can only be stored once ours have left it.
    let verdicts = Received {
        acknowledged: checked.received.acknowledged.clone(),
        refused: checked.received.refused.clone(),
        ..Received::default()
    };
    store
        .receive(&verdicts)
        .await
        .map_err(ExchangeError::Store)?;
    let reissued = reissue::reissue_rejected(store, &checked.rejected, author, now_ms)
        .await
        .map_err(ExchangeError::Store)?;
    // What this answer delivers is read again with the rest then: without a cursor that covers it, a
    // restore that loses it could not be noticed.
    if !reissued.begins_again {
        let stored = store.receive(&checked.received).await;
        stored.map_err(ExchangeError::Store)?;
    }
    Ok(reissued)
}

async fn report<S: DeviceStore>(
    store: &S,
    checked: &Checked,
    reissued: reissue::Reissued,
    more: bool,
) -> Result<ExchangeReport, ExchangeError<S::Error>> {
    let received = &checked.received;
    let mut changed = reissued.documents;
    changed.extend(
        received
            .delivered
            .iter()
            .map(|delivered| delivered.operation.document),
    );
    Ok(ExchangeReport {
        changed,
        more,
        waiting: store.waiting().await.map_err(ExchangeError::Store)?,
        acknowledged: received.acknowledged.len(),
        delivered: received.delivered.len(),
        refused: received.refused.len(),
        reissued: reissued.operations,
        restored: received.restored,
    })
}
