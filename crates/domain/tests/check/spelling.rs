//! Spelling: what a dictionary is asked for, and what becomes of its answers.

use super::{context, experience, with_experiences};
use approdo_domain::check::{
    CheckFinding, CheckRule, Misspelt, TextLanguage, check_cv, spelling, with_word_replaced,
    words_to_spell,
};
use approdo_domain::{Cv, CvPlace, ExperienceField, ItemId, Section};
use std::collections::BTreeSet;

const TASKS: CvPlace = CvPlace::Experience(ItemId(1), ExperienceField::Description);

fn cv(tasks: &str) -> Cv {
    let mut cv = with_experiences([experience(1, "2019", "2020")]);
    cv.set_text(TASKS, tasks);
    cv
}

fn misspelt(words: &[(&str, &[&str])]) -> Misspelt {
    let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    words
        .iter()
        .map(|(word, suggestions)| ((*word).to_owned(), owned(suggestions)))
        .collect()
}

fn found(cv: &Cv, misspelt: &Misspelt) -> Vec<CheckFinding> {
    spelling(cv, misspelt, &BTreeSet::new())
}

#[test]
fn a_misspelt_word_is_marked_where_it_stands_with_three_suggestions() {
    let cv = cv("Lavoro in magazino. Ordine del magazino");
    let wrong = misspelt(&[("magazino", &["magazzino", "magazine", "magazzini", "mago"])]);
    let findings = found(&cv, &wrong);
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].place, TASKS);
    assert_eq!(findings[0].range, Some(10..18));
    assert_eq!(
        findings[0].suggestions,
        ["magazzino", "magazine", "magazzini"]
    );
    assert_eq!(findings[0].rule, CheckRule::Spelling);
}

#[test]
fn a_change_elsewhere_in_the_text_keeps_the_key() {
    let wrong = misspelt(&[("magazino", &["magazzino"])]);
    let before = found(&cv("In magazino"), &wrong)[0].key();
    let after = found(&cv("Da tre anni in magazino"), &wrong)[0].key();
    assert_eq!(before, after);
}

#[test]
fn what_somebody_or_something_is_called_is_not_asked_for() {
    let mut cv = cv("Cassa da esselunga a Crema, con fatima");
    cv.personal.given_name = "Fatima".to_owned();
    cv.set_text(
        CvPlace::Experience(ItemId(1), ExperienceField::Employer),
        "Esselunga S.p.A.",
    );
    let asked = words_to_spell(&cv);
    let asked: Vec<&str> = asked.iter().map(String::as_str).collect();
    assert_eq!(asked, ["Cassa", "Operaio", "con"]);
}

#[test]
fn words_that_a_person_said_are_right_are_left_alone() {
    let wrong = misspelt(&[("Magazino", &["Magazzino"])]);
    let cv = cv("Magazino e ordini");
    let known = BTreeSet::from(["magazino".to_owned()]);
    assert_eq!(spelling(&cv, &wrong, &known), []);
    assert_eq!(found(&cv, &wrong).len(), 1);
}

#[test]
fn a_text_in_another_language_is_left_alone() {
    let words = "cleaned rooms and prepared meals for forty guests";
    let wrong: Misspelt = words
        .split(' ')
        .map(|word| (word.to_owned(), vec!["x".to_owned()]))
        .collect();
    assert_eq!(found(&cv(words), &wrong), []);
}

#[test]
fn hidden_entries_are_left_alone() {
    let mut cv = cv("In magazino");
    cv.set_flag(CvPlace::EntryHidden(Section::Experience, ItemId(1)), true);
    assert!(words_to_spell(&cv).is_empty());
}

#[test]
fn a_word_is_replaced_wherever_it_stands_whole() {
    assert_eq!(
        with_word_replaced("Cita: la cita, citata.", "cita", "città"),
        "Cita: la città, citata."
    );
}

#[test]
fn without_a_dictionary_nothing_is_said_of_spelling() {
    let findings = check_cv(&cv("magazino"), &context(TextLanguage::Italian));
    let mut rules = findings.iter().map(|finding| finding.rule);
    assert!(!rules.any(|rule| rule == CheckRule::Spelling));
}
