//! What happens to work the server did not take as it was: it is offered again, and no conflict
//! arises out of that.

mod common;

use approdo_document::{
    BlobHash, Operation, OperationId, Rejection, TextState, cv_paths, project_cv, reissue,
};
use approdo_domain::{CvPlace, PersonalField};
use common::Peer;
use std::collections::{BTreeMap, BTreeSet};

const NAME: CvPlace = CvPlace::Personal(PersonalField::GivenName);

/// A device with one text the server has, and two edits on top that wait.
fn device_with_waiting_work() -> (Peer, Vec<OperationId>) {
    let mut phone = Peer::new(1);
    phone.write(
        CvPlace::Profile,
        "Ho lavorato in un magazzino grande per tre anni.",
    );
    phone.send_to(&mut Peer::new(9));
    let seen: BTreeSet<OperationId> = phone.document.heads().collect();
    phone.write(
        CvPlace::Profile,
        "Ho lavorato in un magazzino grande per quattro anni.",
    );
    phone.send_to(&mut Peer::new(9));
    phone.write(
        CvPlace::Profile,
        "Ho lavorato in un magazzino molto grande per quattro anni.",
    );
    phone.send_to(&mut Peer::new(9));
    let waiting = phone
        .document
        .operations()
        .map(|it| it.id)
        .filter(|id| !seen.contains(id));
    let waiting = waiting.collect();
    (phone, waiting)
}

fn rejected(id: OperationId, why: Rejection) -> BTreeMap<OperationId, Rejection> {
    BTreeMap::from([(id, why)])
}

#[test]
fn work_whose_base_the_server_dropped_is_offered_whole_and_keeps_its_value() {
    let (mut phone, waiting) = device_with_waiting_work();
    let all: BTreeSet<OperationId> = waiting.iter().copied().collect();
    let why = rejected(waiting[0], Rejection::BaseGone);
    let result = reissue(&phone.document, &why, &all, &mut phone.author, 9_000_000);
    assert_eq!(result.replaced, waiting);
    let profile = cv_paths::path(CvPlace::Profile);
    assert_eq!(result.paths(), vec![profile; result.operations.len()]);
    assert!(
        result
            .operations
            .iter()
            .all(|operation| operation.self_contained)
    );
    assert!(
        result.operations[0].base.contains(&waiting[0]),
        "it names the old one"
    );
    let before = project_cv(&phone.document);
    result.apply_to(&mut phone.document);
    assert_eq!(project_cv(&phone.document), before);
    assert_eq!(phone.document.heads().count(), 1);
}

#[test]
fn a_server_that_kept_the_old_history_sees_no_conflict() {
    let (mut phone, waiting) = device_with_waiting_work();
    let all: BTreeSet<OperationId> = waiting.iter().copied().collect();
    let old: Vec<Operation> = phone.document.operations().cloned().collect();
    let why = rejected(waiting[0], Rejection::BaseGone);
    let result = reissue(&phone.document, &why, &all, &mut phone.author, 9_000_000);
    let mut other = Peer::new(2);
    for operation in old.iter().chain(&result.operations) {
        other.document.ingest(operation.clone());
    }
    let view = other.document.text(&cv_paths::path(CvPlace::Profile));
    assert_eq!(view.state, TextState::Settled);
    assert!(view.text.contains("molto grande per quattro"));
}

#[test]
fn work_acknowledged_although_its_base_was_rejected_stays_on_top() {
    let (mut phone, waiting) = device_with_waiting_work();
    let only_the_first = BTreeSet::from([waiting[0]]);
    let why = rejected(waiting[0], Rejection::BaseGone);
    let result = reissue(
        &phone.document,
        &why,
        &only_the_first,
        &mut phone.author,
        9_000_000,
    );
    let before = project_cv(&phone.document);
    result.apply_to(&mut phone.document);
    assert_eq!(project_cv(&phone.document), before);
    assert_eq!(phone.document.heads().count(), 1);
}

#[test]
fn what_a_stranger_wrote_under_the_same_id_is_not_overwritten() {
    let mut phone = Peer::new(1);
    phone.write(NAME, "Anna");
    let mine = phone.document.heads().next().unwrap();
    let mut clone = Peer::new(1);
    clone.write(NAME, "Bruno");
    let foreign = clone.document.operations().next().unwrap().clone();
    assert_eq!(foreign.id, mine);
    phone.author = approdo_document::Author::new(approdo_document::WriterId([3; 16]));
    let why = rejected(mine, Rejection::Forked);
    let waiting = BTreeSet::from([mine]);
    let result = reissue(
        &phone.document,
        &why,
        &waiting,
        &mut phone.author,
        9_000_000,
    );
    result.apply_to(&mut phone.document);
    phone.document.ingest(foreign);
    let versions = phone.document.versions(&cv_paths::path(NAME));
    let texts: BTreeSet<&str> = versions
        .iter()
        .map(|version| version.text.as_str())
        .collect();
    assert_eq!(texts, BTreeSet::from(["Anna", "Bruno"]));
}

/// What a newer version put into the header is for its readers, who read the new operation instead.
#[test]
fn what_this_version_does_not_know_of_a_header_is_kept() {
    let (mut phone, waiting) = device_with_waiting_work();
    let header = |operation: &Operation| (operation.blobs.clone(), operation.extensions.clone());
    let written = phone
        .document
        .operations()
        .find(|operation| operation.id == waiting[1])
        .cloned()
        .map(|operation| Operation {
            blobs: vec![BlobHash([7; 32])],
            extensions: vec![1, 2, 3],
            ..operation
        });
    let written = written.unwrap();
    phone.document.withdraw(waiting[1]);
    phone.document.ingest(written.clone());
    let all: BTreeSet<OperationId> = waiting.iter().copied().collect();
    let why = rejected(waiting[0], Rejection::BaseGone);
    let result = reissue(&phone.document, &why, &all, &mut phone.author, 9_000_000);
    assert_eq!(header(&result.operations[1]), header(&written));
}

/// An empty place, one that holds a change whose text is missing, and one where another wrote on top.
#[test]
fn a_change_without_the_text_it_changes_is_told_from_one_that_can_be_read() {
    let (phone, waiting) = device_with_waiting_work();
    let change = phone.document.operations().find(|it| it.id == waiting[0]);
    let change = change.cloned().unwrap();
    assert!(!phone.document.is_unreadable_change(change.id));
    let mut other = Peer::new(2);
    other.document.ingest(change.clone());
    assert!(other.document.is_unreadable_change(change.id));
    assert!(!other.document.is_replaced_by_readable(change.id));
    let nobody_wrote = OperationId {
        counter: 99,
        ..change.id
    };
    assert!(!other.document.is_unreadable_change(nobody_wrote));
    assert!(!other.document.is_replaced_by_readable(nobody_wrote));
}

#[test]
fn a_change_counts_as_replaced_once_a_value_that_can_be_read_stands_on_it() {
    let (mut phone, waiting) = device_with_waiting_work();
    let all: BTreeSet<OperationId> = waiting.iter().copied().collect();
    let why = rejected(waiting[0], Rejection::BaseGone);
    let change = phone.document.operations().find(|it| it.id == waiting[0]);
    let change = change.cloned().unwrap();
    let minted = reissue(&phone.document, &why, &all, &mut phone.author, 9_000_000);
    let mut other = Peer::new(2);
    other.document.ingest(change.clone());
    other.write(NAME, "Anna");
    assert!(!other.document.is_replaced_by_readable(change.id));
    for operation in minted.operations {
        other.document.ingest(operation);
    }
    assert!(other.document.is_replaced_by_readable(change.id));
    assert!(other.document.is_unreadable_change(change.id));
}
