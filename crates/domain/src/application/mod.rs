//! An application as plain data: it ties together a vacancy, a CV and a letter as they were sent, and what
//! happened. A document of its own.
//!
//! `parts` says what an application has, `state` how far it is and where it may go, `frozen` how a version
//! that was sent is named, `marks` what is marked at its fields, `reminder` when the next step is due, `figures` what a search comes to;
//! `vacancy_text`, `requirements` and `forbidden_grounds` read a vacancy's text, `requirement_match` lays a
//! CV beside it.

mod figures;
mod finding;
mod forbidden_grounds;
mod frozen;
mod marks;
mod parts;
mod reminder;
mod requirement_knowledge;
mod requirement_lines;
mod requirement_match;
mod requirement_words;
mod requirements;
mod state;
mod vacancy_names;
mod vacancy_places;
mod vacancy_text;

pub use figures::{Month, MonthFigures, figures_by_month};
pub use forbidden_grounds::{ForbiddenGround, Preselection, forbidden_grounds};
pub use frozen::{FrozenVersion, NotAFrozenVersion};
pub use marks::mark;
pub use parts::{
    Dates, DatesField, How, HowField, NextStep, NextStepField, Papers, PapersField, Vacancy,
    VacancyField,
};
pub use reminder::{Due, due};
pub use requirement_lines::{RequirementLine, requirement_lines};
pub use requirement_match::{CvTarget, RequirementAnswer, requirement_answer};
pub use requirements::{Requirement, RequirementKind, read_requirements};
pub use state::{ApplicationState, Channel, MoveError};
pub use vacancy_text::{Proposal, ProposalRule, read_vacancy};

use crate::fields::FieldSlot;
use crate::{FieldKind, FieldValue};
use serde::{Deserialize, Serialize};

/// One place of an application that holds one value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ApplicationPlace {
    /// How the person calls it in the list of applications.
    Title,
    /// How far it is: the code of an [`ApplicationState`].
    State,
    /// Something about the vacancy.
    Vacancy(VacancyField),
    /// When something happened.
    Date(DatesField),
    /// How it goes out.
    How(HowField),
    /// What the person wants to do next.
    NextStep(NextStepField),
    /// What was sent.
    Papers(PapersField),
}

impl ApplicationPlace {
    /// Returns every place, in the order of the form.
    pub fn all() -> Vec<ApplicationPlace> {
        let mut places = vec![Self::Title, Self::State];
        places.extend(VacancyField::ALL.map(Self::Vacancy));
        places.extend(DatesField::ALL.map(Self::Date));
        places.extend(HowField::ALL.map(Self::How));
        places.extend(NextStepField::ALL.map(Self::NextStep));
        places.extend(PapersField::ALL.map(Self::Papers));
        places
    }

    /// Returns what the place holds.
    pub fn kind(self) -> FieldKind {
        match self {
            Self::Title => FieldKind::Line,
            Self::State => FieldKind::Choice,
            Self::Vacancy(field) => field.kind(),
            Self::Date(field) => field.kind(),
            Self::How(field) => field.kind(),
            Self::NextStep(field) => field.kind(),
            Self::Papers(field) => field.kind(),
        }
    }
}

/// A whole application.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Application {
    /// How the person calls it in the list of applications.
    pub title: String,
    /// How far it is: the code of an [`ApplicationState`].
    pub state: String,
    /// The vacancy it answers.
    pub vacancy: Vacancy,
    /// When something happened.
    pub dates: Dates,
    /// How it goes out.
    pub how: How,
    /// What the person wants to do next.
    pub next_step: NextStep,
    /// What was sent, as it went.
    pub papers: Papers,
}

impl Application {
    /// Returns what stands at a place.
    pub fn value(&self, place: ApplicationPlace) -> FieldValue<'_> {
        match place {
            ApplicationPlace::Title => FieldValue::Text(&self.title),
            ApplicationPlace::State => FieldValue::Text(&self.state),
            ApplicationPlace::Vacancy(field) => self.vacancy.value(field),
            ApplicationPlace::Date(field) => self.dates.value(field),
            ApplicationPlace::How(field) => self.how.value(field),
            ApplicationPlace::NextStep(field) => self.next_step.value(field),
            ApplicationPlace::Papers(field) => self.papers.value(field),
        }
    }

    /// Writes a text at a place.
    pub fn set_text(&mut self, place: ApplicationPlace, text: &str) {
        let slot = match place {
            ApplicationPlace::Title => FieldSlot::Text(&mut self.title),
            ApplicationPlace::State => FieldSlot::Text(&mut self.state),
            ApplicationPlace::Vacancy(field) => self.vacancy.slot(field),
            ApplicationPlace::Date(field) => self.dates.slot(field),
            ApplicationPlace::How(field) => self.how.slot(field),
            ApplicationPlace::NextStep(field) => self.next_step.slot(field),
            ApplicationPlace::Papers(field) => self.papers.slot(field),
        };
        if let FieldSlot::Text(target) = slot {
            text.clone_into(target);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_at_a_place_stands_there_and_nowhere_else() {
        for written in ApplicationPlace::all() {
            assert_ne!(written.kind(), FieldKind::Flag);
            let mut application = Application::default();
            application.set_text(written, "Anna");
            for place in ApplicationPlace::all() {
                assert_eq!(application.value(place).is_given(), place == written);
            }
        }
    }
}
