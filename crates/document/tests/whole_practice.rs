//! Every field of a practice shows what was written there; any operations give a practice; two devices that
//! practise apart lose nothing.

use approdo_document::{
    Author, Body, Content, Document, DocumentId, DocumentKind, KeyId, Operation, OperationId, Path,
    RegisterKey, SpaceId, Stamp, WriterId, kind_path, practice_paths, project_practice,
};
use approdo_domain::ItemId;
use approdo_domain::practice::{
    Answer, AnswerField, ChecklistItem, ChecklistItemField, MockInterview, MockInterviewField,
    MockQuestion, OwnQuestion, Practice, PracticeChecklist, PracticePlace, PreparedSet, SELF_CHECK,
};
use proptest::prelude::*;

const DOCUMENT: DocumentId = DocumentId([7; 16]);

fn empty() -> Document {
    Document::new(DOCUMENT, SpaceId::of_document(DOCUMENT))
}

fn checklist(id: u64, items: &[u64]) -> PracticeChecklist {
    let items = items.iter().map(|id| ChecklistItem::empty(ItemId(*id)));
    PracticeChecklist {
        items: items.collect(),
        ..PracticeChecklist::empty(ItemId(id))
    }
}

fn mock(id: u64, questions: &[u64]) -> MockInterview {
    let questions = questions.iter().map(|id| MockQuestion::empty(ItemId(*id)));
    MockInterview {
        questions: questions.collect(),
        ..MockInterview::empty(ItemId(id))
    }
}

/// A practice in which every place says something else, and nothing stands in the order of its identities.
fn full() -> Practice {
    let mut practice = Practice {
        answers: [9, 2].map(|id| Answer::empty(ItemId(id))).to_vec(),
        own_questions: [8, 2].map(|id| OwnQuestion::empty(ItemId(id))).to_vec(),
        sets: [6, 3].map(|id| PreparedSet::empty(ItemId(id))).to_vec(),
        checklists: vec![checklist(5, &[7, 6]), checklist(4, &[])],
        mocks: vec![mock(5, &[7, 6]), mock(4, &[])],
        ..Practice::default()
    };
    for place in practice.places() {
        practice.set_text(place, &format!("{place:?}"));
        practice.set_flag(place, true);
    }
    practice
}

fn written(practice: &Practice) -> Document {
    let mut document = empty();
    let change = Author::new(WriterId([1; 16])).write_practice(&document, practice, 1_000);
    document.apply(&change);
    document
}

fn merged(one: &Document, other: &Document) -> Document {
    let mut merged = one.clone();
    for operation in other.operations() {
        merged.ingest(operation.clone());
    }
    merged
}

#[test]
fn a_practice_written_at_once_reads_back_the_same() {
    let document = written(&full());
    assert_eq!(project_practice(&document), full());
    assert_eq!(document.kind(), Some(DocumentKind::Practice));
    assert_eq!(project_practice(&empty()), Practice::default());
}

#[test]
fn a_checklist_added_later_stands_last_with_all_its_items() {
    let mut document = written(&full());
    let mut added = checklist(1, &[3, 2, 1]);
    added.interview = "phone".to_owned();
    let change = Author::new(WriterId([2; 16])).add_checklist(&document, &added, 2_000);
    assert_eq!(change.steps.len(), 1, "one step for undo");
    document.apply(&change);
    let practice = project_practice(&document);
    assert_eq!(practice.checklists.last(), Some(&added));
    assert_eq!(practice.checklists.len(), 3);
}

#[test]
fn a_mock_interview_added_later_stands_last_with_its_questions_in_their_order() {
    let mut document = written(&full());
    let mut added = mock(1, &[3, 2, 1]);
    added.kind = "unsure".to_owned();
    let change = Author::new(WriterId([2; 16])).add_mock(&document, &added, 2_000);
    assert_eq!(change.steps.len(), 1, "one step for undo");
    document.apply(&change);
    let practice = project_practice(&document);
    assert_eq!(practice.mocks.last(), Some(&added));
    assert_eq!(practice.mocks.len(), 3);
}

#[test]
fn a_self_check_filled_in_on_two_devices_keeps_what_each_of_them_said() {
    let first = written(&full());
    let (mut one, mut other) = (first.clone(), first);
    let write = |document: &mut Document, writer: u8, field: MockInterviewField, text: &str| {
        let path = practice_paths::path(PracticePlace::Mock(ItemId(5), field));
        let change = Author::new(WriterId([writer; 16])).set_text(document, &path, text, 2_000);
        document.apply(&change.unwrap());
    };
    write(&mut one, 2, SELF_CHECK[0], "yes");
    write(&mut other, 3, SELF_CHECK[1], "partly");
    let both = project_practice(&merged(&one, &other));
    let mock = both.mock(ItemId(5)).unwrap();
    assert_eq!((&*mock.to_the_point, &*mock.examples), ("yes", "partly"));
}

#[test]
fn two_devices_that_answer_one_question_write_on_one_answer() {
    let first = written(&Practice::default());
    let (mut one, mut other) = (first.clone(), first);
    let item = ItemId::of_name("why-this-job");
    let write = |document: &mut Document, writer: u8, field, text: &str| {
        let path = practice_paths::path(PracticePlace::Answer(item, field));
        let change = Author::new(WriterId([writer; 16])).set_text(document, &path, text, 2_000);
        document.apply(&change.unwrap());
    };
    write(&mut one, 2, AnswerField::Situation, "In magazzino");
    write(&mut other, 3, AnswerField::Result, "Nessun reso");
    let both = merged(&one, &other);
    let practice = project_practice(&both);
    assert_eq!(practice.answers.len(), 1);
    assert_eq!(practice.answers[0].situation, "In magazzino");
    assert_eq!(practice.answers[0].result, "Nessun reso");
    assert!(both.conflicts().is_empty());
}

#[test]
fn an_item_ticked_on_one_device_while_another_one_deletes_it_comes_back_ticked() {
    let first = written(&full());
    let (mut one, mut other) = (first.clone(), first);
    let (list, item) = (ItemId(5), ItemId(6));
    let place = PracticePlace::ChecklistItem(list, item, ChecklistItemField::Done);
    let change =
        Author::new(WriterId([2; 16])).set_flag(&one, &practice_paths::path(place), false, 2_000);
    one.apply(&change.unwrap());
    let path = practice_paths::checklist_items(list).item(item);
    let change = Author::new(WriterId([3; 16])).delete_item(&other, &path, 2_000);
    other.apply(&change);
    let gone = project_practice(&other);
    assert_eq!(gone.checklist(list).map(|list| list.items.len()), Some(1));
    let both = project_practice(&merged(&one, &other));
    assert_eq!(both.checklist(list).map(|list| list.items.len()), Some(2));
}

fn operation(counter: u64, path: Vec<u8>, content: Content) -> Operation {
    let self_contained = content.is_self_contained();
    Operation {
        space: SpaceId::of_document(DOCUMENT),
        document: DOCUMENT,
        register: RegisterKey::derive(DOCUMENT, &path),
        id: OperationId {
            writer: WriterId([9; 16]),
            counter,
        },
        base: Vec::new(),
        self_contained,
        blobs: Vec::new(),
        key: KeyId::default(),
        stamp: Stamp {
            millis: counter,
            logical: 0,
        },
        extensions: Vec::new(),
        body: Body {
            path: Path(path),
            content,
        }
        .encode(),
    }
}

/// Paths of practices, and of kinds and versions to come.
fn any_path() -> impl Strategy<Value = Vec<u8>> {
    let practice = full();
    let known = practice.places().into_iter().map(practice_paths::path);
    let mut known: Vec<Vec<u8>> = known.map(|path| path.0).collect();
    known.push(kind_path().0);
    for list in [5, 99].map(ItemId) {
        let item = practice_paths::checklist_items(list).item(ItemId(6));
        known.extend([item.order().0, item.deletion().0]);
        known.push(practice_paths::checklists().item(list).deletion().0);
    }
    prop_oneof![
        proptest::sample::select(known),
        proptest::collection::vec(any::<u8>(), 0..24),
    ]
}

fn any_content() -> impl Strategy<Value = Content> {
    prop_oneof![
        ".{0,12}".prop_map(Content::Text),
        any::<bool>().prop_map(Content::Flag),
        any::<Vec<u8>>().prop_map(Content::Order),
        Just(Content::Deleted(Vec::new())),
        (6u8.., any::<Vec<u8>>()).prop_map(|(kind, bytes)| Content::Unknown { kind, bytes }),
    ]
}

proptest! {
    #[test]
    fn any_operations_in_any_order_give_the_same_practice_and_are_kept(
        edits in proptest::collection::vec((any_path(), any_content()), 0..20),
    ) {
        let operations: Vec<Operation> = edits
            .into_iter()
            .zip(1..)
            .map(|((path, content), counter)| operation(counter, path, content))
            .collect();
        let (mut one, mut other) = (empty(), empty());
        for edit in &operations {
            one.ingest(edit.clone());
        }
        for edit in operations.iter().rev() {
            other.ingest(edit.clone());
        }
        prop_assert_eq!(project_practice(&one), project_practice(&other));
        prop_assert_eq!(one.kind(), other.kind());
        prop_assert_eq!(one.operations().count(), operations.len());
    }

    #[test]
    fn devices_that_write_apart_agree_in_any_order_of_arrival(
        texts in proptest::collection::vec((0_usize..40, "[a-d ]{0,8}"), 1..12),
    ) {
        let first = written(&full());
        let (mut one, mut other) = (first.clone(), first);
        let places = full().places();
        for (turn, (number, text)) in texts.iter().enumerate() {
            let place = places[number % places.len()];
            let (document, writer) = if turn % 2 == 0 { (&mut one, 2) } else { (&mut other, 3) };
            let path = practice_paths::path(place);
            let mut author = Author::new(WriterId([writer + 10 * u8::try_from(turn).unwrap(); 16]));
            let change = match place.is_flag() {
                true => author.set_flag(document, &path, text.len() % 2 == 0, 2_000),
                false => author.set_text(document, &path, text, 2_000),
            };
            document.apply(&change.unwrap_or_default());
        }
        let here = project_practice(&merged(&one, &other));
        prop_assert_eq!(here, project_practice(&merged(&other, &one)));
    }
}
