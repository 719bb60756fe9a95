//! Letter and CV in one PDF: the letter first, each with its own look, bookmarks and language, and nothing of
//! the CV that was not let out.

use crate::common;
use crate::common::letter::{letter, letter_request, letter_request_in};
use crate::tools::{ask, renderer, temporary, text_of};
use approdo_domain::ExportChoice;
use approdo_render::{Attachment, Photo, RenderRequest, Template};
use approdo_testkit::cv::full_cv;
use serde_json::Value;

fn together(cv: &RenderRequest) -> Vec<u8> {
    let letter = letter_request_in(cv.look.template, letter());
    let pdf = renderer().letter_and_cv_pdf(&letter, cv, &[], 0).unwrap();
    pdf.bytes
}

fn page(pdf: &[u8], number: &str) -> String {
    let range = ["-f", number, "-l", number, "-", "-"];
    ask("pdftotext", "poppler-utils", &range, pdf)
}

#[test]
fn the_letter_comes_first_and_the_cv_after_it_in_its_template() {
    for template in Template::ALL {
        let pdf = together(&common::request_in(template, common::one_page()));
        assert!(page(&pdf, "1").contains("Gentile dottoressa"));
        assert!(page(&pdf, "2").contains("Responsabile"), "{template:?}");
        let file = temporary(&format!("together-{}.pdf", template.code()), &pdf);
        let told = ask("qpdf", "qpdf", &["--check", file.to_str().unwrap()], &[]);
        assert!(
            told.contains("No syntax or stream encoding errors"),
            "{told}"
        );
    }
}

#[test]
fn both_have_bookmarks_that_lead_to_their_pages() {
    let pdf = together(&common::request(common::long_career(10)));
    let file = temporary("together-bookmarks.pdf", &pdf);
    let arguments = ["--json=2", "--json-key=outlines", file.to_str().unwrap()];
    let told: Value = serde_json::from_str(&ask("qpdf", "qpdf", &arguments, &[])).unwrap();
    let outlines = told["outlines"].as_array().unwrap();
    let [letter, cv] = outlines.as_slice() else {
        panic!("two documents, in {outlines:?}");
    };
    assert_eq!(letter["title"], "Lettera di presentazione");
    assert_eq!(letter["destpageposfrom1"], 1);
    assert_eq!(cv["title"], "CV – Nicolò Maria D'Alò");
    assert_eq!(cv["destpageposfrom1"], 2);
    let sections = cv["kids"].as_array().unwrap();
    assert!(sections.len() > 4, "{sections:?}");
    let last = sections.last().unwrap()["destpageposfrom1"].as_u64();
    assert_eq!(last, Some(4));
}

#[test]
fn each_is_read_aloud_in_its_language() {
    let mut cv = common::request(common::one_page());
    cv.language = "en".to_owned();
    let pdf = together(&cv);
    let told = ask("pdfinfo", "poppler-utils", &["-struct", "-"], &pdf);
    assert!(told.contains("Part"), "{told}");
    let told = ask("pdfinfo", "poppler-utils", &["-"], &pdf);
    assert!(told.contains("Lettera e CV – Nicolò Maria D'Alò"), "{told}");
    let file = temporary("together-languages.pdf", &pdf);
    let json = ask("qpdf", "qpdf", &["--json=2", file.to_str().unwrap()], &[]);
    assert!(json.contains("\"/Lang\": \"u:en\""));
}

#[test]
fn what_was_not_chosen_stands_nowhere_in_the_file() {
    let mut written = full_cv();
    written.personal.protected_category = true;
    let cv = written.for_export(ExportChoice::default());
    let mut request = common::request(cv.clone());
    request.labels.personal.protected_category = "Categorie protette (L. 68/99)".to_owned();
    let pdf = together(&request);
    let printed = text_of(&pdf);
    assert!(!printed.contains("68/99"), "{printed}");
    let bytes = serde_json::to_vec(&cv).unwrap();
    let copy = Attachment {
        name: "cv.json".to_owned(),
        media_type: "application/json".to_owned(),
        description: "CV".to_owned(),
        is_source: true,
        bytes,
    };
    let letter = letter_request(letter());
    let pdf = renderer()
        .letter_and_cv_pdf(&letter, &request, &[copy], 1_790_000_000)
        .unwrap();
    let file = temporary("together-choices.pdf", &pdf.bytes);
    let file = file.to_str().unwrap();
    let plain = ask(
        "qpdf",
        "qpdf",
        &["--qdf", "--object-streams=disable", file, "-"],
        &[],
    );
    assert!(!plain.contains("68/99"));
    assert!(!plain.contains("\"protected_category\":true"));
    let tags = ask(
        "pdfinfo",
        "poppler-utils",
        &["-struct-text", "-"],
        &pdf.bytes,
    );
    assert!(!tags.contains("68/99"), "{tags}");
    request.cv = written.for_export(ExportChoice::everything());
    assert!(text_of(&together(&request)).contains("68/99"));
}

#[test]
fn the_photo_stands_on_the_page_of_the_cv() {
    let photo: Photo = common::portrait();
    let cv = RenderRequest {
        photo: Some(photo),
        ..common::request(common::one_page())
    };
    let images = ask(
        "pdfimages",
        "poppler-utils",
        &["-list", "-"],
        &together(&cv),
    );
    let pages: Vec<&str> = images
        .lines()
        .skip(2)
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    assert_eq!(pages, ["2"], "{images}");
}
