//! What changed at a place of a letter, in words.

use crate::components::application::papers::paper_name;
use crate::components::version_changes::{flag_words, text_words};
use crate::state::application::Paper;
use approdo_domain::FieldValue;
use approdo_domain::letter::{Letter, LetterPlace};
use leptos::prelude::*;

/// Draws what changed at a place.
pub fn letter_change(place: LetterPlace, before: &Letter, after: &Letter) -> AnyView {
    match (before.value(place), after.value(place)) {
        // What is written there is the name of a document, which says nothing to people.
        (_, FieldValue::Text(id)) if place == LetterPlace::Cv => {
            paper_name(Paper::Cv, id).into_any()
        }
        (FieldValue::Text(before), FieldValue::Text(after)) => text_words(place, before, after),
        (_, now) => flag_words(now == FieldValue::Flag(true)),
    }
}
