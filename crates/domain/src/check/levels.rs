//! Levels that contradict each other, and those that are missing: languages and driving categories.

use super::words::fold;
use super::{CheckContext, CheckFinding, CheckRule};
use crate::{
    CefrLevel, CefrSkill, Cv, CvPlace, DrivingCategory, Heading, HeadingField, Language,
    LanguageField,
};

const HEADING: CvPlace = CvPlace::Heading(Heading::Languages, HeadingField::Name);

pub(super) fn languages(cv: &Cv, _: &CheckContext) -> Vec<CheckFinding> {
    let mut findings: Vec<CheckFinding> = cv
        .languages
        .iter()
        .filter(|language| !language.name.trim().is_empty())
        .filter_map(|language| native_with_levels(language).or_else(|| uneven(language)))
        .collect();
    findings.extend(missing_mother_tongue(cv));
    findings.extend(missing_italian(cv));
    findings
}

/// The levels of a language in one text, to notice a change.
fn levels_text(language: &Language) -> String {
    let levels = language.levels.values().map(|level| level.code());
    levels.collect::<Vec<_>>().join(" ")
}

fn native_with_levels(language: &Language) -> Option<CheckFinding> {
    if !language.native || language.levels.is_empty() {
        return None;
    }
    let place = CvPlace::Language(language.id, LanguageField::Native);
    let text = levels_text(language);
    let finding = CheckFinding::new(CheckRule::NativeWithLevels, place, &text);
    Some(finding.with_text("name", language.name.trim()))
}

/// Writing two levels above understanding is nearly always a slip of the finger.
fn uneven(language: &Language) -> Option<CheckFinding> {
    let rank = |skill| {
        let level = language.levels.get(&skill)?;
        CefrLevel::ALL.iter().position(|other| other == level)
    };
    let writing = rank(CefrSkill::Writing)?;
    let understanding = [CefrSkill::Listening, CefrSkill::Reading];
    let lowest = understanding.into_iter().filter_map(rank).min()?;
    if writing < lowest + 2 {
        return None;
    }
    let place = CvPlace::Language(language.id, LanguageField::Level(CefrSkill::Writing));
    let text = levels_text(language);
    let finding = CheckFinding::new(CheckRule::UnevenLevels, place, &text);
    Some(finding.with_text("name", language.name.trim()))
}

fn missing_mother_tongue(cv: &Cv) -> Option<CheckFinding> {
    let has_native = cv.languages.iter().any(|language| language.native);
    if has_native || (cv.languages.is_empty() && !is_from_abroad(cv)) {
        return None;
    }
    let first = cv.languages.first();
    let place = first.map_or(HEADING, |language| {
        CvPlace::Language(language.id, LanguageField::Native)
    });
    Some(CheckFinding::new(CheckRule::MissingMotherTongue, place, ""))
}

/// Who comes from abroad is asked how much Italian they know.
fn missing_italian(cv: &Cv) -> Option<CheckFinding> {
    if !is_from_abroad(cv) {
        return None;
    }
    let italian = cv
        .languages
        .iter()
        .find(|language| is_italian(&language.name));
    let is_told = |language: &Language| {
        language.native || !language.levels.is_empty() || !language.certificate.trim().is_empty()
    };
    let place = match italian {
        Some(language) if is_told(language) => return None,
        Some(language) => {
            CvPlace::Language(language.id, LanguageField::Level(CefrSkill::Listening))
        }
        None => HEADING,
    };
    Some(CheckFinding::new(CheckRule::MissingItalian, place, ""))
}

fn is_italian(text: &str) -> bool {
    fold(text).trim().starts_with("ital")
}

/// Another nationality, a permit to stay, or a mother tongue that is not Italian.
fn is_from_abroad(cv: &Cv) -> bool {
    let nationality = &cv.personal.nationality;
    let mut natives = cv.languages.iter().filter(|language| language.native);
    let other_native = natives
        .clone()
        .any(|language| !language.name.trim().is_empty())
        && !natives.any(|language| is_italian(&language.name));
    let other_nationality = !nationality.trim().is_empty() && !fold(nationality).contains("ital");
    other_native || other_nationality || !cv.permit.is_empty()
}

/// What each category presupposes, one of several: D.Lgs. 285/1992, art. 125; for the professional
/// qualifications D.Lgs. 286/2005, art. 18.
const PRESUPPOSED: [(DrivingCategory, &[DrivingCategory]); 11] = {
    use DrivingCategory as Category;
    const B: &[Category] = &[Category::B];
    [
        (Category::Be, B),
        (Category::C1, B),
        (Category::C, B),
        (Category::D1, B),
        (Category::D, B),
        (Category::C1e, &[Category::C1, Category::C]),
        (Category::Ce, &[Category::C]),
        (Category::D1e, &[Category::D1, Category::D]),
        (Category::De, &[Category::D]),
        (Category::CqcGoods, &[Category::C, Category::C1]),
        (Category::CqcPassengers, &[Category::D, Category::D1]),
    ]
};

/// One finding for each category to tick, at that category.
pub(super) fn driving(cv: &Cv, _: &CheckContext) -> Vec<CheckFinding> {
    let held = &cv.driving.categories;
    let mut findings: Vec<CheckFinding> = Vec::new();
    for (category, presupposed) in PRESUPPOSED {
        let is_there = presupposed.iter().any(|needed| held.contains(needed));
        let Some(needed) = presupposed
            .first()
            .filter(|_| held.contains(&category) && !is_there)
        else {
            continue;
        };
        let place = CvPlace::Driving(*needed);
        if findings.iter().all(|finding| finding.place != place) {
            let finding = CheckFinding::new(CheckRule::DrivingCategories, place, category.code());
            let finding = finding.with_text("held", category.code());
            findings.push(finding.with_text("needed", needed.code()));
        }
    }
    findings
}
