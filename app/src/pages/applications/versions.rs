//! The versions of an application, one for each day on which something was written.

use crate::components::application::changes::application_change;
use crate::components::application::words::application_name_of;
use crate::components::day_versions::{DayVersionWords, day_versions_page};
use crate::i18n::Key;
use crate::state::application::ApplicationEditor;
use leptos::prelude::*;

/// Draws the versions of an application.
pub fn versions_page(editor: ApplicationEditor) -> AnyView {
    let words = DayVersionWords {
        name: application_name_of(editor),
        hint: Some(Key::ApplicationVersionsHint),
        now: Key::ApplicationVersionsNow,
        gone_back: Key::ApplicationVersionsGoneBack,
        to_editor: Key::VacancyToApplication,
        changed: application_change,
    };
    day_versions_page(editor, words)
}
