//! Times of day as people type them. A time has no zone: it is that of the place where one has to be.

use std::str::FromStr;
use thiserror::Error;

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOfDay {
    /// Hour, 0 to 23.
    pub hour: u8,
    /// Minute, 0 to 59.
    pub minute: u8,
}

/// Why a text is not a time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum TimeOfDayError {
    /// Nothing was typed.
    #[error("the time is empty; type hour and minutes (9:30)")]
    Empty,
    /// The text has another form, or there is no such time.
    #[error("the time is not understood; type hour and minutes (9:30)")]
    Form,
}

/// Words that stand around a time and say nothing more.
const WORDS: [&str; 6] = ["ore", "alle", "ora", "h", "at", "o'clock"];
/// How an English time says its half of the day, and the hour with which that half begins.
const HALVES: [(&str, u8); 2] = [("am", 0), ("pm", 12)];

impl TimeOfDay {
    /// Returns the minutes since midnight.
    pub fn minutes(self) -> u32 {
        u32::from(self.hour) * 60 + u32::from(self.minute)
    }
}

impl FromStr for TimeOfDay {
    type Err = TimeOfDayError;

    /// Reads `9`, `9:30`, `9.30`, `ore 9,30`, `0930`, `9h30`, `2:30 pm`.
    fn from_str(text: &str) -> Result<Self, TimeOfDayError> {
        let text = text.trim().to_lowercase();
        if text.is_empty() {
            return Err(TimeOfDayError::Empty);
        }
        let mut halves = HALVES.into_iter();
        let half = halves.find_map(|(word, first)| Some((text.strip_suffix(word)?, first)));
        let (digits, first_hour) = match half {
            Some((digits, first)) => (digits, Some(first)),
            None => (text.as_str(), None),
        };
        let (hour, minute) = hour_and_minute(digits).ok_or(TimeOfDayError::Form)?;
        let hour = match (first_hour, hour) {
            (None, 0..24) => hour,
            (Some(first), 12) => first,
            (Some(first), 1..12) => first + hour,
            _ => return Err(TimeOfDayError::Form),
        };
        match minute {
            0..60 => Ok(Self { hour, minute }),
            _ => Err(TimeOfDayError::Form),
        }
    }
}

/// Returns the two numbers of a time; of one alone, no minutes.
fn hour_and_minute(text: &str) -> Option<(u8, u8)> {
    let parts = text.split([' ', ':', '.', ',']);
    let parts = parts.filter(|part| !part.is_empty() && !WORDS.contains(part));
    let numbers: Vec<&str> = parts.flat_map(|part| part.split('h')).collect();
    let numbers: Vec<&str> = numbers
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    let (hour, minute) = match numbers[..] {
        [both] if both.len() == 4 && both.is_ascii() => both.split_at(2),
        [hour] => (hour, "0"),
        [hour, minute] if minute.len() == 2 => (hour, minute),
        _ => return None,
    };
    Some((number(hour)?, number(minute)?))
}

fn number(digits: &str) -> Option<u8> {
    let is_number = digits.len() <= 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Option<(u8, u8)> {
        let time: TimeOfDay = text.parse().ok()?;
        Some((time.hour, time.minute))
    }

    #[test]
    fn times_are_read_as_people_write_them() {
        for text in [
            "9:30",
            "09.30",
            "ore 9,30",
            "alle 9 30",
            "0930",
            "9h30",
            "h 9:30",
            "9:30 am",
            "9:30am",
        ] {
            assert_eq!(read(text), Some((9, 30)), "{text}");
        }
        assert_eq!(read("ore 15"), Some((15, 0)));
        assert_eq!(read("2:30 pm"), Some((14, 30)));
        assert_eq!(read("12 pm"), Some((12, 0)));
        assert_eq!(read("12:15 am"), Some((0, 15)));
        assert_eq!(read("0:05"), Some((0, 5)));
    }

    #[test]
    fn what_is_no_time_is_told_from_nothing() {
        for text in [
            "24:00",
            "9:60",
            "mattina",
            "9:3",
            "9:30:00",
            "verso le 9",
            "14:30 pm",
            "0 am",
            "-9",
            "٩",
        ] {
            assert_eq!(
                text.parse::<TimeOfDay>(),
                Err(TimeOfDayError::Form),
                "{text}"
            );
        }
        assert_eq!(" ".parse::<TimeOfDay>(), Err(TimeOfDayError::Empty));
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,12}") {
            let _ = text.parse::<TimeOfDay>();
        }

        #[test]
        fn every_time_is_read_back(hour in 0u8..24, minute in 0u8..60) {
            prop_assert_eq!(read(&format!("{hour}:{minute:02}")), Some((hour, minute)));
        }
    }
}
