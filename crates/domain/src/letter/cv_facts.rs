//! The facts that a CV tells for a letter. Where it is not sure, nothing is said: a blank is better than a
//! claim that is not true.

use crate::check::TextLanguage;
use crate::check::days::{last_day, last_month};
use crate::check::words::fold;
use crate::letter::facts::{Fact, FactSource, fact, without_capital, without_province};
use crate::letter::sender::as_in_cv;
use crate::letter::{Facts, Letter, PhraseField, SenderField};
use crate::work_years::years_worked;
use crate::{
    AvailabilityField, CertificateField, Cv, CvPlace, DrivingCategory, EducationField, Experience,
    ExperienceField, ExperienceKind, ExportChoice, LanguageField, PartialDate, PersonalField,
    SkillField,
};

/// Reads what a CV says, in the language of the letter.
pub(super) fn read(letter: &Letter, cv: &Cv, today: PartialDate) -> Facts {
    let cv = cv.for_export(ExportChoice::everything());
    let language = letter.text_language();
    let mut facts = Facts::default();
    add_last_job(&mut facts, &cv, language, today);
    // What is written in one language is no word of a letter in the other.
    if cv_language(&cv) == language {
        add_skills(&mut facts, &cv);
        facts.add(PhraseField::Certificate, certificate(&cv, today));
        facts.add(PhraseField::Qualification, qualification(&cv));
        facts.add(PhraseField::Language, other_language(&cv, language));
    }
    facts.add(PhraseField::Licence, licence(&cv));
    facts.add(PhraseField::Availability, availability(&cv, language));
    facts.add(PhraseField::Town, town(letter, &cv));
    facts
}

/// The language in which a CV is written.
fn cv_language(cv: &Cv) -> TextLanguage {
    match cv.look.language.trim() {
        "" | "it" => TextLanguage::Italian,
        "en" => TextLanguage::English,
        _ => TextLanguage::Other,
    }
}

/// What somebody may call work in a letter: neither care of the family nor volunteering.
fn is_work(experience: &Experience) -> bool {
    !matches!(
        experience.experience_kind(),
        Some(ExperienceKind::FamilyCare | ExperienceKind::Volunteering | ExperienceKind::Other)
    )
}

/// When an experience ended, as the number of a month; what goes on ends after all others.
fn end_month(experience: &Experience) -> i32 {
    match (experience.current, experience.end.parse()) {
        (true, _) => i32::MAX,
        (false, Ok(end)) => last_month(end),
        (false, Err(_)) => i32::MIN,
    }
}

fn add_last_job(facts: &mut Facts, cv: &Cv, language: TextLanguage, today: PartialDate) {
    let jobs = cv.experience.iter().filter(|entry| is_work(entry));
    let named = jobs.filter(|entry| !entry.role.trim().is_empty());
    // Of several that end together the one the person put first.
    let Some(last) = named.clone().rev().max_by_key(|entry| end_month(entry)) else {
        return;
    };
    let source = |field| FactSource::Cv(CvPlace::Experience(last.id, field));
    let role = without_capital(&last.role);
    if cv_language(cv) == language {
        facts.add(
            PhraseField::LastRole,
            fact(&role, source(ExperienceField::Role)),
        );
    }
    facts.add(
        PhraseField::LastEmployer,
        fact(&last.employer, source(ExperienceField::Employer)),
    );
    let same = named.filter(|entry| fold(entry.role.trim()) == fold(last.role.trim()));
    // Phrases say `anni`.
    let years = Some(years_worked(same, today)).filter(|years| *years >= 2);
    let words = years.and_then(|years| number_word(years, language));
    let start = source(ExperienceField::Start);
    facts.add(
        PhraseField::Years,
        words.and_then(|words| fact(&words, start)),
    );
}

/// Small numbers stand in letters as words.
fn number_word(number: usize, language: TextLanguage) -> Option<String> {
    let words = match language {
        TextLanguage::Italian => [
            "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci",
        ],
        TextLanguage::English => [
            "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        ],
        TextLanguage::Other => return Some(number.to_string()),
    };
    let word = words.get(number.checked_sub(2)?);
    Some(word.map_or_else(|| number.to_string(), |word| (*word).to_owned()))
}

fn add_skills(facts: &mut Facts, cv: &Cv) {
    let mut skills = cv.skills.iter().filter_map(|skill| {
        let source = FactSource::Cv(CvPlace::Skill(skill.id, SkillField::Name));
        fact(&without_capital(&skill.name), source)
    });
    facts.add(PhraseField::Skill, skills.next());
    facts.add(PhraseField::SecondSkill, skills.next());
}

fn certificate(cv: &Cv, today: PartialDate) -> Option<Fact> {
    let is_valid = |expires: &crate::DateText| match expires.parse() {
        Ok(date) => last_day(date) >= last_day(today),
        Err(_) => expires.is_empty(),
    };
    let mut valid = cv
        .certificates
        .iter()
        .filter(|entry| is_valid(&entry.expires));
    valid.find_map(|entry| {
        let source = FactSource::Cv(CvPlace::Certificate(entry.id, CertificateField::Name));
        fact(&without_capital(&entry.name), source)
    })
}

/// Categories that cars, lorries and buses need; those for two wheels are named only where there is no other.
fn licence(cv: &Cv) -> Option<Fact> {
    let held = || cv.driving.categories.iter().copied();
    let is_small = |category: &DrivingCategory| {
        use DrivingCategory::{A, A1, A2, Am, B1};
        matches!(category, Am | A1 | A2 | A | B1)
    };
    // A qualification is no licence.
    let is_licence = |category: &DrivingCategory| {
        use DrivingCategory::{Adr, CqcGoods, CqcPassengers};
        !matches!(category, Adr | CqcGoods | CqcPassengers)
    };
    let has_large = held().any(|category| is_licence(&category) && !is_small(&category));
    let named =
        held().filter(|category| is_licence(category) && !(has_large && is_small(category)));
    let named: Vec<DrivingCategory> = named.collect();
    let first = *named.first()?;
    let codes: Vec<&str> = named.into_iter().map(DrivingCategory::code).collect();
    fact(&codes.join(", "), FactSource::Cv(CvPlace::Driving(first)))
}

fn qualification(cv: &Cv) -> Option<Fact> {
    let finished = cv.education.iter().filter(|entry| !entry.current);
    let named = finished.filter(|entry| !entry.qualification.trim().is_empty());
    let highest = named
        .rev()
        .max_by_key(|entry| entry.qualification_level())?;
    let source = CvPlace::Education(highest.id, EducationField::Qualification);
    let words = without_capital(&highest.qualification);
    fact(&words, FactSource::Cv(source))
}

fn other_language(cv: &Cv, language: TextLanguage) -> Option<Fact> {
    let own = match language {
        TextLanguage::Italian => ["italiano", "italian"],
        TextLanguage::English => ["inglese", "english"],
        TextLanguage::Other => return None,
    };
    let mut others = cv.languages.iter().filter(|entry| {
        let name = fold(entry.name.trim());
        !own.iter().any(|own| name.starts_with(own))
    });
    others.find_map(|entry| {
        let name = match language {
            TextLanguage::Italian => without_capital(&entry.name),
            TextLanguage::English | TextLanguage::Other => entry.name.clone(),
        };
        let source = FactSource::Cv(CvPlace::Language(entry.id, LanguageField::Name));
        fact(&name, source)
    })
}

fn availability(cv: &Cv, language: TextLanguage) -> Option<Fact> {
    let words = match language {
        TextLanguage::Italian => "da subito",
        TextLanguage::English => "immediately",
        TextLanguage::Other => return None,
    };
    let source = CvPlace::Availability(AvailabilityField::Immediate);
    let is_given = cv.availability.immediate;
    is_given.then(|| fact(words, FactSource::Cv(source)))?
}

fn town(letter: &Letter, cv: &Cv) -> Option<Fact> {
    if letter.sender_left_out.contains(&SenderField::City) {
        return None;
    }
    let town = as_in_cv(cv, SenderField::City);
    let source = FactSource::Cv(CvPlace::Personal(PersonalField::City));
    fact(without_province(&town), source)
}
