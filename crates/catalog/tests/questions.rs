//! The interview questions and the assessor's criteria follow their own rules, which are in
//! `content/questions/README.md` and `content/feedback/README.md`.

mod common;

use approdo_catalog::source::{QuestionBank, QuestionFamily, check_questions};
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
