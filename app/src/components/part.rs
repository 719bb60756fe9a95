//! The parts of the editor: what there is, in which order, and where a place stands.

use crate::i18n::{Key, text};
use crate::state::jump::Jump;
use approdo_domain::{CvPlace, Heading, Section};

/// A part of the editor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Personal data and contacts.
    Personal,
    /// The short presentation.
    Profile,
    /// A list of entries.
    List(Section),
    /// Digital skills.
    Digital,
    /// Driving licence and car.
    Driving,
    /// Availability.
    Availability,
    /// Permit to stay.
    Permit,
    /// What the person likes to do.
    Hobbies,
    /// Order and names of the headings.
    Arrangement,
}

impl Part {
    /// Every part, in the order of the form. Other telephone numbers stand in the first.
    pub const ALL: [Part; 16] = [
        Self::Personal,
        Self::Profile,
        Self::List(Section::Experience),
        Self::List(Section::Education),
        Self::List(Section::Languages),
        Self::List(Section::Skills),
        Self::List(Section::Certificates),
        Self::Driving,
        Self::Availability,
        Self::Digital,
        Self::Permit,
        Self::Hobbies,
        Self::List(Section::Publications),
        Self::List(Section::References),
        Self::List(Section::OwnSections),
        Self::Arrangement,
    ];

    /// Returns the part's name for ids and tests.
    pub fn word(self) -> &'static str {
        match self {
            Self::Personal => "personal",
            Self::Profile => "profile",
            Self::List(Section::Phones) => "phones",
            Self::List(Section::Experience) => "experience",
            Self::List(Section::Education) => "education",
            Self::List(Section::Languages) => "languages",
            Self::List(Section::Skills) => "skills",
            Self::List(Section::Certificates) => "certificates",
            Self::List(Section::Publications) => "publications",
            Self::List(Section::References) => "references",
            Self::List(Section::OwnSections) => "own-sections",
            Self::Digital => "digital",
            Self::Driving => "driving",
            Self::Availability => "availability",
            Self::Permit => "permit",
            Self::Hobbies => "hobbies",
            Self::Arrangement => "arrangement",
        }
    }

    /// Returns the part a place is in; the CV's own name stands under the first.
    pub fn of(place: CvPlace) -> Part {
        match (place, place.entry()) {
            (_, Some((Section::Phones, _))) => Self::Personal,
            (_, Some((section, _))) => Self::List(section),
            (CvPlace::Profile, _) => Self::Profile,
            (CvPlace::Digital(_), _) => Self::Digital,
            (CvPlace::Driving(_) | CvPlace::OwnCar, _) => Self::Driving,
            (CvPlace::Availability(_), _) => Self::Availability,
            (CvPlace::Permit(_), _) => Self::Permit,
            (CvPlace::Hobbies, _) => Self::Hobbies,
            (CvPlace::Heading(..) | CvPlace::Look(_), _) => Self::Arrangement,
            _ => Self::Personal,
        }
    }

    /// Returns the part in which what stands under a heading is written.
    pub fn with_heading(heading: Heading) -> Part {
        match heading {
            Heading::Profile => Self::Profile,
            Heading::Experience => Self::List(Section::Experience),
            Heading::Education => Self::List(Section::Education),
            Heading::Languages => Self::List(Section::Languages),
            Heading::Digital => Self::Digital,
            Heading::Skills => Self::List(Section::Skills),
            Heading::Certificates => Self::List(Section::Certificates),
            Heading::Driving => Self::Driving,
            Heading::Availability => Self::Availability,
            Heading::Permit => Self::Permit,
            Heading::Hobbies => Self::Hobbies,
            Heading::Publications => Self::List(Section::Publications),
            Heading::References => Self::List(Section::References),
            Heading::Own(_) => Self::List(Section::OwnSections),
        }
    }

    /// Finds a part by its name for ids and tests.
    pub fn of_word(word: &str) -> Option<Part> {
        Self::ALL.into_iter().find(|part| part.word() == word)
    }

    /// Returns the way to a field of the part.
    pub fn jump(self, field: String) -> Jump {
        Jump {
            part: self.word().to_owned(),
            field,
            selected: None,
        }
    }

    /// Returns how the part is called in the editor.
    pub fn title(self) -> String {
        text(match self {
            Self::Personal => Key::SectionPersonal,
            Self::Profile => Key::SectionProfile,
            Self::List(Section::Phones) => Key::SectionPhones,
            Self::List(Section::Experience) => Key::SectionExperience,
            Self::List(Section::Education) => Key::SectionEducation,
            Self::List(Section::Languages) => Key::SectionLanguages,
            Self::List(Section::Skills) => Key::SectionSkills,
            Self::List(Section::Certificates) => Key::SectionCertificates,
            Self::List(Section::Publications) => Key::SectionPublications,
            Self::List(Section::References) => Key::SectionReferences,
            Self::List(Section::OwnSections) => Key::SectionOwn,
            Self::Digital => Key::SectionDigital,
            Self::Driving => Key::SectionDriving,
            Self::Availability => Key::SectionAvailability,
            Self::Permit => Key::SectionPermit,
            Self::Hobbies => Key::SectionHobbies,
            Self::Arrangement => Key::SectionArrangement,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_to_a_field_leads_into_its_part() {
        for part in Part::ALL {
            let jump = part.jump("title".to_owned());
            assert_eq!(Part::of_word(&jump.part), Some(part));
        }
        assert_eq!(Part::of_word("of-another-version"), None);
    }

    #[test]
    fn every_place_of_a_cv_stands_in_a_part_of_the_editor() {
        for place in CvPlace::single_places() {
            assert!(Part::ALL.contains(&Part::of(place)), "{place:?}");
        }
        for section in Section::ALL {
            for place in section.places_of_entry(approdo_domain::ItemId(1)) {
                assert!(Part::ALL.contains(&Part::of(place)), "{place:?}");
            }
        }
    }
}
