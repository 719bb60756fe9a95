//! One device's way into the network, and how a device with a mistake reads what comes back.

use super::broken::Broken;
use super::network::{Answer, Network, Partition, Slot, Underway};
use approdo_document::{AccountId, SpaceId};
use approdo_sync::frame;
use approdo_sync::transport::Transport;
use approdo_sync::wire::{Hole, SyncResponse};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::Poll;

/// One device's line into the network. Clones are the same line.
#[derive(Clone)]
pub struct Line {
    network: Rc<RefCell<Network>>,
    /// Whose session the device's cookie holds.
    pub(super) session: Rc<Cell<Option<AccountId>>>,
    pub(super) partition: Rc<Cell<Partition>>,
    broken: Option<Broken>,
}

impl Line {
    pub(super) fn new(network: &Rc<RefCell<Network>>, broken: Option<Broken>) -> Self {
        Self {
            network: Rc::clone(network),
            session: Rc::default(),
            partition: Rc::default(),
            broken,
        }
    }

    /// Makes the line of another device in the same network.
    pub(super) fn another(&self) -> Self {
        let another = Self::new(&self.network, self.broken);
        another.session.set(self.session.get());
        another
    }

    /// What a device with a mistake makes of an answer.
    fn misread(&self, answer: Vec<u8>) -> Vec<u8> {
        let misreads = matches!(
            self.broken,
            Some(Broken::GapsPassedOver | Broken::AcknowledgedBeforeReadBack)
        );
        if !misreads {
            return answer;
        }
        let Ok(mut response) = frame::decode::<SyncResponse>(&answer) else {
            return answer;
        };
        if self.broken == Some(Broken::AcknowledgedBeforeReadBack) {
            response.more = false;
        } else {
            response.holes.extend(holes_up_to_the_highest(&response));
        }
        frame::encode(&response)
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
            Some(answer) => Poll::Ready(answer.map(|answer| self.misread(answer))),
            None => Poll::Pending,
        })
        .await
    }
}

/// Explains every number that may be missing.
fn holes_up_to_the_highest(response: &SyncResponse) -> Vec<Hole> {
    let delivered = response.delivered.unpack().unwrap_or_default();
    let mut highest: BTreeMap<SpaceId, u64> = BTreeMap::new();
    for (operation, note) in delivered.iter().zip(&response.delivered_notes) {
        let of_space = highest.entry(operation.space).or_default();
        *of_space = note.number.max(*of_space);
    }
    highest
        .into_iter()
        .map(|(space, to)| Hole { space, from: 1, to })
        .collect()
}
