//! The short presentation: facts that stand in the CV, offered as sentences to tap.

use super::chips::offered_texts;
use super::walk::Walk;
use crate::components::field::TextField;
use crate::i18n::{Key, fill, format, plural, text};
use crate::platform::clock;
use crate::state::guided::profile_offers::{ProfileOffer, profile_offers};
use approdo_domain::{CefrLevel, CvPlace, PartialDate};
use leptos::prelude::*;

/// Draws the sentences that are offered, and the field.
pub fn profile(walk: Walk) -> AnyView {
    let (year, month, day) = clock::today();
    let today = PartialDate {
        year,
        month: Some(month),
        day: Some(day),
    };
    let offers = profile_offers(&walk.cv(), today);
    let sentences: Vec<String> = offers.into_iter().map(sentence).collect();
    let offered = (!sentences.is_empty()).then(|| {
        let chips = offered_texts(walk.editor, CvPlace::Profile, sentences);
        view! {
            <fieldset class="guided-offers">
                <legend>{text(Key::GuidedProfileOffers)}</legend>
                {chips}
            </fieldset>
        }
    });
    view! {
        {offered}
        <TextField editor=walk.editor place=CvPlace::Profile />
    }
    .into_any()
}

fn sentence(offer: ProfileOffer) -> String {
    match offer {
        ProfileOffer::Wanted(role) => say(Key::GuidedSayWanted, "role", &within(&role)),
        ProfileOffer::Years { role, years } => {
            let words = plural(Key::GuidedSayYears, usize::from(years));
            fill(&words, &[("role", &within(&role))])
        }
        ProfileOffer::Role(role) => say(Key::GuidedSayRole, "role", &within(&role)),
        ProfileOffer::Title(title) => say(Key::GuidedSayTitle, "title", &within(&title)),
        ProfileOffer::Certificates(names) => {
            say(Key::GuidedSayCertificates, "names", &names.join(", "))
        }
        ProfileOffer::Languages { native, others } => languages(native, others),
        ProfileOffer::Driving {
            categories,
            own_car,
        } => {
            let categories = categories.join(", ");
            let car = text(Key::CvOwnCar);
            let key = if own_car {
                Key::GuidedSayDrivingCar
            } else {
                Key::GuidedSayDriving
            };
            format(key, &[("categories", &categories), ("car", &car)])
        }
        ProfileOffer::Availability {
            immediate,
            shifts,
            nights,
            weekends,
        } => availability([immediate, shifts, nights, weekends]),
    }
}

fn say(key: Key, name: &str, value: &str) -> String {
    format(key, &[(name, value)])
}

fn languages(native: Vec<String>, others: Vec<(String, Option<CefrLevel>)>) -> String {
    let native = native
        .into_iter()
        .map(|name| say(Key::GuidedSayNative, "name", &within(&name)));
    let others = others.into_iter().map(|(name, level)| match level {
        Some(level) => format!("{} {}", within(&name), level.code()),
        None => within(&name),
    });
    let names: Vec<String> = native.chain(others).collect();
    say(Key::GuidedSayLanguages, "names", &names.join(", "))
}

fn availability(given: [bool; 4]) -> String {
    let words = [
        Key::CvAvailableImmediately,
        Key::CvShifts,
        Key::CvNights,
        Key::CvWeekends,
    ];
    let given = words.into_iter().zip(given).filter(|(_, given)| *given);
    let given: Vec<String> = given.map(|(key, _)| text(key)).collect();
    say(Key::GuidedSayAvailability, "when", &given.join(", "))
}

/// Returns words as they stand within a sentence; an abbreviation stays in capitals, and in English
/// so do languages.
fn within(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next();
    let is_abbreviation = letters.clone().next().is_some_and(char::is_uppercase);
    match first {
        Some(first)
            if !is_abbreviation && crate::i18n::language() == crate::i18n::Language::Italian =>
        {
            first.to_lowercase().chain(letters).collect()
        }
        _ => words.to_owned(),
    }
}
