//! The sync of a device's leading tab: it tells the machine what happened and does what it says.

use super::{Device, Exchange};
use crate::simulation::broken::Broken;
use approdo_document::Author;
use approdo_sync::exchange::{ExchangeError, begin_again, exchange_once};
use approdo_sync::machine::{Action, Event, ExchangeEnd, Failure, SyncMachine, SyncStatus};
use approdo_sync::store::{DeviceStore, OperationLog};
use futures::FutureExt;
use futures::executor::block_on;

/// After so long a device gives a request up.
const TIMEOUT_MS: u64 = 30_000;

impl Device {
    /// Returns what the person is told about sync.
    pub fn status(&self) -> SyncStatus {
        match self.machine.status(self.now_ms()) {
            SyncStatus::Stalled { waiting, .. } if self.is(Broken::StallNotTold) => {
                SyncStatus::Waiting(waiting)
            }
            status => status,
        }
    }

    /// Begins to sync anew, as a tab does that has just become the leading one.
    pub(super) fn start_syncing(&mut self) {
        self.exchange = None;
        self.wake_at_ms = None;
        self.sync_author = Some(Author::new(self.draw_writer()));
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

    /// Tells the machine what happened, and does what it says.
    pub fn tell(&mut self, event: Event) {
        if event == Event::Unlinked && self.is(Broken::SignOutDiscards) {
            self.discard_all();
        }
        let mut now_ms = self.now_ms();
        if self.is(Broken::TimesOutliveTheClock) {
            now_ms = now_ms.max(self.latest_ms);
            self.latest_ms = now_ms;
        }
        let actions = self.machine.handle(event, now_ms, self.chance.number());
        self.wake_at_ms = None;
        for action in actions {
            match action {
                Action::WakeAt { at_ms } => self.wake_at_ms = Some(at_ms),
                Action::StartExchange {
                    most,
                    from_the_start,
                } => self.start(most, from_the_start),
            }
        }
    }

    /// Lets time pass: wakes the machine when it is due, takes the exchange one step further.
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
            self.sync_author = Some(Author::new(self.draw_writer()));
            self.note_end(ExchangeEnd::Failed(Failure::Unreachable));
        }
    }

    /// Tells whether an exchange goes on.
    pub fn is_exchanging(&self) -> bool {
        self.exchange.is_some()
    }

    fn start(&mut self, most: usize, from_the_start: bool) {
        let Some(mut author) = self.sync_author.take() else {
            return;
        };
        let (store, line, now_ms) = (self.store.step_by_step(), self.line.clone(), self.now_ms());
        let exchange = async move {
            if from_the_start && let Err(error) = begin_again(&store).await {
                return (Err(ExchangeError::Store(error)), author);
            }
            let result = exchange_once(&store, &line, most, now_ms, &mut author).await;
            (result, author)
        };
        self.exchange = Some((now_ms, exchange.boxed_local()));
    }

    fn ended(&mut self, result: &Exchange) {
        if let Ok(report) = result {
            self.progress += usize::from(report.is_progress());
            for id in &report.changed {
                self.refresh(*id);
            }
        }
        self.note_end(ExchangeEnd::from(result));
    }

    fn note_end(&mut self, mut end: ExchangeEnd) {
        self.trace
            .note(format_args!("device {} ended {end:?}", self.name));
        if let ExchangeEnd::Done { is_progress, .. } = &mut end {
            *is_progress |= self.is(Broken::AnyAnswerIsProgress);
        }
        self.last = Some(end);
        self.tell(Event::ExchangeEnded(end));
    }

    fn discard_all(&self) {
        for document in block_on(self.store.documents()).unwrap_or_default() {
            let stored = block_on(self.store.stored(document)).unwrap_or_default();
            let waiting = stored.iter().filter(|stored| stored.delivery.is_waiting());
            let waiting: Vec<_> = waiting.map(|stored| stored.operation.id).collect();
            // A store that is full keeps what it has.
            let _ = block_on(self.store.discard(&waiting));
        }
    }
}
