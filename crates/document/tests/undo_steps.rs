//! What counts as one step for undo, when undo and redo are on offer, and what they leave alone.

mod common;

use approdo_document::{Change, Undone, cv_paths};
use approdo_domain::{CvPlace, DrivingCategory, ItemId, PersonalField, Section, SkillField};
use common::Peer;

const NAME: CvPlace = CvPlace::Personal(PersonalField::GivenName);
const FAMILY_NAME: CvPlace = CvPlace::Personal(PersonalField::FamilyName);
const ITEM: ItemId = ItemId(42);

impl Peer {
    /// Types so many milliseconds after the last edit.
    fn type_after(&mut self, wait_ms: u64, place: CvPlace, text: &str) {
        // `write` lets ten seconds pass by itself.
        self.now_ms = self.now_ms + wait_ms - 10_000;
        self.write(place, text);
    }
}

#[test]
fn typing_on_in_one_field_is_taken_back_at_once() {
    let mut phone = Peer::new(1);
    phone.write(NAME, "An");
    phone.type_after(1_500, NAME, "Anna");
    phone.type_after(1_500, NAME, "Annalisa");
    phone.undo();
    assert_eq!(phone.text(NAME), "");
    phone.redo();
    assert_eq!(phone.text(NAME), "Annalisa");
}

#[test]
fn after_a_pause_typing_is_a_step_of_its_own() {
    let mut phone = Peer::new(1);
    phone.write(NAME, "Anna");
    phone.type_after(1_501, NAME, "Annalisa");
    phone.undo();
    assert_eq!(phone.text(NAME), "Anna");
}

#[test]
fn typing_quickly_in_two_fields_is_two_steps() {
    let mut phone = Peer::new(1);
    phone.write(NAME, "Anna");
    phone.type_after(200, FAMILY_NAME, "Rossi");
    phone.undo();
    assert_eq!(
        (phone.text(NAME), phone.text(FAMILY_NAME)),
        ("Anna".to_owned(), String::new())
    );
}

#[test]
fn typing_quickly_after_somebody_elses_words_arrived_is_a_step_of_its_own() {
    let (mut phone, mut desk) = (Peer::new(1), Peer::new(2));
    phone.write(NAME, "Ana");
    phone.send_to(&mut desk);
    desk.write(NAME, "Anna");
    desk.send_to(&mut phone);
    phone.type_after(200, NAME, "Anna Maria");
    phone.undo();
    assert_eq!(phone.text(NAME), "Anna");
}

#[test]
fn undo_and_redo_are_on_offer_only_while_there_is_something_to_take_back() {
    let mut phone = Peer::new(1);
    assert!(!phone.history.can_undo() && !phone.history.can_redo());
    phone.write(NAME, "Anna");
    assert!(phone.history.can_undo() && !phone.history.can_redo());
    phone.undo();
    assert!(!phone.history.can_undo() && phone.history.can_redo());
    phone.write(NAME, "Berta");
    assert!(phone.history.can_undo() && !phone.history.can_redo());
}

#[test]
fn the_last_two_hundred_steps_can_be_taken_back() {
    let mut phone = Peer::new(1);
    for turn in 1..=202 {
        phone.write(NAME, &turn.to_string());
    }
    let mut taken_back = 0;
    while matches!(phone.undo(), Undone::Change(_)) {
        taken_back += 1;
    }
    assert_eq!((taken_back, phone.text(NAME)), (200, "2".to_owned()));
}

#[test]
fn a_ticked_box_is_unticked_by_undo() {
    let licence = CvPlace::Driving(DrivingCategory::B);
    let mut phone = Peer::new(1);
    phone.flag(licence, true);
    phone.undo();
    assert!(!phone.is_set(licence));
    phone.redo();
    assert!(phone.is_set(licence));
}

#[test]
fn an_entry_nobody_else_wrote_in_is_taken_back() {
    let mut phone = Peer::new(1);
    phone.add(Section::Skills, ITEM, 0);
    assert!(matches!(phone.undo(), Undone::Change(_)));
    assert_eq!(phone.entries(Section::Skills), vec![]);
}

#[test]
fn an_entry_somebody_else_wrote_in_stays_when_its_making_is_undone() {
    let (mut phone, mut desk) = (Peer::new(1), Peer::new(2));
    phone.add(Section::Skills, ITEM, 0);
    phone.send_to(&mut desk);
    desk.write(CvPlace::Skill(ITEM, SkillField::Name), "Muletto");
    desk.send_to(&mut phone);
    assert!(matches!(phone.undo(), Undone::Overlap(_)));
    assert_eq!(phone.entries(Section::Skills), vec![ITEM]);
}

#[test]
fn a_moved_entry_goes_back_to_where_it_was() {
    let mut phone = Peer::new(1);
    for item in 1..=3 {
        phone.add(Section::Skills, ItemId(item), usize::MAX);
    }
    phone.shift(Section::Skills, ItemId(3), 0);
    assert_eq!(phone.entries(Section::Skills), [3, 1, 2].map(ItemId));
    phone.undo();
    assert_eq!(phone.entries(Section::Skills), [1, 2, 3].map(ItemId));
    phone.redo();
    assert_eq!(phone.entries(Section::Skills), [3, 1, 2].map(ItemId));
}

/// A form is saved at once, though each of its fields was written on what the one before had left.
#[test]
fn edits_made_one_on_the_other_are_stored_as_one_without_what_they_fold_of_each_other() {
    let mut peer = Peer::new(1);
    peer.write(CvPlace::Hobbies, "Scac");
    let stored_before = peer.document.heads().collect::<Vec<_>>();
    let mut picture = peer.document.clone();
    let mut writes = |place, text| {
        let path = cv_paths::path(place);
        let change = peer.author.set_text(&picture, &path, text, peer.now_ms);
        let change = change.unwrap_or_default();
        picture.apply(&change);
        change
    };
    let mut whole = writes(CvPlace::Profile, "Cuo");
    let folded = whole.operations[0].id;
    for next in [
        writes(CvPlace::Profile, "Cuoca"),
        writes(CvPlace::Hobbies, "Scacchi"),
    ] {
        assert_eq!(next.folds.len(), 1);
        whole.then(next);
    }
    assert_eq!(whole.folds, stored_before, "what was stored before");
    assert_eq!((whole.operations.len(), whole.steps.len()), (2, 3));
    assert!(whole.operations.iter().all(|kept| kept.id != folded));
    peer.document.apply(&whole);
    assert_eq!(peer.text(CvPlace::Profile), "Cuoca");
    assert_eq!(peer.text(CvPlace::Hobbies), "Scacchi");
    assert_eq!(peer.document.operations().count(), 2);
}

#[test]
fn what_was_made_one_step_is_taken_back_at_once() {
    let mut peer = Peer::new(1);
    let mut whole = Change::default();
    for (place, text) in [(CvPlace::Profile, "Cuoca"), (CvPlace::Hobbies, "Scacchi")] {
        let path = cv_paths::path(place);
        let change = peer
            .author
            .set_text(&peer.document, &path, text, peer.now_ms);
        whole.then(change.unwrap_or_default());
    }
    let whole = whole.as_one_step();
    assert_eq!((whole.operations.len(), whole.steps.len()), (2, 1));
    peer.document.apply(&whole);
    peer.history.record(&whole.steps, peer.now_ms);
    assert!(matches!(peer.undo(), Undone::Change(_)));
    assert_eq!(peer.text(CvPlace::Profile), "");
    assert_eq!(peer.text(CvPlace::Hobbies), "");
}

/// As after a phrase was chosen: the person did one thing, and goes on with another.
#[test]
fn what_is_typed_at_once_after_a_step_was_ended_is_taken_back_alone() {
    let mut peer = Peer::new(1);
    peer.write(CvPlace::Profile, "Cuoca");
    peer.history.end_step();
    peer.now_ms -= 9_000;
    peer.write(CvPlace::Profile, "Cuoca in mensa");
    peer.undo();
    assert_eq!(peer.text(CvPlace::Profile), "Cuoca");
}
