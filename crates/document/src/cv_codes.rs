//! The numbers that the fields of a CV have in paths. Each is given out once, for ever: a new field
//! takes a new number, and a number never changes its type or meaning. How they make paths is in
//! `cv_paths`.

use approdo_domain::{
    AvailabilityField, CefrSkill, CertificateField, DigitalField, DrivingCategory, EducationField,
    ExperienceField, Heading, HeadingField, ItemId, LanguageField, OwnSectionField, PageLookField,
    PermitField, PersonalField, PhoneField, PublicationField, ReferenceField, Section, SkillField,
};

/// The flag of an entry that is kept but left out.
pub(crate) const ENTRY_HIDDEN: u8 = 0x03;

/// Returns the number of a list.
pub(crate) fn list(section: Section) -> u8 {
    match section {
        Section::Experience => 0x20,
        Section::Education => 0x21,
        Section::Languages => 0x22,
        Section::Skills => 0x23,
        Section::Phones => 0x24,
        Section::Certificates => 0x25,
        Section::Publications => 0x26,
        Section::References => 0x27,
        Section::OwnSections => 0x28,
    }
}

/// Returns the item by which a heading stands in the list of headings. Own sections stand there by
/// their own id, which is drawn at random and so never one of the small numbers.
pub(crate) fn heading_item(heading: Heading) -> ItemId {
    match heading {
        Heading::Profile => ItemId(1),
        Heading::Experience => ItemId(2),
        Heading::Education => ItemId(3),
        Heading::Languages => ItemId(4),
        Heading::Digital => ItemId(5),
        Heading::Skills => ItemId(6),
        Heading::Certificates => ItemId(7),
        Heading::Driving => ItemId(8),
        Heading::Availability => ItemId(9),
        Heading::Permit => ItemId(10),
        Heading::Hobbies => ItemId(11),
        Heading::Publications => ItemId(12),
        Heading::References => ItemId(13),
        Heading::Own(item) => item,
    }
}

/// Returns where a heading stands that nobody moved: the bytes of a fractional index. Between any two
/// there is room for headings to come.
pub(crate) fn usual_place(heading: Heading) -> Vec<u8> {
    let first: u8 = match heading {
        Heading::Profile => 0x10,
        Heading::Experience => 0x18,
        Heading::Education => 0x20,
        Heading::Languages => 0x28,
        Heading::Digital => 0x30,
        Heading::Skills => 0x38,
        Heading::Certificates => 0x40,
        Heading::Driving => 0x48,
        Heading::Availability => 0x50,
        Heading::Permit => 0x58,
        Heading::Hobbies => 0x60,
        Heading::Publications => 0x68,
        Heading::References => 0x70,
        Heading::Own(_) => 0xc0,
    };
    // The last byte of every fractional index.
    vec![first, 0x80]
}

pub(crate) fn heading(field: HeadingField) -> u8 {
    match field {
        HeadingField::Name => 0x10,
        HeadingField::Hidden => 0x11,
    }
}

pub(crate) fn personal(field: PersonalField) -> u8 {
    match field {
        PersonalField::GivenName => 0x10,
        PersonalField::FamilyName => 0x11,
        PersonalField::Headline => 0x12,
        PersonalField::Email => 0x13,
        PersonalField::Phone => 0x14,
        PersonalField::Address => 0x15,
        PersonalField::City => 0x16,
        PersonalField::BirthDate => 0x17,
        PersonalField::Website => 0x18,
        PersonalField::PostalCode => 0x19,
        PersonalField::DomicileCity => 0x1a,
        PersonalField::DomicileAddress => 0x1b,
        PersonalField::Nationality => 0x1c,
        PersonalField::TaxCode => 0x1d,
        PersonalField::ProtectedCategory => 0x1e,
    }
}

pub(crate) fn digital(field: DigitalField) -> u8 {
    match field {
        DigitalField::Information => 0x10,
        DigitalField::Communication => 0x11,
        DigitalField::Content => 0x12,
        DigitalField::Safety => 0x13,
        DigitalField::ProblemSolving => 0x14,
        DigitalField::Tools => 0x15,
    }
}

pub(crate) fn availability(field: AvailabilityField) -> u8 {
    match field {
        AvailabilityField::Immediate => 0x10,
        AvailabilityField::From => 0x11,
        AvailabilityField::FullTime => 0x12,
        AvailabilityField::PartTime => 0x13,
        AvailabilityField::Shifts => 0x14,
        AvailabilityField::Nights => 0x15,
        AvailabilityField::Weekends => 0x16,
        AvailabilityField::RadiusKm => 0x17,
        AvailabilityField::Travel => 0x18,
        AvailabilityField::Relocation => 0x19,
        AvailabilityField::Note => 0x1a,
    }
}

pub(crate) fn look(field: PageLookField) -> u8 {
    match field {
        PageLookField::Template => 0x10,
        PageLookField::Accent => 0x11,
        PageLookField::Spacing => 0x12,
        PageLookField::OnePage => 0x13,
        PageLookField::Language => 0x14,
        PageLookField::Typeface => 0x15,
    }
}

pub(crate) fn permit(field: PermitField) -> u8 {
    match field {
        PermitField::Kind => 0x10,
        PermitField::Expires => 0x11,
        PermitField::WorkAllowed => 0x12,
    }
}

pub(crate) fn phone(field: PhoneField) -> u8 {
    match field {
        PhoneField::Number => 0x10,
        PhoneField::Note => 0x11,
    }
}

pub(crate) fn experience(field: ExperienceField) -> u8 {
    match field {
        ExperienceField::Role => 0x10,
        ExperienceField::Employer => 0x11,
        ExperienceField::Place => 0x12,
        ExperienceField::Start => 0x13,
        ExperienceField::End => 0x14,
        ExperienceField::Current => 0x15,
        ExperienceField::Description => 0x16,
        ExperienceField::Kind => 0x17,
    }
}

pub(crate) fn education(field: EducationField) -> u8 {
    match field {
        EducationField::Qualification => 0x10,
        EducationField::School => 0x11,
        EducationField::Place => 0x12,
        EducationField::Start => 0x13,
        EducationField::End => 0x14,
        EducationField::Current => 0x15,
        EducationField::Description => 0x16,
        EducationField::Level => 0x17,
        EducationField::Recognition => 0x18,
    }
}

pub(crate) fn language(field: LanguageField) -> u8 {
    match field {
        LanguageField::Name => 0x10,
        LanguageField::Native => 0x11,
        LanguageField::Certificate => 0x12,
        LanguageField::Level(CefrSkill::Listening) => 0x20,
        LanguageField::Level(CefrSkill::Reading) => 0x21,
        LanguageField::Level(CefrSkill::SpokenInteraction) => 0x22,
        LanguageField::Level(CefrSkill::SpokenProduction) => 0x23,
        LanguageField::Level(CefrSkill::Writing) => 0x24,
    }
}

pub(crate) fn skill(field: SkillField) -> u8 {
    match field {
        SkillField::Name => 0x10,
        SkillField::Kind => 0x11,
    }
}

pub(crate) fn certificate(field: CertificateField) -> u8 {
    match field {
        CertificateField::Name => 0x10,
        CertificateField::Issuer => 0x11,
        CertificateField::Issued => 0x12,
        CertificateField::Expires => 0x13,
        CertificateField::Number => 0x14,
    }
}

pub(crate) fn publication(field: PublicationField) -> u8 {
    match field {
        PublicationField::Title => 0x10,
        PublicationField::Publisher => 0x11,
        PublicationField::Date => 0x12,
        PublicationField::Link => 0x13,
        PublicationField::Description => 0x14,
    }
}

pub(crate) fn reference(field: ReferenceField) -> u8 {
    match field {
        ReferenceField::Name => 0x10,
        ReferenceField::Role => 0x11,
        ReferenceField::Organisation => 0x12,
        ReferenceField::Phone => 0x13,
        ReferenceField::Email => 0x14,
    }
}

pub(crate) fn own_section(field: OwnSectionField) -> u8 {
    match field {
        OwnSectionField::Title => 0x10,
        OwnSectionField::Text => 0x11,
    }
}

pub(crate) fn driving(category: DrivingCategory) -> u8 {
    match category {
        DrivingCategory::Am => 0x10,
        DrivingCategory::A1 => 0x11,
        DrivingCategory::A2 => 0x12,
        DrivingCategory::A => 0x13,
        DrivingCategory::B1 => 0x14,
        DrivingCategory::B => 0x15,
        DrivingCategory::Be => 0x16,
        DrivingCategory::C1 => 0x17,
        DrivingCategory::C1e => 0x18,
        DrivingCategory::C => 0x19,
        DrivingCategory::Ce => 0x1a,
        DrivingCategory::D1 => 0x1b,
        DrivingCategory::D1e => 0x1c,
        DrivingCategory::D => 0x1d,
        DrivingCategory::De => 0x1e,
        DrivingCategory::CqcGoods => 0x1f,
        DrivingCategory::CqcPassengers => 0x20,
        DrivingCategory::Adr => 0x21,
    }
}
