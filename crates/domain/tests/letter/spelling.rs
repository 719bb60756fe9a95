//! Spelling in letters: what a dictionary is asked for, and what becomes of its answers.

use approdo_domain::check::{CheckRule, Misspelt, letter_spelling, letter_words_to_spell};
use approdo_domain::letter::{AddresseeField, Letter, LetterField, LetterPlace};
use approdo_domain::{Cv, CvPlace, ExportChoice, PersonalField};
use std::collections::BTreeSet;

fn letter(opening: &str) -> Letter {
    let mut letter = Letter::default();
    letter.set_text(LetterPlace::Text(LetterField::Opening), opening);
    letter
}

fn misspelt(word: &str, meant: &str) -> Misspelt {
    Misspelt::from([(word.to_owned(), vec![meant.to_owned()])])
}

#[test]
fn a_misspelt_word_is_marked_where_it_stands() {
    let letter = letter("Ho lavorato in magazino.");
    let wrong = misspelt("magazino", "magazzino");
    let found = letter_spelling(&letter, &Cv::default(), &wrong, &BTreeSet::new());
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].rule, CheckRule::Spelling);
    assert_eq!(found[0].place, LetterPlace::Text(LetterField::Opening));
    assert_eq!(found[0].range, Some(15..23));
    assert_eq!(found[0].suggestions, ["magazzino"]);
}

#[test]
fn a_word_that_the_person_said_is_right_is_left_alone() {
    let letter = letter("Ho lavorato in magazino.");
    let wrong = misspelt("magazino", "magazzino");
    let known = BTreeSet::from(["magazino".to_owned()]);
    assert_eq!(letter_spelling(&letter, &Cv::default(), &wrong, &known), []);
}

#[test]
fn names_of_company_person_and_cv_are_not_asked_for() {
    let mut letter = letter("Scrivo alla frigotec, a zanni, da fatima, per lavorare in reparto");
    let company = LetterPlace::Addressee(AddresseeField::Company);
    letter.set_text(company, "Frigotec S.r.l.");
    let person = LetterPlace::Addressee(AddresseeField::Person);
    letter.set_text(person, "Carla Zanni");
    let mut cv = Cv::default();
    cv.set_text(CvPlace::Personal(PersonalField::GivenName), "Fatima");
    let cv = cv.for_export(ExportChoice::everything());
    let asked: Vec<String> = letter_words_to_spell(&letter, &cv).into_iter().collect();
    let expected = ["Scrivo", "alla", "lavorare", "per", "reparto"];
    assert_eq!(asked, expected);
}

#[test]
fn what_the_form_does_not_have_is_not_looked_at() {
    let mut letter = letter("Buongiorno");
    letter.set_text(LetterPlace::Text(LetterField::Subject), "candidatura");
    letter.set_text(LetterPlace::Form, "phone-message");
    let asked = letter_words_to_spell(&letter, &Cv::default());
    let has_subject = letter
        .letter_form()
        .has(LetterPlace::Text(LetterField::Subject));
    assert_eq!(asked.contains("candidatura"), has_subject);
    assert!(asked.contains("Buongiorno"));
}
