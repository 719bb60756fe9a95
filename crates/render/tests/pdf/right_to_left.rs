//! Letters from right to left come out of the PDF in the order in which they were written, and say in
//! which language they are.

use crate::common;
use crate::common::right_to_left::{arabic, arabic_and_italian};
use crate::tools::{ask, pdf_of, temporary, text_of};
use approdo_domain::Cv;

fn pdf(cv: Cv) -> Vec<u8> {
    pdf_of(&common::request(cv))
}

/// The text of the pages on one line, without the marks of direction that the tool adds.
fn printed(cv: Cv) -> String {
    let text = text_of(&pdf(cv));
    let text: String = text
        .chars()
        .filter(|mark| !matches!(mark, '\u{200E}'..='\u{200F}' | '\u{202A}'..='\u{202E}'))
        .collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn arabic_beside_italian_is_copied_in_the_order_of_reading() {
    let text = printed(arabic_and_italian());
    for phrase in [
        "أحمد عبد الرحمن",
        "Ahmed)",
        "عامل مخزن",
        "شركة النور للنقل",
        "استلام البضائع وترتيبها",
        "وجرد المخزن كل شهر",
        "شاحنة في اليوم مع فريق من",
        "Lavoro in magazzino da dieci anni; parlo",
        "e italiano (B1).",
    ] {
        assert!(text.contains(phrase), "{phrase} is not in {text}");
    }
}

#[test]
fn an_arabic_cv_is_copied_in_the_order_of_reading() {
    let text = printed(arabic());
    for phrase in [
        "ليلى الحسن",
        "مطعم النيل",
        "تنظيف المطبخ وترتيب المخزن",
        "شهادة الثانوية العامة",
    ] {
        assert!(text.contains(phrase), "{phrase} is not in {text}");
    }
}

#[test]
fn arabic_and_hebrew_are_tagged_with_their_languages() {
    let file = temporary("languages.pdf", &pdf(arabic_and_italian()));
    let plain = ask(
        "qpdf",
        "qpdf",
        &[
            "--qdf",
            "--object-streams=disable",
            &file.to_string_lossy(),
            "-",
        ],
        &[],
    );
    assert!(
        plain.contains("/Lang (ar)") || plain.contains("/Lang(ar)"),
        "no Arabic"
    );
    assert!(
        plain.contains("/Lang (he)") || plain.contains("/Lang(he)"),
        "no Hebrew"
    );
    assert!(
        plain.contains("/Lang (it)") || plain.contains("/Lang(it)"),
        "no Italian"
    );
}

#[test]
fn pages_of_an_arabic_cv_are_turned_from_right_to_left() {
    let file = temporary("arabic.pdf", &pdf(arabic()));
    let plain = ask(
        "qpdf",
        "qpdf",
        &[
            "--qdf",
            "--object-streams=disable",
            &file.to_string_lossy(),
            "-",
        ],
        &[],
    );
    assert!(plain.contains("/Direction /R2L") || plain.contains("/Direction/R2L"));
}

#[test]
fn the_tags_say_the_words_of_a_line_in_the_order_of_reading() {
    let file = pdf(arabic_and_italian());
    let told = ask("pdfinfo", "poppler-utils", &["-struct-text", "-"], &file);
    let lines = told.lines().map(str::trim).collect::<Vec<_>>().join(" ");
    let (before, after) = (
        lines.find("parlo").unwrap(),
        lines.find("e italiano").unwrap(),
    );
    let is_arabic = |letter: char| ('\u{600}'..'\u{700}').contains(&letter);
    assert!(lines[before..after].contains(is_arabic));
    let file = temporary("words.pdf", &file);
    let plain = ask(
        "qpdf",
        "qpdf",
        &[
            "--qdf",
            "--object-streams=disable",
            &file.to_string_lossy(),
            "-",
        ],
        &[],
    );
    let words: String = "العربية"
        .encode_utf16()
        .map(|unit| format!("{unit:04x}"))
        .collect();
    assert!(
        plain
            .to_lowercase()
            .contains(&format!("/actualtext <feff{words}")),
        "no text for a voice"
    );
}
