//! Letters go out with every word, in real styles, and come back as they were.

#![expect(
    clippy::unwrap_used,
    reason = "helpers of tests: a file that is not made or not read fails the test"
)]

#[path = "common/letters.rs"]
mod letters;

use approdo_domain::letter::LetterForm;
use approdo_exchange::letter::{import_letter, letter_docx, letter_text};
use letters::{any_letter, as_read_back, full_letter};
use proptest::prelude::*;
use std::io::{Cursor, Read};

fn part(file: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    let mut text = String::new();
    let mut part = archive.by_name(name).unwrap();
    part.read_to_string(&mut text).unwrap();
    text
}

#[test]
fn a_letter_on_paper_has_its_parts_in_their_order() {
    let expected = "Mariarosa D’Alò\nVia dell’Argine 12\n26041 Casalmaggiore (CR)\n+39 333 123 4567\nmariarosa@posta.example\n\n\
        Casalmaggiore, 22 novembre 2026\n\n\
        Spett.le Rossi & Figli Trasporti S.r.l.\nAlla c.a. di Elena Bianchi\nUfficio del personale\nViale Trento 4\n\
        26100 Cremona (CR)\nlavoro@rossi.example\n\n\
        Oggetto: Candidatura al posto di magazziniera, rif. 12/B\n\n\
        Gentile signora Bianchi,\n\n\
        ho letto il Vostro annuncio e mi candido al posto di magazziniera.\n\n\
        Da dieci anni lavoro in magazzino: carico, scarico, inventario.\nHo il patentino del muletto.\n\n\
        Abito vicino, e la Vostra azienda è conosciuta per la cura con cui lavora.\n\n\
        Sono disponibile per un colloquio.\nCordiali saluti\n\n\
        Mariarosa D’Alò\n\n\
        Allegati:\nCurriculum vitae\nAttestato del corso per il muletto\n";
    assert_eq!(letter_text(&full_letter()), expected);
}

#[test]
fn a_message_is_the_text_alone() {
    let mut letter = full_letter();
    letter.letter.form = LetterForm::ShortMessage.code().to_owned();
    let text = letter_text(&letter);
    assert!(
        text.starts_with("Gentile signora Bianchi,\n\nho letto"),
        "{text}"
    );
    assert!(
        text.ends_with("Cordiali saluti\n\nMariarosa D’Alò\n"),
        "{text}"
    );
    letter.letter.form = LetterForm::EmailBody.code().to_owned();
    let text = letter_text(&letter);
    assert!(
        !text.contains("Oggetto") && !text.contains("Viale Trento"),
        "{text}"
    );
    assert!(text.contains("Allegati:\nCurriculum vitae"), "{text}");
}

#[test]
fn every_part_of_a_docx_has_a_style_of_its_own() {
    let file = letter_docx(&full_letter()).unwrap();
    let (document, styles) = (
        part(&file, "word/document.xml"),
        part(&file, "word/styles.xml"),
    );
    for style in [
        "LetterSender",
        "LetterDate",
        "LetterAddressee",
        "LetterSubject",
        "LetterSalutation",
        "LetterOpening",
        "LetterWhyMe",
        "LetterWhyYou",
        "LetterClosing",
        "LetterSignature",
        "LetterEnclosures",
    ] {
        assert!(
            document.contains(&format!("<w:pStyle w:val=\"{style}\"")),
            "{style}"
        );
        assert!(
            styles.contains(&format!("w:styleId=\"{style}\"")),
            "{style}"
        );
    }
    assert!(styles.contains("<w:lang w:val=\"it\""));
}

#[test]
fn an_empty_letter_goes_out_too() {
    let empty = approdo_exchange::letter::OutgoingLetter::default();
    assert_eq!(letter_text(&empty), "");
    assert!(letter_docx(&empty).is_ok());
}

#[test]
fn a_letter_comes_back_from_both_formats() {
    let letter = full_letter();
    for file in [
        letter_docx(&letter).unwrap(),
        letter_text(&letter).into_bytes(),
    ] {
        let read = import_letter(&file).unwrap();
        assert_eq!(read.letter, as_read_back(&letter));
        assert_eq!(read.report.left, []);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn any_letter_comes_back_from_docx(letter in any_letter()) {
        let read = import_letter(&letter_docx(&letter).unwrap()).unwrap();
        prop_assert_eq!(read.letter, as_read_back(&letter));
        prop_assert_eq!(read.report.left, []);
    }

    #[test]
    fn any_letter_comes_back_from_text(letter in any_letter()) {
        let read = import_letter(letter_text(&letter).as_bytes()).unwrap();
        prop_assert_eq!(read.letter, as_read_back(&letter));
        prop_assert_eq!(read.report.left, []);
    }
}
