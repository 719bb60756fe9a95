//! What a document does with operations that are known, foreign, forked, sealed or not what they seem,
//! and what of its own it may fold.

mod common;

use approdo_document::{
    Document, DocumentId, Ingested, Operation, OperationId, RegisterKey, SpaceId, Stamp, WriterId,
    cv_paths,
};
use approdo_domain::{CvPlace, PersonalField};
use common::{DOCUMENT, Peer};

const NAME: CvPlace = CvPlace::Personal(PersonalField::GivenName);

fn written(number: u8, text: &str) -> Operation {
    let mut peer = Peer::new(number);
    peer.write(NAME, text);
    let mut operations = peer.document.operations().cloned();
    operations
        .next()
        .unwrap_or_else(|| panic!("nothing was written"))
}

fn empty() -> Document {
    Document::new(DOCUMENT, SpaceId::of_document(DOCUMENT))
}

fn shown(document: &Document) -> String {
    document.text(&cv_paths::path(NAME)).text
}

#[test]
fn the_same_operation_again_is_known() {
    let mut document = empty();
    assert_eq!(document.ingest(written(1, "Anna")), Ingested::New);
    assert_eq!(document.ingest(written(1, "Anna")), Ingested::Known);
    assert_eq!(document.operations().count(), 1);
}

#[test]
fn other_bytes_under_a_known_id_do_not_take_its_place() {
    let mut document = empty();
    document.ingest(written(1, "Anna"));
    assert_eq!(document.ingest(written(1, "Bruno")), Ingested::Forked);
    assert_eq!(shown(&document), "Anna");
}

#[test]
fn an_edit_of_another_document_is_not_taken_in() {
    let mut foreign = written(1, "Anna");
    foreign.document = DocumentId([8; 16]);
    let mut document = empty();
    assert_eq!(document.ingest(foreign), Ingested::Foreign);
    assert_eq!(document.operations().count(), 0);
}

#[test]
fn a_sealed_edit_is_kept_and_its_bytes_are_not_taken_for_text() {
    let mut sealed = written(1, "Anna");
    sealed.key.0 = 5;
    let mut document = empty();
    assert_eq!(document.ingest(sealed.clone()), Ingested::Unreadable);
    assert_eq!(document.ingest(sealed), Ingested::Known);
    assert_eq!(
        (shown(&document).as_str(), document.operations().count()),
        ("", 1)
    );
}

#[test]
fn a_body_that_is_not_of_the_place_its_header_names_is_not_shown() {
    let mut moved = written(1, "Anna");
    moved.register = RegisterKey::derive(DOCUMENT, b"elsewhere");
    let mut document = empty();
    assert_eq!(document.ingest(moved), Ingested::Unreadable);
    assert_eq!(shown(&document), "");
}

#[test]
fn a_document_knows_what_it_holds_readable_or_not() {
    let (readable, mut sealed) = (written(1, "Anna"), written(2, "Berta"));
    sealed.key.0 = 5;
    let mut document = empty();
    assert!(!document.contains(readable.id));
    document.ingest(readable.clone());
    document.ingest(sealed.clone());
    assert!(document.contains(readable.id) && document.contains(sealed.id));
    document.withdraw(readable.id);
    document.withdraw(sealed.id);
    assert!(!document.contains(readable.id) && !document.contains(sealed.id));
    assert_eq!(
        (shown(&document).as_str(), document.operations().count()),
        ("", 0)
    );
}

#[test]
fn taking_back_a_later_edit_brings_the_earlier_one_into_view() {
    let mut phone = Peer::new(1);
    phone.write(NAME, "Anna");
    phone.send_to(&mut Peer::new(2));
    phone.write(NAME, "Annalisa");
    let later = phone.document.heads().next().unwrap();
    phone.document.withdraw(later);
    assert_eq!(shown(&phone.document), "Anna");
}

#[test]
fn an_edit_two_later_ones_were_made_on_stays_replaced_when_one_of_them_goes() {
    let (mut phone, mut desk) = (Peer::new(1), Peer::new(2));
    phone.write(NAME, "Anna");
    phone.send_to(&mut desk);
    phone.write(NAME, "Annalisa");
    let later = phone.document.heads().next().unwrap();
    desk.write(NAME, "Annamaria");
    desk.send_to(&mut phone);
    phone.document.withdraw(later);
    let versions = phone.document.versions(&cv_paths::path(NAME));
    assert_eq!(
        versions
            .iter()
            .map(|version| version.text.as_str())
            .collect::<Vec<_>>(),
        ["Annamaria"]
    );
}

#[test]
fn after_a_reload_an_edit_no_server_has_seen_is_folded_by_its_own_writer_only() {
    let mut phone = Peer::new(1);
    phone.write(NAME, "Anna");
    let before = phone.document.heads().next().unwrap();
    let mut reloaded = empty();
    phone.document.operations().for_each(|operation| {
        reloaded.ingest(operation.clone());
    });
    reloaded.mark_pending([before]);
    let path = cv_paths::path(NAME);
    let own = phone
        .author
        .set_text(&reloaded, &path, "Annalisa", 1_020_000)
        .unwrap();
    assert_eq!(own.folds, vec![before]);
    let other = Peer::new(2)
        .author
        .set_text(&reloaded, &path, "Annalisa", 1_020_000)
        .unwrap();
    assert_eq!(
        (other.folds, other.operations[0].base.clone()),
        (vec![], vec![before])
    );
}

#[test]
fn edits_are_stamped_after_those_they_were_made_on() {
    let mut phone = Peer::new(1);
    let seen = Stamp {
        millis: phone.now_ms + 60_000,
        logical: 3,
    };
    phone.author.observe(seen, phone.now_ms);
    phone.write(NAME, "Anna");
    assert!(
        phone
            .document
            .operations()
            .all(|operation| operation.stamp > seen)
    );
}

#[test]
fn history_tells_every_version_from_the_oldest_to_the_newest() {
    let (mut phone, mut desk) = (Peer::new(9), Peer::new(1));
    for text in ["Ana", "Anna"] {
        phone.write(NAME, text);
        phone.send_to(&mut desk);
    }
    desk.now_ms = phone.now_ms + 1;
    desk.write(NAME, "Annalisa");
    let history = desk.document.history(&cv_paths::path(NAME));
    assert_eq!(
        history
            .iter()
            .map(|version| version.text.as_str())
            .collect::<Vec<_>>(),
        ["Ana", "Anna", "Annalisa"]
    );
    let ids: Vec<OperationId> = history.iter().map(|version| version.operation).collect();
    assert_eq!(ids[2].writer, WriterId([1; 16]));
}

#[test]
fn small_changes_that_arrive_before_the_text_they_change_show_once_it_is_there() {
    let mut phone = Peer::new(1);
    let mut text = "Ho lavorato in magazzino per tre anni. ".repeat(5);
    for added in ["Patente B.", " Muletto.", " Turni."] {
        phone.write(CvPlace::Profile, &text);
        phone.send_to(&mut Peer::new(2));
        text.push_str(added);
    }
    phone.write(CvPlace::Profile, &text);
    let operations: Vec<Operation> = phone.document.operations().cloned().collect();
    let (whole, changes) = operations.split_first().unwrap();
    assert!(!changes.iter().any(|operation| operation.self_contained));
    let mut desk = empty();
    for operation in changes.iter().rev() {
        desk.ingest(operation.clone());
    }
    assert_eq!(desk.text(&cv_paths::path(CvPlace::Profile)).text, "");
    desk.ingest(whole.clone());
    assert_eq!(desk.text(&cv_paths::path(CvPlace::Profile)).text, text);
}
