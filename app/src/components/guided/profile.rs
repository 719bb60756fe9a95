//! The short presentation: facts that stand in the CV, offered as sentences to tap.

use super::chips::offered_texts;
use super::walk::Walk;
use crate::components::field::TextField;
use crate::i18n::{CvLanguage, Key, Words, fill, text};
use crate::state::day::today;
use crate::state::guided::profile_offers::{ProfileOffer, profile_offers};
use approdo_domain::{CefrLevel, CvPlace};
use leptos::prelude::*;

/// Draws the sentences that are offered, and the field.
pub fn profile(walk: Walk) -> AnyView {
    let offers = profile_offers(&walk.cv(), today());
    let said = Said(walk.words());
    // Where only the words of a printed CV are there, no sentence can be made of them.
    let sentences: Vec<String> = offers
        .into_iter()
        .filter(|_| said.0.has_later())
        .map(|offer| said.sentence(offer))
        .collect();
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

/// Sentences in the CV's own language.
struct Said(Words);

impl Said {
    fn sentence(&self, offer: ProfileOffer) -> String {
        match offer {
            ProfileOffer::Wanted(role) => {
                self.say(Key::GuidedSayWanted, "role", &self.within(&role))
            }
            ProfileOffer::Years { role, years } => {
                let words = self.0.plural(Key::GuidedSayYears, usize::from(years));
                fill(&words, &[("role", &self.within(&role))])
            }
            ProfileOffer::Role(role) => self.say(Key::GuidedSayRole, "role", &self.within(&role)),
            ProfileOffer::Title(title) => {
                self.say(Key::GuidedSayTitle, "title", &self.within(&title))
            }
            ProfileOffer::Certificates(names) => {
                self.say(Key::GuidedSayCertificates, "names", &names.join(", "))
            }
            ProfileOffer::Languages { native, others } => self.languages(native, others),
            ProfileOffer::Driving {
                categories,
                own_car,
            } => {
                let categories = categories.join(", ");
                let car = self.0.text(Key::CvOwnCar);
                let key = if own_car {
                    Key::GuidedSayDrivingCar
                } else {
                    Key::GuidedSayDriving
                };
                self.0
                    .format(key, &[("categories", &categories), ("car", &car)])
            }
            ProfileOffer::Availability {
                immediate,
                shifts,
                nights,
                weekends,
            } => self.availability([immediate, shifts, nights, weekends]),
        }
    }

    fn say(&self, key: Key, name: &str, value: &str) -> String {
        self.0.format(key, &[(name, value)])
    }

    fn languages(&self, native: Vec<String>, others: Vec<(String, Option<CefrLevel>)>) -> String {
        let native = native
            .into_iter()
            .map(|name| self.say(Key::GuidedSayNative, "name", &self.within(&name)));
        let others = others.into_iter().map(|(name, level)| match level {
            Some(level) => format!("{} {}", self.within(&name), level.code()),
            None => self.within(&name),
        });
        let names: Vec<String> = native.chain(others).collect();
        self.say(Key::GuidedSayLanguages, "names", &names.join(", "))
    }

    fn availability(&self, given: [bool; 4]) -> String {
        let words = [
            Key::CvAvailableImmediately,
            Key::CvShifts,
            Key::CvNights,
            Key::CvWeekends,
        ];
        let given = words.into_iter().zip(given).filter(|(_, given)| *given);
        let given: Vec<String> = given.map(|(key, _)| self.0.text(key)).collect();
        self.say(Key::GuidedSayAvailability, "when", &given.join(", "))
    }

    /// Returns words as they stand within a sentence; an abbreviation stays in capitals, and in English
    /// so do languages.
    fn within(&self, words: &str) -> String {
        let mut letters = words.chars();
        let first = letters.next();
        let is_abbreviation = letters.clone().next().is_some_and(char::is_uppercase);
        match first {
            Some(first) if !is_abbreviation && self.0.language() == CvLanguage::Italian => {
                first.to_lowercase().chain(letters).collect()
            }
            _ => words.to_owned(),
        }
    }
}
