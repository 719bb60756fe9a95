//! What is said about a field that is marked: what is wrong and what to do.

use crate::i18n::{Key, format, text};
use approdo_domain::{PartialDateError, Reason, TaxCodeError};

/// Returns the words for a reason.
pub fn finding_text(reason: Reason) -> String {
    match reason {
        Reason::TooLong { length, limit } => format(
            Key::FindTooLong,
            &[
                ("length", &length.to_string()),
                ("limit", &limit.to_string()),
            ],
        ),
        Reason::EndsBeforeStart => text(Key::DateEndsBeforeStart),
        Reason::EmailForm => text(Key::FindEmail),
        Reason::PhoneForm => text(Key::FindPhone),
        Reason::TaxCode(TaxCodeError::Form) => text(Key::FindTaxCodeForm),
        Reason::TaxCode(TaxCodeError::CheckCharacter) => text(Key::FindTaxCodeCheck),
        Reason::PostalCodeForm => text(Key::FindPostalCode),
        Reason::DistanceForm => text(Key::FindDistance),
        Reason::Date(error) => text(match error {
            PartialDateError::Empty | PartialDateError::Form => Key::DateForm,
            PartialDateError::Year => Key::DateYear,
            PartialDateError::Month => Key::DateMonth,
            PartialDateError::Day => Key::DateDay,
        }),
    }
}
