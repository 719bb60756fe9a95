//! Letters compared with pictures that a person has looked at, as in `pictures`; these are in
//! `tests/references-of-letters`.

use crate::common::letter::{letter, letter_of_words, letter_request_in};
use crate::picture::Picture;
use crate::pictures::{bytes_in, is_as_in};
use crate::tools::renderer;
use approdo_render::{Accent, Template};
use rstest::rstest;

const REFERENCES: &str = "references-of-letters";

#[rstest]
#[case::classic("classic", Template::Classic)]
#[case::modern("modern", Template::Modern)]
#[case::first_job("first-job", Template::FirstJob)]
fn letters_look_as_reviewed(#[case] name: &str, #[case] template: Template) {
    let pdf = renderer().letter_pdf(&letter_request_in(template, letter()));
    let picture = Picture::of_page(&pdf.unwrap().bytes, 1);
    assert!(
        is_as_in(REFERENCES, name, &picture),
        "{name} looks different"
    );
}

#[test]
fn a_full_page_in_english_looks_as_reviewed() {
    let mut request = letter_request_in(Template::Classic, letter_of_words(350));
    request.look.accent = Accent::Green;
    request.words.addressee_at_end = false;
    request.language = "en".to_owned();
    let pdf = renderer().letter_pdf(&request).unwrap();
    let picture = Picture::of_page(&pdf.bytes, 1);
    assert!(is_as_in(REFERENCES, "full", &picture), "it looks different");
}

#[test]
fn references_of_letters_stay_small() {
    assert!(bytes_in(REFERENCES) < 80_000);
}
