//! The words that a page adds to what the person wrote. They come from the caller, ready to print; this
//! crate knows no language.

use approdo_domain::{
    DigitalField, DigitalLevel, ExperienceKind, Heading, PermitKind, QualificationLevel, SkillKind,
};
use serde::{Deserialize, Serialize};

/// The words that the page adds to a CV, ready to print.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Labels {
    /// The document's title with `{name}` for the person's name, such as `CV – {name}`.
    pub document_title: String,
    /// The heading and title while no name is written, such as `Curriculum vitae`.
    pub curriculum: String,
    /// The footer's page number with `{page}` and `{pages}`, such as `{page} / {pages}`.
    pub page_of: String,
    /// What the block of name and contacts is called when a substitution is reported.
    pub personal_data: String,
    /// The usual titles of the sections, in the order of `Heading::USUAL`.
    pub headings: [String; 13],
    /// The title of an own section that has none, such as `Altro`.
    pub own_section: String,
    /// Short names of the months, January first.
    pub months: [String; 12],
    /// The day before its month, in the place of `{day}`; empty for the bare number.
    pub day: String,
    /// The first day of a month, such as `1er`; empty if it is said as the others are.
    pub first_day: String,
    /// The end of something that goes on, such as `oggi`.
    pub present: String,
    /// Contacts and personal data.
    pub personal: PersonalLabels,
    /// Words beside experiences and schools.
    pub entries: EntryLabels,
    /// Words in the sections of languages and skills.
    pub skills: SkillLabels,
    /// Words in the sections on what employers in Italy ask for beside.
    pub situation: SituationLabels,
    /// The sentence on the use of personal data, printed at the end if the person wants it.
    pub privacy_sentence: String,
}

/// Words of the head of a CV.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonalLabels {
    /// The title over the contacts where they stand in a column.
    pub contacts: String,
    /// Names the e-mail link to screen readers.
    pub email: String,
    /// Names the telephone link to screen readers.
    pub phone: String,
    /// Names the link to a web page to screen readers.
    pub website: String,
    /// Stands before the domicile, such as `Domicilio:`.
    pub domicile: String,
    /// Stands before the date of birth, such as `Data di nascita:`.
    pub born: String,
    /// Stands before the nationality, such as `Nazionalità:`.
    pub nationality: String,
    /// Stands before the tax code, such as `Codice fiscale:`.
    pub tax_code: String,
    /// Says that the person belongs to the protected categories (L. 68/1999).
    pub protected_category: String,
    /// Says to who cannot see it what the picture in the head is, such as `Fotografia`.
    pub photo: String,
}

/// Words beside experiences, schools and certificates.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryLabels {
    /// Kinds of experience, in the order of `ExperienceKind::ALL`; one that is empty is not printed.
    pub experience_kinds: [String; 10],
    /// Levels of a qualification, in the order of `QualificationLevel::ALL`.
    pub qualification_levels: [String; 8],
    /// By whom a foreign title was recognised, in the place of `{text}`.
    pub recognition: String,
    /// Until when a certificate or a permit is valid: `{date}`.
    pub valid_until: String,
    /// The number of a certificate: `{number}`.
    pub certificate_number: String,
}

/// Words in the sections of languages and skills.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SkillLabels {
    /// The level of a mother tongue, such as `madrelingua`.
    pub mother_tongue: String,
    /// The head of the first column of the table of languages, such as `Lingua`.
    pub language: String,
    /// Short names of the five skills, in the order of `CefrSkill::ALL`.
    pub cefr_skills: [String; 5],
    /// Names of the groups of skills, in the order of `SkillKind::ALL`.
    pub kinds: [String; 2],
    /// The name of the group of skills that are of neither kind.
    pub other: String,
    /// Areas of digital skills, in the order of the form.
    pub digital_areas: [String; 5],
    /// Levels of digital skill, in the order of `DigitalLevel::ALL`.
    pub digital_levels: [String; 4],
}

/// Words in the sections on driving, availability and the permit to stay.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SituationLabels {
    /// Stands before the licence's categories, such as `Patente`.
    pub driving_licence: String,
    /// Says that the person has a car, such as `automunito/a`.
    pub own_car: String,
    /// Available at once.
    pub immediate: String,
    /// Available from a day on: `{date}`.
    pub from: String,
    /// Full time.
    pub full_time: String,
    /// Part time.
    pub part_time: String,
    /// In shifts.
    pub shifts: String,
    /// At night.
    pub nights: String,
    /// On Saturdays, Sundays and holidays.
    pub weekends: String,
    /// How far from home: `{km}`.
    pub radius: String,
    /// Travels for work.
    pub travel: String,
    /// Would move house.
    pub relocation: String,
    /// Kinds of permit to stay, in the order of `PermitKind::ALL`.
    pub permit_kinds: [String; 11],
    /// Says that the permit allows work.
    pub work_allowed: String,
}

/// Returns the word of an answer: words stand in the order of the answers.
fn word<'words, T: PartialEq>(all: &[T], words: &'words [String], answer: &T) -> &'words str {
    let position = all.iter().position(|other| other == answer);
    position
        .and_then(|position| words.get(position))
        .map_or("", String::as_str)
}

impl Labels {
    /// Returns the usual title of a section.
    pub fn heading(&self, heading: Heading) -> &str {
        match heading {
            Heading::Own(_) => &self.own_section,
            usual => word(&Heading::USUAL, &self.headings, &usual),
        }
    }
}

impl EntryLabels {
    /// Returns the word for a kind of experience.
    pub fn experience_kind(&self, kind: ExperienceKind) -> &str {
        word(&ExperienceKind::ALL, &self.experience_kinds, &kind)
    }

    /// Returns the words for the level of a qualification.
    pub fn qualification_level(&self, level: QualificationLevel) -> &str {
        word(&QualificationLevel::ALL, &self.qualification_levels, &level)
    }
}

impl SkillLabels {
    /// The areas of digital skills, in the order of the form.
    pub const DIGITAL_AREAS: [DigitalField; 5] = [
        DigitalField::Information,
        DigitalField::Communication,
        DigitalField::Content,
        DigitalField::Safety,
        DigitalField::ProblemSolving,
    ];

    /// Returns the name of a group of skills; none for the skills that are of neither kind.
    pub fn kind(&self, kind: Option<SkillKind>) -> &str {
        kind.map_or(&self.other, |kind| {
            word(&SkillKind::ALL, &self.kinds, &kind)
        })
    }

    /// Returns the name of an area of digital skills.
    pub fn digital_area(&self, area: DigitalField) -> &str {
        word(&Self::DIGITAL_AREAS, &self.digital_areas, &area)
    }

    /// Returns the word for a level of digital skill.
    pub fn digital_level(&self, level: DigitalLevel) -> &str {
        word(&DigitalLevel::ALL, &self.digital_levels, &level)
    }
}

impl SituationLabels {
    /// Returns the words for a kind of permit to stay.
    pub fn permit_kind(&self, kind: PermitKind) -> &str {
        word(&PermitKind::ALL, &self.permit_kinds, &kind)
    }
}
