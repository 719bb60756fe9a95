//! A letter as PDF: every word of it, tagged, on one page as long as that can be read.

use crate::common::letter::{letter, letter_of_words, letter_request, letter_request_in};
use crate::tools::{ask, renderer, temporary, text_of};
use approdo_domain::letter::{Letter, LetterForm, LetterPlace};
use approdo_domain::{FieldKind, FieldValue};
use approdo_render::{LetterRequest, Template};
use rstest::rstest;

fn pdf_of(request: &LetterRequest) -> Vec<u8> {
    renderer().letter_pdf(request).unwrap().bytes
}

fn words_of(request: &LetterRequest) -> String {
    let text = text_of(&pdf_of(request));
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What of a letter is printed as it is typed.
fn printed_texts(letter: &Letter) -> Vec<String> {
    let places = LetterPlace::all().into_iter();
    let printed = places.filter(|place| {
        let is_text = matches!(place.kind(), FieldKind::Line | FieldKind::Paragraphs);
        is_text && matches!(place, LetterPlace::Text(_) | LetterPlace::Addressee(_))
    });
    printed
        .flat_map(|place| match letter.value(place) {
            FieldValue::Text(text) => text.lines().map(str::to_owned).collect(),
            FieldValue::Flag(_) => Vec::new(),
        })
        .collect()
}

#[rstest]
#[case::classic(Template::Classic)]
#[case::modern(Template::Modern)]
#[case::first_job(Template::FirstJob)]
fn every_word_is_on_one_page(#[case] template: Template) {
    let request = letter_request_in(template, letter());
    assert_eq!(renderer().letter_pdf(&request).unwrap().pages, 1);
    let printed = words_of(&request);
    for text in printed_texts(&request.letter) {
        assert!(printed.contains(&text), "{text} is not in {printed}");
    }
    let sender = &request.sender;
    for text in [&sender.name, &sender.address, &sender.phone, &sender.email] {
        assert!(printed.contains(text), "{text} is not in {printed}");
    }
    for words in [
        "Spett.le Rossi Trasporti S.r.l.",
        "Alla c.a. di Maria Bianchi",
        "Piadena Drizzona, 22 novembre 2026",
        "Oggetto: candidatura",
        "26041 Casalmaggiore (CR)",
        "Allegati:",
    ] {
        assert!(printed.contains(words), "{words} is not in {printed}");
    }
    assert_eq!(printed.matches("Nicolò Maria D'Alò").count(), 2);
}

#[test]
fn it_is_read_in_the_order_of_the_sheet() {
    let printed = words_of(&letter_request(letter()));
    let order = [
        "Nicolò Maria",
        "Spett.le",
        "22 novembre",
        "Oggetto",
        "Gentile dottoressa",
        "ho letto",
        "Negli ultimi",
        "Vorrei lavorare",
        "Posso cominciare",
        "Cordiali saluti",
        "Allegati",
    ];
    let places = order.map(|words| printed.find(words).unwrap());
    assert!(places.is_sorted(), "{places:?} in {printed}");
}

#[test]
fn it_is_tagged_has_a_title_and_a_language() {
    let pdf = pdf_of(&letter_request(letter()));
    let told = ask("pdfinfo", "poppler-utils", &["-"], &pdf);
    assert!(told.contains("Lettera – Nicolò Maria D'Alò"), "{told}");
    assert!(told.contains("(A4)"), "{told}");
    let metadata = ask("pdfinfo", "poppler-utils", &["-meta", "-"], &pdf);
    assert!(metadata.contains("<pdfuaid:part>1</pdfuaid:part>"));
    assert!(metadata.contains("<rdf:li>it</rdf:li>"), "{metadata}");
    let tags = ask("pdfinfo", "poppler-utils", &["-struct-text", "-"], &pdf);
    for role in ["H1", "P", "LBody", "Link"] {
        let found = tags.lines().any(|line| line.trim_start().starts_with(role));
        assert!(found, "no {role} in {tags}");
    }
    let file = temporary("letter.pdf", &pdf);
    let told = ask("qpdf", "qpdf", &["--check", file.to_str().unwrap()], &[]);
    assert!(
        told.contains("No syntax or stream encoding errors"),
        "{told}"
    );
}

#[rstest]
#[case::classic(Template::Classic)]
#[case::modern(Template::Modern)]
#[case::first_job(Template::FirstJob)]
fn a_letter_of_350_words_stays_on_one_page_in_type_that_can_be_read(#[case] template: Template) {
    let request = letter_request_in(template, letter_of_words(350));
    let preview = renderer().letter_preview(&request).unwrap();
    assert_eq!(preview.pages.len(), 1);
    assert!(preview.text_size >= 950, "{}", preview.text_size);
    let short = letter_request_in(template, letter());
    assert_eq!(renderer().letter_preview(&short).unwrap().text_size, 1100);
}

#[test]
fn a_letter_of_two_pages_keeps_the_name_with_the_words_over_it() {
    let mut breaks = 0;
    for words in (500..=900).step_by(25) {
        let request = letter_request(letter_of_words(words));
        let pdf = renderer().letter_pdf(&request).unwrap();
        if pdf.pages == 1 {
            continue;
        }
        breaks += 1;
        assert_eq!(pdf.pages, 2, "{words}");
        let range = ["-f", "2", "-l", "2", "-", "-"];
        let second = ask("pdftotext", "poppler-utils", &range, &pdf.bytes);
        assert!(second.replace(' ', "").contains("2/2"), "{second}");
        // The footer says the name too.
        let names = second.matches("D'Alò").count();
        let closes = second.contains("Cordiali saluti");
        assert_eq!(names, if closes { 2 } else { 1 }, "{words}: {second}");
    }
    assert!(breaks > 5, "{breaks}");
}

#[rstest]
#[case::arabic("أحمد عبد الله", "أحمد")]
#[case::cyrillic("Олександра Шевченко", "Олександра Шевченко")]
fn names_in_other_letters_are_printed(#[case] name: &str, #[case] shown: &str) {
    let mut request = letter_request(letter());
    request.sender.name = name.to_owned();
    request.signature = name.to_owned();
    let pdf = renderer().letter_pdf(&request).unwrap();
    assert_eq!(pdf.substitutions, []);
    let tags = ask(
        "pdfinfo",
        "poppler-utils",
        &["-struct-text", "-"],
        &pdf.bytes,
    );
    let text = text_of(&pdf.bytes);
    assert!(
        tags.contains(shown) || text.contains(shown),
        "{tags} {text}"
    );
}

#[test]
fn a_letter_with_nothing_in_it_is_a_sound_sheet() {
    let request = LetterRequest {
        letter: Letter::default(),
        ..LetterRequest::default()
    };
    assert_eq!(renderer().letter_preview(&request).unwrap().pages.len(), 1);
    let mut named = letter_request(Letter::default());
    named.sender = approdo_domain::letter::Sender::default();
    named.signature = String::new();
    assert_eq!(renderer().letter_pdf(&named).unwrap().pages, 1);
}

#[test]
fn the_text_of_an_e_mail_has_neither_date_nor_place() {
    let mut mail = letter();
    mail.form = LetterForm::EmailBody.code().to_owned();
    let printed = words_of(&letter_request(mail));
    assert!(!printed.contains("novembre"), "{printed}");
    assert!(printed.contains("Oggetto:"), "{printed}");
}

#[test]
fn each_line_of_the_preview_leads_to_its_field() {
    let preview = renderer().letter_preview(&letter_request(letter()));
    let places = LetterPlace::all();
    let regions = preview.unwrap().regions;
    let reached: Vec<LetterPlace> = regions[0]
        .iter()
        .map(|region| places[usize::from(region.place)])
        .collect();
    for place in LetterPlace::all() {
        let is_printed = match place {
            LetterPlace::Text(field) => {
                use approdo_domain::letter::LetterField;
                // The place stands on the line of the date.
                field != LetterField::Place
            }
            LetterPlace::Addressee(field) => {
                use approdo_domain::letter::AddresseeField;
                !matches!(field, AddresseeField::Form | AddresseeField::PostalCode)
            }
            _ => false,
        };
        assert_eq!(
            reached.contains(&place),
            is_printed || matches!(place, LetterPlace::Sender(_)) && reached.contains(&place),
            "{place:?}"
        );
    }
}
