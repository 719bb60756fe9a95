//! The words that a written CV adds to what the person wrote, ready-made in the CV's language.

use serde::{Deserialize, Serialize};

/// The words of a written CV. Rows of words are in the order of the `ALL` of what they name. Words that
/// belong to a text stand before it (`n.`), or around a place for it in braces (`n. {number}`).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Labels {
    /// The language of the CV as a BCP 47 tag, such as `it`.
    pub language: String,
    /// The title while no name is written, such as `Curriculum vitae`.
    pub curriculum: String,
    /// The usual headings, in the order of `Heading::USUAL`.
    pub headings: [String; 13],
    /// Short names of the months, January first.
    pub months: [String; 12],
    /// The day before its month, in the place of `{day}`; empty for the bare number.
    pub day: String,
    /// The first day of a month, such as `1er`; empty if it is said as the others are.
    pub first_day: String,
    /// The end of something that goes on, such as `oggi`.
    pub present: String,
    /// Names of the personal data, in the order of `PersonalField::ALL`.
    pub personal: [String; 15],
    /// Sorts of experience, in the order of `ExperienceKind::ALL`.
    pub experience_kinds: [String; 10],
    /// Levels of qualifications, in the order of `QualificationLevel::ALL`.
    pub qualification_levels: [String; 8],
    /// Stands before who recognised a foreign title, such as `Riconosciuto da`.
    pub recognised_by: String,
    /// The level of a mother tongue, such as `madrelingua`.
    pub mother_tongue: String,
    /// Names of the five skills, in the order of `CefrSkill::ALL`.
    pub cefr_skills: [String; 5],
    /// Areas of digital skills, in the order of `DigitalField::ALL`.
    pub digital_areas: [String; 6],
    /// Levels of digital skills, in the order of `DigitalLevel::ALL`.
    pub digital_levels: [String; 4],
    /// Stands before the day until which something is valid, such as `valido fino a`.
    pub expires: String,
    /// Stands before the number of a certificate, such as `n.`.
    pub number: String,
    /// Stands before the licence's categories, such as `Patente`.
    pub driving_licence: String,
    /// Says that the person has a car, such as `automunito/a`.
    pub own_car: String,
    /// Names of what is said on availability, in the order of `AvailabilityField::ALL`.
    pub availability: [String; 11],
    /// Sorts of permits, in the order of `PermitKind::ALL`.
    pub permit_kinds: [String; 11],
    /// Says that the permit allows work.
    pub work_allowed: String,
    /// The sentence on the use of personal data.
    pub privacy_sentence: String,
}
