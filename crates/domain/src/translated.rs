//! Which texts of a CV say something else in another language, and so are to be translated in a copy.

use crate::{
    AvailabilityField, CertificateField, CvPlace, DigitalField, EducationField, ExperienceField,
    HeadingField, LanguageField, OwnSectionField, PersonalField, PhoneField, PublicationField,
    ReferenceField, SkillField,
};

impl CvPlace {
    /// Tells whether the text at a place is to be put into the language of the CV. Names of people,
    /// companies and towns, dates, numbers and addresses stay; answers chosen from a list follow the
    /// language by themselves.
    pub fn is_translated(self) -> bool {
        match self {
            Self::Profile | Self::Hobbies => true,
            Self::Personal(field) => {
                matches!(field, PersonalField::Headline | PersonalField::Nationality)
            }
            Self::Phone(_, field) => field == PhoneField::Note,
            Self::Experience(_, field) => {
                matches!(field, ExperienceField::Role | ExperienceField::Description)
            }
            Self::Education(_, field) => matches!(
                field,
                EducationField::Qualification
                    | EducationField::Recognition
                    | EducationField::Description
            ),
            Self::Language(_, field) => {
                matches!(field, LanguageField::Name | LanguageField::Certificate)
            }
            Self::Digital(field) => field == DigitalField::Tools,
            Self::Skill(_, field) => field == SkillField::Name,
            Self::Certificate(_, field) => field == CertificateField::Name,
            Self::Availability(field) => field == AvailabilityField::Note,
            Self::Publication(_, field) => field == PublicationField::Description,
            Self::Reference(_, field) => field == ReferenceField::Role,
            Self::OwnSection(_, field) => {
                matches!(field, OwnSectionField::Title | OwnSectionField::Text)
            }
            Self::Heading(_, field) => field == HeadingField::Name,
            Self::Photo
            | Self::Title
            | Self::Driving(_)
            | Self::OwnCar
            | Self::Permit(_)
            | Self::PrivacySentence
            | Self::Look(_)
            | Self::EntryHidden(..) => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{FieldKind, ItemId, Section};

    #[test]
    fn only_texts_are_translated_and_every_long_one_is() {
        let mut places = CvPlace::single_places();
        for section in Section::ALL {
            places.extend(section.places_of_entry(ItemId(1)));
        }
        for place in places {
            match place.kind() {
                FieldKind::Paragraphs => assert!(place.is_translated(), "{place:?}"),
                FieldKind::Line => {}
                FieldKind::Date | FieldKind::Choice | FieldKind::File | FieldKind::Flag => {
                    assert!(!place.is_translated(), "{place:?}");
                }
            }
        }
    }
}
