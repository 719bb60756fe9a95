//! The twelve invariants of sync, one test each, at the level of the engine. What of them is the
//! interface's, the browser store's or the server's is tested there as well.

#![expect(clippy::expect_used, reason = "a test that cannot go on says why")]

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

/// An edit is durable on the device before the interface says so.
#[test]
fn invariant_01_what_is_said_to_be_saved_survives_a_killed_tab() {
    let mut world = World::new(1);
    let document = world.document();
    let device = world.device(0);
    assert!(device.type_text(document, PROFILE, "Vent’anni in magazzino"));
    device.restart();
    assert_eq!(device.text(document, PROFILE), "Vent’anni in magazzino");
    device.store().set_full(true);
    assert!(
        !device.type_text(document, PROFILE, "e altro"),
        "said saved on a full disk"
    );
    device.store().set_full(false);
    device.restart();
    assert_eq!(device.text(document, PROFILE), "Vent’anni in magazzino");
}

/// Pushing is idempotent by operation id.
#[test]
fn invariant_02_lost_answers_and_doubled_requests_change_nothing() {
    let mut world = World::new(2);
    let document = world.document();
    world.set_weather(Weather {
        lose_answer: 80,
        duplicate: 80,
        ..Weather::default()
    });
    for city in ["Cremona", "Crema", "Viadana"] {
        world.device(0).type_text(document, CITY, city);
        world.pass(20_000);
    }
    synced(&mut world);
    let operations = world.server().all_operations();
    let mut ids: Vec<OperationId> = operations.iter().map(|operation| operation.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), operations.len());
    assert_eq!(world.device(2).text(document, CITY), "Viadana");
}

/// A cursor moves with the data it covers; gaps are detected, not only maxima.
#[test]
fn invariant_03_an_answer_with_a_gap_moves_nothing() {
    let mut world = World::new(3);
    let document = world.document();
    let state = block_on(world.device(1).store().sync_state()).expect("memory does not fail");
    for city in ["Cremona", "Crema"] {
        world.device(0).type_text(document, CITY, city);
        world.device(0).tell(Event::Poked);
        world.settle();
    }
    let whole = ask(world.server(), &request(&[], &state));
    let nothing_sent = Outgoing::default();
    let checked = check(ANNA, &state, &nothing_sent, &whole).expect("the answer is sound");
    assert!(checked.received.cursor.is_some() && checked.received.delivered.len() == 2);

    let delivered = whole.delivered.unpack().expect("the batch is sound");
    let without_the_first = SyncResponse {
        delivered: Batch::pack(&delivered[1..]),
        delivered_notes: whole.delivered_notes[1..].to_vec(),
        ..whole
    };
    let refused = check(ANNA, &state, &nothing_sent, &without_the_first);
    assert_eq!(refused, Err(AnswerError::Gap));
}

/// A restore is noticed; what people wrote comes back, under its author.
#[test]
fn invariant_04_after_a_restore_everything_comes_back_under_its_author() {
    let mut world = World::new(4);
    let document = world.document();
    let backup = world.server().snapshot();
    world.device(0).type_text(document, CITY, "Casalmaggiore");
    synced(&mut world);
    world
        .device(2)
        .type_text(document, PROFILE, "Scritto da Bruno");
    synced(&mut world);
    let before = world.server().all_operations().len();

    world.server().restore(&backup);
    // Bruno's phone is switched off: Anna's devices bring back what he wrote.
    world.device(2).set_partition(Partition::NothingOut);
    world.poke_all();
    world.pass(60_000);
    assert_eq!(world.server().all_operations().len(), before);
    let state = SyncState::default();
    let read = ask(world.server(), &request(&[], &state));
    assert!(read.delivered_notes.iter().any(|note| note.author == BRUNO));
    synced(&mut world);
}

/// A pending operation leaves a device only when acknowledged, or discarded knowingly.
#[test]
fn invariant_05_waiting_work_survives_everything_but_an_acknowledgement() {
    let mut world = World::new(5);
    let document = world.document();
    let device = world.device(0);
    device.set_partition(Partition::NothingBack);
    device.type_text(document, CITY, "Gussola");
    world.pass(5_000);
    let device = world.device(0);
    assert_eq!(device.waiting().waiting, 1, "offered is not acknowledged");
    device.set_session(None);
    device.tell(Event::Poked);
    world.pass(5_000);
    let device = world.device(0);
    device.tell(Event::Unlinked);
    device.restart();
    assert_eq!(device.waiting().waiting, 1, "signed out is not discarded");
    assert_eq!(device.text(document, CITY), "Gussola");
    let waiting: Vec<OperationId> = block_on(device.store().stored(document))
        .expect("memory does not fail")
        .iter()
        .filter(|stored| stored.delivery.is_waiting())
        .map(|stored| stored.operation.id)
        .collect();
    block_on(device.store().discard(&waiting)).expect("memory does not fail");
    assert_eq!(device.waiting().waiting, 0);
}

/// Identity is never inferred from state that can be cloned.
#[test]
fn invariant_06_a_cloned_profile_writes_under_names_of_its_own() {
    let mut world = World::new(6);
    let document = world.document();
    let mut clone = world.device(0).clone_profile();
    assert!(clone.type_text(document, CITY, "Piadena"));
    let device = world.device(0);
    assert!(device.type_text(document, CITY, "Drizzona"));
    let last_writer = |device: &Device| -> Option<WriterId> {
        let stored = block_on(device.store().stored(document)).ok()?;
        stored.last().map(|stored| stored.operation.id.writer)
    };
    assert_ne!(last_writer(&clone), last_writer(device));
}

/// The same when a whole running machine is copied: ids then do collide, and nothing is lost.
#[test]
fn invariant_06_a_cloned_running_device_loses_nothing() {
    let mut world = World::new(60);
    let document = world.document();
    let mut twin = world.device(0).clone_running();
    world.device(0).type_text(document, CITY, "Piadena");
    twin.type_text(document, CITY, "Drizzona");
    world.device(0).tell(Event::Poked);
    world.settle();
    twin.tell(Event::Poked);
    for _ in 0..20 {
        world.settle();
        twin.poll();
    }
    synced(&mut world);
    let shown = world
        .device(2)
        .document(document)
        .expect("Bruno has the CV");
    let history = shown.history(&cv_paths::path(CITY));
    for text in ["Piadena", "Drizzona"] {
        assert!(
            history.iter().any(|version| version.text == text),
            "{text} is lost"
        );
    }
}

/// The operations of one person are never pushed under another's session.
#[test]
fn invariant_07_work_is_not_sent_under_another_persons_session() {
    let mut world = World::new(7);
    let document = world.document();
    let before = world.server().all_operations().len();
    let device = world.device(0);
    device.set_session(Some(BRUNO));
    device.type_text(document, CITY, "Soresina");
    world.pass(40_000);
    assert_eq!(world.server().all_operations().len(), before);
    let device = world.device(0);
    assert_eq!(device.status(), SyncStatus::OtherAccount { waiting: 1 });
    assert!(!device.link(BRUNO), "the store was given to another person");
    device.link(ANNA);
    synced(&mut world);
    assert_eq!(world.server().all_operations().len(), before + 1);
}

/// One refused operation does not hold up the others, and is shown with its reason.
#[test]
fn invariant_08_one_refused_operation_does_not_hold_up_the_others() {
    let mut world = World::new(8);
    let document = world.document();
    let device = world.device(0);
    device.type_text(document, PROFILE, &"parola ".repeat(LARGEST_BODY_BYTES / 4));
    device.type_text(document, CITY, "Vescovato");
    world.pass(10_000);
    let device = world.device(0);
    let waiting = device.waiting();
    assert_eq!((waiting.waiting, waiting.refused), (0, 1));
    assert!(deliveries(device, document).contains(&Delivery::Refused(Refusal::TooLarge)));
    assert!(
        device.text(document, PROFILE).starts_with("parola"),
        "kept on the device"
    );
    assert_eq!(world.device(1).text(document, CITY), "", "not poked yet");
    world.poke_all();
    world.settle();
    assert_eq!(world.device(1).text(document, CITY), "Vescovato");
}

/// What was built on a refused operation is offered again without it.
#[test]
fn invariant_08_what_builds_on_a_refused_operation_is_offered_self_contained() {
    let mut world = World::new(80);
    let document = world.document();
    let long = "parola ".repeat(LARGEST_BODY_BYTES / 4);
    world.device(0).type_text(document, PROFILE, &long);
    world.pass(10_000);
    let device = world.device(0);
    assert_eq!(device.waiting().refused, 1);
    device.type_text(document, PROFILE, &format!("{}fine", &long[..3_500]));
    world.pass(10_000);
    world.poke_all();
    world.settle();
    assert_eq!(world.device(0).waiting().waiting, 0);
    assert!(world.device(1).text(document, PROFILE).ends_with("fine"));
}

/// A request larger than the server takes is halved until the work goes through.
#[test]
fn invariant_08_a_small_limit_on_requests_only_slows_the_work_down() {
    let mut world = World::new(81);
    let document = world.document();
    world.set_weather(Weather {
        largest_request_bytes: 600,
        ..Weather::default()
    });
    world.device(0).tell(Event::WentOffline);
    for field in PersonalField::ALL {
        world
            .device(0)
            .type_text(document, CvPlace::Personal(field), &"testo ".repeat(15));
    }
    world.device(0).tell(Event::CameOnline);
    world.pass(30_000);
    let waiting = world.device(0).waiting();
    assert_eq!((waiting.waiting, waiting.refused), (0, 0));
}

/// After compaction, a device that was away for a year can still deliver its work.
#[test]
fn invariant_09_after_a_year_and_a_compaction_work_is_still_delivered() {
    let mut world = World::new(9);
    let document = world.document();
    let text = "Carico e scarico, inventario, uso del muletto in tre turni";
    world.device(0).type_text(document, PROFILE, text);
    synced(&mut world);
    let away = world.device(1);
    away.tell(Event::WentOffline);
    away.type_text(document, PROFILE, &format!("{text}, anche notturni"));

    let mut head = None;
    // Texts with nothing in common are written whole.
    for whole in ["Cuoca", "Barista", "Sarta"] {
        let path = cv_paths::path(PROFILE);
        let change = world
            .device(0)
            .edit(0, document, |author, document, now_ms| {
                author.set_text(document, &path, whole, now_ms)
            });
        head = change.and_then(|change| change.operations.last().map(|last| last.id));
        world.pass(10_000);
    }
    let removed = world.server().compact(head.expect("three edits were made"));
    assert!(removed > 0, "nothing was compacted");

    world.device(1).set_skew(365 * DAY_MS);
    synced(&mut world);
    let shown = world
        .device(2)
        .document(document)
        .expect("Bruno has the CV");
    let history = shown.history(&cv_paths::path(PROFILE));
    let delivered = history
        .iter()
        .any(|version| version.text.contains("anche notturni"));
    assert!(delivered, "the year's work did not arrive");
}

/// "Online, with work waiting, and no progress" is told.
#[test]
fn invariant_10_a_stall_is_told() {
    let mut world = World::new(10);
    let document = world.document();
    world.set_weather(Weather {
        portal: 100,
        ..Weather::default()
    });
    world.device(0).type_text(document, CITY, "Sospiro");
    world.pass(45_000);
    let status = world.device(0).status();
    assert!(
        matches!(status, SyncStatus::Stalled { waiting: 1, .. }),
        "{status:?}"
    );
    world.set_weather(Weather::default());
    world.pass(60_000);
    let status = world.device(0).status();
    assert!(matches!(status, SyncStatus::Synced { .. }), "{status:?}");
}

/// The sync path does not interpret bodies.
#[test]
fn invariant_11_bodies_of_any_kind_are_relayed_untouched() {
    let mut world = World::new(11);
    let document = world.document();
    let state = block_on(world.device(0).store().sync_state()).expect("memory does not fail");
    let known = world.server().all_operations();
    let template = known.first().expect("the CV has a title");
    let sealed = |counter: u64, body: &[u8]| Operation {
        id: OperationId {
            writer: WriterId([0xee; 16]),
            counter,
        },
        key: approdo_document::KeyId(7),
        body: body.to_vec(),
        ..template.clone()
    };
    let pushed = [
        sealed(1, b""),
        sealed(2, &[0xff; 300]),
        sealed(3, b"\x01\x03\x63new kind"),
    ];
    let response = ask(world.server(), &request(&pushed, &state));
    assert_eq!(response.echoes.len(), 3);
    world.poke_all();
    world.settle();
    let stored = block_on(world.device(2).store().stored(document)).expect("memory does not fail");
    for operation in &pushed {
        assert!(stored.iter().any(|stored| stored.operation == *operation));
    }
}

/// Clocks that are days off neither lose nor block anything.
#[test]
fn invariant_12_wrong_clocks_neither_lose_nor_block() {
    let mut world = World::new(12);
    let document = world.document();
    for (index, days) in [(0, -3), (1, 26_000), (2, 0)] {
        world.device(index).set_skew(days * DAY_MS);
    }
    world.device(1).type_text(document, CITY, "Nel 2099");
    synced(&mut world);
    world.device(1).set_skew(-3 * DAY_MS);
    world.device(0).type_text(document, CITY, "Tre giorni fa");
    synced(&mut world);
    for index in 0..3 {
        assert_eq!(world.device(index).text(document, CITY), "Tre giorni fa");
    }
    assert_eq!(world.waiting(), 0);
    let nobody = AccountId([0; 16]);
    assert!(!world.device(0).link(nobody));
}
