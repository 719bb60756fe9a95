//! What a vacancy asks for, and what a CV says of it.

mod adverts;

use approdo_domain::application::{
    CvTarget, Requirement, RequirementAnswer, RequirementKind, read_requirements,
    requirement_answer,
};
use approdo_domain::{
    AvailabilityField, CefrLevel, CefrSkill, CertificateField, Cv, CvPlace, DrivingCategory,
    EducationField, ExperienceField, ItemId, LanguageField, PartialDate, QualificationLevel,
    Section, SkillField,
};
use proptest::prelude::*;
use rstest::rstest;

const NOTICE: &str = "Cerchiamo magazziniere con patentino del muletto, patente di guida B, automunito. \
    Richiesti: diploma, inglese B1, esperienza di almeno due anni, disponibilità a turni e weekend.";

fn today() -> PartialDate {
    PartialDate {
        year: 2026,
        month: Some(11),
        day: Some(22),
    }
}

fn kinds(text: &str) -> Vec<RequirementKind> {
    let found = read_requirements(text).into_iter();
    found.map(|requirement| requirement.kind).collect()
}

fn requirement(text: &str) -> Requirement {
    let found = read_requirements(text);
    let [requirement] = found.as_slice() else {
        panic!("one requirement, not {found:?}");
    };
    requirement.clone()
}

fn answer(text: &str, cv: &Cv) -> RequirementAnswer {
    requirement_answer(&requirement(text), "Magazziniere", cv, today())
}

#[test]
fn everything_a_notice_asks_for_is_read_with_its_words() {
    let found = read_requirements(NOTICE);
    let words: Vec<&str> = found.iter().map(|one| &NOTICE[one.range.clone()]).collect();
    let expected = [
        "patentino del muletto",
        "patente di guida B",
        "automunito",
        "diploma",
        "inglese B1",
        "esperienza di almeno due anni",
        "turni",
        "weekend",
    ];
    assert_eq!(words, expected);
    assert!(kinds(NOTICE).contains(&RequirementKind::Experience(Some(2))));
}

#[rstest]
#[case::several("Patenti B e C", &[DrivingCategory::B, DrivingCategory::C])]
#[case::category("patente cat. CE", &[DrivingCategory::Ce])]
#[case::none("patente europea del computer", &[])]
#[case::small_letters("con patente e auto", &[])]
fn driving_categories_are_read(#[case] text: &str, #[case] expected: &[DrivingCategory]) {
    let expected: Vec<_> = expected
        .iter()
        .copied()
        .map(RequirementKind::Driving)
        .collect();
    assert_eq!(kinds(text), expected);
}

#[rstest]
#[case::without("Anche senza esperienza")]
#[case::market("Azienda leader del mercato italiano")]
#[case::nothing("")]
fn what_is_not_asked_for_is_not_read(#[case] text: &str) {
    assert_eq!(kinds(text), Vec::new());
}

#[test]
fn a_cv_that_has_it_is_pointed_at_where_it_says_so() {
    let mut cv = Cv::default();
    cv.add_entry(Section::Certificates, ItemId(1));
    let name = CvPlace::Certificate(ItemId(1), CertificateField::Name);
    cv.set_text(name, "Abilitazione al carrello elevatore");
    cv.set_flag(CvPlace::Driving(DrivingCategory::C), true);
    let shifts = CvPlace::Availability(AvailabilityField::Shifts);
    cv.set_flag(shifts, true);
    let met = |place| RequirementAnswer::Met(CvTarget::Place(place));
    assert_eq!(answer("muletto", &cv), met(name));
    let lorry = CvPlace::Driving(DrivingCategory::C);
    assert_eq!(
        answer("patente B", &cv),
        met(lorry),
        "who drives lorries drives cars"
    );
    assert_eq!(answer("turni", &cv), met(shifts));
}

#[test]
fn what_a_cv_does_not_say_leads_to_where_it_can_be_written() {
    let missing = RequirementAnswer::NotWritten;
    let answer = |text| answer(text, &Cv::default());
    assert_eq!(
        answer("muletto"),
        missing(CvTarget::List(Section::Certificates))
    );
    assert_eq!(
        answer("automunita"),
        missing(CvTarget::Place(CvPlace::OwnCar))
    );
    assert_eq!(
        answer("inglese B1"),
        missing(CvTarget::List(Section::Languages))
    );
    assert_eq!(
        answer("diploma"),
        missing(CvTarget::List(Section::Education))
    );
    assert_eq!(
        answer("esperienza"),
        missing(CvTarget::List(Section::Experience))
    );
}

#[test]
fn a_skill_of_that_name_may_be_a_certificate_and_may_not() {
    let mut cv = Cv::default();
    cv.add_entry(Section::Skills, ItemId(2));
    let name = CvPlace::Skill(ItemId(2), SkillField::Name);
    cv.set_text(name, "Uso del muletto");
    let unsure = RequirementAnswer::Unsure(CvTarget::Place(name));
    assert_eq!(answer("muletto", &cv), unsure);
}

#[rstest]
#[case::enough(Some(CefrLevel::B2), "met")]
#[case::just(Some(CefrLevel::B1), "met")]
#[case::less(Some(CefrLevel::A2), "less")]
#[case::unknown(None, "unsure")]
fn levels_of_a_language_are_laid_side_by_side(#[case] level: Option<CefrLevel>, #[case] is: &str) {
    let mut cv = Cv::default();
    cv.add_entry(Section::Languages, ItemId(3));
    let place = |field| CvPlace::Language(ItemId(3), field);
    cv.set_text(place(LanguageField::Name), "Inglese");
    let levels = CefrSkill::ALL.map(|skill| place(LanguageField::Level(skill)));
    for skill in levels {
        cv.set_text(skill, level.map_or("", CefrLevel::code));
    }
    let target = CvTarget::Place(place(LanguageField::Name));
    let expected = match is {
        "met" => RequirementAnswer::Met(target),
        "less" => RequirementAnswer::Less(target),
        _ => RequirementAnswer::Unsure(target),
    };
    assert_eq!(answer("inglese B1", &cv), expected);
}

#[rstest]
#[case::higher(QualificationLevel::Level6, true)]
#[case::same(QualificationLevel::Level4, true)]
#[case::lower(QualificationLevel::Level1, false)]
fn a_higher_qualification_is_enough(#[case] level: QualificationLevel, #[case] is_met: bool) {
    let mut cv = Cv::default();
    cv.add_entry(Section::Education, ItemId(4));
    cv.set_text(
        CvPlace::Education(ItemId(4), EducationField::Level),
        level.code(),
    );
    let place = CvPlace::Education(ItemId(4), EducationField::Qualification);
    let target = CvTarget::Place(place);
    let expected = match is_met {
        true => RequirementAnswer::Met(target),
        false => RequirementAnswer::Less(target),
    };
    assert_eq!(answer("diploma", &cv), expected);
}

fn with_job(role: &str, start: &str, end: &str) -> Cv {
    let mut cv = Cv::default();
    cv.add_entry(Section::Experience, ItemId(5));
    let place = |field| CvPlace::Experience(ItemId(5), field);
    cv.set_text(place(ExperienceField::Role), role);
    cv.set_text(place(ExperienceField::Start), start);
    cv.set_text(place(ExperienceField::End), end);
    cv
}

#[rstest]
#[case::same_trade("Magazziniera", "01/2020", "06/2023", "met")]
#[case::feminine_of_the_place("Addetta al magazzino", "01/2020", "06/2023", "met")]
#[case::too_short("Magazziniera", "01/2020", "06/2021", "unsure")]
#[case::other_trade("Cuoca", "01/2000", "06/2023", "unsure")]
fn experience_counts_in_the_trade_that_is_offered(
    #[case] role: &str,
    #[case] start: &str,
    #[case] end: &str,
    #[case] is: &str,
) {
    let cv = with_job(role, start, end);
    let answer = answer("esperienza di almeno 2 anni", &cv);
    let is_met = matches!(answer, RequirementAnswer::Met(_));
    assert_eq!(is_met, is == "met", "{answer:?}");
    assert!(is_met || matches!(answer, RequirementAnswer::Unsure(_)));
}

#[test]
fn what_is_hidden_in_the_cv_is_not_counted() {
    let mut cv = with_job("Magazziniera", "2000", "2020");
    cv.set_flag(CvPlace::EntryHidden(Section::Experience, ItemId(5)), true);
    let expected = RequirementAnswer::NotWritten(CvTarget::List(Section::Experience));
    assert_eq!(answer("esperienza", &cv), expected);
}

proptest! {
    #[test]
    fn any_text_is_read_and_answered(
        text in "(patente B |inglese C1 |esperienza |3 anni |[A-Za-zàè ,.]){0,20}",
        job in ".{0,12}",
    ) {
        let cv = with_job("Magazziniera", "2019", "");
        for requirement in read_requirements(&text) {
            prop_assert!(text.get(requirement.range.clone()).is_some());
            requirement_answer(&requirement, &job, &cv, today());
        }
    }
}
