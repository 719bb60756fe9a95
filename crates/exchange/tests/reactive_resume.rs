//! Reactive Resume, versions 4 and 5.

mod common;

use approdo_domain::CefrLevel;
use approdo_exchange::import::Format;
use common::read;

#[test]
fn version_4_is_read() {
    let file = include_bytes!("fixtures/reactive-resume/version-4.json");
    let imported = read(file).unwrap();
    let cv = imported.cv;
    assert_eq!(imported.report.format, Format::ReactiveResume4);
    assert_eq!(cv.personal.family_name, "El Idrissi");
    assert_eq!(cv.personal.website, "https://amina.example.org");
    assert_eq!(cv.profile, "Cuoca & aiuto cuoca.\nCerco lavoro.");
    let job = &cv.experience[0];
    assert_eq!((job.start.0.as_str(), job.current), ("marzo 2021", true));
    assert_eq!(job.description, "120 pasti\nHACCP");
    assert!(!job.hidden && cv.experience[1].hidden);
    assert_eq!(cv.experience[1].end.0, "June 2020");
    assert_eq!(cv.experience[2].kind, "volunteering");
    assert_eq!(cv.education[0].description, "9");
    assert!(cv.languages[0].native);
    assert_eq!(cv.languages[1].single_level(), Some(CefrLevel::B1));
    assert_eq!(cv.languages[2].name, "Francese (Buono)");
    assert_eq!(cv.skills[0].name, "Cucina (Esperta): primi, dolci");
    assert_eq!(cv.hobbies, "Orto");
    assert_eq!(cv.certificates[0].issued.0, "05/2023");
    assert_eq!(cv.references[0].role, "Capocuoca");
    let own: Vec<(&str, &str)> = cv
        .own_sections
        .iter()
        .map(|own| (own.title.as_str(), own.text.as_str()))
        .collect();
    assert_eq!(
        own,
        [
            ("Premi", "Torta dell’anno, Pro Loco, 2022"),
            ("Disponibilità", "Turni")
        ]
    );
    let noted: Vec<&str> = imported
        .report
        .not_understood
        .iter()
        .map(|note| note.path.as_str())
        .collect();
    let expected = [
        "basics.customFields",
        "sections.experience[0].url",
        "sections.references[0].description",
    ];
    assert_eq!(noted, expected);
}

#[test]
fn version_5_is_read_role_by_role() {
    let file = include_bytes!("fixtures/reactive-resume/version-5.json");
    let imported = read(file).unwrap();
    let cv = imported.cv;
    assert_eq!(imported.report.format, Format::ReactiveResume5);
    let roles: Vec<(&str, &str)> = cv
        .experience
        .iter()
        .map(|job| (job.role.as_str(), job.employer.as_str()))
        .collect();
    assert_eq!(
        roles,
        [("Cuoca", "Mensa La Rosa"), ("Aiuto cuoca", "Mensa La Rosa")]
    );
    assert!(cv.experience[0].current && cv.experience[0].description == "120 pasti");
    assert!(cv.languages[0].hidden, "a hidden section stays hidden");
    assert_eq!(cv.references[0].phone, "+39 333 111 1111");
    assert_eq!(cv.own_sections[0].text, "Turni e notti");
    assert_eq!(imported.report.not_understood, []);
}
