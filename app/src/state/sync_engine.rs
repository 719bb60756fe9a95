//! What decides when to sync and carries out an exchange, as a value that can arrive later than the
//! rest of the client: a device that is not linked needs none of it.

use super::blob_sync::NamedFiles;
use super::saving::SyncView;
use crate::platform::blob_transport::HttpBlobTransport;
use crate::platform::clock;
use crate::platform::transport::HttpTransport;
use approdo_document::{Author, DocumentId};
use approdo_store_indexeddb::{IndexedDbStore, StoreError};
use approdo_sync::blob_exchange::exchange_blobs;
use approdo_sync::blobs::BlobStore;
use approdo_sync::exchange::{ExchangeError, begin_again, exchange_once};
use approdo_sync::machine::{Action, Event, ExchangeEnd, Failure, SyncMachine, SyncStatus};
use futures::FutureExt;
use futures::future::LocalBoxFuture;
use std::rc::Rc;

/// The functions of sync.
#[derive(Debug, Clone, Copy)]
pub struct SyncEngine {
    /// Takes note of an event at a time, with a random number; returns what to do.
    pub handle: fn(&mut SyncMachine, Event, u64, u32) -> Vec<Action>,
    /// Returns what the person is told at a time, with so many operations refused.
    pub view: fn(&SyncMachine, usize, u64) -> SyncView,
    /// Exchanges once with the server.
    pub exchange: fn(Rc<IndexedDbStore>, Offer, Author) -> LocalBoxFuture<'static, Exchanged>,
    /// Sends and fetches files, all again if the server lost them.
    pub exchange_files:
        fn(Rc<IndexedDbStore>, NamedFiles, bool) -> LocalBoxFuture<'static, ExchangedFiles>,
}

/// What an exchange of files left behind.
#[derive(Debug, Clone, Copy)]
pub struct ExchangedFiles {
    /// How many came.
    pub arrived: usize,
    /// How many the server still lacks.
    pub waiting: usize,
}

/// How to exchange.
#[derive(Debug, Clone, Copy)]
pub struct Offer {
    /// How many operations to offer at most.
    pub most: usize,
    /// Whether to read everything again.
    pub from_the_start: bool,
    /// The time, in milliseconds since 1970.
    pub now_ms: u64,
}

/// What an exchange left behind.
#[derive(Debug)]
pub struct Exchanged {
    /// Who minted anew what the server could not take.
    pub author: Author,
    /// How it ended, for the machine.
    pub end: ExchangeEnd,
    /// What it brought; none if it failed.
    pub brought: Option<Brought>,
    /// Why the store failed, if that is why there was no exchange.
    pub store_failure: Option<StoreError>,
}

/// What an exchange brought.
#[derive(Debug)]
pub struct Brought {
    /// Documents to read again.
    pub changed: Vec<DocumentId>,
    /// How many operations the server does not take.
    pub refused: usize,
    /// Whether the server was restored from a backup.
    pub restored: bool,
}

impl SyncEngine {
    /// Gathers the functions.
    pub fn new() -> Self {
        Self {
            handle: SyncMachine::handle,
            view: |machine, refused, now_ms| view_of(machine.status(now_ms), refused),
            exchange: |store, offer, author| exchange(store, offer, author).boxed_local(),
            exchange_files: |store, named, lost| exchange_files(store, named, lost).boxed_local(),
        }
    }
}

impl Default for SyncEngine {
    fn default() -> Self {
        Self::new()
    }
}

async fn exchange(store: Rc<IndexedDbStore>, offer: Offer, mut author: Author) -> Exchanged {
    if offer.from_the_start
        && let Err(error) = begin_again(&*store).await
    {
        return Exchanged {
            author,
            end: ExchangeEnd::Failed(Failure::StoreFailed),
            brought: None,
            store_failure: Some(error),
        };
    }
    let Offer { most, now_ms, .. } = offer;
    let result = exchange_once(&*store, &HttpTransport, most, now_ms, &mut author).await;
    let end = ExchangeEnd::from(&result);
    let (brought, store_failure) = match result {
        Ok(report) => {
            let (changed, refused) = (report.changed.into_iter(), report.waiting.refused);
            let changed = changed.collect();
            let restored = report.restored;
            let brought = Brought {
                changed,
                refused,
                restored,
            };
            (Some(brought), None)
        }
        Err(ExchangeError::Store(error)) => (None, Some(error)),
        Err(_) => (None, None),
    };
    Exchanged {
        author,
        end,
        brought,
        store_failure,
    }
}

/// What fails is tried again after the next exchange.
async fn exchange_files(
    store: Rc<IndexedDbStore>,
    named: NamedFiles,
    lost: bool,
) -> ExchangedFiles {
    let mut arrived = 0;
    if !lost || store.offer_blobs_again().await.is_ok() {
        let exchanged = exchange_blobs(&*store, &HttpBlobTransport, &named, clock::now_ms()).await;
        arrived = exchanged.map_or(0, |report| report.fetched.len());
    }
    let waiting = store.waiting_blobs().await.unwrap_or_default();
    let waiting = waiting.iter().filter(|hash| named.contains_key(*hash));
    ExchangedFiles {
        arrived,
        waiting: waiting.count(),
    }
}

fn view_of(status: SyncStatus, refused: usize) -> SyncView {
    match status {
        SyncStatus::NotLinked => SyncView::NotLinked,
        SyncStatus::SignedOut { .. } => SyncView::SignedOut,
        SyncStatus::OtherAccount { .. } => SyncView::OtherAccount,
        SyncStatus::UpdateNeeded => SyncView::UpdateNeeded,
        SyncStatus::ServerTooOld => SyncView::ServerTooOld,
        SyncStatus::Stalled { waiting, .. } => SyncView::Stalled(waiting),
        _ if refused > 0 => SyncView::Refused(refused),
        SyncStatus::Waiting(waiting) => SyncView::Waiting(waiting),
        SyncStatus::Syncing => SyncView::Syncing,
        SyncStatus::Synced { at_ms } => SyncView::Synced(at_ms),
        SyncStatus::Offline { waiting } => SyncView::Offline(waiting),
    }
}
