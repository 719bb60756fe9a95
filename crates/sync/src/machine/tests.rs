//! What the machine does and tells, event by event.

use super::*;
use crate::exchange::ExchangeError;
use crate::frame::PROTOCOL_VERSION;
use crate::transport::TransportError;
use rstest::rstest;

const START: Event = Event::Started {
    is_linked: true,
    waiting: 0,
    synced_at_ms: None,
};

const fn done(waiting: usize) -> Event {
    Event::ExchangeEnded(ExchangeEnd::Done {
        more: false,
        waiting,
        is_progress: true,
    })
}

const fn failed(failure: Failure) -> Event {
    Event::ExchangeEnded(ExchangeEnd::Failed(failure))
}

/// A machine that has synced once, at time zero.
fn synced() -> SyncMachine {
    let mut machine = SyncMachine::new();
    machine.handle(START, 0, 0);
    machine.handle(done(0), 0, 0);
    machine
}

fn starts(actions: &[Action]) -> Option<usize> {
    actions.iter().find_map(|action| match action {
        Action::StartExchange { most, .. } => Some(*most),
        Action::WakeAt { .. } => None,
    })
}

fn wakes(actions: &[Action]) -> Option<u64> {
    actions.iter().find_map(|action| match action {
        Action::WakeAt { at_ms } => Some(*at_ms),
        Action::StartExchange { .. } => None,
    })
}

/// Answers every exchange with the same failure and counts them over a time.
fn attempts_in(machine: &mut SyncMachine, failure: Failure, from_ms: u64, to_ms: u64) -> usize {
    let mut attempts = 0;
    let mut actions = machine.handle(Event::Elapsed, from_ms, 7);
    let mut now_ms = from_ms;
    for _ in 0..100_000 {
        if starts(&actions).is_some() {
            attempts += 1;
            actions = machine.handle(failed(failure), now_ms, 7);
            continue;
        }
        match wakes(&actions) {
            Some(at_ms) if at_ms <= to_ms => {
                now_ms = at_ms;
                actions = machine.handle(Event::Elapsed, now_ms, 7);
            }
            _ => return attempts,
        }
    }
    panic!("it wakes again and again without time passing");
}

#[test]
fn opening_the_app_exchanges_at_once() {
    let mut machine = SyncMachine::new();
    assert_eq!(starts(&machine.handle(START, 5, 0)), Some(MOST_OFFERED));
    assert_eq!(machine.status(5), SyncStatus::Syncing);
    machine.handle(done(0), 9, 0);
    assert_eq!(machine.status(10), SyncStatus::Synced { at_ms: 9 });
}

#[test]
fn without_an_account_nothing_is_exchanged() {
    let mut machine = SyncMachine::new();
    let start = Event::Started {
        is_linked: false,
        waiting: 3,
        synced_at_ms: None,
    };
    assert_eq!(machine.handle(start, 0, 0), []);
    assert_eq!(machine.handle(Event::CameOnline, 1, 0), []);
    assert_eq!(machine.status(99_999_999), SyncStatus::NotLinked);
    assert!(starts(&machine.handle(Event::Linked, 2, 0)).is_some());
}

#[test]
fn an_edit_is_sent_a_second_after_the_last_key() {
    let mut machine = synced();
    let actions = machine.handle(Event::Edited { waiting: 1 }, 10_000, 0);
    assert_eq!(wakes(&actions), Some(11_000));
    let actions = machine.handle(Event::Edited { waiting: 1 }, 10_400, 0);
    assert_eq!((starts(&actions), wakes(&actions)), (None, Some(11_400)));
    assert_eq!(machine.status(10_400), SyncStatus::Waiting(1));
    assert!(starts(&machine.handle(Event::Elapsed, 11_400, 0)).is_some());
}

#[test]
fn typing_on_and_on_is_sent_every_five_seconds() {
    let mut machine = synced();
    let mut sent_ms = Vec::new();
    for now_ms in (10_000..22_000).step_by(200) {
        let actions = machine.handle(Event::Edited { waiting: 1 }, now_ms, 0);
        if starts(&actions).is_some() {
            sent_ms.push(now_ms);
            machine.handle(done(0), now_ms, 0);
        }
    }
    assert_eq!(sent_ms, [15_000, 20_200]);
}

#[test]
fn pages_follow_each_other_without_waiting() {
    let mut machine = SyncMachine::new();
    machine.handle(START, 0, 0);
    let page = Event::ExchangeEnded(ExchangeEnd::Done {
        more: true,
        waiting: 0,
        is_progress: true,
    });
    assert!(starts(&machine.handle(page, 1, 0)).is_some());
    assert!(starts(&machine.handle(done(0), 2, 0)).is_none());
}

#[test]
fn a_poke_during_an_exchange_is_not_forgotten() {
    let mut machine = SyncMachine::new();
    machine.handle(START, 0, 0);
    assert!(starts(&machine.handle(Event::Poked, 1, 0)).is_none());
    assert!(starts(&machine.handle(done(0), 2, 0)).is_some());
}

#[test]
fn failures_are_retried_ever_more_slowly_but_for_ever() {
    let mut machine = synced();
    machine.handle(Event::Edited { waiting: 1 }, 10_000, 0);
    let early = attempts_in(&mut machine, Failure::Unreachable, 11_000, 41_000);
    assert!((5..=10).contains(&early), "{early} attempts in 30 s");
    let later = attempts_in(&mut machine, Failure::Unreachable, 3_600_000, 4_200_000);
    assert!((10..=21).contains(&later), "{later} attempts in 10 minutes");
}

#[test]
fn the_network_coming_back_does_not_wait_for_the_backoff() {
    let mut machine = synced();
    machine.handle(Event::Edited { waiting: 1 }, 10_000, 0);
    attempts_in(&mut machine, Failure::Unreachable, 11_000, 100_000);
    machine.handle(Event::WentOffline, 100_000, 0);
    assert_eq!(machine.status(200_000), SyncStatus::Offline { waiting: 1 });
    let actions = machine.handle(Event::CameOnline, 200_000, 0);
    assert!(starts(&actions).is_some());
}

#[test]
fn a_busy_server_gets_the_rest_it_asks_for() {
    let mut machine = SyncMachine::new();
    machine.handle(START, 0, 0);
    let busy = Failure::Busy {
        retry_after_ms: Some(20_000),
    };
    let actions = machine.handle(failed(busy), 1_000, 0);
    assert_eq!(wakes(&actions), Some(21_000));
    let actions = machine.handle(Event::Edited { waiting: 1 }, 2_000, 0);
    assert_eq!(wakes(&actions), Some(21_000));
}

#[test]
fn too_large_a_request_is_halved_at_once_and_grows_back() {
    let mut machine = SyncMachine::new();
    machine.handle(START, 0, 0);
    let mut sizes = Vec::new();
    for _ in 0..10 {
        sizes.extend(starts(&machine.handle(failed(Failure::TooLarge), 1, 0)));
    }
    assert_eq!(sizes, [250, 125, 62, 31, 15, 7, 3, 1]);
    let actions = machine.handle(Event::Poked, 100, 0);
    assert_eq!(starts(&actions), Some(1));
    assert_eq!(starts(&machine.handle(done(9), 101, 0)), Some(2));
    assert_eq!(starts(&machine.handle(done(9), 102, 0)), Some(4));
}

fn starts_again(actions: &[Action]) -> bool {
    actions.iter().any(|action| {
        matches!(
            action,
            Action::StartExchange {
                from_the_start: true,
                ..
            }
        )
    })
}

#[test]
fn after_a_gap_all_is_read_again_once() {
    let mut machine = synced();
    machine.handle(Event::Poked, 1_000, 0);
    let actions = machine.handle(failed(Failure::Gap), 1_000, 0);
    assert!(starts_again(&actions), "read from the start, at once");
    let actions = machine.handle(failed(Failure::Gap), 1_000, 0);
    assert_eq!(starts(&actions), None, "and then not again and again");
    let actions = machine.handle(Event::Poked, 9_000, 0);
    assert!(starts(&actions).is_some() && !starts_again(&actions));
    machine.handle(done(0), 9_000, 0);
    machine.handle(Event::Poked, 20_000, 0);
    let actions = machine.handle(failed(Failure::Gap), 20_000, 0);
    assert!(
        starts_again(&actions),
        "once all was read, another gap counts anew"
    );
}

#[test]
fn what_an_exchange_says_of_the_session_before_is_not_believed() {
    let mut machine = synced();
    assert!(starts(&machine.handle(Event::Poked, 1_000, 0)).is_some());
    machine.handle(Event::Linked, 1_100, 0);
    let actions = machine.handle(failed(Failure::NotSignedIn), 1_200, 0);
    assert!(starts(&actions).is_some(), "the new session is tried");
    machine.handle(failed(Failure::NotSignedIn), 1_300, 0);
    let status = machine.status(1_300);
    assert_eq!(status, SyncStatus::SignedOut { waiting: 0 });
}

#[rstest]
#[case::signed_out(Failure::NotSignedIn, SyncStatus::SignedOut { waiting: 2 })]
#[case::another_persons(Failure::OtherAccount, SyncStatus::OtherAccount { waiting: 2 })]
fn a_wrong_session_stops_sync_until_linked(#[case] failure: Failure, #[case] expected: SyncStatus) {
    let mut machine = SyncMachine::new();
    machine.handle(START, 0, 0);
    machine.handle(failed(failure), 1, 0);
    for event in [
        Event::Edited { waiting: 2 },
        Event::BecameVisible,
        Event::CameOnline,
        Event::Elapsed,
    ] {
        assert_eq!(starts(&machine.handle(event, 10_000, 0)), None);
    }
    assert_eq!(machine.status(20_000), expected);
    assert!(starts(&machine.handle(Event::Linked, 30_000, 0)).is_some());
}

#[rstest]
#[case::no_answer(None, StallReason::NoAnswer)]
#[case::captive_portal(Some(Failure::NotApprodo), StallReason::NotApprodo)]
#[case::unreachable(Some(Failure::Unreachable), StallReason::Unreachable)]
fn no_progress_for_half_a_minute_is_told(
    #[case] failure: Option<Failure>,
    #[case] reason: StallReason,
) {
    let mut machine = synced();
    machine.handle(Event::Edited { waiting: 4 }, 10_000, 0);
    machine.handle(Event::Elapsed, 11_000, 0);
    if let Some(failure) = failure {
        machine.handle(failed(failure), 11_500, 0);
    }
    assert_ne!(
        machine.status(39_000),
        SyncStatus::Stalled { waiting: 4, reason }
    );
    assert_eq!(
        machine.status(40_000),
        SyncStatus::Stalled { waiting: 4, reason }
    );
}

#[test]
fn the_machine_asks_to_be_woken_when_a_stall_must_be_told() {
    let mut machine = synced();
    machine.handle(Event::Edited { waiting: 4 }, 10_000, 0);
    let actions = machine.handle(Event::Elapsed, 11_000, 0);
    assert!(starts(&actions).is_some());
    assert_eq!(wakes(&actions), Some(40_000));
}

#[test]
fn an_answer_that_moves_nothing_is_not_progress() {
    let mut machine = synced();
    machine.handle(Event::Edited { waiting: 1 }, 10_000, 0);
    machine.handle(Event::Elapsed, 11_000, 0);
    let stuck = Event::ExchangeEnded(ExchangeEnd::Done {
        more: false,
        waiting: 1,
        is_progress: false,
    });
    let actions = machine.handle(stuck, 11_100, 0);
    assert_eq!(starts(&actions), None, "a hot loop against the server");
    assert!(matches!(machine.status(60_000), SyncStatus::Stalled { .. }));
}

#[test]
fn a_clock_that_runs_back_three_days_blocks_nothing() {
    const THREE_DAYS_MS: u64 = 3 * 86_400_000;
    let mut machine = SyncMachine::new();
    machine.handle(START, 2 * THREE_DAYS_MS, 0);
    machine.handle(failed(Failure::Unreachable), 2 * THREE_DAYS_MS, 0);
    let actions = machine.handle(Event::Edited { waiting: 1 }, THREE_DAYS_MS, 0);
    assert!(starts(&actions).is_some() || wakes(&actions) <= Some(THREE_DAYS_MS + 1_000));
}

#[rstest]
#[case::app(Failure::UpdateNeeded, SyncStatus::UpdateNeeded)]
#[case::server(Failure::ServerTooOld, SyncStatus::ServerTooOld)]
fn who_is_too_old_is_said_and_sync_goes_on_after_the_update(
    #[case] failure: Failure,
    #[case] status: SyncStatus,
) {
    let mut machine = SyncMachine::new();
    machine.handle(START, 0, 0);
    let actions = machine.handle(failed(failure), 1, 0);
    assert_eq!(starts(&actions), None);
    assert_eq!(machine.status(2), status);
    let later = wakes(&actions).unwrap();
    assert!(starts(&machine.handle(Event::Elapsed, later, 0)).is_some());
}

#[rstest]
#[case(PROTOCOL_VERSION + 1, Failure::UpdateNeeded)]
#[case(PROTOCOL_VERSION - 1, Failure::ServerTooOld)]
fn the_older_of_the_two_is_told_by_the_version_of_the_server(
    #[case] of_server: u8,
    #[case] failure: Failure,
) {
    assert_eq!(
        Failure::from(&TransportError::OtherVersion(of_server)),
        failure
    );
    let answered: ExchangeError<TransportError> = ExchangeError::OtherVersion(of_server);
    assert_eq!(Failure::from(&answered), failure);
}
