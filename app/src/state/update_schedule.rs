//! When a new version is looked for, besides the browser's own look whenever a page is opened: a page
//! that stays open for days must hear of one too. Looking and offering are in `offline`.

/// The least time between two looks, in milliseconds. A look is one request with a short answer.
const BETWEEN_LOOKS_MS: u64 = 60 * 60 * 1000;

/// Remembers the last look that succeeded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UpdateSchedule {
    looked_ms: u64,
}

impl UpdateSchedule {
    /// Begins with the look that the browser takes when it opens a page.
    pub fn new(now_ms: u64) -> Self {
        Self { looked_ms: now_ms }
    }

    /// Tells whether a look is due. A clock that was put back does not put it off.
    pub fn is_due(self, now_ms: u64) -> bool {
        now_ms.abs_diff(self.looked_ms) >= BETWEEN_LOOKS_MS
    }

    /// Takes note of a look that reached the server.
    pub fn looked(&mut self, now_ms: u64) {
        self.looked_ms = now_ms;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    const NOON_MS: u64 = 1_790_000_000_000;
    const MINUTE_MS: u64 = 60_000;

    #[rstest]
    #[case::at_once(0, false)]
    #[case::half_an_hour_later(30, false)]
    #[case::an_hour_later(60, true)]
    #[case::the_next_day(24 * 60, true)]
    fn the_next_look_is_due_after_an_hour(#[case] minutes: u64, #[case] expected: bool) {
        let schedule = UpdateSchedule::new(NOON_MS);
        assert_eq!(schedule.is_due(NOON_MS + minutes * MINUTE_MS), expected);
    }

    #[test]
    fn a_look_that_failed_is_repeated_and_one_that_succeeded_is_not() {
        let mut schedule = UpdateSchedule::new(NOON_MS);
        let later_ms = NOON_MS + 90 * MINUTE_MS;
        assert!(schedule.is_due(later_ms));
        assert!(schedule.is_due(later_ms + MINUTE_MS));
        schedule.looked(later_ms + MINUTE_MS);
        assert!(!schedule.is_due(later_ms + 2 * MINUTE_MS));
    }

    #[test]
    fn a_clock_that_was_days_ahead_does_not_put_the_next_look_off() {
        let schedule = UpdateSchedule::new(NOON_MS);
        assert!(schedule.is_due(NOON_MS - 3 * 24 * 60 * MINUTE_MS));
    }
}
