//! Proofs hold for exactly what they were given for.

use approdo_document::{AccountId, OperationHash, OperationId, SpaceId, WriterId};
use approdo_sync::receipt::ReceiptKey;
use approdo_sync::wire::{Cursor, Epoch, Receipt};
use rstest::rstest;

const ANNA: AccountId = AccountId([0xa; 16]);

fn key() -> ReceiptKey {
    ReceiptKey::new([9; 32])
}

fn cursor() -> Cursor {
    Cursor {
        epoch: Epoch([1; 16]),
        since: 5,
        sequence: 6,
        operation: OperationId {
            writer: WriterId([4; 16]),
            counter: 7,
        },
        proof: Receipt([0; 16]),
    }
}

#[test]
fn a_cursor_is_known_again_by_the_server_that_gave_it() {
    let given = key().prove_cursor(ANNA, cursor());
    assert_eq!(
        (given.since, given.sequence, given.operation),
        (5, 6, cursor().operation)
    );
    assert!(key().gave_cursor(ANNA, &given));
    assert!(!key().gave_cursor(ANNA, &cursor()), "made up");
    assert!(
        !key().gave_cursor(AccountId([0xb; 16]), &given),
        "another person's"
    );
    assert!(
        !ReceiptKey::new([8; 32]).gave_cursor(ANNA, &given),
        "another server's"
    );
}

#[rstest]
#[case::epoch(Cursor { epoch: Epoch([2; 16]), ..cursor() })]
#[case::since(Cursor { since: 4, ..cursor() })]
#[case::sequence(Cursor { sequence: 4, ..cursor() })]
#[case::operation(Cursor { operation: OperationId { counter: 4, ..cursor().operation }, ..cursor() })]
#[case::writer(
    Cursor { operation: OperationId { writer: WriterId([5; 16]), counter: 7 }, ..cursor() }
)]
fn a_cursor_with_anything_changed_is_not_believed(#[case] changed: Cursor) {
    let given = key().prove_cursor(ANNA, cursor());
    let forged = Cursor {
        proof: given.proof,
        ..changed
    };
    assert!(!key().gave_cursor(ANNA, &forged));
}

#[test]
fn a_receipt_holds_for_one_operation_in_one_space() {
    let (hash, space) = (OperationHash([1; 16]), SpaceId([3; 16]));
    let receipt = key().receipt(hash, ANNA, space);
    assert!(key().is_receipt_of(receipt, hash, ANNA, space));
    assert!(!key().is_receipt_of(receipt, OperationHash([2; 16]), ANNA, space));
    assert!(!key().is_receipt_of(receipt, hash, ANNA, SpaceId([4; 16])));
}

#[test]
fn one_byte_of_a_receipt_changed_is_one_too_many() {
    let (hash, space) = (OperationHash([1; 16]), SpaceId([3; 16]));
    let receipt = key().receipt(hash, ANNA, space);
    for place in 0..16 {
        let mut changed = receipt;
        changed.0[place] ^= 0x10;
        assert!(
            !key().is_receipt_of(changed, hash, ANNA, space),
            "byte {place}"
        );
    }
}

/// Two wrong bytes must not make up for each other.
#[test]
fn two_bytes_changed_alike_are_not_believed_either() {
    let (hash, space) = (OperationHash([1; 16]), SpaceId([3; 16]));
    let mut changed = key().receipt(hash, ANNA, space);
    changed.0[2] ^= 0x10;
    changed.0[9] ^= 0x10;
    assert!(!key().is_receipt_of(changed, hash, ANNA, space));
}

#[test]
fn the_key_never_shows_in_logs() {
    assert_eq!(format!("{:?}", key()), "ReceiptKey(secret)");
}
