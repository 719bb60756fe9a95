//! A document read as a practice, and a practice written into a document. Reading is total: any set of
//! operations gives a practice.

use crate::author::{Author, Change};
use crate::document::Document;
use crate::document_kind::DocumentKind;
use crate::path::ListPath;
use crate::practice_paths;
use approdo_domain::practice::{
    Answer, ChecklistItem, MockInterview, MockQuestion, OwnQuestion, Practice, PracticeChecklist,
    PreparedSet,
};
use approdo_domain::{FieldValue, ItemId};

/// Reads a document as a practice.
pub fn project_practice(document: &Document) -> Practice {
    let items = |list: ListPath| document.items(&list).into_iter().map(|item| item.id);
    let answers = items(practice_paths::answers()).map(Answer::empty);
    let own_questions = items(practice_paths::own_questions()).map(OwnQuestion::empty);
    let checklists = items(practice_paths::checklists()).map(|id| PracticeChecklist {
        items: items(practice_paths::checklist_items(id))
            .map(ChecklistItem::empty)
            .collect(),
        ..PracticeChecklist::empty(id)
    });
    let sets = items(practice_paths::sets()).map(PreparedSet::empty);
    let mocks = items(practice_paths::mocks()).map(|id| MockInterview {
        questions: items(practice_paths::mock_questions(id))
            .map(MockQuestion::empty)
            .collect(),
        ..MockInterview::empty(id)
    });
    let mut practice = Practice {
        sets: sets.collect(),
        answers: answers.collect(),
        own_questions: own_questions.collect(),
        checklists: checklists.collect(),
        mocks: mocks.collect(),
        ..Practice::default()
    };
    for place in practice.places() {
        let path = practice_paths::path(place);
        if document.register(&path).is_none() {
            continue;
        }
        if place.is_flag() {
            practice.set_flag(place, document.flag(&path));
        } else {
            practice.set_text(place, &document.text(&path).text);
        }
    }
    practice
}

impl Author {
    /// Writes all of a practice in one change, and that the document is one. In a document that has nothing yet,
    /// reading it gives the same practice.
    pub fn write_practice(
        &mut self,
        document: &Document,
        practice: &Practice,
        now_ms: u64,
    ) -> Change {
        let mut whole = self.begin_kind(document, DocumentKind::Practice, now_ms);
        let answers: Vec<ItemId> = practice.answers.iter().map(|answer| answer.id).collect();
        whole.then(self.write_row(document, &practice_paths::answers(), &answers, now_ms));
        let questions = practice.own_questions.iter();
        let questions: Vec<ItemId> = questions.map(|question| question.id).collect();
        let list = practice_paths::own_questions();
        whole.then(self.write_row(document, &list, &questions, now_ms));
        let sets: Vec<ItemId> = practice.sets.iter().map(|set| set.id).collect();
        whole.then(self.write_row(document, &practice_paths::sets(), &sets, now_ms));
        let lists: Vec<ItemId> = practice.checklists.iter().map(|list| list.id).collect();
        whole.then(self.write_row(document, &practice_paths::checklists(), &lists, now_ms));
        for list in &practice.checklists {
            let items: Vec<ItemId> = list.items.iter().map(|item| item.id).collect();
            let path = practice_paths::checklist_items(list.id);
            whole.then(self.write_row(document, &path, &items, now_ms));
        }
        let mocks: Vec<ItemId> = practice.mocks.iter().map(|mock| mock.id).collect();
        whole.then(self.write_row(document, &practice_paths::mocks(), &mocks, now_ms));
        for mock in &practice.mocks {
            whole.then(self.write_mock_questions(document, mock, now_ms));
        }
        whole.then(self.write_values(document, practice, now_ms));
        whole
    }

    /// Adds a mock interview with its questions, as one step for undo.
    pub fn add_mock(&mut self, document: &Document, mock: &MockInterview, now_ms: u64) -> Change {
        let mocks = practice_paths::mocks();
        let mut whole = self.add_item(document, &mocks, mock.id, usize::MAX, now_ms);
        whole.then(self.write_mock_questions(document, mock, now_ms));
        let practice = Practice {
            mocks: vec![mock.clone()],
            ..Practice::default()
        };
        // Undoing takes the interview away whole.
        let values = self.write_values(document, &practice, now_ms);
        whole.then(Change {
            steps: Vec::new(),
            ..values
        });
        whole
    }

    fn write_mock_questions(
        &mut self,
        document: &Document,
        mock: &MockInterview,
        now_ms: u64,
    ) -> Change {
        let questions: Vec<ItemId> = mock.questions.iter().map(|question| question.id).collect();
        let path = practice_paths::mock_questions(mock.id);
        self.write_row(document, &path, &questions, now_ms)
    }

    /// Adds a checklist with its items, as one step for undo.
    pub fn add_checklist(
        &mut self,
        document: &Document,
        checklist: &PracticeChecklist,
        now_ms: u64,
    ) -> Change {
        let lists = practice_paths::checklists();
        let mut whole = self.add_item(document, &lists, checklist.id, usize::MAX, now_ms);
        let items: Vec<ItemId> = checklist.items.iter().map(|item| item.id).collect();
        let path = practice_paths::checklist_items(checklist.id);
        whole.then(self.write_row(document, &path, &items, now_ms));
        let practice = Practice {
            checklists: vec![checklist.clone()],
            ..Practice::default()
        };
        // Undoing takes the list away whole.
        let values = self.write_values(document, &practice, now_ms);
        whole.then(Change {
            steps: Vec::new(),
            ..values
        });
        whole
    }

    /// Writes all that stands at the places of a practice, its lists excepted.
    fn write_values(&mut self, document: &Document, practice: &Practice, now_ms: u64) -> Change {
        let mut whole = Change::default();
        for place in practice.places() {
            let path = practice_paths::path(place);
            let change = match practice.value(place) {
                Some(FieldValue::Text(text)) => self.set_text(document, &path, text, now_ms),
                Some(FieldValue::Flag(flag)) => self.set_flag(document, &path, flag, now_ms),
                None => None,
            };
            whole.then(change.unwrap_or_default());
        }
        whole
    }
}
