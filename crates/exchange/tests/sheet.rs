//! A sheet arrives as it was handed over, as a file and as QR codes in any order; what is foreign, damaged or
//! made to harm is refused.

use approdo_domain::sheet::{
    ConsentField, Point, Sheet, SheetPlace, SheetRole, Step, StepField, WordsField,
};
use approdo_domain::{FieldKind, ItemId};
use approdo_exchange::sheet::{
    Collector, FrameError, SheetFileError, Taken, TooManyFrames, read_sheet, sheet_file,
    sheet_frames,
};
use proptest::prelude::*;

const FIRST_ID: u64 = 500;

/// What arrives of any sheet: its steps are numbered anew.
fn full(step_count: u64, texts: &[String]) -> Sheet {
    let mut sheet = Sheet::default();
    for name in ["cv-contacts", "interview-beginning", "training-hygiene"] {
        sheet
            .points
            .extend(name.parse().map(|id| (id, Point::default())));
    }
    let steps = (0..step_count).map(|number| Step::empty(ItemId(FIRST_ID + number)));
    sheet.steps = steps.collect();
    for (place, text) in sheet.places().into_iter().zip(texts.iter().cycle()) {
        match place.kind() {
            FieldKind::Flag => sheet.set_flag(place, text.len() % 2 == 1),
            _ => sheet.set_text(place, text),
        }
    }
    let last = sheet.steps.last().map(|step| step.id);
    if let Some(id) = last {
        sheet.set_text(
            SheetPlace::Step(id, StepField::What),
            "Chiedere del corso HACCP",
        );
    }
    sheet.points.retain(|_, point| point.is_given());
    sheet.role = SheetRole::Assessor.code().to_owned();
    sheet.erase_on.0 = "22/11/2026".to_owned();
    sheet
}

fn usual() -> Sheet {
    let mut sheet = full(3, &["Risponde sì e no, poi si ferma".to_owned()]);
    let consent = SheetPlace::Consent(ConsentField::Desk);
    sheet.set_text(consent, "22/11/2026");
    sheet
}

fn long() -> Sheet {
    let mut sheet = usual();
    let mut text = String::new();
    for number in 0..400_u32 {
        text += &format!("{:x} ", number.wrapping_mul(2_654_435_761));
    }
    sheet.set_text(SheetPlace::Words(WordsField::Notes), &text);
    sheet
}

fn collected(frames: &[String]) -> Option<Result<Sheet, SheetFileError>> {
    let mut collector = Collector::default();
    for frame in frames {
        collector.take(frame).ok()?;
    }
    collector.sheet(FIRST_ID)
}

/// What forty codes of version 12 hold.
const MOST_BYTES_IN_CODES: usize = 10_400;

proptest! {
    #[test]
    fn a_sheet_arrives_as_a_file(
        step_count in 0_u64..5,
        texts in proptest::collection::vec("\\PC{0,40}", 1..30),
    ) {
        let sheet = full(step_count, &texts);
        let read = read_sheet(&sheet_file(&sheet), FIRST_ID);
        prop_assert_eq!(read, Ok(sheet.to_hand_over()));
    }

    #[test]
    fn a_sheet_arrives_whatever_the_order_of_its_codes(
        texts in proptest::collection::vec("\\PC{0,200}", 20..40),
        order in proptest::collection::vec(any::<prop::sample::Index>(), 0..60),
    ) {
        let sheet = full(4, &texts);
        let Ok(frames) = sheet_frames(&sheet) else {
            // What is too long for codes is so only by its bytes, and arrives as a file.
            let file = sheet_file(&sheet);
            prop_assert!(file.len() > MOST_BYTES_IN_CODES);
            prop_assert_eq!(read_sheet(&file, FIRST_ID), Ok(sheet.to_hand_over()));
            return Ok(());
        };
        let mut seen: Vec<String> = order.iter().map(|index| index.get(&frames).clone()).collect();
        seen.extend(frames.iter().rev().cloned());
        prop_assert_eq!(collected(&seen), Some(Ok(sheet.to_hand_over())));
    }

    #[test]
    fn a_damaged_file_is_refused(at in any::<prop::sample::Index>(), change in 1_u8..) {
        let mut bytes = sheet_file(&usual());
        let at = at.index(bytes.len());
        bytes[at] ^= change;
        prop_assert!(read_sheet(&bytes, FIRST_ID).is_err());
        prop_assert!(read_sheet(&bytes[..at], FIRST_ID).is_err());
    }

    #[test]
    fn a_code_read_wrongly_is_not_taken(at in any::<prop::sample::Index>(), sign in "[0-9A-Z]") {
        let frame = sheet_frames(&usual()).unwrap().remove(0);
        let mut changed = frame.clone();
        let at = at.index(changed.len());
        changed.replace_range(at..=at, &sign);
        prop_assume!(changed != frame);
        prop_assert!(Collector::default().take(&changed).is_err());
    }

    #[test]
    fn any_text_is_taken_or_refused(texts in proptest::collection::vec("(APPRODO:S1:)?\\PC{0,60}", 0..9)) {
        let mut collector = Collector::default();
        for text in texts {
            prop_assert!(collector.take(&text).is_err());
        }
        prop_assert_eq!(collector.sheet(FIRST_ID), None);
    }
}

#[test]
fn nothing_is_complete_before_the_last_code() {
    let frames = sheet_frames(&long()).unwrap();
    assert!(frames.len() > 3);
    let mut collector = Collector::default();
    assert_eq!(collector.progress(), (0, 0));
    for frame in &frames[1..] {
        assert_eq!(collector.take(frame), Ok(Taken::New));
        assert_eq!(collector.take(frame), Ok(Taken::Known));
        assert_eq!(collector.sheet(FIRST_ID), None);
    }
    assert_eq!(collector.missing(), [1]);
    assert_eq!(collector.progress(), (frames.len() - 1, frames.len()));
    assert_eq!(collector.take(&frames[0]), Ok(Taken::New));
    assert_eq!(collector.sheet(FIRST_ID), Some(Ok(long().to_hand_over())));
}

#[test]
fn a_code_of_another_sheet_is_refused_and_what_was_seen_stays() {
    let mut collector = Collector::default();
    let frames = sheet_frames(&long()).unwrap();
    assert_eq!(collector.take(&frames[0]), Ok(Taken::New));
    let other = sheet_frames(&usual()).unwrap();
    assert_eq!(collector.take(&other[0]), Err(FrameError::OtherSheet));
    assert_eq!(collector.progress(), (1, frames.len()));
}

#[test]
fn each_foreign_code_is_told_apart() {
    let mut collector = Collector::default();
    for foreign in ["", "https://example.org", "APPRODO", "APPRODO:S1"] {
        assert_eq!(
            collector.take(foreign),
            Err(FrameError::Foreign),
            "{foreign}"
        );
    }
    assert_eq!(
        collector.take("APPRODO:S2:00"),
        Err(FrameError::OtherVersion)
    );
    assert_eq!(collector.take("APPRODO:S1:00"), Err(FrameError::Damaged));
}

#[test]
fn codes_are_of_a_size_that_phones_show_well() {
    for sheet in [Sheet::default(), usual(), long()] {
        for frame in sheet_frames(&sheet).unwrap() {
            // The most of a QR code of version 12 at level M, in its alphanumeric mode.
            assert!(frame.len() <= 419, "{}", frame.len());
            let is_close = |sign: char| {
                sign.is_ascii_uppercase() || sign.is_ascii_digit() || " $%*+-./:".contains(sign)
            };
            assert!(frame.chars().all(is_close));
        }
    }
}

#[test]
fn what_the_assessor_keeps_for_themselves_does_not_travel() {
    let read = read_sheet(&sheet_file(&usual()), FIRST_ID).unwrap();
    assert_eq!(read.sheet_role(), SheetRole::Candidate);
    assert!(read.erase_on.0.is_empty());
    assert_eq!(read.consents.desk.0, "22/11/2026");
}

#[test]
fn other_files_are_told_apart() {
    let mut newer = sheet_file(&usual());
    newer[4] = 9;
    assert_eq!(read_sheet(&newer, 1), Err(SheetFileError::OtherVersion(9)));
    assert_eq!(read_sheet(b"%PDF-1.7", 1), Err(SheetFileError::Foreign));
    assert_eq!(read_sheet(b"APSH", 1), Err(SheetFileError::Damaged));
    let mut endless = sheet_file(&usual());
    endless.resize(200_000, 0);
    assert_eq!(read_sheet(&endless, 1), Err(SheetFileError::TooLarge));
}

#[test]
fn a_file_that_would_fill_the_memory_is_refused() {
    let packed = miniz_oxide::deflate::compress_to_vec(&vec![0; 40_000_000], 9);
    let mut bytes = b"APSH\x01".to_vec();
    bytes.extend(crc32fast::hash(&packed).to_le_bytes());
    bytes.extend(packed);
    assert_eq!(read_sheet(&bytes, 1), Err(SheetFileError::Damaged));
}

#[test]
fn a_sheet_too_long_for_codes_still_goes_as_a_file() {
    let mut sheet = long();
    let mut text = String::new();
    for number in 0..9_000_u64 {
        text += &format!("{:x} ", number.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    }
    sheet.set_text(SheetPlace::Words(WordsField::Notes), &text[..60_000]);
    assert_eq!(sheet_frames(&sheet), Err(TooManyFrames));
    let read = read_sheet(&sheet_file(&sheet), FIRST_ID);
    assert_eq!(read, Ok(sheet.to_hand_over()));
}
