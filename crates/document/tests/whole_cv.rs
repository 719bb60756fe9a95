//! Every field of a CV shows what was written there, and every place keeps its path.

mod common;

use approdo_document::{Content, ItemPath, Operation, Path, TextPatch, cv_paths, project_cv};
use approdo_domain::{Cv, CvPlace, DrivingCategory, ItemId, Section};
use common::Peer;

const ITEM: ItemId = ItemId(42);

/// Every place of a CV with one entry in each list.
fn every_place() -> Vec<CvPlace> {
    cv_with_entries().places()
}

/// What a person could write at a place, unlike at any other.
fn text_for(place: CvPlace) -> String {
    match place {
        CvPlace::Language(_, approdo_domain::LanguageField::Level(_)) => "B2".to_owned(),
        other => format!("{other:?}"),
    }
}

fn cv_with_entries() -> Cv {
    let mut cv = Cv::default();
    for section in Section::ALL {
        cv.add_entry(section, ITEM);
    }
    cv
}

fn peer_with_entries() -> Peer {
    let mut peer = Peer::new(1);
    for section in Section::ALL {
        peer.add(section, ITEM, 0);
    }
    peer
}

#[test]
fn every_text_shows_at_its_own_field() {
    let mut peer = peer_with_entries();
    let mut expected = cv_with_entries();
    for place in every_place().into_iter().filter(|place| !place.is_flag()) {
        peer.write(place, &text_for(place));
        expected.set_text(place, &text_for(place));
    }
    assert_eq!(project_cv(&peer.document), expected);
}

#[test]
fn every_box_ticked_is_ticked_in_the_cv_and_no_other() {
    for place in every_place().into_iter().filter(|place| place.is_flag()) {
        let mut peer = peer_with_entries();
        peer.flag(place, true);
        let mut expected = cv_with_entries();
        expected.set_flag(place, true);
        assert_eq!(project_cv(&peer.document), expected);
        peer.flag(place, false);
        assert_eq!(project_cv(&peer.document), cv_with_entries());
    }
}

#[test]
fn every_place_has_a_path_of_its_own_that_leads_back() {
    let mut paths: Vec<Path> = Vec::new();
    for place in every_place() {
        let path = cv_paths::path(place);
        assert_eq!(cv_paths::place(&path), Some(place));
        assert!(!paths.contains(&path), "{place:?} shares its path");
        paths.push(path);
    }
    let entry = cv_paths::entry(Section::Skills, ITEM);
    for own in [
        entry.order(),
        entry.deletion(),
        cv_paths::removed(),
        Path(vec![0x7e]),
    ] {
        assert_eq!(cv_paths::place(&own), None);
        assert!(!paths.contains(&own));
    }
}

#[test]
fn an_entry_contains_its_fields_and_not_those_of_others() {
    let entry: ItemPath = cv_paths::entry(Section::Skills, ITEM);
    assert!(entry.contains(&entry.field(0x10)) && entry.contains(&entry.deletion()));
    let other = cv_paths::entry(Section::Skills, ItemId(43));
    assert!(!entry.contains(&other.field(0x10)));
    assert!(
        !entry.contains(&Path(entry.0.clone())),
        "an entry is not its own field"
    );
}

#[test]
fn what_is_already_so_makes_no_edit() {
    let licence = cv_paths::path(CvPlace::Driving(DrivingCategory::B));
    let profile = cv_paths::path(CvPlace::Profile);
    let mut peer = Peer::new(1);
    peer.write(CvPlace::Profile, "Anna");
    let Peer {
        document, author, ..
    } = &mut peer;
    assert_eq!(author.set_flag(document, &licence, false, 1), None);
    assert_eq!(author.set_text(document, &profile, "Anna", 1), None);
    assert_eq!(author.choose(document, &profile, "Anna", 1), None);
    assert!(author.choose(document, &profile, "Annalisa", 1).is_some());
}

#[test]
fn moving_one_entry_among_many_writes_only_its_own_place() {
    let mut peer = Peer::new(1);
    for item in 1..=5 {
        peer.add(Section::Skills, ItemId(item), usize::MAX);
    }
    let list = cv_paths::list(Section::Skills);
    for (item, position) in [(5, 0), (1, 3), (2, 4)] {
        let moved = peer
            .author
            .move_item(&peer.document, &list, ItemId(item), position, 9_000_000);
        let change = moved.unwrap();
        assert_eq!(change.operations.len(), 1);
        peer.document.apply(&change);
        assert_eq!(peer.entries(Section::Skills)[position], ItemId(item));
    }
}

/// The one operation by which a synced text becomes another.
fn edit(before: &str, after: &str) -> Option<Operation> {
    let mut peer = Peer::new(1);
    peer.write(CvPlace::Profile, before);
    peer.send_to(&mut Peer::new(2));
    let path = cv_paths::path(CvPlace::Profile);
    let change = peer
        .author
        .set_text(&peer.document, &path, after, 2_000_000);
    change.and_then(|change| change.operations.into_iter().next())
}

#[test]
fn a_small_change_to_a_long_text_needs_its_base_and_says_so() {
    let long = "Ho lavorato in magazzino per tre anni. ".repeat(5);
    let small = edit(&long, &format!("{long}Patentino.")).unwrap();
    assert!(!small.self_contained && small.body.len() < 40);
}

#[test]
fn a_change_no_smaller_than_the_text_is_written_whole() {
    let (before, after) = ("abcdef", "abcdefghij");
    let patch = TextPatch::between(before, after);
    assert_eq!(patch.encoded_length(), after.len());
    assert!(edit(before, after).unwrap().self_contained);
    assert!(Content::Text(after.to_owned()).is_self_contained());
    assert!(!Content::Patch(patch).is_self_contained());
}
