//! How a CV stands to what is asked for, in words, and why.

use crate::components::field_place::FieldPlace;
use crate::components::part::Part;
use crate::i18n::{Key, format, text};
use crate::state::cv_editor::CvEditor;
use crate::state::vacancy::CvStanding;
use approdo_domain::application::{CvTarget, RequirementAnswer, RequirementKind};
use approdo_domain::{CvPlace, ExperienceField};

/// Returns how a CV stands, in a word or two.
pub fn standing_words(standing: CvStanding) -> Key {
    match standing {
        CvStanding::Met => Key::RequirementsMet,
        CvStanding::Unsure => Key::RequirementsUnsure,
        CvStanding::Less => Key::RequirementsLess,
        CvStanding::NotWritten => Key::RequirementsNotWritten,
        CvStanding::Unknown => Key::RequirementsUnknown,
    }
}

/// Returns the code of a standing, for tests.
pub fn standing_code(standing: CvStanding) -> &'static str {
    match standing {
        CvStanding::Met => "met",
        CvStanding::Unsure => "unsure",
        CvStanding::Less => "less",
        CvStanding::NotWritten => "not-written",
        CvStanding::Unknown => "unknown",
    }
}

/// Returns why a CV stands so to something.
pub fn reason(kind: RequirementKind, answer: RequirementAnswer, cv: CvEditor) -> String {
    match answer {
        RequirementAnswer::Met(target) => {
            let place = whereabouts(target, cv);
            format(Key::RequirementsMetReason, &[("place", &place)])
        }
        RequirementAnswer::NotWritten(_) => text(not_written(kind)),
        RequirementAnswer::Unsure(target) => text(unsure(kind, target)),
        RequirementAnswer::Less(_) => text(less(kind)),
    }
}

fn not_written(kind: RequirementKind) -> Key {
    match kind {
        RequirementKind::Driving(_)
        | RequirementKind::OwnCar
        | RequirementKind::Availability(_) => Key::RequirementsNotTicked,
        _ => Key::RequirementsNotWrittenReason,
    }
}

fn unsure(kind: RequirementKind, target: CvTarget) -> Key {
    let is_role = matches!(
        target,
        CvTarget::Place(CvPlace::Experience(_, ExperienceField::Role))
    );
    match kind {
        RequirementKind::Language(..) => Key::RequirementsUnsureLanguage,
        RequirementKind::Qualification(_) => Key::RequirementsUnsureQualification,
        RequirementKind::Experience(_) if is_role => Key::RequirementsUnsureOtherJobs,
        RequirementKind::Experience(_) => Key::RequirementsUnsureDates,
        _ => Key::RequirementsUnsureCertificate,
    }
}

fn less(kind: RequirementKind) -> Key {
    match kind {
        RequirementKind::Language(..) => Key::RequirementsLessLanguage,
        _ => Key::RequirementsLessQualification,
    }
}

fn whereabouts(target: CvTarget, cv: CvEditor) -> String {
    match target {
        CvTarget::Place(place) => place.whereabouts(cv),
        CvTarget::List(section) => Part::List(section).title(),
    }
}
