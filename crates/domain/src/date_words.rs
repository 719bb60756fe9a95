//! Dates and periods in words, as pages and files show them. The words themselves come from the caller.

use crate::DateText;

/// The words that dates take.
#[derive(Debug, Clone, Copy)]
pub struct DateWords<'a> {
    /// Short names of the months, January first.
    pub months: &'a [String; 12],
    /// The end of something that goes on, such as `oggi`.
    pub present: &'a str,
}

impl DateWords<'_> {
    /// Returns a date in words, such as `mar 2019`; a text that is no date stays as it is.
    pub fn date(self, date: &DateText) -> String {
        let Ok(date) = date.parse() else {
            return date.0.trim().to_owned();
        };
        let month = date
            .month
            .and_then(|month| self.months.get(usize::from(month).saturating_sub(1)));
        match (date.day, month) {
            (Some(day), Some(month)) => format!("{day} {month} {}", date.year),
            (None, Some(month)) => format!("{month} {}", date.year),
            _ => date.year.to_string(),
        }
    }

    /// Returns a period in words, such as `mar 2019 – oggi`; empty if nothing is known.
    pub fn period(self, start: &DateText, end: &DateText, current: bool) -> String {
        let first = self.date(start);
        let last = if current {
            self.present.to_owned()
        } else {
            self.date(end)
        };
        match (first.is_empty(), last.is_empty()) {
            (false, false) if first != last => format!("{first} – {last}"),
            (true, _) => last,
            _ => first,
        }
    }
}
