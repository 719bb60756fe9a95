//! Dates: gaps, order, future, missing ones, certificates that end.

use super::{experience, found, with_experiences};
use approdo_domain::check::{CheckRule, CheckValue};
use approdo_domain::{
    Certificate, CertificateField, Cv, CvPlace, DateText, Education, Experience, ExperienceField,
    ExperienceKind, ItemId, PartialDate,
};
use rstest::rstest;

fn at(id: u64, field: ExperienceField) -> CvPlace {
    CvPlace::Experience(ItemId(id), field)
}

fn places(cv: &Cv, rule: CheckRule) -> Vec<CvPlace> {
    found(cv, rule)
        .into_iter()
        .map(|finding| finding.place)
        .collect()
}

#[test]
fn a_gap_is_told_at_the_experience_that_follows() {
    let cv = with_experiences([
        experience(1, "03/2022", "oggi"),
        experience(2, "01/2019", "05/2021"),
    ]);
    let findings = found(&cv, CheckRule::Gap);
    let [finding] = findings.as_slice() else {
        panic!("not one gap: {findings:?}");
    };
    assert_eq!(finding.place, at(1, ExperienceField::Start));
    let end = PartialDate {
        year: 2021,
        month: Some(5),
        day: None,
    };
    let expected = [
        ("from", CheckValue::Date(end)),
        ("months", CheckValue::Number(9)),
    ];
    assert_eq!(finding.values, expected);
}

#[test]
fn a_gap_up_to_today_is_told_at_the_last_experience() {
    let cv = with_experiences([experience(1, "2019", "03/2026")]);
    assert_eq!(places(&cv, CheckRule::Gap), [at(1, ExperienceField::End)]);
}

#[rstest]
#[case::six_months(&[("2023", "oggi"), ("2019", "06/2022")])]
#[case::years_alone(&[("2023", "oggi"), ("2019", "2022")])]
#[case::overlap(&[("05/2020", "oggi"), ("2021", "2021"), ("2019", "12/2020")])]
#[case::long_ago(&[("2010", "oggi"), ("2004", "2006")])]
#[case::a_date_is_missing(&[("2023", "oggi"), ("2019", "2020"), ("", "")])]
#[case::a_date_is_not_understood(&[("2023", "oggi"), ("2019", "2020"), ("estate", "2022")])]
fn no_gap_is_told(#[case] dates: &[(&str, &str)]) {
    let experiences: Vec<Experience> = dates
        .iter()
        .zip(1..)
        .map(|((start, end), id)| experience(id, start, end))
        .collect();
    assert_eq!(places(&with_experiences(experiences), CheckRule::Gap), []);
}

#[test]
fn school_and_care_fill_a_gap() {
    let mut cv = with_experiences([
        experience(1, "2024", "oggi"),
        Experience {
            kind: ExperienceKind::FamilyCare.code().to_owned(),
            ..experience(2, "2020", "2021")
        },
        experience(3, "2015", "2019"),
    ]);
    assert_eq!(places(&cv, CheckRule::Gap), [at(1, ExperienceField::Start)]);
    cv.education.push(Education {
        start: DateText("2022".to_owned()),
        end: DateText("2023".to_owned()),
        ..Education::empty(ItemId(9))
    });
    assert_eq!(places(&cv, CheckRule::Gap), []);
}

#[rstest]
#[case::oldest_first(&[("2015", "2017"), ("2018", "oggi")], true)]
#[case::newest_first(&[("2018", "oggi"), ("2015", "2017")], false)]
#[case::overlapping(&[("2018", "2020"), ("2017", "2022")], false)]
#[case::same_year(&[("2019", "2019"), ("2019", "2019")], false)]
#[case::two_jobs_today(&[("2018", "oggi"), ("2020", "oggi")], false)]
#[case::unknown_between(&[("2015", "2016"), ("boh", ""), ("2020", "2021")], true)]
fn order_of_experiences(#[case] dates: &[(&str, &str)], #[case] is_found: bool) {
    let experiences: Vec<Experience> = dates
        .iter()
        .zip(1..)
        .map(|((start, end), id)| experience(id, start, end))
        .collect();
    let cv = with_experiences(experiences);
    assert_eq!(!places(&cv, CheckRule::DateOrder).is_empty(), is_found);
}

#[rstest]
#[case::ends_later("2025", "03/2027", Some(ExperienceField::End))]
#[case::begins_later("12/2026", "", Some(ExperienceField::Start))]
#[case::this_month("2025", "11/2026", None)]
#[case::this_year("2025", "2026", None)]
#[case::goes_on("2025", "oggi", None)]
fn dates_after_today(
    #[case] start: &str,
    #[case] end: &str,
    #[case] field: Option<ExperienceField>,
) {
    let cv = with_experiences([experience(1, start, end)]);
    let expected: Vec<CvPlace> = field.map(|field| at(1, field)).into_iter().collect();
    assert_eq!(places(&cv, CheckRule::DateInFuture), expected);
}

#[rstest]
#[case("", "", Some(ExperienceField::Start))]
#[case("2019", "", Some(ExperienceField::End))]
#[case("2019", "oggi", None)]
#[case("2019", "2020", None)]
fn dates_that_are_missing(
    #[case] start: &str,
    #[case] end: &str,
    #[case] field: Option<ExperienceField>,
) {
    let cv = with_experiences([experience(1, start, end)]);
    let expected: Vec<CvPlace> = field.map(|field| at(1, field)).into_iter().collect();
    assert_eq!(places(&cv, CheckRule::MissingDates), expected);
}

#[rstest]
#[case::last_month("10/2026", Some(CheckRule::CertificateExpired))]
#[case::yesterday("21/11/2026", Some(CheckRule::CertificateExpired))]
#[case::today("22/11/2026", Some(CheckRule::CertificateExpiring))]
#[case::this_month("11/2026", Some(CheckRule::CertificateExpiring))]
#[case::sixty_days("21/01/2027", Some(CheckRule::CertificateExpiring))]
#[case::sixty_one_days("22/01/2027", None)]
#[case::next_year("2027", None)]
#[case::never("", None)]
#[case::not_a_date("a vita", None)]
fn validity_of_a_certificate(#[case] expires: &str, #[case] rule: Option<CheckRule>) {
    let cv = Cv {
        certificates: vec![Certificate {
            name: "HACCP".to_owned(),
            expires: DateText(expires.to_owned()),
            ..Certificate::empty(ItemId(1))
        }],
        ..Cv::default()
    };
    let place = CvPlace::Certificate(ItemId(1), CertificateField::Expires);
    for tried in [
        CheckRule::CertificateExpired,
        CheckRule::CertificateExpiring,
    ] {
        let expected = if rule == Some(tried) {
            vec![place]
        } else {
            vec![]
        };
        assert_eq!(places(&cv, tried), expected, "{tried:?}");
    }
}
