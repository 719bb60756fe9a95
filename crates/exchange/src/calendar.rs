//! Something to remember as a calendar file (iCalendar, RFC 5545): a whole day with an alarm in its morning, or an
//! appointment with a time, a place and its own alarms. Its identity stays, so that a calendar that has it
//! already changes it.

use approdo_domain::{PartialDate, TimeOfDay, civil_date};
use ics::parameters::Value;
use ics::properties::{Description, DtEnd, DtStart, Duration, Location, Summary, Transp, Trigger};
use ics::{Alarm, Event, ICalendar, escape_text};

/// The media type of calendar files.
pub const MEDIA_TYPE: &str = "text/calendar";
/// How the names of calendar files end.
pub const EXTENSION: &str = "ics";

/// After how long on its day the alarm goes off: at nine in the morning.
const ALARM: &str = "PT9H";
/// How long an appointment is taken to last.
const LENGTH: &str = "PT1H";
const PRODUCT: &str = "-//Approdo//Approdo//IT";
const DAY_SECONDS: u64 = 86_400;

/// A day to remember.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// What it is about, the same for ever.
    pub uid: String,
    /// What is to be done.
    pub title: String,
    /// What helps to do it; may be empty.
    pub details: String,
    /// On which day.
    pub day: PartialDate,
    /// When the file is made, in seconds since 1970.
    pub made_seconds: u64,
}

/// A time and a place to be at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appointment {
    /// Which day, and what about.
    pub reminder: Reminder,
    /// At what time, where one has to be.
    pub time: TimeOfDay,
    /// Where; may be empty.
    pub place: String,
    /// What is said how many minutes before.
    pub alarms: Vec<(u32, String)>,
}

/// Writes a calendar file; none for a date of which no day is known.
pub fn calendar_file(reminder: &Reminder) -> Option<String> {
    let (start, end) = days(reminder.day)?;
    let mut event = about(reminder);
    let mut first = DtStart::new(start);
    first.add(Value::DATE);
    let mut next = DtEnd::new(end);
    next.add(Value::DATE);
    event.push(first);
    event.push(next);
    // The person is not busy all day.
    event.push(Transp::transparent());
    event.add_alarm(alarm(ALARM.to_owned(), &reminder.title));
    Some(calendar_of(event))
}

/// Writes a calendar file of an appointment; none for a date of which no day is known. Its time has no zone (RFC 5545,
/// 3.3.5, form 1): it is that of the place, wherever the calendar is read.
pub fn appointment_file(appointment: &Appointment) -> Option<String> {
    let (start, _) = days(appointment.reminder.day)?;
    let TimeOfDay { hour, minute } = appointment.time;
    let mut event = about(&appointment.reminder);
    event.push(DtStart::new(format!("{start}T{hour:02}{minute:02}00")));
    event.push(Duration::new(LENGTH));
    if !appointment.place.is_empty() {
        event.push(Location::new(escape_text(&appointment.place)));
    }
    for (minutes, words) in &appointment.alarms {
        event.add_alarm(alarm(format!("-PT{minutes}M"), words));
    }
    Some(calendar_of(event))
}

fn about(reminder: &Reminder) -> Event<'_> {
    let uid = escape_text(&reminder.uid);
    let mut event = Event::new(uid, stamp(reminder.made_seconds));
    event.push(Summary::new(escape_text(&reminder.title)));
    if !reminder.details.is_empty() {
        event.push(Description::new(escape_text(&reminder.details)));
    }
    event
}

fn alarm(trigger: String, words: &str) -> Alarm<'_> {
    Alarm::display(Trigger::new(trigger), Description::new(escape_text(words)))
}

fn calendar_of(event: Event<'_>) -> String {
    let mut calendar = ICalendar::new("2.0", PRODUCT);
    calendar.add_event(event);
    calendar.to_string()
}

/// The day, and the one after it, as RFC 5545 writes dates.
fn days(day: PartialDate) -> Option<(String, String)> {
    let (month, number) = (day.month?, day.day?);
    let start = format!("{:04}{month:02}{number:02}", day.year);
    let later = [
        (day.year, month, number + 1),
        (day.year, month + 1, 1),
        (day.year + 1, 1, 1),
    ];
    let next = later
        .into_iter()
        .find_map(|(year, month, number)| PartialDate::new(year, Some(month), Some(number)).ok())?;
    let end = format!("{:04}{:02}{:02}", next.year, next.month?, next.day?);
    Some((start, end))
}

fn stamp(seconds: u64) -> String {
    let (year, month, day) = civil_date(seconds / DAY_SECONDS);
    let of_day = seconds % DAY_SECONDS;
    let (hour, minute, second) = (of_day / 3_600, of_day / 60 % 60, of_day % 60);
    format!("{year:04}{month:02}{day:02}T{hour:02}{minute:02}{second:02}Z")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn reminder(title: &str, day: &str) -> Reminder {
        Reminder {
            uid: "0193-next-step@approdo".to_owned(),
            title: title.to_owned(),
            details: "Cuoca · Trattoria Il Sole; tel. 0372 1, chiedere di Lucia".to_owned(),
            day: day.parse().unwrap(),
            made_seconds: 1_795_350_896, // 22 November 2026, 12:34:56 UTC
        }
    }

    #[test]
    fn a_reminder_is_written_as_ever() {
        let written = calendar_file(&reminder("Telefonare, per sapere", "31/12/2026"));
        let expected = "BEGIN:VCALENDAR\r\n\
            VERSION:2.0\r\n\
            PRODID:-//Approdo//Approdo//IT\r\n\
            BEGIN:VEVENT\r\n\
            UID:0193-next-step@approdo\r\n\
            DTSTAMP:20261122T123456Z\r\n\
            SUMMARY:Telefonare\\, per sapere\r\n\
            DESCRIPTION:Cuoca · Trattoria Il Sole\\; tel. 0372 1\\, chiedere di Lucia\r\n\
            DTSTART;VALUE=DATE:20261231\r\n\
            DTEND;VALUE=DATE:20270101\r\n\
            TRANSP:TRANSPARENT\r\n\
            BEGIN:VALARM\r\n\
            ACTION:DISPLAY\r\n\
            TRIGGER:PT9H\r\n\
            DESCRIPTION:Telefonare\\, per sapere\r\n\
            END:VALARM\r\n\
            END:VEVENT\r\n\
            END:VCALENDAR\r\n";
        assert_eq!(written.as_deref(), Some(expected));
    }

    #[test]
    fn an_appointment_has_its_time_its_place_and_its_alarms() {
        let appointment = Appointment {
            reminder: reminder("Colloquio", "24/11/2026"),
            time: "9:30".parse().unwrap(),
            place: "Via Roma 1, Cremona".to_owned(),
            alarms: vec![(870, "Domani".to_owned()), (45, "Parti".to_owned())],
        };
        let written = appointment_file(&appointment).unwrap();
        let unfolded = written.replace("\r\n ", "");
        let expected = "DTSTART:20261124T093000\r\n\
            DURATION:PT1H\r\n\
            LOCATION:Via Roma 1\\, Cremona\r\n\
            BEGIN:VALARM\r\n\
            ACTION:DISPLAY\r\n\
            TRIGGER:-PT870M\r\n\
            DESCRIPTION:Domani\r\n\
            END:VALARM\r\n\
            BEGIN:VALARM\r\n\
            ACTION:DISPLAY\r\n\
            TRIGGER:-PT45M\r\n\
            DESCRIPTION:Parti\r\n\
            END:VALARM\r\n\
            END:VEVENT";
        assert!(unfolded.contains(expected), "{written}");
    }

    #[test]
    fn of_a_month_alone_there_is_no_day_to_remember() {
        assert_eq!(calendar_file(&reminder("Telefonare", "12/2026")), None);
    }

    #[test]
    fn a_leap_day_is_followed_by_march() {
        let written = calendar_file(&reminder("Telefonare", "29/2/2028")).unwrap();
        assert!(written.contains("DTEND;VALUE=DATE:20280301"), "{written}");
    }

    proptest! {
        #[test]
        fn whatever_is_written_begins_no_line_of_its_own(title in "[a-zàè :;,\\\\\r\n]{0,200}") {
            let written = calendar_file(&reminder(&title, "1/2/2027")).unwrap();
            // Lines that are too long go on with a space (RFC 5545, 3.1).
            let unfolded = written.replace("\r\n ", "");
            let lines: Vec<&str> = unfolded.split("\r\n").collect();
            prop_assert_eq!(lines.len(), 18 + 1);
            prop_assert!(lines.iter().all(|line| !line.contains(['\r', '\n'])));
            let folded = written.split("\r\n");
            prop_assert!(folded.into_iter().all(|line| line.len() <= 76));
        }
    }
}
