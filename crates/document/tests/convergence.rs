//! Whatever several people do at once, and however it reaches the others, all see the same.

mod common;

use approdo_document::{
    Body, Content, Document, KeyId, Operation, OperationId, Path, RegisterKey, SpaceId, Stamp,
    TextPatch, WriterId, cv_paths, project_cv,
};
use approdo_domain::{CvPlace, DrivingCategory, ExperienceField, ItemId, PersonalField, Section};
use common::{DOCUMENT, Peer};
use proptest::prelude::*;
use proptest::sample::Index;
use std::collections::BTreeSet;

const PEERS: usize = 3;

#[derive(Debug, Clone)]
enum Action {
    Write {
        place: u8,
        item: Index,
        text: String,
    },
    Flag {
        on: bool,
    },
    Add {
        position: usize,
    },
    Move {
        item: Index,
        position: usize,
    },
    Delete {
        item: Index,
    },
    Undo,
    Redo,
    Send {
        to: usize,
    },
}

fn any_action() -> impl Strategy<Value = (usize, Action)> {
    let text = prop_oneof!["[abc]{0,3}( [abc]{1,3}){0,5}", ".{0,12}"];
    let action = prop_oneof![
        6 => (0u8..4, any::<Index>(), text)
            .prop_map(|(place, item, text)| Action::Write { place, item, text }),
        1 => any::<bool>().prop_map(|on| Action::Flag { on }),
        2 => (0usize..4).prop_map(|position| Action::Add { position }),
        2 => (any::<Index>(), 0usize..5)
            .prop_map(|(item, position)| Action::Move { item, position }),
        2 => any::<Index>().prop_map(|item| Action::Delete { item }),
        2 => Just(Action::Undo),
        1 => Just(Action::Redo),
        4 => (0usize..PEERS).prop_map(|to| Action::Send { to }),
    ];
    (0usize..PEERS, action)
}

fn some_item(peer: &Peer, index: &Index) -> Option<ItemId> {
    let items = peer.document.items(&cv_paths::list(Section::Experience));
    (!items.is_empty()).then(|| index.get(&items).id)
}

fn perform(peers: &mut [Peer], (actor, action): &(usize, Action), step: u64) {
    let peer = &mut peers[*actor];
    match action {
        Action::Write { place, item, text } => {
            let place = match (place, some_item(peer, item)) {
                (0, _) => CvPlace::Profile,
                (1, _) => CvPlace::Personal(PersonalField::FamilyName),
                (2, Some(item)) => CvPlace::Experience(item, ExperienceField::Description),
                (_, Some(item)) => CvPlace::Experience(item, ExperienceField::Employer),
                _ => CvPlace::Profile,
            };
            peer.write(place, text);
        }
        Action::Flag { on } => peer.flag(CvPlace::Driving(DrivingCategory::B), *on),
        Action::Add { position } => peer.add(Section::Experience, ItemId(step), *position),
        Action::Move { item, position } => {
            if let Some(item) = some_item(peer, item) {
                peer.shift(Section::Experience, item, *position);
            }
        }
        Action::Delete { item } => {
            if let Some(item) = some_item(peer, item) {
                peer.delete(Section::Experience, item);
            }
        }
        Action::Undo => drop(peer.undo()),
        Action::Redo => drop(peer.redo()),
        Action::Send { to } if to != actor => {
            if let Ok([from, to]) = peers.get_disjoint_mut([*actor, *to]) {
                from.send_to(to);
            }
        }
        Action::Send { .. } => {}
    }
}

fn play(actions: &[(usize, Action)]) -> Vec<Peer> {
    let mut peers: Vec<Peer> = (1..=3).map(Peer::new).collect();
    for (step, action) in (1u64..).zip(actions) {
        perform(&mut peers, action, step);
    }
    peers
}

fn all_operations(peers: &[Peer]) -> Vec<Operation> {
    let mut seen = BTreeSet::new();
    let all = peers.iter().flat_map(|peer| peer.document.operations());
    all.filter(|operation| seen.insert(operation.id))
        .cloned()
        .collect()
}

fn rebuild<'a>(operations: impl IntoIterator<Item = &'a Operation>) -> Document {
    let mut document = Document::new(DOCUMENT, SpaceId::of_document(DOCUMENT));
    for operation in operations {
        document.ingest(operation.clone());
    }
    document
}

fn heads(document: &Document) -> BTreeSet<OperationId> {
    document.heads().collect()
}

/// Many histories, unless the environment says how many.
fn many_cases() -> ProptestConfig {
    match std::env::var_os("PROPTEST_CASES") {
        Some(_) => ProptestConfig::default(),
        None => ProptestConfig::with_cases(1_500),
    }
}

proptest! {
    #![proptest_config(many_cases())]

    #[test]
    fn every_order_duplication_and_part_of_the_edits_leads_to_the_same_cv(
        actions in proptest::collection::vec(any_action(), 1..40),
        shuffled_from in any::<u64>(),
        part in any::<Index>(),
    ) {
        let peers = play(&actions);
        let operations = all_operations(&peers);
        let expected = rebuild(&operations);
        let mut shuffled = operations.clone();
        shuffled.sort_by_cached_key(|operation| {
            (operation.id.counter ^ shuffled_from).wrapping_mul(0x9e37_79b9_7f4a_7c15)
                ^ u64::from(operation.id.writer.0[0]).wrapping_mul(shuffled_from | 1)
        });
        // First a part, shown as it is, then everything, some of it for the second time.
        let mut document = rebuild(&shuffled[..part.index(shuffled.len() + 1)]);
        let _ = project_cv(&document);
        for operation in shuffled.iter().rev() {
            document.ingest(operation.clone());
        }
        prop_assert_eq!(project_cv(&document), project_cv(&expected));
        prop_assert_eq!(heads(&document), heads(&expected));
        prop_assert_eq!(document.conflicts(), expected.conflicts());
    }

    #[test]
    fn every_value_that_left_a_device_can_still_be_read(
        actions in proptest::collection::vec(any_action(), 1..40),
    ) {
        let peers = play(&actions);
        let operations = all_operations(&peers);
        let document = rebuild(&operations);
        for operation in &operations {
            let body = Body::decode(&operation.body).unwrap();
            if let Content::Text(text) = body.content {
                let known = document.history(&body.path);
                prop_assert!(known.iter().any(|version| version.text == text));
            }
        }
    }

    #[test]
    fn showing_a_merged_cv_never_makes_an_edit(
        actions in proptest::collection::vec(any_action(), 1..40),
    ) {
        let mut peers = play(&actions);
        let document = rebuild(&all_operations(&peers));
        for operation in document.operations() {
            let path = Body::decode(&operation.body).unwrap().path;
            let shown = document.text(&path).text;
            let again = peers[0].author.set_text(&document, &path, &shown, 5_000_000);
            prop_assert_eq!(again, None);
        }
    }

    #[test]
    fn hostile_histories_are_shown_and_converge(
        seeds in proptest::collection::vec(
            (0u8..3, 0u64..6, proptest::collection::vec((0u8..3, 0u64..6), 0..3), 0u8..6), 1..14),
    ) {
        let mut known = BTreeSet::new();
        let operations: Vec<Operation> = seeds
            .iter()
            .map(|(writer, counter, base, kind)| hostile(*writer, *counter, base, *kind))
            .filter(|operation| known.insert(operation.id))
            .collect();
        let forward = rebuild(&operations);
        let backward = rebuild(operations.iter().rev());
        prop_assert_eq!(project_cv(&forward), project_cv(&backward));
        prop_assert_eq!(heads(&forward), heads(&backward));
    }
}

/// An operation with any base at all, cycles and itself included, and a value of any kind.
fn hostile(writer: u8, counter: u64, base: &[(u8, u64)], kind: u8) -> Operation {
    let id = |writer: u8, counter| OperationId {
        writer: WriterId([writer; 16]),
        counter,
    };
    let entry = cv_paths::entry(Section::Experience, ItemId(1));
    let (path, content) = match kind {
        0 => (
            cv_paths::path(CvPlace::Profile),
            Content::Text(format!("{writer} {counter}")),
        ),
        1 => (
            cv_paths::path(CvPlace::Profile),
            Content::Patch(TextPatch::between("a b c", &format!("a {counter} c"))),
        ),
        2 => (cv_paths::path(CvPlace::Profile), Content::Flag(true)),
        3 => (entry.order(), Content::Order(vec![writer, 0xff])),
        4 => (entry.deletion(), Content::Deleted(vec![id(0, 1), id(1, 2)])),
        _ => (
            Path(vec![0x7e]),
            Content::Unknown {
                kind: 200,
                bytes: vec![counter as u8],
            },
        ),
    };
    Operation {
        space: SpaceId::of_document(DOCUMENT),
        document: DOCUMENT,
        register: RegisterKey::derive(DOCUMENT, &path.0),
        id: id(writer, counter),
        base: base
            .iter()
            .map(|(writer, counter)| id(*writer, *counter))
            .collect(),
        self_contained: content.is_self_contained(),
        blobs: Vec::new(),
        key: KeyId::default(),
        stamp: Stamp {
            millis: counter * 7 % 5,
            logical: 0,
        },
        extensions: Vec::new(),
        body: Body { path, content }.encode(),
    }
}
