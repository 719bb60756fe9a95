//! Contacts, e-mail, descriptions, things said twice, length of the whole.

use super::{Part, context, experience, found, marked, with_experiences};
use approdo_domain::check::{CheckContext, CheckRule, TextLanguage, check_cv, score};
use approdo_domain::{
    Certificate, Cv, CvPlace, Education, Experience, ExperienceField, ExperienceKind, ItemId,
    PersonalField, Section, Skill, SkillField,
};
use rstest::rstest;

fn personal(field: PersonalField, text: &str) -> Cv {
    let mut cv = Cv::default();
    cv.set_text(CvPlace::Personal(field), text);
    cv
}

#[test]
fn a_name_and_one_way_to_reach_the_person_are_asked_for() {
    let mut cv = Cv::default();
    assert_eq!(found(&cv, CheckRule::MissingName).len(), 1);
    assert_eq!(found(&cv, CheckRule::MissingContact).len(), 1);
    cv.personal.given_name = "Fatima".to_owned();
    let surname = CvPlace::Personal(PersonalField::FamilyName);
    assert_eq!(found(&cv, CheckRule::MissingName)[0].place, surname);
    cv.personal.family_name = "El Idrissi".to_owned();
    assert_eq!(found(&cv, CheckRule::MissingName), []);
    for field in [PersonalField::Phone, PersonalField::Email] {
        assert_eq!(found(&personal(field, "x"), CheckRule::MissingContact), []);
    }
    cv.add_entry(Section::Phones, ItemId(1));
    cv.phones[0].number = "333 0000000".to_owned();
    assert_eq!(found(&cv, CheckRule::MissingContact), []);
}

#[test]
fn a_hidden_telephone_number_reaches_nobody() {
    let mut cv = Cv::default();
    cv.add_entry(Section::Phones, ItemId(1));
    cv.phones[0].number = "333 0000000".to_owned();
    cv.phones[0].hidden = true;
    assert_eq!(found(&cv, CheckRule::MissingContact).len(), 1);
}

#[rstest]
#[case("", "", true)]
#[case("Magazziniere", "", false)]
#[case("", "Cerco un posto in magazzino", false)]
#[case("", "Ricercatore puntuale", true)]
fn the_job_wanted(#[case] headline: &str, #[case] profile: &str, #[case] is_found: bool) {
    let mut cv = personal(PersonalField::Headline, headline);
    cv.profile = profile.to_owned();
    assert_eq!(
        !found(&cv, CheckRule::MissingJobWanted).is_empty(),
        is_found
    );
}

#[rstest]
#[case("bambolina.rossi@example.it", Some("bambolina"))]
#[case("la.sexyanna@example.it", Some("sexyanna"))]
#[case("anna.rossi1985@example.it", Some("1985"))]
#[case("cucciola_90@example.it", Some("cucciola"))]
#[case("anna.rossi@example.it", None)]
#[case("anna.rossi85@example.it", None)]
#[case("rossi2024@example.it", None)]
#[case("arossi0375@example.it", None)]
#[case("a.amoretti@example.it", None)]
#[case("pazzaglia.a@example.it", None)]
#[case("not an address", None)]
fn an_address_that_harms(#[case] email: &str, #[case] words: Option<&str>) {
    let mut cv = personal(PersonalField::Email, email);
    cv.personal.given_name = "Anna".to_owned();
    let ranges: Vec<&str> = found(&cv, CheckRule::EmailImpression)
        .into_iter()
        .filter_map(|finding| email.get(finding.range?))
        .collect();
    assert_eq!(ranges.first().copied(), words);
}

#[test]
fn whoever_is_called_so_may_write_their_name() {
    let mut cv = personal(PersonalField::Email, "princess.amore@example.it");
    cv.personal.given_name = "Princess".to_owned();
    cv.personal.family_name = "Amore".to_owned();
    assert_eq!(found(&cv, CheckRule::EmailImpression), []);
}

#[rstest]
#[case("Biscottificio Zanichè S.r.l.", "anna@biscottificiozaniche.it", true)]
#[case("Biscottificio F.lli Zanichè", "anna@zaniche.com", true)]
#[case("Zanichè S.p.A.", "anna@mail.zaniche.it", true)]
#[case("TIM", "anna@tim.it", false)]
#[case("Libero Arredamenti", "anna@libero.it", false)]
#[case("Zanichè", "anna@gmail.com", false)]
#[case("Verdi Impianti", "anna@verdianna.it", false)]
#[case("Comune di Viadana", "anna@comune.it", false)]
#[case("", "anna@", false)]
fn an_address_of_an_employer(#[case] employer: &str, #[case] email: &str, #[case] is_found: bool) {
    let mut cv = with_experiences([Experience {
        employer: employer.to_owned(),
        ..experience(1, "2019", "2020")
    }]);
    cv.personal.email = email.to_owned();
    assert_eq!(!found(&cv, CheckRule::EmailOfEmployer).is_empty(), is_found);
}

#[test]
fn an_address_of_ones_own_firm_is_right() {
    let mut cv = with_experiences([Experience {
        employer: "Zanichè Impianti".to_owned(),
        kind: ExperienceKind::SelfEmployed.code().to_owned(),
        ..experience(1, "2019", "2020")
    }]);
    cv.personal.email = "anna@zaniche.it".to_owned();
    assert_eq!(found(&cv, CheckRule::EmailOfEmployer), []);
}

#[test]
fn the_newest_jobs_say_what_was_done_and_care_of_the_family_need_not() {
    let care = Experience {
        kind: ExperienceKind::FamilyCare.code().to_owned(),
        ..experience(2, "2017", "2018")
    };
    let older = [experience(3, "2015", "2016"), experience(4, "2010", "2014")];
    let mut experiences = vec![experience(1, "2019", "2020"), care];
    experiences.extend(older);
    let places: Vec<CvPlace> = found(
        &with_experiences(experiences),
        CheckRule::MissingDescription,
    )
    .into_iter()
    .map(|finding| finding.place)
    .collect();
    let at = |id| CvPlace::Experience(ItemId(id), ExperienceField::Description);
    assert_eq!(places, [at(1), at(3)]);
}

#[rstest]
#[case(
    "Pulizia delle camere, rifacimento dei letti, gestione della biancheria, accoglienza degli ospiti e servizio di colazione in sala",
    true
)]
#[case(
    "Pulizia di venti camere al giorno, rifacimento dei letti, gestione della biancheria, accoglienza degli ospiti e servizio in sala",
    false
)]
#[case(
    "Pulizia delle camere, gestione della biancheria, accoglienza degli ospiti; ho ridotto gli sprechi di detersivo e di acqua calda",
    false
)]
#[case("Pulizia delle camere", false)]
fn tasks_with_a_number_or_a_result(#[case] text: &str, #[case] is_found: bool) {
    let marked = marked(
        CheckRule::NoResults,
        Part::Tasks,
        TextLanguage::Italian,
        text,
    );
    assert_eq!(marked.is_some(), is_found, "{text}");
}

#[test]
fn a_job_that_fills_a_page() {
    let long = "parola breve. ".repeat(151);
    let short = "parola breve. ".repeat(149);
    let tried = |text: &str| {
        marked(
            CheckRule::EntryTooLong,
            Part::Tasks,
            TextLanguage::Italian,
            text,
        )
    };
    assert!(tried(&long).is_some());
    assert_eq!(tried(&short), None);
}

#[rstest]
#[case(Some(3), "2015", true)]
#[case(Some(3), "2001", false)]
#[case(Some(2), "2015", false)]
#[case(None, "2015", false)]
fn pages_for_the_years_of_work(
    #[case] pages: Option<usize>,
    #[case] start: &str,
    #[case] is_found: bool,
) {
    let context = CheckContext {
        pages,
        ..context(TextLanguage::Italian)
    };
    let findings = check_cv(&with_experiences([experience(1, start, "oggi")]), &context);
    let is_there = findings
        .iter()
        .any(|finding| finding.rule == CheckRule::CvTooLong);
    assert_eq!(is_there, is_found);
}

#[rstest]
#[case(Some(950), true)]
#[case(Some(1000), false)]
#[case(None, false)]
fn print_that_is_small(#[case] print_size: Option<u32>, #[case] is_found: bool) {
    let context = CheckContext {
        print_size,
        ..context(TextLanguage::Italian)
    };
    let findings = check_cv(&with_experiences([experience(1, "2015", "oggi")]), &context);
    let is_there = findings
        .iter()
        .any(|finding| finding.rule == CheckRule::SmallPrint);
    assert_eq!(is_there, is_found);
}

#[test]
fn hardly_anything_written() {
    let mut cv = Cv::default();
    assert_eq!(found(&cv, CheckRule::CvTooShort).len(), 1);
    cv.profile = "una parola ".repeat(20);
    assert_eq!(found(&cv, CheckRule::CvTooShort), []);
}

#[test]
fn the_same_thing_twice() {
    let skill = |id, name: &str| Skill {
        name: name.to_owned(),
        ..Skill::empty(ItemId(id))
    };
    let certificate = |id, number: &str| Certificate {
        name: "HACCP".to_owned(),
        number: number.to_owned(),
        ..Certificate::empty(ItemId(id))
    };
    let school = |id, school: &str| Education {
        qualification: "Licenza media".to_owned(),
        school: school.to_owned(),
        ..Education::empty(ItemId(id))
    };
    let cv = Cv {
        skills: vec![
            skill(1, "Contabilità"),
            skill(2, "contabilita "),
            skill(3, "C"),
            skill(4, "C++"),
        ],
        certificates: vec![certificate(5, "1"), certificate(6, "2")],
        education: vec![school(7, "CPIA Cremona"), school(8, "C.P.I.A. Cremona")],
        experience: vec![
            experience(9, "06/2024", "09/2024"),
            experience(10, "06/2023", "09/2023"),
        ],
        ..Cv::default()
    };
    let places: Vec<CvPlace> = found(&cv, CheckRule::Duplicate)
        .into_iter()
        .map(|finding| finding.place)
        .collect();
    let education = CvPlace::Education(ItemId(8), approdo_domain::EducationField::Qualification);
    assert_eq!(
        places,
        [education, CvPlace::Skill(ItemId(2), SkillField::Name)]
    );
}

#[test]
fn the_score_falls_with_what_is_found_and_never_below_nothing() {
    assert_eq!(score::<CvPlace>(&[]), 100);
    let findings = check_cv(&Cv::default(), &context(TextLanguage::Italian));
    assert!(score(&findings) < 100);
    let many: Vec<_> = findings.iter().cycle().take(100).cloned().collect();
    assert_eq!(score(&many), 0);
}
