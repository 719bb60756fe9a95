//! The CV at the end of each day on which something was written.

mod common;

use approdo_document::{DayVersion, Document, SpaceId, local_day, project_cv};
use approdo_domain::{Cv, CvPlace, PersonalField};
use common::{DOCUMENT, Peer};

const DAY_MS: u64 = 24 * 60 * 60 * 1_000;
const NOON_MS: u64 = DAY_MS / 2;
const CITY: CvPlace = CvPlace::Personal(PersonalField::City);

/// A CV written on the days 1, 2 and 4, as another device holds it: in an order of its own.
fn written() -> Document {
    let mut peer = Peer::new(1);
    for (day, place, text) in [
        (1, CvPlace::Profile, "Cuoca"),
        (1, CITY, "Crema"),
        (2, CITY, "Lodi"),
        (4, CvPlace::Profile, "Cuoca e pasticciera"),
    ] {
        peer.now_ms = peer.now_ms.max(day * DAY_MS + NOON_MS);
        peer.write(place, text);
    }
    let mut document = Document::new(DOCUMENT, SpaceId::of_document(DOCUMENT));
    let mut operations: Vec<_> = peer.document.operations().cloned().collect();
    operations.sort_by_key(|operation| std::cmp::Reverse(operation.stamp));
    for operation in operations {
        document.ingest(operation);
    }
    document
}

fn days(document: &Document, most: usize) -> Vec<DayVersion<Cv>> {
    document.day_versions(most, &|at_ms| local_day(at_ms, 0), project_cv)
}

fn shown<'a>(versions: &'a [DayVersion<Cv>]) -> Vec<(i64, &'a str, &'a str)> {
    let texts = |version: &'a DayVersion<Cv>| {
        let cv = &version.shown;
        (version.day, cv.profile.as_str(), cv.personal.city.as_str())
    };
    versions.iter().map(texts).collect()
}

#[test]
fn each_day_shows_the_cv_as_it_was_in_the_evening() {
    let versions = days(&written(), 10);
    let expected = [
        (1, "Cuoca", "Crema"),
        (2, "Cuoca", "Lodi"),
        (4, "Cuoca e pasticciera", "Lodi"),
    ];
    assert_eq!(shown(&versions), expected);
}

#[test]
fn of_many_days_the_latest_are_shown_and_the_first_of_them_has_what_came_before() {
    let document = written();
    let expected = [(2, "Cuoca", "Lodi"), (4, "Cuoca e pasticciera", "Lodi")];
    assert_eq!(shown(&days(&document, 2)), expected);
    assert_eq!(shown(&days(&document, 3)).len(), 3);
    assert!(days(&document, 0).is_empty());
}

#[test]
fn a_cv_without_edits_has_no_days() {
    let empty = Document::new(DOCUMENT, SpaceId::of_document(DOCUMENT));
    assert!(days(&empty, 10).is_empty());
}

#[test]
fn a_moment_has_what_was_written_up_to_it_and_nothing_later() {
    let document = written();
    for version in days(&document, 10) {
        assert_eq!(project_cv(&document.as_of(version.last_ms)), version.shown);
        let just_before = project_cv(&document.as_of(version.last_ms - 1));
        assert_ne!(just_before, version.shown, "day {}", version.day);
    }
}
