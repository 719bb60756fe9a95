//! What the check says of a letter, and where.

use crate::common::{cv, experience, letter, today};
use approdo_domain::check::{
    CheckContext, CheckFinding, CheckRule, CheckValue, TextLanguage, check_letter,
};
use approdo_domain::letter::{
    AddresseeField, Letter, LetterField, LetterForm, LetterPlace, WordForm,
};
use approdo_domain::{Cv, CvPlace, ExperienceField, ItemId};
use proptest::prelude::*;
use rstest::rstest;

fn context() -> CheckContext {
    CheckContext {
        today: today(),
        language: TextLanguage::Italian,
        pages: Some(1),
        print_size: None,
    }
}

/// A letter of which there is nothing to say.
fn good() -> Letter {
    let mut letter = letter();
    let texts = [
        (
            LetterField::Subject,
            "Candidatura come addetta al magazzino",
        ),
        (LetterField::Salutation, "Buongiorno,"),
        (
            LetterField::Opening,
            "Sono interessata al posto di addetta al magazzino.",
        ),
        (
            LetterField::WhyMe,
            "So usare il muletto e tenere in ordine le scorte.",
        ),
        (
            LetterField::WhyYou,
            "Bianchi Trasporti è vicina a casa mia.",
        ),
        (
            LetterField::Closing,
            "Spero in un colloquio.\nCordiali saluti",
        ),
    ];
    for (field, text) in texts {
        letter.set_text(LetterPlace::Text(field), text);
    }
    letter
}

fn with(field: LetterField, text: &str) -> Letter {
    let mut letter = good();
    letter.set_text(LetterPlace::Text(field), text);
    letter
}

fn found(letter: &Letter, rule: CheckRule) -> Vec<CheckFinding<LetterPlace>> {
    let mut findings = check_letter(letter, &cv(), &context());
    findings.retain(|finding| finding.rule == rule);
    findings
}

/// The words that a finding points at.
fn words(letter: &Letter, finding: &CheckFinding<LetterPlace>) -> String {
    let LetterPlace::Text(field) = finding.place else {
        return String::new();
    };
    let range = finding.range.clone().unwrap_or_default();
    letter.text(field).get(range).unwrap_or_default().to_owned()
}

#[test]
fn of_a_good_letter_nothing_is_said() {
    assert_eq!(check_letter(&good(), &cv(), &context()), Vec::new());
}

#[rstest]
#[case::slip("Scrivo a Biancchi Trasporti.", CheckRule::CompanyMisnamed, "Biancchi")]
#[case::other(
    "Vorrei lavorare alla Verdi S.r.l.",
    CheckRule::CompanyMisnamed,
    "Verdi"
)]
#[case::informal("Ti scrivo per Bianchi Trasporti.", CheckRule::InformalAddress, "Ti")]
#[case::joined("Vorrei incontrarti.", CheckRule::InformalAddress, "incontrarti")]
#[case::ending("Sono molto interessato.", CheckRule::GenderAgreement, "interessato")]
#[case::was("Sono stato assunto nel 2019.", CheckRule::GenderAgreement, "assunto")]
#[case::formula(
    "Con la presente mi candido.",
    CheckRule::EmptyPhrase,
    "Con la presente"
)]
#[case::blank("Abito a … da anni.", CheckRule::OpenBlank, "…")]
fn what_is_wrong_is_pointed_at(
    #[case] text: &str,
    #[case] rule: CheckRule,
    #[case] expected: &str,
) {
    let letter = with(LetterField::Opening, text);
    let findings = found(&letter, rule);
    let [finding] = findings.as_slice() else {
        panic!("one finding, not {findings:?}");
    };
    assert_eq!(finding.place, LetterPlace::Text(LetterField::Opening));
    assert_eq!(words(&letter, finding), expected);
}

#[rstest]
#[case::tea("Servo il tè e il caffè.", CheckRule::InformalAddress)]
#[case::parts("Tratto bene le parti e i reparti.", CheckRule::InformalAddress)]
#[case::she("Sono sempre stata pronta.", CheckRule::GenderAgreement)]
#[case::others("I miei colleghi sono pronti.", CheckRule::GenderAgreement)]
#[case::both("Sono interessato/a al posto.", CheckRule::GenderAgreement)]
#[case::employer("Ho lavorato per Rossi S.r.l.", CheckRule::CompanyMisnamed)]
#[case::common("I bianchi sono vini freschi.", CheckRule::CompanyMisnamed)]
fn what_is_right_is_left_alone(#[case] text: &str, #[case] rule: CheckRule) {
    let letter = with(LetterField::Opening, text);
    assert_eq!(found(&letter, rule), Vec::new());
}

#[test]
fn a_long_sentence_is_told_with_its_words() {
    let letter = with(
        LetterField::WhyMe,
        &format!("{}.", "porto ".repeat(26).trim()),
    );
    let findings = found(&letter, CheckRule::LongSentence);
    let values: Vec<_> = findings
        .iter()
        .flat_map(|finding| &finding.values)
        .collect();
    assert_eq!(values, [&("count", CheckValue::Number(26))]);
}

#[test]
fn who_the_letter_goes_to_and_what_it_is_about_are_asked_for() {
    let mut letter = good();
    letter.set_text(LetterPlace::Addressee(AddresseeField::Company), " ");
    letter.set_text(LetterPlace::Text(LetterField::Subject), "");
    assert_eq!(found(&letter, CheckRule::MissingAddressee).len(), 1);
    assert_eq!(found(&letter, CheckRule::MissingSubject).len(), 1);
    letter.set_text(LetterPlace::Form, LetterForm::ShortMessage.code());
    assert!(found(&letter, CheckRule::MissingAddressee).is_empty());
    assert!(found(&letter, CheckRule::MissingSubject).is_empty());
}

#[test]
fn a_company_that_is_never_named_is_told() {
    let letter = with(LetterField::WhyYou, "Siete vicini a casa mia.");
    assert_eq!(found(&letter, CheckRule::CompanyNotNamed).len(), 1);
    let letter = with(LetterField::WhyYou, "BIANCHI è vicina a casa mia.");
    assert!(found(&letter, CheckRule::CompanyNotNamed).is_empty());
}

#[test]
fn what_the_cv_says_already_is_shown_as_far_as_it_goes() {
    let mut cv = cv();
    let place = CvPlace::Experience(ItemId(1), ExperienceField::Description);
    cv.set_text(
        place,
        "Carico e scarico di merci con il muletto. Inventario.",
    );
    let text = "Mi occupavo di carico e scarico di merci con il muletto, ogni giorno.";
    let letter = with(LetterField::WhyMe, text);
    let mut findings = check_letter(&letter, &cv, &context());
    findings.retain(|finding| finding.rule == CheckRule::RepeatsCv);
    let [finding] = findings.as_slice() else {
        panic!("one finding, not {findings:?}");
    };
    assert_eq!(
        words(&letter, finding),
        "carico e scarico di merci con il muletto"
    );
    cv.set_text(place, "Carico e scarico di merci.");
    let after = check_letter(&letter, &cv, &context());
    assert!(
        after
            .iter()
            .all(|finding| finding.rule != CheckRule::RepeatsCv)
    );
}

#[test]
fn more_than_a_page_is_told_only_if_the_pages_are_known() {
    let findings = |pages| {
        let context = CheckContext { pages, ..context() };
        let mut findings = check_letter(&good(), &cv(), &context);
        findings.retain(|finding| finding.rule == CheckRule::LetterTooLong);
        findings.len()
    };
    assert_eq!(
        (findings(None), findings(Some(1)), findings(Some(2))),
        (0, 0, 1)
    );
}

#[test]
fn endings_for_nobody_in_particular_still_agree_with_each_other() {
    let mut letter = with(LetterField::Opening, "Sono interessato al posto.");
    letter.set_text(LetterPlace::WriterForm, WordForm::Neutral.code());
    assert!(found(&letter, CheckRule::GenderAgreement).is_empty());
    letter.set_text(LetterPlace::Text(LetterField::WhyMe), "Sono pronta.");
    let findings = found(&letter, CheckRule::GenderAgreement);
    assert_eq!(words(&letter, &findings[0]), "pronta");
}

#[rstest]
#[case::man("Egregio signor Bianchi,", WordForm::Feminine, 1)]
#[case::woman("Gentile signora Bianchi,", WordForm::Feminine, 0)]
#[case::short("Gentile Sig.ra Bianchi,", WordForm::Feminine, 0)]
#[case::lady("Gentile signora Bianchi,", WordForm::Masculine, 1)]
fn the_greeting_fits_the_addressee(
    #[case] text: &str,
    #[case] form: WordForm,
    #[case] findings: usize,
) {
    let mut letter = with(LetterField::Salutation, text);
    letter.set_text(LetterPlace::Addressee(AddresseeField::Form), form.code());
    assert_eq!(found(&letter, CheckRule::GenderAgreement).len(), findings);
}

#[test]
fn an_english_letter_knows_no_tu() {
    let mut letter = with(LetterField::Opening, "Ti is an element.");
    letter.set_text(LetterPlace::Language, "en");
    let context = CheckContext {
        language: letter.text_language(),
        ..context()
    };
    let findings = check_letter(&letter, &Cv::default(), &context);
    assert!(
        findings
            .iter()
            .all(|finding| finding.rule != CheckRule::InformalAddress)
    );
}

proptest! {
    #[test]
    fn findings_point_into_any_text_and_can_each_be_put_off(
        texts in proptest::collection::vec("([A-Za-zèà…. ]|Ti |sono pronto |Bianchj |S.r.l. ){0,12}", 6),
        company in "[A-Za-z .]{0,12}",
    ) {
        let mut letter = letter();
        for (field, text) in LetterField::COMPOSED.into_iter().zip(&texts) {
            letter.set_text(LetterPlace::Text(field), text);
        }
        letter.set_text(LetterPlace::Addressee(AddresseeField::Company), &company);
        let mut cv = cv();
        experience(&mut cv, 20, "Cuoca", "2019", "2020");
        let findings = check_letter(&letter, &cv, &context());
        let mut keys: Vec<_> = findings.iter().map(CheckFinding::key).collect();
        keys.sort_unstable();
        keys.dedup();
        prop_assert_eq!(keys.len(), findings.len());
        for finding in &findings {
            if let (LetterPlace::Text(field), Some(range)) = (finding.place, &finding.range) {
                prop_assert!(letter.text(field).get(range.clone()).is_some());
            }
        }
    }
}
