//! The interview of a checklist as an appointment for the calendar: when, where, how to get there, and when to leave.

use crate::i18n::{Key, format};
use crate::platform::clock;
use crate::state::calendar_file::CalendarFile;
use approdo_document::DocumentId;
use approdo_domain::practice::PracticeChecklist;
use approdo_domain::{PartialDate, TimeOfDay, TimeOfDayError};
use approdo_exchange::calendar::{Appointment, Reminder, appointment_file, calendar_file};

/// How the file is called.
const NAME: &str = "interview";
/// Nobody should be there at the last minute: so many minutes are added to those of the way.
const EARLY_MINUTES: u32 = 15;
/// How many minutes before the alarm goes off, when the way is not known.
const UNKNOWN_WAY_MINUTES: u32 = 60;
/// From seven in the evening to midnight, in minutes.
const EVENING_MINUTES: u32 = 5 * 60;
/// Nobody travels longer than a day for an interview, in minutes.
const LONGEST_WAY: u32 = 24 * 60;

/// Why an interview cannot go into a calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotYet {
    /// Its day is not written with day, month and year.
    Day,
    /// Its time is not understood.
    Time,
    /// The minutes of the way are no number.
    Way,
}

/// Returns what the calendar gets of a checklist of that name.
///
/// # Errors
/// What is missing, or not understood.
pub fn interview_file(
    home: DocumentId,
    list: &PracticeChecklist,
    called: &str,
) -> Result<CalendarFile, NotYet> {
    let reminder = reminder(home, list, called, clock::now_ms() / 1_000)?;
    let written = match time(list)? {
        None => calendar_file(&reminder),
        Some(time) => appointment_file(&Appointment {
            alarms: alarms(time, minutes_of_way(list)?, called),
            place: list.place.trim().to_owned(),
            reminder,
            time,
        }),
    };
    let written = written.ok_or(NotYet::Day)?;
    Ok(CalendarFile {
        name: NAME,
        written,
    })
}

fn reminder(
    home: DocumentId,
    list: &PracticeChecklist,
    called: &str,
    made_seconds: u64,
) -> Result<Reminder, NotYet> {
    let day: PartialDate = list.date.parse().map_err(|_| NotYet::Day)?;
    let details = [&list.place, &list.way].map(|text| text.trim());
    let details = details.into_iter().filter(|text| !text.is_empty());
    Ok(Reminder {
        uid: format!("{home}-{}-{NAME}@approdo", list.id),
        title: called.to_owned(),
        details: details.collect::<Vec<_>>().join("\n"),
        day: day.day.map(|_| day).ok_or(NotYet::Day)?,
        made_seconds,
    })
}

fn time(list: &PracticeChecklist) -> Result<Option<TimeOfDay>, NotYet> {
    match list.time.parse() {
        Ok(time) => Ok(Some(time)),
        Err(TimeOfDayError::Empty) => Ok(None),
        Err(TimeOfDayError::Form) => Err(NotYet::Time),
    }
}

fn minutes_of_way(list: &PracticeChecklist) -> Result<Option<u32>, NotYet> {
    match list.travel_minutes.trim() {
        "" => Ok(None),
        written => match written.parse() {
            Ok(minutes @ 0..=LONGEST_WAY) => Ok(Some(minutes)),
            _ => Err(NotYet::Way),
        },
    }
}

/// On the evening before at seven, and when it is time to leave.
fn alarms(time: TimeOfDay, way: Option<u32>, called: &str) -> Vec<(u32, String)> {
    let words = |key| format(key, &[("name", called)]);
    let evening = time.minutes() + EVENING_MINUTES;
    let leave = match way {
        Some(minutes) => (minutes + EARLY_MINUTES, words(Key::InterviewCalendarLeave)),
        None => (UNKNOWN_WAY_MINUTES, called.to_owned()),
    };
    vec![(evening, words(Key::InterviewCalendarTomorrow)), leave]
}

#[cfg(test)]
mod tests {
    use super::*;
    use approdo_domain::ItemId;

    fn list() -> PracticeChecklist {
        let mut list = PracticeChecklist::empty(ItemId(5));
        list.date.0 = "24/11/2026".to_owned();
        list.time = "ore 9.30".to_owned();
        list.place = "Via Roma 1, Cremona".to_owned();
        list.way = "Autobus 3, fermata Duomo".to_owned();
        list.travel_minutes = "30".to_owned();
        list
    }

    fn made(list: &PracticeChecklist) -> Result<Vec<(u32, u32)>, NotYet> {
        let day = reminder(DocumentId([1; 16]), list, "Colloquio", 0)?.day;
        let Some(time) = time(list)? else {
            return Ok(Vec::new());
        };
        let alarms = alarms(time, minutes_of_way(list)?, "Colloquio").into_iter();
        let number = u32::from(day.day.unwrap_or_default());
        Ok(alarms.map(|(minutes, _)| (number, minutes)).collect())
    }

    #[test]
    fn one_is_reminded_in_the_evening_and_when_it_is_time_to_leave() {
        // Seven in the evening is fourteen and a half hours before half past nine.
        assert_eq!(made(&list()), Ok(vec![(24, 870), (24, 45)]));
        let mut unknown = list();
        unknown.travel_minutes.clear();
        assert_eq!(made(&unknown), Ok(vec![(24, 870), (24, 60)]));
    }

    #[test]
    fn the_way_stands_in_the_calendar_and_its_identity_stays() {
        let id = DocumentId([1; 16]);
        let first = reminder(id, &list(), "Colloquio", 0).unwrap();
        assert_eq!(
            first.details,
            "Via Roma 1, Cremona\nAutobus 3, fermata Duomo"
        );
        let mut later = list();
        later.date.0 = "25/11/2026".to_owned();
        let later = reminder(id, &later, "Colloquio", 9).unwrap();
        assert_eq!((later.uid, later.day.day), (first.uid, Some(25)));
    }

    #[test]
    fn what_is_missing_is_told() {
        let mut list = list();
        list.travel_minutes = "mezz’ora".to_owned();
        assert_eq!(made(&list), Err(NotYet::Way));
        list.time = "mattina".to_owned();
        assert_eq!(made(&list), Err(NotYet::Time));
        list.time.clear();
        assert_eq!(made(&list), Ok(Vec::new()));
        list.date.0 = "11/2026".to_owned();
        assert_eq!(made(&list), Err(NotYet::Day));
    }
}
