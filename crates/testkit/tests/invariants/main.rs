//! The twelve invariants of sync, one test each, at the level of the engine. What of them is the
//! interface's, the browser store's or the server's is tested there as well.

#![expect(clippy::expect_used, reason = "a test that cannot go on says why")]

mod delivery;
mod durability;

use approdo_document::{AccountId, Operation, OperationId, WriterId, cv_paths};
use approdo_domain::{CvPlace, PersonalField};
use approdo_sync::answer::{AnswerError, check};
use approdo_sync::batch::Batch;
use approdo_sync::machine::{Event, SyncStatus};
use approdo_sync::memory::MemoryServerStore;
use approdo_sync::store::{Delivery, DeviceStore, Outgoing, ServerStore, SyncState};
use approdo_sync::wire::{LARGEST_BODY_BYTES, Refusal, SyncRequest, SyncResponse};
use approdo_testkit::simulation::{ANNA, BRUNO, Device, Partition, Weather, World};
use futures::executor::block_on;

const PROFILE: CvPlace = CvPlace::Profile;
const CITY: CvPlace = CvPlace::Personal(PersonalField::City);
const DAY_MS: i64 = 86_400_000;

fn deliveries(device: &Device, world_document: approdo_document::DocumentId) -> Vec<Delivery> {
    let stored = block_on(device.store().stored(world_document)).expect("memory does not fail");
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

fn ask(server: &MemoryServerStore, request: &SyncRequest) -> SyncResponse {
    block_on(server.exchange(request.account, request)).expect("the request is sound")
}
