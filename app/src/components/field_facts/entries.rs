//! The fields of the entries of lists.

use super::{FieldFacts, plain};
use crate::i18n::Key;
use approdo_domain::{
    CefrSkill, CertificateField, EducationField, ExperienceField, LanguageField, OwnSectionField,
    PhoneField, PublicationField, ReferenceField, SkillField,
};

pub(super) fn experience(field: ExperienceField) -> FieldFacts {
    let named = |name, label| plain("experience", name, label);
    match field {
        ExperienceField::Role => named("role", Key::FieldRole).hint(Key::FieldRoleHint),
        ExperienceField::Kind => named("kind", Key::FieldExperienceKind),
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

pub(super) fn education(field: EducationField) -> FieldFacts {
    let named = |name, label| plain("education", name, label);
    match field {
        EducationField::Qualification => named("qualification", Key::FieldQualification),
        EducationField::Level => named("level", Key::FieldQualificationLevel),
        EducationField::Recognition => {
            named("recognition", Key::FieldRecognition).hint(Key::FieldRecognitionHint)
        }
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

pub(super) fn language(field: LanguageField) -> FieldFacts {
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

pub(super) fn skill(field: SkillField) -> FieldFacts {
    let named = |name, label| plain("skill", name, label);
    match field {
        SkillField::Name => named("name", Key::FieldSkill).hint(Key::FieldSkillHint),
        SkillField::Kind => named("kind", Key::FieldSkillKind),
    }
}

pub(super) fn phone(field: PhoneField) -> FieldFacts {
    let named = |name, label| plain("phone", name, label);
    match field {
        PhoneField::Number => named("number", Key::FieldPhoneNumber)
            .keyboard("tel")
            .autofill("tel"),
        PhoneField::Note => named("note", Key::FieldPhoneNote).hint(Key::FieldPhoneNoteHint),
    }
}

pub(super) fn certificate(field: CertificateField) -> FieldFacts {
    let named = |name, label| plain("certificate", name, label);
    match field {
        CertificateField::Name => {
            named("name", Key::FieldCertificateName).hint(Key::FieldCertificateNameHint)
        }
        CertificateField::Issuer => named("issuer", Key::FieldCertificateIssuer),
        CertificateField::Issued => named("issued", Key::FieldCertificateIssued).date(),
        CertificateField::Expires => named("expires", Key::FieldCertificateExpires).date(),
        CertificateField::Number => named("number", Key::FieldCertificateNumber),
    }
}

pub(super) fn publication(field: PublicationField) -> FieldFacts {
    let named = |name, label| plain("publication", name, label);
    match field {
        PublicationField::Title => named("title", Key::FieldPublicationTitle),
        PublicationField::Publisher => named("publisher", Key::FieldPublicationPublisher),
        PublicationField::Date => named("date", Key::FieldPublicationDate).date(),
        PublicationField::Link => named("link", Key::FieldPublicationLink).keyboard("url"),
        PublicationField::Description => {
            named("description", Key::FieldPublicationDescription).paragraphs()
        }
    }
}

pub(super) fn reference(field: ReferenceField) -> FieldFacts {
    let named = |name, label| plain("reference", name, label);
    match field {
        ReferenceField::Name => named("name", Key::FieldReferenceName),
        ReferenceField::Role => {
            named("role", Key::FieldReferenceRole).hint(Key::FieldReferenceRoleHint)
        }
        ReferenceField::Organisation => named("organisation", Key::FieldReferenceOrganisation),
        ReferenceField::Phone => named("phone", Key::FieldPhone).keyboard("tel"),
        ReferenceField::Email => named("email", Key::FieldEmail).keyboard("email"),
    }
}

pub(super) fn own_section(field: OwnSectionField) -> FieldFacts {
    let named = |name, label| plain("own-section", name, label);
    match field {
        OwnSectionField::Title => named("title", Key::FieldOwnTitle),
        OwnSectionField::Text => named("text", Key::FieldOwnText)
            .hint(Key::FieldOwnTextHint)
            .paragraphs(),
    }
}
