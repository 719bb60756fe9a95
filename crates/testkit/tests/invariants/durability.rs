//! Invariants 1 to 6: what is saved stays, and nothing is mistaken for something else.

use super::*;

/// An edit is durable on the device before the interface says so.
pub fn invariant_01_what_is_said_to_be_saved_survives_a_killed_tab(worlds: Worlds) {
    let mut world = worlds.of(1);
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
pub fn invariant_02_lost_answers_and_doubled_requests_change_nothing(worlds: Worlds) {
    let mut world = worlds.of(2);
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

/// The server answers a repeat as it answered the first time, also when nothing is left to read.
pub fn invariant_02_a_repeat_is_answered_as_the_first_time(worlds: Worlds) {
    let mut world = worlds.of(20);
    let document = world.document();
    world.device(0).type_text(document, CITY, "Cremona");
    world.device(0).tell(Event::Poked);
    world.settle();
    let device = world.device(0);
    let state = block_on(device.store().sync_state()).expect("memory does not fail");
    let pushed = block_on(device.store().operations(document)).expect("memory does not fail");
    let number_of = |operation: &Operation| Verdict::Stored {
        number: 1 + pushed.iter().take_while(|one| *one != operation).count() as u64,
    };
    let expected: Vec<Verdict> = pushed.iter().map(number_of).collect();
    for _ in 0..2 {
        let answer = ask(world.server(), &request(&pushed, &state));
        assert_eq!(answer.pushed, expected);
        assert!(answer.delivered.is_empty());
    }
}

/// A cursor moves with the data it covers; gaps are detected, not only maxima.
pub fn invariant_03_an_answer_with_a_gap_moves_nothing(worlds: Worlds) {
    let mut world = worlds.of(3);
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

/// What a server left out of an answer is asked for again, and comes.
pub fn invariant_03_an_operation_left_out_comes_later(worlds: Worlds) {
    let mut world = worlds.of(30);
    let document = world.document();
    let towns = ["Cremona", "Crema", "Viadana", "Soncino"];
    for town in towns {
        world.device(0).type_text(document, CITY, town);
        world.device(0).tell(Event::Poked);
        world.settle();
    }
    world.set_weather(Weather {
        skip: 90,
        ..Weather::default()
    });
    for _ in 0..20 {
        world.device(2).tell(Event::Poked);
        world.settle();
    }
    synced(&mut world);
    let bruno = world.device(2);
    let shown = bruno.document(document).expect("Bruno has the CV");
    let history = shown.history(&cv_paths::path(CITY));
    for town in towns {
        assert!(
            history.iter().any(|version| version.text == town),
            "{town} never came"
        );
    }
}

/// A gap that comes again is read from the start; if it stays, the person is told.
pub fn invariant_03_a_gap_that_repeats_is_read_from_the_start(worlds: Worlds) {
    let mut world = worlds.of(32);
    let document = world.document();
    world.device(0).type_text(document, CITY, "Cremona");
    synced(&mut world);
    // As if the device had once missed what its cursor covers.
    let missed = Received {
        read: BTreeMap::from([(SpaceId::of_document(document), 0)]),
        ..Received::default()
    };
    block_on(world.device(1).store().receive(&missed)).expect("memory does not fail");
    world.device(0).type_text(document, CITY, "Crema");
    synced(&mut world);
    assert_eq!(world.device(1).text(document, CITY), "Crema");

    world.set_weather(Weather {
        skip: 100,
        ..Weather::default()
    });
    for town in ["Viadana", "Soncino", "Castelleone"] {
        world.device(0).type_text(document, CITY, town);
        world.device(0).tell(Event::Poked);
        world.settle();
    }
    world.device(1).type_text(document, PROFILE, "Waits");
    world.pass(60_000);
    let status = world.device(1).status();
    assert!(matches!(status, SyncStatus::Stalled { .. }), "{status:?}");
    synced(&mut world);
    assert_eq!(world.device(1).text(document, CITY), "Castelleone");
}

/// The data and the cursor that covers them are stored together, wherever the tab is killed.
pub fn invariant_03_a_tab_killed_at_any_step_of_an_exchange_misses_nothing(worlds: Worlds) {
    for steps in 0..12 {
        let mut world = worlds.of(31);
        let document = world.document();
        world.device(0).type_text(document, CITY, "Castelverde");
        world.device(0).tell(Event::Poked);
        world.settle();
        world.device(1).tell(Event::Poked);
        for _ in 0..steps {
            world.device(1).poll();
            world.step_network();
        }
        world.device(1).restart();
        synced(&mut world);
        assert_eq!(world.device(1).text(document, CITY), "Castelverde");
    }
}

/// A restore is noticed; what people wrote comes back, under its author.
pub fn invariant_04_after_a_restore_everything_comes_back_under_its_author(worlds: Worlds) {
    let mut world = worlds.of(4);
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

/// What the server has stored, but the device has not read back, is offered again: a restore in
/// between could not be noticed.
pub fn invariant_04_what_was_not_read_back_is_offered_again(worlds: Worlds) {
    let mut world = worlds.of(40);
    let document = world.document();
    for town in ["Cremona", "Crema", "Viadana"] {
        world.device(0).type_text(document, CITY, town);
        world.device(0).tell(Event::Poked);
        world.settle();
    }
    let backup = world.server().snapshot();
    world.set_weather(Weather {
        page: 1,
        ..Weather::default()
    });
    let device = world.device(1);
    device.type_text(document, PROFILE, "Non ancora riletto");
    device.tell(Event::Poked);
    // The first answer names only one of the three towns, and says that there is more.
    let waiting = device.waiting().waiting;
    assert_eq!(waiting, 1);
    let before = world.server().all_operations().len();
    for _ in 0..10 {
        if world.server().all_operations().len() == before {
            world.device(1).poll();
            world.step_network();
        }
    }
    for _ in 0..4 {
        world.device(1).poll();
    }
    world.device(1).restart();
    world.server().restore(&backup);
    synced(&mut world);
    assert_eq!(
        world.device(2).text(document, PROFILE),
        "Non ancora riletto"
    );
}

/// A pending operation leaves a device only when acknowledged, or discarded knowingly.
pub fn invariant_05_waiting_work_survives_everything_but_an_acknowledgement(worlds: Worlds) {
    let mut world = worlds.of(5);
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
pub fn invariant_06_a_cloned_profile_writes_under_names_of_its_own(worlds: Worlds) {
    let mut world = worlds.of(6);
    let document = world.document();
    let mut clone = world.device(0).clone_profile(3);
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
pub fn invariant_06_a_cloned_running_device_loses_nothing(worlds: Worlds) {
    let mut world = worlds.of(60);
    let document = world.document();
    let mut twin = world.device(0).clone_running(3);
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
