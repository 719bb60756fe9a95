//! New CVs made of one that is there: for a vacancy, in another language, of an earlier day; and what of
//! a copy is still to be translated.

use super::cv_editor::CvEditor;
use super::intent::Intent;
use super::signals::Changed;
use crate::platform::{clock, random};
use approdo_document::{
    Author, Document, DocumentId, Operation, SpaceId, WriterId, copy_document, cv_paths, project_cv,
};
use approdo_domain::{CvPlace, PageLookField};

/// A text that a copy began with, to be put into its language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceText {
    /// Where it stands.
    pub place: CvPlace,
    /// The words to translate.
    pub text: String,
}

impl CvEditor {
    /// Makes a new CV of this one, as it is on screen, and returns which; `language` is a tag of the
    /// language its pages are to have, none for the same.
    pub fn copy(self, title: &str, language: Option<&str>) -> DocumentId {
        self.commit();
        self.document_copied(title, language, Document::clone)
    }

    /// Makes a new CV of this one as it was when something had last been written at a moment, in
    /// milliseconds since 1970.
    pub fn copy_as_of(self, last_ms: u64, title: &str) -> DocumentId {
        self.document_copied(title, None, |document| document.as_of(last_ms))
    }

    /// Returns the texts that this CV began with as a copy, and that its language asks to translate.
    pub fn source_texts(self) -> Vec<SourceText> {
        self.commit();
        self.document(source_texts)
    }

    /// Tells whether a text of a copy is translated: it differs from what the copy began with, or the
    /// person said that it is the same in both languages.
    pub fn is_translated(self, source: &SourceText) -> bool {
        let same = cv_paths::same_in_both_languages(source.place);
        self.shown(source.place) != source.text || self.document(|document| document.flag(&same))
    }

    /// Says that a text is the same in both languages, or takes that back.
    pub fn set_same_in_both_languages(self, place: CvPlace, same: bool) {
        self.carry_out(Intent::Flag {
            path: cv_paths::same_in_both_languages(place),
            flag: same,
        });
    }

    fn document_copied(
        self,
        title: &str,
        language: Option<&str>,
        source: impl FnOnce(&Document) -> Document,
    ) -> DocumentId {
        let now_ms = clock::now_ms();
        let id = DocumentId::new(now_ms, random::bytes());
        // A writer of its own: see `copy_document`.
        let mut author = Author::new(WriterId(random::bytes()));
        let source = self.document(source);
        let operations = copied(&source, id, title, language, &mut author, now_ms);
        self.workspace().change(id, |open, own, now_ms| {
            for operation in &operations {
                own.observe(operation.stamp, now_ms);
            }
            open.carry_out(Intent::Begin { operations }, own, now_ms)
                .then_some(Changed::Anything)
        });
        id
    }
}

fn copied(
    source: &Document,
    id: DocumentId,
    title: &str,
    language: Option<&str>,
    author: &mut Author,
    now_ms: u64,
) -> Vec<Operation> {
    let mut operations = copy_document(source, id, title, author, now_ms);
    let mut copy = Document::new(id, SpaceId::of_document(id));
    for operation in &operations {
        copy.ingest(operation.clone());
    }
    let path = cv_paths::path(CvPlace::Look(PageLookField::Language));
    let change = language.and_then(|tag| author.set_text(&copy, &path, tag, now_ms));
    operations.extend(change.unwrap_or_default().operations);
    operations
}

fn source_texts(document: &Document) -> Vec<SourceText> {
    let places = project_cv(document).places().into_iter();
    places
        .filter(|place| place.is_translated())
        .filter_map(|place| {
            let text = document.began_with(&cv_paths::path(place))?;
            (!text.trim().is_empty()).then_some(SourceText { place, text })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use approdo_domain::{ExperienceField, ItemId, Section};

    #[test]
    fn a_copy_in_another_language_asks_for_the_words_and_not_for_the_names() {
        let source_id = DocumentId([1; 16]);
        let mut source = Document::new(source_id, SpaceId::of_document(source_id));
        let mut author = Author::new(WriterId([1; 16]));
        let item = ItemId(5);
        let list = cv_paths::list(Section::Experience);
        let added = author.add_item(&source, &list, item, 0, 1_000);
        source.apply(&added);
        for (field, text) in [
            (ExperienceField::Role, "Cuoca"),
            (ExperienceField::Employer, "Trattoria Da Pino"),
        ] {
            let path = cv_paths::path(CvPlace::Experience(item, field));
            let change = author.set_text(&source, &path, text, 1_000);
            source.apply(&change.unwrap());
        }
        let id = DocumentId([2; 16]);
        let mut writer = Author::new(WriterId([2; 16]));
        let mut copy = Document::new(id, SpaceId::of_document(id));
        for operation in copied(&source, id, "In inglese", Some("en"), &mut writer, 2_000) {
            copy.ingest(operation);
        }
        assert_eq!(project_cv(&copy).look.language, "en");
        let role = SourceText {
            place: CvPlace::Experience(item, ExperienceField::Role),
            text: "Cuoca".to_owned(),
        };
        assert_eq!(source_texts(&copy), [role]);
        assert_eq!(source_texts(&source), [], "it is no copy");
    }
}
