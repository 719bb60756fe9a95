//! A DOCX is opened by the office program that people at the desks have: every word is there, and what looks
//! like a heading is one.

#![expect(
    clippy::unwrap_used,
    reason = "helpers of tests: a tool that is missing or complains fails the test"
)]

#[path = "../../exchange/tests/common/letters.rs"]
#[allow(dead_code, reason = "made for the tests of the formats")]
mod letters;
#[path = "common/libreoffice.rs"]
mod libreoffice;
#[path = "../../render/tests/common/mod.rs"]
mod sample;

use approdo_domain::{Cv, ExportChoice, Heading};
use approdo_exchange::export::FileFormat;
use approdo_exchange::letter::{import_letter, letter_docx, letter_text};
use approdo_outgoing::FileRequest;
use std::collections::BTreeSet;

fn file(format: FileFormat, cv: &Cv) -> Vec<u8> {
    let request = FileRequest {
        format,
        pages: sample::request(cv.clone().for_export(ExportChoice::everything())),
    };
    request.carry_out().unwrap()
}

/// The words without the signs around them, in capitals, since the plain text has its headings so.
fn words(text: &str) -> BTreeSet<String> {
    let signs = |mark: char| !mark.is_alphanumeric();
    let pieces = text.split_whitespace();
    pieces
        .map(|piece| piece.trim_matches(signs).to_uppercase())
        .filter(|word| !word.is_empty())
        .collect()
}

/// What the person typed, as the CV has it, whatever the formats make of it.
fn typed(cv: &Cv) -> String {
    let mut texts = vec![cv.personal.full_name(), cv.profile.clone()];
    for entry in &cv.experience {
        let [role, employer, place] = [&entry.role, &entry.employer, &entry.place];
        texts.extend([role, employer, place, &entry.description].map(Clone::clone));
    }
    for entry in &cv.education {
        texts.extend([&entry.qualification, &entry.school, &entry.description].map(Clone::clone));
    }
    texts.extend(cv.skills.iter().map(|skill| skill.name.clone()));
    texts.join("\n")
}

#[rstest::rstest]
#[case::long(sample::fifteen_experiences())]
#[case::arabic_and_italian(sample::right_to_left::arabic_and_italian())]
#[case::greek_and_cyrillic(sample::unusual::greek_and_cyrillic())]
fn libreoffice_reads_every_word(#[case] cv: Cv) {
    let opened = words(&libreoffice::text_of(&file(FileFormat::Docx, &cv)));
    let plain = String::from_utf8(file(FileFormat::PlainText, &cv)).unwrap();
    for wanted in [words(&plain), words(&typed(&cv))] {
        let missing: Vec<_> = wanted.difference(&opened).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
}

#[rstest::rstest]
#[case::long(sample::fifteen_experiences())]
#[case::arabic_and_italian(sample::right_to_left::arabic_and_italian())]
fn libreoffice_recognises_the_headings(#[case] cv: Cv) {
    let headings = libreoffice::headings_of(&file(FileFormat::Docx, &cv));
    let at = |level: u8| -> Vec<&str> {
        let of_level = headings.iter().filter(|heading| heading.level == level);
        of_level.map(|heading| heading.text.as_str()).collect()
    };
    assert_eq!(at(1), [cv.personal.full_name()]);
    let filled = [Heading::Profile, Heading::Experience, Heading::Languages];
    let titles = Heading::USUAL
        .into_iter()
        .zip(sample::italian_labels().headings);
    for (_, title) in titles.filter(|(part, _)| filled.contains(part)) {
        assert!(at(2).contains(&title.as_str()), "{title}: {headings:?}");
    }
    for entry in &cv.experience {
        assert!(at(3).contains(&entry.role.as_str()), "{}", entry.role);
    }
    assert_eq!(headings.first().map(|heading| heading.level), Some(1));
}

#[test]
fn libreoffice_reads_every_word_of_a_letter_and_what_it_saves_comes_back() {
    let letter = letters::full_letter();
    let docx = letter_docx(&letter).unwrap();
    let opened = words(&libreoffice::text_of(&docx));
    let missing: Vec<_> = words(&letter_text(&letter))
        .difference(&opened)
        .cloned()
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
    // As somebody at a desk does: open it, save it again.
    let saved = import_letter(&libreoffice::saved_again(&docx)).unwrap();
    assert_eq!(saved.letter, letters::as_read_back(&letter));
    assert_eq!(saved.report.left, []);
}
