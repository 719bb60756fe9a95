//! Hybrid logical clock: stamps that grow with every edit a device sees, near to real time.
//!
//! A stamp only picks which of several heads is shown first; no value is ever dropped because of
//! it. After Kulkarni et al., "Logical Physical Clocks" (2014). Our own, since the published clocks
//! take their time from a global function and this crate takes it as an argument.

use serde::{Deserialize, Serialize};

/// When an operation was written, as its device believed.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub struct Stamp {
    /// Milliseconds since 1970.
    pub millis: u64,
    /// Order within one millisecond, or while the clock stands still or runs back.
    pub logical: u32,
}

/// How far ahead of the local clock a foreign stamp may be and still move it, in milliseconds.
const TRUSTED_AHEAD_MS: u64 = 5 * 60 * 1_000;

/// The clock of one writer.
#[derive(Debug, Clone, Default)]
pub struct HybridClock {
    last: Stamp,
}

impl HybridClock {
    /// Returns a stamp for a new operation, later than every stamp given or observed before.
    pub fn tick(&mut self, now_ms: u64) -> Stamp {
        self.last = if now_ms > self.last.millis {
            Stamp {
                millis: now_ms,
                logical: 0,
            }
        } else {
            match self.last.logical.checked_add(1) {
                Some(logical) => Stamp {
                    logical,
                    ..self.last
                },
                // A stamp made to leave no room after it is still followed by a later one.
                None => Stamp {
                    millis: self.last.millis.saturating_add(1),
                    logical: 0,
                },
            }
        };
        self.last
    }

    /// Takes note of a foreign stamp. One far in the future does not move this clock: its device
    /// has a wrong date, and ours must not follow it.
    pub fn observe(&mut self, stamp: Stamp, now_ms: u64) {
        if stamp > self.last && stamp.millis <= now_ms.saturating_add(TRUSTED_AHEAD_MS) {
            self.last = stamp;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY_MS: u64 = 86_400_000;

    #[test]
    fn stamps_grow_while_the_clock_runs_back() {
        let mut clock = HybridClock::default();
        let noon = clock.tick(1_000 * DAY_MS);
        let after_the_jump = clock.tick(997 * DAY_MS);
        assert!(after_the_jump > noon);
    }

    #[test]
    fn an_edit_made_after_seeing_another_is_later_than_it() {
        let mut clock = HybridClock::default();
        let seen = Stamp {
            millis: 1_000_200,
            logical: 7,
        };
        clock.observe(seen, 1_000_000);
        assert!(clock.tick(1_000_000) > seen);
    }

    #[test]
    fn an_edit_made_after_a_stamp_without_room_is_later_all_the_same() {
        let mut clock = HybridClock::default();
        let seen = Stamp {
            millis: 1_000_200,
            logical: u32::MAX,
        };
        clock.observe(seen, 1_000_000);
        assert!(clock.tick(1_000_000) > seen);
        assert!(clock.tick(1_000_000).logical > 0);
    }

    #[test]
    fn edits_within_one_millisecond_keep_their_order() {
        let mut clock = HybridClock::default();
        let stamps = [1_000, 1_000, 1_000, 1_001].map(|now_ms| clock.tick(now_ms));
        assert!(stamps.is_sorted_by(|one, next| one < next), "{stamps:?}");
        assert_eq!((stamps[3].millis, stamps[3].logical), (1_001, 0));
    }

    #[test]
    fn a_clock_is_trusted_up_to_five_minutes_ahead() {
        for (ahead_ms, is_trusted) in [(300_000, true), (300_001, false)] {
            let mut clock = HybridClock::default();
            let seen = Stamp {
                millis: 1_000_000 + ahead_ms,
                logical: 0,
            };
            clock.observe(seen, 1_000_000);
            assert_eq!(clock.tick(1_000_000) > seen, is_trusted, "{ahead_ms}");
        }
    }

    #[test]
    fn an_older_stamp_does_not_set_the_clock_back() {
        let mut clock = HybridClock::default();
        let noon = clock.tick(1_000_000);
        clock.observe(
            Stamp {
                millis: 900_000,
                logical: 9,
            },
            1_000_000,
        );
        assert!(clock.tick(900_000) > noon);
    }

    #[test]
    fn a_device_in_the_year_2099_does_not_drag_others_along() {
        let mut clock = HybridClock::default();
        clock.observe(
            Stamp {
                millis: 4_070_908_800_000,
                logical: 0,
            },
            1_000_000,
        );
        assert_eq!(clock.tick(1_000_000).millis, 1_000_000);
    }
}
