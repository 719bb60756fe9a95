//! For how long somebody worked, as far as the dates of a CV are sure.

use crate::check::days::{first_month, last_month};
use crate::{Experience, PartialDate};

/// Returns for how many whole years somebody surely worked, months that overlap counted once. Experiences
/// whose dates are missing or not understood count nothing; of a year alone its shortest meaning counts.
pub(crate) fn years_worked<'a>(
    experiences: impl Iterator<Item = &'a Experience>,
    today: PartialDate,
) -> usize {
    let mut months: Vec<(i32, i32)> = experiences
        .filter_map(|entry| {
            let end = match entry.current {
                true => first_month(today),
                false => first_month(entry.end.parse().ok()?),
            };
            Some((last_month(entry.start.parse().ok()?), end))
        })
        .filter(|(start, end)| start <= end)
        .collect();
    months.sort_unstable();
    let mut counted = 0;
    let mut until = i32::MIN;
    for (start, end) in months {
        counted += (end - start.max(until).min(end)).max(0);
        until = until.max(end);
    }
    usize::try_from(counted / 12).unwrap_or_default()
}
