//! The days of an application as reminders for a calendar: the next step, and the interview.

use super::editor::ApplicationEditor;
use crate::i18n::{Key, format};
use crate::platform::clock;
use crate::state::calendar_file::CalendarFile;
use approdo_document::DocumentId;
use approdo_domain::PartialDate;
use approdo_domain::application::Application;
use approdo_exchange::calendar::{Reminder, calendar_file};

/// A day to remember.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RememberedDay {
    /// The next step.
    NextStep,
    /// The interview.
    Interview,
}

impl RememberedDay {
    /// Returns its word, in the page and in the calendar's identities, where it stays for ever.
    pub fn code(self) -> &'static str {
        match self {
            Self::NextStep => "next-step",
            Self::Interview => "interview",
        }
    }

    /// Returns the day, if it is written with day, month and year.
    pub fn day(self, application: &Application) -> Option<PartialDate> {
        let written = match self {
            Self::NextStep => &application.next_step.on,
            Self::Interview => &application.dates.interview,
        };
        let date: PartialDate = written.parse().ok()?;
        date.day.map(|_| date)
    }

    fn title(self, application: &Application, name: &str) -> String {
        match (self, application.next_step.what.trim()) {
            (Self::Interview, _) => format(Key::ApplicationReminderInterview, &[("name", name)]),
            (Self::NextStep, "") => name.to_owned(),
            (Self::NextStep, what) => what.to_owned(),
        }
    }
}

/// Returns the reminder of an application of that name; none while its day is not written.
pub fn reminder_file(
    editor: ApplicationEditor,
    which: RememberedDay,
    called: &str,
) -> Option<CalendarFile> {
    let application = editor.application();
    let title = which.title(&application, called);
    let made_seconds = clock::now_ms() / 1_000;
    let reminder = reminder(editor.id(), &application, which, title, made_seconds)?;
    Some(CalendarFile {
        name: which.code(),
        written: calendar_file(&reminder)?,
    })
}

fn reminder(
    id: DocumentId,
    application: &Application,
    which: RememberedDay,
    title: String,
    made_seconds: u64,
) -> Option<Reminder> {
    let vacancy = &application.vacancy;
    let details = [
        &vacancy.title,
        &vacancy.company,
        &vacancy.place,
        &application.how.contact,
    ];
    let details = details.into_iter().map(|text| text.trim());
    let details: Vec<&str> = details.filter(|text| !text.is_empty()).collect();
    Some(Reminder {
        uid: format!("{id}-{}@approdo", which.code()),
        title,
        details: details.join("\n"),
        day: which.day(application)?,
        made_seconds,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reminder_has_the_same_identity_for_ever_and_says_whom_to_call() {
        let mut application = Application::default();
        application.next_step.on.0 = "25/11/2026".to_owned();
        application.vacancy.company = "Trattoria Il Sole".to_owned();
        application.how.contact = "Lucia, 0372 1".to_owned();
        let id = DocumentId([1; 16]);
        let made = |application: &Application| {
            let title = "Telefonare".to_owned();
            reminder(id, application, RememberedDay::NextStep, title, 0)
        };
        let first = made(&application).unwrap();
        assert_eq!(first.details, "Trattoria Il Sole\nLucia, 0372 1");
        assert_eq!(first.uid, format!("{id}-next-step@approdo"));
        application.next_step.on.0 = "26/11/2026".to_owned();
        assert_eq!(made(&application).unwrap().uid, first.uid);
        application.next_step.on.0 = "novembre 2026".to_owned();
        assert_eq!(made(&application), None);
    }
}
