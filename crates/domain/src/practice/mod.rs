//! What a person practises for interviews, as plain data: answers by the STAR steps, questions of their own, and
//! checklists they began. One document per person; a second one, made on another device, stands beside it.
//!
//! `parts` says what an answer and a checklist have, `mock` what a mock interview has, `set` what a prepared set has. The questions
//! and items to choose from are reference data, in
//! `approdo-catalog`; here stand their ids only.

mod choices;
mod mock;
mod parts;
mod set;

pub use choices::{ChecklistAddition, ChecklistPhase, InterviewKind, Sureness};
pub use mock::{
    MockInterview, MockInterviewField, MockKind, MockOutcome, MockQuestion, MockQuestionField,
    SELF_CHECK, SelfCheckLevel,
};
pub use parts::{
    Answer, AnswerField, ChecklistItem, ChecklistItemField, OwnQuestion, OwnQuestionField,
    PracticeChecklist, PracticeChecklistField, STAR,
};
pub use set::{
    LONGEST_SET_QUESTION, MOST_SET_CRITERIA, MOST_SET_QUESTIONS, PreparedSet, PreparedSetField,
    SetQuestion, criteria_of, criteria_text, questions_text,
};

use crate::fields::FieldSlot;
use crate::{FieldKind, FieldValue, ItemId};
use serde::{Deserialize, Serialize};

/// One place of a practice that holds one value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum PracticePlace {
    /// The occupation that the person practises for: its id in the catalogue.
    Occupation,
    /// Something of an answer. The answer to a question of the bank has the item that [`ItemId::of_name`] makes of
    /// the question's id, so that two devices write on one answer; that to an own question has the question's item.
    Answer(ItemId, AnswerField),
    /// Something of a question of one's own.
    OwnQuestion(ItemId, OwnQuestionField),
    /// Something of a prepared set.
    Set(ItemId, PreparedSetField),
    /// Something of a checklist.
    Checklist(ItemId, PracticeChecklistField),
    /// Something of an item of a checklist: first the checklist, then the item.
    ChecklistItem(ItemId, ItemId, ChecklistItemField),
    /// Something of a mock interview.
    Mock(ItemId, MockInterviewField),
    /// Something of a question of a mock interview: first the interview, then the question.
    MockQuestion(ItemId, ItemId, MockQuestionField),
}

impl PracticePlace {
    /// Returns what the place holds.
    pub fn kind(self) -> FieldKind {
        match self {
            Self::Occupation => FieldKind::Line,
            Self::Answer(_, field) => field.kind(),
            Self::OwnQuestion(_, field) => field.kind(),
            Self::Set(_, field) => field.kind(),
            Self::Checklist(_, field) => field.kind(),
            Self::ChecklistItem(_, _, field) => field.kind(),
            Self::Mock(_, field) => field.kind(),
            Self::MockQuestion(_, _, field) => field.kind(),
        }
    }

    /// Tells whether the place holds a yes or no.
    pub fn is_flag(self) -> bool {
        self.kind() == FieldKind::Flag
    }
}

/// All that a person practises.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Practice {
    /// The occupation that the person practises for: its id in the catalogue.
    pub occupation: String,
    /// The answers.
    pub answers: Vec<Answer>,
    /// The questions of one's own, in their order.
    pub own_questions: Vec<OwnQuestion>,
    /// The prepared sets, in the order in which they came.
    pub sets: Vec<PreparedSet>,
    /// The checklists, in their order.
    pub checklists: Vec<PracticeChecklist>,
    /// The mock interviews, in the order in which they were begun.
    pub mocks: Vec<MockInterview>,
}

impl Practice {
    /// Returns the answer of an item.
    pub fn answer(&self, item: ItemId) -> Option<&Answer> {
        self.answers.iter().find(|answer| answer.id == item)
    }

    /// Returns the prepared set of an item.
    pub fn set(&self, item: ItemId) -> Option<&PreparedSet> {
        self.sets.iter().find(|set| set.id == item)
    }

    /// Returns the checklist of an item.
    pub fn checklist(&self, item: ItemId) -> Option<&PracticeChecklist> {
        self.checklists.iter().find(|list| list.id == item)
    }

    /// Returns the mock interview of an item.
    pub fn mock(&self, item: ItemId) -> Option<&MockInterview> {
        self.mocks.iter().find(|mock| mock.id == item)
    }

    /// Returns every place, in the order of the answers, questions, lists and mock interviews.
    pub fn places(&self) -> Vec<PracticePlace> {
        let mut places = vec![PracticePlace::Occupation];
        for answer in &self.answers {
            places.extend(AnswerField::ALL.map(|field| PracticePlace::Answer(answer.id, field)));
        }
        for question in &self.own_questions {
            let place = |field| PracticePlace::OwnQuestion(question.id, field);
            places.extend(OwnQuestionField::ALL.map(place));
        }
        for set in &self.sets {
            places.extend(PreparedSetField::ALL.map(|field| PracticePlace::Set(set.id, field)));
        }
        for list in &self.checklists {
            let place = |field| PracticePlace::Checklist(list.id, field);
            places.extend(PracticeChecklistField::ALL.map(place));
            for item in &list.items {
                let place = |field| PracticePlace::ChecklistItem(list.id, item.id, field);
                places.extend(ChecklistItemField::ALL.map(place));
            }
        }
        for mock in &self.mocks {
            let place = |field| PracticePlace::Mock(mock.id, field);
            places.extend(MockInterviewField::ALL.map(place));
            for question in &mock.questions {
                let place = |field| PracticePlace::MockQuestion(mock.id, question.id, field);
                places.extend(MockQuestionField::ALL.map(place));
            }
        }
        places
    }

    /// Returns what stands at a place; none of entries that are not there.
    pub fn value(&self, place: PracticePlace) -> Option<FieldValue<'_>> {
        Some(match place {
            PracticePlace::Occupation => FieldValue::Text(&self.occupation),
            PracticePlace::Answer(item, field) => self.answer(item)?.value(field),
            PracticePlace::OwnQuestion(item, field) => {
                let mut questions = self.own_questions.iter();
                questions.find(|question| question.id == item)?.value(field)
            }
            PracticePlace::Set(set, field) => self.set(set)?.value(field),
            PracticePlace::Checklist(list, field) => self.checklist(list)?.value(field),
            PracticePlace::ChecklistItem(list, item, field) => {
                let mut items = self.checklist(list)?.items.iter();
                items.find(|known| known.id == item)?.value(field)
            }
            PracticePlace::Mock(mock, field) => self.mock(mock)?.value(field),
            PracticePlace::MockQuestion(mock, item, field) => {
                let mut questions = self.mock(mock)?.questions.iter();
                questions.find(|known| known.id == item)?.value(field)
            }
        })
    }

    /// Writes a text at a place. Entries that are not there are left alone.
    pub fn set_text(&mut self, place: PracticePlace, text: &str) {
        if let Some(FieldSlot::Text(target)) = self.slot(place) {
            text.clone_into(target);
        }
    }

    /// Sets or clears the flag at a place. Entries that are not there are left alone.
    pub fn set_flag(&mut self, place: PracticePlace, flag: bool) {
        if let Some(FieldSlot::Flag(target)) = self.slot(place) {
            *target = flag;
        }
    }

    fn slot(&mut self, place: PracticePlace) -> Option<FieldSlot<'_>> {
        Some(match place {
            PracticePlace::Occupation => FieldSlot::Text(&mut self.occupation),
            PracticePlace::Answer(item, field) => {
                let mut answers = self.answers.iter_mut();
                answers.find(|answer| answer.id == item)?.slot(field)
            }
            PracticePlace::OwnQuestion(item, field) => {
                let mut questions = self.own_questions.iter_mut();
                questions.find(|known| known.id == item)?.slot(field)
            }
            PracticePlace::Set(set, field) => {
                let mut sets = self.sets.iter_mut();
                sets.find(|known| known.id == set)?.slot(field)
            }
            PracticePlace::Checklist(list, field) => {
                let mut lists = self.checklists.iter_mut();
                lists.find(|known| known.id == list)?.slot(field)
            }
            PracticePlace::ChecklistItem(list, item, field) => {
                let mut lists = self.checklists.iter_mut();
                let items = &mut lists.find(|known| known.id == list)?.items;
                let mut items = items.iter_mut();
                items.find(|known| known.id == item)?.slot(field)
            }
            PracticePlace::Mock(mock, field) => {
                let mut mocks = self.mocks.iter_mut();
                mocks.find(|known| known.id == mock)?.slot(field)
            }
            PracticePlace::MockQuestion(mock, item, field) => {
                let mut mocks = self.mocks.iter_mut();
                let questions = &mut mocks.find(|known| known.id == mock)?.questions;
                let mut questions = questions.iter_mut();
                questions.find(|known| known.id == item)?.slot(field)
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn practice() -> Practice {
        let mut list = PracticeChecklist::empty(ItemId(3));
        list.items = [4, 5].map(|id| ChecklistItem::empty(ItemId(id))).to_vec();
        let mut mock = MockInterview::empty(ItemId(3));
        mock.questions = [4, 5].map(|id| MockQuestion::empty(ItemId(id))).to_vec();
        Practice {
            answers: [1, 2].map(|id| Answer::empty(ItemId(id))).to_vec(),
            own_questions: vec![OwnQuestion::empty(ItemId(2))],
            sets: [3, 7].map(|id| PreparedSet::empty(ItemId(id))).to_vec(),
            checklists: vec![list, PracticeChecklist::empty(ItemId(6))],
            mocks: vec![mock, MockInterview::empty(ItemId(6))],
            ..Practice::default()
        }
    }

    #[test]
    fn what_is_written_at_a_place_stands_there_and_nowhere_else() {
        for written in practice().places() {
            let mut practice = practice();
            practice.set_text(written, "Anna");
            practice.set_flag(written, true);
            for place in practice.places() {
                let is_given = practice.value(place).is_some_and(FieldValue::is_given);
                assert_eq!(is_given, place == written, "{written:?} {place:?}");
            }
        }
    }

    #[test]
    fn entries_that_are_not_there_are_left_alone() {
        let mut practice = practice();
        let place = PracticePlace::ChecklistItem(ItemId(3), ItemId(9), ChecklistItemField::Done);
        practice.set_flag(place, true);
        assert_eq!(practice.value(place), None);
        assert_eq!(practice, self::practice());
    }
}
