//! The interview questions and the assessor's criteria follow their own rules, which are in
//! `content/questions/README.md` and `content/feedback/README.md`.

mod common;

use approdo_catalog::source::{QuestionBank, check_questions};
use approdo_catalog::{Criteria, Language, QuestionFamily, Questions, SheetPart};
use common::{criteria, lines, question_bank, source};

#[test]
fn every_question_follows_the_rules() {
    let faults = check_questions(&question_bank(), &source());
    let number = faults.len();
    assert!(faults.is_empty(), "{number} faults:\n{}", lines(&faults));
}

#[test]
fn every_family_has_questions() {
    let bank = question_bank();
    let families: Vec<QuestionFamily> = bank.general.iter().map(|(family, _)| *family).collect();
    assert_eq!(families, QuestionFamily::ALL);
}

#[test]
fn every_criterion_follows_the_rules() {
    let faults = criteria().check();
    let number = faults.len();
    assert!(faults.is_empty(), "{number} faults:\n{}", lines(&faults));
}

#[test]
fn a_family_that_does_not_exist_is_told() {
    let faults = QuestionBank::read([("general/weather.toml", "")]).err();
    let told = lines(&faults.unwrap_or_default());
    assert!(told.contains("general/weather.toml: no family"), "{told}");
}

#[test]
fn two_questions_with_one_id_are_told() {
    let closing = include_str!("../content/questions/general/closing.toml");
    let twice = format!("{closing}\n{closing}");
    let bank = QuestionBank::read([("general/closing.toml", twice.as_str())]);
    let told = lines(&check_questions(&bank.unwrap_or_default(), &source()));
    assert!(told.contains("the id is used twice"), "{told}");
}

#[test]
fn an_unknown_occupation_is_told() {
    let question = r#"
[[question]]
id = "lion-tamer-lions"
occupation = "lion-tamer"
minutes = 1
[question.it]
ask = "Ha paura dei leoni?"
why = "È il lavoro."
good = ["Dire di no", "Dire perché"]
avoid = ["Scappare"]
[question.en]
ask = "Are you afraid of lions?"
why = "It is the job."
good = ["Saying no", "Saying why"]
avoid = ["Running away"]
"#;
    let bank = QuestionBank::read([("occupations/circus.toml", question)]);
    let told = lines(&check_questions(&bank.unwrap_or_default(), &source()));
    assert!(
        told.contains("`lion-tamer` is not in the catalogue"),
        "{told}"
    );
}

#[test]
fn the_client_gets_every_question_with_the_name_of_its_occupation() {
    for language in Language::ALL {
        let packed = question_bank().in_language(language, &source()).to_bytes();
        let questions = packed
            .and_then(|bytes| Questions::from_bytes(&bytes))
            .unwrap();
        let written = question_bank();
        assert_eq!(questions.questions.len(), written.questions().count());
        assert!(questions.occupations.len() >= 24);
        for question in &questions.questions {
            let occupation = questions.occupation_of(question);
            assert_eq!(occupation.is_none(), question.family.is_some());
            let fits = occupation.is_none_or(|one| question.id.starts_with(&one.id));
            assert!(fits && questions.question(&question.id) == Some(question));
        }
    }
}

#[test]
fn the_client_gets_every_criterion_as_it_is_written() {
    let written = criteria();
    for language in Language::ALL {
        let bytes = written.criteria(language).to_bytes().unwrap_or_default();
        let read = Criteria::from_bytes(&bytes);
        assert_eq!(read.as_ref(), Ok(&written.criteria(language)));
        let read = read.into_iter().flat_map(|read| read.criteria);
        let parts = read.map(|one| (one.criterion_id().is_some(), one.part, one.levels.len()));
        let parts: Vec<_> = parts.collect();
        assert_eq!(parts.len(), written.criteria.len());
        for part in SheetPart::ALL {
            let of_part = parts.iter().filter(|one| **one == (true, part, 4));
            assert!(of_part.count() >= 7);
        }
    }
}
