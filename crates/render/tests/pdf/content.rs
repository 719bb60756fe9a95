//! What is printed: everything that goes out of a CV, in the person's order, and nothing else.

use crate::common;
use crate::tools::{ask, pdf_of, text_of};
use approdo_domain::{Cv, CvPlace, ExportChoice, FieldKind, FieldValue, SensitiveField};
use approdo_testkit::cv::full_cv;

/// The text of the pages on one line.
fn printed(cv: &Cv) -> String {
    on_one_line(&text_of(&pdf_of(&common::request(cv.clone()))))
}

fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a page shows of the texts of a CV; dates by their year.
pub fn shown_texts(cv: &Cv) -> Vec<(CvPlace, String)> {
    let mut shown = Vec::new();
    for place in cv.places() {
        let Some(FieldValue::Text(text)) = cv.value(place) else {
            continue;
        };
        match place.kind() {
            FieldKind::Line => shown.push((place, text.to_owned())),
            FieldKind::Paragraphs => {
                shown.extend(text.lines().map(|line| (place, line.to_owned())))
            }
            FieldKind::Date => {
                let year = text.rsplit('/').next().unwrap_or_default();
                shown.push((place, year.to_owned()));
            }
            FieldKind::Choice | FieldKind::File | FieldKind::Flag => {}
        }
    }
    shown.retain(|(place, text)| !text.is_empty() && *place != CvPlace::Title);
    shown
}

/// The titles of the sections in the order of the page, as the tags name them.
fn headings_in_tags(cv: &Cv) -> Vec<String> {
    let pdf = pdf_of(&common::request(cv.clone()));
    let told = ask("pdfinfo", "poppler-utils", &["-struct-text", "-"], &pdf);
    let mut lines = told.lines();
    let mut headings = Vec::new();
    while let Some(line) = lines.next() {
        if line.trim_start().starts_with("H2") {
            let text = lines.next().unwrap_or_default();
            headings.push(text.trim().trim_matches('"').trim().to_owned());
        }
    }
    headings
}

fn everything() -> Cv {
    full_cv().for_export(ExportChoice::everything())
}

#[test]
fn every_text_of_a_full_cv_is_printed() {
    let cv = everything();
    let text = printed(&cv);
    for (place, written) in shown_texts(&cv) {
        let written = on_one_line(&written);
        assert!(text.contains(&written), "{place:?} is not printed: {text}");
    }
}

#[test]
fn what_was_chosen_from_lists_is_printed_in_words() {
    let mut cv = everything();
    cv.experience[1].kind = "seasonal".to_owned();
    cv.education[0].level = "3".to_owned();
    cv.education[0].recognition = "CIMEA".to_owned();
    let text = printed(&cv);
    for words in [
        "0375 000 000 (casa)",
        "Via dell’Olmo 7, scala B, 26041 Casalmaggiore (CR)",
        "Domicilio: Vicolo Quartierino 3, Viadana (MN)",
        "Nazionalità: Italiana",
        "Categorie protette (L. 68/1999)",
        "Sabbioneta · lavoro stagionale",
        "livello EQF 3 · riconoscimento in Italia: CIMEA",
        "Informazioni e dati: intermedio",
        "Sicurezza: base",
        "Ente Scuola Cremona · n. CR-118 · valido fino a mag 2028",
        "da subito",
        "turni",
        "sabato, domenica e festivi",
        "entro 30 km da casa",
        "soggiornante di lungo periodo",
        "consente di lavorare",
        "Responsabile di turno",
    ] {
        assert!(text.contains(words), "{words:?} is not in {text}");
    }
    let sentence = text.find("(GDPR) e del D.Lgs. 196/2003.").unwrap();
    assert!(sentence > text.find("Allenatrice di pallavolo").unwrap());
}

#[test]
fn plain_employment_and_unknown_answers_add_no_word() {
    let mut cv = everything();
    let without = printed(&cv);
    cv.experience[0].kind = "employment".to_owned();
    cv.experience[1].kind = "of a newer version".to_owned();
    cv.education[0].level = "9".to_owned();
    cv.digital.content = "superhuman".to_owned();
    assert_eq!(printed(&cv), without);
}

#[test]
fn skills_of_both_kinds_stand_in_two_groups() {
    let mut cv = everything();
    let names = ["Competenze tecniche", "Competenze personali"];
    let text = printed(&cv);
    assert!(names.iter().all(|name| !text.contains(name)), "{text}");
    cv.skills[0].kind = "personal".to_owned();
    cv.skills[1].kind = "technical".to_owned();
    let text = printed(&cv);
    let of = |word: &str| text.find(word).unwrap();
    let order = [
        names[0],
        "HACCP",
        names[1],
        "Patentino muletto",
        "Altre competenze",
        "Primo soccorso",
    ];
    assert!(order.map(of).is_sorted(), "{text}");
}

#[test]
fn sections_stand_in_the_person_s_order_under_the_person_s_names() {
    let labels = common::italian_labels();
    let mut cv = everything();
    for reversed in [false, true] {
        if reversed {
            cv.order.reverse();
        }
        let expected: Vec<String> = cv
            .arrangement()
            .into_iter()
            .map(|heading| {
                let name = cv.heading_name(heading);
                name.unwrap_or_else(|| labels.heading(heading)).to_owned()
            })
            .collect();
        assert_eq!(headings_in_tags(&cv), expected);
        assert!(expected.iter().any(|name| name == "Che cosa so fare"));
        let text = printed(&cv);
        let after = |from: usize, name: &String| from + text[from..].find(name.as_str()).unwrap();
        expected.iter().fold(0, after);
    }
}

#[test]
fn nothing_is_printed_that_was_not_chosen() {
    let cv = full_cv();
    let text = printed(&cv.for_export(ExportChoice::default()));
    let private = [
        "1979",
        "Italiana",
        "dell’Olmo",
        "26041",
        "Quartierino",
        "RSSMRA85T10A562S",
        "L. 68/1999",
        "Permesso di soggiorno",
        "lungo periodo",
    ];
    for words in private {
        assert!(!text.contains(words), "{words} is printed unasked: {text}");
    }
    assert!(text.contains("Casalmaggiore (CR)"), "{text}");
    // A photo is no text: pages with and without it are in `photo`.
    let written = |field: &SensitiveField| *field != SensitiveField::Photo;
    for field in SensitiveField::ALL.into_iter().filter(written) {
        let mut choice = ExportChoice::default();
        choice.choose(field, true);
        let chosen = printed(&cv.for_export(choice));
        let shown = private.iter().filter(|words| chosen.contains(**words));
        assert!((1..=3).contains(&shown.count()), "{field:?}: {chosen}");
    }
}

#[test]
fn the_privacy_sentence_is_printed_only_if_wanted() {
    let mut cv = everything();
    cv.privacy_sentence = false;
    assert!(!printed(&cv).contains("GDPR"));
}

#[test]
fn further_numbers_publications_and_references_are_links() {
    let mut cv = everything();
    cv.publications[0].link = "www.esempio.it/ricette".to_owned();
    cv.references[0].email = "ivana@esempio.it".to_owned();
    let pdf = pdf_of(&common::request(cv));
    let told = ask("pdfinfo", "poppler-utils", &["-url", "-"], &pdf);
    for uri in [
        "tel:0375000000",
        "https://www.esempio.it/ricette",
        "tel:+393331111111",
        "mailto:ivana@esempio.it",
    ] {
        assert!(told.contains(uri), "{uri} is not in {told}");
    }
}

#[test]
fn an_own_section_without_a_title_is_printed_all_the_same() {
    let mut cv = everything();
    for title in ["", "😀 \u{202E}"] {
        title.clone_into(&mut cv.own_sections[0].title);
        assert!(headings_in_tags(&cv).contains(&"Altro".to_owned()));
        assert!(printed(&cv).contains("Allenatrice di pallavolo"));
    }
}
