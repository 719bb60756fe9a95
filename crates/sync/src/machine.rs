//! When to exchange, and what to tell the person about it: a state machine without I/O. Time and
//! chance come in as arguments; what to do comes out as actions.
//!
//! What an exchange is stands in `exchange`; the status shown in `status`; waits in `pace`.

mod events;
mod pace;
mod status;

#[cfg(test)]
mod tests;

pub use events::{Action, Event, ExchangeEnd, Failure};
use pace::Pace;
pub use status::{StallReason, SyncStatus};

/// Most operations offered at a time.
const MOST_OFFERED: usize = 500;
/// With work waiting and no progress for so long, the person is told.
const STALLED_AFTER_MS: u64 = 30_000;

/// The sync of one profile, in the one tab that does it.
#[derive(Debug, Clone)]
pub struct SyncMachine {
    is_linked: bool,
    is_online: bool,
    is_exchanging: bool,
    /// Something happened during an exchange that calls for another.
    again: bool,
    /// The session was renewed during an exchange: what that one says of the session is out of date.
    is_relinked: bool,
    /// Why nothing is exchanged until [`Event::Linked`].
    halted: Option<Failure>,
    last_failure: Option<Failure>,
    waiting: usize,
    synced_at_ms: Option<u64>,
    /// Since when work waits, or since the last progress, while linked and online.
    no_progress_since_ms: Option<u64>,
    most: usize,
    again_from_the_start: FromTheStart,
    pace: Pace,
}

/// Whether everything is read again after an answer with a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FromTheStart {
    /// No gap since everything was read.
    No,
    /// By the next exchange.
    Due,
    /// It is being tried: a gap that comes again is the server's.
    Tried,
}

impl Default for SyncMachine {
    fn default() -> Self {
        Self::new()
    }
}

impl SyncMachine {
    /// Makes a machine that does nothing until [`Event::Started`].
    pub fn new() -> Self {
        Self {
            is_linked: false,
            is_online: true,
            is_exchanging: false,
            again: false,
            is_relinked: false,
            halted: None,
            last_failure: None,
            waiting: 0,
            synced_at_ms: None,
            no_progress_since_ms: None,
            most: MOST_OFFERED,
            again_from_the_start: FromTheStart::No,
            pace: Pace::default(),
        }
    }

    /// Takes note of what happened and says what to do. `now_ms` may run back: that delays nothing.
    /// `jitter` is any random number, drawn anew each time.
    pub fn handle(&mut self, event: Event, now_ms: u64, jitter: u32) -> Vec<Action> {
        self.pace.notice_clock(now_ms);
        match event {
            Event::Started {
                is_linked,
                waiting,
                synced_at_ms,
            } => {
                self.is_linked = is_linked;
                self.waiting = waiting;
                self.synced_at_ms = synced_at_ms;
                self.ask_now(now_ms);
            }
            Event::Edited { waiting } => {
                self.waiting = waiting;
                self.pace.edited(now_ms);
            }
            Event::CameOnline | Event::Poked => {
                self.is_online = true;
                self.ask_now(now_ms);
            }
            Event::BecameVisible => self.ask_now(now_ms),
            Event::WentOffline => self.is_online = false,
            Event::Elapsed => {}
            Event::ExchangeEnded(end) => self.ended(end, now_ms, jitter),
            Event::Linked => {
                self.is_linked = true;
                self.halted = None;
                self.is_relinked = self.is_exchanging;
                self.ask_now(now_ms);
            }
            Event::Unlinked => self.is_linked = false,
        }
        self.watch_progress(now_ms);
        self.next_actions(now_ms)
    }

    /// Returns what the person is told.
    pub fn status(&self, now_ms: u64) -> SyncStatus {
        status::of(self, now_ms)
    }

    fn may_exchange(&self) -> bool {
        self.is_linked && self.is_online && self.halted.is_none()
    }

    fn ask_now(&mut self, now_ms: u64) {
        self.again |= self.is_exchanging;
        self.pace.now(now_ms);
    }

    fn ended(&mut self, end: ExchangeEnd, now_ms: u64, jitter: u32) {
        self.is_exchanging = false;
        match end {
            ExchangeEnd::Done {
                more,
                waiting,
                is_progress,
            } => {
                self.last_failure = None;
                self.waiting = waiting;
                self.most = (self.most * 2).min(MOST_OFFERED);
                if is_progress {
                    self.no_progress_since_ms = None;
                }
                if !more {
                    self.again_from_the_start = FromTheStart::No;
                }
                if !more && waiting == 0 {
                    self.synced_at_ms = Some(now_ms);
                }
                let goes_on = more || (waiting > 0 && is_progress);
                self.pace.succeeded(now_ms, goes_on, waiting, jitter);
            }
            ExchangeEnd::Failed(failure) => self.failed(failure, now_ms, jitter),
        }
        self.is_relinked = false;
        if std::mem::take(&mut self.again) && self.last_failure.is_none() {
            self.pace.now(now_ms);
        }
    }

    fn failed(&mut self, failure: Failure, now_ms: u64, jitter: u32) {
        self.last_failure = Some(failure);
        match failure {
            Failure::NotSignedIn | Failure::OtherAccount if self.is_relinked => {
                self.last_failure = None;
            }
            Failure::NotSignedIn | Failure::OtherAccount => self.halted = Some(failure),
            Failure::TooLarge if self.most > 1 => {
                self.most /= 2;
                self.pace.now(now_ms);
            }
            Failure::Busy { retry_after_ms } => {
                self.pace.failed(now_ms, retry_after_ms, jitter);
            }
            // A fault that one operation sets off must not hold up the others for ever.
            Failure::ServerFault => {
                self.most = (self.most / 2).max(1);
                self.pace.failed(now_ms, None, jitter);
            }
            Failure::Gap if self.again_from_the_start == FromTheStart::No => {
                self.again_from_the_start = FromTheStart::Due;
                self.pace.now(now_ms);
            }
            Failure::UpdateNeeded | Failure::ServerTooOld => self.pace.rest(now_ms),
            Failure::TooLarge
            | Failure::Gap
            | Failure::Unreachable
            | Failure::NotApprodo
            | Failure::StoreFailed => self.pace.failed(now_ms, None, jitter),
        }
    }

    fn watch_progress(&mut self, now_ms: u64) {
        if !self.may_exchange() || self.waiting == 0 {
            self.no_progress_since_ms = None;
        } else {
            let since = self.no_progress_since_ms.get_or_insert(now_ms);
            *since = (*since).min(now_ms);
        }
    }

    fn next_actions(&mut self, now_ms: u64) -> Vec<Action> {
        let mut actions = Vec::new();
        if self.may_exchange() && !self.is_exchanging && self.pace.is_due(now_ms, self.waiting) {
            self.is_exchanging = true;
            self.pace.started();
            let from_the_start = self.again_from_the_start == FromTheStart::Due;
            if from_the_start {
                self.again_from_the_start = FromTheStart::Tried;
            }
            actions.push(Action::StartExchange {
                most: self.most,
                from_the_start,
            });
        }
        let due = (self.may_exchange() && !self.is_exchanging)
            .then(|| self.pace.due_ms(self.waiting))
            .flatten();
        let stalls = self
            .no_progress_since_ms
            .map(|since| since.saturating_add(STALLED_AFTER_MS))
            .filter(|at_ms| *at_ms > now_ms);
        if let Some(at_ms) = due.into_iter().chain(stalls).min() {
            actions.push(Action::WakeAt { at_ms });
        }
        actions
    }
}
