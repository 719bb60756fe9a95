//! Invariants 7 to 12: work reaches the server, under the right name, or the person is told.

use super::*;

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
