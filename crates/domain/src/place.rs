//! The places of a CV where a person can write, as types: a misspelt field does not compile.
//!
//! How a place becomes bytes on the wire is the business of `approdo-document`.

use crate::{CefrSkill, DrivingCategory, ItemId};

/// A list of the CV whose entries a person adds, moves and deletes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// Work, paid or not.
    Experience,
    /// School, training, courses.
    Education,
    /// Languages other than, and including, the mother tongue.
    Languages,
    /// What the person can do.
    Skills,
}

impl Section {
    /// Every list, in the usual order of an Italian CV.
    pub const ALL: [Section; 4] = [
        Self::Experience,
        Self::Education,
        Self::Languages,
        Self::Skills,
    ];
}

/// One place of a CV that holds one value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CvPlace {
    /// How the person calls this CV in the list of CVs; not printed.
    Title,
    /// A personal datum or contact.
    Personal(PersonalField),
    /// The short presentation at the top.
    Profile,
    /// A field of one experience.
    Experience(ItemId, ExperienceField),
    /// A field of one school or course.
    Education(ItemId, EducationField),
    /// A field of one language.
    Language(ItemId, LanguageField),
    /// A field of one skill.
    Skill(ItemId, SkillField),
    /// Whether the person holds a driving category: a flag.
    Driving(DrivingCategory),
    /// Whether the person has a car of their own (*automunito*): a flag.
    OwnCar,
}

/// Personal data and contacts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PersonalField {
    /// First name.
    GivenName,
    /// Surname.
    FamilyName,
    /// The job wanted, or what the person is, printed under the name.
    Headline,
    /// E-mail address.
    Email,
    /// Telephone number.
    Phone,
    /// Street and number.
    Address,
    /// Town, with its province.
    City,
    /// Date of birth, as typed.
    BirthDate,
    /// A web page or a profile.
    Website,
}

impl PersonalField {
    /// Every field, in the order of the form.
    pub const ALL: [PersonalField; 9] = [
        Self::GivenName,
        Self::FamilyName,
        Self::Headline,
        Self::Phone,
        Self::Email,
        Self::City,
        Self::Address,
        Self::BirthDate,
        Self::Website,
    ];
}

/// The fields of one experience.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ExperienceField {
    /// What the person did there: the job's name.
    Role,
    /// Company, family, association.
    Employer,
    /// Town or country.
    Place,
    /// Beginning, as typed.
    Start,
    /// End, as typed.
    End,
    /// Whether it goes on today: a flag.
    Current,
    /// Tasks and results, one a line.
    Description,
}

/// The fields of one school or course.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EducationField {
    /// Qualification or course.
    Qualification,
    /// School, university, training body.
    School,
    /// Town or country.
    Place,
    /// Beginning, as typed.
    Start,
    /// End, as typed.
    End,
    /// Whether it goes on today: a flag.
    Current,
    /// Subjects, mark, thesis.
    Description,
}

/// The fields of one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LanguageField {
    /// The language's name.
    Name,
    /// Whether it is a mother tongue: a flag.
    Native,
    /// The level in one skill: a CEFR code, or empty.
    Level(CefrSkill),
    /// A certificate, if any.
    Certificate,
}

/// The fields of one skill.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SkillField {
    /// The skill in the person's words.
    Name,
}

impl CvPlace {
    /// Returns the list and the entry a place belongs to, if it belongs to one.
    pub fn entry(self) -> Option<(Section, ItemId)> {
        match self {
            Self::Experience(item, _) => Some((Section::Experience, item)),
            Self::Education(item, _) => Some((Section::Education, item)),
            Self::Language(item, _) => Some((Section::Languages, item)),
            Self::Skill(item, _) => Some((Section::Skills, item)),
            Self::Title | Self::Personal(_) | Self::Profile | Self::Driving(_) | Self::OwnCar => {
                None
            }
        }
    }

    /// Tells whether the place holds a yes or no rather than text.
    pub fn is_flag(self) -> bool {
        matches!(
            self,
            Self::Driving(_)
                | Self::OwnCar
                | Self::Experience(_, ExperienceField::Current)
                | Self::Education(_, EducationField::Current)
                | Self::Language(_, LanguageField::Native)
        )
    }

    /// Tells whether the place holds a text of several lines.
    pub fn is_long_text(self) -> bool {
        matches!(
            self,
            Self::Profile
                | Self::Experience(_, ExperienceField::Description)
                | Self::Education(_, EducationField::Description)
        )
    }
}
