//! A letter as plain data: what is written, checked and printed. A document of its own, which follows
//! a CV in what it says of who writes. Texts stand as the person typed them.
//!
//! `parts` and `place` say what a letter has, `sender` how it follows the CV, `phrase` and `facts` what
//! drafts are made of, `compose` how, and `blanks` what has to be filled in before it goes out; `message` is the letter as plain words. The
//! check of a letter is in `check`, beside that of a CV.

mod blanks;
mod compose;
mod cv_facts;
mod facts;
mod form;
mod marks;
mod message;
mod parts;
mod phrase;
mod phrase_field;
mod phrases;
mod place;
mod questions;
mod said_by_person;
mod sender;

pub use blanks::{ExportObstacle, OpenBlank};
pub use compose::{Composed, Composer};
pub use facts::{Fact, FactSource, Facts};
pub use form::{LetterForm, WordForm, letter_language};
pub use marks::mark;
pub use message::mail_address;
pub use parts::{
    Addressee, AddresseeField, Answers, AnswersField, LetterField, LetterTexts, Sender,
    SenderField, Wanted, WantedField,
};
pub use phrase::{BLANK, Phrase, PhraseError};
pub use phrase_field::PhraseField;
pub use phrases::LetterPhrases;
pub use place::LetterPlace;
pub use questions::questions;
pub use sender::as_in_cv;

use crate::FieldValue;
use crate::check::TextLanguage;
use crate::fields::FieldSlot;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A whole letter.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// How the person calls this letter in the list of letters; not printed.
    pub title: String,
    /// What sort of letter it is: the code of a [`LetterForm`].
    pub form: String,
    /// The language it is written in: a BCP 47 tag; empty for Italian.
    pub language: String,
    /// Which endings the words about the writer have: the code of a [`WordForm`].
    pub writer_form: String,
    /// The CV that it goes with, as `approdo-document` writes the document's identity.
    pub cv: String,
    /// Who writes, as far as it is not as in the CV.
    pub sender: Sender,
    /// What is left out of who writes, though the CV has it.
    pub sender_left_out: BTreeSet<SenderField>,
    /// To whom it goes.
    pub addressee: Addressee,
    /// The job it is about.
    pub wanted: Wanted,
    /// What the person answered in the guided way.
    pub answers: Answers,
    /// What stands in it.
    pub texts: LetterTexts,
}

impl Letter {
    /// Returns what sort of letter it is; an answer to a vacancy if nothing was said, or nothing that is
    /// known here.
    pub fn letter_form(&self) -> LetterForm {
        LetterForm::from_code(&self.form).unwrap_or(LetterForm::VacancyAnswer)
    }

    /// Returns the language it is written in.
    pub fn text_language(&self) -> TextLanguage {
        letter_language(&self.language)
    }

    /// Returns which endings the words about the writer have; neutral ones if nothing was said.
    pub fn word_form(&self) -> WordForm {
        WordForm::from_code(&self.writer_form).unwrap_or(WordForm::Neutral)
    }

    /// Returns one of the texts of the letter.
    pub fn text(&self, field: LetterField) -> &str {
        match self.texts.value(field) {
            FieldValue::Text(text) => text,
            FieldValue::Flag(_) => "",
        }
    }

    /// Returns what stands at a place.
    pub fn value(&self, place: LetterPlace) -> FieldValue<'_> {
        match place {
            LetterPlace::Title => FieldValue::Text(&self.title),
            LetterPlace::Form => FieldValue::Text(&self.form),
            LetterPlace::Language => FieldValue::Text(&self.language),
            LetterPlace::WriterForm => FieldValue::Text(&self.writer_form),
            LetterPlace::Cv => FieldValue::Text(&self.cv),
            LetterPlace::Sender(field) => self.sender.value(field),
            LetterPlace::SenderLeftOut(field) => {
                FieldValue::Flag(self.sender_left_out.contains(&field))
            }
            LetterPlace::Addressee(field) => self.addressee.value(field),
            LetterPlace::Wanted(field) => self.wanted.value(field),
            LetterPlace::Answer(field) => self.answers.value(field),
            LetterPlace::Text(field) => self.texts.value(field),
        }
    }

    /// Writes a text at a place. Flags stay as they are.
    pub fn set_text(&mut self, place: LetterPlace, text: &str) {
        let slot = match place {
            LetterPlace::Title => FieldSlot::Text(&mut self.title),
            LetterPlace::Form => FieldSlot::Text(&mut self.form),
            LetterPlace::Language => FieldSlot::Text(&mut self.language),
            LetterPlace::WriterForm => FieldSlot::Text(&mut self.writer_form),
            LetterPlace::Cv => FieldSlot::Text(&mut self.cv),
            LetterPlace::Sender(field) => self.sender.slot(field),
            LetterPlace::SenderLeftOut(_) => return,
            LetterPlace::Addressee(field) => self.addressee.slot(field),
            LetterPlace::Wanted(field) => self.wanted.slot(field),
            LetterPlace::Answer(field) => self.answers.slot(field),
            LetterPlace::Text(field) => self.texts.slot(field),
        };
        if let FieldSlot::Text(target) = slot {
            text.clone_into(target);
        }
    }

    /// Sets or clears a flag. Texts stay as they are.
    pub fn set_flag(&mut self, place: LetterPlace, flag: bool) {
        if let LetterPlace::SenderLeftOut(field) = place {
            if flag {
                self.sender_left_out.insert(field);
            } else {
                self.sender_left_out.remove(&field);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn what_is_written_at_a_place_stands_there_and_nowhere_else() {
        for written in LetterPlace::all() {
            let mut letter = Letter::default();
            letter.set_text(written, "Anna");
            letter.set_flag(written, true);
            for place in LetterPlace::all() {
                assert_eq!(letter.value(place).is_given(), place == written);
            }
        }
    }

    #[test]
    fn every_place_is_there_once() {
        let places = LetterPlace::all();
        let distinct: BTreeSet<_> = places.iter().collect();
        assert_eq!(distinct.len(), places.len());
    }

    #[test]
    fn a_letter_of_which_nothing_was_said_is_an_italian_answer_in_words_for_everybody() {
        let letter = Letter {
            form: "of next year".to_owned(),
            ..Letter::default()
        };
        assert_eq!(letter.letter_form(), LetterForm::VacancyAnswer);
        assert_eq!(letter.text_language(), TextLanguage::Italian);
        assert_eq!(letter.word_form(), WordForm::Neutral);
    }
}
