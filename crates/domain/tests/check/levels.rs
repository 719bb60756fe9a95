//! Languages and driving categories.

use super::found;
use approdo_domain::check::CheckRule;
use approdo_domain::{CefrLevel, CefrSkill, Cv, CvPlace, DrivingCategory, ItemId, Language};
use rstest::rstest;

fn language(id: u64, name: &str, native: bool, levels: &[(CefrSkill, CefrLevel)]) -> Language {
    Language {
        name: name.to_owned(),
        native,
        levels: levels.iter().copied().collect(),
        ..Language::empty(ItemId(id))
    }
}

fn with_languages(languages: impl Into<Vec<Language>>) -> Cv {
    Cv {
        languages: languages.into(),
        ..Cv::default()
    }
}

const B1: [(CefrSkill, CefrLevel); 1] = [(CefrSkill::Listening, CefrLevel::B1)];

#[test]
fn a_mother_tongue_needs_no_levels() {
    let cv = with_languages([language(1, "Italiano", true, &B1)]);
    assert_eq!(found(&cv, CheckRule::NativeWithLevels).len(), 1);
    let cv = with_languages([
        language(1, "Italiano", true, &[]),
        language(2, "Inglese", false, &B1),
    ]);
    assert_eq!(found(&cv, CheckRule::NativeWithLevels), []);
}

#[rstest]
#[case(CefrLevel::A1, CefrLevel::C1, true)]
#[case(CefrLevel::B1, CefrLevel::C1, true)]
#[case(CefrLevel::B1, CefrLevel::B2, false)]
#[case(CefrLevel::C1, CefrLevel::A2, false)]
fn writing_far_above_listening(
    #[case] listening: CefrLevel,
    #[case] writing: CefrLevel,
    #[case] is_found: bool,
) {
    let levels = [
        (CefrSkill::Listening, listening),
        (CefrSkill::Writing, writing),
    ];
    let cv = with_languages([language(1, "Inglese", false, &levels)]);
    assert_eq!(!found(&cv, CheckRule::UnevenLevels).is_empty(), is_found);
}

#[test]
fn languages_without_a_mother_tongue() {
    let missing = |cv: &Cv| found(cv, CheckRule::MissingMotherTongue).len();
    assert_eq!(
        missing(&with_languages([language(1, "Inglese", false, &B1)])),
        1
    );
    assert_eq!(
        missing(&with_languages([language(1, "Arabo", true, &[])])),
        0
    );
    assert_eq!(
        missing(&Cv::default()),
        0,
        "an Italian may leave languages out"
    );
    let mut cv = Cv::default();
    cv.personal.nationality = "Marocchina".to_owned();
    assert_eq!(missing(&cv), 1);
}

#[test]
fn who_comes_from_abroad_is_asked_how_much_italian_they_know() {
    let missing = |languages: Vec<Language>| {
        found(&with_languages(languages), CheckRule::MissingItalian).len()
    };
    assert_eq!(missing(vec![language(1, "Arabo", true, &[])]), 1);
    assert_eq!(
        missing(vec![
            language(1, "Arabo", true, &[]),
            language(2, "Italiano", false, &[])
        ]),
        1
    );
    assert_eq!(
        missing(vec![
            language(1, "Arabo", true, &[]),
            language(2, "italiano", false, &B1)
        ]),
        0
    );
    assert_eq!(missing(vec![language(1, "Italiano", true, &[])]), 0);
    assert_eq!(missing(vec![language(1, "Inglese", false, &B1)]), 0);
}

#[rstest]
#[case::lorry_without_car(&[DrivingCategory::C], &[DrivingCategory::B])]
#[case::bus_without_car(&[DrivingCategory::D, DrivingCategory::CqcPassengers], &[DrivingCategory::B])]
#[case::trailer_without_lorry(&[DrivingCategory::B, DrivingCategory::Ce], &[DrivingCategory::C])]
#[case::qualification_alone(&[DrivingCategory::B, DrivingCategory::CqcGoods], &[DrivingCategory::C])]
#[case::as_it_should_be(&[DrivingCategory::B, DrivingCategory::C, DrivingCategory::Ce, DrivingCategory::CqcGoods], &[])]
#[case::light_lorry(&[DrivingCategory::B, DrivingCategory::C1, DrivingCategory::CqcGoods], &[])]
#[case::motorcycle(&[DrivingCategory::A2], &[])]
#[case::none(&[], &[])]
fn categories_that_presuppose_another(
    #[case] held: &[DrivingCategory],
    #[case] missing: &[DrivingCategory],
) {
    let mut cv = Cv::default();
    cv.driving.categories = held.iter().copied().collect();
    let places: Vec<CvPlace> = found(&cv, CheckRule::DrivingCategories)
        .into_iter()
        .map(|finding| finding.place)
        .collect();
    let expected: Vec<CvPlace> = missing.iter().copied().map(CvPlace::Driving).collect();
    assert_eq!(places, expected);
}
