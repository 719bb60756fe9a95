//! What an occupation offers, and that nothing is offered twice.

use super::*;
use approdo_catalog::{CatalogContent, Language, NameList, Phrases, Validity};
use approdo_domain::{Certificate as Held, Experience, ItemId, Skill};

fn list(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn data() -> Occupations {
    let cook = Occupation {
        id: "cook".to_owned(),
        masculine: "Cuoco".to_owned(),
        feminine: "Cuoca".to_owned(),
        synonyms: Vec::new(),
        foreign_names: Vec::new(),
        sector: None,
        isco: None,
        esco: None,
        cp2021: None,
        certificates: list(&["haccp"]),
        driving: Vec::new(),
        phrases: Phrases {
            tasks: list(&["Preparazione di primi piatti"]),
            results: list(&["Fino a … coperti al giorno"]),
            skills: list(&["Ordine", "Cottura al forno"]),
            profile: list(&["… anni in cucina"]),
        },
    };
    let haccp = Certificate {
        id: "haccp".to_owned(),
        label: "HACCP".to_owned(),
        synonyms: Vec::new(),
        explanation: "Serve a chi tocca gli alimenti".to_owned(),
        validity: Validity::Expires,
        source: None,
    };
    Occupations {
        catalog: Catalog::new(CatalogContent {
            language: Language::Italian,
            sectors: Vec::new(),
            occupations: vec![cook],
            certificates: vec![haccp],
        }),
        skills: NameList::new(Vec::new()),
    }
}

fn cook() -> Cv {
    Cv {
        experience: vec![Experience {
            role: "Cuoca di linea".to_owned(),
            ..Experience::empty(ItemId(1))
        }],
        ..Cv::default()
    }
}

#[test]
fn a_role_offers_the_phrases_of_its_occupation() {
    let offer = for_role(&data(), "cuoca").unwrap();
    assert_eq!(offer.occupation, "Cuoco / Cuoca");
    let kinds: Vec<GroupKind> = offer.groups.iter().map(|group| group.kind).collect();
    let expected = [
        GroupKind::Tasks,
        GroupKind::Results,
        GroupKind::Skills,
        GroupKind::Certificates,
    ];
    assert_eq!(kinds, expected);
}

#[test]
fn a_role_that_names_no_occupation_offers_nothing() {
    assert_eq!(for_role(&data(), "aiuto in famiglia"), None);
    assert_eq!(for_profile(&data(), &Cv::default()), None);
}

#[test]
fn what_the_cv_has_already_is_not_offered() {
    let mut cv = cook();
    assert_eq!(skills(&data(), &cv), ["Ordine", "Cottura al forno"]);
    assert_eq!(certificates_for(&data(), &cv), ["HACCP"]);
    cv.skills.push(Skill {
        name: " ordine".to_owned(),
        ..Skill::empty(ItemId(2))
    });
    cv.certificates.push(Held {
        name: "HACCP".to_owned(),
        ..Held::empty(ItemId(3))
    });
    assert_eq!(skills(&data(), &cv), ["Cottura al forno"]);
    assert!(certificates_for(&data(), &cv).is_empty());
}

#[test]
fn a_certificate_of_the_catalogue_says_what_it_is_for() {
    assert!(explanation(&data(), "HACCP ").is_some());
    assert_eq!(explanation(&data(), "Corso di cucina"), None);
}
