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

/// The objects of a PDF as text, nothing compressed.
fn spelt_out(name: &str, pdf: &[u8]) -> String {
    let file = temporary(name, pdf);
    let path = file.to_string_lossy();
    let options: [&str; 4] = ["--qdf", "--object-streams=disable", &path, "-"];
    ask("qpdf", "qpdf", &options, &[])
}

fn assert_all(text: &str, phrases: &[&str]) {
    for phrase in phrases {
        assert!(text.contains(phrase), "{phrase} is not in {text}");
    }
}

#[test]
fn arabic_beside_italian_is_copied_in_the_order_of_reading() {
    let text = printed(arabic_and_italian());
    let phrases = [
        "أحمد عبد الرحمن",
        "Ahmed)",
        "عامل مخزن",
        "شركة النور للنقل",
        "استلام البضائع وترتيبها",
        "وجرد المخزن كل شهر",
        "شاحنة في اليوم مع فريق من",
        "Lavoro in magazzino da dieci anni; parlo",
        "e italiano (B1).",
    ];
    assert_all(&text, &phrases);
}

#[test]
fn an_arabic_cv_is_copied_in_the_order_of_reading() {
    let text = printed(arabic());
    let phrases = [
        "ليلى الحسن",
        "مطعم النيل",
        "تنظيف المطبخ وترتيب المخزن",
        "شهادة الثانوية العامة",
    ];
    assert_all(&text, &phrases);
}

#[test]
fn arabic_and_hebrew_are_tagged_with_their_languages() {
    let plain = spelt_out("languages.pdf", &pdf(arabic_and_italian()));
    for language in ["ar", "he", "it"] {
        let tags = [format!("/Lang ({language})"), format!("/Lang({language})")];
        assert!(tags.iter().any(|tag| plain.contains(tag)), "no {language}");
    }
}

#[test]
fn pages_of_an_arabic_cv_are_turned_from_right_to_left() {
    let plain = spelt_out("arabic.pdf", &pdf(arabic()));
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
    let plain = spelt_out("words.pdf", &file);
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
