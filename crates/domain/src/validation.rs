//! What is marked at a field: wrong forms and lengths. Nothing here refuses or changes a value;
//! advice on style belongs to the CV check, not here.

use crate::{
    Cv, CvPlace, DateText, EducationField, ExperienceField, LanguageField, PartialDate,
    PartialDateError, PersonalField,
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
}

/// Returns how many characters fit a place, or none for flags.
pub fn length_limit(place: CvPlace) -> Option<usize> {
    match place {
        _ if place.is_flag() => None,
        _ if place.is_long_text() => Some(4_000),
        CvPlace::Language(_, LanguageField::Level(_)) => None,
        CvPlace::Personal(PersonalField::BirthDate)
        | CvPlace::Experience(_, ExperienceField::Start | ExperienceField::End)
        | CvPlace::Education(_, EducationField::Start | EducationField::End) => Some(40),
        _ => Some(200),
    }
}

/// Returns everything worth marking in a CV, in the order of the form.
pub fn validate(cv: &Cv) -> Vec<Finding> {
    let mut findings = Vec::new();
    check_personal(cv, &mut findings);
    check_length(CvPlace::Profile, &cv.profile, &mut findings);
    for entry in &cv.experience {
        let place = |field| CvPlace::Experience(entry.id, field);
        check_length(place(ExperienceField::Role), &entry.role, &mut findings);
        check_length(
            place(ExperienceField::Employer),
            &entry.employer,
            &mut findings,
        );
        check_length(place(ExperienceField::Place), &entry.place, &mut findings);
        let ends = [place(ExperienceField::Start), place(ExperienceField::End)];
        check_period(ends, &entry.start, &entry.end, entry.current, &mut findings);
        check_length(
            place(ExperienceField::Description),
            &entry.description,
            &mut findings,
        );
    }
    for entry in &cv.education {
        let place = |field| CvPlace::Education(entry.id, field);
        check_length(
            place(EducationField::Qualification),
            &entry.qualification,
            &mut findings,
        );
        check_length(place(EducationField::School), &entry.school, &mut findings);
        check_length(place(EducationField::Place), &entry.place, &mut findings);
        let ends = [place(EducationField::Start), place(EducationField::End)];
        check_period(ends, &entry.start, &entry.end, entry.current, &mut findings);
        check_length(
            place(EducationField::Description),
            &entry.description,
            &mut findings,
        );
    }
    for entry in &cv.languages {
        let place = |field| CvPlace::Language(entry.id, field);
        check_length(place(LanguageField::Name), &entry.name, &mut findings);
        check_length(
            place(LanguageField::Certificate),
            &entry.certificate,
            &mut findings,
        );
    }
    for entry in &cv.skills {
        let place = CvPlace::Skill(entry.id, crate::SkillField::Name);
        check_length(place, &entry.name, &mut findings);
    }
    findings
}

fn check_personal(cv: &Cv, findings: &mut Vec<Finding>) {
    let personal = &cv.personal;
    let texts = [
        (PersonalField::GivenName, &personal.given_name),
        (PersonalField::FamilyName, &personal.family_name),
        (PersonalField::Headline, &personal.headline),
        (PersonalField::Phone, &personal.phone),
        (PersonalField::Email, &personal.email),
        (PersonalField::City, &personal.city),
        (PersonalField::Address, &personal.address),
        (PersonalField::Website, &personal.website),
    ];
    for (field, text) in texts {
        check_length(CvPlace::Personal(field), text, findings);
    }
    let mut mark = |field, reason| {
        findings.push(Finding {
            place: CvPlace::Personal(field),
            reason,
        });
    };
    if !personal.email.trim().is_empty() && !is_email(personal.email.trim()) {
        mark(PersonalField::Email, Reason::EmailForm);
    }
    if !personal.phone.trim().is_empty() && !is_phone(&personal.phone) {
        mark(PersonalField::Phone, Reason::PhoneForm);
    }
    if let Some(error) = date_error(&personal.birth_date) {
        mark(PersonalField::BirthDate, Reason::Date(error));
    }
}

fn check_length(place: CvPlace, text: &str, findings: &mut Vec<Finding>) {
    let length = text.chars().count();
    if let Some(limit) = length_limit(place)
        && length > limit
    {
        findings.push(Finding {
            place,
            reason: Reason::TooLong { length, limit },
        });
    }
}

fn check_period(
    [start_place, end_place]: [CvPlace; 2],
    start: &DateText,
    end: &DateText,
    current: bool,
    findings: &mut Vec<Finding>,
) {
    if let Some(error) = date_error(start) {
        findings.push(Finding {
            place: start_place,
            reason: Reason::Date(error),
        });
    }
    if current {
        return;
    }
    if let Some(error) = date_error(end) {
        findings.push(Finding {
            place: end_place,
            reason: Reason::Date(error),
        });
    }
    let dates: (Result<PartialDate, _>, Result<PartialDate, _>) = (start.parse(), end.parse());
    if let (Ok(start), Ok(end)) = dates
        && end.is_surely_before(start)
    {
        findings.push(Finding {
            place: end_place,
            reason: Reason::EndsBeforeStart,
        });
    }
}

fn date_error(text: &DateText) -> Option<PartialDateError> {
    if text.is_empty() {
        None
    } else {
        text.parse().err()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Experience, ItemId};
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
