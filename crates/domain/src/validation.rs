//! What is marked at a field: wrong forms and lengths. Nothing here refuses or changes a value;
//! advice on style belongs to the CV check, not here.

use crate::tax_code::{TaxCodeError, tax_code_error};
use crate::{
    AvailabilityField, CertificateField, Cv, CvPlace, DateText, EducationField, ExperienceField,
    FieldKind, FieldValue, PartialDate, PartialDateError, PersonalField, PhoneField,
    ReferenceField,
};

/// One thing to mark: where, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Finding {
    /// The field concerned.
    pub place: CvPlace,
    /// What is wrong with it.
    pub reason: Reason,
}

/// Why a field is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// The text is longer than the field should be, both in characters.
    TooLong {
        /// The text's length.
        length: usize,
        /// What fits.
        limit: usize,
    },
    /// The date is not understood.
    Date(PartialDateError),
    /// The end lies before the beginning.
    EndsBeforeStart,
    /// An e-mail address without one `@` between two parts, or with spaces.
    EmailForm,
    /// A telephone number with too few digits or with letters.
    PhoneForm,
    /// A tax code that is none.
    TaxCode(TaxCodeError),
    /// A postal code with too few or too many characters, or with signs.
    PostalCodeForm,
    /// A distance that is no number of kilometres.
    DistanceForm,
}

/// Returns how many characters fit a place, or none for flags and choices.
pub fn length_limit(place: CvPlace) -> Option<usize> {
    limit_of(place.kind())
}

fn limit_of(kind: FieldKind) -> Option<usize> {
    match kind {
        FieldKind::Paragraphs => Some(4_000),
        FieldKind::Line => Some(200),
        FieldKind::Date => Some(40),
        FieldKind::Choice | FieldKind::File | FieldKind::Flag => None,
    }
}

/// Returns everything worth marking in a CV, in the order of the form.
pub fn validate(cv: &Cv) -> Vec<Finding> {
    let mut findings = Vec::new();
    for place in cv.places() {
        if let Some(FieldValue::Text(text)) = cv.value(place)
            && !text.trim().is_empty()
        {
            let reasons = [
                length_reason(place.kind(), text),
                form_reason(cv, place, text),
            ];
            let reasons = reasons.into_iter().flatten();
            findings.extend(reasons.map(|reason| Finding { place, reason }));
        }
    }
    findings
}

/// Returns whether a text is longer than fits a field of that kind.
pub(crate) fn length_reason(kind: FieldKind, text: &str) -> Option<Reason> {
    let limit = limit_of(kind)?;
    // No text has more characters than bytes.
    let length = if text.len() > limit {
        text.chars().count()
    } else {
        0
    };
    (length > limit).then_some(Reason::TooLong { length, limit })
}

fn form_reason(cv: &Cv, place: CvPlace, text: &str) -> Option<Reason> {
    if let Some(period) = period_at(cv, place) {
        return period_reason(&period);
    }
    match place {
        CvPlace::Personal(PersonalField::Email) | CvPlace::Reference(_, ReferenceField::Email) => {
            email_reason(text)
        }
        CvPlace::Personal(PersonalField::Phone)
        | CvPlace::Phone(_, PhoneField::Number)
        | CvPlace::Reference(_, ReferenceField::Phone) => phone_reason(text),
        CvPlace::Personal(PersonalField::TaxCode) => tax_code_error(text).map(Reason::TaxCode),
        CvPlace::Personal(PersonalField::PostalCode) => postal_code_reason(text),
        CvPlace::Availability(AvailabilityField::RadiusKm) => {
            (!is_distance(text)).then_some(Reason::DistanceForm)
        }
        _ if place.kind() == FieldKind::Date => date_reason(text),
        _ => None,
    }
}

/// Returns what is wrong with an e-mail address.
pub(crate) fn email_reason(text: &str) -> Option<Reason> {
    (!is_email(text.trim())).then_some(Reason::EmailForm)
}

/// Returns what is wrong with a telephone number.
pub(crate) fn phone_reason(text: &str) -> Option<Reason> {
    (!is_phone(text)).then_some(Reason::PhoneForm)
}

/// Returns what is wrong with a postal code.
pub(crate) fn postal_code_reason(text: &str) -> Option<Reason> {
    (!is_postal_code(text)).then_some(Reason::PostalCodeForm)
}

/// Returns what is wrong with a date.
pub(crate) fn date_reason(text: &str) -> Option<Reason> {
    text.parse::<PartialDate>().err().map(Reason::Date)
}

/// The end of a period, with what belongs to it.
struct Period<'cv> {
    start: &'cv DateText,
    end: &'cv DateText,
    goes_on: bool,
}

/// Returns the period that ends at this place.
fn period_at(cv: &Cv, place: CvPlace) -> Option<Period<'_>> {
    let (start, end, goes_on) = match place {
        CvPlace::Experience(item, ExperienceField::End) => {
            let entry = cv.experience.iter().find(|entry| entry.id == item)?;
            (&entry.start, &entry.end, entry.current)
        }
        CvPlace::Education(item, EducationField::End) => {
            let entry = cv.education.iter().find(|entry| entry.id == item)?;
            (&entry.start, &entry.end, entry.current)
        }
        CvPlace::Certificate(item, CertificateField::Expires) => {
            let entry = cv.certificates.iter().find(|entry| entry.id == item)?;
            (&entry.issued, &entry.expires, false)
        }
        _ => return None,
    };
    Some(Period {
        start,
        end,
        goes_on,
    })
}

/// The end of what goes on is not shown, and so not looked at.
fn period_reason(period: &Period<'_>) -> Option<Reason> {
    if period.goes_on {
        return None;
    }
    match (period.start.parse(), period.end.parse()) {
        (_, Err(error)) => Some(Reason::Date(error)),
        (Ok(start), Ok(end)) if end.is_surely_before(start) => Some(Reason::EndsBeforeStart),
        _ => None,
    }
}

fn is_email(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else {
        return false;
    };
    !name.is_empty()
        && !host.contains('@')
        && host.split('.').count() >= 2
        && host.split('.').all(|label| !label.is_empty())
        && !text.chars().any(char::is_whitespace)
}

/// ITU-T E.164 allows fifteen digits; the shortest Italian numbers worth printing have six.
fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let others_fit = text.chars().all(|character| {
        character.is_ascii_digit() || character.is_whitespace() || "+-./()".contains(character)
    });
    (6..=15).contains(&digits) && others_fit
}

/// Italian postal codes have five digits; those of other countries may have letters too.
fn is_postal_code(text: &str) -> bool {
    let characters = text.trim().chars().count();
    let all_fit = text
        .trim()
        .chars()
        .all(|character| character.is_ascii_alphanumeric() || character == ' ' || character == '-');
    all_fit && (4..=10).contains(&characters)
}

/// A number of kilometres, with or without its unit.
fn is_distance(text: &str) -> bool {
    // The unit is ASCII: the tables of all letters would come along with a first visit.
    let text = text.trim().to_ascii_lowercase();
    let number = text.strip_suffix("km").unwrap_or(&text).trim();
    number.parse::<u16>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Experience, ItemId, Section};
    use rstest::rstest;

    fn with_period(start: &str, end: &str, current: bool) -> Cv {
        let entry = Experience {
            start: DateText(start.to_owned()),
            end: DateText(end.to_owned()),
            current,
            ..Experience::empty(ItemId(1))
        };
        Cv {
            experience: vec![entry],
            ..Cv::default()
        }
    }

    #[test]
    fn an_empty_cv_has_nothing_to_mark() {
        assert_eq!(validate(&Cv::default()), vec![]);
    }

    #[test]
    fn an_end_before_its_beginning_is_marked_at_the_end() {
        let place = CvPlace::Experience(ItemId(1), ExperienceField::End);
        let expected = vec![Finding {
            place,
            reason: Reason::EndsBeforeStart,
        }];
        assert_eq!(validate(&with_period("05/2019", "2018", false)), expected);
    }

    #[test]
    fn the_end_of_what_goes_on_is_not_looked_at() {
        assert_eq!(validate(&with_period("05/2019", "2018", true)), vec![]);
    }

    #[test]
    fn a_long_text_is_marked_with_both_lengths() {
        let cv = Cv {
            profile: "è".repeat(4_001),
            ..Cv::default()
        };
        let reason = Reason::TooLong {
            length: 4_001,
            limit: 4_000,
        };
        assert_eq!(
            validate(&cv),
            vec![Finding {
                place: CvPlace::Profile,
                reason
            }]
        );
    }

    #[test]
    fn what_is_written_in_new_parts_is_looked_at_too() {
        let mut cv = Cv::default();
        cv.add_entry(Section::Certificates, ItemId(1));
        let certificate = |field| CvPlace::Certificate(ItemId(1), field);
        cv.set_text(certificate(CertificateField::Issued), "2024");
        cv.set_text(certificate(CertificateField::Expires), "2021");
        let tax_code = CvPlace::Personal(PersonalField::TaxCode);
        cv.set_text(tax_code, "RSSMRA85T10A562T");
        let radius = CvPlace::Availability(AvailabilityField::RadiusKm);
        cv.set_text(radius, "tanti");
        let expected = [
            (tax_code, Reason::TaxCode(TaxCodeError::CheckCharacter)),
            (radius, Reason::DistanceForm),
            (
                certificate(CertificateField::Expires),
                Reason::EndsBeforeStart,
            ),
        ];
        assert_eq!(
            validate(&cv),
            expected.map(|(place, reason)| Finding { place, reason })
        );
    }

    #[rstest]
    #[case("30", true)]
    #[case("30 km", true)]
    #[case("-3", false)]
    fn distances_are_told_from_others(#[case] text: &str, #[case] good: bool) {
        assert_eq!(is_distance(text), good);
    }

    #[rstest]
    #[case("anna.rossi@example.it", true)]
    #[case("anna.rossi@example", false)]
    #[case("anna rossi@example.it", false)]
    #[case("@example.it", false)]
    fn e_mail_addresses_are_told_from_others(#[case] text: &str, #[case] good: bool) {
        assert_eq!(is_email(text), good);
    }

    #[rstest]
    #[case("+39 333 123 4567", true)]
    #[case("0372/123456", true)]
    #[case("chiedere a Mario", false)]
    #[case("12345", false)]
    fn telephone_numbers_are_told_from_others(#[case] text: &str, #[case] good: bool) {
        assert_eq!(is_phone(text), good);
    }
}
