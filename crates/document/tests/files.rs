//! Photo and attachments: references in the document, blobs named in the headers.

use approdo_document::{
    Attachment, Author, BlobHash, Document, DocumentId, History, SpaceId, Undone, WriterId, attach,
    attachment_list, attachments, cv_paths, project_cv,
};
use approdo_domain::{CvPlace, FileReference, ItemId};

fn document() -> Document {
    let id = DocumentId([7; 16]);
    Document::new(id, SpaceId::of_document(id))
}

fn author() -> Author {
    Author::new(WriterId([1; 16]))
}

fn file(seed: u8) -> FileReference {
    FileReference {
        hash: [seed; 32],
        media_type: "image/jpeg".to_owned(),
        bytes: 40_000,
        tones: None,
        pixels: Some((600, 800)),
    }
}

fn old_cv() -> Attachment {
    Attachment {
        id: ItemId(5),
        name: "curriculum vecchio.pdf".to_owned(),
        file: file(9),
    }
}

#[test]
fn every_edit_that_names_a_photo_names_its_blob_and_needs_no_base() {
    let (mut document, mut author) = (document(), author());
    let path = cv_paths::path(CvPlace::Photo);
    for (minute, seed) in [1_u8, 2, 3].into_iter().enumerate() {
        let now_ms = 60_000 * u64::try_from(minute).unwrap();
        let change = author.set_text(&document, &path, &file(seed).to_string(), now_ms);
        let change = change.unwrap();
        assert_eq!(change.operations[0].blobs, [BlobHash([seed; 32])]);
        assert!(change.operations[0].self_contained);
        document.apply(&change);
        document.mark_offered(change.operations.iter().map(|operation| operation.id));
    }
    let cv = project_cv(&document);
    assert_eq!(cv.photo.reference(), Some(file(3)));
}

/// As a change of the text before it, it would be shorter; but nobody would see the file's name.
#[test]
fn a_reference_that_is_nearly_the_one_before_names_its_blob_too() {
    let (mut document, mut author) = (document(), author());
    let path = cv_paths::path(CvPlace::Photo);
    for (minute, last) in [1_u8, 2].into_iter().enumerate() {
        let mut photo = file(9);
        photo.hash[31] = last;
        let now_ms = 60_000 * u64::try_from(minute).unwrap();
        let change = author.set_text(&document, &path, &photo.to_string(), now_ms);
        let change = change.unwrap();
        assert_eq!(change.operations[0].blobs, [BlobHash(photo.hash)]);
        document.apply(&change);
        document.mark_offered(change.operations.iter().map(|operation| operation.id));
    }
}

#[test]
fn a_text_that_is_no_reference_names_no_blob() {
    let change = author().set_text(
        &document(),
        &cv_paths::path(CvPlace::Profile),
        "Cuoca",
        1_000,
    );
    assert!(change.unwrap().operations[0].blobs.is_empty());
}

#[test]
fn undoing_a_new_photo_brings_the_old_one_back_with_its_blob() {
    let (mut document, mut author, mut history) = (document(), author(), History::default());
    let path = cv_paths::path(CvPlace::Photo);
    for (seed, now_ms) in [(1, 1_000), (2, 60_000)] {
        let change = author.set_text(&document, &path, &file(seed).to_string(), now_ms);
        let change = change.unwrap();
        document.apply(&change);
        history.record(&change.steps, now_ms);
    }
    let Undone::Change(undone) = history.undo(&document, &mut author, 61_000) else {
        panic!("there is something to undo");
    };
    document.apply(&undone);
    assert_eq!(project_cv(&document).photo.reference(), Some(file(1)));
    let last = undone.operations.last().unwrap();
    assert_eq!(last.blobs, [BlobHash([1; 32])]);
}

#[test]
fn an_attachment_is_listed_with_its_name_and_named_in_a_header() {
    let (mut document, mut author) = (document(), author());
    let change = attach(&mut author, &document, &old_cv(), 1_000);
    document.apply(&change);
    assert_eq!(attachments(&document), [old_cv()]);
    let blobs: Vec<_> = change
        .operations
        .iter()
        .flat_map(|one| &one.blobs)
        .collect();
    assert_eq!(blobs, [&BlobHash([9; 32])]);
    assert_eq!(project_cv(&document), Default::default(), "no CV has it");
}

#[test]
fn attaching_is_one_step_to_undo_and_to_do_again() {
    let (mut document, mut author, mut history) = (document(), author(), History::default());
    let change = attach(&mut author, &document, &old_cv(), 1_000);
    document.apply(&change);
    history.record(&change.steps, 1_000);
    let Undone::Change(undone) = history.undo(&document, &mut author, 2_000) else {
        panic!("there is something to undo");
    };
    document.apply(&undone);
    assert_eq!(attachments(&document), []);
    let Undone::Change(again) = history.redo(&document, &mut author, 3_000) else {
        panic!("there is something to do again");
    };
    document.apply(&again);
    assert_eq!(attachments(&document), [old_cv()]);
}

#[test]
fn two_attachments_added_apart_are_both_there() {
    let mut one = document();
    let mut other = document();
    let second = Attachment {
        id: ItemId(6),
        name: "diploma.jpg".to_owned(),
        file: file(4),
    };
    let first = attach(&mut author(), &one, &old_cv(), 1_000);
    let after = attach(&mut Author::new(WriterId([2; 16])), &other, &second, 2_000);
    one.apply(&first);
    other.apply(&after);
    for operation in &after.operations {
        one.ingest(operation.clone());
    }
    for operation in &first.operations {
        other.ingest(operation.clone());
    }
    assert_eq!(attachments(&one).len(), 2);
    assert_eq!(attachments(&one), attachments(&other));
}

#[test]
fn the_places_of_attachments_never_change() {
    assert_eq!(attachment_list().0, [0x32]);
    let change = attach(&mut author(), &document(), &old_cv(), 1_000);
    let paths: Vec<_> = change
        .operations
        .iter()
        .filter_map(|one| approdo_document::Body::decode(&one.body).ok())
        .map(|body| body.path.0)
        .collect();
    let item = [0x32, 0, 0, 0, 0, 0, 0, 0, 5];
    let of = |field: u8| [&item[..], &[field]].concat();
    assert_eq!(paths, [of(0x01), of(0x10), of(0x11)]);
}
