//! Dates of lives: a year, a month or a day is known. How a date is shown is for the interface.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use thiserror::Error;

/// A date of which at least the year is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PartialDate {
    /// Gregorian year, 1900 to 2100.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: Option<u8>,
    /// Day of the month, 1 to 31; only with a month.
    pub day: Option<u8>,
}

/// Why a text is not a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PartialDateError {
    /// Nothing was typed.
    #[error("the date is empty; type a year, or month and year")]
    Empty,
    /// The text has another form.
    #[error("the date is not understood; type a year (2019), or month and year (03/2019)")]
    Form,
    /// The year is outside 1900 to 2100.
    #[error("the year is not between 1900 and 2100; type it with four digits")]
    Year,
    /// The month is not one of twelve.
    #[error("the month is not between 1 and 12")]
    Month,
    /// That month has no such day.
    #[error("that month has no such day")]
    Day,
}

/// Beginnings of month names in the languages of a CV, by which a typed month is recognised.
const MONTH_NAMES: [&[&str]; 12] = [
    &["gen", "jan", "ene", "ian"],
    &["feb", "fév"],
    &["mar", "mär"],
    &["apr", "avr", "abr"],
    &["mag", "may", "mai"],
    &["giu", "jun", "juin", "iun"],
    &["lug", "jul", "juil", "iul"],
    &["ago", "aug", "aoû"],
    &["set", "sep"],
    &["ott", "oct", "okt"],
    &["nov", "noi"],
    &["dic", "dec", "déc", "dez"],
];

impl PartialDate {
    /// Checks the parts and makes a date.
    ///
    /// # Errors
    /// The part that is out of range.
    pub fn new(
        year: u16,
        month: Option<u8>,
        day: Option<u8>,
    ) -> Result<PartialDate, PartialDateError> {
        if !(1900..=2100).contains(&year) {
            return Err(PartialDateError::Year);
        }
        match (month, day) {
            (None, Some(_)) => return Err(PartialDateError::Form),
            (Some(month), _) if !(1..=12).contains(&month) => return Err(PartialDateError::Month),
            (Some(month), Some(day)) if !(1..=days_in_month(year, month)).contains(&day) => {
                return Err(PartialDateError::Day);
            }
            _ => {}
        }
        Ok(PartialDate { year, month, day })
    }

    /// Tells whether the whole of this date lies before the whole of the other, as far as known:
    /// `2019` is not before `03/2019`.
    pub fn is_surely_before(self, other: PartialDate) -> bool {
        if self.year != other.year {
            return self.year < other.year;
        }
        match (self.month, other.month) {
            (Some(mine), Some(theirs)) if mine != theirs => mine < theirs,
            (Some(_), Some(_)) => match (self.day, other.day) {
                (Some(mine), Some(theirs)) => mine < theirs,
                _ => false,
            },
            _ => false,
        }
    }
}

fn days_in_month(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl FromStr for PartialDate {
    type Err = PartialDateError;

    /// Reads `2019`, `03/2019`, `15/03/2019`, `2019-03-15`, `marzo 2019`, `15 mar. 2019`; the
    /// separators may be spaces, dots, slashes or hyphens.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let parts: Vec<&str> = text
            .split(|character: char| !character.is_alphanumeric())
            .filter(|part| !part.is_empty())
            .collect();
        match parts.as_slice() {
            [] => Err(PartialDateError::Empty),
            [year] => PartialDate::new(read_year(year)?, None, None),
            [first, second] if first.len() == 4 && starts_with_digit(first) => {
                PartialDate::new(read_year(first)?, Some(read_month(second)?), None)
            }
            [month, year] => PartialDate::new(read_year(year)?, Some(read_month(month)?), None),
            [year, month, day] if year.len() == 4 && starts_with_digit(year) => PartialDate::new(
                read_year(year)?,
                Some(read_month(month)?),
                Some(read_day(day)?),
            ),
            [day, month, year] => PartialDate::new(
                read_year(year)?,
                Some(read_month(month)?),
                Some(read_day(day)?),
            ),
            _ => Err(PartialDateError::Form),
        }
    }
}

fn starts_with_digit(text: &str) -> bool {
    text.starts_with(|character: char| character.is_ascii_digit())
}

fn read_year(text: &str) -> Result<u16, PartialDateError> {
    let year: u16 = text.parse().map_err(|_| PartialDateError::Form)?;
    if text.len() == 4 {
        Ok(year)
    } else {
        Err(PartialDateError::Year)
    }
}

fn read_day(text: &str) -> Result<u8, PartialDateError> {
    text.parse().map_err(|_| PartialDateError::Form)
}

fn read_month(text: &str) -> Result<u8, PartialDateError> {
    if starts_with_digit(text) {
        return text.parse().map_err(|_| PartialDateError::Month);
    }
    // Few of them begin with more than ASCII; the tables for all of Unicode would go into every first visit.
    let lower = text.to_ascii_lowercase();
    let position = MONTH_NAMES
        .iter()
        .position(|names| names.iter().any(|name| lower.starts_with(name)))
        .ok_or(PartialDateError::Form)?;
    u8::try_from(position + 1).map_err(|_| PartialDateError::Month)
}

impl fmt::Display for PartialDate {
    /// Writes the date as ISO 8601 does: `2019`, `2019-03`, `2019-03-15`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(formatter, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(formatter, "-{day:02}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case::year("2019", "2019")]
    #[case::month_and_year("03/2019", "2019-03")]
    #[case::iso_month("2019-03", "2019-03")]
    #[case::day("15/3/2019", "2019-03-15")]
    #[case::iso_day("2019-03-15", "2019-03-15")]
    #[case::italian("marzo 2019", "2019-03")]
    #[case::short_english("15 Sept. 2019", "2019-09-15")]
    #[case::french("août 2019", "2019-08")]
    #[case::german("15. März 2019", "2019-03-15")]
    #[case::spanish("enero 2019", "2019-01")]
    #[case::romanian("Noiembrie 2019", "2019-11")]
    #[case::spaces("  03 2019 ", "2019-03")]
    fn people_may_type_dates_their_way(#[case] typed: &str, #[case] iso: &str) {
        let date: PartialDate = typed.parse().unwrap();
        assert_eq!(date.to_string(), iso);
    }

    #[rstest]
    #[case::empty("", PartialDateError::Empty)]
    #[case::words("qualche anno fa", PartialDateError::Form)]
    #[case::short_year("03/19", PartialDateError::Year)]
    #[case::month("13/2019", PartialDateError::Month)]
    #[case::day("30/02/2019", PartialDateError::Day)]
    #[case::old("1815", PartialDateError::Year)]
    fn what_is_not_a_date_says_why(#[case] typed: &str, #[case] reason: PartialDateError) {
        assert_eq!(typed.parse::<PartialDate>(), Err(reason));
    }

    #[test]
    fn a_year_is_not_surely_before_its_own_months() {
        let year: PartialDate = "2019".parse().unwrap();
        let march: PartialDate = "03/2019".parse().unwrap();
        let may: PartialDate = "05/2019".parse().unwrap();
        assert!(!year.is_surely_before(march) && !march.is_surely_before(year));
        assert!(march.is_surely_before(may) && !may.is_surely_before(march));
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused_without_panic(text in ".{0,40}") {
            let _ = text.parse::<PartialDate>();
        }

        #[test]
        fn a_written_date_reads_back(year in 1900u16..=2100, month in 1u8..=12, day in 1u8..=28) {
            let date = PartialDate::new(year, Some(month), Some(day)).unwrap();
            prop_assert_eq!(date.to_string().parse::<PartialDate>(), Ok(date));
        }
    }
}
