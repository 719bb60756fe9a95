//! The phrases in `content/letters` follow their own rules, and make letters.

mod common;

use approdo_catalog::source::{LetterSource, check_letters};
use approdo_catalog::{Language, Letters};
use approdo_domain::letter::{
    AddresseeField, AnswersField, BLANK, Composer, Letter, LetterForm, LetterPlace, WordForm,
};
use approdo_domain::{Cv, PartialDate};
use common::{content, lines};
use std::fs;

fn source() -> LetterSource {
    let entries = fs::read_dir(content().join("letters"))
        .into_iter()
        .flatten();
    let files: Vec<(String, String)> = entries
        .flatten()
        .filter_map(|entry| {
            let name = entry.file_name().to_str()?.to_owned();
            Some((name, fs::read_to_string(entry.path()).ok()?))
        })
        .collect();
    let named = files
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()));
    match LetterSource::read(named) {
        Ok(source) => source,
        Err(faults) => panic!("not readable:\n{}", lines(&faults)),
    }
}

/// The phrases as the client gets them: through their compact file.
fn letters(language: Language) -> Letters {
    let bytes = source().letters(language).to_bytes().unwrap_or_default();
    match Letters::from_bytes(&bytes) {
        Ok(letters) => letters,
        Err(error) => panic!("{error}"),
    }
}

#[test]
fn every_phrase_follows_the_rules() {
    let faults = check_letters(&source());
    let number = faults.len();
    assert!(faults.is_empty(), "{number} faults:\n{}", lines(&faults));
}

#[test]
fn a_file_of_an_unknown_form_and_one_that_is_damaged_are_told() {
    let told = |name, text| LetterSource::read([(name, text)]).unwrap_err();
    assert!(lines(&told("love-letter.toml", "")).contains("love-letter.toml"));
    assert!(lines(&told("spontaneous.toml", "[it]\nsubject = 3")).contains("spontaneous.toml"));
    assert!(LetterSource::read([("README.md", "text")]).is_ok());
}

#[test]
fn who_says_nothing_gets_a_draft_without_blanks_in_every_form_and_language() {
    let today = PartialDate {
        year: 2026,
        month: Some(11),
        day: Some(22),
    };
    for language in Language::ALL {
        let letters = letters(language);
        for (code, phrases) in &letters.forms {
            let mut letter = Letter::default();
            letter.set_text(LetterPlace::Form, code);
            letter.set_text(LetterPlace::Language, language.code());
            for form in WordForm::ALL {
                letter.set_text(LetterPlace::WriterForm, form.code());
                let cv = Cv::default();
                let composer = Composer::new(&letter, &cv, phrases, today);
                for number in 0..20 {
                    for (field, composed) in composer.draft(number) {
                        assert!(
                            !composed.text.contains(BLANK),
                            "{code} {field:?} {composed:?}"
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn a_draft_names_the_company_in_every_form_and_language() {
    let today = PartialDate {
        year: 2026,
        month: Some(11),
        day: Some(22),
    };
    for language in Language::ALL {
        let letters = letters(language);
        for (code, phrases) in &letters.forms {
            let mut letter = Letter::default();
            letter.set_text(LetterPlace::Form, code);
            letter.set_text(LetterPlace::Language, language.code());
            let company = LetterPlace::Addressee(AddresseeField::Company);
            letter.set_text(company, "Rossi Trasporti");
            for answers in [["", ""], ["abito vicino", "uso del transpallet"]] {
                let [reason, skill] = answers;
                letter.set_text(LetterPlace::Answer(AnswersField::Reason), reason);
                letter.set_text(LetterPlace::Answer(AnswersField::Skill), skill);
                let cv = Cv::default();
                let composer = Composer::new(&letter, &cv, phrases, today);
                for number in 0..200 {
                    let draft = composer.draft(number);
                    let said =
                        |words: &str| draft.iter().any(|(_, part)| part.text.contains(words));
                    assert!(said("Rossi Trasporti"), "{code} {number} {draft:?}");
                    assert!(said(reason) && said(skill), "{code} {number} {draft:?}");
                }
            }
        }
    }
}

#[test]
fn phrases_are_found_by_the_form_of_the_letter() {
    let letters = letters(Language::Italian);
    for (form, _) in &source().forms {
        assert!(letters.phrases(*form).is_some());
    }
    let none = Letters {
        forms: Vec::new(),
        ..letters
    };
    assert_eq!(none.phrases(LetterForm::Spontaneous), None);
}
