//! The official files of ESCO are read as published, and anything else is refused with a clear message.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use approdo_catalog::source::{EscoError, EscoFile};
use approdo_catalog::{Catalog, Language};
use proptest::prelude::*;
use rstest::rstest;

const HEADER: &str = "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,\
                      regulatedProfessionNote,scopeNote,definition,inScheme,description,code";

fn line(id: &str, isco: &str, label: &str, others: &str) -> String {
    format!(
        "Occupation,http://data.europa.eu/esco/occupation/{id},{isco},{label},\"{others}\",,released,\
         2024-01-01T00:00:00Z,,,,,\"A text, with a comma\nand a second line\",{isco}.1"
    )
}

fn italian() -> String {
    let first = line(
        "00-a",
        "4321",
        "magazziniere/magazziniera",
        "addetto allo stoccaggio\naddetta allo stoccaggio",
    );
    let second = line("00-b", "7112", "muratore/muratrice", "");
    format!("{HEADER}\n{first}\n{second}\n")
}

fn english() -> String {
    let first = line(
        "00-a",
        "4321",
        "stock handler",
        "stock-room clerk\nstock keeper",
    );
    format!("{HEADER}\n{first}\n")
}

fn catalog() -> Catalog {
    let italian = EscoFile::read(italian().as_bytes()).unwrap();
    let english = EscoFile::read(english().as_bytes()).unwrap();
    let content = italian.catalog(Language::Italian, &english);
    Catalog::from_bytes(&content.to_bytes().unwrap()).unwrap()
}

#[test]
fn an_official_file_becomes_a_catalogue() {
    let catalog = catalog();
    assert_eq!(catalog.occupations().len(), 2);
    for query in ["magaziniera", "stoccaggio", "stock handler"] {
        let found = catalog.search(query, 3);
        let occupation = found.first().unwrap().occupation;
        assert_eq!(occupation.label(), "Magazziniere / Magazziniera", "{query}");
        assert_eq!(occupation.isco, Some(4321));
    }
}

#[test]
fn an_occupation_that_approdo_describes_stays_approdos_own() {
    let italian = EscoFile::read(italian().as_bytes()).unwrap();
    let english = EscoFile::read(english().as_bytes()).unwrap();
    let official = italian.catalog(Language::Italian, &english);
    let mut own = official.clone();
    own.occupations.truncate(1);
    own.occupations[0].id = "warehouse-worker".to_owned();
    let joined = Catalog::new(own).with_official(official);
    let ids: Vec<&str> = joined
        .occupations()
        .iter()
        .map(|entry| entry.id.as_str())
        .collect();
    assert_eq!(
        ids,
        [
            "warehouse-worker",
            "http://data.europa.eu/esco/occupation/00-b"
        ]
    );
}

#[test]
fn a_byte_order_mark_does_no_harm() {
    let bytes = format!("\u{feff}{}", italian());
    assert_eq!(EscoFile::read(bytes.as_bytes()).unwrap().count(), 2);
}

#[rstest]
#[case::page(b"<!DOCTYPE html><html></html>".to_vec(), EscoError::MissingColumn("conceptUri"))]
#[case::nothing(Vec::new(), EscoError::MissingColumn("conceptUri"))]
#[case::saved_by_a_spreadsheet(b"conceptUri;preferredLabel\n\xe8;\xe8\n".to_vec(), EscoError::NotUtf8)]
#[case::archive(b"PK\x03\x04\xff\xfe".to_vec(), EscoError::NotUtf8)]
#[case::skills(
    b"conceptUri,iscoGroup,preferredLabel,altLabels\nhttp://data.europa.eu/esco/skill/1,,saldare,\n".to_vec(),
    EscoError::Empty
)]
#[case::cut_off(
    b"conceptUri,iscoGroup,preferredLabel,altLabels\nhttp://data.europa.eu/esco/occupation/1,71\n".to_vec(),
    EscoError::Unreadable { line: 2 }
)]
fn anything_else_is_refused(#[case] bytes: Vec<u8>, #[case] expected: EscoError) {
    assert_eq!(EscoFile::read(&bytes).unwrap_err(), expected);
}

#[test]
fn a_file_far_too_large_is_refused_unread() {
    let bytes = vec![b'a'; 65 * 1024 * 1024];
    assert_eq!(EscoFile::read(&bytes).unwrap_err(), EscoError::TooLarge);
}

#[test]
fn what_is_no_label_is_left_out() {
    let long = "x".repeat(200);
    let text = format!(
        "{HEADER}\n{}\n",
        line("1", "x", "muratore", &format!("{long}\n\u{7}\nmastro"))
    );
    let file = EscoFile::read(text.as_bytes()).unwrap();
    let content = file.catalog(Language::Italian, &file);
    assert_eq!(content.occupations[0].synonyms, ["mastro"]);
    assert_eq!(content.occupations[0].isco, None);
}

proptest! {
    #[test]
    fn no_bytes_do_harm(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = EscoFile::read(&bytes);
        let _ = Catalog::from_bytes(&[b"APCT\x01".as_slice(), &bytes].concat());
    }
}
