//! Letters as people write them are recognised by plain rules; what is not recognised is told; harmful files are refused.

#![expect(
    clippy::unwrap_used,
    reason = "helpers of tests: a file that is not made or not read fails the test"
)]

#[path = "common/letters.rs"]
#[allow(dead_code, reason = "not every test needs all of it")]
mod letters;

use approdo_domain::letter::{Letter, LetterPlace, SenderField};
use approdo_exchange::import::ImportError;
use approdo_exchange::letter::{
    ImportedLetter, LetterFormat, LetterImportError, OtherFormat, import_letter, letter_docx,
};
use letters::full_letter;
use proptest::prelude::*;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

fn read(text: &str) -> ImportedLetter {
    import_letter(text.as_bytes()).unwrap()
}

/// A DOCX of the given parts.
fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        archive
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn document(body: &str) -> Vec<u8> {
    let text = format!(
        "<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
         <w:body>{body}</w:body></w:document>"
    );
    zipped(&[("word/document.xml", text.as_bytes())])
}

fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
}

/// As somebody types it in a mail program, broken to fit a width.
const ITALIAN: &str = include_str!("fixtures/letters/italian.txt");

#[test]
fn an_italian_letter_is_taken_apart() {
    let ImportedLetter { letter, report } = read(ITALIAN);
    assert_eq!(report.left, [], "{letter:#?}");
    assert_eq!(report.format, LetterFormat::PlainText);
    let Letter {
        sender,
        addressee,
        texts,
        ..
    } = &letter;
    assert_eq!(
        [
            &sender.name,
            &sender.address,
            &sender.postal_code,
            &sender.city
        ],
        [
            "Ahmed Benali",
            "Via Cairoli 3",
            "26041",
            "Casalmaggiore (CR)"
        ]
    );
    assert_eq!(
        [&sender.phone, &sender.email],
        ["333 123 4567", "ahmed.benali@posta.example"]
    );
    assert_eq!(
        [
            &addressee.company,
            &addressee.person,
            &addressee.function,
            &addressee.form
        ],
        [
            "Panificio Rossi S.n.c.",
            "Elena Bianchi",
            "Ufficio personale",
            "feminine"
        ]
    );
    assert_eq!(
        [&addressee.address, &addressee.postal_code, &addressee.city],
        ["Via Roma 1", "26100", "Cremona"]
    );
    assert_eq!(
        (texts.place.as_str(), texts.date.0.as_str()),
        ("Casalmaggiore", "03/03/2026")
    );
    assert_eq!(texts.subject, "candidatura come aiuto fornaio");
    assert_eq!(texts.salutation, "Gent.ma Sig.ra Bianchi,");
    assert!(
        texts
            .opening
            .ends_with("aiuto fornaio e vorrei candidarmi per questo posto."),
        "{}",
        texts.opening
    );
    assert!(
        texts.why_me.starts_with("Ho lavorato tre anni") && texts.why_me.ends_with("notte."),
        "{}",
        texts.why_me
    );
    assert!(texts.why_you.contains("Vostro pane"), "{}", texts.why_you);
    assert_eq!(
        texts.closing,
        "La ringrazio per l’attenzione e resto a disposizione per un colloquio.\nDistinti saluti,"
    );
    assert_eq!(texts.signature, "");
    assert_eq!(
        texts.enclosures,
        "curriculum vitae\ncopia del permesso di soggiorno"
    );
    assert_eq!(letter.language, "it");
}

#[test]
fn an_english_letter_is_taken_apart() {
    let letter = read(
        "Olena Koval\n12 Mill Lane\nCork\n\n2 May 2026\n\nHiring Manager\nAtlantic Bakery Ltd\n4 Harbour Road\nCork\n\n\
         Dear Hiring Manager,\n\nRe: Assistant baker\n\nI am writing to apply for the position of assistant baker.\n\n\
         I worked for three years in a restaurant and I am used to night shifts.\n\nI look forward to hearing from you.\n\n\
         Yours faithfully,\nOlena Koval\n\nEnclosures: CV\n",
    )
    .letter;
    assert_eq!(letter.language, "en");
    assert_eq!(
        [
            &letter.sender.name,
            &letter.sender.address,
            &letter.sender.city
        ],
        ["Olena Koval", "12 Mill Lane", "Cork"]
    );
    assert_eq!(
        [&letter.addressee.function, &letter.addressee.company],
        ["Hiring Manager", "Atlantic Bakery Ltd"]
    );
    assert_eq!(
        [&letter.addressee.address, &letter.addressee.city],
        ["4 Harbour Road", "Cork"]
    );
    let texts = &letter.texts;
    assert_eq!(
        (texts.date.0.as_str(), texts.subject.as_str()),
        ("02/05/2026", "Assistant baker")
    );
    assert_eq!(texts.salutation, "Dear Hiring Manager,");
    assert!(
        texts.opening.starts_with("I am writing"),
        "{}",
        texts.opening
    );
    assert!(texts.why_me.starts_with("I worked"), "{}", texts.why_me);
    assert_eq!(
        texts.closing,
        "I look forward to hearing from you.\nYours faithfully,"
    );
    assert_eq!(
        (texts.signature.as_str(), texts.enclosures.as_str()),
        ("", "CV")
    );
}

#[test]
fn the_text_of_an_email_needs_no_addresses() {
    let letter = read(
        "Buongiorno,\nle invio il mio curriculum per il posto di cameriera.\nGrazie e cordiali saluti\nAnna Verdi\n",
    )
    .letter;
    assert_eq!(letter.texts.salutation, "Buongiorno,");
    assert_eq!(
        letter.texts.opening,
        "le invio il mio curriculum per il posto di cameriera."
    );
    assert_eq!(letter.texts.closing, "Grazie e cordiali saluti");
    assert_eq!(letter.texts.signature, "Anna Verdi");
}

#[test]
fn words_of_greeting_within_the_letter_are_no_greeting() {
    let letter = read(
        "Egr. Sig. Mario Neri\nVia Po 2\n26100 Cremona\n\nEgregio signor Neri,\n\nScrivo perché so che cercate personale.\n\n\
         Gentile e paziente con i clienti, ho lavorato cinque anni in un negozio di scarpe e in un bar della stazione.\n\n\
         Resto in attesa e porgo distinti saluti.\n\nAnna Verdi",
    )
    .letter;
    assert_eq!(letter.texts.salutation, "Egregio signor Neri,");
    assert_eq!(
        [&letter.addressee.person, &letter.addressee.form],
        ["Mario Neri", "masculine"]
    );
    assert!(
        letter.texts.why_me.starts_with("Gentile e paziente"),
        "{letter:#?}"
    );
    assert_eq!(
        letter.texts.closing,
        "Resto in attesa e porgo distinti saluti."
    );
}

#[test]
fn what_finds_no_place_is_told_with_its_line() {
    let read = read(
        "Buongiorno,\n\nvorrei lavorare da voi.\n\nCordiali saluti\n\nAnna Verdi\n\nP.S. Ho anche un furgone mio, con la gru.\n",
    );
    let [left] = read.report.left.as_slice() else {
        panic!("{:#?}", read.report);
    };
    assert_eq!(
        (left.number, left.text.as_str()),
        (9, "P.S. Ho anche un furgone mio, con la gru.")
    );
    assert!(
        !read
            .report
            .taken
            .contains(&LetterPlace::Sender(SenderField::Name))
    );
}

#[test]
fn a_docx_of_another_program_is_read_like_text() {
    let body: String = ITALIAN.lines().map(paragraph).collect();
    let read = import_letter(&document(&body)).unwrap();
    assert_eq!(read.report.format, LetterFormat::Docx);
    assert_eq!(read.report.left, []);
    assert_eq!(read.letter.addressee.person, "Elena Bianchi");
    assert_eq!(read.letter.texts.salutation, "Gent.ma Sig.ra Bianchi,");
    assert!(read.letter.texts.closing.ends_with("Distinti saluti,"));
}

#[test]
fn runs_breaks_tables_and_changes_of_a_docx_are_read_as_they_are_shown() {
    let body = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Anna Verdi</w:t><w:br/><w:t>Via Po 2</w:t></w:r></w:p></w:tc></w:tr></w:tbl>\
        <w:p/><w:p><w:r><w:t xml:space=\"preserve\">Spett.le </w:t></w:r><w:ins><w:r><w:t>Bar </w:t></w:r></w:ins>\
        <w:hyperlink><w:r><w:t>Po</w:t></w:r></w:hyperlink><w:del><w:r><w:delText>Arno</w:delText><w:t>Arno</w:t></w:r></w:del></w:p>\
        <w:p/><w:p><w:r><w:t>Buongiorno,</w:t></w:r></w:p><w:p><w:r><w:t>cerco lavoro &amp; turni.</w:t></w:r></w:p>\
        <w:p><w:r><w:t>Cordiali saluti</w:t></w:r></w:p>";
    let letter = import_letter(&document(body)).unwrap().letter;
    assert_eq!(
        [&letter.sender.name, &letter.sender.address],
        ["Anna Verdi", "Via Po 2"]
    );
    assert_eq!(letter.addressee.company, "Bar Po");
    assert_eq!(letter.texts.opening, "cerco lavoro & turni.");
}

#[test]
fn other_formats_are_named() {
    let cases: [(&[u8], OtherFormat); 5] = [
        (b"%PDF-1.7\n", OtherFormat::Pdf),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....",
            OtherFormat::OldWord,
        ),
        (b"{\\rtf1\\ansi Ciao}", OtherFormat::RichText),
        (b"<!DOCTYPE html><p>Ciao", OtherFormat::Html),
        (
            b"<!DOCTYPE a [<!ENTITY b \"b\">]><a>&b;</a>",
            OtherFormat::Html,
        ),
    ];
    for (bytes, format) in cases {
        assert_eq!(
            import_letter(bytes),
            Err(LetterImportError::OtherFormat(format))
        );
    }
    let open = zipped(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", b"<a/>"),
    ]);
    assert_eq!(
        import_letter(&open),
        Err(LetterImportError::OtherFormat(OtherFormat::OpenDocument))
    );
    let other = zipped(&[("a.txt", b"Ciao")]);
    assert_eq!(
        import_letter(&other),
        Err(LetterImportError::OtherFormat(OtherFormat::OtherZip))
    );
}

#[test]
fn harmful_files_are_refused() {
    let bomb = zipped(&[("word/document.xml", &vec![b' '; 64 * 1024 * 1024])]);
    assert!(bomb.len() < 100_000);
    assert_eq!(import_letter(&bomb), Err(LetterImportError::SwollenDocx));
    let entities = zipped(&[(
        "word/document.xml",
        b"<!DOCTYPE a [<!ENTITY b \"bbb\">]><a>&b;</a>",
    )]);
    assert_eq!(
        import_letter(&entities),
        Err(ImportError::DocumentType.into())
    );
    let deep = zipped(&[("word/document.xml", "<a>".repeat(10_000).as_bytes())]);
    assert_eq!(
        import_letter(&deep),
        Err(ImportError::TooDeep { limit: 64 }.into())
    );
    let many = document(&paragraph("Ciao").repeat(3_000));
    assert_eq!(
        import_letter(&many),
        Err(LetterImportError::TooLong { limit: 2_000 })
    );
    let whole = letter_docx(&full_letter()).unwrap();
    assert_eq!(
        import_letter(&whole[..whole.len() / 2]),
        Err(LetterImportError::UnreadableDocx)
    );
}

#[test]
fn what_is_no_text_says_so() {
    assert_eq!(
        import_letter(b"Perci\xf2"),
        Err(ImportError::NotText.into())
    );
    assert_eq!(import_letter(b" \r\n\t"), Err(ImportError::Empty.into()));
    assert_eq!(
        import_letter(&document("<w:p/>")),
        Err(ImportError::Empty.into())
    );
    let large = vec![b' '; 9 * 1024 * 1024];
    assert!(matches!(
        import_letter(&large),
        Err(LetterImportError::File(ImportError::TooLarge { .. }))
    ));
}

/// All words that stand somewhere in the letter.
fn kept(read: &ImportedLetter) -> String {
    let places = LetterPlace::all().into_iter();
    let values = places.filter_map(|place| match read.letter.value(place) {
        approdo_domain::FieldValue::Text(text) => Some(text.to_owned()),
        approdo_domain::FieldValue::Flag(_) => None,
    });
    let left = read.report.left.iter().map(|line| line.text.clone());
    values.chain(left).collect::<Vec<_>>().join(" ")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]
    /// Lines in any order: each word is in the letter or in the report.
    #[test]
    fn no_word_is_left_silently(order in Just((0..40_usize).collect::<Vec<_>>()).prop_shuffle(), count in 1_usize..30) {
        let lines: Vec<&str> = ITALIAN.lines().collect();
        let text: Vec<&str> = order.iter().filter_map(|at| lines.get(*at)).take(count).copied().collect();
        if let Ok(read) = import_letter(text.join("\n").as_bytes()) {
            let kept = kept(&read);
            for word in ["Benali", "333 123 4567", "ahmed.benali@posta.example", "Panificio", "Bianchi", "fornaio", "impastatrice",
                "puntuale", "Vostro pane", "colloquio", "permesso"] {
                prop_assert!(!text.join("\n").contains(word) || kept.contains(word), "{} of {}", word, text.join("\n"));
            }
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in any::<Vec<u8>>(), beginning in proptest::sample::select(vec!["", "PK\u{3}\u{4}", "Gentile ", "Oggetto"])) {
        let _ = import_letter(&[beginning.as_bytes(), &bytes].concat());
    }

    #[test]
    fn a_changed_docx_is_read_or_refused(at in any::<proptest::sample::Index>(), byte in any::<u8>()) {
        let mut file = letter_docx(&full_letter()).unwrap();
        let at = at.index(file.len());
        file[at] = byte;
        let _ = import_letter(&file);
    }
}
