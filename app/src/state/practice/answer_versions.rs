//! The earlier versions of one answer, by day, and the way back to one of them.

use super::editor::PracticeEditor;
use crate::state::day_changes::write_all;
use crate::state::intent::Intent;
use approdo_document::{DayVersion, Document, practice_paths, project_practice};
use approdo_domain::ItemId;
use approdo_domain::practice::{Answer, PracticePlace, STAR};

impl PracticeEditor {
    /// Returns the answer as it was on earlier days, the newest first: those on which it said something else than
    /// now, each wording once.
    pub fn answer_versions(self, item: ItemId) -> Vec<DayVersion<Answer>> {
        let shared = self.shared();
        let versions = shared.day_versions(|document| answer_in(document, item));
        let present = shared.document(|document| answer_in(document, item));
        told_apart(versions, &present)
    }

    /// Makes the answer what it was at a moment; tells whether that changed anything.
    pub fn answer_goes_back_to(self, item: ItemId, last_ms: u64) -> bool {
        let way = |present: &Document, wanted: &Document| intent_to_become(item, present, wanted);
        self.shared().go_back_to(last_ms, way)
    }
}

fn answer_in(document: &Document, item: ItemId) -> Answer {
    let practice = project_practice(document);
    let answer = practice.answer(item).cloned();
    answer.unwrap_or_else(|| Answer::empty(item))
}

fn told_apart(versions: Vec<DayVersion<Answer>>, present: &Answer) -> Vec<DayVersion<Answer>> {
    let mut apart: Vec<DayVersion<Answer>> = Vec::new();
    for version in versions.into_iter().rev() {
        let is_same = |other: &Answer| {
            STAR.iter()
                .all(|step| other.value(*step) == version.shown.value(*step))
        };
        let is_known = is_same(present) || apart.iter().any(|known| is_same(&known.shown));
        if !is_known && version.shown.steps_written() > 0 {
            apart.push(version);
        }
    }
    apart
}

fn intent_to_become(item: ItemId, present: &Document, wanted: &Document) -> Option<Intent> {
    let (present, wanted) = (answer_in(present, item), answer_in(wanted, item));
    let changed = STAR
        .into_iter()
        .filter(|step| present.value(*step) != wanted.value(*step));
    write_all(changed.map(|step| {
        let place = PracticePlace::Answer(item, step);
        (practice_paths::path(place), wanted.value(step))
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::open_document::{OpenDocument, UndoOutcome};
    use approdo_document::{Author, DocumentId, WriterId, local_day};
    use approdo_domain::practice::{AnswerField, Practice};

    const DAY_MS: u64 = 86_400_000;
    const ITEM: ItemId = ItemId(9);

    struct Desk {
        author: Author,
        open: OpenDocument,
        now_ms: u64,
    }

    impl Desk {
        fn new() -> Self {
            let mut open = OpenDocument::new(DocumentId([1; 16]));
            let mut author = Author::new(WriterId([1; 16]));
            let practice = Practice {
                answers: vec![Answer::empty(ITEM)],
                ..Practice::default()
            };
            let change = author.write_practice(open.document(), &practice, 1_000);
            open.take_in(&change.operations);
            let now_ms = 20_000 * DAY_MS;
            Self {
                author,
                open,
                now_ms,
            }
        }

        fn write(&mut self, day: u64, step: AnswerField, text: &str) {
            self.now_ms = (20_000 + day) * DAY_MS + self.now_ms % DAY_MS + 5_000;
            let path = practice_paths::path(PracticePlace::Answer(ITEM, step));
            let text = text.to_owned();
            let intent = Intent::Choose { path, text };
            self.open.carry_out(intent, &mut self.author, self.now_ms);
        }

        fn versions(&self) -> Vec<DayVersion<Answer>> {
            let document = self.open.document();
            let day_of = |at_ms| local_day(at_ms, 60);
            let versions =
                document.day_versions(100, &day_of, |document| answer_in(document, ITEM));
            told_apart(versions, &answer_in(document, ITEM))
        }
    }

    #[test]
    fn each_wording_is_there_once_the_newest_first_and_the_present_one_is_not() {
        let mut desk = Desk::new();
        desk.write(1, AnswerField::Situation, "In cucina");
        desk.write(2, AnswerField::Situation, "In un magazzino");
        desk.write(3, AnswerField::Situation, "In cucina");
        desk.write(4, AnswerField::Situation, "In negozio");
        let shown = desk
            .versions()
            .into_iter()
            .map(|version| version.shown.situation);
        assert_eq!(shown.collect::<Vec<_>>(), ["In cucina", "In un magazzino"]);
    }

    #[test]
    fn an_earlier_answer_comes_back_whole_and_one_undo_takes_that_back() {
        let mut desk = Desk::new();
        desk.write(1, AnswerField::Situation, "In cucina");
        desk.write(1, AnswerField::Result, "Tutto bene");
        desk.write(2, AnswerField::Situation, "In un magazzino");
        desk.write(2, AnswerField::Result, "Meno scarti");
        let earlier = desk.versions().remove(0);
        let wanted = desk.open.document().as_of(earlier.last_ms);
        let intent = intent_to_become(ITEM, desk.open.document(), &wanted).unwrap();
        desk.open
            .carry_out(intent, &mut desk.author, desk.now_ms + 5_000);
        assert_eq!(answer_in(desk.open.document(), ITEM), earlier.shown);
        let undone = desk.open.undo(&mut desk.author, desk.now_ms + 9_000);
        assert_eq!(undone, UndoOutcome::Done);
        let back = answer_in(desk.open.document(), ITEM);
        assert_eq!(
            (back.situation.as_str(), back.result.as_str()),
            ("In un magazzino", "Meno scarti")
        );
    }
}
