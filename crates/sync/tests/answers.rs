//! A server's answer is believed only if it holds together, and then sorted for the store.

use approdo_document::{
    AccountId, DocumentId, KeyId, Operation, OperationId, RegisterKey, Rejection, SpaceId, Stamp,
    WriterId,
};
use approdo_sync::answer::{AnswerError, Checked, check};
use approdo_sync::batch::Batch;
use approdo_sync::store::{Delivery, Origin, Outgoing, SyncState};
use approdo_sync::wire::{
    Cursor, DeliveredNote, Epoch, Hole, Receipt, Refusal, SyncResponse, Verdict,
};
use rstest::rstest;
use std::collections::BTreeMap;

const ANNA: AccountId = AccountId([0xa; 16]);
const BRUNO: AccountId = AccountId([0xb; 16]);
const EPOCH: Epoch = Epoch([1; 16]);
const OTHER_EPOCH: Epoch = Epoch([2; 16]);
const SPACE: SpaceId = SpaceId([7; 16]);

fn id(counter: u64) -> OperationId {
    OperationId {
        writer: WriterId([4; 16]),
        counter,
    }
}

fn operation(counter: u64) -> Operation {
    Operation {
        space: SPACE,
        document: DocumentId([7; 16]),
        register: RegisterKey([0; 8]),
        id: id(counter),
        base: Vec::new(),
        self_contained: true,
        blobs: Vec::new(),
        key: KeyId(0),
        stamp: Stamp::default(),
        extensions: Vec::new(),
        body: vec![0, 1],
    }
}

fn cursor(epoch: Epoch) -> Option<Cursor> {
    Some(Cursor {
        epoch,
        since: 9,
        sequence: 9,
        operation: id(1),
        proof: Receipt([0; 16]),
    })
}

/// A device that has read the space up to number 4.
fn state() -> SyncState {
    SyncState {
        account: Some(ANNA),
        cursor: cursor(EPOCH),
        read: BTreeMap::from([(SPACE, 4)]),
        synced_at_ms: None,
    }
}

fn sent(pushed: &[u64], returned: &[u64]) -> Outgoing {
    Outgoing {
        pushed: pushed.iter().copied().map(operation).collect(),
        returned: returned
            .iter()
            .map(|counter| (operation(*counter), BRUNO, Receipt([5; 16])))
            .collect(),
    }
}

fn note(number: u64) -> DeliveredNote {
    DeliveredNote {
        number,
        author: ANNA,
        receipt: None,
        device: None,
    }
}

/// An answer that delivers operations of other devices under these numbers.
fn delivers(numbers: &[u64]) -> SyncResponse {
    let operations: Vec<Operation> = numbers
        .iter()
        .map(|number| operation(100 + number))
        .collect();
    SyncResponse {
        epoch: EPOCH,
        pushed: Vec::new(),
        returned: Vec::new(),
        delivered: Batch::pack(&operations),
        delivered_notes: numbers.iter().copied().map(note).collect(),
        device_names: vec!["Telefono".to_owned()],
        echoes: Vec::new(),
        holes: Vec::new(),
        cursor: cursor(EPOCH),
        more: false,
    }
}

fn checked(sent: &Outgoing, response: &SyncResponse) -> Result<Checked, AnswerError> {
    check(ANNA, &state(), sent, response)
}

fn hole(from: u64, to: u64) -> Vec<Hole> {
    vec![Hole {
        space: SPACE,
        from,
        to,
    }]
}

#[test]
fn a_sound_answer_moves_the_cursor_and_what_was_read() {
    let received = checked(&sent(&[], &[]), &delivers(&[5, 6]))
        .unwrap()
        .received;
    assert_eq!(received.read, BTreeMap::from([(SPACE, 6)]));
    assert_eq!(received.cursor, cursor(EPOCH));
    assert!(!received.restored);
}

#[rstest]
#[case::a_verdict_missing(SyncResponse { pushed: vec![], ..delivers(&[5]) })]
#[case::a_verdict_too_many(
    SyncResponse { pushed: vec![Verdict::Forked; 2], ..delivers(&[5]) }
)]
#[case::a_returned_verdict_too_many(
    SyncResponse { pushed: vec![Verdict::Forked], returned: vec![Verdict::Forked], ..delivers(&[5]) }
)]
#[case::a_note_missing(
    SyncResponse { pushed: vec![Verdict::Forked], delivered_notes: vec![], ..delivers(&[5]) }
)]
#[case::an_echo_of_what_was_not_sent(
    SyncResponse { pushed: vec![Verdict::Stored { number: 5 }], echoes: vec![(id(2), 5)], ..delivers(&[]) }
)]
#[case::an_echo_of_what_was_not_stored(
    SyncResponse { pushed: vec![Verdict::BaseGone], echoes: vec![(id(1), 5)], ..delivers(&[]) }
)]
fn an_answer_to_something_else_is_not_believed(#[case] response: SyncResponse) {
    assert_eq!(
        checked(&sent(&[1], &[]), &response),
        Err(AnswerError::DoesNotFit)
    );
}

#[rstest]
#[case::none_though_it_delivers(SyncResponse { cursor: None, ..delivers(&[5]) })]
#[case::none_though_there_is_more(SyncResponse { cursor: None, more: true, ..delivers(&[]) })]
#[case::none_though_it_names_echoes(
    SyncResponse { cursor: None, echoes: vec![(id(1), 5)], ..delivers(&[]) }
)]
#[case::of_another_life(SyncResponse { cursor: cursor(OTHER_EPOCH), ..delivers(&[5]) })]
fn an_answer_without_a_place_to_read_on_from_is_not_believed(#[case] response: SyncResponse) {
    assert_eq!(
        checked(&sent(&[], &[]), &response),
        Err(AnswerError::Cursor)
    );
}

#[test]
fn an_answer_that_brings_nothing_needs_no_cursor() {
    let response = SyncResponse {
        cursor: None,
        ..delivers(&[])
    };
    let received = checked(&sent(&[], &[]), &response).unwrap().received;
    assert_eq!(received.cursor, None);
}

#[rstest]
#[case::number_missing(delivers(&[6]), Err(AnswerError::Gap))]
#[case::explained(SyncResponse { holes: hole(5, 5), ..delivers(&[6]) }, Ok(6))]
#[case::holes_alone(SyncResponse { holes: hole(5, 8), ..delivers(&[]) }, Ok(8))]
#[case::hole_elsewhere(SyncResponse { holes: hole(7, 9), ..delivers(&[5]) }, Err(AnswerError::Gap))]
#[case::hole_turned_round(SyncResponse { holes: hole(9, 7), ..delivers(&[5]) }, Ok(5))]
#[case::read_again(delivers(&[3, 4]), Ok(4))]
fn no_change_goes_missing_unnoticed(
    #[case] response: SyncResponse,
    #[case] expected: Result<u64, AnswerError>,
) {
    let read = checked(&sent(&[], &[]), &response).map(|checked| checked.received.read[&SPACE]);
    assert_eq!(read, expected);
}

#[test]
fn after_a_restore_everything_is_read_from_the_first_number() {
    let restored = SyncResponse {
        epoch: OTHER_EPOCH,
        cursor: cursor(OTHER_EPOCH),
        ..delivers(&[1, 2])
    };
    let received = checked(&sent(&[], &[]), &restored).unwrap().received;
    assert!(received.restored);
    assert_eq!(received.read, BTreeMap::from([(SPACE, 2)]));
    let with_gap = SyncResponse {
        delivered: delivers(&[5]).delivered,
        delivered_notes: vec![note(5)],
        ..restored
    };
    assert_eq!(checked(&sent(&[], &[]), &with_gap), Err(AnswerError::Gap));
}

#[test]
fn a_first_answer_is_no_restore() {
    let never_synced = SyncState {
        account: Some(ANNA),
        ..SyncState::default()
    };
    let checked = check(ANNA, &never_synced, &sent(&[], &[]), &delivers(&[1]));
    assert!(!checked.unwrap().received.restored);
}

#[test]
fn every_verdict_goes_where_it_belongs() {
    let response = SyncResponse {
        pushed: vec![
            Verdict::Stored { number: 5 },
            Verdict::Forked,
            Verdict::BaseGone,
            Verdict::Refused(Refusal::NotAllowed),
        ],
        returned: vec![Verdict::Forked, Verdict::Stored { number: 6 }],
        echoes: vec![(id(1), 5), (id(12), 6)],
        ..delivers(&[])
    };
    let checked = checked(&sent(&[1, 2, 3, 4], &[11, 12]), &response).unwrap();
    assert_eq!(checked.received.acknowledged, [(id(1), 5), (id(12), 6)]);
    assert_eq!(checked.received.refused, [(id(4), Refusal::NotAllowed)]);
    let rejected = [
        (id(2), Rejection::Forked),
        (id(3), Rejection::BaseGone),
        (id(11), Rejection::Forked),
    ];
    assert_eq!(checked.rejected, BTreeMap::from(rejected));
}

/// A restore could lose what the cursor does not cover, and the cursor would not show it.
#[rstest]
#[case::nothing_more_to_read(false, 9, true)]
#[case::read_up_to_it(true, 6, true)]
#[case::read_before_already(true, 3, true)]
#[case::lies_further_on(true, 7, false)]
fn work_counts_as_delivered_once_it_is_read_back(
    #[case] more: bool,
    #[case] number: u64,
    #[case] expected: bool,
) {
    let response = SyncResponse {
        pushed: vec![Verdict::Stored { number }],
        more,
        ..delivers(&[5, 6])
    };
    let checked = checked(&sent(&[1], &[]), &response);
    let acknowledged = checked.map(|checked| checked.received.acknowledged.len());
    assert_eq!(acknowledged, Ok(usize::from(expected)));
}

#[test]
fn in_a_space_never_read_work_waits_for_its_reading() {
    let mut work = sent(&[1], &[]);
    work.pushed[0].space = SpaceId([8; 16]);
    let response = SyncResponse {
        pushed: vec![Verdict::Stored { number: 1 }],
        more: true,
        ..delivers(&[5])
    };
    let received = checked(&work, &response).unwrap().received;
    assert_eq!(received.acknowledged, []);
}

#[test]
fn what_is_delivered_says_whose_it_is_and_from_which_device() {
    let mut response = delivers(&[5, 6, 7, 8]);
    response.delivered_notes[0].device = Some(0);
    response.delivered_notes[1].device = Some(1);
    response.delivered_notes[2].author = BRUNO;
    response.delivered_notes[2].receipt = Some(Receipt([5; 16]));
    response.delivered_notes[3].receipt = Some(Receipt([5; 16]));
    let received = checked(&sent(&[], &[]), &response).unwrap().received;
    let devices: Vec<Option<&str>> = received
        .delivered
        .iter()
        .map(|stored| stored.device.as_deref())
        .collect();
    assert_eq!(devices, [Some("Telefono"), None, None, None]);
    let brunos = Origin::Other {
        author: BRUNO,
        receipt: Receipt([5; 16]),
    };
    let origins: Vec<Origin> = received
        .delivered
        .iter()
        .map(|stored| stored.origin)
        .collect();
    assert_eq!(origins, [Origin::Mine, Origin::Mine, brunos, Origin::Mine]);
    assert!(
        received
            .delivered
            .iter()
            .all(|stored| stored.delivery == Delivery::Acknowledged)
    );
    let numbers: Vec<Option<u64>> = received
        .delivered
        .iter()
        .map(|stored| stored.number)
        .collect();
    assert_eq!(numbers, [Some(5), Some(6), Some(7), Some(8)]);
}
