//! Whether a CV has what a vacancy asks for, and why: each answer leads to the place of the CV that gives it, or
//! where it could be written. What a CV does not say is not held against the person: it is asked.

use crate::application::{Requirement, RequirementKind};
use crate::check::words::{fold, words};
use crate::work_years::years_worked;
use crate::{
    CefrLevel, CertificateField, Cv, CvPlace, DrivingCategory, EducationField, ExperienceField,
    ExportChoice, FieldValue, Language, LanguageField, PartialDate, Section, SkillField,
};

/// Where an answer leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CvTarget {
    /// To a place of the CV.
    Place(CvPlace),
    /// To a list of the CV, to add an entry.
    List(Section),
}

/// What a CV says of a requirement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RequirementAnswer {
    /// It has it: there.
    Met(CvTarget),
    /// It says something about it that may not be enough, or may not be the same: look there.
    Unsure(CvTarget),
    /// It says less than what is asked: there.
    Less(CvTarget),
    /// It says nothing of it; it could be written there, or asked in an interview.
    NotWritten(CvTarget),
}

use CvTarget::{List, Place};
use RequirementAnswer::{Less, Met, NotWritten, Unsure};

/// Returns what a CV says of a requirement of a job. Hidden parts and entries of the CV are not looked at.
pub fn requirement_answer(
    requirement: &Requirement,
    job: &str,
    cv: &Cv,
    today: PartialDate,
) -> RequirementAnswer {
    let cv = cv.for_export(ExportChoice::everything());
    match requirement.kind {
        RequirementKind::Driving(category) => driving(&cv, category),
        RequirementKind::OwnCar => flag(&cv, CvPlace::OwnCar),
        RequirementKind::Availability(field) => flag(&cv, CvPlace::Availability(field)),
        RequirementKind::Certificate(telling) => certificate(&cv, telling),
        RequirementKind::Language(names, level) => language(&cv, names, level),
        RequirementKind::Qualification(level) => qualification(&cv, level),
        RequirementKind::Experience(years) => experience(&cv, job, years, today),
    }
}

fn flag(cv: &Cv, place: CvPlace) -> RequirementAnswer {
    match cv.value(place) {
        Some(FieldValue::Flag(true)) => Met(Place(place)),
        _ => NotWritten(Place(place)),
    }
}

/// Who drives lorries or buses drives cars (D.Lgs. 285/1992, art. 125).
fn driving(cv: &Cv, category: DrivingCategory) -> RequirementAnswer {
    use DrivingCategory::{B, Be, C, C1, C1e, Ce, D, D1, D1e, De};
    let including: &[DrivingCategory] = match category {
        B => &[B, Be, C1, C1e, C, Ce, D1, D1e, D, De],
        C => &[C, Ce],
        C1 => &[C1, C1e, C, Ce],
        D => &[D, De],
        D1 => &[D1, D1e, D, De],
        _ => &[],
    };
    let mut held = cv.driving.categories.iter();
    let held = held.find(|held| **held == category || including.contains(held));
    match held {
        Some(held) => Met(Place(CvPlace::Driving(*held))),
        None => NotWritten(Place(CvPlace::Driving(category))),
    }
}

/// A certificate has it; a skill, a course or a job of that name may.
fn certificate(cv: &Cv, telling: &[&str]) -> RequirementAnswer {
    let tells = |text: &str| {
        let words = words(text);
        let mut folded = words.iter().map(|word| word.folded.as_str());
        folded.any(|word| telling.iter().any(|stem| word.starts_with(stem)))
    };
    let certificate = cv.certificates.iter().find(|entry| tells(&entry.name));
    if let Some(entry) = certificate {
        return Met(Place(CvPlace::Certificate(
            entry.id,
            CertificateField::Name,
        )));
    }
    let skill = cv.skills.iter().find(|entry| tells(&entry.name));
    let skill = skill.map(|entry| CvPlace::Skill(entry.id, SkillField::Name));
    let course = cv
        .education
        .iter()
        .find(|entry| tells(&entry.qualification));
    let course = course.map(|entry| CvPlace::Education(entry.id, EducationField::Qualification));
    match course.or(skill) {
        Some(place) => Unsure(Place(place)),
        None => NotWritten(List(Section::Certificates)),
    }
}

fn language(cv: &Cv, names: [&str; 2], level: Option<CefrLevel>) -> RequirementAnswer {
    // `italiano` and `italiana` are one language.
    let stem = |name: &str| fold(name.trim().get(..5).unwrap_or(name.trim()));
    let is_it = |entry: &&Language| names.iter().any(|name| stem(name) == stem(&entry.name));
    let Some(entry) = cv.languages.iter().find(is_it) else {
        return NotWritten(List(Section::Languages));
    };
    let place = Place(CvPlace::Language(entry.id, LanguageField::Name));
    let lowest = entry.levels.values().min();
    match (level, lowest) {
        _ if entry.native => Met(place),
        (None, _) => Met(place),
        (Some(_), None) => Unsure(place),
        (Some(wanted), Some(lowest)) if *lowest >= wanted => Met(place),
        (Some(wanted), Some(_)) if entry.levels.values().any(|level| *level >= wanted) => {
            Unsure(place)
        }
        _ => Less(place),
    }
}

fn qualification(cv: &Cv, wanted: crate::QualificationLevel) -> RequirementAnswer {
    let place = |entry: &crate::Education, field| Place(CvPlace::Education(entry.id, field));
    let finished = || cv.education.iter().filter(|entry| !entry.current);
    let levelled = finished().filter(|entry| entry.qualification_level().is_some());
    let highest = levelled.max_by_key(|entry| entry.qualification_level());
    match highest {
        Some(entry) if entry.qualification_level() >= Some(wanted) => {
            Met(place(entry, EducationField::Qualification))
        }
        _ => {
            let without_level = finished().find(|entry| entry.qualification_level().is_none());
            match (without_level, highest) {
                (Some(entry), _) => Unsure(place(entry, EducationField::Level)),
                (None, Some(entry)) => Less(place(entry, EducationField::Qualification)),
                (None, None) => NotWritten(List(Section::Education)),
            }
        }
    }
}

/// Experience of the same trade: a job whose name shares a word with the one that is offered.
fn experience(cv: &Cv, job: &str, years: Option<usize>, today: PartialDate) -> RequirementAnswer {
    let stems = |text: &str| -> Vec<String> {
        let words = words(text).into_iter().map(|word| word.folded);
        let telling = words.filter(|word| word.len() >= 5 && !word.starts_with("addett"));
        // `magazziniera` and `magazzino` are of one trade.
        telling
            .filter_map(|word| Some(word.get(..6.min(word.len()))?.to_owned()))
            .collect()
    };
    let wanted = stems(job);
    let in_trade = |role: &str| stems(role).iter().any(|stem| wanted.contains(stem));
    let place = |entry: &crate::Experience, field| Place(CvPlace::Experience(entry.id, field));
    let Some(same) = cv.experience.iter().find(|entry| in_trade(&entry.role)) else {
        return match cv.experience.first() {
            Some(entry) => Unsure(place(entry, ExperienceField::Role)),
            None => NotWritten(List(Section::Experience)),
        };
    };
    let trade = cv.experience.iter().filter(|entry| in_trade(&entry.role));
    match (years, years_worked(trade, today)) {
        (None, _) => Met(place(same, ExperienceField::Role)),
        (Some(wanted), known) if known >= wanted => Met(place(same, ExperienceField::Role)),
        // Dates may be missing, or tell only a year.
        _ => Unsure(place(same, ExperienceField::Start)),
    }
}
