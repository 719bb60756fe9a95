//! The places of a CV where a person can write, as types: a misspelt field does not compile.
//!
//! How a place becomes bytes on the wire is the business of `approdo-document`.

use crate::{
    AvailabilityField, CertificateField, DigitalField, DrivingCategory, EducationField,
    ExperienceField, FieldKind, Heading, HeadingField, ItemId, LanguageField, OwnSectionField,
    PageLookField, PermitField, PersonalField, PhoneField, PublicationField, ReferenceField,
    SkillField,
};

/// A list of the CV whose entries a person adds, moves and deletes.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub enum Section {
    /// Telephone numbers beside the first.
    Phones,
    /// Work, paid or not.
    Experience,
    /// School, training, courses.
    Education,
    /// Languages other than, and including, the mother tongue.
    Languages,
    /// What the person can do.
    Skills,
    /// Certificates and licences to work.
    Certificates,
    /// Publications and works.
    Publications,
    /// References.
    References,
    /// Sections that the person named.
    OwnSections,
}

impl Section {
    /// Every list, in the usual order of an Italian CV.
    pub const ALL: [Section; 9] = [
        Self::Phones,
        Self::Experience,
        Self::Education,
        Self::Languages,
        Self::Skills,
        Self::Certificates,
        Self::Publications,
        Self::References,
        Self::OwnSections,
    ];

    /// Returns every place of one entry, in the order of the form.
    pub fn places_of_entry(self, item: ItemId) -> Vec<CvPlace> {
        fn all<F, const N: usize>(
            item: ItemId,
            place: fn(ItemId, F) -> CvPlace,
            fields: [F; N],
        ) -> Vec<CvPlace> {
            fields.map(|field| place(item, field)).to_vec()
        }
        let mut places = match self {
            Self::Phones => all(item, CvPlace::Phone, PhoneField::ALL),
            Self::Experience => all(item, CvPlace::Experience, ExperienceField::ALL),
            Self::Education => all(item, CvPlace::Education, EducationField::ALL),
            Self::Languages => all(item, CvPlace::Language, LanguageField::ALL),
            Self::Skills => all(item, CvPlace::Skill, SkillField::ALL),
            Self::Certificates => all(item, CvPlace::Certificate, CertificateField::ALL),
            Self::Publications => all(item, CvPlace::Publication, PublicationField::ALL),
            Self::References => all(item, CvPlace::Reference, ReferenceField::ALL),
            Self::OwnSections => all(item, CvPlace::OwnSection, OwnSectionField::ALL),
        };
        places.push(CvPlace::EntryHidden(self, item));
        places
    }
}

/// One place of a CV that holds one value.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub enum CvPlace {
    /// How the person calls this CV in the list of CVs; not printed.
    Title,
    /// A personal datum or contact.
    Personal(PersonalField),
    /// A photo of the person: the reference to a file.
    Photo,
    /// A field of a telephone number beside the first.
    Phone(ItemId, PhoneField),
    /// The short presentation at the top.
    Profile,
    /// A field of one experience.
    Experience(ItemId, ExperienceField),
    /// A field of one school or course.
    Education(ItemId, EducationField),
    /// A field of one language.
    Language(ItemId, LanguageField),
    /// Digital skills.
    Digital(DigitalField),
    /// A field of one skill.
    Skill(ItemId, SkillField),
    /// A field of one certificate.
    Certificate(ItemId, CertificateField),
    /// Whether the person holds a driving category: a flag.
    Driving(DrivingCategory),
    /// Whether the person has a car of their own (*automunito*): a flag.
    OwnCar,
    /// Availability.
    Availability(AvailabilityField),
    /// Permit to stay.
    Permit(PermitField),
    /// What the person likes to do.
    Hobbies,
    /// A field of one publication.
    Publication(ItemId, PublicationField),
    /// A field of one reference.
    Reference(ItemId, ReferenceField),
    /// A field of a section that the person named.
    OwnSection(ItemId, OwnSectionField),
    /// Whether the sentence on the use of personal data is printed: a flag.
    PrivacySentence,
    /// How the pages look.
    Look(PageLookField),
    /// What the person changed about a heading; own sections have a title of their own.
    Heading(Heading, HeadingField),
    /// Whether an entry is kept but left out of what is printed and sent: a flag.
    EntryHidden(Section, ItemId),
}

impl CvPlace {
    /// Returns every place that is there once, in the order of the form.
    pub fn single_places() -> Vec<CvPlace> {
        let mut places = vec![Self::Title];
        places.extend(PersonalField::ALL.map(Self::Personal));
        places.extend([Self::Photo, Self::Profile]);
        places.extend(DigitalField::ALL.map(Self::Digital));
        places.extend(DrivingCategory::ALL.map(Self::Driving));
        places.push(Self::OwnCar);
        places.extend(AvailabilityField::ALL.map(Self::Availability));
        places.extend(PermitField::ALL.map(Self::Permit));
        places.extend([Self::Hobbies, Self::PrivacySentence]);
        places.extend(PageLookField::ALL.map(Self::Look));
        for heading in Heading::USUAL {
            places.extend(HeadingField::ALL.map(|field| Self::Heading(heading, field)));
        }
        places
    }

    /// Returns the list and the entry a place belongs to, if it belongs to one.
    pub fn entry(self) -> Option<(Section, ItemId)> {
        match self {
            Self::Phone(item, _) => Some((Section::Phones, item)),
            Self::Experience(item, _) => Some((Section::Experience, item)),
            Self::Education(item, _) => Some((Section::Education, item)),
            Self::Language(item, _) => Some((Section::Languages, item)),
            Self::Skill(item, _) => Some((Section::Skills, item)),
            Self::Certificate(item, _) => Some((Section::Certificates, item)),
            Self::Publication(item, _) => Some((Section::Publications, item)),
            Self::Reference(item, _) => Some((Section::References, item)),
            Self::OwnSection(item, _) => Some((Section::OwnSections, item)),
            Self::EntryHidden(section, item) => Some((section, item)),
            Self::Title
            | Self::Personal(_)
            | Self::Photo
            | Self::Profile
            | Self::Digital(_)
            | Self::Driving(_)
            | Self::OwnCar
            | Self::Availability(_)
            | Self::Permit(_)
            | Self::Hobbies
            | Self::PrivacySentence
            | Self::Look(_)
            | Self::Heading(..) => None,
        }
    }

    /// Returns what the place holds.
    pub fn kind(self) -> FieldKind {
        match self {
            Self::Title => FieldKind::Line,
            Self::Photo => FieldKind::File,
            Self::Profile | Self::Hobbies => FieldKind::Paragraphs,
            Self::Personal(field) => field.kind(),
            Self::Phone(_, field) => field.kind(),
            Self::Experience(_, field) => field.kind(),
            Self::Education(_, field) => field.kind(),
            Self::Language(_, field) => field.kind(),
            Self::Digital(field) => field.kind(),
            Self::Skill(_, field) => field.kind(),
            Self::Certificate(_, field) => field.kind(),
            Self::Availability(field) => field.kind(),
            Self::Permit(field) => field.kind(),
            Self::Publication(_, field) => field.kind(),
            Self::Reference(_, field) => field.kind(),
            Self::OwnSection(_, field) => field.kind(),
            Self::Look(field) => field.kind(),
            Self::Heading(_, field) => field.kind(),
            Self::Driving(_) | Self::OwnCar | Self::PrivacySentence | Self::EntryHidden(..) => {
                FieldKind::Flag
            }
        }
    }

    /// Tells whether the place holds a yes or no rather than text.
    pub fn is_flag(self) -> bool {
        self.kind() == FieldKind::Flag
    }

    /// Tells whether the place holds a text of several lines.
    pub fn is_long_text(self) -> bool {
        self.kind() == FieldKind::Paragraphs
    }
}
