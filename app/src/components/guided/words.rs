//! What each question says, and the picture beside it.

use super::picture;
use crate::i18n::Key;
use crate::state::guided::{Chapter, Question};
use approdo_domain::{Cv, ExperienceKind, ItemId};

/// What a question says.
#[derive(Debug, Clone, Copy)]
pub struct Words {
    /// The question.
    pub title: Key,
    /// What helps to answer it, with an example.
    pub hint: Key,
}

/// Returns what a question says for a CV.
pub fn words(question: Question, cv: &Cv) -> Words {
    let (title, hint) = match question {
        Question::Name => (Key::GuidedName, Key::GuidedNameHint),
        Question::Contacts => (Key::GuidedContacts, Key::GuidedContactsHint),
        Question::Town => (Key::GuidedTown, Key::GuidedTownHint),
        Question::JobWanted => (Key::GuidedJobWanted, Key::GuidedJobWantedHint),
        Question::Worked
        | Question::Role(_)
        | Question::Employer(_)
        | Question::Period(_)
        | Question::Tasks(_)
        | Question::MoreWork
        | Question::OtherTime
        | Question::MoreTime => experience(question, cv),
        Question::School
        | Question::Title(_)
        | Question::SchoolPlace(_)
        | Question::SchoolYears(_)
        | Question::MoreSchool => school(question, cv),
        Question::Courses => (Key::GuidedCourses, Key::GuidedCoursesHint),
        Question::MotherTongue => (Key::GuidedMotherTongue, Key::GuidedMotherTongueHint),
        Question::Italian => (Key::GuidedItalian, Key::GuidedItalianHint),
        Question::OtherLanguages => (Key::GuidedOtherLanguages, Key::GuidedOtherLanguagesHint),
        Question::Driving => (Key::GuidedDriving, Key::GuidedDrivingHint),
        Question::Availability => (Key::GuidedAvailability, Key::GuidedAvailabilityHint),
        Question::Skills => (Key::GuidedSkills, Key::GuidedSkillsHint),
        Question::Profile => (Key::GuidedProfile, Key::GuidedProfileHint),
        Question::Look => (Key::GuidedLook, Key::GuidedLookHint),
        Question::Privacy => (Key::GuidedPrivacy, Key::GuidedPrivacyHint),
        Question::Done => (Key::GuidedDone, Key::GuidedDoneHint),
    };
    Words { title, hint }
}

fn experience(question: Question, cv: &Cv) -> (Key, Key) {
    match question {
        Question::Role(item) => role(kind(cv, item)),
        Question::Employer(item) if is_paid(cv, item) => {
            (Key::GuidedEmployer, Key::GuidedEmployerHint)
        }
        Question::Employer(_) => (Key::GuidedWhere, Key::GuidedWhereHint),
        Question::Period(_) => (Key::GuidedPeriod, Key::GuidedPeriodHint),
        Question::Tasks(item) if is_paid(cv, item) => (Key::GuidedTasks, Key::GuidedTasksHint),
        Question::Tasks(_) => (Key::GuidedDid, Key::GuidedTasksHint),
        Question::MoreWork => (Key::GuidedMoreWork, Key::GuidedMoreWorkHint),
        Question::MoreTime => (Key::GuidedMoreTime, Key::GuidedMoreTimeHint),
        Question::OtherTime => (Key::GuidedOtherTime, Key::GuidedOtherTimeHint),
        _ if has_work(cv) => (Key::GuidedWorkedSome, Key::GuidedWorkedSomeHint),
        _ => (Key::GuidedWorked, Key::GuidedWorkedHint),
    }
}

fn role(kind: Option<ExperienceKind>) -> (Key, Key) {
    match kind {
        Some(ExperienceKind::Traineeship) => (Key::GuidedTraineeship, Key::GuidedTraineeshipHint),
        Some(ExperienceKind::Volunteering) => {
            (Key::GuidedVolunteering, Key::GuidedVolunteeringHint)
        }
        Some(ExperienceKind::CivilService) => {
            (Key::GuidedCivilService, Key::GuidedCivilServiceHint)
        }
        Some(ExperienceKind::FamilyCare) => (Key::GuidedFamilyCare, Key::GuidedFamilyCareHint),
        _ => (Key::GuidedRole, Key::GuidedRoleHint),
    }
}

fn school(question: Question, cv: &Cv) -> (Key, Key) {
    match question {
        Question::Title(_) => (Key::GuidedTitle, Key::GuidedTitleHint),
        Question::SchoolPlace(_) => (Key::GuidedSchoolPlace, Key::GuidedSchoolPlaceHint),
        Question::SchoolYears(_) => (Key::GuidedSchoolYears, Key::GuidedSchoolYearsHint),
        Question::MoreSchool => (Key::GuidedMoreSchool, Key::GuidedMoreSchoolHint),
        _ if !cv.education.is_empty() => (Key::GuidedSchoolSome, Key::GuidedSchoolSomeHint),
        _ => (Key::GuidedSchool, Key::GuidedSchoolHint),
    }
}

fn kind(cv: &Cv, item: ItemId) -> Option<ExperienceKind> {
    let mut entries = cv.experience.iter();
    let entry = entries.find(|entry| entry.id == item)?;
    entry.experience_kind()
}

fn is_paid(cv: &Cv, item: ItemId) -> bool {
    Question::Role(item).chapter(cv) == Chapter::Work
}

/// Tells whether a CV has a job in it.
pub fn has_work(cv: &Cv) -> bool {
    cv.experience
        .iter()
        .any(crate::state::guided::question::is_work)
}

/// Returns the picture of a chapter, as the path of an icon.
pub fn picture_of(chapter: Chapter, question: Question) -> &'static str {
    match chapter {
        _ if question == Question::Done => picture::FLAG,
        Chapter::Name => picture::PERSON,
        Chapter::Contacts => picture::PHONE,
        Chapter::Town => picture::HOUSE,
        Chapter::JobWanted => picture::LENS,
        Chapter::Work => picture::CASE,
        Chapter::OtherTime => picture::HEART,
        Chapter::School => picture::CAP,
        Chapter::Courses => picture::BADGE,
        Chapter::Languages => picture::BUBBLES,
        Chapter::Driving => picture::CAR,
        Chapter::Availability => picture::CLOCK,
        Chapter::Skills => picture::STAR,
        Chapter::Profile => picture::PENCIL,
        Chapter::Look => picture::PAGE,
    }
}
