//! The numbers that the fields of a letter have in paths. Each is given out once, for ever: a new field
//! takes a new number, and a number never changes its type or meaning. How they make paths is in
//! `letter_paths`.

use approdo_domain::letter::{AddresseeField, AnswersField, LetterField, SenderField, WantedField};

pub(crate) fn sender(field: SenderField) -> u8 {
    match field {
        SenderField::Name => 0x10,
        SenderField::Address => 0x11,
        SenderField::PostalCode => 0x12,
        SenderField::City => 0x13,
        SenderField::Phone => 0x14,
        SenderField::Email => 0x15,
    }
}

pub(crate) fn addressee(field: AddresseeField) -> u8 {
    match field {
        AddresseeField::Company => 0x10,
        AddresseeField::Person => 0x11,
        AddresseeField::Function => 0x12,
        AddresseeField::Form => 0x13,
        AddresseeField::Address => 0x14,
        AddresseeField::PostalCode => 0x15,
        AddresseeField::City => 0x16,
        AddresseeField::Email => 0x17,
    }
}

pub(crate) fn wanted(field: WantedField) -> u8 {
    match field {
        WantedField::Role => 0x10,
        WantedField::Source => 0x11,
        WantedField::Reference => 0x12,
    }
}

pub(crate) fn answer(field: AnswersField) -> u8 {
    match field {
        AnswersField::Reason => 0x10,
        AnswersField::Skill => 0x11,
        AnswersField::SecondSkill => 0x12,
        AnswersField::Availability => 0x13,
    }
}

pub(crate) fn text(field: LetterField) -> u8 {
    match field {
        LetterField::Place => 0x10,
        LetterField::Date => 0x11,
        LetterField::Subject => 0x12,
        LetterField::Salutation => 0x13,
        LetterField::Opening => 0x14,
        LetterField::WhyMe => 0x15,
        LetterField::WhyYou => 0x16,
        LetterField::Closing => 0x17,
        LetterField::Signature => 0x18,
        LetterField::Enclosures => 0x19,
    }
}
