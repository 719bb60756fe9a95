//! The places of an application as paths, with the numbers of its fields. Each number is given out once, for
//! ever; the codes that all kinds of documents share are in `document_kind`.

use crate::document_kind;
use crate::path::Path;
use approdo_domain::application::{
    ApplicationPlace, DatesField, HowField, NextStepField, PapersField, VacancyField,
};
use approdo_domain::check::FindingKey;

const STATE: u8 = 0x03;
const VACANCY: u8 = 0x10;
const DATE: u8 = 0x11;
const HOW: u8 = 0x12;
const NEXT_STEP: u8 = 0x13;
const PAPERS: u8 = 0x14;

/// Returns the path of a place.
pub fn path(place: ApplicationPlace) -> Path {
    Path(match place {
        ApplicationPlace::Title => vec![document_kind::TITLE],
        ApplicationPlace::State => vec![STATE],
        ApplicationPlace::Vacancy(field) => vec![VACANCY, vacancy(field)],
        ApplicationPlace::Date(field) => vec![DATE, date(field)],
        ApplicationPlace::How(field) => vec![HOW, how(field)],
        ApplicationPlace::NextStep(field) => vec![NEXT_STEP, next_step(field)],
        ApplicationPlace::Papers(field) => vec![PAPERS, papers(field)],
    })
}

/// Returns the place of a path; none for what all documents share and for what newer versions wrote.
pub fn place(path: &Path) -> Option<ApplicationPlace> {
    let mut places = ApplicationPlace::all().into_iter();
    places.find(|place| self::path(*place) == *path)
}

/// Returns the path of the flag that says whether a piece of advice was put off.
pub fn put_off(advice: FindingKey<ApplicationPlace>) -> Path {
    document_kind::put_off(advice.rule, &path(advice.place), advice.text_hash)
}

fn vacancy(field: VacancyField) -> u8 {
    match field {
        VacancyField::Title => 0x10,
        VacancyField::Company => 0x11,
        VacancyField::Place => 0x12,
        VacancyField::Deadline => 0x13,
        VacancyField::Requirements => 0x14,
        VacancyField::Text => 0x15,
        VacancyField::Link => 0x16,
    }
}

fn date(field: DatesField) -> u8 {
    match field {
        DatesField::Sent => 0x10,
        DatesField::Answered => 0x11,
        DatesField::Interview => 0x12,
        DatesField::Offer => 0x13,
        DatesField::No => 0x14,
    }
}

fn how(field: HowField) -> u8 {
    match field {
        HowField::Channel => 0x10,
        HowField::Contact => 0x11,
        HowField::Notes => 0x12,
    }
}

fn next_step(field: NextStepField) -> u8 {
    match field {
        NextStepField::What => 0x10,
        NextStepField::On => 0x11,
    }
}

fn papers(field: PapersField) -> u8 {
    match field {
        PapersField::Cv => 0x10,
        PapersField::Letter => 0x11,
        PapersField::CvVersion => 0x12,
        PapersField::LetterVersion => 0x13,
        PapersField::CvFile => 0x14,
        PapersField::LetterFile => 0x15,
    }
}
