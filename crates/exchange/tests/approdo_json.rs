//! Approdo's own JSON: nothing of a CV is lost, and what another version wrote is told.

mod common;

use approdo_domain::ExportChoice;
use approdo_exchange::export::approdo_json;
use approdo_exchange::import::{Format, ImportError, Reason, Taken};
use approdo_testkit::cv::full_cv;
use common::{any_cv, read, renumbered};
use proptest::prelude::*;

const GOLDEN: &str = include_str!("golden/approdo-cv-1.json");

#[test]
fn the_golden_file_reads_as_it_was_written() {
    let imported = read(GOLDEN.as_bytes()).unwrap();
    assert_eq!(renumbered(&imported.cv), renumbered(&full_cv()));
    assert_eq!(imported.report.not_understood, []);
    let written: serde_json::Value = serde_json::from_str(&approdo_json(&full_cv())).unwrap();
    let golden: serde_json::Value = serde_json::from_str(GOLDEN).unwrap();
    assert_eq!(written, golden, "version 1 never changes: make a version 2");
}

#[test]
fn what_was_taken_is_listed() {
    let report = read(GOLDEN.as_bytes()).unwrap().report;
    assert_eq!(report.format, Format::ApprodoJson);
    let experience = Taken::Entries(approdo_domain::Section::Experience, 2);
    assert!(report.taken.contains(&experience), "{:?}", report.taken);
}

#[test]
fn what_was_not_chosen_is_in_no_byte() {
    let text = approdo_json(&full_cv().for_export(ExportChoice::default()));
    for secret in [
        "RSSMRA",
        "protected",
        "26041",
        "14/02/1979",
        "long-term",
        "Magazzino e",
    ] {
        assert!(!text.contains(secret), "{secret} goes out");
    }
}

#[test]
fn fields_of_a_later_version_are_noted_and_the_rest_is_read() {
    let file = r#"{ "format": "approdo-cv", "version": 1, "cv": {
        "personal": { "given_name": "Anna", "shoe_size": 38 },
        "driving": { "categories": ["B", "Z9"] },
        "skills": [{ "name": "muletto", "stars": { "of": 5 } }, 7],
        "order": ["skills", "own:4", "skills"],
        "hologram": "sì" } }"#;
    let imported = read(file.as_bytes()).unwrap();
    assert_eq!(imported.cv.personal.given_name, "Anna");
    assert_eq!(imported.cv.skills[0].name, "muletto");
    let mut noted: Vec<(&str, Reason)> = imported
        .report
        .not_understood
        .iter()
        .map(|note| (note.path.as_str(), note.reason))
        .collect();
    noted.sort_by_key(|(path, _)| *path);
    assert_eq!(
        noted,
        [
            ("cv.driving.categories", Reason::UnknownCode),
            ("cv.hologram", Reason::NoPlace),
            ("cv.order", Reason::UnknownCode),
            ("cv.order", Reason::UnknownCode),
            ("cv.personal.shoe_size", Reason::NoPlace),
            ("cv.skills[0].stars", Reason::NoPlace),
            ("cv.skills[1]", Reason::WrongKind),
        ]
    );
}

#[test]
fn a_newer_version_is_not_guessed_at() {
    let file = br#"{ "format": "approdo-cv", "version": 2, "cv": {} }"#;
    assert_eq!(read(file), Err(ImportError::NewerVersion { found: 2 }));
}

#[test]
fn other_json_is_of_no_known_format() {
    for file in ["[1, 2]", "{}", r#"{"format": "approdo-cv", "version": 1}"#] {
        assert_eq!(
            read(file.as_bytes()),
            Err(ImportError::UnknownFormat),
            "{file}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn any_cv_reads_back_as_it_was(cv in any_cv(any::<String>())) {
        let imported = read(approdo_json(&cv).as_bytes()).unwrap();
        prop_assert_eq!(renumbered(&imported.cv), renumbered(&cv));
        prop_assert_eq!(imported.report.not_understood, vec![]);
    }
}
