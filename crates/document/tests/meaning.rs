//! What people see when two of them edit one CV: conflicts, deletions, undo, newer versions.

mod common;

use approdo_document::{
    Body, Content, Ingested, Path, RegisterKey, TextState, Undone, Version, cv_paths, project_cv,
};
use approdo_domain::{CvPlace, ExperienceField, ItemId, PersonalField, Section};
use common::{DOCUMENT, Peer};

const NAME: CvPlace = CvPlace::Personal(PersonalField::GivenName);
const ITEM: ItemId = ItemId(42);
const EMPLOYER: CvPlace = CvPlace::Experience(ITEM, ExperienceField::Employer);

/// Two devices that both hold the same first edit.
fn two_devices(place: CvPlace, text: &str) -> (Peer, Peer) {
    let (mut phone, mut desk) = (Peer::new(1), Peer::new(2));
    phone.add(Section::Experience, ITEM, 0);
    phone.write(place, text);
    phone.send_to(&mut desk);
    (phone, desk)
}

fn exchange(one: &mut Peer, other: &mut Peer) {
    one.send_to(other);
    other.send_to(one);
}

fn texts(peer: &Peer, place: CvPlace) -> Vec<String> {
    let versions = peer.document.versions(&cv_paths::path(place));
    versions
        .into_iter()
        .map(|Version { text, .. }| text)
        .collect()
}

#[test]
fn two_values_for_one_field_are_both_kept_and_choosing_settles_it_everywhere() {
    let (mut phone, mut desk) = two_devices(NAME, "Ana");
    phone.write(NAME, "Anna");
    desk.write(NAME, "Hanna");
    exchange(&mut phone, &mut desk);
    for peer in [&phone, &desk] {
        assert_eq!(peer.document.conflicts(), vec![cv_paths::path(NAME)]);
        assert_eq!(texts(peer, NAME).len(), 2);
    }
    desk.choose(NAME, "Anna");
    exchange(&mut phone, &mut desk);
    for peer in [&phone, &desk] {
        assert_eq!(peer.document.conflicts(), vec![]);
        assert_eq!(texts(peer, NAME), vec!["Anna"]);
    }
}

#[test]
fn changes_to_different_words_of_one_sentence_are_both_shown() {
    let (mut phone, mut desk) = two_devices(CvPlace::Profile, "Cerco lavoro come magazziniera.");
    phone.write(CvPlace::Profile, "Cerco subito lavoro come magazziniera.");
    desk.write(CvPlace::Profile, "Cerco lavoro come addetta.");
    exchange(&mut phone, &mut desk);
    let view = phone.document.text(&cv_paths::path(CvPlace::Profile));
    assert_eq!(view.text, "Cerco subito lavoro come addetta.");
    assert_eq!(view.state, TextState::Merged);
    assert_eq!(view, desk.document.text(&cv_paths::path(CvPlace::Profile)));
}

#[test]
fn an_edit_over_a_merged_text_settles_it() {
    let (mut phone, mut desk) = two_devices(CvPlace::Profile, "uno due tre quattro");
    phone.write(CvPlace::Profile, "UNO due tre quattro");
    desk.write(CvPlace::Profile, "uno due tre QUATTRO");
    exchange(&mut phone, &mut desk);
    phone.write(CvPlace::Profile, "UNO due tre QUATTRO cinque");
    exchange(&mut phone, &mut desk);
    let path = cv_paths::path(CvPlace::Profile);
    assert_eq!(desk.document.text(&path).state, TextState::Settled);
    assert_eq!(desk.text(CvPlace::Profile), "UNO due tre QUATTRO cinque");
}

#[test]
fn an_entry_deleted_while_somebody_edits_it_comes_back_with_a_notice() {
    let (mut phone, mut desk) = two_devices(EMPLOYER, "Ditta Rossi");
    phone.delete(Section::Experience, ITEM);
    desk.write(EMPLOYER, "Ditta Rossi & Figli");
    exchange(&mut phone, &mut desk);
    for peer in [&mut phone, &mut desk] {
        let items = peer.document.items(&cv_paths::list(Section::Experience));
        assert_eq!(items.len(), 1);
        assert!(items[0].returned);
        assert_eq!(peer.text(EMPLOYER), "Ditta Rossi & Figli");
    }
    phone.delete(Section::Experience, ITEM);
    exchange(&mut phone, &mut desk);
    assert!(project_cv(&desk.document).experience.is_empty());
}

#[test]
fn an_entry_deleted_before_the_other_device_knew_it_stays_deleted() {
    let (mut phone, mut desk) = two_devices(EMPLOYER, "Ditta Rossi");
    phone.delete(Section::Experience, ITEM);
    exchange(&mut phone, &mut desk);
    assert!(project_cv(&phone.document).experience.is_empty());
    assert!(project_cv(&desk.document).experience.is_empty());
}

#[test]
fn typing_offline_makes_one_operation_for_a_field() {
    let mut phone = Peer::new(1);
    for length in 1..="Magazziniere".len() {
        phone.write(CvPlace::Profile, &"Magazziniere"[..length]);
    }
    assert_eq!(phone.document.operations().count(), 1);
    assert_eq!(phone.text(CvPlace::Profile), "Magazziniere");
}

#[test]
fn what_a_server_has_seen_is_built_upon_and_not_folded() {
    let (mut phone, mut desk) = two_devices(NAME, "Ana");
    let before = phone.document.operations().count();
    phone.write(NAME, "Anna");
    assert_eq!(phone.document.operations().count(), before + 1);
    exchange(&mut phone, &mut desk);
    assert_eq!(texts(&desk, NAME), vec!["Anna"]);
}

#[test]
fn a_long_row_of_patches_holds_whole_texts_in_between() {
    let (mut phone, mut desk) = two_devices(CvPlace::Profile, &"parola ".repeat(30));
    for turn in 0..100 {
        let text = format!("{} {turn}", phone.text(CvPlace::Profile));
        phone.write(CvPlace::Profile, &text);
        phone.send_to(&mut desk);
    }
    let path = cv_paths::path(CvPlace::Profile);
    let bodies = phone
        .document
        .operations()
        .map(|it| Body::decode(&it.body).unwrap());
    let of_profile: Vec<Content> = bodies
        .filter(|body| body.path == path)
        .map(|body| body.content)
        .collect();
    let runs = of_profile
        .split(Content::is_self_contained)
        .map(<[Content]>::len);
    assert!(runs.max().unwrap() < 32);
    assert!(
        of_profile
            .iter()
            .any(|content| matches!(content, Content::Patch(_)))
    );
    assert_eq!(desk.text(CvPlace::Profile), phone.text(CvPlace::Profile));
}

#[test]
fn what_a_newer_version_wrote_is_kept_and_passed_on_untouched() {
    let (mut phone, mut desk) = two_devices(NAME, "Anna");
    let mut newer = phone.document.operations().next().unwrap().clone();
    newer.id.counter = 99;
    newer.base = Vec::new();
    newer.extensions = vec![1, 2, 3];
    let mut unknown_place = newer.clone();
    unknown_place.id.counter = 100;
    let path = Path(vec![0x7e, 0x01]);
    unknown_place.register = RegisterKey::derive(DOCUMENT, &path.0);
    unknown_place.body = Body {
        path,
        content: Content::Unknown {
            kind: 250,
            bytes: vec![9; 4],
        },
    }
    .encode();
    let mut sealed = newer.clone();
    sealed.id.counter = 101;
    sealed.key.0 = 5;
    sealed.body = vec![0xff; 30];
    assert_eq!(phone.document.ingest(unknown_place.clone()), Ingested::New);
    assert_eq!(phone.document.ingest(sealed.clone()), Ingested::Unreadable);
    phone.send_to(&mut desk);
    let passed_on: Vec<_> = desk.document.operations().cloned().collect();
    assert!(passed_on.contains(&unknown_place) && passed_on.contains(&sealed));
    assert_eq!(desk.text(NAME), "Anna");
}

#[test]
fn a_value_of_an_unknown_kind_leaves_the_older_one_readable() {
    let (mut phone, _) = two_devices(NAME, "Anna");
    let old = phone
        .document
        .operations()
        .find(|it| Body::decode(&it.body).is_ok_and(|body| body.path == cv_paths::path(NAME)));
    let mut newer = old.unwrap().clone();
    newer.base = vec![newer.id];
    newer.id.counter = 77;
    newer.body = Body {
        path: cv_paths::path(NAME),
        content: Content::Unknown {
            kind: 250,
            bytes: vec![1],
        },
    }
    .encode();
    phone.document.ingest(newer);
    assert_eq!(phone.text(NAME), "Anna");
    phone.write(NAME, "Annalisa");
    assert_eq!(phone.text(NAME), "Annalisa");
}

#[test]
fn an_older_value_does_not_come_back_beside_a_newer_one_for_a_value_of_an_unknown_kind() {
    let (mut phone, mut desk) = two_devices(NAME, "Ana");
    let path = cv_paths::path(NAME);
    let old = phone.document.versions(&path)[0].operation;
    let found = phone.document.operations().find(|it| it.id == old);
    let mut newer = found.unwrap().clone();
    newer.base = vec![old];
    newer.id.counter = 77;
    newer.body = Body {
        path,
        content: Content::Unknown {
            kind: 250,
            bytes: vec![1],
        },
    }
    .encode();
    desk.write(NAME, "Anna");
    exchange(&mut phone, &mut desk);
    phone.document.ingest(newer);
    assert_eq!(texts(&phone, NAME), ["Anna"]);
    assert_eq!(phone.document.conflicts(), vec![]);
}

#[test]
fn of_two_values_that_exclude_each_other_the_later_is_shown_first() {
    for late in [0, 1] {
        let (mut phone, mut desk) = two_devices(NAME, "Ana");
        let later = if late == 0 { &mut phone } else { &mut desk };
        later.now_ms += 60_000;
        phone.write(NAME, "Anna");
        desk.write(NAME, "Hanna");
        exchange(&mut phone, &mut desk);
        let expected = ["Anna", "Hanna"][late];
        for peer in [&phone, &desk] {
            assert_eq!(peer.text(NAME), expected);
            assert_eq!(texts(peer, NAME)[0], expected);
        }
    }
}

#[test]
fn changes_at_both_ends_of_a_sentence_leave_its_middle_to_the_other() {
    let before = "Ho lavorato in magazzino per tre anni.";
    let (mut phone, mut desk) = two_devices(CvPlace::Profile, before);
    phone.write(
        CvPlace::Profile,
        "Avevo lavorato in magazzino per tre mesi.",
    );
    desk.write(CvPlace::Profile, "Ho lavorato in cantiere per tre anni.");
    exchange(&mut phone, &mut desk);
    for peer in [&phone, &desk] {
        assert_eq!(
            peer.text(CvPlace::Profile),
            "Avevo lavorato in cantiere per tre mesi."
        );
    }
}

#[test]
fn undo_takes_back_the_own_step_and_redo_brings_it_again() {
    let mut phone = Peer::new(1);
    phone.write(NAME, "Anna");
    phone.add(Section::Experience, ITEM, 0);
    phone.write(EMPLOYER, "Ditta Rossi");
    phone.delete(Section::Experience, ITEM);
    assert!(project_cv(&phone.document).experience.is_empty());
    phone.undo();
    assert_eq!(
        project_cv(&phone.document).experience[0].employer,
        "Ditta Rossi"
    );
    phone.undo();
    assert_eq!(phone.text(EMPLOYER), "");
    phone.redo();
    assert_eq!(phone.text(EMPLOYER), "Ditta Rossi");
    phone.undo();
    phone.undo();
    phone.undo();
    assert_eq!(phone.text(NAME), "");
    assert_eq!(phone.undo(), Undone::Nothing);
}

#[test]
fn undo_leaves_what_another_device_wrote_in_the_same_sentence() {
    let (mut phone, mut desk) = two_devices(CvPlace::Profile, "Cerco lavoro come operaio.");
    phone.write(CvPlace::Profile, "Cerco lavoro stabile come operaio.");
    exchange(&mut phone, &mut desk);
    desk.write(
        CvPlace::Profile,
        "Cerco lavoro stabile come operaio esperto.",
    );
    exchange(&mut phone, &mut desk);
    phone.undo();
    assert_eq!(
        phone.text(CvPlace::Profile),
        "Cerco lavoro come operaio esperto."
    );
}

#[test]
fn undo_of_words_another_device_changed_changes_nothing_and_says_so() {
    let (mut phone, mut desk) = two_devices(NAME, "Ana");
    phone.write(NAME, "Anna");
    exchange(&mut phone, &mut desk);
    desk.write(NAME, "Annalisa");
    exchange(&mut phone, &mut desk);
    assert!(matches!(phone.undo(), Undone::Overlap(_)));
    assert_eq!(phone.text(NAME), "Annalisa");
}

#[test]
fn entries_that_two_devices_put_at_one_place_can_be_moved_apart() {
    let (mut phone, mut desk) = two_devices(EMPLOYER, "Uno");
    phone.add(Section::Experience, ItemId(50), 1);
    desk.add(Section::Experience, ItemId(60), 1);
    exchange(&mut phone, &mut desk);
    phone.add(Section::Experience, ItemId(55), 2);
    phone.shift(Section::Experience, ItemId(60), 0);
    exchange(&mut phone, &mut desk);
    let order = |peer: &Peer| project_cv(&peer.document).entry_ids(Section::Experience);
    assert_eq!(
        order(&phone),
        vec![ItemId(60), ITEM, ItemId(50), ItemId(55)]
    );
    assert_eq!(order(&desk), order(&phone));
}
