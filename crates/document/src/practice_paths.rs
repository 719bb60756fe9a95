//! The places of a practice as paths, with the numbers of its fields. Each number is given out once, for ever; the
//! codes that all kinds of documents share are in `document_kind`.

use crate::document_kind;
use crate::path::{ListPath, Path};
use approdo_domain::ItemId;
use approdo_domain::check::FindingKey;
use approdo_domain::practice::{
    AnswerField, ChecklistItemField, MockInterviewField, MockQuestionField, OwnQuestionField,
    PracticeChecklistField, PracticePlace, PreparedSetField,
};

const OCCUPATION: u8 = 0x03;
const ANSWERS: u8 = 0x10;
const OWN_QUESTIONS: u8 = 0x11;
const CHECKLISTS: u8 = 0x12;
const MOCKS: u8 = 0x13;
const SETS: u8 = 0x14;
/// Within a checklist the list of its items, within a mock interview that of its questions.
const ITEMS: u8 = 0x20;

/// Returns the list of answers.
pub fn answers() -> ListPath {
    ListPath(vec![ANSWERS])
}

/// Returns the list of one's own questions.
pub fn own_questions() -> ListPath {
    ListPath(vec![OWN_QUESTIONS])
}

/// Returns the list of prepared sets.
pub fn sets() -> ListPath {
    ListPath(vec![SETS])
}

/// Returns the list of checklists.
pub fn checklists() -> ListPath {
    ListPath(vec![CHECKLISTS])
}

/// Returns the list of what is to be done in a checklist.
pub fn checklist_items(list: ItemId) -> ListPath {
    ListPath(checklists().item(list).field(ITEMS).0)
}

/// Returns the list of mock interviews.
pub fn mocks() -> ListPath {
    ListPath(vec![MOCKS])
}

/// Returns the list of what is asked in a mock interview.
pub fn mock_questions(mock: ItemId) -> ListPath {
    ListPath(mocks().item(mock).field(ITEMS).0)
}

/// Returns the path of a place.
pub fn path(place: PracticePlace) -> Path {
    match place {
        PracticePlace::Occupation => Path(vec![OCCUPATION]),
        PracticePlace::Answer(item, field) => answers().item(item).field(answer(field)),
        PracticePlace::OwnQuestion(item, field) => {
            own_questions().item(item).field(own_question(field))
        }
        PracticePlace::Set(item, field) => sets().item(item).field(prepared_set(field)),
        PracticePlace::Checklist(item, field) => checklists().item(item).field(checklist(field)),
        PracticePlace::ChecklistItem(list, item, field) => checklist_items(list)
            .item(item)
            .field(checklist_item(field)),
        PracticePlace::Mock(item, field) => mocks().item(item).field(mock(field)),
        PracticePlace::MockQuestion(mock, item, field) => {
            mock_questions(mock).item(item).field(mock_question(field))
        }
    }
}

/// Returns the place of a path; none for what all documents share and for what newer versions wrote.
pub fn place(path: &Path) -> Option<PracticePlace> {
    let candidates = match *path.0.first()? {
        OCCUPATION => vec![PracticePlace::Occupation],
        ANSWERS => {
            let item = answers().item_of(path)?;
            AnswerField::ALL
                .map(|field| PracticePlace::Answer(item, field))
                .to_vec()
        }
        OWN_QUESTIONS => {
            let item = own_questions().item_of(path)?;
            let place = |field| PracticePlace::OwnQuestion(item, field);
            OwnQuestionField::ALL.map(place).to_vec()
        }
        SETS => {
            let item = sets().item_of(path)?;
            PreparedSetField::ALL
                .map(|field| PracticePlace::Set(item, field))
                .to_vec()
        }
        CHECKLISTS => in_checklist(path)?,
        MOCKS => in_mock(path)?,
        _ => return None,
    };
    candidates
        .into_iter()
        .find(|place| self::path(*place) == *path)
}

/// Returns the path of the flag that says whether a piece of advice was put off, laid out as in a CV.
pub fn put_off(advice: FindingKey<PracticePlace>) -> Path {
    document_kind::put_off(advice.rule, &path(advice.place), advice.text_hash)
}

fn in_checklist(path: &Path) -> Option<Vec<PracticePlace>> {
    let list = checklists().item_of(path)?;
    let place = |field| PracticePlace::Checklist(list, field);
    let mut places = PracticeChecklistField::ALL.map(place).to_vec();
    if let Some(item) = checklist_items(list).item_of(path) {
        let place = |field| PracticePlace::ChecklistItem(list, item, field);
        places.extend(ChecklistItemField::ALL.map(place));
    }
    Some(places)
}

fn in_mock(path: &Path) -> Option<Vec<PracticePlace>> {
    let mock = mocks().item_of(path)?;
    let place = |field| PracticePlace::Mock(mock, field);
    let mut places = MockInterviewField::ALL.map(place).to_vec();
    if let Some(item) = mock_questions(mock).item_of(path) {
        let place = |field| PracticePlace::MockQuestion(mock, item, field);
        places.extend(MockQuestionField::ALL.map(place));
    }
    Some(places)
}

fn answer(field: AnswerField) -> u8 {
    match field {
        AnswerField::Question => 0x10,
        AnswerField::Situation => 0x11,
        AnswerField::Task => 0x12,
        AnswerField::Action => 0x13,
        AnswerField::Result => 0x14,
        AnswerField::Sureness => 0x15,
    }
}

fn own_question(field: OwnQuestionField) -> u8 {
    match field {
        OwnQuestionField::Ask => 0x10,
    }
}

fn prepared_set(field: PreparedSetField) -> u8 {
    match field {
        PreparedSetField::Name => 0x10,
        PreparedSetField::Occupation => 0x11,
        PreparedSetField::Questions => 0x12,
        PreparedSetField::Criteria => 0x13,
        PreparedSetField::Received => 0x14,
    }
}

fn checklist(field: PracticeChecklistField) -> u8 {
    match field {
        PracticeChecklistField::Interview => 0x10,
        PracticeChecklistField::FirstJob => 0x11,
        PracticeChecklistField::ReturnAfterCare => 0x12,
        PracticeChecklistField::Company => 0x13,
        PracticeChecklistField::Date => 0x14,
        PracticeChecklistField::Time => 0x15,
        PracticeChecklistField::Place => 0x16,
        PracticeChecklistField::Way => 0x17,
        PracticeChecklistField::TravelMinutes => 0x18,
    }
}

fn checklist_item(field: ChecklistItemField) -> u8 {
    match field {
        ChecklistItemField::Text => 0x10,
        ChecklistItemField::Phase => 0x11,
        ChecklistItemField::Done => 0x12,
    }
}

fn mock(field: MockInterviewField) -> u8 {
    match field {
        MockInterviewField::Kind => 0x10,
        MockInterviewField::Occupation => 0x11,
        MockInterviewField::Minutes => 0x12,
        MockInterviewField::Date => 0x13,
        MockInterviewField::ToThePoint => 0x14,
        MockInterviewField::Examples => 0x15,
        MockInterviewField::OwnPart => 0x16,
        MockInterviewField::Length => 0x17,
        MockInterviewField::Voice => 0x18,
        MockInterviewField::Ending => 0x19,
        MockInterviewField::NextTime => 0x1a,
    }
}

fn mock_question(field: MockQuestionField) -> u8 {
    match field {
        MockQuestionField::Question => 0x10,
        MockQuestionField::Outcome => 0x11,
        MockQuestionField::Seconds => 0x12,
        MockQuestionField::Words => 0x13,
    }
}
