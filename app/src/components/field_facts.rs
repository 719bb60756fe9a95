//! What each field of a CV is: its words, its names for browsers and tests, its kind.

use crate::i18n::Key;
use approdo_domain::{
    CefrSkill, CvPlace, EducationField, ExperienceField, LanguageField, PersonalField, SkillField,
};

/// How a field is typed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// One line, with the keyboard a phone shows for it.
    Line(&'static str),
    /// Several lines.
    Paragraphs,
}

/// What a field is.
#[derive(Debug, Clone, Copy)]
pub struct FieldFacts {
    /// The group of fields, such as `experience`.
    pub group: &'static str,
    /// The field's name in its group.
    pub name: &'static str,
    /// Its label.
    pub label: Key,
    /// What helps to fill it in.
    pub hint: Option<Key>,
    /// How it is typed in.
    pub kind: FieldKind,
    /// What browsers may fill in (HTML, "autofill").
    pub autocomplete: &'static str,
}

const TEXT: FieldKind = FieldKind::Line("text");
const DATE: FieldKind = FieldKind::Line("text");

/// Returns the `id` of a field's input.
pub fn field_id(place: CvPlace) -> String {
    let facts = field_facts(place);
    let group = facts.group;
    match (place.entry(), facts.name) {
        (Some((_, item)), name) => format!("{group}-{item}-{name}"),
        (None, "") => group.to_owned(),
        (None, name) => format!("{group}-{name}"),
    }
}

/// Returns the name of a field for tests, such as `experience.role`.
pub fn field_name(place: CvPlace) -> String {
    let facts = field_facts(place);
    match facts.name {
        "" => facts.group.to_owned(),
        name => format!("{}.{name}", facts.group),
    }
}

/// Returns what a field is.
pub fn field_facts(place: CvPlace) -> FieldFacts {
    match place {
        CvPlace::Title => plain("title", "", Key::EditorTitleField).hint(Key::EditorTitleHint),
        CvPlace::Profile => plain("profile", "", Key::FieldProfile)
            .hint(Key::FieldProfileHint)
            .paragraphs(),
        CvPlace::Personal(field) => personal(field),
        CvPlace::Experience(_, field) => experience(field),
        CvPlace::Education(_, field) => education(field),
        CvPlace::Language(_, field) => language(field),
        CvPlace::Skill(_, SkillField::Name) => {
            plain("skill", "name", Key::FieldSkill).hint(Key::FieldSkillHint)
        }
        CvPlace::Driving(category) => plain("driving", category.code(), Key::SectionDrivingLegend),
        CvPlace::OwnCar => plain("own-car", "", Key::FieldOwnCar),
    }
}

fn plain(group: &'static str, name: &'static str, label: Key) -> FieldFacts {
    FieldFacts {
        group,
        name,
        label,
        hint: None,
        kind: TEXT,
        autocomplete: "off",
    }
}

impl FieldFacts {
    fn hint(self, hint: Key) -> Self {
        Self {
            hint: Some(hint),
            ..self
        }
    }

    fn paragraphs(self) -> Self {
        Self {
            kind: FieldKind::Paragraphs,
            ..self
        }
    }

    fn keyboard(self, mode: &'static str) -> Self {
        Self {
            kind: FieldKind::Line(mode),
            ..self
        }
    }

    fn autofill(self, autocomplete: &'static str) -> Self {
        Self {
            autocomplete,
            ..self
        }
    }

    fn date(self) -> Self {
        Self { kind: DATE, ..self }.hint(Key::FieldDateHint)
    }
}

fn personal(field: PersonalField) -> FieldFacts {
    let named = |name, label| plain("personal", name, label);
    match field {
        PersonalField::GivenName => named("given-name", Key::FieldGivenName).autofill("given-name"),
        PersonalField::FamilyName => {
            named("family-name", Key::FieldFamilyName).autofill("family-name")
        }
        PersonalField::Headline => {
            named("headline", Key::FieldHeadline).hint(Key::FieldHeadlineHint)
        }
        PersonalField::Email => named("email", Key::FieldEmail)
            .keyboard("email")
            .autofill("email"),
        PersonalField::Phone => named("phone", Key::FieldPhone)
            .keyboard("tel")
            .autofill("tel"),
        PersonalField::Address => named("address", Key::FieldAddress).autofill("street-address"),
        PersonalField::City => named("city", Key::FieldCity)
            .hint(Key::FieldCityHint)
            .autofill("address-level2"),
        PersonalField::BirthDate => named("birth-date", Key::FieldBirthDate)
            .hint(Key::FieldBirthDateHint)
            .autofill("bday"),
        PersonalField::Website => named("website", Key::FieldWebsite)
            .keyboard("url")
            .autofill("url"),
    }
}

fn experience(field: ExperienceField) -> FieldFacts {
    let named = |name, label| plain("experience", name, label);
    match field {
        ExperienceField::Role => named("role", Key::FieldRole).hint(Key::FieldRoleHint),
        ExperienceField::Employer => named("employer", Key::FieldEmployer),
        ExperienceField::Place => named("place", Key::FieldPlace),
        ExperienceField::Start => named("start", Key::FieldStart).date(),
        ExperienceField::End => named("end", Key::FieldEnd).date(),
        ExperienceField::Current => named("current", Key::FieldStillWorking),
        ExperienceField::Description => named("description", Key::FieldDescription)
            .hint(Key::FieldDescriptionHint)
            .paragraphs(),
    }
}

fn education(field: EducationField) -> FieldFacts {
    let named = |name, label| plain("education", name, label);
    match field {
        EducationField::Qualification => named("qualification", Key::FieldQualification),
        EducationField::School => named("school", Key::FieldSchool),
        EducationField::Place => named("place", Key::FieldPlace),
        EducationField::Start => named("start", Key::FieldStart).date(),
        EducationField::End => named("end", Key::FieldEnd).date(),
        EducationField::Current => named("current", Key::FieldStillStudying),
        EducationField::Description => {
            named("description", Key::FieldDescriptionEducation).paragraphs()
        }
    }
}

fn language(field: LanguageField) -> FieldFacts {
    let named = |name, label| plain("language", name, label);
    match field {
        LanguageField::Name => named("name", Key::FieldLanguageName),
        LanguageField::Native => named("native", Key::FieldNative),
        LanguageField::Certificate => {
            named("certificate", Key::FieldCertificate).hint(Key::FieldCertificateHint)
        }
        LanguageField::Level(skill) => match skill {
            CefrSkill::Listening => named("level-listening", Key::CvSkillListening),
            CefrSkill::Reading => named("level-reading", Key::CvSkillReading),
            CefrSkill::SpokenInteraction => {
                named("level-spoken-interaction", Key::CvSkillSpokenInteraction)
            }
            CefrSkill::SpokenProduction => {
                named("level-spoken-production", Key::CvSkillSpokenProduction)
            }
            CefrSkill::Writing => named("level-writing", Key::CvSkillWriting),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use approdo_domain::{DrivingCategory, ItemId};

    #[test]
    fn ids_are_stable_and_tell_entries_apart() {
        let place = CvPlace::Experience(ItemId(0xAB), ExperienceField::Role);
        assert_eq!(field_id(place), "experience-00000000000000ab-role");
        assert_eq!(field_name(place), "experience.role");
        assert_eq!(field_id(CvPlace::Profile), "profile");
        assert_eq!(field_id(CvPlace::Driving(DrivingCategory::B)), "driving-B");
    }
}
