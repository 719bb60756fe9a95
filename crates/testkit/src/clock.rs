//! A clock that moves only when told to.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// 22 November 2026, 10:00 UTC, in milliseconds since 1970.
pub const START_MS: u64 = 1_795_341_600_000;

/// A clock for tests. Clones show the same time.
#[derive(Debug, Clone)]
pub struct FixedClock(Arc<AtomicU64>);

impl Default for FixedClock {
    fn default() -> Self {
        Self::at(START_MS)
    }
}

impl FixedClock {
    /// Makes a clock that shows a time in milliseconds since 1970.
    pub fn at(now_ms: u64) -> Self {
        Self(Arc::new(AtomicU64::new(now_ms)))
    }

    /// Returns the time in milliseconds since 1970.
    pub fn now_ms(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }

    /// Moves the clock forward.
    pub fn advance(&self, by_ms: u64) {
        self.0.fetch_add(by_ms, Ordering::Relaxed);
    }
}
