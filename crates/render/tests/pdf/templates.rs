//! The templates: all of them say everything, in an order that a screen reader and a copied text keep.

use crate::common;
use crate::content::shown_texts;
use crate::tools::{ask, pdf_of, temporary};
use approdo_domain::{Cv, ExportChoice};
use approdo_render::{Accent, Look, RenderRequest, Spacing, Template, Typeface};
use approdo_testkit::cv::full_cv;
use rstest::rstest;

/// The headings down to a level in the order of the tags.
fn headings(request: &RenderRequest) -> Vec<String> {
    let told = ask(
        "pdfinfo",
        "poppler-utils",
        &["-struct-text", "-"],
        &pdf_of(request),
    );
    let mut lines = told.lines();
    let mut headings = Vec::new();
    while let Some(line) = lines.next() {
        let line = line.trim_start();
        if line.starts_with("H1") || line.starts_with("H2") {
            let text = lines.next().unwrap_or_default();
            headings.push(text.trim().trim_matches('"').trim().to_owned());
        }
    }
    headings
}

/// The words of the pages in the order in which they are written into the file.
fn words(request: &RenderRequest) -> Vec<String> {
    let text = ask(
        "pdftotext",
        "poppler-utils",
        &["-raw", "-", "-"],
        &pdf_of(request),
    );
    text.split_whitespace().map(str::to_owned).collect()
}

fn everything() -> Cv {
    full_cv().for_export(ExportChoice::everything())
}

#[rstest]
#[case::classic(Template::Classic)]
#[case::modern(Template::Modern)]
#[case::first_job(Template::FirstJob)]
fn every_text_of_a_full_cv_is_in_each_template(#[case] template: Template) {
    let cv = everything();
    let printed = words(&common::request_in(template, cv.clone())).concat();
    for (place, written) in shown_texts(&cv) {
        let written: String = written.split_whitespace().collect();
        assert!(printed.contains(&written), "{place:?} is not in {printed}");
    }
}

#[test]
fn a_column_at_the_side_is_read_after_the_text_contacts_first() {
    for (cv, name) in [
        (common::one_page(), "short"),
        (common::fifteen_experiences(), "long"),
    ] {
        let found = headings(&common::request_in(Template::Modern, cv));
        let expected = [
            "Nicolò Maria D'Alò",
            "Contatti",
            "Profilo",
            "Esperienze di lavoro",
            "Istruzione e formazione",
            "Lingue",
            "Competenze",
            "Patente e auto",
        ];
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn sections_that_find_no_room_in_the_column_join_the_text() {
    let found = headings(&common::request_in(Template::Modern, everything()));
    let place = |name: &str| found.iter().position(|heading| heading == name).unwrap();
    assert!(
        place("Lingue") > place("Sport"),
        "beside the text: {found:?}"
    );
    assert!(
        place("Interessi") < place("Pubblicazioni e lavori"),
        "in the text: {found:?}"
    );
}

#[test]
fn levels_in_a_column_are_words_instead_of_a_table() {
    let words = words(&common::request_in(Template::Modern, common::one_page())).join(" ");
    assert!(words.contains("Ascolto C1, Lettura B2"), "{words}");
}

#[test]
fn the_first_job_begins_with_what_the_person_can_do_unless_they_moved_it() {
    let mut cv = common::beginner::first_job();
    let found = headings(&common::request_in(Template::FirstJob, cv.clone()));
    assert_eq!(found[1..4], ["Profilo", "Competenze", "Disponibilità"]);
    cv.order = cv.arrangement();
    cv.order.rotate_left(1);
    let found = headings(&common::request_in(Template::FirstJob, cv));
    assert_eq!(found[1], "Esperienze di lavoro");
}

#[test]
fn every_look_gives_a_sound_file() {
    for template in Template::ALL {
        let typefaces = Typeface::ALL.into_iter().rev().cycle();
        for ((accent, spacing), typeface) in Accent::ALL
            .into_iter()
            .zip(Spacing::ALL.into_iter().cycle())
            .zip(typefaces)
        {
            let look = Look {
                template,
                accent,
                typeface,
                spacing,
                one_page: accent == Accent::Green,
            };
            let request = RenderRequest {
                look,
                ..common::request(everything())
            };
            let name = format!("look-{}-{}.pdf", template.code(), accent.code());
            let file = temporary(&name, &pdf_of(&request));
            let told = ask("qpdf", "qpdf", &["--check", file.to_str().unwrap()], &[]);
            assert!(
                told.contains("No syntax or stream encoding errors"),
                "{look:?}: {told}"
            );
        }
    }
}
