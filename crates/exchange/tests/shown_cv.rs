//! A candidate's CV arrives as it was shown, without what is sensitive and only if the candidate agreed; what is foreign,
//! damaged or made to harm is refused.

use approdo_domain::{ExportChoice, ItemId};
use approdo_exchange::codes::{CodeKind, Collector, HandedError};
use approdo_exchange::export::approdo_json;
use approdo_exchange::set::read_set;
use approdo_exchange::sheet::read_sheet;
use approdo_exchange::shown_cv::{ShownCv, read_shown_cv, shown_cv_file, shown_cv_frames};
use approdo_testkit::cv::{full_cv, sample_cv};
use proptest::prelude::*;

fn shown(json: &str) -> ShownCv {
    ShownCv {
        name: "Anna Rossi".to_owned(),
        agreed_on: "23/11/2026".to_owned(),
        json: json.trim().to_owned(),
    }
}

fn usual() -> ShownCv {
    shown(&approdo_json(
        &sample_cv().for_export(ExportChoice::default()),
    ))
}

fn collected(frames: &[String]) -> Option<Result<ShownCv, HandedError>> {
    let mut collector = Collector::default();
    for frame in frames {
        collector.take(frame).ok()?;
    }
    let (kind, bytes) = collector.whole()?.ok()?;
    assert_eq!(kind, CodeKind::Cv);
    Some(read_shown_cv(&bytes))
}

#[test]
fn a_usual_cv_needs_few_codes_and_one_with_every_part_still_arrives() {
    let frames = shown_cv_frames(&usual()).unwrap();
    assert!(frames.len() <= 5, "{} codes", frames.len());
    assert!(frames[0].starts_with("APPRODO:C1:"));
    assert_eq!(collected(&frames), Some(Ok(usual())));

    let full = full_cv().for_export(ExportChoice::default());
    let full = shown(&approdo_json(&full));
    assert_eq!(collected(&shown_cv_frames(&full).unwrap()), Some(Ok(full)));
}

#[test]
fn a_cv_is_neither_a_sheet_nor_a_set() {
    let bytes = shown_cv_file(&usual());
    assert_eq!(read_sheet(&bytes, 1), Err(HandedError::Foreign));
    assert_eq!(read_set(&bytes, ItemId(1)), Err(HandedError::Foreign));
    assert_eq!(read_shown_cv(b"APSH"), Err(HandedError::Foreign));
}

#[test]
fn without_the_day_on_which_the_candidate_agreed_nothing_is_read() {
    for day in ["", "  ", "domani", "23/11/2026 e poi per sempre"] {
        let mut without = usual();
        without.agreed_on = day.to_owned();
        let read = read_shown_cv(&shown_cv_file(&without));
        assert_eq!(read, Err(HandedError::Damaged), "{day}");
    }
    assert_eq!(
        read_shown_cv(&shown_cv_file(&shown(""))),
        Err(HandedError::Damaged)
    );
}

#[test]
fn a_name_made_to_harm_is_cut_and_stays_on_its_line() {
    let mut sent = usual();
    sent.name = "Anna\nRossi ".repeat(200);
    let read = read_shown_cv(&shown_cv_file(&sent)).unwrap();
    assert!(read.name.chars().count() <= 200);
    assert!(read.name.starts_with("Anna Rossi Anna"));
    assert_eq!(read.json, sent.json);
}

#[test]
fn a_cv_as_it_was_shown_first_is_read_for_ever() {
    let golden = include_str!("golden/shown_cv_v1.txt").trim();
    let mut collector = Collector::default();
    collector.take(golden).unwrap();
    let (kind, bytes) = collector.whole().unwrap().unwrap();
    assert_eq!(kind, CodeKind::Cv);
    assert_eq!(read_shown_cv(&bytes), Ok(shown("{\"cv\":{}}")));
}

proptest! {
    #[test]
    fn any_cv_arrives_whatever_the_order_of_its_codes(
        json in "[\\PC&&[^\\s]]{1,40}([\\PC ]{0,400}[\\PC&&[^\\s]])?",
        order in proptest::collection::vec(any::<prop::sample::Index>(), 0..20),
    ) {
        let sent = shown(&json);
        let frames = shown_cv_frames(&sent).unwrap();
        let mut seen: Vec<String> = order.iter().map(|index| index.get(&frames).clone()).collect();
        seen.extend(frames.iter().rev().cloned());
        prop_assert_eq!(collected(&seen), Some(Ok(sent)));
    }

    #[test]
    fn a_damaged_file_is_refused(at in any::<prop::sample::Index>(), change in 1_u8..) {
        let mut bytes = shown_cv_file(&usual());
        let at = at.index(bytes.len());
        prop_assert!(read_shown_cv(&bytes[..at]).is_err());
        bytes[at] ^= change;
        prop_assert!(read_shown_cv(&bytes).is_err());
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(read_shown_cv(&bytes).is_err());
        let mut marked = b"APCV\x01".to_vec();
        marked.extend(bytes);
        prop_assert!(read_shown_cv(&marked).is_err());
    }
}
