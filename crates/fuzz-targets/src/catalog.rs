//! The catalogue's files, and what is looked for in them: any bytes are read or refused, and whatever was
//! read can be searched, for whatever is typed.

use approdo_catalog::{
    Catalog, CatalogContent, EconomicActivities, Language, NameList, Occupation, Phrases, Places,
};

/// How many are asked for.
const LIMIT: usize = 5;

pub(crate) fn check(bytes: &[u8]) {
    let typed = String::from_utf8_lossy(bytes);
    check_catalog(&small(), &typed);
    let list = NameList::new(vec![typed.clone().into_owned(), "Arabo".to_owned()]);
    assert!(list.search(&typed, LIMIT).len() <= LIMIT);
    if let Ok(catalog) = Catalog::from_bytes(bytes) {
        check_catalog(&catalog, &typed);
        let labels: Vec<String> = catalog
            .occupations()
            .iter()
            .map(Occupation::label)
            .collect();
        for label in labels.iter().take(LIMIT) {
            check_catalog(&catalog, label);
        }
    }
    if let Ok(places) = Places::from_bytes(bytes) {
        check_places(&places, &typed);
        check_places(&places, "s. giovanni");
    }
    if let Ok(activities) = EconomicActivities::from_bytes(bytes) {
        assert!(activities.search(&typed, LIMIT).len() <= LIMIT);
        assert!(activities.search("commercio", LIMIT).len() <= LIMIT);
    }
}

fn check_catalog(catalog: &Catalog, typed: &str) {
    let found = catalog.search(typed, LIMIT);
    assert!(found.len() <= LIMIT);
    for found in found {
        let _ = catalog.sector(found.occupation);
        for id in &found.occupation.certificates {
            let _ = catalog.certificate(id);
        }
    }
    assert!(catalog.search_certificates(typed, LIMIT).len() <= LIMIT);
    let _ = catalog.recognise(typed);
}

fn check_places(places: &Places, typed: &str) {
    let found = places.search_municipalities(typed, LIMIT);
    assert!(found.len() <= LIMIT);
    for municipality in found {
        let _ = places.province(municipality);
    }
    assert!(places.search_countries(typed, LIMIT).len() <= LIMIT);
    let _ = places.by_cadastral_code(typed);
}

/// A catalogue of one occupation.
fn small() -> Catalog {
    Catalog::new(content())
}

/// What a small catalogue holds; its file is well-formed input, too.
pub(crate) fn content() -> CatalogContent {
    CatalogContent {
        language: Language::Italian,
        sectors: vec!["Magazzino".to_owned()],
        occupations: vec![Occupation {
            id: "warehouse-worker".to_owned(),
            masculine: "Magazziniere".to_owned(),
            feminine: "Magazziniera".to_owned(),
            synonyms: vec!["addetto al magazzino".to_owned()],
            foreign_names: vec!["warehouse worker".to_owned()],
            sector: Some(0),
            isco: Some(9333),
            esco: None,
            cp2021: None,
            certificates: vec!["forklift".to_owned()],
            driving: Vec::new(),
            phrases: Phrases::default(),
        }],
        certificates: Vec::new(),
    }
}
