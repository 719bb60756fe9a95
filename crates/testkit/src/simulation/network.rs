//! The network between devices and the server: requests wait in it until chance decides on them.

use super::broken::Broken;
use super::server::SimulatedServer;
use super::trace::Trace;
use crate::chance::Chance;
use approdo_document::{AccountId, OperationId};
use approdo_sync::batch::Batch;
use approdo_sync::frame;
use approdo_sync::transport::TransportError;
use approdo_sync::wire::{SyncRequest, SyncResponse};
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;

const PORTAL: &[u8] = b"<!doctype html><title>Accedi al Wi-Fi della biblioteca</title>";

/// How bad the network is: how many times in a hundred each thing happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Weather {
    /// The request never reaches the server.
    pub lose_request: u32,
    /// The server does its work, and the answer is lost.
    pub lose_answer: u32,
    /// The request reaches the server once more, later.
    pub duplicate: u32,
    /// The answer is cut short.
    pub truncate: u32,
    /// A captive portal answers with status 200.
    pub portal: u32,
    /// The server fails before doing anything.
    pub fault: u32,
    /// The server asks to wait.
    pub busy: u32,
    /// The server leaves one operation out of the middle of its answer, as when a transaction ends
    /// after another one that began later.
    pub skip: u32,
    /// Larger requests are answered 413; zero for no limit.
    pub largest_request_bytes: usize,
    /// Most operations in an answer; zero for no limit.
    pub page: u32,
}

/// Which way a device's line is cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Partition {
    /// It works.
    #[default]
    Whole,
    /// Requests do not arrive.
    NothingOut,
    /// Answers do not arrive.
    NothingBack,
}

pub(super) type Answer = Result<Vec<u8>, TransportError>;
pub(super) type Slot = Rc<RefCell<Option<Answer>>>;

pub(super) struct Underway {
    pub(super) request: Vec<u8>,
    /// Whose session it carries, if any.
    pub(super) session: Option<AccountId>,
    pub(super) partition: Rc<Cell<Partition>>,
    /// Where the device waits for the answer; none for a double.
    pub(super) slot: Option<Slot>,
}

/// The network and the server behind it.
pub struct Network {
    server: SimulatedServer,
    chance: Chance,
    weather: Weather,
    pub(super) underway: Vec<Underway>,
    /// The server fails whenever a request carries one of these.
    fails_on: BTreeSet<OperationId>,
    trace: Trace,
}

impl Network {
    /// Makes a network without faults.
    pub(super) fn new(server: SimulatedServer, chance: Chance, trace: Trace) -> Self {
        Self {
            server,
            chance,
            weather: Weather::default(),
            underway: Vec::new(),
            fails_on: BTreeSet::new(),
            trace,
        }
    }

    /// Changes how bad the network is.
    pub fn set_weather(&mut self, weather: Weather) {
        self.weather = weather;
    }

    /// The server fails from now on whenever a request carries one of these.
    pub fn fail_on(&mut self, operations: impl IntoIterator<Item = OperationId>) {
        self.fails_on = operations.into_iter().collect();
    }

    /// Tells whether requests are on their way.
    pub fn is_idle(&self) -> bool {
        self.underway.is_empty()
    }

    /// Lets chance decide on one of the requests on their way, not always the oldest.
    pub fn step(&mut self) {
        if self.underway.is_empty() {
            return;
        }
        let index = self.chance.below(self.underway.len());
        let underway = self.underway.swap_remove(index);
        let answer = self.carry(&underway);
        let told = answer.as_ref().map(Vec::len);
        self.trace
            .note(format_args!("request of {:?}: {told:?}", underway.session));
        if let Some(slot) = underway.slot {
            *slot.borrow_mut() = Some(answer);
        }
    }

    /// The server is killed and started again: of the requests on their way some were carried out
    /// before, and none is answered.
    pub fn restart_server(&mut self) {
        for underway in std::mem::take(&mut self.underway) {
            if underway.partition.get() != Partition::NothingOut && self.chance.percent(50) {
                // Whatever it answers is lost.
                let _ = self.serve(underway.session, &underway.request);
            }
            if let Some(slot) = underway.slot {
                *slot.borrow_mut() = Some(Err(TransportError::Unreachable));
            }
        }
        self.server.restart();
    }

    fn carry(&mut self, underway: &Underway) -> Answer {
        let weather = self.weather;
        let partition = underway.partition.get();
        if partition == Partition::NothingOut || self.chance.percent(weather.lose_request) {
            return Err(TransportError::Unreachable);
        }
        if self.chance.percent(weather.portal) {
            return Ok(PORTAL.to_vec());
        }
        if self.chance.percent(weather.fault) {
            return Err(TransportError::ServerFault);
        }
        if self.chance.percent(weather.busy) {
            return Err(TransportError::Busy {
                retry_after_ms: Some(2_000),
            });
        }
        if self.chance.percent(weather.duplicate) {
            self.underway.push(Underway {
                request: underway.request.clone(),
                session: underway.session,
                partition: Rc::clone(&underway.partition),
                slot: None,
            });
        }
        let answer = self.serve(underway.session, &underway.request)?;
        if partition == Partition::NothingBack || self.chance.percent(weather.lose_answer) {
            return Err(TransportError::Unreachable);
        }
        if self.chance.percent(weather.truncate) {
            let end = self.chance.below(answer.len());
            return Ok(answer[..end].to_vec());
        }
        Ok(answer)
    }

    /// What the server's route does around its store.
    fn serve(&mut self, session: Option<AccountId>, request: &[u8]) -> Answer {
        let limit = self.weather.largest_request_bytes;
        if limit > 0 && request.len() > limit {
            return Err(TransportError::TooLarge);
        }
        let account = session.ok_or(TransportError::NotSignedIn)?;
        let mut request: SyncRequest =
            frame::decode(request).map_err(|_| TransportError::Rejected)?;
        if request.account != account && !self.server.is(Broken::SessionNotCompared) {
            return Err(TransportError::OtherAccount);
        }
        let pushed = request.pushed.unpack().unwrap_or_default();
        if pushed.iter().any(|one| self.fails_on.contains(&one.id)) {
            return Err(TransportError::ServerFault);
        }
        if self.weather.page > 0 {
            request.page = self.weather.page;
        }
        let mut response = self
            .server
            .exchange(account, &request)
            .map_err(|_| TransportError::Rejected)?;
        if self.chance.percent(self.weather.skip) {
            self.leave_out_one(&mut response);
        }
        Ok(frame::encode(&response))
    }

    /// Leaves out a delivered operation that is not the last.
    fn leave_out_one(&mut self, response: &mut SyncResponse) {
        let Ok(mut delivered) = response.delivered.unpack() else {
            return;
        };
        if delivered.len() > 1 {
            let place = self.chance.below(delivered.len() - 1);
            delivered.remove(place);
            response.delivered_notes.remove(place);
            response.delivered = Batch::pack(&delivered);
        }
    }
}
