//! Plain text and vCard: every word the person chose, in the order of the print.

mod common;

use approdo_domain::{CvPlace, ExportChoice, FieldKind, FieldValue};
use approdo_exchange::export::{plain_text, vcard};
use approdo_testkit::cv::full_cv;
use common::{any_cv, clean_line, labels};
use proptest::prelude::*;

#[test]
fn a_full_cv_reads_as_in_print() {
    let text = plain_text(&full_cv(), &labels());
    assert_eq!(text, include_str!("golden/full-cv.txt"));
}

#[test]
fn what_was_not_chosen_is_in_no_byte() {
    let cv = full_cv().for_export(ExportChoice::default());
    for text in [plain_text(&cv, &labels()), vcard(&cv)] {
        for secret in [
            "RSSMRA",
            "L. 68/1999",
            "26041",
            "1979",
            "Soggiornante",
            "Quartierino",
        ] {
            assert!(!text.contains(secret), "{secret} goes out");
        }
    }
}

#[test]
fn the_contacts_make_a_card() {
    let card = vcard(&full_cv());
    let lines: Vec<&str> = card.split("\r\n").collect();
    assert_eq!(
        lines[..3],
        ["BEGIN:VCARD", "VERSION:4.0", "FN:Mariarosa D’Alò Però"]
    );
    assert!(lines.contains(&"N:D’Alò Però;Mariarosa;;;"));
    assert!(lines.contains(&"TEL;VALUE=text;PREF=1:+39 333 000 0000"));
    assert!(
        lines.contains(&"ADR;TYPE=home:;;Via dell’Olmo 7\\, scala B;Casalmaggiore (CR);;26041;")
    );
    assert_eq!(lines[lines.len() - 2..], ["END:VCARD", ""]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn every_line_that_is_written_is_in_the_text(cv in any_cv(clean_line())) {
        let cv = cv.for_export(ExportChoice::everything());
        let text = plain_text(&cv, &labels());
        for place in cv.places() {
            let is_free = matches!(place.kind(), FieldKind::Line | FieldKind::Paragraphs);
            // Headings are in capitals, and a heading with nothing under it is not there.
            let is_title = matches!(place, CvPlace::Heading(..) | CvPlace::OwnSection(..) | CvPlace::Language(..) | CvPlace::Phone(..));
            if let (true, false, Some(FieldValue::Text(written))) = (is_free, is_title, cv.value(place)) {
                for line in written.lines() {
                    prop_assert!(text.contains(line.trim()), "{:?}: {}", place, line);
                }
            }
        }
    }
}
