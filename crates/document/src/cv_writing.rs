//! Writing a whole CV at once: one that comes from a file.

use crate::author::{Author, Change};
use crate::cv_codes;
use crate::cv_paths;
use crate::document::Document;
use approdo_domain::{Cv, FieldValue, ItemId, Section};

impl Author {
    /// Writes all of a CV, in one change that nothing takes back in steps. In a document that has nothing
    /// yet, reading it gives the same CV; what else stands in one stays.
    pub fn write_cv(&mut self, document: &Document, cv: &Cv, now_ms: u64) -> Change {
        let mut whole = Change::default();
        for section in Section::ALL {
            let list = cv_paths::list(section);
            whole.add(self.write_row(document, &list, &cv.entry_ids(section), now_ms));
        }
        for place in cv.places() {
            let path = cv_paths::path(place);
            let change = match cv.value(place) {
                Some(FieldValue::Text(text)) => self.set_text(document, &path, text, now_ms),
                Some(FieldValue::Flag(flag)) => self.set_flag(document, &path, flag, now_ms),
                None => None,
            };
            whole.add(change.unwrap_or_default());
        }
        if !cv.order.is_empty() {
            let headings = cv.arrangement().into_iter().map(cv_codes::heading_item);
            let headings: Vec<ItemId> = headings.collect();
            whole.add(self.write_row(document, &cv_paths::headings(), &headings, now_ms));
        }
        whole.steps.clear();
        whole
    }
}

impl Change {
    fn add(&mut self, other: Change) {
        self.operations.extend(other.operations);
        self.folds.extend(other.folds);
        self.steps.extend(other.steps);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cv_projection::project_cv;
    use crate::ids::{DocumentId, SpaceId, WriterId};
    use approdo_domain::{CvPlace, Heading, PersonalField};
    use proptest::prelude::*;

    fn read_back(cv: &Cv) -> Cv {
        let id = DocumentId([7; 16]);
        let mut document = Document::new(id, SpaceId::of_document(id));
        let mut author = Author::new(WriterId([1; 16]));
        let change = author.write_cv(&document, cv, 1_000);
        document.apply(&change);
        project_cv(&document)
    }

    fn written(counts: &[usize], texts: &[String], moved: bool) -> Cv {
        let mut cv = Cv::default();
        for (section, count) in Section::ALL.into_iter().zip(counts) {
            for number in 0..*count {
                // Descending: the order of the list is not the order of the ids.
                cv.add_entry(section, ItemId(900 - number as u64));
            }
        }
        for (place, text) in cv.places().into_iter().zip(texts.iter().cycle()) {
            if place.is_flag() {
                cv.set_flag(place, text.len() % 2 == 1);
            } else if matches!(place, CvPlace::Personal(PersonalField::City)) {
                cv.set_text(place, "Crema");
            } else {
                cv.set_text(place, text);
            }
        }
        if moved {
            cv.order = cv.arrangement();
            cv.order.reverse();
        }
        cv
    }

    proptest! {
        #[test]
        fn a_cv_written_at_once_reads_back_the_same(
            counts in proptest::collection::vec(0_usize..4, Section::ALL.len()),
            texts in proptest::collection::vec("[A-Ca-c \n]{0,12}|A1|B2", 1..9),
            moved: bool,
        ) {
            let mut cv = written(&counts, &texts, moved);
            // The levels of languages and the like are codes: what is none of them is not kept.
            let kept = read_back(&cv);
            cv = read_back(&kept);
            prop_assert_eq!(&cv, &kept);
        }
    }

    #[test]
    fn lists_headings_and_texts_come_back_in_their_order() {
        let texts: Vec<String> = ["uno", "due", "B1"].map(str::to_owned).to_vec();
        let cv = written(&[2, 3, 1, 2, 1, 0, 0, 1, 2], &texts, true);
        let back = read_back(&cv);
        for section in Section::ALL {
            assert_eq!(back.entry_ids(section), cv.entry_ids(section));
        }
        assert_eq!(back.order, cv.order);
        assert_eq!(back.personal.city, "Crema");
        assert!(back.order.iter().any(|it| matches!(it, Heading::Own(_))));
        for place in cv.places() {
            assert_eq!(back.value(place), cv.value(place), "{place:?}");
        }
    }
}
