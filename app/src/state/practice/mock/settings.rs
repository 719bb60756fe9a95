//! How somebody practises on this device: voice, speed, bell, how answers are given, how long recordings stay. Kept in
//! settings of the device, never in a document.

use crate::platform::local_storage;
use crate::platform::speech::{RATE_KEY, VOICE_KEY};

const ALOUD: &str = "approdo.mock.aloud";
const BELL: &str = "approdo.mock.bell";
const WAY: &str = "approdo.mock.way";
const AGE: &str = "approdo.mock.age";
const KEEP_DAYS: &str = "approdo.recordings.days";

/// For how many days recordings can be kept.
pub const KEPT_DAYS: [u16; 4] = [1, 7, 30, 90];
/// For how many they are kept if nothing was chosen.
const USUAL_DAYS: u16 = 7;

/// How answers are given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AnswerWay {
    /// Aloud, and nothing is kept of it.
    #[default]
    Speak,
    /// Aloud, recorded on this device.
    Record,
    /// In writing.
    Write,
}

impl AnswerWay {
    /// All ways, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Speak, Self::Record, Self::Write];

    /// Returns the way's code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Speak => "speak",
            Self::Record => "record",
            Self::Write => "write",
        }
    }

    /// Returns the way of a code; speaking for codes that are none.
    pub fn of_code(code: &str) -> Self {
        let mut ways = Self::ALL.into_iter();
        ways.find(|way| way.code() == code).unwrap_or_default()
    }
}

/// Who says that recording is allowed: under the age of 18 a parent decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Age {
    /// Of age.
    Adult,
    /// Under 18, and a parent agrees.
    ParentAgrees,
}

impl Age {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Adult, Self::ParentAgrees];

    /// Returns the code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Adult => "adult",
            Self::ParentAgrees => "parent-agrees",
        }
    }

    /// Returns who a code names.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|age| age.code() == code)
    }
}

/// How somebody practises.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// Whether questions are read aloud.
    pub aloud: bool,
    /// Whether the bell is heard.
    pub bell: bool,
    /// How answers are given.
    pub way: AnswerWay,
    /// Who said that recording is allowed; none while nobody has.
    pub age: Option<Age>,
    /// The name of the voice; empty for the one the device takes.
    pub voice: String,
    /// The speed of reading, in the units of the Web Speech API (1 is usual).
    pub rate: String,
}

/// The speeds that are offered.
pub const RATES: [&str; 3] = ["0.75", "0.9", "1.1"];
/// The speed of reading if nothing was chosen.
const USUAL_RATE: &str = "0.9";

impl Settings {
    /// Reads them.
    pub fn kept() -> Self {
        Self::of(local_storage::get)
    }

    fn of(read: impl Fn(&str) -> Option<String>) -> Self {
        let is = |key, value: &str| read(key).as_deref() == Some(value);
        Self {
            aloud: is(ALOUD, "yes"),
            bell: !is(BELL, "no"),
            way: AnswerWay::of_code(&read(WAY).unwrap_or_default()),
            age: Age::of_code(&read(AGE).unwrap_or_default()),
            voice: read(VOICE_KEY).unwrap_or_default(),
            rate: read(RATE_KEY)
                .filter(|rate| RATES.contains(&rate.as_str()))
                .unwrap_or_else(|| USUAL_RATE.to_owned()),
        }
    }

    /// Keeps them.
    pub fn keep(&self) {
        let yes_or_no = |yes| if yes { "yes" } else { "no" };
        let age = self.age.map_or("", Age::code);
        for (key, value) in [
            (ALOUD, yes_or_no(self.aloud)),
            (BELL, yes_or_no(self.bell)),
            (WAY, self.way.code()),
            (AGE, age),
            (VOICE_KEY, &self.voice),
            (RATE_KEY, &self.rate),
        ] {
            // Where storage is blocked they hold for this page.
            local_storage::set(key, value);
        }
    }

    /// Tells whether an interview can begin: who wants to be recorded says who allows it.
    pub fn is_complete(&self) -> bool {
        self.way != AnswerWay::Record || self.age.is_some()
    }
}

/// Returns for how many days recordings are kept on this device.
pub fn keep_days() -> u16 {
    days_of(local_storage::get(KEEP_DAYS))
}

fn days_of(kept: Option<String>) -> u16 {
    let days = kept.and_then(|days| days.parse().ok());
    days.filter(|days| KEPT_DAYS.contains(days))
        .unwrap_or(USUAL_DAYS)
}

/// Chooses for how many days recordings are kept.
pub fn choose_keep_days(days: u16) {
    local_storage::set(KEEP_DAYS, &days.to_string());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(pairs: &[(&str, &str)]) -> Settings {
        Settings::of(|key| {
            let mut pairs = pairs.iter();
            let found = pairs.find(|(known, _)| *known == key)?;
            Some(found.1.to_owned())
        })
    }

    #[test]
    fn nothing_is_recorded_unless_somebody_chose_it_and_said_who_allows_it() {
        let mut settings = with(&[]);
        assert_eq!(settings.way, AnswerWay::Speak);
        assert!(settings.is_complete() && settings.bell && !settings.aloud);
        settings.way = AnswerWay::Record;
        assert!(!settings.is_complete());
        settings.age = Some(Age::ParentAgrees);
        assert!(settings.is_complete());
    }

    #[test]
    fn what_is_kept_is_read_again_and_what_makes_no_sense_is_not() {
        let settings = with(&[
            (WAY, "record"),
            (AGE, "adult"),
            (BELL, "no"),
            (RATE_KEY, "99"),
        ]);
        assert_eq!(
            (settings.way, settings.age),
            (AnswerWay::Record, Some(Age::Adult))
        );
        assert!(!settings.bell);
        assert_eq!(settings.rate, USUAL_RATE);
        assert_eq!(days_of(Some("30".to_owned())), 30);
        for nonsense in [None, Some("0"), Some("-1"), Some("100000")] {
            assert_eq!(days_of(nonsense.map(str::to_owned)), USUAL_DAYS);
        }
    }
}
