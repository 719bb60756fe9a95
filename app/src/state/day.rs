//! Today, where this device is, as a date of documents; and days as people write them.

use crate::platform::clock;
use approdo_domain::PartialDate;

/// Returns today, where this device is.
pub fn today() -> PartialDate {
    let (year, month, day) = clock::today();
    PartialDate {
        year,
        month: Some(month),
        day: Some(day),
    }
}

/// Returns a day as people write it, such as `22/11/2026`; of what has no day, as much as is known.
pub fn day_text(date: PartialDate) -> String {
    match (date.day, date.month) {
        (Some(day), Some(month)) => format!("{day:02}/{month:02}/{}", date.year),
        (_, Some(month)) => format!("{month:02}/{}", date.year),
        _ => date.year.to_string(),
    }
}
