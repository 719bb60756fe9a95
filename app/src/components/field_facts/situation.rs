//! The fields that are there once: personal data, digital skills, availability, permit.

use super::{FieldFacts, plain};
use crate::i18n::Key;
use approdo_domain::{AvailabilityField, DigitalField, PageLookField, PermitField, PersonalField};

pub(super) fn personal(field: PersonalField) -> FieldFacts {
    let named = |name, label| plain("personal", name, label);
    match field {
        PersonalField::GivenName => named("given-name", Key::FieldGivenName).autofill("given-name"),
        PersonalField::FamilyName => {
            named("family-name", Key::FieldFamilyName).autofill("family-name")
        }
        PersonalField::Headline => {
            named("headline", Key::FieldHeadline).hint(Key::FieldHeadlineHint)
        }
        PersonalField::Email => named("email", Key::FieldEmail)
            .keyboard("email")
            .autofill("email"),
        PersonalField::Phone => named("phone", Key::FieldPhone)
            .keyboard("tel")
            .autofill("tel"),
        PersonalField::Address => named("address", Key::FieldAddress).autofill("street-address"),
        PersonalField::City => named("city", Key::FieldCity)
            .hint(Key::FieldCityHint)
            .autofill("address-level2"),
        PersonalField::BirthDate => named("birth-date", Key::FieldBirthDate)
            .hint(Key::FieldBirthDateHint)
            .autofill("bday"),
        PersonalField::Website => named("website", Key::FieldWebsite)
            .keyboard("url")
            .autofill("url"),
        PersonalField::PostalCode => named("postal-code", Key::FieldPostalCode)
            .keyboard("text")
            .autofill("postal-code"),
        PersonalField::DomicileCity => {
            named("domicile-city", Key::FieldDomicileCity).hint(Key::FieldDomicileHint)
        }
        PersonalField::DomicileAddress => named("domicile-address", Key::FieldDomicileAddress),
        PersonalField::Nationality => {
            named("nationality", Key::FieldNationality).hint(Key::FieldSensitiveHint)
        }
        PersonalField::TaxCode => named("tax-code", Key::FieldTaxCode).hint(Key::FieldTaxCodeHint),
        PersonalField::ProtectedCategory => {
            named("protected-category", Key::FieldProtectedCategory)
        }
    }
}

pub(super) fn digital(field: DigitalField) -> FieldFacts {
    let named = |name, label| plain("digital", name, label);
    match field {
        DigitalField::Information => named("information", Key::FieldDigitalInformation),
        DigitalField::Communication => named("communication", Key::FieldDigitalCommunication),
        DigitalField::Content => named("content", Key::FieldDigitalContent),
        DigitalField::Safety => named("safety", Key::FieldDigitalSafety),
        DigitalField::ProblemSolving => named("problem-solving", Key::FieldDigitalProblemSolving),
        DigitalField::Tools => named("tools", Key::FieldDigitalTools)
            .hint(Key::FieldDigitalToolsHint)
            .paragraphs(),
    }
}

pub(super) fn availability(field: AvailabilityField) -> FieldFacts {
    let named = |name, label| plain("availability", name, label);
    match field {
        AvailabilityField::Immediate => named("immediate", Key::FieldImmediate),
        AvailabilityField::From => named("from", Key::FieldAvailableFrom),
        AvailabilityField::FullTime => named("full-time", Key::FieldFullTime),
        AvailabilityField::PartTime => named("part-time", Key::FieldPartTime),
        AvailabilityField::Shifts => named("shifts", Key::FieldShifts),
        AvailabilityField::Nights => named("nights", Key::FieldNights),
        AvailabilityField::Weekends => named("weekends", Key::FieldWeekends),
        AvailabilityField::RadiusKm => named("radius", Key::FieldRadius)
            .hint(Key::FieldRadiusHint)
            .keyboard("numeric"),
        AvailabilityField::Travel => named("travel", Key::FieldTravel),
        AvailabilityField::Relocation => named("relocation", Key::FieldRelocation),
        AvailabilityField::Note => named("note", Key::FieldAvailabilityNote),
    }
}

pub(super) fn permit(field: PermitField) -> FieldFacts {
    let named = |name, label| plain("permit", name, label);
    match field {
        PermitField::Kind => named("kind", Key::FieldPermitKind),
        PermitField::Expires => named("expires", Key::FieldPermitExpires).date(),
        PermitField::WorkAllowed => named("work-allowed", Key::FieldWorkAllowed),
    }
}

pub(super) fn look(field: PageLookField) -> FieldFacts {
    let named = |name, label| plain("look", name, label);
    match field {
        PageLookField::Template => named("template", Key::LookTemplate),
        PageLookField::Accent => named("accent", Key::LookAccent),
        PageLookField::Typeface => named("typeface", Key::LookTypeface),
        PageLookField::Spacing => named("spacing", Key::LookSpacing),
        PageLookField::OnePage => named("one-page", Key::LookOnePage),
        PageLookField::Language => named("language", Key::LookLanguage),
    }
}
