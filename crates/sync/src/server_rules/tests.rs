//! Tables of cases for the rules.

use super::*;
use crate::batch::Batch;
use crate::wire::{Epoch, LARGEST_REQUEST_BYTES};
use approdo_document::{BlobHash, DocumentId, KeyId, RegisterKey, SpaceId, Stamp, WriterId};
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

fn sized(body: usize, extensions: usize, bases: u64, blobs: usize) -> Operation {
    let own = 1_000;
    Operation {
        id: id(own),
        body: vec![0; body],
        extensions: vec![0; extensions],
        base: (1..=bases).map(id).collect(),
        blobs: vec![BlobHash([0; 32]); blobs],
        ..operation(&[], true)
    }
}

#[rstest]
#[case::all_at_their_limits(
    sized(LARGEST_BODY_BYTES, LARGEST_EXTENSIONS_BYTES, MOST_BASES as u64, MOST_BASES),
    Ok(())
)]
#[case::body(sized(LARGEST_BODY_BYTES + 1, 0, 0, 0), Err(Refusal::TooLarge))]
#[case::extensions(sized(0, LARGEST_EXTENSIONS_BYTES + 1, 0, 0), Err(Refusal::TooLarge))]
#[case::bases(sized(0, 0, MOST_BASES as u64 + 1, 0), Err(Refusal::TooLarge))]
#[case::blobs(sized(0, 0, 0, MOST_BASES + 1), Err(Refusal::TooLarge))]
#[case::bases_out_of_order(operation(&[2, 1], true), Err(Refusal::Malformed))]
#[case::counted_from_zero(Operation { id: id(0), ..operation(&[], true) }, Err(Refusal::Malformed))]
#[case::whole_text_on_nothing(operation(&[], true), Ok(()))]
#[case::patch_on_something(operation(&[1], false), Ok(()))]
fn limits_of_headers(#[case] operation: Operation, #[case] expected: Result<(), Refusal>) {
    assert_eq!(check_header(&operation), expected);
}

#[test]
fn limits_are_what_a_phone_on_a_slow_line_and_a_small_server_bear() {
    assert_eq!(LARGEST_BODY_BYTES, 262_144);
    assert_eq!(LARGEST_REQUEST_BYTES, 4_194_304);
    assert_eq!(LARGEST_PAGE_BYTES, 1_048_576);
    assert_eq!(LARGEST_EXTENSIONS_BYTES, 4_096);
}

const ANNA: AccountId = AccountId([0xa; 16]);

/// A request with so many operations of both kinds, and so many proofs.
fn request(pushed: u64, returned: u64, proofs: usize) -> SyncRequest {
    let operations = |count: u64, first: u64| -> Vec<Operation> {
        let numbered = (first..first + count).map(|counter| Operation {
            id: id(counter),
            ..operation(&[], true)
        });
        numbered.collect()
    };
    SyncRequest {
        account: ANNA,
        cursor: None,
        pushed: Batch::pack(&operations(pushed, 1)),
        returned: Batch::pack(&operations(returned, 5_000)),
        returned_proofs: vec![(AccountId([0xb; 16]), Receipt([1; 16])); proofs],
        page: 10,
    }
}

#[rstest]
#[case::as_many_as_may_be(request(600, 400, 400), None)]
#[case::one_too_many(request(600, 401, 401), Some(RequestError::TooManyOperations))]
#[case::too_many_pushed(request(1_001, 0, 0), Some(RequestError::TooManyOperations))]
#[case::a_proof_missing(request(1, 2, 1), Some(RequestError::ProofsDoNotMatch))]
#[case::a_proof_too_many(request(1, 0, 1), Some(RequestError::ProofsDoNotMatch))]
#[case::another_persons(
    SyncRequest { account: AccountId([0xb; 16]), ..request(1, 0, 0) },
    Some(RequestError::OtherAccount)
)]
fn opens_requests(#[case] request: SyncRequest, #[case] expected: Option<RequestError>) {
    assert_eq!(open(ANNA, &request).err(), expected);
}

#[test]
fn an_opened_request_has_everything_in_its_order() {
    let opened = open(ANNA, &request(2, 1, 1)).unwrap_or_default();
    let ids: Vec<u64> = opened
        .pushed
        .iter()
        .map(|pushed| pushed.id.counter)
        .collect();
    assert_eq!(ids, [1, 2]);
    let (returned, author, receipt) = &opened.returned[0];
    assert_eq!(
        (returned.id.counter, *author),
        (5_000, AccountId([0xb; 16]))
    );
    assert_eq!(*receipt, Receipt([1; 16]));
}

/// An operation with its one base; zero for none.
fn with_base(counter: u64, base: u64) -> Operation {
    let bases = if base == 0 { vec![] } else { vec![base] };
    Operation {
        id: id(counter),
        ..operation(&bases, base == 0)
    }
}

#[rstest]
#[case::only_mine(&[(1, 0), (2, 1)], &[], "pp")]
#[case::only_theirs(&[], &[(1, 0), (2, 1)], "rr")]
#[case::mine_first_if_nothing_speaks_against_it(&[(1, 0), (2, 0)], &[(3, 0)], "ppr")]
#[case::mine_waits_for_theirs(&[(2, 1)], &[(1, 0)], "rp")]
#[case::theirs_waits_for_mine(&[(1, 0)], &[(2, 1)], "pr")]
#[case::in_turns(&[(2, 1), (4, 3)], &[(1, 0), (3, 2)], "rprp")]
#[case::what_is_not_in_the_request_is_not_waited_for(&[(2, 77)], &[(1, 0)], "pr")]
#[case::in_a_circle_as_they_come(&[(1, 2)], &[(2, 1)], "pr")]
fn orders_by_bases(
    #[case] pushed: &[(u64, u64)],
    #[case] returned: &[(u64, u64)],
    #[case] expected: &str,
) {
    let made = |list: &[(u64, u64)]| -> Vec<Operation> {
        list.iter()
            .map(|(counter, base)| with_base(*counter, *base))
            .collect()
    };
    let proof = |operation| (operation, ANNA, Receipt([0; 16]));
    let opened = Opened {
        pushed: made(pushed),
        returned: made(returned).into_iter().map(proof).collect(),
    };
    let order: String = in_order_of_bases(&opened)
        .into_iter()
        .map(|offer| match offer {
            Offer::Pushed(_) => 'p',
            Offer::Returned(_) => 'r',
        })
        .collect();
    assert_eq!(order, expected);
}

#[test]
fn what_another_brings_back_needs_its_bases_and_a_sound_header_all_the_same() {
    let patch = operation(&[1], false);
    let without_base = facts(None, Access::None, false);
    assert_eq!(
        decide_returned(&patch, HASH, true, &without_base),
        Decision::Answer(Answer::BaseGone)
    );
    let other_bytes = facts(Some(2), Access::None, true);
    assert_eq!(
        decide_returned(&patch, HASH, true, &other_bytes),
        Decision::Answer(Answer::Forked)
    );
}

#[rstest]
#[case::known(Answer::Known(3), Verdict::Stored { number: 3 })]
#[case::forked(Answer::Forked, Verdict::Forked)]
#[case::base_gone(Answer::BaseGone, Verdict::BaseGone)]
#[case::refused(
    Answer::Refused(Refusal::Malformed),
    Verdict::Refused(Refusal::Malformed)
)]
fn answers_are_told_as_verdicts(#[case] answer: Answer, #[case] verdict: Verdict) {
    assert_eq!(Verdict::from(answer), verdict);
}

#[rstest]
#[case::at_the_very_end(10, 10, Some(0), Reading::After { since: 10, sequence: 10 })]
#[case::shared_after_it_was_written(7, 5, Some(7), Reading::After { since: 7, sequence: 5 })]
#[case::shared_anew_since(7, 5, Some(8), Reading::Start { new_epoch: false })]
#[case::a_grant_the_server_lost(11, 5, Some(11), Reading::Start { new_epoch: true })]
fn reads_what_was_shared(
    #[case] since: u64,
    #[case] sequence: u64,
    #[case] visible_since: Option<u64>,
    #[case] expected: Reading,
) {
    let cursor = Cursor {
        epoch: Epoch([0; 16]),
        since,
        sequence,
        operation: id(9),
        proof: Receipt([0; 16]),
    };
    let facts = CursorFacts {
        visible_since,
        ..cursor_facts()
    };
    assert_eq!(reading_from(Some(&cursor), &facts), expected);
}

#[test]
fn without_a_cursor_everything_is_read_and_nothing_is_thought_lost() {
    let facts = CursorFacts {
        epoch: EpochStanding::Unknown,
        ..cursor_facts()
    };
    assert_eq!(
        reading_from(None, &facts),
        Reading::Start { new_epoch: false }
    );
}
