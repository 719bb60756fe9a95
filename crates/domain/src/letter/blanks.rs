//! What keeps a letter from going out: blanks that are still open, and a letter that says nothing. Advice,
//! which keeps nothing back, is in the check.

use crate::letter::phrase::BLANK;
use crate::letter::{Letter, LetterField, LetterPlace};
use std::ops::Range;
use thiserror::Error;

/// A blank that is still to be filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenBlank {
    /// The text it stands in.
    pub place: LetterPlace,
    /// Its bytes there.
    pub range: Range<usize>,
}

/// Why a letter cannot go out yet.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ExportObstacle {
    /// Blanks are open, in the order of the letter.
    #[error(
        "something is still to be filled in where the letter shows …; fill it in or change the sentence"
    )]
    OpenBlanks(Vec<OpenBlank>),
    /// Nothing is written between salutation and signature.
    #[error("the letter says nothing yet; write at least one sentence")]
    NothingWritten,
}

impl Letter {
    /// Returns the blanks that are open in what goes out, in the order of the letter.
    pub fn open_blanks(&self) -> Vec<OpenBlank> {
        let form = self.letter_form();
        let shown = LetterField::ALL
            .into_iter()
            .filter(|field| form.has(LetterPlace::Text(*field)));
        shown
            .flat_map(|field| {
                let blanks = self.text(field).match_indices(BLANK);
                blanks.map(move |(at, blank)| OpenBlank {
                    place: LetterPlace::Text(field),
                    range: at..at + blank.len(),
                })
            })
            .collect()
    }

    /// Returns why the letter cannot go out yet; none if it can.
    pub fn export_obstacle(&self) -> Option<ExportObstacle> {
        let blanks = self.open_blanks();
        if !blanks.is_empty() {
            return Some(ExportObstacle::OpenBlanks(blanks));
        }
        let mut body = LetterField::BODY.into_iter();
        let is_empty = body.all(|field| self.text(field).trim().is_empty());
        is_empty.then_some(ExportObstacle::NothingWritten)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::LetterForm;

    fn letter() -> Letter {
        let mut letter = Letter::default();
        letter.texts.opening = "Scrivo da ….".to_owned();
        letter
    }

    #[test]
    fn an_open_blank_keeps_the_letter_here_and_is_shown() {
        let letter = letter();
        let blanks = letter.open_blanks();
        let [blank] = blanks.as_slice() else {
            panic!("one blank is open");
        };
        assert_eq!(blank.place, LetterPlace::Text(LetterField::Opening));
        assert_eq!(&letter.texts.opening[blank.range.clone()], "…");
        assert!(matches!(
            letter.export_obstacle(),
            Some(ExportObstacle::OpenBlanks(open)) if open == blanks
        ));
    }

    #[test]
    fn a_letter_goes_out_once_its_blanks_are_filled_in() {
        let mut letter = letter();
        letter.texts.opening = "Scrivo da Soresina.".to_owned();
        assert_eq!(letter.export_obstacle(), None);
        letter.texts.opening = "  ".to_owned();
        assert_eq!(
            letter.export_obstacle(),
            Some(ExportObstacle::NothingWritten)
        );
    }

    #[test]
    fn a_blank_in_what_does_not_go_out_keeps_nothing_back() {
        let mut letter = letter();
        letter.form = LetterForm::ShortMessage.code().to_owned();
        letter.texts.opening = "Scrivo da Soresina.".to_owned();
        letter.texts.subject = "…".to_owned();
        assert_eq!(letter.export_obstacle(), None);
    }
}
