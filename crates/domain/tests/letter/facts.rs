//! What a CV tells for a letter, and what it does not.

use crate::common::{cv, experience, letter, today};
use approdo_domain::letter::{Facts, Letter, LetterPlace, PhraseField, SenderField};
use approdo_domain::{
    CertificateField, Cv, CvPlace, DrivingCategory, ExperienceField, ExperienceKind, ItemId,
    PageLookField, Section,
};
use rstest::rstest;

fn fact(cv: &Cv, field: PhraseField) -> Option<String> {
    Facts::of(&letter(), cv, today())
        .get(field)
        .map(str::to_owned)
}

#[rstest]
#[case::role(PhraseField::LastRole, "magazziniera")]
#[case::employer(PhraseField::LastEmployer, "Rossi S.r.l.")]
#[case::years(PhraseField::Years, "cinque")]
#[case::skill(PhraseField::Skill, "uso del muletto")]
#[case::second(PhraseField::SecondSkill, "inventari")]
#[case::qualification(PhraseField::Qualification, "diploma di ragioneria")]
#[case::language(PhraseField::Language, "arabo")]
#[case::town(PhraseField::Town, "Soresina")]
#[case::company(PhraseField::Company, "Bianchi Trasporti")]
#[case::wanted(PhraseField::Role, "addetta al magazzino")]
fn the_cv_and_the_letter_tell(#[case] field: PhraseField, #[case] expected: &str) {
    assert_eq!(fact(&cv(), field).as_deref(), Some(expected));
}

#[test]
fn what_is_not_there_is_not_known() {
    for field in [
        PhraseField::Certificate,
        PhraseField::Licence,
        PhraseField::Availability,
        PhraseField::Source,
        PhraseField::AddresseeName,
    ] {
        assert_eq!(fact(&cv(), field), None, "{field:?}");
    }
}

#[test]
fn years_are_those_of_the_same_trade_and_never_too_many() {
    let mut cv = cv();
    experience(&mut cv, 11, "Cameriera", "01/2000", "12/2018");
    assert_eq!(fact(&cv, PhraseField::Years).as_deref(), Some("cinque"));
    experience(&mut cv, 12, "magazziniera", "03/2016", "12/2019");
    assert_eq!(fact(&cv, PhraseField::Years).as_deref(), Some("otto"));
}

#[rstest]
#[case::one_year("03/2024", "05/2025")]
#[case::two_that_may_be_one("2019", "2021")]
#[case::backwards("2021", "2019")]
#[case::not_dates("da giovane", "fino a poco fa")]
fn a_time_that_may_be_shorter_than_two_years_is_not_told(#[case] start: &str, #[case] end: &str) {
    let mut cv = Cv::default();
    experience(&mut cv, 1, "Cuoca", start, end);
    assert_eq!(fact(&cv, PhraseField::Years), None);
    assert_eq!(fact(&cv, PhraseField::LastRole).as_deref(), Some("cuoca"));
}

#[test]
fn care_of_the_family_and_volunteering_are_not_called_a_job() {
    for kind in [ExperienceKind::FamilyCare, ExperienceKind::Volunteering] {
        let mut cv = cv();
        experience(&mut cv, 8, "Mamma", "2024", "");
        let place = CvPlace::Experience(ItemId(8), ExperienceField::Kind);
        cv.set_text(place, kind.code());
        assert_eq!(
            fact(&cv, PhraseField::LastRole).as_deref(),
            Some("magazziniera")
        );
    }
}

#[test]
fn what_goes_on_is_the_last_job() {
    let mut cv = cv();
    experience(&mut cv, 8, "Commessa", "01/2018", "");
    assert_eq!(
        fact(&cv, PhraseField::LastRole).as_deref(),
        Some("commessa")
    );
    assert_eq!(fact(&cv, PhraseField::Years).as_deref(), Some("otto"));
}

#[test]
fn what_is_hidden_in_the_cv_is_not_told() {
    let mut cv = cv();
    cv.set_flag(CvPlace::EntryHidden(Section::Experience, ItemId(1)), true);
    assert_eq!(fact(&cv, PhraseField::LastRole), None);
}

#[rstest]
#[case::valid("31/12/2026", true)]
#[case::today("22/11/2026", true)]
#[case::over("21/11/2026", false)]
#[case::without("", true)]
#[case::unreadable("boh", false)]
fn only_a_certificate_that_is_valid_is_named(#[case] expires: &str, #[case] is_named: bool) {
    let mut cv = cv();
    cv.add_entry(Section::Certificates, ItemId(7));
    let place = |field| CvPlace::Certificate(ItemId(7), field);
    cv.set_text(place(CertificateField::Name), "Attestato HACCP");
    cv.set_text(place(CertificateField::Expires), expires);
    let expected = is_named.then_some("attestato HACCP");
    assert_eq!(fact(&cv, PhraseField::Certificate).as_deref(), expected);
}

#[test]
fn a_licence_for_cars_goes_before_one_for_mopeds_and_a_qualification_is_none() {
    let mut cv = cv();
    for category in [DrivingCategory::Am, DrivingCategory::CqcGoods] {
        cv.set_flag(CvPlace::Driving(category), true);
    }
    assert_eq!(fact(&cv, PhraseField::Licence).as_deref(), Some("AM"));
    for category in [DrivingCategory::B, DrivingCategory::C] {
        cv.set_flag(CvPlace::Driving(category), true);
    }
    assert_eq!(fact(&cv, PhraseField::Licence).as_deref(), Some("B, C"));
}

#[test]
fn a_town_that_is_left_out_of_the_sender_is_not_told_in_the_text() {
    let mut letter = Letter::default();
    letter.set_flag(LetterPlace::SenderLeftOut(SenderField::City), true);
    assert_eq!(
        Facts::of(&letter, &cv(), today()).get(PhraseField::Town),
        None
    );
    letter.set_text(LetterPlace::Sender(SenderField::City), "Crema");
    assert_eq!(
        Facts::of(&letter, &cv(), today()).get(PhraseField::Town),
        None
    );
}

#[test]
fn words_of_an_italian_cv_do_not_come_into_an_english_letter() {
    let mut letter = letter();
    letter.set_text(LetterPlace::Language, "en");
    let facts = Facts::of(&letter, &cv(), today());
    for field in [
        PhraseField::LastRole,
        PhraseField::Skill,
        PhraseField::Qualification,
        PhraseField::Language,
    ] {
        assert_eq!(facts.get(field), None, "{field:?}");
    }
    assert_eq!(facts.get(PhraseField::LastEmployer), Some("Rossi S.r.l."));
    assert_eq!(facts.get(PhraseField::Years), Some("five"));
    let mut english = cv();
    english.set_text(CvPlace::Look(PageLookField::Language), "en");
    let facts = Facts::of(&letter, &english, today());
    assert_eq!(facts.get(PhraseField::Skill), Some("uso del muletto"));
    let mut french = cv();
    french.set_text(CvPlace::Look(PageLookField::Language), "fr");
    assert_eq!(
        fact(&french, PhraseField::Skill),
        None,
        "in an Italian letter"
    );
}
