//! What is offered in a field while one types: which fields have suggestions, and what each puts in.
//! Which of them is shown and chosen is in `suggestion_list`.

use super::data::{self, Occupations};
use super::qualifications;
use crate::i18n::{CvLanguage, Language};
use approdo_catalog::{Catalog, Country, NameList, Occupation, Places};
use approdo_domain::application::{ApplicationPlace, VacancyField};
use approdo_domain::letter::{AddresseeField, LetterPlace, SenderField, WantedField};
use approdo_domain::{
    CertificateField, CvPlace, EducationField, ExperienceField, LanguageField, PersonalField,
    SkillField,
};
use std::rc::Rc;

/// How many are offered: what fits between a field and the keyboard of a phone.
const MOST: usize = 6;
/// Of how many occupations both forms are offered.
const IN_BOTH_FORMS: usize = 2;

/// Something to put into a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// What the field becomes.
    pub text: String,
    /// What helps to tell it from others.
    pub detail: Option<String>,
}

impl Suggestion {
    fn new(text: impl Into<String>, detail: Option<String>) -> Self {
        Self {
            text: text.into(),
            detail,
        }
    }
}

/// What is offered in a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SuggestionKind {
    /// Occupations.
    Occupation,
    /// Italian municipalities with their province.
    Municipality,
    /// Municipalities, and countries for who lived abroad.
    MunicipalityOrCountry,
    /// Countries.
    Country,
    /// Certificates and licences to work.
    Certificate,
    /// Languages.
    Language,
    /// Skills.
    Skill,
    /// Qualifications.
    Qualification,
}

impl SuggestionKind {
    /// Returns what is offered at a place of a CV; none where only the person knows.
    pub fn of(place: CvPlace) -> Option<Self> {
        match place {
            CvPlace::Personal(PersonalField::Headline)
            | CvPlace::Experience(_, ExperienceField::Role) => Some(Self::Occupation),
            CvPlace::Personal(PersonalField::City | PersonalField::DomicileCity) => {
                Some(Self::Municipality)
            }
            CvPlace::Experience(_, ExperienceField::Place)
            | CvPlace::Education(_, EducationField::Place) => Some(Self::MunicipalityOrCountry),
            CvPlace::Personal(PersonalField::Nationality) => Some(Self::Country),
            CvPlace::Certificate(_, CertificateField::Name) => Some(Self::Certificate),
            CvPlace::Language(_, LanguageField::Name) => Some(Self::Language),
            CvPlace::Skill(_, SkillField::Name) => Some(Self::Skill),
            CvPlace::Education(_, EducationField::Qualification) => Some(Self::Qualification),
            _ => None,
        }
    }

    /// Returns what is offered at a place of a letter. Where it was written is the town alone, and left to the person.
    pub fn of_letter(place: LetterPlace) -> Option<Self> {
        match place {
            LetterPlace::Wanted(WantedField::Role) => Some(Self::Occupation),
            LetterPlace::Addressee(AddresseeField::City)
            | LetterPlace::Sender(SenderField::City) => Some(Self::Municipality),
            _ => None,
        }
    }

    /// Returns what is offered at a place of an application.
    pub fn of_application(place: ApplicationPlace) -> Option<Self> {
        match place {
            ApplicationPlace::Vacancy(VacancyField::Title) => Some(Self::Occupation),
            ApplicationPlace::Vacancy(VacancyField::Place) => Some(Self::Municipality),
            _ => None,
        }
    }

    /// Prepares to find in a language; none if what is needed is neither on this device nor to be had.
    pub async fn finder(self, language: CvLanguage) -> Option<Finder> {
        Some(match self {
            Self::Occupation | Self::Certificate | Self::Skill => {
                Finder::Occupations(self, data::occupations(language).await?)
            }
            Self::Municipality | Self::MunicipalityOrCountry | Self::Country => {
                Finder::Places(self, language, data::places().await?)
            }
            Self::Language => Finder::Names(data::languages(language)),
            Self::Qualification => Finder::Names(qualifications::names(language)),
        })
    }
}

/// Finds what is offered in a field.
#[derive(Clone)]
pub enum Finder {
    /// In the catalogue.
    Occupations(SuggestionKind, Rc<Occupations>),
    /// Among the places.
    Places(SuggestionKind, CvLanguage, Rc<Places>),
    /// In a list.
    Names(Rc<NameList>),
}

impl Finder {
    /// Finds what fits what is typed so far, the best first.
    pub fn find(&self, typed: &str) -> Vec<Suggestion> {
        match self {
            Self::Occupations(SuggestionKind::Certificate, data) => {
                certificates(&data.catalog, typed)
            }
            Self::Occupations(SuggestionKind::Skill, data) => names(&data.skills, typed),
            Self::Occupations(_, data) => occupations(&data.catalog, typed),
            Self::Places(SuggestionKind::Country, language, places) => {
                countries(places, *language, typed, MOST)
            }
            Self::Places(SuggestionKind::MunicipalityOrCountry, language, places) => {
                let mut found = municipalities(places, typed);
                found.truncate(MOST - 2);
                let room = MOST - found.len();
                found.extend(countries(places, *language, typed, room));
                found
            }
            Self::Places(_, _, places) => municipalities(places, typed),
            Self::Names(list) => names(list, typed),
        }
    }
}

/// Offers the name by which an occupation was found, and for the best also its other form: nobody has to
/// change an ending by hand.
fn occupations(catalog: &Catalog, typed: &str) -> Vec<Suggestion> {
    let mut offered: Vec<Suggestion> = Vec::new();
    for (place, found) in catalog.search(typed, MOST).into_iter().enumerate() {
        let occupation = found.occupation;
        let sector = catalog.sector(occupation).map(str::to_owned);
        let label_detail = || Some(occupation.label());
        let first = match is_label(occupation, found.name) {
            true => Suggestion::new(found.name, sector.clone()),
            false => Suggestion::new(with_capital(found.name), label_detail()),
        };
        let other = other_form(occupation, found.name).filter(|_| place < IN_BOTH_FORMS);
        for suggestion in
            std::iter::once(first).chain(other.map(|form| Suggestion::new(form, sector)))
        {
            if !offered.iter().any(|known| known.text == suggestion.text) {
                offered.push(suggestion);
            }
        }
    }
    offered.truncate(MOST);
    offered
}

fn is_label(occupation: &Occupation, name: &str) -> bool {
    name == occupation.masculine || name == occupation.feminine
}

fn other_form<'a>(occupation: &'a Occupation, name: &str) -> Option<&'a str> {
    let Occupation {
        masculine,
        feminine,
        ..
    } = occupation;
    match name {
        _ if masculine == feminine => None,
        name if name == masculine => Some(feminine),
        name if name == feminine => Some(masculine),
        _ => None,
    }
}

fn certificates(catalog: &Catalog, typed: &str) -> Vec<Suggestion> {
    let found = catalog.search_certificates(typed, MOST);
    let offered = found.into_iter();
    offered
        .map(|certificate| Suggestion::new(&certificate.label, None))
        .collect()
}

fn municipalities(places: &Places, typed: &str) -> Vec<Suggestion> {
    let found = places.search_municipalities(without_province(typed), MOST);
    let offered = found.into_iter().map(|municipality| {
        let province = places.province(municipality);
        let text = match province {
            Some(province) => format!("{} ({})", municipality.name, province.code),
            None => municipality.name.clone(),
        };
        let detail = province.map(|province| match province.name == municipality.name {
            true => province.region.clone(),
            false => format!("{}, {}", province.name, province.region),
        });
        Suggestion::new(text, detail)
    });
    offered.collect()
}

/// What stands before the province in brackets: "Crema (C" is still Crema.
fn without_province(typed: &str) -> &str {
    typed.split('(').next().unwrap_or(typed)
}

fn countries(places: &Places, language: CvLanguage, typed: &str, most: usize) -> Vec<Suggestion> {
    let found = places.search_countries(typed, most);
    let offered = found.into_iter().filter_map(|country| {
        let (text, other) = country_names(country, language)?;
        Some(Suggestion::new(text, other.map(str::to_owned)))
    });
    offered.collect()
}

/// The name of a country in a language, and another one that helps to tell it; none in a language in which
/// we know no names. The first of its other names is English.
fn country_names(country: &Country, language: CvLanguage) -> Option<(&str, Option<&str>)> {
    let english = country.other_names.first().map(String::as_str);
    let italian = country.name.as_str();
    let (name, other) = match (language.of_interface()?, english) {
        (Language::English, Some(english)) => (english, Some(italian)),
        (Language::English | Language::Italian, _) => (italian, english),
    };
    Some((name, other.filter(|other| *other != name)))
}

fn names(list: &NameList, typed: &str) -> Vec<Suggestion> {
    let found = list.search(typed, MOST).into_iter();
    found.map(|(_, name)| Suggestion::new(name, None)).collect()
}

/// Synonyms are written small in the catalogue; a role in a CV begins with a capital letter.
fn with_capital(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

#[cfg(test)]
#[path = "finding_tests.rs"]
mod tests;
