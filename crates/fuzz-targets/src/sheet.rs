//! A feedback sheet, a prepared set or a CV from another phone, as a file or as the texts of QR codes, one a line: it is read
//! or refused. What was read can be handed on, and arrives the same.

use approdo_domain::ItemId;
use approdo_domain::practice::PreparedSet;
use approdo_domain::sheet::Sheet;
use approdo_exchange::codes::CodeKind;
use approdo_exchange::set::{read_set, set_file, set_frames};
use approdo_exchange::sheet::{Collector, read_sheet, sheet_file, sheet_frames};
use approdo_exchange::shown_cv::{ShownCv, read_shown_cv, shown_cv_file, shown_cv_frames};

/// Longer input only takes longer.
const MOST_BYTES: usize = 32 * 1024;
/// From which number on the steps of a plan are named.
const FIRST_ID: u64 = u64::MAX - 1;
/// What a set is known by.
const ID: ItemId = ItemId(7);

pub(crate) fn check(bytes: &[u8]) {
    if bytes.len() > MOST_BYTES {
        return;
    }
    if let Ok(sheet) = read_sheet(bytes, FIRST_ID) {
        check_handing_on(&sheet);
    }
    if let Ok(set) = read_set(bytes, ID) {
        check_handing_on_a_set(&set);
    }
    if let Ok(shown) = read_shown_cv(bytes) {
        check_handing_on_a_cv(&shown);
    }
    let mut collector = Collector::default();
    for line in String::from_utf8_lossy(bytes).lines() {
        // What is refused is a promise too: nothing panics.
        let _ = collector.take(line);
        let (seen, all) = collector.progress();
        assert!(seen <= all && collector.missing().len() == all - seen);
    }
    if let Some(Ok(sheet)) = collector.sheet(FIRST_ID) {
        check_handing_on(&sheet);
    }
    if let Some(Ok((CodeKind::Set, bytes))) = collector.whole()
        && let Ok(set) = read_set(&bytes, ID)
    {
        check_handing_on_a_set(&set);
    }
    if let Some(Ok((CodeKind::Cv, bytes))) = collector.whole()
        && let Ok(shown) = read_shown_cv(&bytes)
    {
        check_handing_on_a_cv(&shown);
    }
}

fn check_handing_on_a_cv(shown: &ShownCv) {
    let again = read_shown_cv(&shown_cv_file(shown));
    assert_eq!(again.as_ref(), Ok(shown));
    let Ok(frames) = shown_cv_frames(shown) else {
        return;
    };
    let mut collector = Collector::default();
    for frame in frames.iter().rev() {
        assert!(collector.take(frame).is_ok());
    }
    assert!(
        matches!(collector.whole(), Some(Ok((CodeKind::Cv, bytes))) if read_shown_cv(&bytes) == again)
    );
}

fn check_handing_on_a_set(set: &PreparedSet) {
    let again = read_set(&set_file(set), ID);
    assert_eq!(again.as_ref(), Ok(set));
    let Ok(frames) = set_frames(set) else {
        return;
    };
    let mut collector = Collector::default();
    for frame in frames.iter().rev() {
        assert!(collector.take(frame).is_ok());
    }
    assert!(
        matches!(collector.whole(), Some(Ok((CodeKind::Set, bytes))) if read_set(&bytes, ID) == again)
    );
}

fn check_handing_on(sheet: &Sheet) {
    let again = read_sheet(&sheet_file(sheet), FIRST_ID);
    assert_eq!(again.as_ref(), Ok(sheet));
    let Ok(frames) = sheet_frames(sheet) else {
        return;
    };
    let mut collector = Collector::default();
    for frame in frames.iter().rev() {
        assert!(collector.take(frame).is_ok());
    }
    assert_eq!(collector.sheet(FIRST_ID), Some(again));
}
