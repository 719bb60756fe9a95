//! The places of a CV as paths. Each code is given out once, for ever: a new field takes a new
//! code, and a code never changes its type or meaning. How values are read is in `cv_projection`;
//! the codes that all kinds of documents share are in `document_kind`.

use crate::document_kind;
use crate::path::{ItemPath, ListPath, Path};
use approdo_domain::{
    CefrSkill, CvPlace, DrivingCategory, EducationField, ExperienceField, ItemId, LanguageField,
    PersonalField, Section, SkillField,
};

const TITLE: u8 = document_kind::TITLE;
const REMOVED: u8 = document_kind::REMOVED;
const PROFILE: u8 = 0x03;
const OWN_CAR: u8 = 0x04;
const PERSONAL: u8 = 0x10;
const DRIVING: u8 = 0x11;

/// The path of the flag that says whether the CV is in the bin.
pub fn removed() -> Path {
    Path(vec![REMOVED])
}

/// Returns the path of a list.
pub fn list(section: Section) -> ListPath {
    let code = match section {
        Section::Experience => 0x20,
        Section::Education => 0x21,
        Section::Languages => 0x22,
        Section::Skills => 0x23,
    };
    ListPath(vec![code])
}

/// Returns the path of one entry of a list.
pub fn entry(section: Section, item: ItemId) -> ItemPath {
    list(section).item(item)
}

/// Returns the path of a place.
pub fn path(place: CvPlace) -> Path {
    let in_entry = |section, item, code| entry(section, item).field(code);
    match place {
        CvPlace::Title => Path(vec![TITLE]),
        CvPlace::Profile => Path(vec![PROFILE]),
        CvPlace::OwnCar => Path(vec![OWN_CAR]),
        CvPlace::Personal(field) => Path(vec![PERSONAL, personal_code(field)]),
        CvPlace::Driving(category) => Path(vec![DRIVING, driving_code(category)]),
        CvPlace::Experience(item, field) => {
            in_entry(Section::Experience, item, experience_code(field))
        }
        CvPlace::Education(item, field) => {
            in_entry(Section::Education, item, education_code(field))
        }
        CvPlace::Language(item, field) => in_entry(Section::Languages, item, language_code(field)),
        CvPlace::Skill(item, SkillField::Name) => in_entry(Section::Skills, item, 0x10),
    }
}

/// Returns the place of a path; none for lists' own registers and for what newer versions wrote.
pub fn place(path: &Path) -> Option<CvPlace> {
    match path.0.as_slice() {
        [TITLE] => return Some(CvPlace::Title),
        [PROFILE] => return Some(CvPlace::Profile),
        [OWN_CAR] => return Some(CvPlace::OwnCar),
        [PERSONAL, code] => {
            let field = PersonalField::ALL
                .into_iter()
                .find(|field| personal_code(*field) == *code);
            return field.map(CvPlace::Personal);
        }
        [DRIVING, code] => {
            let found = DrivingCategory::ALL
                .into_iter()
                .find(|known| driving_code(*known) == *code);
            return found.map(CvPlace::Driving);
        }
        _ => {}
    }
    let (section, item) = Section::ALL
        .into_iter()
        .find_map(|section| Some((section, list(section).item_of(path)?)))?;
    places_of_entry(section, item)
        .into_iter()
        .find(|place| self::path(*place) == *path)
}

/// Returns every place of one entry, in the order of the form.
pub fn places_of_entry(section: Section, item: ItemId) -> Vec<CvPlace> {
    match section {
        Section::Experience => EXPERIENCE_FIELDS
            .map(|field| CvPlace::Experience(item, field))
            .to_vec(),
        Section::Education => EDUCATION_FIELDS
            .map(|field| CvPlace::Education(item, field))
            .to_vec(),
        Section::Languages => {
            let levels = CefrSkill::ALL.into_iter().map(LanguageField::Level);
            [LanguageField::Name, LanguageField::Native]
                .into_iter()
                .chain(levels)
                .chain([LanguageField::Certificate])
                .map(|field| CvPlace::Language(item, field))
                .collect()
        }
        Section::Skills => vec![CvPlace::Skill(item, SkillField::Name)],
    }
}

const EXPERIENCE_FIELDS: [ExperienceField; 7] = [
    ExperienceField::Role,
    ExperienceField::Employer,
    ExperienceField::Place,
    ExperienceField::Start,
    ExperienceField::End,
    ExperienceField::Current,
    ExperienceField::Description,
];

const EDUCATION_FIELDS: [EducationField; 7] = [
    EducationField::Qualification,
    EducationField::School,
    EducationField::Place,
    EducationField::Start,
    EducationField::End,
    EducationField::Current,
    EducationField::Description,
];

fn personal_code(field: PersonalField) -> u8 {
    match field {
        PersonalField::GivenName => 0x10,
        PersonalField::FamilyName => 0x11,
        PersonalField::Headline => 0x12,
        PersonalField::Email => 0x13,
        PersonalField::Phone => 0x14,
        PersonalField::Address => 0x15,
        PersonalField::City => 0x16,
        PersonalField::BirthDate => 0x17,
        PersonalField::Website => 0x18,
    }
}

fn experience_code(field: ExperienceField) -> u8 {
    match field {
        ExperienceField::Role => 0x10,
        ExperienceField::Employer => 0x11,
        ExperienceField::Place => 0x12,
        ExperienceField::Start => 0x13,
        ExperienceField::End => 0x14,
        ExperienceField::Current => 0x15,
        ExperienceField::Description => 0x16,
    }
}

fn education_code(field: EducationField) -> u8 {
    match field {
        EducationField::Qualification => 0x10,
        EducationField::School => 0x11,
        EducationField::Place => 0x12,
        EducationField::Start => 0x13,
        EducationField::End => 0x14,
        EducationField::Current => 0x15,
        EducationField::Description => 0x16,
    }
}

fn language_code(field: LanguageField) -> u8 {
    match field {
        LanguageField::Name => 0x10,
        LanguageField::Native => 0x11,
        LanguageField::Certificate => 0x12,
        LanguageField::Level(CefrSkill::Listening) => 0x20,
        LanguageField::Level(CefrSkill::Reading) => 0x21,
        LanguageField::Level(CefrSkill::SpokenInteraction) => 0x22,
        LanguageField::Level(CefrSkill::SpokenProduction) => 0x23,
        LanguageField::Level(CefrSkill::Writing) => 0x24,
    }
}

fn driving_code(category: DrivingCategory) -> u8 {
    match category {
        DrivingCategory::Am => 0x10,
        DrivingCategory::A1 => 0x11,
        DrivingCategory::A2 => 0x12,
        DrivingCategory::A => 0x13,
        DrivingCategory::B1 => 0x14,
        DrivingCategory::B => 0x15,
        DrivingCategory::Be => 0x16,
        DrivingCategory::C1 => 0x17,
        DrivingCategory::C1e => 0x18,
        DrivingCategory::C => 0x19,
        DrivingCategory::Ce => 0x1a,
        DrivingCategory::D1 => 0x1b,
        DrivingCategory::D1e => 0x1c,
        DrivingCategory::D => 0x1d,
        DrivingCategory::De => 0x1e,
        DrivingCategory::CqcGoods => 0x1f,
        DrivingCategory::CqcPassengers => 0x20,
        DrivingCategory::Adr => 0x21,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_place_reads_back_from_its_own_path() {
        let item = ItemId(0x0102_0304_0506_0708);
        let mut places = vec![CvPlace::Title, CvPlace::Profile, CvPlace::OwnCar];
        places.extend(PersonalField::ALL.map(CvPlace::Personal));
        places.extend(DrivingCategory::ALL.map(CvPlace::Driving));
        places.extend(
            Section::ALL
                .into_iter()
                .flat_map(|section| places_of_entry(section, item)),
        );
        let paths: BTreeSet<Path> = places.iter().map(|place| path(*place)).collect();
        assert_eq!(paths.len(), places.len(), "two places share a path");
        for known in places {
            assert_eq!(place(&path(known)), Some(known));
        }
    }

    #[test]
    fn paths_of_newer_versions_have_no_place() {
        assert_eq!(place(&Path(vec![0x7f, 0x01])), None);
        assert_eq!(place(&removed()), None);
    }
}
