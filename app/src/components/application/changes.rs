//! What changed at a place of an application, in words.

use super::papers::paper_name;
use crate::components::version_changes::text_words;
use crate::i18n::{Key, text};
use crate::state::application::Paper;
use approdo_domain::FieldValue;
use approdo_domain::application::{Application, ApplicationPlace, PapersField};
use leptos::prelude::*;

/// Draws what changed at a place.
pub fn application_change(
    place: ApplicationPlace,
    before: &Application,
    after: &Application,
) -> AnyView {
    match place {
        // What is written there is the name of a document, which says nothing to people.
        ApplicationPlace::Papers(PapersField::Cv) => {
            paper_name(Paper::Cv, shown(after, place)).into_any()
        }
        ApplicationPlace::Papers(PapersField::Letter) => {
            paper_name(Paper::Letter, shown(after, place)).into_any()
        }
        ApplicationPlace::Papers(_) => text(Key::ApplicationVersionsSent).into_any(),
        _ => text_words(place, shown(before, place), shown(after, place)),
    }
}

fn shown(application: &Application, place: ApplicationPlace) -> &str {
    match application.value(place) {
        FieldValue::Text(text) => text,
        FieldValue::Flag(_) => "",
    }
}
