//! Faults 3, 11 and 13 to 16, 19 and 21 of the engine: disks, copies, networks and servers that fail.

use super::*;

#[test]
fn a_disk_that_is_full_in_the_middle_of_an_exchange_takes_nothing_half() {
    let mut world = World::new(3);
    let document = world.document();
    for steps in 0..8 {
        let text = format!("Cremona {steps}");
        world.device(0).type_text(document, CITY, &text);
        world.device(2).type_text(document, PROFILE, &text);
        world.device(0).tell(Event::Poked);
        for _ in 0..steps {
            world.device(0).poll();
            world.step_network();
        }
        world.device(0).store().set_full(true);
        world.pass(3_000);
        world.device(0).store().set_full(false);
        synced(&mut world);
        assert!(can_read(&mut world, 2, CITY, &text));
        assert!(can_read(&mut world, 0, PROFILE, &text));
    }
}

#[test]
fn a_cloned_profile_and_its_original_both_keep_their_work() {
    let mut world = World::new(11);
    let document = world.document();
    world.device(0).tell(Event::WentOffline);
    world.device(0).type_text(document, CITY, "Before the copy");
    let clone = world.add_clone_of(0);
    world.device(0).type_text(document, CITY, "On the first");
    world
        .device(clone)
        .type_text(document, CITY, "On the second");
    synced(&mut world);
    for index in [0, 2, clone] {
        assert!(can_read(&mut world, index, CITY, "On the first"));
        assert!(can_read(&mut world, index, CITY, "On the second"));
    }
}

#[test]
fn answers_cut_short_or_of_a_captive_portal_change_nothing() {
    let mut world = World::new(15);
    let document = world.document();
    let before = world.server().all_operations().len();
    for weather in [
        Weather {
            truncate: 100,
            ..Weather::default()
        },
        Weather {
            portal: 100,
            ..Weather::default()
        },
    ] {
        world.set_weather(weather);
        let text = format!("{weather:?}");
        world.device(0).type_text(document, PROFILE, &text);
        world.pass(20_000);
        assert!(world.device(0).waiting().waiting > 0, "believed a stranger");
    }
    synced(&mut world);
    assert_eq!(world.server().all_operations().len(), before + 2);
}

#[test]
fn a_line_that_comes_and_goes_and_works_one_way_loses_nothing() {
    let mut world = World::new(16);
    let document = world.document();
    let ways = [
        Partition::NothingBack,
        Partition::Whole,
        Partition::NothingOut,
        Partition::NothingBack,
    ];
    for round in 0..24 {
        for index in 0..3 {
            let device = world.device(index);
            device.set_partition(ways[(round + index) % ways.len()]);
            device.tell(if round % 5 == index {
                Event::WentOffline
            } else {
                Event::CameOnline
            });
            device.type_text(document, CITY, &format!("{index} in round {round}"));
        }
        world.pass(750);
    }
    synced(&mut world);
    for index in 0..3 {
        assert!(can_read(
            &mut world,
            0,
            CITY,
            &format!("{index} in round 23")
        ));
    }
}

#[test]
fn a_server_killed_in_every_batch_has_all_that_it_acknowledged() {
    let mut world = World::new(19);
    let document = world.document();
    for round in 0..10 {
        world
            .device(0)
            .type_text(document, PROFILE, &format!("Round {round}"));
        world.device(0).tell(Event::Poked);
        for _ in 0..3 {
            world.device(0).poll();
        }
        world.restart_server();
        world.pass(1_000);
    }
    synced(&mut world);
    assert!(can_read(&mut world, 2, PROFILE, "Round 9"));
}

#[test]
fn a_server_put_back_to_yesterday_gets_back_what_devices_have() {
    let mut world = World::new(21);
    let document = world.document();
    let yesterday = world.server().snapshot();
    for (index, text) in [(0, "Anna, oggi"), (2, "Bruno, oggi")] {
        world.device(index).type_text(document, PROFILE, text);
        synced(&mut world);
    }
    world.server().restore(&yesterday);
    world.device(1).type_text(document, CITY, "Dopo");
    synced(&mut world);
    for text in ["Anna, oggi", "Bruno, oggi"] {
        assert!(can_read(&mut world, 1, PROFILE, text));
    }
}
