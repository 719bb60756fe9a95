//! DOCX: every word is there, headings are headings, lists are lists.

mod common;

use approdo_domain::{Cv, ExportChoice};
use approdo_exchange::export::{docx, plain_text};
use approdo_testkit::cv::full_cv;
use common::{any_cv, clean_line, labels};
use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::error::Error;
use std::io::{Cursor, Read};
use zip::ZipArchive;

fn part(file: &[u8], name: &str) -> Result<String, Box<dyn Error>> {
    let mut archive = ZipArchive::new(Cursor::new(file))?;
    let mut text = String::new();
    archive.by_name(name)?.read_to_string(&mut text)?;
    Ok(text)
}

/// All text of the document, a line for each paragraph.
fn text_of(xml: &str) -> Result<String, Box<dyn Error>> {
    let mut reader = Reader::from_str(xml);
    let mut text = String::new();
    loop {
        match reader.read_event()? {
            Event::Text(content) => text.push_str(&content.decode()?),
            Event::GeneralRef(reference) => {
                let name = reference.decode()?;
                let resolved =
                    quick_xml::escape::resolve_predefined_entity(&name).map(str::to_owned);
                let numbered = reference.resolve_char_ref()?.map(String::from);
                text.push_str(&numbered.or(resolved).unwrap_or_default());
            }
            Event::End(end) if end.local_name().as_ref() == b"p" => text.push('\n'),
            Event::Eof => return Ok(text),
            _ => {}
        }
    }
}

#[test]
fn every_word_of_a_full_cv_is_there() {
    let file = docx(&full_cv(), &labels()).unwrap();
    let text = text_of(&part(&file, "word/document.xml").unwrap())
        .unwrap()
        .to_uppercase();
    let printed = plain_text(&full_cv(), &labels()).to_uppercase();
    for word in printed.split_whitespace().filter(|word| *word != "-") {
        assert!(text.contains(word.trim_end_matches(':')), "{word}");
    }
}

#[test]
fn headings_and_lists_are_real() {
    let file = docx(&full_cv(), &labels()).unwrap();
    let document = part(&file, "word/document.xml").unwrap();
    for style in ["Heading1", "Heading2", "Heading3"] {
        assert!(
            document.contains(&format!("<w:pStyle w:val=\"{style}\"")),
            "{style}"
        );
    }
    assert!(document.contains("<w:numId w:val=\"2\""));
    let styles = part(&file, "word/styles.xml").unwrap();
    assert!(styles.contains("<w:name w:val=\"heading 2\""));
    assert!(styles.contains("<w:outlineLvl w:val=\"1\""));
}

#[test]
fn what_was_not_chosen_is_in_no_part() {
    let file = docx(&full_cv().for_export(ExportChoice::default()), &labels()).unwrap();
    let mut archive = ZipArchive::new(Cursor::new(&file)).unwrap();
    for number in 0..archive.len() {
        let mut text = String::new();
        archive
            .by_index(number)
            .unwrap()
            .read_to_string(&mut text)
            .unwrap();
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
fn an_empty_cv_makes_a_document() {
    let file = docx(&Cv::default(), &labels()).unwrap();
    assert_eq!(
        text_of(&part(&file, "word/document.xml").unwrap()).unwrap(),
        "Curriculum vitae\n"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]
    #[test]
    fn any_cv_makes_well_formed_xml_with_every_line(cv in any_cv(clean_line())) {
        let file = docx(&cv, &labels()).unwrap();
        let text = text_of(&part(&file, "word/document.xml").unwrap()).unwrap();
        for line in cv.profile.lines() {
            prop_assert!(cv.is_hidden(approdo_domain::Heading::Profile) || text.contains(line), "{}", line);
        }
    }
}

#[test]
fn the_text_says_in_which_language_it_is() {
    for language in ["it", "de", "ro"] {
        let labels = approdo_exchange::export::Labels {
            language: language.to_owned(),
            ..labels()
        };
        let file = docx(&full_cv(), &labels).unwrap();
        let styles = part(&file, "word/styles.xml").unwrap();
        let (before, _) = styles.split_once("</w:rPrDefault>").unwrap();
        assert!(before.contains(&format!("<w:lang w:val=\"{language}\"")));
    }
}
