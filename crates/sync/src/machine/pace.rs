//! When the next exchange is due: soon after edits, later and later after failures, rarely when
//! there is nothing to do.

/// After the last key press.
const AFTER_EDIT_MS: u64 = 1_000;
/// While the person types on and on.
const AFTER_FIRST_EDIT_MS: u64 = 5_000;
const FIRST_BACKOFF_MS: u64 = 1_000;
const LONGEST_BACKOFF_MS: u64 = 60_000;
/// What a server may ask for at most.
const LONGEST_RETRY_AFTER_MS: u64 = 600_000;
/// A look at the server when nothing calls for it, in case its pokes do not arrive.
const REST_MS: u64 = 300_000;

#[derive(Debug, Clone, Default)]
pub(super) struct Pace {
    /// First and last of the edits since the last exchange began.
    edits_ms: Option<(u64, u64)>,
    /// Nothing before this time, after a failure.
    not_before_ms: Option<u64>,
    /// At this time in any case.
    at_ms: Option<u64>,
    failures: u32,
    latest_ms: u64,
}

impl Pace {
    /// When the clock ran back, all times noted mean nothing any more: begin anew from now.
    pub(super) fn notice_clock(&mut self, now_ms: u64) {
        if now_ms < self.latest_ms {
            self.edits_ms = self.edits_ms.map(|_| (now_ms, now_ms));
            self.not_before_ms = self.not_before_ms.map(|_| now_ms);
            self.at_ms = self.at_ms.map(|_| now_ms);
        }
        self.latest_ms = now_ms;
    }

    pub(super) fn edited(&mut self, now_ms: u64) {
        let first = self.edits_ms.map_or(now_ms, |(first, _)| first);
        self.edits_ms = Some((first, now_ms));
    }

    /// Something calls for an exchange at once, whatever failed before.
    pub(super) fn now(&mut self, now_ms: u64) {
        self.not_before_ms = None;
        self.at_ms = Some(now_ms);
    }

    pub(super) fn started(&mut self) {
        self.edits_ms = None;
        self.at_ms = None;
        self.not_before_ms = None;
    }

    pub(super) fn succeeded(&mut self, now_ms: u64, goes_on: bool, waiting: usize, jitter: u32) {
        if goes_on {
            self.failures = 0;
            // What the person is typing right now is not torn apart.
            self.at_ms = self.edits_ms.is_none().then_some(now_ms);
        } else if waiting > 0 && self.edits_ms.is_none() {
            // The server answers, and yet the work does not move.
            self.failed(now_ms, None, jitter);
        } else {
            self.failures = 0;
            self.rest(now_ms);
        }
    }

    pub(super) fn failed(&mut self, now_ms: u64, retry_after_ms: Option<u64>, jitter: u32) {
        let doubled = FIRST_BACKOFF_MS << self.failures.min(16);
        let longest = doubled.min(LONGEST_BACKOFF_MS);
        // Between half and the whole, so that devices cut off together do not come back together.
        let backoff = longest / 2 + u64::from(jitter) * (longest / 2) / u64::from(u32::MAX);
        let asked = retry_after_ms.unwrap_or(0).min(LONGEST_RETRY_AFTER_MS);
        let at_ms = now_ms.saturating_add(backoff.max(asked));
        self.failures = self.failures.saturating_add(1);
        self.not_before_ms = Some(at_ms);
        self.at_ms = Some(at_ms);
    }

    pub(super) fn rest(&mut self, now_ms: u64) {
        self.at_ms = Some(now_ms.saturating_add(REST_MS));
    }

    pub(super) fn due_ms(&self, waiting: usize) -> Option<u64> {
        let after_edits = self
            .edits_ms
            .filter(|_| waiting > 0)
            .map(|(first, last)| (last + AFTER_EDIT_MS).min(first + AFTER_FIRST_EDIT_MS));
        let due = after_edits.into_iter().chain(self.at_ms).min()?;
        Some(due.max(self.not_before_ms.unwrap_or(0)))
    }

    pub(super) fn is_due(&self, now_ms: u64, waiting: usize) -> bool {
        self.due_ms(waiting).is_some_and(|due| due <= now_ms)
    }
}
