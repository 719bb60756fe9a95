//! Every field of a letter shows what was written there; any operations give a letter; kinds are told
//! apart.

use approdo_document::{
    Author, Body, Content, Document, DocumentId, DocumentKind, KeyId, Operation, OperationId, Path,
    RegisterKey, SpaceId, Stamp, WriterId, kind_path, letter_paths, project_cv, project_letter,
};
use approdo_domain::letter::{Letter, LetterPlace};
use proptest::prelude::*;

const DOCUMENT: DocumentId = DocumentId([7; 16]);

fn empty() -> Document {
    Document::new(DOCUMENT, SpaceId::of_document(DOCUMENT))
}

/// A letter in which every place says something else.
fn full() -> Letter {
    let mut letter = Letter::default();
    for place in LetterPlace::all() {
        letter.set_text(place, &format!("{place:?}"));
        letter.set_flag(place, true);
    }
    letter
}

fn written(letter: &Letter) -> Document {
    let mut document = empty();
    let change = Author::new(WriterId([1; 16])).write_letter(&document, letter, 1_000);
    document.apply(&change);
    document
}

#[test]
fn a_letter_written_at_once_reads_back_the_same() {
    assert_eq!(project_letter(&written(&full())), full());
    assert_eq!(project_letter(&empty()), Letter::default());
}

#[test]
fn every_place_shows_what_is_written_there_and_nowhere_else() {
    for place in LetterPlace::all() {
        let mut expected = Letter::default();
        expected.set_text(place, "Anna");
        expected.set_flag(place, true);
        assert_eq!(project_letter(&written(&expected)), expected);
    }
}

#[test]
fn a_letter_is_no_cv_from_its_first_edit_on() {
    let mut document = empty();
    let mut author = Author::new(WriterId([1; 16]));
    assert_eq!(document.kind(), None);
    let change = author.begin_kind(&document, DocumentKind::Letter, 1_000);
    document.apply(&change);
    assert_eq!(document.kind(), Some(DocumentKind::Letter));
    assert!(!document.is_cv());
}

#[test]
fn two_devices_that_write_different_fields_both_keep_their_words() {
    let first = written(&Letter::default());
    let opening = letter_paths::path(LetterPlace::all()[30]);
    let subject = letter_paths::path(LetterPlace::all()[28]);
    assert_ne!(opening, subject);
    let (mut one, mut other) = (first.clone(), first);
    let change = Author::new(WriterId([2; 16])).set_text(&one, &opening, "Scrivo", 2_000);
    one.apply(&change.unwrap());
    let change = Author::new(WriterId([3; 16])).set_text(&other, &subject, "Posto", 2_000);
    other.apply(&change.unwrap());
    let operations: Vec<Operation> = other.operations().cloned().collect();
    for operation in operations {
        one.ingest(operation);
    }
    assert_eq!(one.text(&opening).text, "Scrivo");
    assert_eq!(one.text(&subject).text, "Posto");
    assert!(one.conflicts().is_empty());
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

/// Paths of letters, and of kinds and versions to come.
fn any_path() -> impl Strategy<Value = Vec<u8>> {
    let known = LetterPlace::all().into_iter().map(letter_paths::path);
    let mut known: Vec<Vec<u8>> = known.map(|path| path.0).collect();
    known.push(kind_path().0);
    prop_oneof![
        proptest::sample::select(known),
        proptest::collection::vec(any::<u8>(), 0..12),
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
    fn any_operations_in_any_order_give_the_same_letter_and_are_kept(
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
        prop_assert_eq!(project_letter(&one), project_letter(&other));
        prop_assert_eq!(one.kind(), other.kind());
        prop_assert_eq!(one.operations().count(), operations.len());
        project_cv(&one);
    }
}
