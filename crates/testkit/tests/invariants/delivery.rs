//! Invariants 7 to 12: work reaches the server, under the right name, or the person is told.

use super::*;

/// The operations of one person are never pushed under another's session.
pub fn invariant_07_work_is_not_sent_under_another_persons_session(worlds: Worlds) {
    let mut world = worlds.of(7);
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
pub fn invariant_08_one_refused_operation_does_not_hold_up_the_others(worlds: Worlds) {
    let mut world = worlds.of(8);
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

/// The same where only the server knows: the person may not write there.
pub fn invariant_08_work_for_a_closed_space_does_not_hold_up_the_others(worlds: Worlds) {
    let mut world = worlds.of(82);
    let (document, closed) = (world.document(), world.closed_document());
    let device = world.device(0);
    device.type_text(closed, PROFILE, "Nel CV di Carla");
    device.type_text(document, CITY, "Isola Dovarese");
    world.pass(10_000);
    let device = world.device(0);
    let waiting = device.waiting();
    assert_eq!((waiting.waiting, waiting.refused), (0, 1));
    let reason = Delivery::Refused(Refusal::NotAllowed);
    assert_eq!(deliveries(device, closed), [reason]);
    assert_eq!(device.text(closed, PROFILE), "Nel CV di Carla", "kept");
    synced(&mut world);
    assert_eq!(world.device(1).text(document, CITY), "Isola Dovarese");
}

/// An operation that the server fails on, whatever comes with it, does not hold up the others.
pub fn invariant_08_a_poisonous_operation_does_not_hold_up_the_others(worlds: Worlds) {
    let mut world = worlds.of(83);
    let document = world.document();
    let path = cv_paths::path(PROFILE);
    world.device(0).tell(Event::WentOffline);
    let change = world
        .device(0)
        .edit(0, document, |author, document, now_ms| {
            author.set_text(document, &path, "Poison", now_ms)
        });
    let poison = change.map(|change| change.operations[0].id);
    world.fail_on(poison);
    for field in PersonalField::ALL {
        let place = CvPlace::Personal(field);
        world.device(0).type_text(document, place, "Good");
    }
    world.device(0).tell(Event::CameOnline);
    world.pass(600_000);
    let status = world.device(0).status();
    let expected = SyncStatus::Stalled {
        waiting: 1,
        reason: StallReason::ServerFault,
    };
    assert_eq!(status, expected);
    world.fail_on(None);
    synced(&mut world);
    assert_eq!(world.device(1).text(document, PROFILE), "Poison");
}

/// What was built on a refused operation is offered again without it.
pub fn invariant_08_what_builds_on_a_refused_operation_is_offered_self_contained(worlds: Worlds) {
    let mut world = worlds.of(80);
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
pub fn invariant_08_a_small_limit_on_requests_only_slows_the_work_down(worlds: Worlds) {
    let mut world = worlds.of(81);
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
pub fn invariant_09_after_a_year_and_a_compaction_work_is_still_delivered(worlds: Worlds) {
    let mut world = worlds.of(9);
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

/// Compaction leaves what a change on another device stands on: a new device can read it.
pub fn invariant_09_compaction_leaves_what_others_descend_from(worlds: Worlds) {
    let mut world = worlds.of(90);
    let document = world.document();
    let text = "Carico e scarico, inventario, uso del muletto in tre turni";
    world.device(0).type_text(document, PROFILE, text);
    synced(&mut world);
    world.device(1).tell(Event::WentOffline);
    let changed = format!("{text}, anche notturni");
    world.device(1).type_text(document, PROFILE, &changed);
    let path = cv_paths::path(PROFILE);
    let change = world
        .device(0)
        .edit(0, document, |author, document, now_ms| {
            author.set_text(document, &path, "Cuoca", now_ms)
        });
    let whole = change.and_then(|change| change.operations.last().map(|last| last.id));
    synced(&mut world);
    world.server().compact(whole.expect("an edit was made"));
    let fresh = world.add_device();
    world.device(fresh).link(ANNA);
    world.settle();
    let shown = world.device(fresh).document(document);
    let versions = shown.expect("the CV came").versions(&path);
    assert!(versions.iter().any(|version| version.text == changed));
}

/// "Online, with work waiting, and no progress" is told.
pub fn invariant_10_a_stall_is_told(worlds: Worlds) {
    let mut world = worlds.of(10);
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

/// A server that answers and does not take the work is a stall too; the rest of the work goes on.
pub fn invariant_10_answers_that_take_nothing_are_a_stall(worlds: Worlds) {
    let mut world = worlds.of(100);
    let document = world.document();
    let known = world.server().all_operations();
    let mut of_the_cv = known.iter().filter(|known| known.document == document);
    let template = of_the_cv.next().expect("the CV has a title");
    // A change by a newer version, which this one cannot write whole, to something no longer there.
    let orphan = Operation {
        id: OperationId {
            writer: WriterId([0xdd; 16]),
            counter: 2,
        },
        base: vec![OperationId {
            writer: WriterId([0xdd; 16]),
            counter: 1,
        }],
        self_contained: false,
        key: approdo_document::KeyId(7),
        ..template.clone()
    };
    let device = world.device(0);
    block_on(device.store().append(&[orphan])).expect("memory does not fail");
    device.type_text(document, CITY, "Piadena");
    world.pass(60_000);
    let status = world.device(0).status();
    assert!(
        matches!(status, SyncStatus::Stalled { waiting: 1, .. }),
        "{status:?}"
    );
    world.device(1).tell(Event::Poked);
    world.settle();
    assert_eq!(world.device(1).text(document, CITY), "Piadena");
}

/// The sync path does not interpret bodies.
pub fn invariant_11_bodies_of_any_kind_are_relayed_untouched(worlds: Worlds) {
    let mut world = worlds.of(11);
    let document = world.document();
    let state = block_on(world.device(0).store().sync_state()).expect("memory does not fail");
    let known = world.server().all_operations();
    let mut of_the_cv = known.iter().filter(|known| known.document == document);
    let template = of_the_cv.next().expect("the CV has a title");
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
pub fn invariant_12_wrong_clocks_neither_lose_nor_block(worlds: Worlds) {
    let mut world = worlds.of(12);
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

/// A clock put back in mid-session delays nothing.
pub fn invariant_12_a_clock_put_back_does_not_delay_the_work(worlds: Worlds) {
    let mut world = worlds.of(120);
    let document = world.document();
    let device = world.device(0);
    device.set_skew(3 * DAY_MS);
    device.tell(Event::BecameVisible);
    world.settle();
    let device = world.device(0);
    device.set_skew(-3 * DAY_MS);
    device.type_text(document, CITY, "Pizzighettone");
    world.pass(10_000);
    assert_eq!(world.device(0).waiting().waiting, 0, "still waits");
}
