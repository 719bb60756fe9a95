//! How long the machine waits, after what, and what the person is told meanwhile.

use approdo_sync::machine::{
    Action, Event, ExchangeEnd, Failure, StallReason, SyncMachine, SyncStatus,
};
use rstest::rstest;

const NOON_MS: u64 = 1_000_000_000;

fn started(waiting: usize) -> SyncMachine {
    let mut machine = SyncMachine::new();
    let start = Event::Started {
        is_linked: true,
        waiting,
        synced_at_ms: None,
    };
    machine.handle(start, NOON_MS, 0);
    machine
}

fn done(waiting: usize, more: bool, is_progress: bool) -> Event {
    Event::ExchangeEnded(ExchangeEnd::Done {
        more,
        waiting,
        is_progress,
    })
}

fn failed(failure: Failure) -> Event {
    Event::ExchangeEnded(ExchangeEnd::Failed(failure))
}

fn exchanges(actions: &[Action]) -> bool {
    actions
        .iter()
        .any(|action| matches!(action, Action::StartExchange { .. }))
}

/// How long the machine wants to sleep.
fn waits(actions: &[Action], now_ms: u64) -> Option<u64> {
    actions.iter().find_map(|action| match action {
        Action::WakeAt { at_ms } => Some(at_ms - now_ms),
        Action::StartExchange { .. } => None,
    })
}

#[rstest]
#[case::shortest(0, &[500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000])]
#[case::longest(u32::MAX, &[1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000])]
fn after_each_failure_the_wait_doubles_up_to_a_minute(
    #[case] jitter: u32,
    #[case] expected: &[u64],
) {
    let mut machine = started(0);
    let mut now_ms = NOON_MS;
    let mut found = Vec::new();
    for _ in expected {
        let actions = machine.handle(failed(Failure::Unreachable), now_ms, jitter);
        let wait = waits(&actions, now_ms).unwrap_or(0);
        found.push(wait);
        let early = machine.handle(Event::Elapsed, now_ms + wait - 1, jitter);
        assert!(!exchanges(&early));
        now_ms += wait;
        assert!(exchanges(&machine.handle(Event::Elapsed, now_ms, jitter)));
    }
    assert_eq!(found, expected);
}

#[test]
fn after_a_success_the_waits_begin_small_again() {
    let mut machine = started(0);
    for _ in 0..5 {
        machine.handle(failed(Failure::Unreachable), NOON_MS, 0);
        machine.handle(Event::Poked, NOON_MS, 0);
    }
    machine.handle(done(0, false, true), NOON_MS, 0);
    machine.handle(Event::Poked, NOON_MS, 0);
    let actions = machine.handle(failed(Failure::Unreachable), NOON_MS, 0);
    assert_eq!(waits(&actions, NOON_MS), Some(500));
}

#[test]
fn with_nothing_to_do_the_server_is_looked_at_every_five_minutes() {
    let mut machine = started(0);
    let actions = machine.handle(done(0, false, false), NOON_MS, 0);
    assert_eq!(waits(&actions, NOON_MS), Some(300_000));
    assert!(exchanges(&machine.handle(
        Event::Elapsed,
        NOON_MS + 300_000,
        0
    )));
}

#[rstest]
#[case::less_than_the_own_wait(Some(100), 500)]
#[case::as_long_as_asked(Some(90_000), 90_000)]
#[case::ten_minutes_at_most(Some(86_400_000), 600_000)]
#[case::no_word_of_it(None, 500)]
fn a_busy_server_may_ask_for_up_to_ten_minutes(
    #[case] retry_after_ms: Option<u64>,
    #[case] expected: u64,
) {
    let mut machine = started(0);
    let actions = machine.handle(failed(Failure::Busy { retry_after_ms }), NOON_MS, 0);
    assert_eq!(waits(&actions, NOON_MS), Some(expected));
}

#[test]
fn a_fault_of_the_server_halves_the_offer_down_to_one() {
    let mut machine = started(0);
    let mut offers = Vec::new();
    for _ in 0..11 {
        machine.handle(failed(Failure::ServerFault), NOON_MS, 0);
        let actions = machine.handle(Event::Poked, NOON_MS, 0);
        offers.extend(actions.iter().filter_map(|action| match action {
            Action::StartExchange { most, .. } => Some(*most),
            Action::WakeAt { .. } => None,
        }));
    }
    assert_eq!(offers, [250, 125, 62, 31, 15, 7, 3, 1, 1, 1, 1]);
}

#[test]
fn looking_at_the_app_again_asks_the_server_at_once() {
    let mut machine = started(0);
    machine.handle(done(0, false, true), NOON_MS, 0);
    assert!(exchanges(&machine.handle(
        Event::BecameVisible,
        NOON_MS + 1,
        0
    )));
}

#[test]
fn what_is_typed_during_an_exchange_is_sent_a_second_after_the_last_key() {
    let mut machine = started(1);
    machine.handle(Event::Edited { waiting: 2 }, NOON_MS + 100, 0);
    let actions = machine.handle(done(1, false, true), NOON_MS + 200, 0);
    assert!(!exchanges(&actions), "what is being typed was torn apart");
    assert_eq!(waits(&actions, NOON_MS + 200), Some(900));
}

#[test]
fn work_left_over_goes_at_once_while_it_moves() {
    let mut machine = started(3);
    assert!(exchanges(&machine.handle(done(2, false, true), NOON_MS, 0)));
    assert!(!exchanges(&machine.handle(
        done(2, false, false),
        NOON_MS,
        0
    )));
}

#[test]
fn offline_and_unlinked_nothing_is_sent() {
    let mut machine = started(1);
    machine.handle(done(1, false, false), NOON_MS, 0);
    machine.handle(Event::WentOffline, NOON_MS, 0);
    assert_eq!(
        machine.handle(Event::BecameVisible, NOON_MS + 60_000, 0),
        []
    );
    assert_eq!(
        machine.status(NOON_MS + 90_000),
        SyncStatus::Offline { waiting: 1 }
    );
    machine.handle(Event::Unlinked, NOON_MS, 0);
    assert_eq!(machine.handle(Event::CameOnline, NOON_MS + 60_000, 0), []);
    assert_eq!(machine.status(NOON_MS + 60_000), SyncStatus::NotLinked);
}

#[test]
fn synced_is_said_only_once_nothing_is_left_on_either_side() {
    let mut machine = started(0);
    machine.handle(done(0, true, true), NOON_MS, 0);
    assert_eq!(machine.status(NOON_MS), SyncStatus::Syncing);
    machine.handle(done(1, false, false), NOON_MS + 1, 0);
    assert_eq!(machine.status(NOON_MS + 1), SyncStatus::Waiting(1));
    machine.handle(Event::Poked, NOON_MS + 2, 0);
    machine.handle(done(0, false, true), NOON_MS + 3, 0);
    assert_eq!(
        machine.status(NOON_MS + 4),
        SyncStatus::Synced { at_ms: NOON_MS + 3 }
    );
}

/// The device may have read all that it offered, and not yet all that others wrote.
#[test]
fn with_more_to_read_nobody_is_told_that_all_is_synced() {
    let mut machine = started(0);
    machine.handle(done(0, true, true), NOON_MS, 0);
    machine.handle(failed(Failure::ServerFault), NOON_MS + 1, 0);
    assert_eq!(machine.status(NOON_MS + 2), SyncStatus::Waiting(0));
}

#[test]
fn work_that_does_not_move_is_tried_again_soon() {
    let mut machine = started(2);
    let actions = machine.handle(done(2, false, false), NOON_MS, 0);
    assert_eq!(waits(&actions, NOON_MS), Some(500));
}

/// As after an edit that was taken back before it was sent.
#[test]
fn an_edit_that_leaves_nothing_to_send_wakes_nobody() {
    let mut machine = started(0);
    machine.handle(done(0, false, true), NOON_MS, 0);
    let actions = machine.handle(Event::Edited { waiting: 0 }, NOON_MS, 0);
    assert_eq!(waits(&actions, NOON_MS), Some(300_000));
}

#[rstest]
#[case::busy(Failure::Busy { retry_after_ms: None }, StallReason::Busy)]
#[case::storage(Failure::StoreFailed, StallReason::StoreFailed)]
#[case::fault(Failure::ServerFault, StallReason::ServerFault)]
#[case::poisonous(Failure::TooLarge, StallReason::ServerFault)]
fn a_stall_is_told_with_its_reason(#[case] failure: Failure, #[case] reason: StallReason) {
    let mut machine = started(2);
    machine.handle(failed(failure), NOON_MS, 0);
    machine.handle(failed(failure), NOON_MS, 0);
    let told = SyncStatus::Stalled { waiting: 2, reason };
    assert_ne!(machine.status(NOON_MS + 29_999), told);
    assert_eq!(machine.status(NOON_MS + 30_000), told);
}

#[test]
fn progress_begins_the_half_minute_anew() {
    let mut machine = started(2);
    machine.handle(done(1, false, true), NOON_MS + 20_000, 0);
    assert_eq!(machine.status(NOON_MS + 40_000), SyncStatus::Syncing);
    assert!(matches!(
        machine.status(NOON_MS + 50_000),
        SyncStatus::Stalled { .. }
    ));
}

#[test]
fn while_offline_no_stall_is_counted() {
    let mut machine = started(2);
    machine.handle(Event::WentOffline, NOON_MS + 1_000, 0);
    machine.handle(failed(Failure::Unreachable), NOON_MS + 2_000, 0);
    machine.handle(Event::CameOnline, NOON_MS + 100_000, 0);
    assert_eq!(machine.status(NOON_MS + 100_001), SyncStatus::Syncing);
}

#[test]
fn a_clock_set_back_makes_nobody_wait_until_the_old_time_comes() {
    let mut machine = started(1);
    machine.handle(failed(Failure::Unreachable), NOON_MS, 0);
    let actions = machine.handle(Event::Elapsed, NOON_MS - 86_400_000, 0);
    assert!(exchanges(&actions));
    let told = machine.status(NOON_MS - 86_400_000 + 30_000);
    assert!(matches!(told, SyncStatus::Stalled { .. }), "{told:?}");
}

#[test]
fn an_edit_before_the_clock_was_set_back_is_sent_a_second_later() {
    let mut machine = started(0);
    machine.handle(done(0, false, true), NOON_MS, 0);
    machine.handle(Event::Edited { waiting: 1 }, NOON_MS, 0);
    let back_ms = NOON_MS - 86_400_000;
    // The look every five minutes is due at once as well, since nobody knows when it was.
    assert!(exchanges(&machine.handle(Event::Elapsed, back_ms, 0)));
    assert_eq!(
        waits(&machine.handle(done(0, false, true), back_ms, 0), back_ms),
        Some(300_000)
    );
}
