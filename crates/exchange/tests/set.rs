//! A prepared set arrives as it was handed over, as a file and as QR codes; what is foreign, damaged or made to harm
//! is refused, and a code of one kind is never taken for one of another.

use approdo_domain::ItemId;
use approdo_domain::practice::{MOST_SET_QUESTIONS, PreparedSet, SetQuestion, questions_text};
use approdo_exchange::codes::{CodeKind, Collector, FrameError, HandedError};
use approdo_exchange::set::{read_set, set_file, set_frames};
use approdo_exchange::sheet::{read_sheet, sheet_frames};
use proptest::prelude::*;

const ID: ItemId = ItemId(7);

fn set_of(questions: &[SetQuestion]) -> PreparedSet {
    PreparedSet {
        name: "Start Lab, Soresina".to_owned(),
        occupation: "warehouse-worker".to_owned(),
        questions: questions_text(questions),
        criteria: "cv-contacts interview-listening".to_owned(),
        received: true,
        ..PreparedSet::empty(ID)
    }
}

fn usual() -> PreparedSet {
    let ids = (1..=8).map(|number| SetQuestion::OfCatalog(format!("warehouse-question-{number}")));
    let own = SetQuestion::Own("Sai usare il lettore di codici a barre?".to_owned());
    set_of(&ids.chain([own]).collect::<Vec<_>>())
}

fn collected(frames: &[String]) -> Option<Result<PreparedSet, HandedError>> {
    let mut collector = Collector::default();
    for frame in frames {
        collector.take(frame).ok()?;
    }
    let (kind, bytes) = collector.whole()?.ok()?;
    assert_eq!(
        (kind, collector.kind()),
        (CodeKind::Set, Some(CodeKind::Set))
    );
    Some(read_set(&bytes, ID))
}

#[test]
fn a_usual_set_needs_one_code() {
    let frames = set_frames(&usual()).unwrap();
    assert_eq!(frames.len(), 1);
    assert!(frames[0].starts_with("APPRODO:Q1:"));
    assert_eq!(collected(&frames), Some(Ok(usual())));
}

#[test]
fn a_set_is_no_sheet_and_a_sheet_is_no_set() {
    assert_eq!(
        read_sheet(&set_file(&usual()), 1),
        Err(HandedError::Foreign)
    );
    assert_eq!(read_set(b"APSH", ID), Err(HandedError::Foreign));
    let mut collector = Collector::default();
    collector.take(&set_frames(&usual()).unwrap()[0]).unwrap();
    assert_eq!(collector.sheet(1), Some(Err(HandedError::Foreign)));
    let sheet = sheet_frames(&approdo_domain::sheet::Sheet::default()).unwrap();
    assert_eq!(collector.take(&sheet[0]), Err(FrameError::OtherSheet));
}

#[test]
fn a_letter_read_wrongly_makes_no_code_of_another_kind() {
    let set = set_frames(&usual()).unwrap().remove(0);
    let as_sheet = set.replacen("APPRODO:Q", "APPRODO:S", 1);
    assert_eq!(
        Collector::default().take(&as_sheet),
        Err(FrameError::Damaged)
    );
    let newer = set.replacen("APPRODO:Q1", "APPRODO:Q2", 1);
    assert_eq!(
        Collector::default().take(&newer),
        Err(FrameError::OtherVersion)
    );
    let unknown = set.replacen("APPRODO:Q", "APPRODO:W", 1);
    assert_eq!(
        Collector::default().take(&unknown),
        Err(FrameError::Foreign)
    );
}

#[test]
fn a_set_as_it_was_written_first_is_read_for_ever() {
    let golden = include_str!("golden/set_v1.txt").trim();
    let mut collector = Collector::default();
    collector.take(golden).unwrap();
    let (_, bytes) = collector.whole().unwrap().unwrap();
    assert_eq!(read_set(&bytes, ID), Ok(usual()));
}

#[test]
fn a_set_made_to_harm_is_cut() {
    let many: Vec<SetQuestion> = (0..5_000)
        .map(|n| SetQuestion::OfCatalog(format!("q-{n}")))
        .collect();
    let mut set = set_of(&many);
    set.name = "nome ".repeat(2_000);
    let read = read_set(&set_file(&set), ID).unwrap();
    assert_eq!(read.asked().len(), MOST_SET_QUESTIONS);
    assert!(read.name.len() <= 200);
}

fn any_question() -> impl Strategy<Value = SetQuestion> {
    prop_oneof![
        "[a-z][a-z0-9-]{0,30}".prop_map(SetQuestion::OfCatalog),
        "[\\PC&&[^\\s]][\\PC&&[^\\s]]{0,60}".prop_map(SetQuestion::Own),
    ]
}

proptest! {
    #[test]
    fn any_set_arrives_whatever_the_order_of_its_codes(
        questions in proptest::collection::vec(any_question(), 0..40),
        order in proptest::collection::vec(any::<prop::sample::Index>(), 0..20),
    ) {
        let mut set = set_of(&questions);
        set.questions = questions_text(&set.asked());
        let frames = set_frames(&set).unwrap();
        let mut seen: Vec<String> = order.iter().map(|index| index.get(&frames).clone()).collect();
        seen.extend(frames.iter().rev().cloned());
        prop_assert_eq!(collected(&seen), Some(Ok(set)));
    }

    #[test]
    fn a_damaged_file_is_refused(at in any::<prop::sample::Index>(), change in 1_u8..) {
        let mut bytes = set_file(&usual());
        let at = at.index(bytes.len());
        prop_assert!(read_set(&bytes[..at], ID).is_err());
        bytes[at] ^= change;
        prop_assert!(read_set(&bytes, ID).is_err());
    }

    #[test]
    fn a_code_read_wrongly_is_not_taken(at in any::<prop::sample::Index>(), sign in "[0-9A-Z]") {
        let frame = set_frames(&usual()).unwrap().remove(0);
        let mut changed = frame.clone();
        let at = at.index(changed.len());
        changed.replace_range(at..=at, &sign);
        prop_assume!(changed != frame);
        prop_assert!(Collector::default().take(&changed).is_err());
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(read_set(&bytes, ID).is_err());
        let mut marked = b"APQS\x01".to_vec();
        marked.extend(bytes);
        prop_assert!(read_set(&marked, ID).is_err());
    }
}
