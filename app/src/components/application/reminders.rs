//! The buttons that put a day of an application into a calendar, which reminds of it even when Approdo is closed. What
//! Approdo itself reminds of while it is open is in `due`.

use super::words::application_name_of;
use crate::components::calendar_buttons::calendar_buttons;
use crate::i18n::{Key, text};
use crate::state::application::{ApplicationEditor, RememberedDay, reminder_file};
use leptos::prelude::*;

/// Draws the way into the calendar, once the day is written.
pub fn reminder_buttons(editor: ApplicationEditor, which: RememberedDay) -> AnyView {
    let keystrokes = editor.keystrokes();
    let has_day = Memo::new(move |_| {
        keystrokes.track();
        which.day(&untrack(|| editor.application())).is_some()
    });
    let name = application_name_of(editor);
    let drawn = move || match has_day.get() {
        false => {
            view! { <p class="field-hint">{text(Key::ApplicationReminderNeedsDay)}</p> }.into_any()
        }
        true => view! {
            <p class="field-hint">{text(Key::ApplicationReminderHint)}</p>
            {calendar_buttons(
                ("remember", Key::ApplicationReminder),
                ("share-reminder", Key::ApplicationReminderShare),
                move || reminder_file(editor, which, &name.get_untracked()),
            )}
        }
        .into_any(),
    };
    view! { <div data-reminder=which.code()>{drawn}</div> }.into_any()
}
