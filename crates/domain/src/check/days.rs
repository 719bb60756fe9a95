//! Reckoning with dates of which only a part may be known: a month or a year has a first and a last
//! day.

use crate::PartialDate;

/// Returns the number of the first month that a date can mean, counted from year 0.
pub(crate) fn first_month(date: PartialDate) -> i32 {
    i32::from(date.year) * 12 + i32::from(date.month.unwrap_or(1)) - 1
}

/// Returns the number of the last month that a date can mean.
pub(crate) fn last_month(date: PartialDate) -> i32 {
    i32::from(date.year) * 12 + i32::from(date.month.unwrap_or(12)) - 1
}

/// Returns the number of the first day that a date can mean, counted from the same fixed day.
pub(crate) fn first_day(date: PartialDate) -> i32 {
    day_number(
        i32::from(date.year),
        i32::from(date.month.unwrap_or(1)),
        i32::from(date.day.unwrap_or(1)),
    )
}

/// Returns the number of the last day that a date can mean, counted from a fixed day. A month whose
/// days are not told ends with its 31st: a day too late is no false alarm.
pub(crate) fn last_day(date: PartialDate) -> i32 {
    day_number(
        i32::from(date.year),
        i32::from(date.month.unwrap_or(12)),
        i32::from(date.day.unwrap_or(31)),
    )
}

/// Days since a fixed day in the Gregorian calendar; years begin with March, so that the leap day is
/// their last.
fn day_number(year: i32, month: i32, day: i32) -> i32 {
    let (year, month) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + day
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_over_leap_years() {
        assert_eq!(day_number(2024, 3, 1) - day_number(2024, 2, 28), 2);
        assert_eq!(day_number(2023, 3, 1) - day_number(2023, 2, 28), 1);
        assert_eq!(day_number(2027, 1, 1) - day_number(2026, 1, 1), 365);
        assert_eq!(day_number(2001, 1, 1) - day_number(2000, 1, 1), 366);
    }
}
