//! Fault 27: a month of use with a compaction every night, and a device that comes back after twelve
//! months.

use super::*;

const DAY_MS: u64 = 86_400_000;

/// Writes the profile in ten steps on one day, and syncs.
fn a_day(world: &mut World, day: u64, writer: usize) {
    let document = world.document();
    for edit in 0..10 {
        let text = format!(
            "Giorno {day}, stesura {edit}, con parole nuove {}",
            day * edit
        );
        let is_saved = world.device(writer).type_text(document, PROFILE, &text);
        assert!(is_saved);
        world.pass_at_once(60_000);
    }
    world.pass_at_once(DAY_MS - 600_000);
}

/// Drops all that the whole values on the server replace; answers how much.
fn a_night(world: &mut World) -> usize {
    let operations = world.server().all_operations();
    let whole = operations
        .iter()
        .filter(|operation| operation.self_contained);
    whole.map(|operation| world.compact(operation.id)).sum()
}

#[test]
fn after_a_month_of_compaction_and_a_year_away_work_is_delivered_and_all_agree() {
    let mut world = World::new(27);
    let document = world.document();
    let tablet = world.add_device();
    world.device(tablet).link(approdo_testkit::simulation::ANNA);
    synced(&mut world);
    let begun = "Carico e scarico, inventario, uso del muletto in tre turni";
    world.device(0).type_text(document, PROFILE, begun);
    world.device(0).type_text(document, CITY, "Cremona");
    synced(&mut world);

    // The tablet goes into a drawer with work on it that builds on what everybody has.
    let away = world.device(tablet);
    away.tell(Event::WentOffline);
    away.set_partition(Partition::NothingOut);
    let kept = format!("{begun}, anche notturni");
    away.type_text(document, PROFILE, &kept);
    away.type_text(document, CITY, "Crema");

    let (mut removed, mut most) = (0, 0);
    for day in 1..=30 {
        let writer = if day % 3 == 0 { 2 } else { 0 };
        a_day(&mut world, day, writer);
        removed += a_night(&mut world);
        most = most.max(world.server().all_operations().len());
    }
    assert!(removed > 150, "compaction took only {removed}");
    assert!(most < 150, "the server held up to {most} operations");

    world.pass_at_once(335 * DAY_MS);
    synced(&mut world);
    for index in [0, 2, tablet] {
        assert!(
            can_read(&mut world, index, PROFILE, &kept),
            "the year's work"
        );
        assert!(can_read(&mut world, index, CITY, "Crema"));
        assert!(can_read(&mut world, index, CITY, "Cremona"));
    }
    let waiting = world.device(tablet).waiting();
    assert_eq!((waiting.waiting, waiting.refused), (0, 0));
}
