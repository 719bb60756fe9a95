//! The world: who is in it and what happens to them, step by step, as chance will have it.

use super::device::Device;
use super::network::{Line, Network, Partition, Weather};
use super::typing::Record;
use crate::chance::Chance;
use crate::clock::FixedClock;
use approdo_document::{AccountId, DocumentId, SpaceId, cv_paths};
use approdo_domain::CvPlace;
use approdo_sync::machine::Event;
use approdo_sync::memory::{MemoryDeviceStore, MemoryServerStore, ServerSnapshot};
use std::cell::RefCell;
use std::rc::Rc;

/// Anna owns the CV.
pub const ANNA: AccountId = AccountId([0xa1; 16]);
/// Bruno was let into its space.
pub const BRUNO: AccountId = AccountId([0xb2; 16]);

const DAY_MS: i64 = 86_400_000;
/// So many rounds with a good network must be enough for everything.
const MOST_ROUNDS: usize = 400;
const MOST_DEVICES: usize = 5;

/// A simulated world.
pub struct World {
    pub(super) clock: FixedClock,
    pub(super) chance: Chance,
    pub(super) server: MemoryServerStore,
    pub(super) network: Rc<RefCell<Network>>,
    pub(super) devices: Vec<Device>,
    pub(super) document: DocumentId,
    pub(super) record: Record,
    pub(super) was_compacted: bool,
    weather: Weather,
    snapshot: Option<ServerSnapshot>,
    restores: usize,
}

impl World {
    /// Makes the world of a seed: Anna with two devices and one CV, shared with Bruno, all at rest.
    pub fn new(seed: u64) -> Self {
        let mut chance = Chance::new(seed);
        let clock = FixedClock::default();
        let server = MemoryServerStore::new(seed);
        let network = Rc::new(RefCell::new(Network::new(
            server.clone(),
            Chance::new(seed ^ 0x6e65_7477),
        )));
        let document = chance.document(clock.now_ms());
        let mut world = Self {
            clock,
            chance,
            server,
            network,
            devices: Vec::new(),
            document,
            record: Record::default(),
            was_compacted: false,
            weather: Weather::default(),
            snapshot: None,
            restores: 0,
        };
        world.populate();
        world.weather = some_weather(&mut world.chance);
        world
    }

    fn populate(&mut self) {
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

    /// Adds a device that nobody has linked yet; returns which.
    pub fn add_device(&mut self) -> usize {
        let line = Line::new(&self.network, None);
        let chance = Chance::new(u64::from(self.chance.number()));
        let device = Device::open(
            MemoryDeviceStore::new(),
            line,
            self.clock.clone(),
            0,
            chance,
        );
        self.devices.push(device);
        self.devices.len() - 1
    }

    /// Returns a device: 0 and 1 are Anna's, 2 is Bruno's.
    pub fn device(&mut self, index: usize) -> &mut Device {
        &mut self.devices[index]
    }

    /// Returns the server's store.
    pub fn server(&self) -> &MemoryServerStore {
        &self.server
    }

    /// Returns the CV that Anna and Bruno share.
    pub fn document(&self) -> DocumentId {
        self.document
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

    fn step(&mut self) {
        let index = self.chance.below(self.devices.len());
        match self.chance.below(100) {
            0..45 => {
                let device = &mut self.devices[index];
                self.record
                    .edit(&mut self.chance, index, device, self.document);
            }
            45..70 => self.network.borrow_mut().step(),
            70..88 => self.clock.advance(200 + self.chance.below(3_000) as u64),
            88..91 => self.toggle_network(index),
            91..93 => self.devices[index].tell(Event::Poked),
            93..95 => self.devices[index].tell(Event::BecameVisible),
            95..97 => self.trouble_with_device(index),
            _ => self.trouble_with_server(),
        }
    }

    fn toggle_network(&mut self, index: usize) {
        let device = &mut self.devices[index];
        match self.chance.below(5) {
            0 => device.tell(Event::WentOffline),
            1 => device.set_partition(Partition::NothingOut),
            2 => device.set_partition(Partition::NothingBack),
            _ => {
                device.set_partition(Partition::Whole);
                device.tell(Event::CameOnline);
            }
        }
    }

    fn trouble_with_device(&mut self, index: usize) {
        let has_room = self.devices.len() < MOST_DEVICES;
        let device = &mut self.devices[index];
        match self.chance.below(6) {
            0 if has_room => {
                let twin = device.clone_profile();
                self.devices.push(twin);
            }
            1 if has_room => {
                let twin = device.clone_running();
                self.devices.push(twin);
            }
            2 => {
                let days = *self.chance.one_of(&[-3, 0, 3, 26_000]);
                device.set_skew(days * DAY_MS);
            }
            3 => device.open_tab(),
            _ => device.restart(),
        }
    }

    fn trouble_with_server(&mut self) {
        match self.chance.below(6) {
            0 | 1 => self.snapshot = Some(self.server.snapshot()),
            2 if self.restores < 2 => {
                if let Some(snapshot) = &self.snapshot {
                    self.server.restore(snapshot);
                    self.restores += 1;
                }
            }
            3 => {
                let operations = self.server.all_operations();
                let head = self.chance.one_of(&operations).id;
                self.was_compacted |= self.server.compact(head) > 0;
            }
            _ => {}
        }
    }

    /// Gives everybody a good network and lets them exchange until nothing moves any more.
    ///
    /// # Errors
    /// Who still has work waiting, if it does not come to rest.
    pub fn come_to_rest(&mut self) -> Result<(), String> {
        self.set_weather(Weather::default());
        for device in &mut self.devices {
            device.set_partition(Partition::Whole);
            device.tell(Event::CameOnline);
        }
        let mut quiet_rounds = 0;
        for _ in 0..MOST_ROUNDS {
            let before = self.progress();
            self.poke_all();
            self.settle();
            let is_quiet = self.progress() == before && self.waiting() == 0;
            quiet_rounds = if is_quiet { quiet_rounds + 1 } else { 0 };
            if quiet_rounds == 2 {
                return Ok(());
            }
        }
        let last: Vec<_> = self.devices.iter().map(Device::last_exchange).collect();
        Err(format!("the world does not come to rest: {last:?}"))
    }

    /// Says to every device that the server has something new.
    pub fn poke_all(&mut self) {
        for device in &mut self.devices {
            device.tell(Event::Poked);
        }
    }

    /// Lets all requests arrive, and those that follow from them.
    pub fn settle(&mut self) {
        for _ in 0..MOST_ROUNDS {
            self.devices.iter_mut().for_each(Device::poll);
            let is_busy = self.devices.iter().any(Device::is_exchanging);
            if !is_busy && self.network.borrow().is_idle() {
                return;
            }
            self.network.borrow_mut().step();
        }
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
        largest_request_bytes: *[0, 4_000, 20_000].get(percent(3) as usize).unwrap_or(&0),
        page: *[0, 3, 40].get(percent(3) as usize).unwrap_or(&0),
    }
}
