//! Dates and periods in words, as pages and files show them. The words themselves come from the caller.

use crate::DateText;

/// The words that dates take.
#[derive(Debug, Clone, Copy)]
pub struct DateWords<'a> {
    /// Short names of the months, January first.
    pub months: &'a [String; 12],
    /// The day before its month, in the place of `{day}`, such as `{day}.` in German; empty for the bare number.
    pub day: &'a str,
    /// The first day of a month, such as `1er` in French; empty if it is said as the others are.
    pub first_day: &'a str,
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
            (Some(day), Some(month)) => format!("{} {month} {}", self.day(day), date.year),
            (None, Some(month)) => format!("{month} {}", date.year),
            _ => date.year.to_string(),
        }
    }

    fn day(self, day: u8) -> String {
        match (day, self.first_day, self.day) {
            (1, first, _) if !first.is_empty() => first.to_owned(),
            (_, _, "") => day.to_string(),
            (_, _, pattern) => pattern.replace("{day}", &day.to_string()),
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

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::bare("", "", "1 m3 2019", "15 m3 2019")]
    #[case::ordinal("{day}.", "1.", "1. m3 2019", "15. m3 2019")]
    #[case::only_the_first("{day}", "1er", "1er m3 2019", "15 m3 2019")]
    fn days_stand_before_their_month_as_the_language_has_it(
        #[case] day: &str,
        #[case] first_day: &str,
        #[case] first: &str,
        #[case] other: &str,
    ) {
        let words = DateWords {
            months: &std::array::from_fn(|month| format!("m{}", month + 1)),
            day,
            first_day,
            present: "oggi",
        };
        let said = |date: &str| words.date(&DateText(date.to_owned()));
        assert_eq!(said("01/03/2019"), first);
        assert_eq!(said("15/03/2019"), other);
        assert_eq!(said("03/2019"), "m3 2019");
    }
}
