//! What tests of other parts rely on in the server's store in memory, beyond what every server's store
//! does: pages of long texts, what compaction leaves, access that begins and ends, restores.

use approdo_document::{
    AccountId, DocumentId, KeyId, Operation, OperationId, RegisterKey, SpaceId, Stamp, WriterId,
};
use approdo_sync::batch::Batch;
use approdo_sync::memory::MemoryServerStore;
use approdo_sync::store::ServerStore;
use approdo_sync::wire::{Cursor, LARGEST_BODY_BYTES, Refusal, SyncRequest, SyncResponse, Verdict};
use futures::executor::block_on;

const ANNA: AccountId = AccountId([0xa; 16]);
const BRUNO: AccountId = AccountId([0xb; 16]);
const DOCUMENT: DocumentId = DocumentId([7; 16]);

fn id(counter: u64) -> OperationId {
    OperationId {
        writer: WriterId([4; 16]),
        counter,
    }
}

/// A whole value in the place of others.
fn whole(counter: u64, base: &[u64]) -> Operation {
    Operation {
        space: SpaceId::of_document(DOCUMENT),
        document: DOCUMENT,
        register: RegisterKey([0; 8]),
        id: id(counter),
        base: base.iter().copied().map(id).collect(),
        self_contained: true,
        blobs: Vec::new(),
        key: KeyId(0),
        stamp: Stamp::default(),
        extensions: Vec::new(),
        body: vec![0, 1],
    }
}

/// A change that cannot be read without its base.
fn change(counter: u64, base: u64) -> Operation {
    Operation {
        self_contained: false,
        ..whole(counter, &[base])
    }
}

fn exchange(
    server: &MemoryServerStore,
    account: AccountId,
    cursor: Option<Cursor>,
    pushed: &[Operation],
) -> SyncResponse {
    let request = SyncRequest {
        account,
        cursor,
        pushed: Batch::pack(pushed),
        returned: Batch::default(),
        returned_proofs: Vec::new(),
        page: 1_000,
    };
    block_on(server.exchange(account, &request)).unwrap_or_else(|error| panic!("{error}"))
}

fn server_with(operations: &[Operation]) -> MemoryServerStore {
    let server = MemoryServerStore::new(1);
    exchange(&server, ANNA, None, operations);
    server
}

fn here(server: &MemoryServerStore) -> Vec<u64> {
    let operations = server.all_operations().into_iter();
    operations.map(|operation| operation.id.counter).collect()
}

fn delivered(answer: &SyncResponse) -> Vec<u64> {
    let delivered = answer.delivered.unpack().unwrap_or_default().into_iter();
    delivered.map(|operation| operation.id.counter).collect()
}

#[test]
fn long_texts_come_a_few_at_a_time() {
    let longest = |counter| Operation {
        body: vec![b'x'; LARGEST_BODY_BYTES],
        ..whole(counter, &[])
    };
    let server = server_with(&[1, 2, 3, 4, 5].map(longest));
    let first = exchange(&server, ANNA, None, &[]);
    assert_eq!((delivered(&first), first.more), (vec![1, 2, 3, 4], true));
    let second = exchange(&server, ANNA, first.cursor, &[]);
    assert_eq!((delivered(&second), second.more), (vec![5], false));
}

#[test]
fn a_space_shared_right_where_somebody_has_read_to_comes_whole() {
    let server = server_with(&[whole(1, &[]), whole(2, &[])]);
    let brunos = Operation {
        document: DocumentId([8; 16]),
        space: SpaceId::of_document(DocumentId([8; 16])),
        ..whole(9, &[])
    };
    let own = exchange(&server, BRUNO, None, &[brunos]);
    server.grant(SpaceId::of_document(DOCUMENT), BRUNO);
    let shared = exchange(&server, BRUNO, own.cursor, &[]);
    assert_eq!(delivered(&shared), [1, 2]);
}

/// The last text comes again, and another has taken the place of the one before it: only the place
/// tells that something is missing.
#[test]
fn a_restore_to_a_backup_without_edits_is_noticed() {
    let server = MemoryServerStore::new(1);
    let nothing = server.snapshot();
    let read = exchange(&server, ANNA, None, &[whole(1, &[]), whole(2, &[])]);
    server.restore(&nothing);
    exchange(&server, ANNA, None, &[whole(9, &[]), whole(2, &[])]);
    let answer = exchange(&server, ANNA, read.cursor, &[]);
    assert_ne!(answer.epoch, read.epoch);
    assert_eq!(delivered(&answer), [9, 2]);
}

#[test]
fn two_restores_of_one_backup_are_told_apart() {
    let server = server_with(&[whole(1, &[])]);
    let backup = server.snapshot();
    server.restore(&backup);
    let read = exchange(&server, ANNA, None, &[whole(2, &[]), whole(3, &[])]);
    server.restore(&backup);
    exchange(&server, ANNA, None, &[whole(9, &[]), whole(3, &[])]);
    let answer = exchange(&server, ANNA, read.cursor, &[]);
    assert_ne!(answer.epoch, read.epoch);
    assert_eq!(delivered(&answer), [1, 9, 3]);
}

#[test]
fn compaction_leaves_the_newest_text() {
    let server = server_with(&[whole(1, &[]), change(2, 1), whole(3, &[2]), whole(4, &[])]);
    assert_eq!(server.compact(id(3)), 2);
    assert_eq!(here(&server), [3, 4]);
    assert!(server.has(id(1)), "it was here");
}

#[test]
fn what_a_change_elsewhere_stands_on_stays() {
    let server = server_with(&[whole(1, &[]), change(2, 1), whole(3, &[1])]);
    assert_eq!(server.compact(id(3)), 0);
    assert_eq!(here(&server), [1, 2, 3]);
}

/// Whoever reads the older text without the newer one would take it for current.
#[test]
fn what_comes_after_something_that_stays_stays_too() {
    let texts = [whole(1, &[]), whole(2, &[1]), whole(3, &[2])];
    let server = server_with(&texts);
    exchange(&server, ANNA, None, &[change(4, 1)]);
    assert_eq!(server.compact(id(3)), 0);
    assert_eq!(here(&server), [1, 2, 3, 4]);
}

/// A device may still bring it, as happens after a restore.
#[test]
fn what_comes_after_something_that_is_still_to_arrive_stays() {
    let server = server_with(&[whole(2, &[1]), whole(3, &[2])]);
    assert_eq!(server.compact(id(3)), 0);
    exchange(&server, ANNA, None, &[whole(1, &[])]);
    assert_eq!(server.compact(id(3)), 2);
    assert_eq!(here(&server), [3]);
}

#[test]
fn only_a_whole_value_takes_the_place_of_what_came_before() {
    let server = server_with(&[whole(1, &[]), change(2, 1)]);
    assert_eq!(server.compact(id(2)), 0);
    assert_eq!(server.compact(id(99)), 0);
    assert_eq!(here(&server), [1, 2]);
}

/// A device takes a hole for an explanation: one that covers what is here would hide its loss.
#[test]
fn what_stays_between_two_removed_numbers_is_no_part_of_a_hole() {
    let server = server_with(&[whole(1, &[]), whole(9, &[]), whole(2, &[1]), whole(3, &[2])]);
    assert_eq!(server.compact(id(3)), 2);
    let answer = exchange(&server, ANNA, None, &[]);
    let holes: Vec<(u64, u64)> = answer.holes.iter().map(|it| (it.from, it.to)).collect();
    assert_eq!(holes, [(1, 1), (3, 3)]);
}

#[test]
fn whoever_lost_access_reads_and_writes_nothing_until_it_is_given_again() {
    let server = server_with(&[whole(1, &[])]);
    let space = SpaceId::of_document(DOCUMENT);
    server.grant(space, BRUNO);
    let cursor = exchange(&server, BRUNO, None, &[]).cursor;
    server.revoke(space, BRUNO);
    exchange(&server, ANNA, None, &[whole(2, &[1])]);
    let refused = exchange(&server, BRUNO, cursor, &[whole(3, &[1])]);
    assert_eq!(refused.pushed, [Verdict::Refused(Refusal::NotAllowed)]);
    assert!(refused.delivered.is_empty());
    server.grant(space, BRUNO);
    let again = exchange(&server, BRUNO, cursor, &[]);
    assert_eq!(again.delivered.len(), 2);
    assert_eq!(again.epoch, refused.epoch, "no restore");
}
