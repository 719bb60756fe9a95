//! Municipalities, countries and economic activities are found by what people type.

mod common;

use std::sync::LazyLock;

use approdo_catalog::{PackedError, PlaceOfBirth, Places};
use common::{economic_sectors, places, places_file};

/// Reading them takes longer than finding in them.
static PLACES: LazyLock<Places> = LazyLock::new(places);

#[track_caller]
fn assert_first(places: &Places, query: &str, expected: &str) {
    let found = places.search_municipalities(query, 5);
    let names: Vec<&str> = found.iter().map(|place| place.name.as_str()).collect();
    assert_eq!(names.first(), Some(&expected), "{query}: {names:?}");
}

#[test]
fn municipalities_are_found_as_one_types() {
    let places = &*PLACES;
    for (query, expected) in [
        ("Cremona", "Cremona"),
        ("crem", "Cremona"),
        ("crema", "Crema"),
        ("cremo", "Cremona"),
        ("mil", "Milano"),
        ("rom", "Roma"),
        ("Reggio E", "Reggio nell'Emilia"),
        ("reggio emilia", "Reggio nell'Emilia"),
        ("reggio c", "Reggio di Calabria"),
        ("casalmaggiore", "Casalmaggiore"),
        ("piadena", "Piadena Drizzona"),
        ("s. giovanni in croce", "San Giovanni in Croce"),
        ("s giovanni in cr", "San Giovanni in Croce"),
        ("san giovanni in croce", "San Giovanni in Croce"),
        ("laquila", "L'Aquila"),
        ("l'aquila", "L'Aquila"),
        ("agliè", "Agliè"),
        ("aglie", "Agliè"),
        ("forli", "Forlì"),
        ("cantù", "Cantù"),
        ("bozen", "Bolzano"),
        ("meran", "Merano"),
        ("eppan weinstrasse", "Appiano sulla strada del vino"),
        ("casalmagiore", "Casalmaggiore"),
        ("sorezina", "Soresina"),
        ("busto garolfo", "Busto Garolfo"),
    ] {
        assert_first(places, query, expected);
    }
}

#[test]
fn every_municipality_is_found_by_its_whole_name() {
    let places = &*PLACES;
    let all: Vec<_> = common::table("municipalities.tsv")
        .lines()
        .skip(1)
        .step_by(97)
        .filter_map(|line| Some(line.split('\t').nth(1)?.to_owned()))
        .collect();
    for name in all {
        assert_first(places, &name, &name);
    }
}

#[test]
fn a_municipality_has_its_codes_and_province() {
    let places = &*PLACES;
    let found = places.search_municipalities("Cremona", 1);
    let cremona = found.first().unwrap();
    assert_eq!(cremona.istat_code(), "019036");
    assert_eq!(cremona.cadastral, "D150");
    assert!(cremona.is_capital);
    let province = places.province(cremona).unwrap();
    assert_eq!(
        (province.code.as_str(), province.region.as_str()),
        ("CR", "Lombardia")
    );
    let found = places.search_municipalities("Brunico", 1);
    assert_eq!(
        found.first().unwrap().other_name.as_deref(),
        Some("Bruneck")
    );
    assert_eq!(places.municipality_count(), 7896);
    assert_eq!(places.provinces().len(), 107);
}

#[test]
fn countries_are_found_by_what_people_call_them() {
    let places = &*PLACES;
    for (query, expected) in [
        ("maroc", "Marocco"),
        ("morocco", "Marocco"),
        ("romani", "Romania"),
        ("cina", "Repubblica Popolare Cinese"),
        ("inghilterra", "Regno Unito"),
        ("bangladesh", "Bangladesh"),
        ("perù", "Perù"),
        ("costa d'avorio", "Costa d'Avorio"),
        ("jugoslavia", "Jugoslavia"),
        ("senegl", "Senegal"),
    ] {
        let found = places.search_countries(query, 3);
        let names: Vec<&str> = found.iter().map(|country| country.name.as_str()).collect();
        assert_eq!(names.first(), Some(&expected), "{query}: {names:?}");
    }
}

#[test]
fn the_place_of_birth_is_read_from_a_tax_code() {
    let places = &*PLACES;
    match places.by_cadastral_code("d150") {
        Some(PlaceOfBirth::Municipality(place)) => assert_eq!(place.name, "Cremona"),
        other => panic!("{other:?}"),
    }
    match places.by_cadastral_code("Z330") {
        Some(PlaceOfBirth::Country(country)) => assert_eq!(country.name, "Marocco"),
        other => panic!("{other:?}"),
    }
    assert_eq!(places.by_cadastral_code("Z999"), None);
}

#[test]
fn a_file_that_was_cut_off_is_refused() {
    let bytes = places_file();
    for length in (0..bytes.len()).step_by(4999) {
        let error = Places::from_bytes(&bytes[..length]).err();
        assert!(
            matches!(error, Some(PackedError::Damaged | PackedError::Foreign)),
            "{length}: {error:?}"
        );
    }
}

#[test]
fn economic_activities_are_found() {
    let sectors = economic_sectors();
    let found = sectors.search("alloggio", 3);
    assert_eq!(
        found.first().map(|activity| activity.code.as_str()),
        Some("55")
    );
    assert_eq!(sectors.activity("F").unwrap().title, "Costruzioni");
    let division = sectors.activity("41").unwrap();
    assert_eq!(division.section.as_deref(), Some("F"));
}
