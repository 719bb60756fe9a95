//! A document as it was at the end of a day. Nothing is stored for it: every operation says when it was
//! written, and none that a later day could ask for is folded away (`author`).

use crate::document::Document;
use crate::operation::Operation;

const MINUTE_MS: i64 = 60_000;
const DAY_MS: i64 = 24 * 60 * MINUTE_MS;

/// A day on which something was written, and what the document showed at its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayVersion<Picture> {
    /// Days since 1 January 1970, as the person counts them.
    pub day: i64,
    /// When the last thing was written that day, in milliseconds since 1970.
    pub last_ms: u64,
    /// What it showed at its end.
    pub shown: Picture,
}

/// Returns the day of a moment where clocks show so many minutes more than in UTC.
pub fn local_day(at_ms: u64, offset_minutes: i32) -> i64 {
    let at_ms = i64::try_from(at_ms).unwrap_or(i64::MAX);
    let local = at_ms.saturating_add(i64::from(offset_minutes) * MINUTE_MS);
    local.div_euclid(DAY_MS)
}

impl Document {
    /// Returns the days on which something was written, the oldest first, at most so many of the
    /// latest; the first one has what came before in it. `day_of` tells the day of a moment, `project` what a
    /// document shows.
    pub fn day_versions<Picture>(
        &self,
        most: usize,
        day_of: &dyn Fn(u64) -> i64,
        project: impl Fn(&Document) -> Picture,
    ) -> Vec<DayVersion<Picture>> {
        let mut written: Vec<(i64, &Operation)> = self
            .operations()
            .map(|operation| (day_of(operation.stamp.millis), operation))
            .collect();
        written.sort_by_key(|(_, operation)| (operation.stamp, operation.id));
        let mut picture = Document::new(self.id(), self.space());
        let mut versions = Vec::new();
        let days = written.chunk_by(|one, next| one.0 == next.0);
        let skipped = days.clone().count().saturating_sub(most);
        for (number, operations) in days.enumerate() {
            for (_, operation) in operations {
                picture.ingest((*operation).clone());
            }
            let Some((day, last)) = operations.last().filter(|_| number >= skipped) else {
                continue;
            };
            versions.push(DayVersion {
                day: *day,
                last_ms: last.stamp.millis,
                shown: project(&picture),
            });
        }
        versions
    }

    /// Returns the document as it was when something had last been written at a moment, in
    /// milliseconds since 1970.
    pub fn as_of(&self, last_ms: u64) -> Document {
        let mut picture = Document::new(self.id(), self.space());
        for operation in self.operations() {
            if operation.stamp.millis <= last_ms {
                picture.ingest(operation.clone());
            }
        }
        picture
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    const MIDNIGHT_UTC_MS: u64 = 1_795_305_600_000; // 22 November 2026

    #[rstest]
    #[case::just_before_midnight_in_rome(-3_600_001, 60, -1)]
    #[case::midnight_in_rome(-3_600_000, 60, 0)]
    #[case::midnight_in_rome_in_summer(-7_200_000, 120, 0)]
    #[case::evening_before_in_new_york(4 * 3_600_000, -300, -1)]
    fn a_day_begins_at_the_midnight_of_the_person(
        #[case] after_ms: i64,
        #[case] offset: i32,
        #[case] days: i64,
    ) {
        let at_ms = MIDNIGHT_UTC_MS.saturating_add_signed(after_ms);
        let here = local_day(at_ms, offset);
        assert_eq!(here - local_day(MIDNIGHT_UTC_MS, 0), days);
    }

    #[test]
    fn a_clock_out_of_all_bounds_has_a_day_too() {
        assert!(local_day(u64::MAX, 60) > local_day(MIDNIGHT_UTC_MS, 60));
    }
}
