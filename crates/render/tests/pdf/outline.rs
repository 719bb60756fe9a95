//! Bookmarks and headings: how people find their way in a long CV, with a mouse or a screen reader.

use crate::common;
use crate::tools::{ask, pdf_of, renderer, temporary};
use serde_json::Value;

/// A bookmark: its text, its page, and the bookmarks under it.
struct Bookmark {
    title: String,
    page: u64,
    under: Vec<Bookmark>,
}

fn bookmarks(pdf: &[u8], name: &str) -> Vec<Bookmark> {
    let file = temporary(name, pdf);
    let arguments = ["--json=2", "--json-key=outlines", file.to_str().unwrap()];
    let told: Value = serde_json::from_str(&ask("qpdf", "qpdf", &arguments, &[])).unwrap();
    bookmarks_in(&told["outlines"])
}

fn bookmarks_in(list: &Value) -> Vec<Bookmark> {
    let entries = list.as_array().unwrap().iter();
    entries
        .map(|entry| Bookmark {
            title: entry["title"].as_str().unwrap().to_owned(),
            page: entry["destpageposfrom1"].as_u64().unwrap(),
            under: bookmarks_in(&entry["kids"]),
        })
        .collect()
}

#[test]
fn sections_and_their_entries_have_bookmarks() {
    let pdf = pdf_of(&common::request(common::one_page()));
    let found: Vec<(String, Vec<String>)> = bookmarks(&pdf, "bookmarks-one.pdf")
        .into_iter()
        .map(|section| {
            let under = section.under.into_iter().map(|entry| entry.title);
            (section.title, under.collect())
        })
        .collect();
    let expected: [(&str, &[&str]); 7] = [
        ("Nicolò Maria D'Alò", &[]),
        ("Profilo", &[]),
        (
            "Esperienze di lavoro",
            &[
                "Responsabile dell'ufficio spedizioni",
                "Magazziniera",
                "Tirocinio in segreteria",
            ],
        ),
        (
            "Istruzione e formazione",
            &[
                "Diploma di ragioneria",
                "Corso HACCP e sicurezza sul lavoro",
            ],
        ),
        ("Lingue", &[]),
        ("Competenze", &[]),
        ("Patente e auto", &[]),
    ];
    let expected = expected.map(|(section, under)| {
        let under = under.iter().map(|&title| title.to_owned());
        (section.to_owned(), under.collect::<Vec<_>>())
    });
    assert_eq!(found, expected);
}

#[test]
fn a_bookmark_leads_to_the_page_where_its_text_stands() {
    let request = common::request(common::fifteen_experiences());
    let pdf = renderer().pdf(&request).unwrap();
    assert_eq!(pdf.pages, 6);
    let texts: Vec<String> = (1..=6)
        .map(|page: u8| {
            let page = page.to_string();
            let range = ["-f", &page, "-l", &page, "-", "-"];
            ask("pdftotext", "poppler-utils", &range, &pdf.bytes)
        })
        .collect();
    let sections = bookmarks(&pdf.bytes, "bookmarks-six.pdf");
    let entries = sections.iter().flat_map(|section| &section.under);
    let mut reached = Vec::new();
    for bookmark in sections.iter().chain(entries) {
        let text = &texts[usize::try_from(bookmark.page).unwrap() - 1];
        let found = text.contains(&bookmark.title);
        assert!(found, "{} is not on page {}", bookmark.title, bookmark.page);
        reached.push(bookmark.page);
    }
    reached.sort_unstable();
    reached.dedup();
    assert_eq!(reached, [1, 2, 3, 4, 5, 6]);
}

#[test]
fn headings_go_down_one_level_at_a_time_and_carry_their_text() {
    let pdf = pdf_of(&common::request(common::long_career(4)));
    let told = ask("pdfinfo", "poppler-utils", &["-struct-text", "-"], &pdf);
    let lines: Vec<&str> = told.lines().map(str::trim).collect();
    let mut levels = Vec::new();
    for (line, text) in lines.iter().zip(&lines[1..]) {
        let level = line.strip_prefix('H').and_then(|rest| rest.chars().next());
        if let Some(level) = level.and_then(|level| level.to_digit(10)) {
            assert!(text.starts_with('"'), "an empty heading: {line}");
            levels.push(level);
        }
    }
    assert_eq!(levels.iter().filter(|&&level| level == 1).count(), 1);
    assert_eq!(levels[0], 1);
    assert!(
        levels.windows(2).all(|pair| pair[1] <= pair[0] + 1),
        "{levels:?}"
    );
    assert_eq!(levels.iter().filter(|&&level| level == 3).count(), 9);
}
