//! Tables of cases for the rules.

use super::*;
use crate::wire::Epoch;
use approdo_document::{DocumentId, KeyId, RegisterKey, SpaceId, Stamp, WriterId};
use rstest::rstest;

const HASH: OperationHash = OperationHash([1; 16]);

fn id(counter: u64) -> OperationId {
    OperationId {
        writer: WriterId([4; 16]),
        counter,
    }
}

fn operation(base: &[u64], self_contained: bool) -> Operation {
    Operation {
        space: SpaceId([1; 16]),
        document: DocumentId([1; 16]),
        register: RegisterKey([0; 8]),
        id: id(9),
        base: base.iter().map(|counter| id(*counter)).collect(),
        self_contained,
        blobs: Vec::new(),
        key: KeyId(0),
        stamp: Stamp::default(),
        extensions: Vec::new(),
        body: Vec::new(),
    }
}

fn facts(known: Option<u8>, access: Access, bases_present: bool) -> Facts {
    Facts {
        known: known.map(|byte| Known {
            hash: OperationHash([byte; 16]),
            number: 7,
        }),
        access,
        bases_present,
    }
}

#[rstest]
#[case::first_in_a_new_space(facts(None, Access::NewSpace, false), true, Decision::Store)]
#[case::patch_with_its_base(facts(None, Access::Write, true), false, Decision::Store)]
#[case::patch_without_base(
    facts(None, Access::Write, false),
    false,
    Decision::Answer(Answer::BaseGone)
)]
#[case::self_contained_without_base(facts(None, Access::Write, false), true, Decision::Store)]
#[case::the_same_again(
    facts(Some(1), Access::Write, true),
    true,
    Decision::Answer(Answer::Known(7))
)]
#[case::the_same_again_after_access_ended(
    facts(Some(1), Access::None, true),
    true,
    Decision::Answer(Answer::Known(7))
)]
#[case::other_bytes(
    facts(Some(2), Access::Write, true),
    true,
    Decision::Answer(Answer::Forked)
)]
#[case::not_a_member(
    facts(None, Access::None, true),
    true,
    Decision::Answer(Answer::Refused(Refusal::NotAllowed))
)]
#[case::not_a_member_learns_nothing_of_ids(
    facts(Some(2), Access::None, true),
    true,
    Decision::Answer(Answer::Refused(Refusal::NotAllowed))
)]
fn decides(#[case] facts: Facts, #[case] self_contained: bool, #[case] expected: Decision) {
    assert_eq!(
        decide(&operation(&[1], self_contained), HASH, &facts),
        expected
    );
}

#[rstest]
#[case::proven(true, Decision::Store)]
#[case::made_up(false, Decision::Answer(Answer::Refused(Refusal::BadReceipt)))]
fn a_returned_operation_needs_its_receipt_and_no_access(
    #[case] valid: bool,
    #[case] expected: Decision,
) {
    let facts = facts(None, Access::None, true);
    assert_eq!(
        decide_returned(&operation(&[1], true), HASH, valid, &facts),
        expected
    );
}

#[rstest]
#[case::sound(operation(&[1, 2], true), Ok(()))]
#[case::patch_on_nothing(operation(&[], false), Err(Refusal::Malformed))]
#[case::on_itself(operation(&[9], true), Err(Refusal::Malformed))]
#[case::base_twice(operation(&[1, 1], true), Err(Refusal::Malformed))]
#[case::huge(Operation { body: vec![0; LARGEST_BODY_BYTES + 1], ..operation(&[], true) },
    Err(Refusal::TooLarge))]
fn checks_headers(#[case] operation: Operation, #[case] expected: Result<(), Refusal>) {
    assert_eq!(check_header(&operation), expected);
}

fn cursor_facts() -> CursorFacts {
    CursorFacts {
        is_proven: true,
        epoch: EpochStanding::Current,
        highest: 10,
        operation: Some(id(9)),
        visible_since: Some(0),
    }
}

#[rstest]
#[case::ours(cursor_facts(), Reading::After { since: 5, sequence: 5 })]
#[case::made_up(CursorFacts { is_proven: false, highest: 1, ..cursor_facts() },
    Reading::Start { new_epoch: false })]
#[case::ahead(CursorFacts { highest: 4, ..cursor_facts() }, Reading::Start { new_epoch: true })]
#[case::another_operation_there(CursorFacts { operation: Some(id(8)), ..cursor_facts() },
    Reading::Start { new_epoch: true })]
#[case::of_a_life_that_ended(
    CursorFacts { epoch: EpochStanding::Earlier, ..cursor_facts() },
    Reading::Start { new_epoch: false })]
#[case::of_a_life_never_heard_of(
    CursorFacts { epoch: EpochStanding::Unknown, ..cursor_facts() },
    Reading::Start { new_epoch: true })]
#[case::access_ended(CursorFacts { visible_since: None, ..cursor_facts() },
    Reading::Start { new_epoch: false })]
fn reads(#[case] facts: CursorFacts, #[case] expected: Reading) {
    let cursor = Cursor {
        epoch: Epoch([0; 16]),
        since: 5,
        sequence: 5,
        operation: id(9),
        proof: Receipt([0; 16]),
    };
    assert_eq!(reading_from(Some(&cursor), &facts), expected);
}

#[test]
fn an_operation_of_mine_built_on_one_of_anothers_comes_after_it() {
    let mine = operation(&[3], false);
    let theirs = Operation {
        id: id(3),
        ..operation(&[], true)
    };
    let opened = Opened {
        pushed: vec![mine],
        returned: vec![(theirs, AccountId([0; 16]), Receipt([0; 16]))],
    };
    assert_eq!(
        in_order_of_bases(&opened),
        [Offer::Returned(0), Offer::Pushed(0)]
    );
}
