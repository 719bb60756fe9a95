//! Occupations are found by what people type at a desk, in either language.

mod common;

use std::sync::LazyLock;

use approdo_catalog::{Catalog, Language};
use common::catalog;
use proptest::prelude::*;
use rstest::rstest;

/// Reading them takes longer than finding in them.
static ITALIAN: LazyLock<Catalog> = LazyLock::new(|| catalog(Language::Italian));
static ENGLISH: LazyLock<Catalog> = LazyLock::new(|| catalog(Language::English));

fn ids(catalog: &Catalog, query: &str) -> Vec<String> {
    let found = catalog.search(query, 5);
    let ids = found.iter().map(|found| found.occupation.id.clone());
    ids.collect()
}

/// The Italian label of what is found first.
#[track_caller]
fn assert_first(catalog: &Catalog, query: &str, expected: &str) {
    let ids = ids(catalog, query);
    assert_eq!(
        ids.first().map(String::as_str),
        Some(expected),
        "{query}: {ids:?}"
    );
}

#[test]
fn every_label_and_synonym_finds_its_occupation() {
    for catalog in [&*ITALIAN, &*ENGLISH] {
        for occupation in catalog.occupations() {
            let labels = [&occupation.masculine, &occupation.feminine];
            for label in labels {
                assert_first(catalog, label, &occupation.id);
            }
            for synonym in &occupation.synonyms {
                let found = ids(catalog, synonym);
                assert!(found.contains(&occupation.id), "{synonym}: {found:?}");
            }
        }
    }
}

#[test]
fn the_beginning_of_every_label_finds_its_occupation() {
    let catalog = &*ITALIAN;
    for occupation in catalog.occupations() {
        let label: Vec<char> = occupation.masculine.chars().collect();
        let typed: String = label.iter().take(label.len() * 3 / 4).collect();
        let found = catalog.search(&typed, 8);
        let is_found = found
            .iter()
            .any(|found| found.occupation.id == occupation.id);
        assert!(is_found, "{typed}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_is_typed_gives_an_answer(query in "\\PC{0,40}") {
        prop_assert!(ENGLISH.search(&query, 7).len() <= 7);
        prop_assert!(ITALIAN.search_certificates(&query, 7).len() <= 7);
        let _ = ITALIAN.recognise(&query);
    }
}

#[test]
fn a_page_pasted_into_a_field_does_not_hold_it_up() {
    let page = "addetto alle pulizie e alla sanificazione ".repeat(20_000);
    assert!(ITALIAN.search(&page, 7).len() <= 7);
    let _ = ITALIAN.recognise(&page);
}

/// What people type, with the occupation they mean.
#[rstest]
#[case::misspelt_feminine("magaziniera", "warehouse-worker")]
#[case::still_typing("magaz", "warehouse-worker")]
#[case::acronym("OSS", "health-care-assistant")]
#[case::acronym_with_stops("o.s.s.", "health-care-assistant")]
#[case::acronym_of_the_region("asa", "social-care-worker")]
#[case::everyday("badante", "home-carer")]
#[case::plural("badanti", "home-carer")]
#[case::feminine("muratrice", "bricklayer")]
#[case::feminine_still_typing("muratri", "bricklayer")]
#[case::misspelt("muletista", "forklift-driver")]
#[case::by_the_tool("muletto", "forklift-driver")]
#[case::compound("lavapiatti", "dishwasher")]
#[case::two_words("lava piatti", "dishwasher")]
#[case::by_the_work("pulizie", "office-cleaner")]
#[case::by_the_work_abroad("cleaner", "office-cleaner")]
#[case::function_words("cameriera ai piani", "hotel-room-attendant")]
#[case::waitress("cameriera", "waiter")]
#[case::shop("commessa", "shop-assistant")]
#[case::till("cassiera", "cashier")]
#[case::worker("operaio", "general-worker")]
#[case::worker_feminine("operaia", "general-worker")]
#[case::lorry("camionista", "truck-driver")]
#[case::welder("saldatrice", "welder")]
#[case::one_letter_less("eletricista", "electrician")]
#[case::one_letter_less_feminine("parucchiera", "hairdresser")]
#[case::letter_left_out("infermera", "nurse")]
#[case::secretary("segretaria", "secretary")]
#[case::bookkeeper("ragioniera", "bookkeeper")]
#[case::accent_typed("pasticcère", "pastry-cook")]
#[case::cook("cuoca", "cook")]
#[case::kitchen("aiuto cuoco", "kitchen-assistant")]
#[case::dialect("pizzaiuolo", "pizza-maker")]
#[case::domestic("colf", "domestic-helper")]
#[case::written_apart("baby sitter", "babysitter")]
#[case::everyday_waste("netturbino", "refuse-collector")]
#[case::school("bidella", "school-collaborator")]
#[case::teacher("maestra", "primary-teacher")]
#[case::guard("guardia giurata", "security-guard")]
#[case::english("warehouse worker", "warehouse-worker")]
#[case::english_driver("truck driver", "truck-driver")]
#[case::office("impiegata", "office-clerk")]
#[case::letters_changed_over("giardineire", "gardener")]
#[case::fruit("raccolta frutta", "fruit-picker")]
#[case::machine("operatore cnc", "cnc-operator")]
#[case::upper_case("ELETTRICISTA", "electrician")]
fn people_find_what_they_mean(#[case] query: &str, #[case] expected: &str) {
    assert_first(&ITALIAN, query, expected);
}

#[rstest]
#[case("warehouse", "warehouse-worker")]
#[case("wherehouse worker", "warehouse-worker")]
#[case("carer", "home-carer")]
#[case("waitress", "waiter")]
#[case("bricklayer", "bricklayer")]
#[case("badante", "home-carer")]
#[case("forklift", "forklift-driver")]
fn people_find_what_they_mean_in_english(#[case] query: &str, #[case] expected: &str) {
    assert_first(&ENGLISH, query, expected);
}

#[test]
fn what_is_no_occupation_finds_nothing() {
    for query in ["", "   ", "qzxw", "😀", "1234567890"] {
        assert_eq!(ids(&ITALIAN, query), Vec::<String>::new(), "{query}");
    }
}

#[test]
fn an_occupation_brings_its_phrases_sector_and_certificates() {
    let found = ITALIAN.search("carrellista", 1);
    let found = found.first().unwrap();
    assert_eq!(found.name, "Carrellista");
    assert!(ITALIAN.sector(found.occupation).is_some());
    assert!(found.occupation.phrases.tasks.len() >= 6);
    for id in &found.occupation.certificates {
        assert!(ITALIAN.certificate(id).is_some(), "{id}");
    }
    // A phrase chosen in one language is found in the other at the same place.
    let english = ENGLISH.occupation(&found.occupation.id).unwrap();
    assert_eq!(
        english.phrases.tasks.len(),
        found.occupation.phrases.tasks.len()
    );
}

#[test]
fn certificates_are_found_by_their_everyday_names() {
    for (query, expected) in [
        ("muletto", "forklift"),
        ("haccp", "haccp"),
        ("antincendio", "fire"),
    ] {
        let found = ITALIAN.search_certificates(query, 3);
        let ids: Vec<&str> = found.iter().map(|found| found.id.as_str()).collect();
        assert!(
            ids.iter().any(|id| id.contains(expected)),
            "{query}: {ids:?}"
        );
    }
}

/// What stands as a role in a CV, with the occupation it names.
#[rstest]
#[case::whole("Magazziniera", Some("warehouse-worker"))]
#[case::at_a_firm("Cameriera di sala presso Hotel Italia", Some("waiter"))]
#[case::acronym("OSS in RSA", Some("health-care-assistant"))]
#[case::nothing("", None)]
#[case::no_occupation("Rossi S.r.l. di Cremona", None)]
fn a_written_role_is_recognised(#[case] role: &str, #[case] expected: Option<&str>) {
    let found = ITALIAN.recognise(role).map(|found| found.id.as_str());
    assert_eq!(found, expected);
}

#[test]
fn every_label_is_recognised() {
    for catalog in [&*ITALIAN, &*ENGLISH] {
        for occupation in catalog.occupations() {
            for label in [&occupation.masculine, &occupation.feminine] {
                let found = catalog.recognise(label).map(|found| &found.id);
                assert_eq!(found, Some(&occupation.id), "{label}");
            }
        }
    }
}
