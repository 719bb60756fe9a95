//! A document read as a letter, and a letter written into a document. Reading is total: any set of
//! operations gives a letter.

use crate::author::{Author, Change};
use crate::document::Document;
use crate::document_kind::DocumentKind;
use crate::letter_paths;
use approdo_domain::FieldValue;
use approdo_domain::letter::{Letter, LetterPlace};

/// Reads a document as a letter.
pub fn project_letter(document: &Document) -> Letter {
    let mut letter = Letter::default();
    for place in LetterPlace::all() {
        let path = letter_paths::path(place);
        if place.is_flag() {
            letter.set_flag(place, document.flag(&path));
        } else {
            letter.set_text(place, &document.text(&path).text);
        }
    }
    letter
}

impl Author {
    /// Writes all of a letter in one change, and that the document is one. In a document that has nothing yet,
    /// reading it gives the same letter.
    pub fn write_letter(&mut self, document: &Document, letter: &Letter, now_ms: u64) -> Change {
        let mut whole = self.begin_kind(document, DocumentKind::Letter, now_ms);
        for place in LetterPlace::all() {
            let path = letter_paths::path(place);
            let change = match letter.value(place) {
                FieldValue::Text(text) => self.set_text(document, &path, text, now_ms),
                FieldValue::Flag(flag) => self.set_flag(document, &path, flag, now_ms),
            };
            whole.then(change.unwrap_or_default());
        }
        whole
    }
}
