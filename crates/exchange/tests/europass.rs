//! Europass XML of today: a file as the editor writes it, what goes out, and what comes back.

mod common;

use approdo_domain::{CefrLevel, CefrSkill, Cv, DateText, DrivingCategory, ExportChoice};
use approdo_exchange::export::{Labels, europass_xml};
use approdo_exchange::import::{Format, ImportError, Reason};
use approdo_testkit::cv::full_cv;
use common::{any_cv, clean_line, labels, read, renumbered};
use proptest::prelude::*;

const CANDIDATE: &str = include_str!("fixtures/europass/candidate.xml");

#[test]
fn a_file_of_the_editor_is_read() {
    let imported = read(CANDIDATE.as_bytes()).unwrap();
    let cv = imported.cv;
    assert_eq!(imported.report.format, Format::Europass);
    assert_eq!(cv.personal.full_name(), "Amina El Idrissi");
    assert_eq!(cv.personal.phone, "+39 3330000000");
    assert_eq!(cv.phones[0].number, "0372 000000");
    assert_eq!(cv.personal.postal_code, "26015");
    assert_eq!(cv.personal.nationality, "MA, IT");
    assert_eq!(cv.profile, "Cuoca & aiuto cuoca.\nCerco lavoro a Soresina.");
    let job = &cv.experience[0];
    assert_eq!(
        (job.role.as_str(), job.place.as_str(), job.current),
        ("Cuoca", "Crema", true)
    );
    assert_eq!(job.description, "120 pasti al giorno\nPiano HACCP");
    let school = &cv.education[0];
    assert_eq!(
        (school.level.as_str(), school.end.0.as_str()),
        ("3", "2017-06")
    );
    assert_eq!(school.description, "Cucina, sala\n92/100");
    let names: Vec<&str> = cv
        .languages
        .iter()
        .map(|language| language.name.as_str())
        .collect();
    assert_eq!(names, ["Arabo", "Tamazight", "Italiano"]);
    assert_eq!(
        cv.languages[2].levels.get(&CefrSkill::Listening),
        Some(&CefrLevel::B2)
    );
    assert_eq!(
        cv.languages[2].levels.get(&CefrSkill::Writing),
        Some(&CefrLevel::A2)
    );
    assert!(cv.driving.categories.contains(&DrivingCategory::B));
    assert_eq!(cv.digital.tools, "Posta elettronica");
    assert_eq!(cv.own_sections[0].title, "Volontariato");
    assert_eq!(
        cv.own_sections[0].text,
        "2018: Cucina della parrocchia\nOgni domenica.\nBanco alimentare"
    );
}

#[test]
fn what_has_no_place_is_noted_with_its_path() {
    let report = read(CANDIDATE.as_bytes()).unwrap().report;
    let noted: Vec<(&str, &str)> = report
        .not_understood
        .iter()
        .map(|note| {
            (
                note.path.rsplit('/').next().unwrap_or_default(),
                note.value.as_str(),
            )
        })
        .collect();
    for (name, value) in [
        ("IssuingCountryCode", "it"),
        ("IndustryCode", "I"),
        ("NumberOfCredit", "60"),
        ("Licenses", "T"),
    ] {
        assert!(noted.contains(&(name, value)), "{name}: {noted:?}");
    }
}

/// The names of the children of an element, in their order, from a file of one element a line.
fn children(file: &str, parent: &str) -> Vec<String> {
    let mut lines = file
        .lines()
        .skip_while(|line| !line.trim().starts_with(&format!("<{parent}")));
    let depth = lines
        .next()
        .map_or(0, |line| line.len() - line.trim_start().len());
    let inside = lines.take_while(|line| line.len() - line.trim_start().len() > depth);
    let names = inside.filter(|line| line.len() - line.trim_start().len() == depth + 2);
    let name = |line: &str| {
        let line = line.trim().strip_prefix('<')?;
        let end = line.find([' ', '>', '/'])?;
        (end > 0).then(|| line.get(..end).unwrap_or_default().to_owned())
    };
    names.filter_map(name).collect()
}

#[test]
fn elements_stand_in_the_order_of_the_editor() {
    let file = europass_xml(&full_cv(), &labels());
    assert_eq!(
        children(&file, "Candidate "),
        [
            "hr:DocumentID",
            "CandidateSupplier",
            "CandidatePerson",
            "CandidateProfile",
            "RenderingInformation"
        ]
    );
    let mut profile = children(&file, "CandidateProfile");
    profile.dedup();
    assert_eq!(
        profile,
        [
            "hr:ID",
            "hr:ExecutiveSummary",
            "EmploymentHistory",
            "EducationHistory",
            "eures:Licenses",
            "Certifications",
            "PublicationHistory",
            "PersonQualifications",
            "EmploymentReferences",
            "CreativeWorks",
            "Projects",
            "SocialAndPoliticalActivities",
            "Skills",
            "NetworksAndMemberships",
            "ConferencesAndSeminars",
            "VoluntaryWorks",
            "CourseCertifications",
            "Others"
        ]
    );
    assert_eq!(
        children(&file, "PositionHistory"),
        [
            "PositionTitle",
            "eures:EmploymentPeriod",
            "oa:Description",
            "City"
        ]
    );
}

#[test]
fn what_europass_has_places_for_comes_back_equal() {
    let cv = full_cv();
    let back = read(europass_xml(&cv, &labels()).as_bytes()).unwrap();
    assert_eq!(back.report.not_understood, []);
    let back = back.cv;
    assert_eq!(back.personal.email, cv.personal.email);
    assert_eq!(back.personal.address, cv.personal.address);
    assert_eq!(
        back.personal.birth_date.parse(),
        cv.personal.birth_date.parse()
    );
    assert_eq!(back.profile, cv.profile);
    for (mine, theirs) in cv.experience.iter().zip(&back.experience) {
        assert_eq!(mine.description, theirs.description);
        assert_eq!(mine.start.parse(), theirs.start.parse());
    }
    let levels = |cv: &Cv| {
        cv.languages
            .iter()
            .map(|entry| (entry.name.clone(), entry.levels.clone()))
            .collect::<Vec<_>>()
    };
    assert_eq!(levels(&back), levels(&cv));
    let titles: Vec<&str> = back
        .own_sections
        .iter()
        .map(|own| own.title.as_str())
        .collect();
    assert!(
        titles.contains(&"Che cosa so fare") && titles.contains(&"Disponibilità"),
        "{titles:?}"
    );
}

#[test]
fn what_was_not_chosen_is_in_no_byte() {
    let text = europass_xml(&full_cv().for_export(ExportChoice::default()), &labels());
    for secret in [
        "RSSMRA",
        "L. 68/1999",
        "26041",
        "1979",
        "Soggiornante",
        "Quartierino",
    ] {
        assert!(!text.contains(secret), "{secret} goes out");
    }
}

#[test]
fn other_xml_says_what_to_do() {
    let old = r#"<SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass"><LearnerInfo/></SkillsPassport>"#;
    assert_eq!(read(old.as_bytes()), Err(ImportError::OldEuropass));
    assert_eq!(read(b"<svg/>"), Err(ImportError::UnknownFormat));
    assert_eq!(
        read(b"<Candidate xmlns='http://example.org'/>"),
        Err(ImportError::UnknownFormat)
    );
    let bomb = CANDIDATE.replace(
        "<Candidate ",
        "<!DOCTYPE Candidate [<!ENTITY a \"aaaa\">]><Candidate ",
    );
    assert_eq!(read(bomb.as_bytes()), Err(ImportError::DocumentType));
}

#[test]
fn levels_that_are_none_are_noted() {
    let file = CANDIDATE.replace(">A2<", ">molto bene<");
    let report = read(file.as_bytes()).unwrap().report;
    let noted = report
        .not_understood
        .iter()
        .find(|note| note.value == "molto bene");
    assert_eq!(noted.map(|note| note.reason), Some(Reason::UnknownCode));
}

#[test]
fn a_file_of_nothing_but_sections_is_cut_and_says_so() {
    let one = "<Others><Title>A</Title><Other><Title>b</Title></Other></Others>";
    let file = CANDIDATE.replace("<EmploymentReferences/>", &one.repeat(5_000));
    let imported = read(file.as_bytes()).unwrap();
    assert_eq!(imported.cv.own_sections[0].text.lines().count(), 1_000);
    let first = &imported.report.not_understood;
    assert!(first.iter().any(|note| note.reason == Reason::TooMany));
    assert!(imported.report.more > 3_000);
}

fn known(date: &DateText) -> Option<String> {
    date.parse().ok().map(|date| date.to_string())
}

#[test]
fn the_language_of_the_cv_and_the_names_of_its_languages_come_back() {
    for (code, kept, german) in [
        ("it", "", "Tedesco"),
        ("en", "en", "German"),
        ("fr", "fr", "Allemand"),
        ("de", "de", "Deutsch"),
        ("es", "es", "Alemán"),
        ("ro", "ro", "Germană"),
        // A language in which no CV is printed says nothing of how it is to be printed.
        ("pt", "", "Alemão"),
    ] {
        let mut cv = full_cv();
        cv.languages[0].name = german.to_owned();
        let labels = Labels {
            language: code.to_owned(),
            ..labels()
        };
        let file = europass_xml(&cv, &labels);
        assert_eq!(file.contains(">ger<"), code != "pt", "{code}");
        let back = read(file.as_bytes()).unwrap().cv;
        assert_eq!(back.look.language, kept, "{code}");
        let mut names = back.languages.iter();
        assert!(names.any(|language| language.name == german), "{code}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn going_out_and_in_loses_no_job_and_settles(cv in any_cv(clean_line())) {
        let once = read(europass_xml(&cv, &labels()).as_bytes()).unwrap().cv;
        prop_assert_eq!(&once.personal.given_name, &cv.personal.given_name);
        prop_assert_eq!(once.experience.len(), cv.experience.len());
        for (mine, theirs) in cv.experience.iter().zip(&once.experience) {
            prop_assert_eq!((&mine.role, &mine.employer), (&theirs.role, &theirs.employer));
            prop_assert_eq!(known(&mine.start), known(&theirs.start));
        }
        prop_assert_eq!(once.languages.len(), cv.languages.iter().filter(|entry| !entry.native || !entry.name.is_empty()).count());
        let twice = read(europass_xml(&once, &labels()).as_bytes()).unwrap().cv;
        prop_assert_eq!(renumbered(&twice).experience, renumbered(&once).experience);
        prop_assert_eq!(renumbered(&twice).education, renumbered(&once).education);
    }
}
