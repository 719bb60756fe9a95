//! The versions of a letter, one for each day on which something was written.

use crate::components::day_versions::{DayVersionWords, day_versions_page};
use crate::components::letter::changes::letter_change;
use crate::components::letter::words::letter_name_of;
use crate::i18n::Key;
use crate::state::letter::LetterEditor;
use leptos::prelude::*;

/// Draws the versions of a letter.
pub fn versions_page(editor: LetterEditor) -> AnyView {
    let words = DayVersionWords {
        name: letter_name_of(editor),
        hint: None,
        now: Key::LetterVersionsNow,
        gone_back: Key::LetterVersionsGoneBack,
        to_editor: Key::LetterVersionsToLetter,
        changed: letter_change,
    };
    day_versions_page(editor, words)
}
