//! A CV as plain data: what is shown, checked and printed. Texts stand as the person typed them.
//! The parts of a CV are in the submodules; reading and writing by place is in `access`.

mod access;
mod driving;
mod entries;
mod heading;
mod language;
mod personal;
mod situation;

pub use driving::Driving;
pub use entries::{
    Certificate, CertificateField, Education, EducationField, Experience, ExperienceField,
    OwnSection, OwnSectionField, Phone, PhoneField, Publication, PublicationField, Reference,
    ReferenceField, Skill, SkillField,
};
pub use heading::{Heading, HeadingField, HeadingSettings};
pub use language::{Language, LanguageField};
pub use personal::{Personal, PersonalField};
pub use situation::{
    Availability, AvailabilityField, Digital, DigitalField, PageLook, PageLookField, Permit,
    PermitField,
};

use crate::{FileText, PartialDate, PartialDateError};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A whole CV.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cv {
    /// How the person calls this CV in the list of CVs; not printed.
    pub title: String,
    /// Personal data and contacts.
    pub personal: Personal,
    /// A photo of the person: names a file that is kept beside the CV.
    pub photo: FileText,
    /// Telephone numbers beside the first.
    pub phones: Vec<Phone>,
    /// The short presentation at the top; paragraphs are lines.
    pub profile: String,
    /// Experiences, in the person's order.
    pub experience: Vec<Experience>,
    /// Schools and courses, in the person's order.
    pub education: Vec<Education>,
    /// Languages, in the person's order.
    pub languages: Vec<Language>,
    /// Digital skills.
    pub digital: Digital,
    /// Skills, in the person's order.
    pub skills: Vec<Skill>,
    /// Certificates and licences to work, in the person's order.
    pub certificates: Vec<Certificate>,
    /// Driving licence and car.
    pub driving: Driving,
    /// When, how much and where the person can work.
    pub availability: Availability,
    /// Permit to stay and to work.
    pub permit: Permit,
    /// What the person likes to do; paragraphs are lines.
    pub hobbies: String,
    /// Who can say something about the person.
    pub references: Vec<Reference>,
    /// Publications, patents, works.
    pub publications: Vec<Publication>,
    /// Sections that the person named.
    pub own_sections: Vec<OwnSection>,
    /// Whether the sentence on the use of personal data is printed.
    pub privacy_sentence: bool,
    /// How the pages look.
    pub look: PageLook,
    /// What the person changed about the headings: other names, hidden ones.
    pub headings: BTreeMap<Heading, HeadingSettings>,
    /// The order of the headings where the person changed it: see [`Cv::arrangement`].
    pub order: Vec<Heading>,
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
