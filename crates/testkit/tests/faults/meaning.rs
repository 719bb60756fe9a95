//! Faults 7 and 25, 26, 28: people who mean different things at once, and versions that do not know
//! each other's words.

use super::*;

#[test]
fn two_tabs_that_write_in_one_field_keep_both_texts() {
    let mut world = World::new(7);
    let document = world.document();
    let path = cv_paths::path(PROFILE);
    // Anna's second device has two tabs open, and neither has heard of the other's edit.
    for (tab, text) in [(0, "Nella prima scheda"), (1, "Nella seconda scheda")] {
        let saved = world
            .device(1)
            .edit(tab, document, |author, document, now_ms| {
                author.set_text(document, &path, text, now_ms)
            });
        assert!(saved.is_some());
    }
    synced(&mut world);
    for index in 0..3 {
        assert!(can_read(&mut world, index, PROFILE, "Nella prima scheda"));
        assert!(can_read(&mut world, index, PROFILE, "Nella seconda scheda"));
    }
}

#[test]
fn citizen_and_operator_in_one_sentence_keep_both_and_both_experiences() {
    let mut world = World::new(25);
    let document = world.document();
    let sentence = "Ho lavorato in un magazzino";
    world.device(0).type_text(document, PROFILE, sentence);
    synced(&mut world);
    for index in [0, 2] {
        world.device(index).tell(Event::WentOffline);
    }
    let anna = format!("{sentence} di scarpe");
    let bruno = format!("{sentence} come addetto al carico");
    world.device(0).type_text(document, PROFILE, &anna);
    world.device(2).type_text(document, PROFILE, &bruno);
    add_experience(&mut world, 0, ItemId(1));
    add_experience(&mut world, 2, ItemId(2));
    synced(&mut world);
    for index in 0..3 {
        assert!(can_read(&mut world, index, PROFILE, &anna));
        assert!(can_read(&mut world, index, PROFILE, &bruno));
        assert_eq!(experiences(&mut world, index).len(), 2);
    }
}

#[test]
fn an_entry_deleted_while_another_edits_it_comes_back() {
    let mut world = World::new(26);
    let document = world.document();
    let role = CvPlace::Experience(ItemId(1), ExperienceField::Role);
    add_experience(&mut world, 0, ItemId(1));
    world.device(0).type_text(document, role, "Cuoca");
    synced(&mut world);
    for index in [0, 2] {
        world.device(index).tell(Event::WentOffline);
    }
    let entry = cv_paths::entry(Section::Experience, ItemId(1));
    world
        .device(0)
        .edit(0, document, |author, document, now_ms| {
            Some(author.delete_item(document, &entry, now_ms))
        });
    world.device(2).type_text(document, role, "Capo cuoca");
    synced(&mut world);
    for index in 0..3 {
        assert_eq!(experiences(&mut world, index), [ItemId(1)]);
        assert!(can_read(&mut world, index, role, "Capo cuoca"));
        assert!(can_read(&mut world, index, role, "Cuoca"));
    }
}

#[test]
fn two_devices_that_order_a_list_anew_agree_and_lose_no_entry() {
    let mut world = World::new(260);
    let document = world.document();
    let list = cv_paths::list(Section::Experience);
    for item in 1..=4 {
        add_experience(&mut world, 0, ItemId(item));
    }
    synced(&mut world);
    for (index, item, to) in [(0, 1, 0), (2, 4, 3), (0, 3, 3), (2, 3, 0)] {
        world.device(index).tell(Event::WentOffline);
        world
            .device(index)
            .edit(0, document, |author, document, now_ms| {
                author.move_item(document, &list, ItemId(item), to, now_ms)
            });
    }
    synced(&mut world);
    let mut order = experiences(&mut world, 0);
    for index in 1..3 {
        assert_eq!(experiences(&mut world, index), order);
    }
    order.sort_unstable();
    assert_eq!(order, [1, 2, 3, 4].map(ItemId));
}

#[test]
fn what_a_newer_version_wrote_survives_the_round_through_older_ones() {
    let mut world = World::new(28);
    let document = world.document();
    world.device(0).type_text(document, PROFILE, "Di adesso");
    synced(&mut world);
    let mut written = Vec::new();
    for _ in 0..6 {
        written.extend(world.write_by_newer_version(1));
        world.device(0).type_text(document, CITY, "Cremona");
        world.pass(5_000);
    }
    assert_eq!(written.len(), 6);
    // The check compares them byte for byte on every device; the older ones still show their own.
    synced(&mut world);
    assert!(can_read(&mut world, 2, PROFILE, "Di adesso"));
}
