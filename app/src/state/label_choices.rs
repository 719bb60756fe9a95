//! How a printed CV says what was chosen from a list: shorter than on the screen, where the choice is
//! explained.

use crate::i18n::{Key, Words};
use approdo_domain::{DigitalField, DigitalLevel, ExperienceKind, Heading, PermitKind, SkillKind};

/// The usual title of a part.
pub(super) fn heading(words: &Words, heading: Heading) -> String {
    words.text(match heading {
        Heading::Profile => Key::CvProfile,
        Heading::Experience => Key::CvExperience,
        Heading::Education => Key::CvEducation,
        Heading::Languages => Key::CvLanguages,
        Heading::Digital => Key::CvDigital,
        Heading::Skills => Key::CvSkills,
        Heading::Certificates => Key::CvCertificates,
        Heading::Driving => Key::CvDriving,
        Heading::Availability => Key::CvAvailability,
        Heading::Permit => Key::CvPermit,
        Heading::Hobbies => Key::CvHobbies,
        Heading::Publications => Key::CvPublications,
        Heading::References => Key::CvReferences,
        Heading::Own(_) => Key::CvOwnSection,
    })
}

/// What stands beside the employer; nothing for plain employment, and for what is not said.
pub(super) fn experience_kind(words: &Words, kind: ExperienceKind) -> String {
    words.text(match kind {
        ExperienceKind::Employment | ExperienceKind::Other => return String::new(),
        ExperienceKind::Seasonal => Key::CvKindSeasonal,
        ExperienceKind::Agency => Key::CvKindAgency,
        ExperienceKind::Apprenticeship => Key::CvKindApprenticeship,
        ExperienceKind::Traineeship => Key::CvKindTraineeship,
        ExperienceKind::SelfEmployed => Key::CvKindSelfEmployed,
        ExperienceKind::Volunteering => Key::CvKindVolunteering,
        ExperienceKind::CivilService => Key::CvKindCivilService,
        ExperienceKind::FamilyCare => Key::CvKindFamilyCare,
    })
}

/// The name of a group of skills.
pub(super) fn skill_kind(words: &Words, kind: SkillKind) -> String {
    words.text(match kind {
        SkillKind::Technical => Key::CvSkillsTechnical,
        SkillKind::Personal => Key::CvSkillsPersonal,
    })
}

/// An area of digital skills.
pub(super) fn digital_area(words: &Words, area: DigitalField) -> String {
    words.text(match area {
        DigitalField::Information => Key::CvDigitalInformation,
        DigitalField::Communication => Key::CvDigitalCommunication,
        DigitalField::Content => Key::CvDigitalContent,
        DigitalField::Safety => Key::CvDigitalSafety,
        DigitalField::ProblemSolving => Key::CvDigitalProblemSolving,
        DigitalField::Tools => return String::new(),
    })
}

/// A level of digital skill.
pub(super) fn digital_level(words: &Words, level: DigitalLevel) -> String {
    words.text(match level {
        DigitalLevel::Foundation => Key::CvDigitalFoundation,
        DigitalLevel::Intermediate => Key::CvDigitalIntermediate,
        DigitalLevel::Advanced => Key::CvDigitalAdvanced,
        DigitalLevel::HighlySpecialised => Key::CvDigitalHighlySpecialised,
    })
}

/// A kind of permit to stay.
pub(super) fn permit_kind(words: &Words, kind: PermitKind) -> String {
    words.text(match kind {
        PermitKind::UnionCitizen => Key::CvPermitUnionCitizen,
        PermitKind::UnionFamily => Key::CvPermitUnionFamily,
        PermitKind::LongTerm => Key::CvPermitLongTerm,
        PermitKind::Work => Key::CvPermitWork,
        PermitKind::WaitingForWork => Key::CvPermitWaitingForWork,
        PermitKind::Family => Key::CvPermitFamily,
        PermitKind::Study => Key::CvPermitStudy,
        PermitKind::International => Key::CvPermitInternationalProtection,
        PermitKind::Special => Key::CvPermitSpecialProtection,
        PermitKind::AsylumRequest => Key::CvPermitAsylumRequest,
        PermitKind::Other => Key::CvPermitOther,
    })
}
