//! A device: one store, one or more tabs, and the sync of the leading one.

mod syncing;

use super::broken::Broken;
use super::line::Line;
use super::network::Partition;
use super::store::SimulatedStore;
use super::trace::Trace;
use crate::chance::Chance;
use crate::clock::FixedClock;
use approdo_document::{
    AccountId, Author, Change, Document, DocumentId, OperationId, WriterId, cv_paths,
};
use approdo_domain::CvPlace;
use approdo_sync::exchange::{ExchangeError, ExchangeReport};
use approdo_sync::load::load_document;
use approdo_sync::machine::{Event, ExchangeEnd, SyncMachine};
use approdo_sync::memory::DeviceStoreFull;
use approdo_sync::store::{DeviceStore, EditOutcome, LocalEdit, OperationLog, Waiting};
use futures::executor::block_on;
use futures::future::LocalBoxFuture;
use std::collections::BTreeMap;

/// How often an edit is made again on a fresh picture.
const MOST_TRIES: usize = 3;

type Exchange = Result<ExchangeReport, ExchangeError<DeviceStoreFull>>;

/// One page load: what it shows, and who writes in it.
#[derive(Debug, Clone)]
pub struct Tab {
    documents: BTreeMap<DocumentId, Document>,
    author: Author,
}

/// What a device is made of.
pub(super) struct Parts {
    pub(super) store: SimulatedStore,
    pub(super) line: Line,
    pub(super) clock: FixedClock,
    pub(super) chance: Chance,
    pub(super) broken: Option<Broken>,
    pub(super) trace: Trace,
}

/// A device of the simulated world.
pub struct Device {
    /// For the trace only.
    name: usize,
    store: SimulatedStore,
    tabs: Vec<Tab>,
    machine: SyncMachine,
    line: Line,
    clock: FixedClock,
    skew_ms: i64,
    chance: Chance,
    /// Mints anew what the server could not take; away while an exchange goes on.
    sync_author: Option<Author>,
    exchange: Option<(u64, LocalBoxFuture<'static, (Exchange, Author)>)>,
    wake_at_ms: Option<u64>,
    last: Option<ExchangeEnd>,
    progress: usize,
    /// The operations of edits made here.
    made: Vec<OperationId>,
    broken: Option<Broken>,
    /// For [`Broken::WriterKeptInProfile`] only.
    profile_writer: WriterId,
    /// For [`Broken::TimesOutliveTheClock`] only.
    latest_ms: u64,
    trace: Trace,
}

impl Device {
    /// Opens a device on what its store holds.
    pub(super) fn open(name: usize, mut parts: Parts) -> Self {
        let profile_writer = parts.chance.writer();
        let mut device = Self {
            name,
            store: parts.store,
            tabs: Vec::new(),
            machine: SyncMachine::new(),
            line: parts.line,
            clock: parts.clock,
            skew_ms: 0,
            chance: parts.chance,
            sync_author: None,
            exchange: None,
            wake_at_ms: None,
            last: None,
            progress: 0,
            made: Vec::new(),
            broken: parts.broken,
            profile_writer,
            latest_ms: 0,
            trace: parts.trace,
        };
        device.restart();
        device
    }

    fn is(&self, broken: Broken) -> bool {
        self.broken == Some(broken)
    }

    fn draw_writer(&mut self) -> WriterId {
        let drawn = self.chance.writer();
        if self.is(Broken::WriterKeptInProfile) {
            self.profile_writer
        } else {
            drawn
        }
    }

    /// The tab is killed and opened again: all that is left is what the store holds.
    pub fn restart(&mut self) {
        self.exchange = None;
        self.store.crash();
        self.tabs.clear();
        self.open_tab();
        self.start_syncing();
    }

    /// Opens another tab on the same store.
    pub fn open_tab(&mut self) {
        let mut tab = Tab {
            documents: BTreeMap::new(),
            author: Author::new(self.draw_writer()),
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
    pub fn store(&self) -> &SimulatedStore {
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

    /// Returns the account the store is bound to.
    pub fn account(&self) -> Option<AccountId> {
        block_on(self.store.sync_state()).ok()?.account
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
    pub fn clone_profile(&mut self, name: usize) -> Device {
        let parts = Parts {
            store: self.store.clone_profile(),
            line: self.line.another(),
            clock: self.clock.clone(),
            chance: Chance::new(u64::from(self.chance.number())),
            broken: self.broken,
            trace: self.trace.clone(),
        };
        let mut clone = Device::open(name, parts);
        clone.skew_ms = self.skew_ms;
        clone.profile_writer = self.profile_writer;
        clone.restart();
        clone
    }

    /// Makes another device out of a copy of this one while it runs, as a virtual machine is copied:
    /// both then write under the same names.
    pub fn clone_running(&mut self, name: usize) -> Device {
        let mut twin = self.clone_profile(name);
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

    /// Shows what the store holds in every tab, as when another tab says that it wrote.
    pub(super) fn refresh(&mut self, id: DocumentId) {
        for tab in &mut self.tabs {
            reload(tab, &self.store, id);
        }
    }

    /// Returns the operations of edits made here.
    pub(super) fn made(&self) -> &[OperationId] {
        &self.made
    }

    /// Takes note of an edit that is saved.
    pub(super) fn noted(&mut self, operations: impl Iterator<Item = OperationId>) {
        self.made.extend(operations);
        self.trace.note(format_args!(
            "device {} wrote {:?}",
            self.name,
            self.made.last()
        ));
        let waiting = self.waiting().waiting;
        self.tell(Event::Edited { waiting });
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
                    self.noted(change.operations.iter().map(|operation| operation.id));
                    return Some(change);
                }
                Ok(EditOutcome::Stale { .. }) => reload(open, &self.store, id),
                Err(DeviceStoreFull) => return None,
            }
        }
        None
    }
}

fn reload(tab: &mut Tab, store: &SimulatedStore, id: DocumentId) {
    if let Ok(Some(document)) = block_on(load_document(store, id)) {
        tab.documents.insert(id, document);
    }
}
