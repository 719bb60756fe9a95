//! A CV as plain data: what is shown, checked and printed. Texts stand as the person typed them.

use crate::{CefrLevel, CefrSkill, DrivingCategory, ItemId, PartialDate, PartialDateError};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A whole CV.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cv {
    /// How the person calls this CV in the list of CVs; not printed.
    pub title: String,
    /// Personal data and contacts.
    pub personal: Personal,
    /// The short presentation at the top; paragraphs are lines.
    pub profile: String,
    /// Experiences, in the person's order.
    pub experience: Vec<Experience>,
    /// Schools and courses, in the person's order.
    pub education: Vec<Education>,
    /// Languages, in the person's order.
    pub languages: Vec<Language>,
    /// Skills, in the person's order.
    pub skills: Vec<Skill>,
    /// Driving licence and car.
    pub driving: Driving,
}

/// Personal data and contacts, each empty if not given.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Personal {
    /// First name.
    pub given_name: String,
    /// Surname.
    pub family_name: String,
    /// The job wanted, or what the person is.
    pub headline: String,
    /// E-mail address.
    pub email: String,
    /// Telephone number.
    pub phone: String,
    /// Street and number.
    pub address: String,
    /// Town, with its province.
    pub city: String,
    /// Date of birth.
    pub birth_date: DateText,
    /// A web page or a profile.
    pub website: String,
}

impl Personal {
    /// Returns first name and surname as one text, without stray spaces.
    pub fn full_name(&self) -> String {
        let names = [self.given_name.trim(), self.family_name.trim()];
        names
            .into_iter()
            .filter(|name| !name.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// A date as the person typed it: kept as it is, understood where possible.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateText(pub String);

impl DateText {
    /// Tells whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.0.trim().is_empty()
    }

    /// Reads the text as a date.
    ///
    /// # Errors
    /// The reason why it is not a date; the text stays as it is.
    pub fn parse(&self) -> Result<PartialDate, PartialDateError> {
        self.0.parse()
    }
}

/// One experience: work, traineeship, volunteering.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Experience {
    /// The entry's identity.
    pub id: ItemId,
    /// The job's name.
    pub role: String,
    /// Company, family, association.
    pub employer: String,
    /// Town or country.
    pub place: String,
    /// Beginning.
    pub start: DateText,
    /// End; not meaningful while `current`.
    pub end: DateText,
    /// Whether it goes on today.
    pub current: bool,
    /// Tasks and results, one a line.
    pub description: String,
}

impl Experience {
    /// Makes an entry with nothing written in it.
    pub fn empty(id: ItemId) -> Self {
        Self {
            id,
            role: String::new(),
            employer: String::new(),
            place: String::new(),
            start: DateText::default(),
            end: DateText::default(),
            current: false,
            description: String::new(),
        }
    }
}

/// One school or course.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Education {
    /// The entry's identity.
    pub id: ItemId,
    /// Qualification or course.
    pub qualification: String,
    /// School, university, training body.
    pub school: String,
    /// Town or country.
    pub place: String,
    /// Beginning.
    pub start: DateText,
    /// End; not meaningful while `current`.
    pub end: DateText,
    /// Whether it goes on today.
    pub current: bool,
    /// Subjects, mark, thesis.
    pub description: String,
}

impl Education {
    /// Makes an entry with nothing written in it.
    pub fn empty(id: ItemId) -> Self {
        Self {
            id,
            qualification: String::new(),
            school: String::new(),
            place: String::new(),
            start: DateText::default(),
            end: DateText::default(),
            current: false,
            description: String::new(),
        }
    }
}

/// One language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Language {
    /// The entry's identity.
    pub id: ItemId,
    /// The language's name.
    pub name: String,
    /// Whether it is a mother tongue; levels are then not meaningful.
    pub native: bool,
    /// The level of each skill that has one.
    pub levels: BTreeMap<CefrSkill, CefrLevel>,
    /// A certificate, if any.
    pub certificate: String,
}

impl Language {
    /// Makes an entry with nothing written in it.
    pub fn empty(id: ItemId) -> Self {
        Self {
            id,
            name: String::new(),
            native: false,
            levels: BTreeMap::new(),
            certificate: String::new(),
        }
    }

    /// Returns the level if it is the same in all five skills.
    pub fn single_level(&self) -> Option<CefrLevel> {
        let first = *self.levels.get(&CefrSkill::Listening)?;
        let same = CefrSkill::ALL
            .iter()
            .all(|skill| self.levels.get(skill) == Some(&first));
        same.then_some(first)
    }
}

/// One skill.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Skill {
    /// The entry's identity.
    pub id: ItemId,
    /// The skill in the person's words.
    pub name: String,
}

/// Driving licence and car.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Driving {
    /// The categories held.
    pub categories: BTreeSet<DrivingCategory>,
    /// Whether the person has a car of their own (*automunito*).
    pub own_car: bool,
}
