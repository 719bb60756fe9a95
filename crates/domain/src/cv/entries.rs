//! The entries of a CV's lists. Languages, whose levels need more, are in `language`.

use crate::fields::entry;
use crate::{ExperienceKind, QualificationLevel, SkillKind};

entry! {
    /// A telephone number beside the first.
    struct Phone,
    /// The fields of a telephone number.
    enum PhoneField {
        /// The number.
        number: Number => Line,
        /// What it is for or whose it is, such as `WhatsApp`.
        note: Note => Line,
    }
}

entry! {
    /// One experience: work, traineeship, volunteering, care of the family.
    struct Experience,
    /// The fields of one experience.
    enum ExperienceField {
        /// The job's name.
        role: Role => Line,
        /// What sort of experience it is: the code of an [`ExperienceKind`].
        kind: Kind => Choice,
        /// Company, family, association.
        employer: Employer => Line,
        /// Town or country.
        place: Place => Line,
        /// Beginning.
        start: Start => Date,
        /// End; not meaningful while `current`.
        end: End => Date,
        /// Whether it goes on today.
        current: Current => Flag,
        /// Tasks and results, one a line.
        description: Description => Paragraphs,
    }
}

entry! {
    /// One school or course.
    struct Education,
    /// The fields of one school or course.
    enum EducationField {
        /// Qualification or course.
        qualification: Qualification => Line,
        /// How high the qualification is: the code of a [`QualificationLevel`].
        level: Level => Choice,
        /// School, university, training body.
        school: School => Line,
        /// Town or country.
        place: Place => Line,
        /// Beginning.
        start: Start => Date,
        /// End; not meaningful while `current`.
        end: End => Date,
        /// Whether it goes on today.
        current: Current => Flag,
        /// By whom a foreign title was recognised, such as a declaration of value or CIMEA.
        recognition: Recognition => Line,
        /// Subjects, mark, thesis.
        description: Description => Paragraphs,
    }
}

entry! {
    /// One skill.
    struct Skill,
    /// The fields of one skill.
    enum SkillField {
        /// The skill in the person's words.
        name: Name => Line,
        /// Whether it is a skill of a trade or of dealing with people: the code of a [`SkillKind`].
        kind: Kind => Choice,
    }
}

entry! {
    /// A certificate or a licence to work, such as a forklift licence.
    struct Certificate,
    /// The fields of a certificate.
    enum CertificateField {
        /// What it is.
        name: Name => Line,
        /// Who issued it.
        issuer: Issuer => Line,
        /// When it was issued.
        issued: Issued => Date,
        /// Until when it is valid.
        expires: Expires => Date,
        /// Its number.
        number: Number => Line,
    }
}

entry! {
    /// Somebody who can say something about the person.
    struct Reference,
    /// The fields of a reference.
    enum ReferenceField {
        /// Their name.
        name: Name => Line,
        /// What they were to the person, such as `responsabile di turno`.
        role: Role => Line,
        /// Company, school, association.
        organisation: Organisation => Line,
        /// Their telephone number.
        phone: Phone => Line,
        /// Their e-mail address.
        email: Email => Line,
    }
}

entry! {
    /// A publication, a patent, a work.
    struct Publication,
    /// The fields of a publication.
    enum PublicationField {
        /// Its title.
        title: Title => Line,
        /// Journal, publisher, place of an exhibition.
        publisher: Publisher => Line,
        /// When it came out.
        date: Date => Date,
        /// Where it can be read or seen.
        link: Link => Line,
        /// More about it.
        description: Description => Paragraphs,
    }
}

entry! {
    /// A section that the person named.
    struct OwnSection,
    /// The fields of an own section.
    enum OwnSectionField {
        /// Its heading.
        title: Title => Line,
        /// What stands in it; one thing a line.
        text: Text => Paragraphs,
    }
}

impl Experience {
    /// Returns what sort of experience it is, if that was said and is known here.
    pub fn experience_kind(&self) -> Option<ExperienceKind> {
        ExperienceKind::from_code(&self.kind)
    }
}

impl Education {
    /// Returns how high the qualification is, if that was said and is known here.
    pub fn qualification_level(&self) -> Option<QualificationLevel> {
        QualificationLevel::from_code(&self.level)
    }
}

impl Skill {
    /// Returns what sort of skill it is, if that was said and is known here.
    pub fn skill_kind(&self) -> Option<SkillKind> {
        SkillKind::from_code(&self.kind)
    }
}
