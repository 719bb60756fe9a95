//! What each kind of entry says where: experiences, schools, certificates, publications, references.

use super::contacts::Contact;
use super::entries::Entry;
use super::situation::filled;
use crate::dates::{date_text, period_text};
use crate::labels::Labels;
use approdo_domain::{
    Certificate, CertificateField, CvPlace, Education, EducationField, Experience, ExperienceField,
    Publication, PublicationField, Reference, ReferenceField,
};

/// An experience, with its kind beside the employer; plain employment needs no word.
pub(super) fn experience<'cv>(experience: &'cv Experience, labels: &Labels) -> Entry<'cv> {
    let kind = experience.experience_kind();
    let kind = kind.map_or("", |kind| labels.entries.experience_kind(kind));
    Entry {
        title: &experience.role,
        organisation: &experience.employer,
        place: &experience.place,
        details: vec![kind.to_owned()],
        period: period_text(
            &experience.start,
            &experience.end,
            experience.current,
            labels,
        ),
        description: &experience.description,
        ..Entry::empty(
            [
                ExperienceField::Role,
                ExperienceField::Employer,
                ExperienceField::Place,
                ExperienceField::Start,
                ExperienceField::Description,
            ]
            .map(|field| CvPlace::Experience(experience.id, field)),
        )
    }
}

/// A school or course, with the level of its qualification and who recognised it.
pub(super) fn education<'cv>(education: &'cv Education, labels: &Labels) -> Entry<'cv> {
    let level = education.qualification_level();
    let level = level.map_or("", |level| labels.entries.qualification_level(level));
    let recognition = filled(
        &labels.entries.recognition,
        "{text}",
        &education.recognition,
    );
    Entry {
        title: &education.qualification,
        organisation: &education.school,
        place: &education.place,
        details: vec![level.to_owned(), recognition],
        period: period_text(&education.start, &education.end, education.current, labels),
        description: &education.description,
        ..Entry::empty(
            [
                EducationField::Qualification,
                EducationField::School,
                EducationField::Place,
                EducationField::Start,
                EducationField::Description,
            ]
            .map(|field| CvPlace::Education(education.id, field)),
        )
    }
}

/// A certificate, with what an employer checks: issuer, number, until when it is valid.
pub(super) fn certificate<'cv>(certificate: &'cv Certificate, labels: &Labels) -> Entry<'cv> {
    let words = &labels.entries;
    let until = date_text(&certificate.expires, labels);
    Entry {
        title: &certificate.name,
        organisation: &certificate.issuer,
        details: vec![
            filled(&words.certificate_number, "{number}", &certificate.number),
            filled(&words.valid_until, "{date}", &until),
        ],
        period: date_text(&certificate.issued, labels),
        ..Entry::empty(
            [
                CertificateField::Name,
                CertificateField::Issuer,
                CertificateField::Number,
                CertificateField::Issued,
                CertificateField::Name,
            ]
            .map(|field| CvPlace::Certificate(certificate.id, field)),
        )
    }
}

/// A publication, with a link to where it can be read.
pub(super) fn publication<'cv>(publication: &'cv Publication, labels: &Labels) -> Entry<'cv> {
    Entry {
        title: &publication.title,
        organisation: &publication.publisher,
        period: date_text(&publication.date, labels),
        contacts: vec![Contact::website(
            &publication.link,
            labels,
            CvPlace::Publication(publication.id, PublicationField::Link),
        )],
        description: &publication.description,
        ..Entry::empty(
            [
                PublicationField::Title,
                PublicationField::Publisher,
                PublicationField::Title,
                PublicationField::Date,
                PublicationField::Description,
            ]
            .map(|field| CvPlace::Publication(publication.id, field)),
        )
    }
}

/// A person who can say something, and how to reach them.
pub(super) fn reference<'cv>(reference: &'cv Reference, labels: &Labels) -> Entry<'cv> {
    Entry {
        title: &reference.name,
        organisation: &reference.role,
        place: &reference.organisation,
        contacts: vec![
            Contact::phone(
                &reference.phone,
                "",
                labels,
                CvPlace::Reference(reference.id, ReferenceField::Phone),
            ),
            Contact::email(
                &reference.email,
                labels,
                CvPlace::Reference(reference.id, ReferenceField::Email),
            ),
        ],
        ..Entry::empty(
            [
                ReferenceField::Name,
                ReferenceField::Role,
                ReferenceField::Organisation,
                ReferenceField::Name,
                ReferenceField::Name,
            ]
            .map(|field| CvPlace::Reference(reference.id, field)),
        )
    }
}
