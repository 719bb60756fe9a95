//! A device: one store, one or more tabs, and the sync of the leading one.

use super::network::{Line, Partition};
use crate::chance::Chance;
use crate::clock::FixedClock;
use approdo_document::{AccountId, Author, Change, Document, DocumentId, cv_paths};
use approdo_domain::CvPlace;
use approdo_sync::exchange::{ExchangeError, ExchangeReport, exchange_once};
use approdo_sync::load::load_document;
use approdo_sync::machine::{Action, Event, ExchangeEnd, Failure, SyncMachine, SyncStatus};
use approdo_sync::memory::{DeviceStoreFull, MemoryDeviceStore};
use approdo_sync::store::{DeviceStore, EditOutcome, LocalEdit, OperationLog, Waiting};
use futures::FutureExt;
use futures::executor::block_on;
use futures::future::LocalBoxFuture;
use std::collections::BTreeMap;

/// How often an edit is made again on a fresh picture.
const MOST_TRIES: usize = 3;
/// After so long a device gives a request up.
const TIMEOUT_MS: u64 = 30_000;

type Exchange = (
    Result<ExchangeReport, ExchangeError<DeviceStoreFull>>,
    Author,
);

/// One page load: what it shows, and who writes in it.
#[derive(Debug, Clone)]
pub struct Tab {
    documents: BTreeMap<DocumentId, Document>,
    author: Author,
}

/// A device of the simulated world.
pub struct Device {
    store: MemoryDeviceStore,
    tabs: Vec<Tab>,
    machine: SyncMachine,
    line: Line,
    clock: FixedClock,
    skew_ms: i64,
    chance: Chance,
    /// Mints anew what the server could not take; away while an exchange goes on.
    sync_author: Option<Author>,
    exchange: Option<(u64, LocalBoxFuture<'static, Exchange>)>,
    wake_at_ms: Option<u64>,
    last: Option<ExchangeEnd>,
    progress: usize,
}

impl Device {
    /// Opens a device on what its store holds.
    pub(super) fn open(
        store: MemoryDeviceStore,
        line: Line,
        clock: FixedClock,
        skew_ms: i64,
        chance: Chance,
    ) -> Self {
        let mut device = Self {
            store,
            tabs: Vec::new(),
            machine: SyncMachine::new(),
            line,
            clock,
            skew_ms,
            chance,
            sync_author: None,
            exchange: None,
            wake_at_ms: None,
            last: None,
            progress: 0,
        };
        device.restart();
        device
    }

    /// The tab is killed and opened again: all that is left is what the store holds.
    pub fn restart(&mut self) {
        self.exchange = None;
        self.wake_at_ms = None;
        self.tabs.clear();
        self.open_tab();
        self.sync_author = Some(Author::new(self.chance.writer()));
        self.machine = SyncMachine::new();
        if let (Ok(state), Ok(waiting)) = (
            block_on(self.store.sync_state()),
            block_on(self.store.waiting()),
        ) {
            self.tell(Event::Started {
                is_linked: state.account.is_some(),
                waiting: waiting.waiting,
                synced_at_ms: state.synced_at_ms,
            });
        }
    }

    /// Opens another tab on the same store.
    pub fn open_tab(&mut self) {
        let mut tab = Tab {
            documents: BTreeMap::new(),
            author: Author::new(self.chance.writer()),
        };
        for id in block_on(self.store.documents()).unwrap_or_default() {
            reload(&mut tab, &self.store, id);
        }
        self.tabs.push(tab);
    }

    /// Returns how many tabs are open.
    pub fn tabs(&self) -> usize {
        self.tabs.len()
    }

    /// Returns the store.
    pub fn store(&self) -> &MemoryDeviceStore {
        &self.store
    }

    /// Returns how the last exchange ended.
    pub fn last_exchange(&self) -> Option<ExchangeEnd> {
        self.last
    }

    /// Returns how many exchanges moved something so far.
    pub fn progress(&self) -> usize {
        self.progress
    }

    /// Returns the time as this device believes it is.
    pub fn now_ms(&self) -> u64 {
        self.clock.now_ms().saturating_add_signed(self.skew_ms)
    }

    /// Puts the device's clock wrong by so much.
    pub fn set_skew(&mut self, skew_ms: i64) {
        self.skew_ms = skew_ms;
    }

    /// Cuts or mends the line.
    pub fn set_partition(&self, partition: Partition) {
        self.line.partition.set(partition);
    }

    /// Changes whose session the device holds, as when another person signs in on it.
    pub fn set_session(&self, session: Option<AccountId>) {
        self.line.session.set(session);
    }

    /// Returns what the person is told about sync.
    pub fn status(&self) -> SyncStatus {
        self.machine.status(self.now_ms())
    }

    /// Writes a text in the first tab; answers whether it is saved on this device.
    pub fn type_text(&mut self, id: DocumentId, place: CvPlace, text: &str) -> bool {
        let path = cv_paths::path(place);
        let saved = self.edit(0, id, |author, document, now_ms| {
            author.set_text(document, &path, text, now_ms)
        });
        saved.is_some()
    }

    /// Reads a text as a fresh tab would show it.
    pub fn text(&self, id: DocumentId, place: CvPlace) -> String {
        let path = cv_paths::path(place);
        let document = self.document(id);
        document.map_or_else(String::new, |document| document.text(&path).text)
    }

    /// Counts what waits on this device.
    pub fn waiting(&self) -> Waiting {
        block_on(self.store.waiting()).unwrap_or_default()
    }

    /// Binds the store to an account and starts to sync.
    pub fn link(&mut self, account: AccountId) -> bool {
        let is_bound = block_on(self.store.bind_account(account)) == Ok(true);
        if is_bound {
            self.set_session(Some(account));
            self.tell(Event::Linked);
        }
        is_bound
    }

    /// Makes another device out of a copy of this one's profile, freshly opened.
    pub fn clone_profile(&mut self) -> Device {
        Device::open(
            self.store.clone_profile(),
            self.line.another(),
            self.clock.clone(),
            self.skew_ms,
            Chance::new(u64::from(self.chance.number())),
        )
    }

    /// Makes another device out of a copy of this one while it runs, as a virtual machine is copied:
    /// both then write under the same names.
    pub fn clone_running(&mut self) -> Device {
        let mut twin = self.clone_profile();
        twin.tabs.clone_from(&self.tabs);
        twin
    }

    /// Returns a document as a fresh tab would show it.
    pub fn document(&self, id: DocumentId) -> Option<Document> {
        block_on(load_document(&self.store, id)).ok().flatten()
    }

    /// Returns a document as a tab shows it now.
    pub fn shown(&self, tab: usize, id: DocumentId) -> Option<&Document> {
        self.tabs.get(tab)?.documents.get(&id)
    }

    /// Makes an edit in a tab; answers what was saved. A tab whose picture is old gets a fresh one and
    /// tries again.
    pub fn edit(
        &mut self,
        tab: usize,
        id: DocumentId,
        make: impl Fn(&mut Author, &Document, u64) -> Option<Change>,
    ) -> Option<Change> {
        let now_ms = self.now_ms();
        let open = self.tabs.get_mut(tab)?;
        for _ in 0..MOST_TRIES {
            let document = open
                .documents
                .entry(id)
                .or_insert_with(|| Document::new(id, approdo_document::SpaceId::of_document(id)));
            let change = make(&mut open.author, document, now_ms)?;
            match block_on(self.store.record_edit(&LocalEdit::from(&change))) {
                Ok(EditOutcome::Saved) => {
                    document.apply(&change);
                    let waiting = block_on(self.store.waiting()).unwrap_or_default().waiting;
                    self.tell(Event::Edited { waiting });
                    return Some(change);
                }
                Ok(EditOutcome::Stale { .. }) => reload(open, &self.store, id),
                Err(DeviceStoreFull) => return None,
            }
        }
        None
    }

    /// Tells the machine what happened, and does what it says.
    pub fn tell(&mut self, event: Event) {
        let now_ms = self.now_ms();
        let actions = self.machine.handle(event, now_ms, self.chance.number());
        self.wake_at_ms = None;
        for action in actions {
            match action {
                Action::WakeAt { at_ms } => self.wake_at_ms = Some(at_ms),
                Action::StartExchange { most } => self.start(most),
            }
        }
    }

    /// Lets time pass: wakes the machine when it is due, takes up an answer that has come.
    pub fn poll(&mut self) {
        let now_ms = self.now_ms();
        if self.wake_at_ms.is_some_and(|at_ms| at_ms <= now_ms) {
            self.tell(Event::Elapsed);
        }
        let Some((_, exchange)) = &mut self.exchange else {
            return;
        };
        if let Some((result, author)) = exchange.now_or_never() {
            self.exchange = None;
            self.sync_author = Some(author);
            self.ended(&result);
            return;
        }
        let given_up = self
            .exchange
            .as_ref()
            .is_some_and(|(started_ms, _)| now_ms.saturating_sub(*started_ms) > TIMEOUT_MS);
        if given_up {
            self.exchange = None;
            self.sync_author = Some(Author::new(self.chance.writer()));
            self.tell(Event::ExchangeEnded(ExchangeEnd::Failed(
                Failure::Unreachable,
            )));
        }
    }

    /// Tells whether an exchange goes on.
    pub fn is_exchanging(&self) -> bool {
        self.exchange.is_some()
    }

    fn start(&mut self, most: usize) {
        let Some(mut author) = self.sync_author.take() else {
            return;
        };
        let (store, line, now_ms) = (self.store.clone(), self.line.clone(), self.now_ms());
        let exchange = async move {
            let result = exchange_once(&store, &line, most, now_ms, &mut author).await;
            (result, author)
        };
        self.exchange = Some((now_ms, exchange.boxed_local()));
    }

    fn ended(&mut self, result: &Result<ExchangeReport, ExchangeError<DeviceStoreFull>>) {
        if let Ok(report) = result {
            self.progress += usize::from(report.is_progress());
            for id in &report.changed {
                for tab in &mut self.tabs {
                    reload(tab, &self.store, *id);
                }
            }
        }
        let end = ExchangeEnd::from(result);
        self.last = Some(end);
        self.tell(Event::ExchangeEnded(end));
    }
}

fn reload(tab: &mut Tab, store: &MemoryDeviceStore, id: DocumentId) {
    if let Ok(Some(document)) = block_on(load_document(store, id)) {
        tab.documents.insert(id, document);
    }
}
