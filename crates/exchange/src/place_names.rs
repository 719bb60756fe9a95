//! The names of a CV's places in files. A name never changes its meaning; a new field needs a new name.

use approdo_domain::{
    AvailabilityField, CefrSkill, CertificateField, CvPlace, DigitalField, EducationField,
    ExperienceField, Heading, HeadingField, LanguageField, OwnSectionField, PageLookField,
    PermitField, PersonalField, PhoneField, PublicationField, ReferenceField, Section, SkillField,
};

/// Under this name stand the driving categories held.
pub(crate) const CATEGORIES: &str = "categories";

/// Under this name stand the headings that the person changed.
pub(crate) const HEADINGS: &str = "headings";

/// Returns the name of a list.
pub(crate) fn section_name(section: Section) -> &'static str {
    match section {
        Section::Phones => "phones",
        Section::Experience => "experience",
        Section::Education => "education",
        Section::Languages => "languages",
        Section::Skills => "skills",
        Section::Certificates => "certificates",
        Section::Publications => "publications",
        Section::References => "references",
        Section::OwnSections => "own_sections",
    }
}

/// Returns the name of the part that a place belongs to, if it is in a part that is there once.
pub(crate) fn part_name(place: CvPlace) -> Option<&'static str> {
    match place {
        CvPlace::Personal(_) => Some("personal"),
        CvPlace::Digital(_) => Some("digital"),
        CvPlace::Driving(_) | CvPlace::OwnCar => Some("driving"),
        CvPlace::Availability(_) => Some("availability"),
        CvPlace::Permit(_) => Some("permit"),
        _ => None,
    }
}

/// Returns the name of a heading; own ones are named by their place in their list.
pub(crate) fn heading_name(heading: Heading) -> Option<&'static str> {
    Some(match heading {
        Heading::Profile => "profile",
        Heading::Experience => "experience",
        Heading::Education => "education",
        Heading::Languages => "languages",
        Heading::Digital => "digital",
        Heading::Skills => "skills",
        Heading::Certificates => "certificates",
        Heading::Driving => "driving",
        Heading::Availability => "availability",
        Heading::Permit => "permit",
        Heading::Hobbies => "hobbies",
        Heading::Publications => "publications",
        Heading::References => "references",
        Heading::Own(_) => return None,
    })
}

/// Returns the name of a place within its part or entry.
pub(crate) fn field_name(place: CvPlace) -> &'static str {
    match place {
        CvPlace::Title => "title",
        CvPlace::Photo => "photo",
        CvPlace::Profile => "profile",
        CvPlace::Hobbies => "hobbies",
        CvPlace::PrivacySentence => "privacy_sentence",
        CvPlace::Driving(category) => category.code(),
        CvPlace::OwnCar => "own_car",
        CvPlace::EntryHidden(..) | CvPlace::Heading(_, HeadingField::Hidden) => "hidden",
        CvPlace::Heading(_, HeadingField::Name) => "name",
        CvPlace::Personal(field) => personal(field),
        CvPlace::Digital(field) => digital(field),
        CvPlace::Availability(field) => availability(field),
        CvPlace::Look(PageLookField::Template) => "template",
        CvPlace::Look(PageLookField::Accent) => "accent",
        CvPlace::Look(PageLookField::Typeface) => "typeface",
        CvPlace::Look(PageLookField::Spacing) => "spacing",
        CvPlace::Look(PageLookField::OnePage) => "one_page",
        CvPlace::Look(PageLookField::Language) => "language",
        CvPlace::Permit(PermitField::Kind) => "kind",
        CvPlace::Permit(PermitField::Expires) => "expires",
        CvPlace::Permit(PermitField::WorkAllowed) => "work_allowed",
        CvPlace::Experience(_, field) => experience(field),
        CvPlace::Education(_, field) => education(field),
        CvPlace::Language(_, field) => language(field),
        CvPlace::Phone(_, PhoneField::Number) => "number",
        CvPlace::Phone(_, PhoneField::Note) => "note",
        CvPlace::Skill(_, SkillField::Name) => "name",
        CvPlace::Skill(_, SkillField::Kind) => "kind",
        CvPlace::Certificate(_, field) => certificate(field),
        CvPlace::Publication(_, field) => publication(field),
        CvPlace::Reference(_, field) => reference(field),
        CvPlace::OwnSection(_, OwnSectionField::Title) => "title",
        CvPlace::OwnSection(_, OwnSectionField::Text) => "text",
    }
}

fn personal(field: PersonalField) -> &'static str {
    match field {
        PersonalField::GivenName => "given_name",
        PersonalField::FamilyName => "family_name",
        PersonalField::Headline => "headline",
        PersonalField::Phone => "phone",
        PersonalField::Email => "email",
        PersonalField::City => "city",
        PersonalField::Address => "address",
        PersonalField::PostalCode => "postal_code",
        PersonalField::DomicileCity => "domicile_city",
        PersonalField::DomicileAddress => "domicile_address",
        PersonalField::BirthDate => "birth_date",
        PersonalField::Nationality => "nationality",
        PersonalField::TaxCode => "tax_code",
        PersonalField::Website => "website",
        PersonalField::ProtectedCategory => "protected_category",
    }
}

fn digital(field: DigitalField) -> &'static str {
    match field {
        DigitalField::Information => "information",
        DigitalField::Communication => "communication",
        DigitalField::Content => "content",
        DigitalField::Safety => "safety",
        DigitalField::ProblemSolving => "problem_solving",
        DigitalField::Tools => "tools",
    }
}

fn availability(field: AvailabilityField) -> &'static str {
    match field {
        AvailabilityField::Immediate => "immediate",
        AvailabilityField::From => "from",
        AvailabilityField::FullTime => "full_time",
        AvailabilityField::PartTime => "part_time",
        AvailabilityField::Shifts => "shifts",
        AvailabilityField::Nights => "nights",
        AvailabilityField::Weekends => "weekends",
        AvailabilityField::RadiusKm => "radius_km",
        AvailabilityField::Travel => "travel",
        AvailabilityField::Relocation => "relocation",
        AvailabilityField::Note => "note",
    }
}

fn experience(field: ExperienceField) -> &'static str {
    match field {
        ExperienceField::Role => "role",
        ExperienceField::Kind => "kind",
        ExperienceField::Employer => "employer",
        ExperienceField::Place => "place",
        ExperienceField::Start => "start",
        ExperienceField::End => "end",
        ExperienceField::Current => "current",
        ExperienceField::Description => "description",
    }
}

fn education(field: EducationField) -> &'static str {
    match field {
        EducationField::Qualification => "qualification",
        EducationField::Level => "level",
        EducationField::School => "school",
        EducationField::Place => "place",
        EducationField::Start => "start",
        EducationField::End => "end",
        EducationField::Current => "current",
        EducationField::Recognition => "recognition",
        EducationField::Description => "description",
    }
}

fn language(field: LanguageField) -> &'static str {
    match field {
        LanguageField::Name => "name",
        LanguageField::Native => "native",
        LanguageField::Certificate => "certificate",
        LanguageField::Level(CefrSkill::Listening) => "listening",
        LanguageField::Level(CefrSkill::Reading) => "reading",
        LanguageField::Level(CefrSkill::SpokenInteraction) => "spoken_interaction",
        LanguageField::Level(CefrSkill::SpokenProduction) => "spoken_production",
        LanguageField::Level(CefrSkill::Writing) => "writing",
    }
}

fn certificate(field: CertificateField) -> &'static str {
    match field {
        CertificateField::Name => "name",
        CertificateField::Issuer => "issuer",
        CertificateField::Issued => "issued",
        CertificateField::Expires => "expires",
        CertificateField::Number => "number",
    }
}

fn publication(field: PublicationField) -> &'static str {
    match field {
        PublicationField::Title => "title",
        PublicationField::Publisher => "publisher",
        PublicationField::Date => "date",
        PublicationField::Link => "link",
        PublicationField::Description => "description",
    }
}

fn reference(field: ReferenceField) -> &'static str {
    match field {
        ReferenceField::Name => "name",
        ReferenceField::Role => "role",
        ReferenceField::Organisation => "organisation",
        ReferenceField::Phone => "phone",
        ReferenceField::Email => "email",
    }
}
