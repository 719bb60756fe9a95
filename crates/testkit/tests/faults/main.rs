//! Faults of `docs/faults.md` that need no browser: each is made to happen, and then everything
//! acknowledged is on the server, everything else on its device, all devices agree, and every value
//! that lost can be read.

#![expect(clippy::expect_used, reason = "a test that cannot go on says why")]

mod absence;
mod meaning;
mod troubles;

use approdo_document::cv_paths;
use approdo_domain::{CvPlace, ExperienceField, ItemId, PersonalField, Section};
use approdo_sync::machine::Event;
use approdo_testkit::simulation::{Partition, Weather, World};

const PROFILE: CvPlace = CvPlace::Profile;
const CITY: CvPlace = CvPlace::Personal(PersonalField::City);

/// Lets all exchange until nothing moves, and checks what must hold after every fault.
fn synced(world: &mut World) {
    world.come_to_rest().expect("all is sent");
    world.check().expect("all holds");
}

/// Tells whether a text can be read at a place on a device, as current or former version.
fn can_read(world: &mut World, index: usize, place: CvPlace, text: &str) -> bool {
    let id = world.document();
    let document = world.device(index).document(id);
    document.is_some_and(|document| {
        let history = document.history(&cv_paths::path(place));
        history.iter().any(|version| version.text == text)
    })
}

/// Adds an experience at the top.
fn add_experience(world: &mut World, index: usize, item: ItemId) {
    let id = world.document();
    let list = cv_paths::list(Section::Experience);
    let added = world.device(index).edit(0, id, |author, document, now_ms| {
        Some(author.add_item(document, &list, item, 0, now_ms))
    });
    added.expect("it is saved");
}

/// Returns the experiences a device shows, in order.
fn experiences(world: &mut World, index: usize) -> Vec<ItemId> {
    let id = world.document();
    let document = world.device(index).document(id).expect("it has the CV");
    let items = document.items(&cv_paths::list(Section::Experience));
    items.into_iter().map(|item| item.id).collect()
}
