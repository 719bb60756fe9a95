//! What people type, and what is offered for it.

use super::*;
use approdo_catalog::{CatalogContent, Language as CatalogLanguage, Phrases};
use rstest::rstest;

fn occupation(masculine: &str, feminine: &str, synonyms: &[&str]) -> Occupation {
    Occupation {
        id: masculine.to_lowercase(),
        masculine: masculine.to_owned(),
        feminine: feminine.to_owned(),
        synonyms: synonyms.iter().map(|word| (*word).to_owned()).collect(),
        foreign_names: Vec::new(),
        sector: Some(0),
        isco: None,
        esco: None,
        cp2021: None,
        certificates: Vec::new(),
        driving: Vec::new(),
        phrases: Phrases::default(),
    }
}

fn catalog() -> Catalog {
    Catalog::new(CatalogContent {
        language: CatalogLanguage::Italian,
        sectors: vec!["Magazzino".to_owned()],
        occupations: vec![
            occupation("Magazziniere", "Magazziniera", &["addetto alla logistica"]),
            occupation("Barista", "Barista", &[]),
        ],
        certificates: Vec::new(),
    })
}

fn texts(typed: &str) -> Vec<String> {
    let offered = occupations(&catalog(), typed).into_iter();
    offered.map(|suggestion| suggestion.text).collect()
}

#[rstest]
#[case::misspelt("magaziniere", &["Magazziniere", "Magazziniera"])]
#[case::feminine_first("magaziniera", &["Magazziniera", "Magazziniere"])]
#[case::one_form("barist", &["Barista"])]
#[case::synonym("logistica", &["Addetto alla logistica"])]
#[case::nothing("xyzw", &[])]
fn an_occupation_is_offered_by_the_name_that_fits(#[case] typed: &str, #[case] expected: &[&str]) {
    assert_eq!(texts(typed), expected);
}

#[test]
fn what_the_server_imported_is_offered_after_what_approdo_describes() {
    let imported = CatalogContent {
        language: CatalogLanguage::Italian,
        sectors: Vec::new(),
        occupations: vec![
            occupation("Muratore", "Muratrice", &[]),
            occupation("Barista di caffetteria", "Barista di caffetteria", &[]),
        ],
        certificates: Vec::new(),
    };
    let joined = catalog().with_official(imported);
    let texts = |typed| -> Vec<String> {
        let offered = occupations(&joined, typed).into_iter();
        offered.map(|suggestion| suggestion.text).collect()
    };
    assert_eq!(texts("muratri"), ["Muratrice", "Muratore"]);
    assert_eq!(
        texts("barista").first().map(String::as_str),
        Some("Barista")
    );
}

#[test]
fn a_synonym_says_which_occupation_it_is() {
    let offered = occupations(&catalog(), "logistica");
    let detail = offered.first().and_then(|first| first.detail.as_deref());
    assert_eq!(detail, Some("Magazziniere / Magazziniera"));
}

#[test]
fn a_province_that_is_already_there_does_not_hide_the_town() {
    assert_eq!(without_province("Crema (C"), "Crema ");
    assert_eq!(without_province("Crema"), "Crema");
}

#[test]
fn a_country_is_called_as_in_the_language_of_the_cv() {
    let country = Country {
        cadastral: "Z330".to_owned(),
        name: "Marocco".to_owned(),
        other_names: vec!["Morocco".to_owned()],
        exists: true,
    };
    assert_eq!(
        country_names(&country, CvLanguage::Italian),
        Some(("Marocco", Some("Morocco")))
    );
    assert_eq!(
        country_names(&country, CvLanguage::English),
        Some(("Morocco", Some("Marocco")))
    );
    // Better nothing to tap than a name in another language.
    assert_eq!(country_names(&country, CvLanguage::French), None);
}

#[test]
fn only_fields_with_known_answers_have_suggestions() {
    let places = CvPlace::single_places();
    let with = places
        .into_iter()
        .filter(|place| SuggestionKind::of(*place).is_some());
    assert_eq!(with.count(), 4);
    assert_eq!(SuggestionKind::of(CvPlace::Profile), None);
    let letter = LetterPlace::all().into_iter();
    let offered: Vec<_> = letter.filter_map(SuggestionKind::of_letter).collect();
    let (job, town) = (SuggestionKind::Occupation, SuggestionKind::Municipality);
    assert_eq!(offered, [town, town, job]);
    let application = ApplicationPlace::all().into_iter();
    let offered: Vec<_> = application
        .filter_map(SuggestionKind::of_application)
        .collect();
    assert_eq!(offered, [job, town]);
}
