//! What each field of a practice is: its words, its names for browsers and tests, the answers it offers.

use super::mock_words::{level_words, point_name, point_words};
use super::words::{kind_words, step_words, sureness_words};
use crate::components::choice_words::Choice;
use crate::components::field_facts::{FieldFacts, field_id, plain};
use crate::components::field_place::FieldPlace;
use crate::i18n::Key;
use crate::state::editor::Editor;
use crate::state::jump::Jump;
use approdo_domain::practice::{
    AnswerField, ChecklistItemField, InterviewKind, MockInterviewField, MockQuestionField,
    OwnQuestionField, PracticeChecklistField, PracticePlace, PreparedSetField, SELF_CHECK,
    SelfCheckLevel, Sureness,
};
use approdo_domain::{FieldKind, ItemId};

impl FieldPlace for PracticePlace {
    fn facts(self) -> FieldFacts {
        let facts = facts(self);
        match self.kind() {
            FieldKind::Paragraphs => facts.paragraphs(),
            _ => facts,
        }
    }

    fn item(self) -> Option<ItemId> {
        match self {
            Self::Occupation => None,
            Self::Answer(item, _) | Self::OwnQuestion(item, _) | Self::Checklist(item, _) => {
                Some(item)
            }
            Self::ChecklistItem(_, item, _)
            | Self::MockQuestion(_, item, _)
            | Self::Mock(item, _)
            | Self::Set(item, _) => Some(item),
        }
    }

    fn choices(self) -> Vec<Choice> {
        match self {
            Self::Answer(_, AnswerField::Sureness) => Sureness::ALL
                .map(|sure| (sure.code(), sureness_words(sure)))
                .to_vec(),
            Self::Checklist(_, PracticeChecklistField::Interview) => InterviewKind::ALL
                .map(|kind| (kind.code(), kind_words(kind)))
                .to_vec(),
            Self::Mock(_, point) if SELF_CHECK.contains(&point) => SelfCheckLevel::ALL
                .map(|level| (level.code(), level_words(point, level)))
                .to_vec(),
            _ => Vec::new(),
        }
    }

    fn way(self) -> Jump {
        Jump {
            part: self.facts().group.to_owned(),
            field: field_id(self),
            selected: None,
        }
    }

    fn editor_address(_editor: Editor<Self>) -> String {
        "/interview".to_owned()
    }
}

fn facts(place: PracticePlace) -> FieldFacts {
    match place {
        PracticePlace::Occupation => plain("practice", "occupation", Key::InterviewOccupation),
        PracticePlace::Answer(_, field) => answer(field),
        PracticePlace::OwnQuestion(_, OwnQuestionField::Ask) => {
            plain("own-question", "ask", Key::InterviewOwnAsk)
        }
        PracticePlace::Set(_, field) => prepared_set(field),
        PracticePlace::Checklist(_, field) => checklist(field),
        PracticePlace::ChecklistItem(_, _, field) => match field {
            ChecklistItemField::Text => plain("item", "text", Key::InterviewItemText),
            ChecklistItemField::Phase => plain("item", "phase", Key::InterviewItemPhase),
            ChecklistItemField::Done => plain("item", "done", Key::InterviewItemText),
        },
        PracticePlace::Mock(_, field) => mock(field),
        PracticePlace::MockQuestion(_, _, field) => match field {
            MockQuestionField::Question => plain("asked", "question", Key::InterviewQuestions),
            MockQuestionField::Outcome => plain("asked", "outcome", Key::MockAnswered),
            MockQuestionField::Seconds => plain("asked", "seconds", Key::MockTaken),
            MockQuestionField::Words => plain("asked", "words", Key::MockWords),
        },
    }
}

fn answer(field: AnswerField) -> FieldFacts {
    let facts = |name, hint| plain("answer", name, step_words(field)).hint(hint);
    match field {
        AnswerField::Situation => facts("situation", Key::InterviewStarSituationHint),
        AnswerField::Task => facts("task", Key::InterviewStarTaskHint),
        AnswerField::Action => facts("action", Key::InterviewStarActionHint),
        AnswerField::Result => facts("result", Key::InterviewStarResultHint),
        AnswerField::Question => plain("answer", "question", Key::InterviewQuestions),
        AnswerField::Sureness => plain("answer", "sureness", Key::InterviewSure),
    }
}

fn prepared_set(field: PreparedSetField) -> FieldFacts {
    let plain = |name, label| plain("set", name, label);
    match field {
        PreparedSetField::Name => plain("name", Key::SetName).hint(Key::SetNameHint),
        PreparedSetField::Occupation => plain("occupation", Key::SetOccupation),
        PreparedSetField::Questions => plain("questions", Key::InterviewQuestions),
        PreparedSetField::Criteria => plain("criteria", Key::SetCriteria),
        PreparedSetField::Received => plain("received", Key::SetsReceived),
    }
}

fn checklist(field: PracticeChecklistField) -> FieldFacts {
    let plain = |name, label| plain("checklist", name, label);
    match field {
        PracticeChecklistField::Interview => plain("interview", Key::InterviewKind),
        PracticeChecklistField::FirstJob => plain("first-job", Key::InterviewAdditionFirstJob),
        PracticeChecklistField::ReturnAfterCare => {
            plain("return-after-care", Key::InterviewAdditionReturnAfterCare)
        }
        PracticeChecklistField::Company => plain("company", Key::InterviewChecklistCompany),
        PracticeChecklistField::Date => {
            plain("date", Key::InterviewChecklistDate).hint(Key::InterviewChecklistDateHint)
        }
        PracticeChecklistField::Time => {
            plain("time", Key::InterviewChecklistTime).hint(Key::InterviewChecklistTimeHint)
        }
        PracticeChecklistField::Place => {
            plain("place", Key::InterviewChecklistPlace).hint(Key::InterviewChecklistPlaceHint)
        }
        PracticeChecklistField::Way => {
            plain("way", Key::InterviewChecklistWay).hint(Key::InterviewChecklistWayHint)
        }
        PracticeChecklistField::TravelMinutes => {
            plain("travel-minutes", Key::InterviewChecklistTravelMinutes)
                .hint(Key::InterviewChecklistTravelMinutesHint)
        }
    }
}

fn mock(field: MockInterviewField) -> FieldFacts {
    let plain = |name, label| plain("mock", name, label);
    match field {
        MockInterviewField::Kind => plain("kind", Key::MockKind),
        MockInterviewField::Occupation => plain("occupation", Key::InterviewOccupation),
        MockInterviewField::Minutes => plain("minutes", Key::MockLength),
        MockInterviewField::Date => plain("date", Key::InterviewChecklistDate),
        MockInterviewField::NextTime => {
            plain("next-time", Key::MockNextTime).hint(Key::MockNextTimeHint)
        }
        point => plain(point_name(point), point_words(point)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use approdo_domain::practice::{
        Answer, ChecklistItem, MockInterview, MockQuestion, OwnQuestion, Practice,
        PracticeChecklist, PreparedSet,
    };
    use std::collections::BTreeSet;

    #[test]
    fn no_two_places_share_an_id() {
        let mut list = PracticeChecklist::empty(ItemId(3));
        list.items = vec![ChecklistItem::empty(ItemId(4))];
        let mut mock = MockInterview::empty(ItemId(3));
        mock.questions = vec![MockQuestion::empty(ItemId(1))];
        let practice = Practice {
            answers: vec![Answer::empty(ItemId(1))],
            own_questions: vec![OwnQuestion::empty(ItemId(1))],
            checklists: vec![list],
            sets: vec![PreparedSet::empty(ItemId(5))],
            mocks: vec![mock],
            ..Practice::default()
        };
        let places = practice.places();
        let ids: BTreeSet<String> = places.iter().map(|place| field_id(*place)).collect();
        assert_eq!(ids.len(), places.len());
    }
}
