//! The network between devices and the server: requests wait in it until chance decides on them.

use crate::chance::Chance;
use approdo_document::AccountId;
use approdo_sync::frame;
use approdo_sync::memory::MemoryServerStore;
use approdo_sync::store::ServerStore;
use approdo_sync::transport::{Transport, TransportError};
use approdo_sync::wire::SyncRequest;
use futures::executor::block_on;
use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::rc::Rc;
use std::task::Poll;

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

type Answer = Result<Vec<u8>, TransportError>;
type Slot = Rc<RefCell<Option<Answer>>>;

struct Underway {
    request: Vec<u8>,
    /// Whose session it carries, if any.
    session: Option<AccountId>,
    partition: Rc<Cell<Partition>>,
    /// Where the device waits for the answer; none for a double.
    slot: Option<Slot>,
}

/// The network and the server behind it.
pub struct Network {
    server: MemoryServerStore,
    chance: Chance,
    weather: Weather,
    underway: Vec<Underway>,
}

impl Network {
    /// Makes a network without faults.
    pub fn new(server: MemoryServerStore, chance: Chance) -> Self {
        Self {
            server,
            chance,
            weather: Weather::default(),
            underway: Vec::new(),
        }
    }

    /// Changes how bad the network is.
    pub fn set_weather(&mut self, weather: Weather) {
        self.weather = weather;
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
        if let Some(slot) = underway.slot {
            *slot.borrow_mut() = Some(answer);
        }
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
    fn serve(&self, session: Option<AccountId>, request: &[u8]) -> Answer {
        let limit = self.weather.largest_request_bytes;
        if limit > 0 && request.len() > limit {
            return Err(TransportError::TooLarge);
        }
        let account = session.ok_or(TransportError::NotSignedIn)?;
        let mut request: SyncRequest =
            frame::decode(request).map_err(|_| TransportError::Rejected)?;
        if request.account != account {
            return Err(TransportError::OtherAccount);
        }
        if self.weather.page > 0 {
            request.page = self.weather.page;
        }
        let response = block_on(self.server.exchange(account, &request));
        response
            .map(|response| frame::encode(&response))
            .map_err(|_| TransportError::Rejected)
    }
}

/// One device's line into the network. Clones are the same line.
#[derive(Clone)]
pub struct Line {
    network: Rc<RefCell<Network>>,
    /// Whose session the device's cookie holds.
    pub(super) session: Rc<Cell<Option<AccountId>>>,
    pub(super) partition: Rc<Cell<Partition>>,
}

impl Line {
    pub(super) fn new(network: &Rc<RefCell<Network>>, session: Option<AccountId>) -> Self {
        Self {
            network: Rc::clone(network),
            session: Rc::new(Cell::new(session)),
            partition: Rc::default(),
        }
    }

    /// Makes the line of another device in the same network.
    pub(super) fn another(&self) -> Self {
        Self::new(&self.network, self.session.get())
    }
}

impl Transport for Line {
    async fn exchange(&self, request: Vec<u8>) -> Answer {
        let slot = Slot::default();
        self.network.borrow_mut().underway.push(Underway {
            request,
            session: self.session.get(),
            partition: Rc::clone(&self.partition),
            slot: Some(Rc::clone(&slot)),
        });
        poll_fn(|_| match slot.borrow_mut().take() {
            Some(answer) => Poll::Ready(answer),
            None => Poll::Pending,
        })
        .await
    }
}
