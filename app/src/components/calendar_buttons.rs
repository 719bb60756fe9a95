//! The buttons that put something into the person's calendar: a file to save, or to share where the browser can.

use super::button::Button;
use super::icon::Icon;
use crate::i18n::Key;
use crate::state::calendar_file::{self, CalendarFile};
use leptos::prelude::*;

/// A button's name for tests, and its words.
type Named = (&'static str, Key);

/// Draws the buttons; `file` says what goes into the calendar when one is pressed.
pub fn calendar_buttons(
    (save, save_words): Named,
    (share, share_words): Named,
    file: impl Fn() -> Option<CalendarFile> + Clone + 'static,
) -> AnyView {
    let shared = file.clone();
    let save_it = move || {
        if let Some(file) = file() {
            file.save();
        }
    };
    let share_it = move || {
        if let Some(file) = shared() {
            file.share();
        }
    };
    let share_button = calendar_file::can_share().then(|| {
        Button::secondary(share, share_words)
            .with_icon(Icon::Share)
            .draw(share_it)
    });
    view! {
        <div class="card-actions">
            {Button::secondary(save, save_words).with_icon(Icon::Download).draw(save_it)}
            {share_button}
        </div>
    }
    .into_any()
}
