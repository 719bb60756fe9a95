//! The interview of a checklist on its way into a calendar, and what it still needs.

use super::rows::ListShown;
use super::words::checklist_name;
use crate::components::calendar_buttons::calendar_buttons;
use crate::i18n::{Key, text};
use crate::state::calendar_file::CalendarFile;
use crate::state::practice::{NotYet, interview_file};
use leptos::prelude::*;

/// Draws the way into the calendar, once the day is written.
pub fn interview_to_calendar(shown: ListShown) -> AnyView {
    let missing = Memo::new(move |_| file(shown).err());
    let drawn = move || match missing.get() {
        Some(NotYet::Day) => note(Key::InterviewCalendarNeedsDay),
        Some(NotYet::Time) => note(Key::InterviewCalendarTimeUnclear),
        Some(NotYet::Way) => note(Key::InterviewCalendarWayUnclear),
        None => buttons(shown),
    };
    view! {
        <div class="stack" role="status" data-calendar="">
            {drawn}
        </div>
    }
    .into_any()
}

fn file(shown: ListShown) -> Result<CalendarFile, NotYet> {
    shown.present.with(|list| match list {
        Some(list) => interview_file(shown.editor.id(), list, &checklist_name(list)),
        None => Err(NotYet::Day),
    })
}

fn note(words: Key) -> AnyView {
    view! { <p class="field-hint">{text(words)}</p> }.into_any()
}

fn buttons(shown: ListShown) -> AnyView {
    view! {
        <p class="field-hint">{text(Key::InterviewCalendarHint)}</p>
        {calendar_buttons(
            ("interview-to-calendar", Key::InterviewCalendar),
            ("share-interview", Key::InterviewCalendarShare),
            move || untrack(|| file(shown)).ok(),
        )}
    }
    .into_any()
}
