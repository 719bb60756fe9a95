//! JSON Resume: what goes out keeps to the schema, what comes in loses nothing unsaid.

mod common;

use approdo_domain::{CefrLevel, Cv, ExportChoice, Heading};
use approdo_exchange::export::json_resume;
use approdo_exchange::import::{Format, Reason};
use approdo_testkit::cv::full_cv;
use boon::{Compiler, Draft, Schemas};
use common::{any_cv, clean_line, read, renumbered};
use proptest::prelude::*;
use serde_json::{Value, json};

const SAMPLE: &str = include_str!("fixtures/json-resume/sample.resume.json");

/// Says what the schema of the package `@jsonresume/schema` 1.3.1 finds wrong.
fn schema_finds(file: &str) -> Result<(), String> {
    let parse = |text: &str| serde_json::from_str::<Value>(text).map_err(|error| error.to_string());
    let mut compiler = Compiler::new();
    compiler.set_default_draft(Draft::V7);
    compiler.enable_format_assertions();
    let schema = parse(include_str!("fixtures/json-resume/schema.json"))?;
    let place = "http://schema.example/resume.json";
    compiler
        .add_resource(place, schema)
        .map_err(|error| error.to_string())?;
    let mut schemas = Schemas::new();
    let index = compiler
        .compile(place, &mut schemas)
        .map_err(|error| error.to_string())?;
    let value = parse(file)?;
    schemas
        .validate(&value, index)
        .map_err(|error| format!("{error:#}"))
}

#[test]
fn the_schema_finds_nothing_wrong_and_does_find_mistakes() {
    assert_eq!(schema_finds(&json_resume(&full_cv())), Ok(()));
    assert_eq!(schema_finds(&json_resume(&Cv::default())), Ok(()));
    assert!(schema_finds(r#"{"work": [{"startDate": "marzo"}]}"#).is_err());
    assert!(schema_finds(r#"{"basics": {"email": "nessuna"}}"#).is_err());
}

#[test]
fn a_full_cv_comes_back_equal() {
    let cv = full_cv();
    let imported = read(json_resume(&cv).as_bytes()).unwrap();
    assert_eq!(renumbered(&imported.cv), renumbered(&cv));
    assert_eq!(imported.report.not_understood, []);
    assert_eq!(imported.report.format, Format::JsonResume);
}

#[test]
fn other_programs_find_the_common_fields() {
    let file: Value = serde_json::from_str(&json_resume(&full_cv())).unwrap();
    assert_eq!(file["basics"]["name"], "Mariarosa D’Alò Però");
    assert_eq!(file["basics"]["location"]["city"], "Casalmaggiore (CR)");
    assert_eq!(file["work"][0]["startDate"], "2019-03");
    assert_eq!(file["work"][0]["highlights"][1], "Inventario mensile.");
    assert_eq!(file["languages"][0]["fluency"], "Native speaker");
    assert_eq!(file["languages"][1]["fluency"], "A2");
    assert_eq!(file["interests"][0]["name"], "Cucina");
}

#[test]
fn what_was_not_chosen_is_in_no_byte() {
    let text = json_resume(&full_cv().for_export(ExportChoice::default()));
    for secret in [
        "RSSMRA",
        "protected",
        "26041",
        "14/02/1979",
        "long-term",
        "Quartierino",
    ] {
        assert!(!text.contains(secret), "{secret} goes out");
    }
}

#[test]
fn what_another_program_changed_counts_and_the_rest_stays() {
    let mut file: Value = serde_json::from_str(&json_resume(&full_cv())).unwrap();
    file["work"][0]["startDate"] = json!("2018-01");
    file["basics"]["name"] = json!("Mariarosa D’Alò");
    let imported = read(file.to_string().as_bytes()).unwrap();
    assert_eq!(imported.cv.experience[0].start.0, "2018-01");
    assert_eq!(imported.cv.personal.family_name, "D’Alò");
    assert_eq!(imported.cv.personal.tax_code, "RSSMRA85T10A562S");
    assert_eq!(
        imported.cv.heading_name(Heading::Skills),
        Some("Che cosa so fare")
    );
    let reasons = imported.report.not_understood.iter();
    assert!(
        reasons
            .clone()
            .all(|note| note.reason == Reason::Contradiction)
    );
}

#[test]
fn the_sample_of_the_schema_is_read() {
    let imported = read(SAMPLE.as_bytes()).unwrap();
    let cv = imported.cv;
    assert_eq!(cv.personal.family_name, "Hendriks");
    assert_eq!(cv.personal.city, "San Francisco, California");
    assert_eq!(cv.experience.len(), 2);
    assert_eq!(cv.experience[1].kind, "volunteering");
    assert!(
        cv.experience[0]
            .description
            .contains("\nSuccessfully won Techcrunch Disrupt\n")
    );
    assert_eq!(
        cv.skills[0].name,
        "Web Development (Master): HTML, CSS, Javascript"
    );
    assert!(cv.languages[0].native);
    let own: Vec<&str> = cv
        .own_sections
        .iter()
        .map(|own| own.title.as_str())
        .collect();
    assert_eq!(own, ["Premi", "Link", "Progetti"]);
    let noted: Vec<&str> = imported
        .report
        .not_understood
        .iter()
        .map(|note| note.path.as_str())
        .collect();
    assert!(noted.contains(&"basics.location.countryCode"), "{noted:?}");
    assert!(noted.contains(&"work[0].url"), "{noted:?}");
}

#[test]
fn the_other_samples_are_read() {
    for file in [
        include_str!("fixtures/json-resume/career-changer.resume.json"),
        include_str!("fixtures/json-resume/new-grad.resume.json"),
        include_str!("fixtures/json-resume/senior-engineer.resume.json"),
    ] {
        let cv = read(file.as_bytes()).unwrap().cv;
        assert!(!cv.personal.family_name.is_empty());
        assert!(!cv.experience.is_empty() && !cv.education.is_empty() && !cv.skills.is_empty());
    }
}

#[test]
fn levels_are_read_where_they_are_levels() {
    let file = r#"{ "languages": [
        { "language": "Inglese", "fluency": "B2 (certificato)" },
        { "language": "Francese", "fluency": "scolastico" } ] }"#;
    let cv = read(file.as_bytes()).unwrap().cv;
    assert_eq!(cv.languages[0].single_level(), Some(CefrLevel::B2));
    assert_eq!(cv.languages[1].name, "Francese (scolastico)");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn any_cv_comes_back_equal_and_keeps_to_the_schema(cv in any_cv(clean_line())) {
        let file = json_resume(&cv);
        prop_assert_eq!(schema_finds(&file), Ok(()));
        let imported = read(file.as_bytes()).unwrap();
        prop_assert_eq!(renumbered(&imported.cv), renumbered(&cv));
        prop_assert_eq!(imported.report.not_understood, vec![]);
    }
}
