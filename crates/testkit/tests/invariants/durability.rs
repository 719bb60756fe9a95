//! Invariants 1 to 6: what is saved stays, and nothing is mistaken for something else.

use super::*;

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
