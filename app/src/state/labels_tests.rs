//! What a CV says in each of its languages.

use super::*;
use crate::i18n::{CV_FIRST, Message};
use approdo_domain::DateText;
use approdo_exchange::export::FileFormat;
use approdo_outgoing::FileRequest;
use approdo_testkit::cv::full_cv;
use rstest::rstest;
use std::collections::BTreeMap;

type Texts = BTreeMap<String, String>;

/// The words that a printed CV adds, by their keys.
fn texts(language: CvLanguage) -> Texts {
    let file = match language {
        CvLanguage::Italian => include_str!("../../translations/it.json"),
        CvLanguage::English => include_str!("../../translations/en.json"),
        CvLanguage::French => include_str!("../../translations/cv/fr.json"),
        CvLanguage::German => include_str!("../../translations/cv/de.json"),
        CvLanguage::Spanish => include_str!("../../translations/cv/es.json"),
        CvLanguage::Romanian => include_str!("../../translations/cv/ro.json"),
    };
    let all: BTreeMap<String, serde_json::Value> = serde_json::from_str(file).unwrap();
    let of_cv = all.into_iter().filter(|(key, _)| key.starts_with("cv."));
    of_cv
        .map(|(key, text)| (key, text.as_str().unwrap().to_owned()))
        .collect()
}

fn words(language: CvLanguage) -> Words {
    let messages = texts(language).into_values().map(Message::Text);
    i18n::keep_words(language, Messages::of_cv(CV_FIRST, messages.collect()))
}

fn request(language: CvLanguage) -> RenderRequest {
    let mut cv = full_cv();
    cv.experience[0].start = DateText("01/03/2019".to_owned());
    cv.experience[0].kind = ExperienceKind::Traineeship.code().to_owned();
    cv.education[0].level = QualificationLevel::Level4.code().to_owned();
    render_request(cv, &words(language))
}

fn file(language: CvLanguage, format: FileFormat) -> String {
    let pages = request(language);
    let bytes = FileRequest { format, pages }.carry_out().unwrap();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn every_language_says_everything_in_words() {
    for language in CvLanguage::ALL {
        for (key, text) in texts(language) {
            assert!(!text.trim().is_empty(), "{key} in {language:?}");
            assert_ne!(key, text, "{language:?}");
            assert!(!text.contains(&key), "{key} in {language:?}");
        }
    }
}

#[test]
fn no_two_languages_are_the_same_file() {
    let differing = |one: &Texts, other: &Texts| {
        let pairs = one.iter().zip(other);
        pairs.filter(|(one, other)| one != other).count()
    };
    for (number, one) in CvLanguage::ALL.into_iter().enumerate() {
        for other in CvLanguage::ALL.into_iter().skip(number + 1) {
            let different = differing(&texts(one), &texts(other));
            assert!(different > 60, "{one:?} and {other:?}: {different}");
        }
    }
}

#[rstest]
#[case::italian(CvLanguage::Italian, "1 mar. 2019 – oggi|14 feb. 1979|dic. 2018")]
#[case::english(CvLanguage::English, "1 Mar 2019 – today|14 Feb 1979|Dec 2018")]
#[case::french(
    CvLanguage::French,
    "1er mars 2019 – aujourd’hui|14 févr. 1979|déc. 2018"
)]
#[case::german(CvLanguage::German, "1. März 2019 – heute|14. Feb. 1979|Dez. 2018")]
#[case::spanish(CvLanguage::Spanish, "1 mar. 2019 – actualidad|14 feb. 1979|dic. 2018")]
#[case::romanian(CvLanguage::Romanian, "1 mar. 2019 – prezent|14 feb. 1979|dec. 2018")]
fn dates_are_written_as_the_language_writes_them(
    #[case] language: CvLanguage,
    #[case] expected: &str,
) {
    let text = file(language, FileFormat::PlainText);
    for words in expected.split('|') {
        assert!(text.contains(words), "“{words}” is missing: {text}");
    }
}

#[rstest]
#[case::italian(
    CvLanguage::Italian,
    "ESPERIENZA LAVORATIVA|tirocinio|livello EQF 4|madrelingua|entro 30 km"
)]
#[case::english(
    CvLanguage::English,
    "WORK EXPERIENCE|traineeship|EQF level 4|mother tongue|within 30 km"
)]
#[case::french(
    CvLanguage::French,
    "EXPÉRIENCE PROFESSIONNELLE|stage|niveau CEC 4|langue maternelle|dans un rayon de 30 km"
)]
#[case::german(
    CvLanguage::German,
    "BERUFSERFAHRUNG|Praktikum|EQR-Niveau 4|Muttersprache|im Umkreis von 30 km"
)]
#[case::spanish(
    CvLanguage::Spanish,
    "EXPERIENCIA LABORAL|prácticas|nivel EQF 4|lengua materna|en un radio de 30 km"
)]
#[case::romanian(
    CvLanguage::Romanian,
    "EXPERIENȚĂ PROFESIONALĂ|stagiu|nivel CEC 4|limbă maternă|pe o rază de 30 km"
)]
fn headings_kinds_and_levels_follow_the_language(
    #[case] language: CvLanguage,
    #[case] expected: &str,
) {
    let text = file(language, FileFormat::PlainText);
    let text = text.to_uppercase();
    for words in expected.split('|') {
        let words = words.to_uppercase();
        assert!(text.contains(&words), "“{words}” is missing: {text}");
    }
    // What the person wrote stays as it is.
    assert!(text.contains("ADDETTA AL MAGAZZINO"), "{text}");
}

#[test]
fn pages_and_europass_name_the_language() {
    for language in CvLanguage::ALL {
        assert_eq!(request(language).language, language.tag());
        let europass = file(language, FileFormat::Europass);
        let attribute = format!("languageCode=\"{}\"", language.tag());
        assert!(europass.contains(&attribute), "{attribute}");
    }
}
