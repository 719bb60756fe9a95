//! What each field of a CV is: its words, its names for browsers and tests, its kind. What fields of all
//! kinds of documents have in common is in `field_place`.

mod entries;
mod situation;

use super::part::Part;
use crate::i18n::Key;
use approdo_domain::{CvPlace, Heading, HeadingField};

pub use super::field_place::{field_facts, field_id, field_name};

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

/// Returns what a field of a CV is.
pub(super) fn cv_field(place: CvPlace) -> FieldFacts {
    match place {
        CvPlace::Title => plain("title", "", Key::EditorTitleField).hint(Key::EditorTitleHint),
        CvPlace::Photo => plain("photo", "", Key::FieldPhoto),
        CvPlace::Profile => plain("profile", "", Key::FieldProfile)
            .hint(Key::FieldProfileHint)
            .paragraphs(),
        CvPlace::Hobbies => plain("hobbies", "", Key::FieldHobbies).paragraphs(),
        CvPlace::PrivacySentence => plain("privacy-sentence", "", Key::FieldPrivacySentence),
        CvPlace::Personal(field) => situation::personal(field),
        CvPlace::Digital(field) => situation::digital(field),
        CvPlace::Availability(field) => situation::availability(field),
        CvPlace::Permit(field) => situation::permit(field),
        CvPlace::Look(field) => situation::look(field),
        CvPlace::Driving(category) => plain("driving", category.code(), Key::SectionDrivingLegend),
        CvPlace::OwnCar => plain("own-car", "", Key::FieldOwnCar),
        CvPlace::Phone(_, field) => entries::phone(field),
        CvPlace::Experience(_, field) => entries::experience(field),
        CvPlace::Education(_, field) => entries::education(field),
        CvPlace::Language(_, field) => entries::language(field),
        CvPlace::Skill(_, field) => entries::skill(field),
        CvPlace::Certificate(_, field) => entries::certificate(field),
        CvPlace::Publication(_, field) => entries::publication(field),
        CvPlace::Reference(_, field) => entries::reference(field),
        CvPlace::OwnSection(_, field) => entries::own_section(field),
        CvPlace::EntryHidden(section, _) => {
            plain(Part::List(section).word(), "hidden", Key::EntryHidden)
        }
        CvPlace::Heading(heading, HeadingField::Name) => {
            plain(heading_word(heading), "heading-name", Key::SectionRename)
        }
        CvPlace::Heading(heading, HeadingField::Hidden) => {
            plain(heading_word(heading), "heading-hidden", Key::SectionHidden)
        }
    }
}

fn heading_word(heading: Heading) -> &'static str {
    Part::with_heading(heading).word()
}

pub(super) fn plain(group: &'static str, name: &'static str, label: Key) -> FieldFacts {
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
    pub(super) fn hint(self, hint: Key) -> Self {
        Self {
            hint: Some(hint),
            ..self
        }
    }

    pub(super) fn paragraphs(self) -> Self {
        Self {
            kind: FieldKind::Paragraphs,
            ..self
        }
    }

    pub(super) fn keyboard(self, mode: &'static str) -> Self {
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

    pub(super) fn date(self) -> Self {
        Self { kind: DATE, ..self }.hint(Key::FieldDateHint)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use approdo_domain::{DrivingCategory, ExperienceField, ItemId, Section};

    #[test]
    fn no_two_places_share_an_id() {
        let mut cv = approdo_domain::Cv::default();
        for section in Section::ALL {
            cv.add_entry(section, ItemId(1));
        }
        let places = cv.places();
        let ids: std::collections::BTreeSet<String> =
            places.iter().map(|place| field_id(*place)).collect();
        assert_eq!(ids.len(), places.len());
    }

    #[test]
    fn ids_are_stable_and_tell_entries_apart() {
        let place = CvPlace::Experience(ItemId(0xAB), ExperienceField::Role);
        assert_eq!(field_id(place), "experience-00000000000000ab-role");
        assert_eq!(field_name(place), "experience.role");
        let hidden = CvPlace::EntryHidden(Section::Experience, ItemId(0xAB));
        assert_eq!(field_id(hidden), "experience-00000000000000ab-hidden");
        assert_eq!(field_id(CvPlace::Profile), "profile");
        assert_eq!(field_id(CvPlace::Driving(DrivingCategory::B)), "driving-B");
    }
}
