//! The twelve invariants of sync, at the level of the engine, and what finds out devices and servers
//! that break them. What of the invariants is the interface's, the browser store's or the server's
//! is tested there as well.

#![expect(clippy::expect_used, reason = "a test that cannot go on says why")]

mod delivery;
mod durability;
mod variants;

use approdo_document::{
    AccountId, DocumentId, Operation, OperationId, SpaceId, WriterId, cv_paths,
};
use approdo_domain::{CvPlace, PersonalField};
use approdo_sync::answer::{AnswerError, check};
use approdo_sync::batch::Batch;
use approdo_sync::machine::{Event, StallReason, SyncStatus};
use approdo_sync::store::{Delivery, DeviceStore, OperationLog, Outgoing, Received, SyncState};
use approdo_sync::wire::{LARGEST_BODY_BYTES, Refusal, SyncRequest, SyncResponse, Verdict};
use approdo_testkit::simulation::{
    ANNA, BRUNO, Broken, Device, Partition, SimulatedServer, Weather, World,
};
use futures::executor::block_on;
use std::collections::BTreeMap;

const PROFILE: CvPlace = CvPlace::Profile;
const CITY: CvPlace = CvPlace::Personal(PersonalField::City);
const DAY_MS: i64 = 86_400_000;

/// Where a test takes its worlds from: sound ones, or those with a mistake.
#[derive(Clone, Copy)]
pub struct Worlds(Option<Broken>);

impl Worlds {
    fn of(self, seed: u64) -> World {
        World::broken(seed, self.0)
    }
}

/// The tests of the invariants: each is run in sound worlds, and in `variants` in broken ones.
macro_rules! invariants {
    ($($module:ident::$case:ident),* $(,)?) => {
        const CASES: &[(&str, fn(Worlds))] = &[$((stringify!($case), $module::$case)),*];

        mod in_sound_worlds {
            $(#[test]
            fn $case() {
                super::$module::$case(super::Worlds(None));
            })*
        }
    };
}

invariants![
    durability::invariant_01_what_is_said_to_be_saved_survives_a_killed_tab,
    durability::invariant_02_lost_answers_and_doubled_requests_change_nothing,
    durability::invariant_02_a_repeat_is_answered_as_the_first_time,
    durability::invariant_03_an_answer_with_a_gap_moves_nothing,
    durability::invariant_03_an_operation_left_out_comes_later,
    durability::invariant_03_a_gap_that_repeats_is_read_from_the_start,
    durability::invariant_03_a_tab_killed_at_any_step_of_an_exchange_misses_nothing,
    durability::invariant_04_after_a_restore_everything_comes_back_under_its_author,
    durability::invariant_04_what_was_not_read_back_is_offered_again,
    durability::invariant_05_waiting_work_survives_everything_but_an_acknowledgement,
    durability::invariant_06_a_cloned_profile_writes_under_names_of_its_own,
    durability::invariant_06_a_cloned_running_device_loses_nothing,
    delivery::invariant_07_work_is_not_sent_under_another_persons_session,
    delivery::invariant_08_one_refused_operation_does_not_hold_up_the_others,
    delivery::invariant_08_work_for_a_closed_space_does_not_hold_up_the_others,
    delivery::invariant_08_a_poisonous_operation_does_not_hold_up_the_others,
    delivery::invariant_08_what_builds_on_a_refused_operation_is_offered_self_contained,
    delivery::invariant_08_a_small_limit_on_requests_only_slows_the_work_down,
    delivery::invariant_09_after_a_year_and_a_compaction_work_is_still_delivered,
    delivery::invariant_09_compaction_leaves_what_others_descend_from,
    delivery::invariant_10_a_stall_is_told,
    delivery::invariant_10_answers_that_take_nothing_are_a_stall,
    delivery::invariant_11_bodies_of_any_kind_are_relayed_untouched,
    delivery::invariant_12_wrong_clocks_neither_lose_nor_block,
    delivery::invariant_12_a_clock_put_back_does_not_delay_the_work,
];

fn deliveries(device: &Device, document: DocumentId) -> Vec<Delivery> {
    let stored = block_on(device.store().stored(document)).expect("memory does not fail");
    stored.iter().map(|stored| stored.delivery).collect()
}

fn synced(world: &mut World) {
    world.come_to_rest().expect("all is sent");
    world.check().expect("all holds");
}

fn request(pushed: &[Operation], state: &SyncState) -> SyncRequest {
    SyncRequest {
        account: ANNA,
        cursor: state.cursor,
        pushed: Batch::pack(pushed),
        returned: Batch::default(),
        returned_proofs: Vec::new(),
        page: 1_000,
    }
}

fn ask(server: &SimulatedServer, request: &SyncRequest) -> SyncResponse {
    let answer = server.exchange(request.account, request);
    answer.expect("the request is sound")
}
