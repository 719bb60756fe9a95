//! What each field of an application is: its words, its names for browsers and tests, the answers it offers.

use super::words::{channel_words, state_words};
use crate::components::choice_words::Choice;
use crate::components::field_facts::{FieldFacts, field_id, plain};
use crate::components::field_place::FieldPlace;
use crate::components::suggestions::{SuggestedField, suggestions};
use crate::i18n::{CvLanguage, Key, Language};
use crate::state::editor::Editor;
use crate::state::jump::Jump;
use crate::state::reference::finding::SuggestionKind;
use approdo_domain::application::{
    ApplicationPlace, ApplicationState, Channel, DatesField, HowField, NextStepField, PapersField,
    VacancyField, mark,
};
use approdo_domain::{FieldKind, Reason};
use leptos::prelude::*;

impl FieldPlace for ApplicationPlace {
    fn facts(self) -> FieldFacts {
        let facts = facts(self);
        match self.kind() {
            FieldKind::Paragraphs => facts.paragraphs(),
            _ => facts,
        }
    }

    fn choices(self) -> Vec<Choice> {
        match self {
            Self::State => ApplicationState::ALL
                .map(|state| (state.code(), state_words(state)))
                .to_vec(),
            Self::How(HowField::Channel) => Channel::ALL
                .map(|channel| (channel.code(), channel_words(channel)))
                .to_vec(),
            _ => Vec::new(),
        }
    }

    fn mark(self, editor: Editor<Self>) -> Option<Reason> {
        // As in a CV: when a field is left, not at each pause in typing.
        let judged = editor.shared().signal(|signals| signals.judged.clone());
        judged.track();
        mark(self, &editor.shown(self))
    }

    fn way(self) -> Jump {
        Jump {
            part: part_of(self).to_owned(),
            field: field_id(self),
            selected: None,
        }
    }

    fn editor_address(editor: Editor<Self>) -> String {
        format!("/applications/{}", editor.id())
    }

    fn beside(self, editor: Editor<Self>) -> AnyView {
        let suggested = SuggestionKind::of_application(self).map(|kind| {
            suggestions(SuggestedField {
                id: field_id(self),
                kind,
                language: Box::new(vacancy_language),
                choose: Box::new(move |chosen| editor.write_step(self, chosen)),
            })
        });
        suggested.into_any()
    }
}

/// The language of vacancies: what Italian companies call a job, whatever language the screen speaks.
pub fn vacancy_language() -> CvLanguage {
    CvLanguage::of_tag(Language::Italian.tag())
}

/// Returns the word of the part of the editor in which a place stands; the state stands above all parts.
pub fn part_of(place: ApplicationPlace) -> &'static str {
    match place {
        ApplicationPlace::State => "state",
        ApplicationPlace::Vacancy(_) | ApplicationPlace::Title => "vacancy",
        ApplicationPlace::Papers(_) => "papers",
        ApplicationPlace::How(_) => "how",
        ApplicationPlace::NextStep(_) => "next-step",
        ApplicationPlace::Date(_) => "dates",
    }
}

fn facts(place: ApplicationPlace) -> FieldFacts {
    match place {
        ApplicationPlace::Title => plain("application", "title", Key::ApplicationFieldTitle)
            .hint(Key::ApplicationFieldTitleHint),
        ApplicationPlace::State => plain("application", "state", Key::ApplicationFieldState),
        ApplicationPlace::Vacancy(field) => vacancy(field),
        ApplicationPlace::Date(field) => date(field),
        ApplicationPlace::How(field) => how(field),
        ApplicationPlace::NextStep(field) => next_step(field),
        ApplicationPlace::Papers(field) => papers(field),
    }
}

fn vacancy(field: VacancyField) -> FieldFacts {
    let plain = |name, label| plain("vacancy", name, label);
    match field {
        VacancyField::Title => plain("title", Key::ApplicationFieldRole),
        VacancyField::Company => plain("company", Key::ApplicationFieldCompany),
        VacancyField::Place => plain("place", Key::ApplicationFieldPlace),
        VacancyField::Deadline => {
            plain("deadline", Key::ApplicationFieldDeadline).hint(Key::ApplicationFieldDayHint)
        }
        VacancyField::Requirements => plain("requirements", Key::ApplicationFieldRequirements)
            .hint(Key::ApplicationFieldRequirementsHint),
        VacancyField::Text => plain("text", Key::ApplicationFieldText),
        VacancyField::Link => plain("link", Key::ApplicationFieldLink).keyboard("url"),
    }
}

fn date(field: DatesField) -> FieldFacts {
    let (name, label) = match field {
        DatesField::Sent => ("sent", Key::ApplicationFieldSent),
        DatesField::Answered => ("answered", Key::ApplicationFieldAnswered),
        DatesField::Interview => ("interview", Key::ApplicationFieldInterview),
        DatesField::Offer => ("offer", Key::ApplicationFieldOffer),
        DatesField::No => ("no", Key::ApplicationFieldNo),
    };
    plain("date", name, label).hint(Key::ApplicationFieldDayHint)
}

fn how(field: HowField) -> FieldFacts {
    let plain = |name, label| plain("how", name, label);
    match field {
        HowField::Channel => plain("channel", Key::ApplicationFieldChannel),
        HowField::Contact => {
            plain("contact", Key::ApplicationFieldContact).hint(Key::ApplicationFieldContactHint)
        }
        HowField::Notes => {
            plain("notes", Key::ApplicationFieldNotes).hint(Key::ApplicationFieldNotesHint)
        }
    }
}

fn next_step(field: NextStepField) -> FieldFacts {
    let plain = |name, label| plain("next-step", name, label);
    match field {
        NextStepField::What => {
            plain("what", Key::ApplicationFieldNext).hint(Key::ApplicationFieldNextHint)
        }
        NextStepField::On => {
            plain("on", Key::ApplicationFieldNextOn).hint(Key::ApplicationFieldDayHint)
        }
    }
}

fn papers(field: PapersField) -> FieldFacts {
    let plain = |name, label| plain("papers", name, label);
    match field {
        PapersField::Cv => plain("cv", Key::ApplicationFieldCv),
        PapersField::Letter => plain("letter", Key::ApplicationFieldLetter),
        PapersField::CvVersion => plain("cv-version", Key::ApplicationFieldCvSent),
        PapersField::LetterVersion => plain("letter-version", Key::ApplicationFieldLetterSent),
        PapersField::CvFile => plain("cv-file", Key::ApplicationFieldCvSent),
        PapersField::LetterFile => plain("letter-file", Key::ApplicationFieldLetterSent),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_places_share_an_id() {
        let places = ApplicationPlace::all();
        let ids: BTreeSet<String> = places.iter().map(|place| field_id(*place)).collect();
        assert_eq!(ids.len(), places.len());
    }

    #[test]
    fn what_is_chosen_has_answers_and_what_is_typed_has_none() {
        for place in ApplicationPlace::all() {
            let is_choice = place.kind() == FieldKind::Choice;
            assert_eq!(!place.choices().is_empty(), is_choice, "{place:?}");
        }
    }
}
