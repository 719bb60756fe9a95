//! A CV copied for a vacancy or into another language: equal at first, on its own from then on.

mod common;

use approdo_document::{
    Author, BlobHash, Document, DocumentId, Ingested, Operation, SpaceId, WriterId, copy_document,
    cv_paths, project_cv,
};
use approdo_domain::{
    Cv, CvPlace, ExperienceField, FileReference, Heading, ItemId, PageLookField, Section,
    SkillField,
};
use common::{DOCUMENT, Peer};
use proptest::prelude::*;

const COPY: DocumentId = DocumentId([9; 16]);
const NOW_MS: u64 = 50_000_000;

fn copied(source: &Document) -> Document {
    let mut author = Author::new(WriterId([200; 16]));
    let mut copy = Document::new(COPY, SpaceId::of_document(COPY));
    for operation in copy_document(source, COPY, "Magazzino Rossi", &mut author, NOW_MS) {
        assert_eq!(copy.ingest(operation), Ingested::New);
    }
    copy
}

#[derive(Debug, Clone)]
enum Deed {
    Write(CvPlace, String),
    Flag(CvPlace, bool),
    Add(Section, ItemId, usize),
    Delete(Section, ItemId),
    Shift(Section, ItemId, usize),
    MoveHeading(usize, usize),
}

fn any_deed() -> impl Strategy<Value = Deed> {
    let item = || (1u64..4).prop_map(ItemId);
    let section = || prop_oneof![Just(Section::Experience), Just(Section::Skills)];
    let place = item().prop_flat_map(|item| {
        prop_oneof![
            Just(CvPlace::Title),
            Just(CvPlace::Profile),
            Just(CvPlace::Experience(item, ExperienceField::Description)),
            Just(CvPlace::Skill(item, SkillField::Name)),
        ]
    });
    let flag = item().prop_flat_map(|item| {
        prop_oneof![
            Just(CvPlace::OwnCar),
            Just(CvPlace::EntryHidden(Section::Experience, item)),
            Just(CvPlace::Heading(
                Heading::Skills,
                approdo_domain::HeadingField::Hidden
            )),
        ]
    });
    prop_oneof![
        (place, "[ab \n]{0,8}").prop_map(|(place, text)| Deed::Write(place, text)),
        (flag, any::<bool>()).prop_map(|(place, flag)| Deed::Flag(place, flag)),
        (section(), item(), 0usize..3).prop_map(|(list, item, at)| Deed::Add(list, item, at)),
        (section(), item()).prop_map(|(list, item)| Deed::Delete(list, item)),
        (section(), item(), 0usize..3).prop_map(|(list, item, at)| Deed::Shift(list, item, at)),
        (0usize..13, 0usize..13).prop_map(|(heading, to)| Deed::MoveHeading(heading, to)),
    ]
}

fn act(peer: &mut Peer, deed: &Deed) {
    match deed {
        Deed::Write(place, text) => peer.write(*place, text),
        Deed::Flag(place, flag) => peer.flag(*place, *flag),
        Deed::Add(section, item, position) => peer.add(*section, *item, *position),
        Deed::Delete(section, item) => peer.delete(*section, *item),
        Deed::Shift(section, item, position) => peer.shift(*section, *item, *position),
        Deed::MoveHeading(heading, position) => {
            let heading = Heading::USUAL[*heading];
            let Peer {
                document,
                author,
                now_ms,
                ..
            } = peer;
            if let Some(change) = author.move_heading(document, heading, *position, *now_ms) {
                document.apply(&change);
            }
        }
    }
}

fn apart_from_its_title(cv: Cv) -> Cv {
    Cv {
        title: String::new(),
        ..cv
    }
}

proptest! {
    #[test]
    fn a_copy_is_equal_but_for_its_title_and_edits_of_one_never_touch_the_other(
        before in proptest::collection::vec(any_deed(), 0..25),
        after in proptest::collection::vec(any_deed(), 0..10),
        elsewhere in proptest::collection::vec(any_deed(), 0..10),
    ) {
        let mut source = Peer::new(1);
        // Two devices, so that there are merged texts and conflicts too.
        let mut device = Peer::new(2);
        for (number, deed) in before.iter().enumerate() {
            act(if number % 3 == 0 { &mut device } else { &mut source }, deed);
        }
        device.send_to(&mut source);
        let copy = copied(&source.document);
        let (left, right) = (project_cv(&source.document), project_cv(&copy));
        prop_assert_eq!(right.title.as_str(), "Magazzino Rossi");
        prop_assert_eq!(apart_from_its_title(right.clone()), apart_from_its_title(left.clone()));

        let mut other = Peer { document: copy, ..Peer::new(3) };
        for deed in &after {
            act(&mut source, deed);
        }
        prop_assert_eq!(project_cv(&other.document), right);
        let left = project_cv(&source.document);
        for deed in &elsewhere {
            act(&mut other, deed);
        }
        for operation in other.document.operations() {
            prop_assert_eq!(source.document.ingest(operation.clone()), Ingested::Foreign);
        }
        prop_assert_eq!(project_cv(&source.document), left);
    }
}

#[test]
fn every_place_of_a_cv_goes_into_its_copy() {
    let mut source = Peer::new(1);
    let mut cv = Cv::default();
    for section in Section::ALL {
        cv.add_entry(section, ItemId(42));
        source.add(section, ItemId(42), 0);
    }
    for place in cv.places() {
        if place.is_flag() {
            source.flag(place, true);
        } else {
            source.write(place, &format!("{place:?}"));
        }
    }
    let (left, right) = (
        project_cv(&source.document),
        project_cv(&copied(&source.document)),
    );
    for place in cv.places() {
        if place != CvPlace::Title {
            assert_eq!(right.value(place), left.value(place), "{place:?}");
        }
    }
}

#[test]
fn a_copy_says_where_it_comes_from_and_what_it_began_with() {
    let mut source = Peer::new(1);
    source.write(CvPlace::Profile, "Precisa e puntuale");
    let mut copy = Peer {
        document: copied(&source.document),
        ..Peer::new(3)
    };
    let origin = copy.document.origin().unwrap();
    assert_eq!((origin.source, origin.copied_ms), (DOCUMENT, NOW_MS));
    assert_eq!(source.document.origin(), None);

    copy.now_ms = NOW_MS;
    copy.write(CvPlace::Profile, "Precise and punctual");
    copy.write(CvPlace::Hobbies, "Chess");
    let began = |place| copy.document.began_with(&cv_paths::path(place));
    assert_eq!(
        began(CvPlace::Profile).as_deref(),
        Some("Precisa e puntuale")
    );
    assert_eq!(began(CvPlace::Hobbies), None, "written in the copy only");
}

#[test]
fn a_copy_of_a_copy_comes_from_the_copy_and_is_out_of_the_bin() {
    let mut source = Peer::new(1);
    source.write(CvPlace::Profile, "Precisa");
    let removed = source
        .author
        .set_flag(&source.document, &cv_paths::removed(), true, NOW_MS);
    source.document.apply(&removed.unwrap());
    let first = copied(&source.document);
    assert!(!first.flag(&cv_paths::removed()));
    let id = DocumentId([10; 16]);
    let mut second = Document::new(id, SpaceId::of_document(id));
    let mut author = Author::new(WriterId([201; 16]));
    for operation in copy_document(&first, id, "", &mut author, NOW_MS) {
        second.ingest(operation);
    }
    assert_eq!(second.origin().map(|origin| origin.source), Some(COPY));
}

#[test]
fn an_edit_of_the_next_quarter_of_an_hour_leaves_the_one_before_in_the_history() {
    let profile = cv_paths::path(CvPlace::Profile);
    let mut peer = Peer::new(1);
    peer.now_ms = 40 * 900_000;
    for text in ["uno", "due"] {
        peer.write(CvPlace::Profile, text);
    }
    assert_eq!(peer.document.history(&profile).len(), 1);
    peer.now_ms = 41 * 900_000;
    peer.write(CvPlace::Profile, "tre");
    let texts = peer
        .document
        .history(&profile)
        .into_iter()
        .map(|version| version.text);
    assert_eq!(texts.collect::<Vec<_>>(), ["due", "tre"]);
}

fn file(seed: u8) -> FileReference {
    FileReference {
        hash: [seed; 32],
        media_type: "image/jpeg".to_owned(),
        bytes: 40_000,
        pixels: Some((600, 800)),
        tones: None,
    }
}

#[test]
fn a_copy_names_the_files_it_shows_so_that_they_are_kept_for_it() {
    let mut source = Peer::new(1);
    source.write(CvPlace::Photo, &file(1).to_string());
    source.write(CvPlace::Profile, "Cuoca");
    let copy = copied(&source.document);
    let named: Vec<BlobHash> = copy
        .operations()
        .flat_map(|operation| operation.blobs.iter().copied())
        .collect();
    assert_eq!(named, [BlobHash([1; 32])]);
    assert_eq!(project_cv(&copy).photo.reference(), Some(file(1)));
}

/// A newer version may name files in a way that is not known here; what it said of them in the header
/// still keeps them.
#[test]
fn a_copy_keeps_the_files_of_newer_versions_too() {
    let mut source = Peer::new(1);
    let newer = "sha3:00;image/jpeg";
    let photo = cv_paths::path(CvPlace::Photo);
    let change = source
        .author
        .set_text(&source.document, &photo, newer, NOW_MS);
    let operation = change.unwrap().operations.remove(0);
    source.document.ingest(Operation {
        blobs: vec![BlobHash([3; 32])],
        ..operation
    });
    let copy = copied(&source.document);
    assert_eq!(copy.text(&photo).text, newer);
    let named = copy.operations().flat_map(|operation| &operation.blobs);
    assert_eq!(named.collect::<Vec<_>>(), [&BlobHash([3; 32])]);
}

#[test]
fn what_counts_as_translated_in_one_cv_does_not_in_its_copy() {
    let mut source = Peer::new(1);
    source.write(CvPlace::Profile, "Barista");
    let same = cv_paths::same_in_both_languages(CvPlace::Profile);
    let change = source
        .author
        .set_flag(&source.document, &same, true, NOW_MS);
    source.document.apply(&change.unwrap());
    let copy = copied(&source.document);
    assert!(source.document.flag(&same) && !copy.flag(&same));
}

/// Of a deleted entry nothing goes along, not even unseen: it is no part of what the person copies.
#[test]
fn nothing_of_a_deleted_entry_is_in_the_copy_and_one_that_came_back_is() {
    let name = |item| CvPlace::Skill(ItemId(item), SkillField::Name);
    let (mut source, mut device) = (Peer::new(1), Peer::new(2));
    for item in [1, 2] {
        source.add(Section::Skills, ItemId(item), 9);
        source.write(name(item), "Inventario");
    }
    source.send_to(&mut device);
    for item in [1, 2] {
        source.delete(Section::Skills, ItemId(item));
    }
    device.write(name(2), "Inventario e muletto");
    device.send_to(&mut source);
    let copy = copied(&source.document);
    let in_order = [(1, ""), (2, "Inventario e muletto")];
    for (item, text) in in_order {
        assert_eq!(copy.text(&cv_paths::path(name(item))).text, text);
    }
    assert_eq!(project_cv(&copy).entry_ids(Section::Skills), [ItemId(2)]);
}
proptest! {
    #[test]
    fn a_language_that_this_version_does_not_know_is_kept_through_edits_and_copies(
        code in "[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?",
        name in "[ab]{1,8}",
    ) {
        let mut peer = Peer::new(1);
        peer.write(CvPlace::Look(PageLookField::Language), &code);
        peer.write(CvPlace::Profile, &name);
        prop_assert_eq!(&project_cv(&peer.document).look.language, &code);
        prop_assert_eq!(&project_cv(&copied(&peer.document)).look.language, &code);
    }
}
