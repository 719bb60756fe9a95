//! The world: who is in it and what happens to them, step by step, as chance will have it.

use super::broken::Broken;
use super::device::{Device, Parts};
use super::line::Line;
use super::network::{Network, Partition, Weather};
use super::newer_version;
use super::server::SimulatedServer;
use super::store::SimulatedStore;
use super::trace::Trace;
use super::typing::Record;
use crate::chance::Chance;
use crate::clock::FixedClock;
use approdo_document::{
    AccountId, Author, Document, DocumentId, Operation, OperationId, SpaceId, cv_paths,
};
use approdo_domain::CvPlace;
use approdo_sync::batch::Batch;
use approdo_sync::machine::Event;
use approdo_sync::memory::ServerSnapshot;
use approdo_sync::store::DeviceStore;
use approdo_sync::wire::SyncRequest;
use futures::executor::block_on;
use std::cell::RefCell;
use std::rc::Rc;

/// Anna owns the CV.
pub const ANNA: AccountId = AccountId([0xa1; 16]);
/// Bruno was let into its space.
pub const BRUNO: AccountId = AccountId([0xb2; 16]);
/// Carla has a document that is closed to both.
const CARLA: AccountId = AccountId([0xc3; 16]);

/// So many rounds with a good network must be enough for everything.
const MOST_ROUNDS: usize = 400;
/// So many steps bring all requests home, and those that follow from them.
const MOST_STEPS: usize = 2_000;

/// A simulated world.
pub struct World {
    pub(super) clock: FixedClock,
    pub(super) chance: Chance,
    pub(super) server: SimulatedServer,
    pub(super) network: Rc<RefCell<Network>>,
    pub(super) devices: Vec<Device>,
    pub(super) document: DocumentId,
    /// Carla's document, where nobody else may write.
    pub(super) closed: DocumentId,
    pub(super) record: Record,
    /// What tabs of a newer version wrote.
    pub(super) to_come: Vec<Operation>,
    pub(super) was_compacted: bool,
    pub(super) snapshot: Option<ServerSnapshot>,
    pub(super) restores: usize,
    pub(super) trace: Trace,
    broken: Option<Broken>,
    /// Requests followed each other without end.
    is_restless: bool,
    weather: Weather,
}

impl World {
    /// Makes the world of a seed: Anna with two devices and one CV, shared with Bruno, all at rest.
    pub fn new(seed: u64) -> Self {
        Self::broken(seed, None)
    }

    /// Makes the world of a seed in which devices or server have a mistake.
    pub fn broken(seed: u64, broken: Option<Broken>) -> Self {
        let mut chance = Chance::new(seed);
        let clock = FixedClock::default();
        let trace = Trace::default();
        let server = SimulatedServer::new(seed, clock.clone(), broken);
        let weather_chance = Chance::new(seed ^ 0x6e65_7477);
        let network = Network::new(server.clone(), weather_chance, trace.clone());
        let document = chance.document(clock.now_ms());
        let closed = chance.document(clock.now_ms());
        let mut world = Self {
            clock,
            chance,
            server,
            network: Rc::new(RefCell::new(network)),
            devices: Vec::new(),
            document,
            closed,
            record: Record::default(),
            to_come: Vec::new(),
            was_compacted: false,
            snapshot: None,
            restores: 0,
            trace,
            broken,
            is_restless: false,
            weather: Weather::default(),
        };
        world.populate();
        world.weather = some_weather(&mut world.chance);
        world
    }

    fn populate(&mut self) {
        self.write_carlas_document();
        for account in [ANNA, ANNA, BRUNO] {
            let index = self.devices.len();
            self.add_device();
            if index == 0 {
                let path = cv_paths::path(CvPlace::Title);
                self.devices[0].edit(0, self.document, |author, document, now_ms| {
                    author.set_text(document, &path, "CV di Anna", now_ms)
                });
            }
            self.devices[index].link(account);
            self.settle();
            self.server
                .grant(SpaceId::of_document(self.document), BRUNO);
        }
        self.devices[1].open_tab();
        self.poke_all();
        self.settle();
    }

    fn write_carlas_document(&mut self) {
        let mut author = Author::new(self.chance.writer());
        let document = Document::new(self.closed, SpaceId::of_document(self.closed));
        let path = cv_paths::path(CvPlace::Title);
        let change = author.set_text(&document, &path, "CV di Carla", self.clock.now_ms());
        let request = SyncRequest {
            account: CARLA,
            cursor: None,
            pushed: Batch::pack(change.iter().flat_map(|change| &change.operations)),
            returned: Batch::default(),
            returned_proofs: Vec::new(),
            page: 1,
        };
        // A server that takes nothing is found out by the checks.
        let _ = self.server.exchange(CARLA, &request);
    }

    /// Adds a device that nobody has linked yet; returns which.
    pub fn add_device(&mut self) -> usize {
        let parts = Parts {
            store: SimulatedStore::new(self.broken),
            line: Line::new(&self.network, self.broken),
            clock: self.clock.clone(),
            chance: Chance::new(u64::from(self.chance.number())),
            broken: self.broken,
            trace: self.trace.clone(),
        };
        self.devices.push(Device::open(self.devices.len(), parts));
        self.devices.len() - 1
    }

    /// Adds a device with a copy of another one's profile; returns which.
    pub fn add_clone_of(&mut self, index: usize) -> usize {
        let name = self.devices.len();
        let clone = self.devices[index].clone_profile(name);
        self.devices.push(clone);
        name
    }

    /// The server is killed and started again.
    pub fn restart_server(&mut self) {
        self.network.borrow_mut().restart_server();
    }

    /// Returns a device: 0 and 1 are Anna's, 2 is Bruno's.
    pub fn device(&mut self, index: usize) -> &mut Device {
        &mut self.devices[index]
    }

    /// Returns the server's store.
    pub fn server(&self) -> &SimulatedServer {
        &self.server
    }

    /// Returns the CV that Anna and Bruno share.
    pub fn document(&self) -> DocumentId {
        self.document
    }

    /// Returns Carla's CV, which is closed to Anna and Bruno.
    pub fn closed_document(&self) -> DocumentId {
        self.closed
    }

    /// Changes how bad the network is.
    pub fn set_weather(&mut self, weather: Weather) {
        self.network.borrow_mut().set_weather(weather);
    }

    /// Lets so many things happen.
    ///
    /// # Errors
    /// What does not hold in between.
    pub fn live(&mut self, steps: usize) -> Result<(), String> {
        self.set_weather(self.weather);
        for _ in 0..steps {
            self.step();
            self.devices.iter_mut().for_each(Device::poll);
        }
        Ok(())
    }

    /// Gives everybody a good network and lets them exchange until nothing moves any more.
    ///
    /// # Errors
    /// Who still has work waiting, if it does not come to rest.
    pub fn come_to_rest(&mut self) -> Result<(), String> {
        self.set_weather(Weather::default());
        for device in &mut self.devices {
            device.set_partition(Partition::Whole);
            device.store().set_full(false);
            device.tell(Event::CameOnline);
            if let Some(account) = device.account() {
                device.link(account);
            }
        }
        let mut quiet_rounds = 0;
        for _ in 0..MOST_ROUNDS {
            let before = self.progress();
            self.poke_all();
            self.settle();
            if self.is_restless {
                return Err("requests follow each other for ever".to_owned());
            }
            let is_quiet = self.progress() == before && self.waiting() == 0;
            quiet_rounds = if is_quiet { quiet_rounds + 1 } else { 0 };
            if quiet_rounds == 2 {
                return Ok(());
            }
        }
        let last: Vec<_> = self.devices.iter().map(Device::last_exchange).collect();
        Err(format!("the world does not come to rest: {last:?}"))
    }

    /// Writes into the trace what everybody has in the end.
    pub(super) fn note_end(&self) {
        let on_server = self.server.all_operations();
        let on_server: Vec<_> = on_server.iter().map(|operation| operation.hash()).collect();
        self.trace.note(format_args!("server {on_server:?}"));
        for (index, device) in self.devices.iter().enumerate() {
            let stored = block_on(device.store().stored(self.document));
            self.trace.note(format_args!("device {index} {stored:?}"));
        }
    }

    /// Lets a long time pass at once, in which all devices sync what they can.
    pub fn pass_at_once(&mut self, ms: u64) {
        self.clock.advance(ms);
        self.poke_all();
        self.settle();
    }

    /// Drops from the server what a self-contained operation replaces and nothing else needs; answers
    /// how much.
    pub fn compact(&mut self, head: OperationId) -> usize {
        let removed = self.server.compact(head);
        self.was_compacted |= removed > 0;
        removed
    }

    /// A tab of a newer version on that device writes what this version cannot read.
    pub fn write_by_newer_version(&mut self, index: usize) -> Option<Operation> {
        let device = &mut self.devices[index];
        let written = newer_version::write(&mut self.chance, device, self.document);
        self.to_come.extend(written.clone());
        written
    }

    /// Says to every device that the server has something new.
    pub fn poke_all(&mut self) {
        for device in &mut self.devices {
            device.tell(Event::Poked);
        }
    }

    /// The server fails from now on whenever a request carries one of these.
    pub fn fail_on(&mut self, operations: impl IntoIterator<Item = OperationId>) {
        self.network.borrow_mut().fail_on(operations);
    }

    /// Lets one request arrive.
    pub fn step_network(&mut self) {
        self.network.borrow_mut().step();
    }

    /// Lets all requests arrive, and those that follow from them.
    pub fn settle(&mut self) {
        if self.is_restless {
            return;
        }
        for _ in 0..MOST_STEPS {
            self.devices.iter_mut().for_each(Device::poll);
            let is_busy = self.devices.iter().any(Device::is_exchanging);
            if !is_busy && self.network.borrow().is_idle() {
                return;
            }
            self.network.borrow_mut().step();
        }
        self.is_restless = true;
    }

    /// Lets time pass on every device, a quarter of a second at a time.
    pub fn pass(&mut self, ms: u64) {
        for _ in 0..ms.div_ceil(250) {
            self.clock.advance(250);
            self.settle();
        }
    }

    fn progress(&self) -> usize {
        self.devices.iter().map(Device::progress).sum()
    }

    /// Counts what waits anywhere.
    pub fn waiting(&self) -> usize {
        self.devices
            .iter()
            .map(|device| device.waiting().waiting)
            .sum()
    }
}

fn some_weather(chance: &mut Chance) -> Weather {
    let mut percent = |most: usize| u32::try_from(chance.below(most)).unwrap_or(0);
    Weather {
        lose_request: percent(20),
        lose_answer: percent(30),
        duplicate: percent(30),
        truncate: percent(10),
        portal: percent(10),
        fault: percent(10),
        busy: percent(10),
        skip: percent(10),
        largest_request_bytes: *[0, 4_000, 20_000].get(percent(3) as usize).unwrap_or(&0),
        page: *[0, 3, 40].get(percent(3) as usize).unwrap_or(&0),
    }
}
