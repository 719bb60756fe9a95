//! Format 1 of operations, their bodies and the places of a CV: bytes that are read for ever. A new
//! kind or place fails here until its line is added; no line is ever changed or removed.

use approdo_document::{
    Author, BlobHash, Body, Content, Document, DocumentId, DocumentKind, KeyId, Operation,
    OperationId, Path, RegisterKey, SpaceId, Stamp, TextPatch, WriterId, application_paths,
    cv_paths, kind_path, letter_paths, practice_paths, project_cv, sheet_paths,
};
use approdo_domain::application::ApplicationPlace;
use approdo_domain::check::{CheckRule, FindingKey};
use approdo_domain::letter::LetterPlace;
use approdo_domain::practice::{self, Answer, ChecklistItem, OwnQuestion, PracticeChecklist};
use approdo_domain::sheet::{PointField, SheetPlace, StepField};
use approdo_domain::{CvPlace, ExperienceField, Heading, ItemId, LanguageField, Section};
use std::collections::BTreeMap;
use std::fmt::Write as _;

const BODIES: &str = include_str!("golden/v1/bodies.txt");
const OPERATIONS: &str = include_str!("golden/v1/operations.txt");
const HEADING_PLACES: &str = include_str!("golden/v1/heading_places.txt");
const PUT_OFF: &str = include_str!("golden/v1/put_off.txt");
const PATHS: &str = include_str!("golden/v1/paths.txt");
const APPLICATION_PATHS: &str = include_str!("golden/v1/application_paths.txt");
const PRACTICE_PATHS: &str = include_str!("golden/v1/practice_paths.txt");
const SHEET_PATHS: &str = include_str!("golden/v1/sheet_paths.txt");
const LETTER_PATHS: &str = include_str!("golden/v1/letter_paths.txt");

const ITEM: ItemId = ItemId(0x0102_0304_0506_0708);

/// Reads lines of `name hexadecimal-bytes`.
fn golden(lines: &str) -> BTreeMap<&str, &str> {
    lines
        .lines()
        .filter_map(|line| line.split_once(' '))
        .collect()
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing into a text has no way to fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn bytes(hexadecimal: &str) -> Vec<u8> {
    let digits = |start: usize| hexadecimal.get(start..start + 2).unwrap_or_default();
    let starts = (0..hexadecimal.len()).step_by(2);
    starts
        .filter_map(|start| u8::from_str_radix(digits(start), 16).ok())
        .collect()
}

/// Compares what this code writes with a file of golden lines, both ways.
fn check(lines: &str, written: &BTreeMap<String, Vec<u8>>) {
    let golden = golden(lines);
    let mut missing = String::new();
    for (name, bytes) in written {
        let hexadecimal = hexadecimal(bytes);
        match golden.get(name.as_str()) {
            Some(line) => assert_eq!(*line, hexadecimal, "{name} is written in other bytes"),
            None => missing += &format!("{name} {hexadecimal}\n"),
        }
    }
    assert!(missing.is_empty(), "golden lines to add:\n{missing}");
    for name in golden.keys() {
        assert!(
            written.contains_key(*name),
            "nothing writes {name} any more"
        );
    }
}

fn id(writer: u8, counter: u64) -> OperationId {
    OperationId {
        writer: WriterId([writer; 16]),
        counter,
    }
}

/// One body of each kind; a new kind must be named here to compile, and then needs its line.
fn bodies() -> BTreeMap<String, Body> {
    let texts = ("Addetta al magazzino", "Addetta al magazzino e perché no");
    let contents = [
        Content::Text("Società «L’Orto»\n12 coperti".to_owned()),
        Content::Flag(true),
        Content::Flag(false),
        Content::Order(vec![0x80, 0x01, 0xff]),
        Content::Patch(TextPatch::between(texts.0, texts.1)),
        Content::Deleted(vec![id(1, 2), id(3, 400)]),
        Content::Unknown {
            kind: 200,
            bytes: vec![1, 2, 3],
        },
    ];
    let path = cv_paths::path(CvPlace::Experience(ITEM, ExperienceField::Description));
    let named = contents.map(|content| {
        let name = match &content {
            Content::Text(_) => "text",
            Content::Flag(true) => "flag-yes",
            Content::Flag(false) => "flag-no",
            Content::Order(_) => "order",
            Content::Patch(_) => "patch",
            Content::Deleted(_) => "deleted",
            Content::Unknown { .. } => "kind-200",
        };
        let path = path.clone();
        (name.to_owned(), Body { path, content })
    });
    named.into()
}

#[test]
fn every_kind_of_body_is_read_and_written_as_ever() {
    let bodies = bodies();
    let written = bodies
        .iter()
        .map(|(name, body)| (name.clone(), body.encode()));
    check(BODIES, &written.collect());
    for (name, line) in golden(BODIES) {
        let read = Body::decode(&bytes(line));
        assert_eq!(read.as_ref(), Ok(&bodies[name]), "{name}");
    }
}

#[test]
fn a_patch_of_old_still_makes_its_text() {
    let line = golden(BODIES)["patch"];
    let Ok(Body {
        content: Content::Patch(patch),
        ..
    }) = Body::decode(&bytes(line))
    else {
        panic!("the golden patch is not read as one");
    };
    let made = patch.apply("Addetta al magazzino");
    assert_eq!(made.as_deref(), Some("Addetta al magazzino e perché no"));
}

fn operations() -> BTreeMap<String, Operation> {
    let body = bodies()["text"].encode();
    let document = DocumentId([0xd0; 16]);
    let path = cv_paths::path(CvPlace::Experience(ITEM, ExperienceField::Description));
    let first = Operation {
        space: SpaceId::of_document(document),
        document,
        register: RegisterKey::derive(document, &path.0),
        id: id(0xa1, 1),
        base: Vec::new(),
        self_contained: true,
        blobs: Vec::new(),
        key: KeyId(0),
        stamp: Stamp {
            millis: 1_795_305_600_000,
            logical: 0,
        },
        extensions: Vec::new(),
        body,
    };
    let full = Operation {
        space: SpaceId([0x50; 16]),
        id: id(0xa2, 70_000),
        base: vec![id(0xa1, 1), id(0xa1, 300)],
        self_contained: false,
        blobs: vec![BlobHash([0xb1; 32]), BlobHash([0xb2; 32])],
        key: KeyId(9),
        stamp: Stamp {
            millis: 1_795_305_600_001,
            logical: 129,
        },
        extensions: vec![0x01, 0x02, 0xaa, 0xbb],
        body: vec![0xee; 5],
        ..first.clone()
    };
    [("first".to_owned(), first), ("full".to_owned(), full)].into()
}

#[test]
fn operations_are_read_written_and_hashed_as_ever() {
    let mut written = BTreeMap::new();
    for (name, operation) in operations() {
        let bytes = postcard::to_allocvec(&operation).unwrap();
        assert_eq!(postcard::from_bytes(&bytes), Ok(operation.clone()));
        written.insert(format!("{name}-hash"), operation.hash().0.to_vec());
        written.insert(name, bytes);
    }
    check(OPERATIONS, &written);
}

#[test]
fn an_operation_of_old_is_shown() {
    let line = golden(OPERATIONS)["first"];
    let operation: Operation = postcard::from_bytes(&bytes(line)).unwrap();
    let mut document = Document::new(operation.document, operation.space);
    document.ingest(operation);
    let path = cv_paths::path(CvPlace::Experience(ITEM, ExperienceField::Description));
    assert_eq!(document.text(&path).text, "Società «L’Orto»\n12 coperti");
}

/// Every place of a CV; a new one must be named here to compile, and then needs its line.
fn name(place: CvPlace) -> String {
    match place {
        CvPlace::Title => "title".to_owned(),
        CvPlace::Photo => "photo".to_owned(),
        CvPlace::Profile => "profile".to_owned(),
        CvPlace::OwnCar => "own-car".to_owned(),
        CvPlace::Hobbies => "hobbies".to_owned(),
        CvPlace::PrivacySentence => "privacy-sentence".to_owned(),
        CvPlace::Personal(field) => format!("personal/{field:?}"),
        CvPlace::Driving(category) => format!("driving/{category:?}"),
        CvPlace::Digital(field) => format!("digital/{field:?}"),
        CvPlace::Availability(field) => format!("availability/{field:?}"),
        CvPlace::Permit(field) => format!("permit/{field:?}"),
        CvPlace::Look(field) => format!("look/{field:?}"),
        CvPlace::Phone(_, field) => format!("phones/{field:?}"),
        CvPlace::Experience(_, field) => format!("experience/{field:?}"),
        CvPlace::Education(_, field) => format!("education/{field:?}"),
        CvPlace::Language(_, LanguageField::Level(skill)) => format!("languages/Level/{skill:?}"),
        CvPlace::Language(_, field) => format!("languages/{field:?}"),
        CvPlace::Skill(_, field) => format!("skills/{field:?}"),
        CvPlace::Certificate(_, field) => format!("certificates/{field:?}"),
        CvPlace::Publication(_, field) => format!("publications/{field:?}"),
        CvPlace::Reference(_, field) => format!("references/{field:?}"),
        CvPlace::OwnSection(_, field) => format!("own-sections/{field:?}"),
        CvPlace::Heading(heading, field) => format!("headings/{heading:?}/{field:?}"),
        CvPlace::EntryHidden(section, _) => format!("{section:?}/hidden"),
    }
}

fn places() -> BTreeMap<String, Path> {
    let mut places = CvPlace::single_places();
    for section in Section::ALL {
        places.extend(section.places_of_entry(ITEM));
    }
    let mut paths = BTreeMap::new();
    for place in places {
        let path = cv_paths::path(place);
        assert_eq!(cv_paths::place(&path), Some(place));
        paths.insert(name(place), path);
    }
    paths
}

#[test]
fn every_place_has_the_path_it_always_had() {
    let mut paths = places();
    paths.insert("kind".to_owned(), kind_path());
    paths.insert("removed".to_owned(), cv_paths::removed());
    paths.insert("origin".to_owned(), cv_paths::origin());
    let same = cv_paths::same_in_both_languages(CvPlace::Profile);
    paths.insert("profile-same-in-both-languages".to_owned(), same);
    for heading in Heading::USUAL {
        let order = cv_paths::heading(heading).order();
        paths.insert(format!("headings/{heading:?}/order"), order);
    }
    for section in Section::ALL {
        let item = cv_paths::entry(section, ITEM);
        paths.insert(format!("{section:?}/order"), item.order());
        paths.insert(format!("{section:?}/deletion"), item.deletion());
    }
    let written = paths.into_iter().map(|(name, path)| (name, path.0));
    check(PATHS, &written.collect());
}

#[test]
fn every_place_of_a_letter_has_the_path_it_always_had() {
    let places = LetterPlace::all().into_iter();
    let written = places.map(|place| {
        let path = letter_paths::path(place);
        assert_eq!(letter_paths::place(&path), Some(place));
        (format!("{place:?}"), path.0)
    });
    let mut written: BTreeMap<String, Vec<u8>> = written.collect();
    assert_eq!(written.len(), LetterPlace::all().len());
    let advice = FindingKey {
        rule: CheckRule::OpenBlank,
        place: LetterPlace::Title,
        text_hash: 0x0a0b_0c0d_0e0f_1011,
    };
    written.insert("put-off".to_owned(), letter_paths::put_off(advice).0);
    check(LETTER_PATHS, &written);
}

#[test]
fn every_place_of_an_application_has_the_path_it_always_had() {
    let places = ApplicationPlace::all().into_iter();
    let written = places.map(|place| {
        let path = application_paths::path(place);
        assert_eq!(application_paths::place(&path), Some(place));
        (format!("{place:?}"), path.0)
    });
    let written: BTreeMap<String, Vec<u8>> = written.collect();
    assert_eq!(written.len(), ApplicationPlace::all().len());
    check(APPLICATION_PATHS, &written);
}

#[test]
fn every_place_of_a_practice_has_the_path_it_always_had() {
    let mut list = PracticeChecklist::empty(ITEM);
    let inner = ItemId(0x1112_1314_1516_1718);
    list.items = vec![ChecklistItem::empty(inner)];
    let mut practice = practice::Practice::default();
    practice.answers.push(Answer::empty(ITEM));
    practice.own_questions.push(OwnQuestion::empty(ITEM));
    practice.checklists.push(list);
    practice.sets.push(practice::PreparedSet::empty(ITEM));
    practice.mocks.push(practice::MockInterview::empty(ITEM));
    let asked = practice::MockQuestion::empty(inner);
    practice.mocks[0].questions.push(asked);
    let written = practice.places().into_iter().map(|place| {
        let path = practice_paths::path(place);
        assert_eq!(practice_paths::place(&path), Some(place));
        let name = format!("{place:?}").replace(&format!("{ITEM:?}"), "item");
        let name = name.replace(&format!("{inner:?}"), "inner");
        (name.replace(' ', ""), path.0)
    });
    check(PRACTICE_PATHS, &written.collect());
}

#[test]
fn every_place_of_a_sheet_has_the_path_it_always_had() {
    let criterion = "cv-contacts".parse().unwrap();
    let mut places = SheetPlace::single_places();
    places.extend(PointField::ALL.map(|field| SheetPlace::Point(criterion, field)));
    places.extend(StepField::ALL.map(|field| SheetPlace::Step(ITEM, field)));
    let mut written = BTreeMap::new();
    for place in &places {
        let path = sheet_paths::path(*place);
        assert_eq!(sheet_paths::place(&path), Some(*place));
        let name = match place {
            SheetPlace::Point(_, field) => format!("Point({field:?})"),
            SheetPlace::Step(_, field) => format!("Step({field:?})"),
            place => format!("{place:?}"),
        };
        written.insert(name, path.0);
    }
    assert_eq!(written.len(), places.len());
    let item = sheet_paths::step(ITEM);
    written.insert("Step/order".to_owned(), item.order().0);
    written.insert("Step/deletion".to_owned(), item.deletion().0);
    check(SHEET_PATHS, &written);
}

#[test]
fn kinds_of_documents_keep_their_names() {
    let names = [
        DocumentKind::Cv,
        DocumentKind::Letter,
        DocumentKind::Application,
        DocumentKind::Practice,
        DocumentKind::Sheet,
    ]
    .map(DocumentKind::name);
    let kept = ["letter", "application", "practice", "sheet"].map(Some);
    assert_eq!(names[0], None);
    assert_eq!(names[1..], kept);
}

/// Where a moved heading lands depends on where the others stand: these places never change.
#[test]
fn a_moved_heading_stands_where_it_always_stood() {
    let mut document = Document::new(DocumentId([0xd0; 16]), SpaceId([0x50; 16]));
    let mut author = Author::new(WriterId([0xa1; 16]));
    let mut written = BTreeMap::new();
    for position in 1..Heading::USUAL.len() {
        let fresh = document.clone();
        let change = author.move_heading(&fresh, Heading::Profile, position, 1_000);
        let operations = change.map(|change| change.operations).unwrap_or_default();
        let body = Body::decode(&operations[0].body);
        let Ok(Body {
            content: Content::Order(order),
            ..
        }) = body
        else {
            panic!("a move writes a place");
        };
        written.insert(format!("profile-at-{position:02}"), order);
    }
    let references = author.move_heading(&document, Heading::References, 0, 1_000);
    document.apply(&references.unwrap());
    assert_eq!(project_cv(&document).order[0], Heading::References);
    check(HEADING_PLACES, &written);
}

/// A new rule fails here until its line is added.
#[test]
fn advice_that_was_put_off_stays_put_off_for_ever() {
    let place = CvPlace::Experience(ITEM, ExperienceField::Description);
    let written = CheckRule::ALL.map(|rule| {
        let advice = FindingKey {
            rule,
            place,
            text_hash: 0x0a0b_0c0d_0e0f_1011,
        };
        (rule.id().to_owned(), cv_paths::put_off(advice).0)
    });
    check(PUT_OFF, &written.into());
}
