//! Times and sizes as people read them, in the language spoken.

use super::{Key, language, text};
use crate::platform::intl;
use approdo_domain::PartialDate;

/// Returns a day and a time, such as `3 nov 2026, 14:32`.
pub fn moment(at_ms: u64) -> String {
    intl::date_time(language().tag(), at_ms)
}

/// Returns the day of a moment, such as `3 nov 2026`.
pub fn date(at_ms: u64) -> String {
    intl::date(language().tag(), at_ms)
}

/// Returns a day that a server wrote as `YYYY-MM-DD`, such as `22 nov. 2026`.
pub fn day(written: &str) -> String {
    match written.parse::<PartialDate>() {
        Ok(PartialDate {
            year,
            month: Some(month),
            day: Some(day),
        }) => format!("{day} {} {year}", month_name(month)),
        _ => written.to_owned(),
    }
}

/// Returns a time of day, such as `14:32`.
pub fn time(at_ms: u64) -> String {
    intl::time(language().tag(), at_ms)
}

/// Returns a size, such as `1,2 MB`.
pub fn size(bytes: u64) -> String {
    let (amount, unit) = match bytes {
        0..1_000 => (bytes as f64, "B"),
        1_000..1_000_000 => (bytes as f64 / 1e3, "kB"),
        1_000_000..1_000_000_000 => (bytes as f64 / 1e6, "MB"),
        _ => (bytes as f64 / 1e9, "GB"),
    };
    let digits = if amount < 10.0 && bytes >= 1_000 {
        1
    } else {
        0
    };
    format!("{} {unit}", intl::number(language().tag(), amount, digits))
}

/// Returns the short name of a month, January being 1.
pub fn month_name(month: u8) -> String {
    month_key(month).map(text).unwrap_or_default()
}

/// Returns the message with the short name of a month, January being 1.
pub(super) fn month_key(month: u8) -> Option<Key> {
    const MONTHS: [Key; 12] = [
        Key::CvMonth01,
        Key::CvMonth02,
        Key::CvMonth03,
        Key::CvMonth04,
        Key::CvMonth05,
        Key::CvMonth06,
        Key::CvMonth07,
        Key::CvMonth08,
        Key::CvMonth09,
        Key::CvMonth10,
        Key::CvMonth11,
        Key::CvMonth12,
    ];
    let index = usize::from(month.saturating_sub(1));
    MONTHS.get(index).copied()
}
