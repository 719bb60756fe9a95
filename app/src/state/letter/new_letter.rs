//! Beginning a letter: what is chosen before its first question, and the document made of it.

use crate::i18n::Language;
use crate::platform::local_storage;
use crate::state::workspace::Workspace;
use approdo_document::DocumentId;
use approdo_domain::application::Vacancy;
use approdo_domain::letter::{Addressee, Letter, LetterForm, Wanted, WordForm};

/// How the person last spoke of themselves in a letter, on this device.
const WRITER_FORM: &str = "approdo.letters.writer-form";

/// What is chosen before the first question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewLetter {
    /// What sort of letter it is.
    pub form: LetterForm,
    /// The CV it goes with, if there is one.
    pub cv: Option<DocumentId>,
    /// The tag of its language.
    pub language: String,
    /// Which endings the words about the writer have.
    pub writer_form: WordForm,
    /// The vacancy it answers, as far as an application knows it.
    pub vacancy: Vacancy,
}

impl NewLetter {
    /// Proposes what is usual; the words about the writer as in the letter before.
    pub fn with_cv(cv: Option<DocumentId>) -> Self {
        let noted = local_storage::get(WRITER_FORM);
        let writer_form = noted.and_then(|code| WordForm::from_code(&code));
        Self {
            form: LetterForm::VacancyAnswer,
            cv,
            language: Language::Italian.tag().to_owned(),
            writer_form: writer_form.unwrap_or(WordForm::Neutral),
            vacancy: Vacancy::default(),
        }
    }

    fn letter(&self) -> Letter {
        let Vacancy {
            title,
            company,
            place,
            ..
        } = self.vacancy.clone();
        Letter {
            wanted: Wanted {
                role: title,
                ..Wanted::default()
            },
            addressee: Addressee {
                company,
                city: place,
                ..Addressee::default()
            },
            form: self.form.code().to_owned(),
            cv: self.cv.map(|cv| cv.to_string()).unwrap_or_default(),
            language: self.language.clone(),
            writer_form: self.writer_form.code().to_owned(),
            ..Letter::default()
        }
    }
}

/// Makes the letter and returns which it is.
pub fn begin(workspace: Workspace, chosen: &NewLetter) -> DocumentId {
    local_storage::set(WRITER_FORM, chosen.writer_form.code());
    let letter = chosen.letter();
    workspace.begin(|document, author, now_ms| author.write_letter(document, &letter, now_ms))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::intent::Intent;
    use crate::state::open_document::OpenDocument;
    use approdo_document::{Author, DocumentKind, WriterId, project_letter};

    #[test]
    fn a_letter_begins_with_what_was_chosen_and_nothing_to_undo() {
        let id = DocumentId([1; 16]);
        let chosen = NewLetter {
            form: LetterForm::FirstJob,
            cv: Some(DocumentId([2; 16])),
            language: "en".to_owned(),
            writer_form: WordForm::Feminine,
            vacancy: Vacancy {
                title: "Cuoca".to_owned(),
                company: "Da Gino".to_owned(),
                place: "Viadana".to_owned(),
                ..Vacancy::default()
            },
        };
        let mut author = Author::new(WriterId([3; 16]));
        let mut open = OpenDocument::new(id);
        let change = author.write_letter(open.document(), &chosen.letter(), 1_000);
        let operations = change.operations;
        open.carry_out(Intent::Begin { operations }, &mut author, 1_000);
        assert_eq!(open.document().kind(), Some(DocumentKind::Letter));
        assert_eq!(project_letter(open.document()), chosen.letter());
        let letter = project_letter(open.document());
        assert_eq!(letter.wanted.role, "Cuoca");
        assert_eq!(letter.addressee.company, "Da Gino");
        assert_eq!(letter.addressee.city, "Viadana");
        assert_eq!(open.can_undo_redo(), (false, false));
        let named: DocumentId = chosen.letter().cv.parse().unwrap();
        assert_eq!(Some(named), chosen.cv);
    }
}
