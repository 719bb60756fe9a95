//! What is marked at the fields of a letter: the same forms as in a CV. Advice is in the check.

use crate::letter::{AddresseeField, LetterPlace, SenderField};
use crate::validation::{
    date_reason, email_reason, length_reason, phone_reason, postal_code_reason,
};
use crate::{FieldKind, Reason};

/// Returns what is wrong with a text at a place of a letter; none for one that may go out as it is.
pub fn mark(place: LetterPlace, text: &str) -> Option<Reason> {
    if text.trim().is_empty() {
        return None;
    }
    length_reason(place.kind(), text).or_else(|| form_reason(place, text))
}

fn form_reason(place: LetterPlace, text: &str) -> Option<Reason> {
    match place {
        LetterPlace::Sender(SenderField::Email) | LetterPlace::Addressee(AddresseeField::Email) => {
            email_reason(text)
        }
        LetterPlace::Sender(SenderField::Phone) => phone_reason(text),
        LetterPlace::Sender(SenderField::PostalCode)
        | LetterPlace::Addressee(AddresseeField::PostalCode) => postal_code_reason(text),
        _ if place.kind() == FieldKind::Date => date_reason(text),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::LetterField;
    use rstest::rstest;

    #[rstest]
    #[case::email(LetterPlace::Addressee(AddresseeField::Email), "lavoro@rossi", true)]
    #[case::good_email(
        LetterPlace::Addressee(AddresseeField::Email),
        "lavoro@rossi.it",
        false
    )]
    #[case::phone(LetterPlace::Sender(SenderField::Phone), "333", true)]
    #[case::postal_code(LetterPlace::Addressee(AddresseeField::PostalCode), "2", true)]
    #[case::date(LetterPlace::Text(LetterField::Date), "32/11/2026", true)]
    #[case::good_date(LetterPlace::Text(LetterField::Date), "22/11/2026", false)]
    #[case::empty(LetterPlace::Text(LetterField::Date), " ", false)]
    #[case::words(LetterPlace::Text(LetterField::Opening), "Le scrivo.", false)]
    fn wrong_forms_are_marked(
        #[case] place: LetterPlace,
        #[case] text: &str,
        #[case] expected: bool,
    ) {
        assert_eq!(mark(place, text).is_some(), expected);
    }

    #[test]
    fn a_text_longer_than_its_field_is_marked() {
        let subject = LetterPlace::Text(LetterField::Subject);
        assert!(matches!(
            mark(subject, &"a".repeat(201)),
            Some(Reason::TooLong {
                length: 201,
                limit: 200
            })
        ));
    }
}
