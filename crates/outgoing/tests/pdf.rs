//! A PDF opens again as the CV it was made of, and holds nothing that was not chosen for it. Asked of
//! the tools that other people open it with.

#![expect(
    clippy::unwrap_used,
    reason = "helpers of tests: a tool that is missing or complains fails the test"
)]

#[path = "../../render/tests/common/mod.rs"]
mod sample;

use approdo_domain::{Cv, ExportChoice};
use approdo_exchange::export::{FileFormat, approdo_json};
use approdo_exchange::import::{Format, ImportRequest, Titles};
use approdo_outgoing::{FileRequest, copies};
use approdo_render::{FontSet, RenderRequest, Renderer};
use approdo_testkit::cv::full_cv;
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

/// 22 November 2026, 10:00 UTC.
const MADE_SECONDS: u64 = 1_795_341_600;

fn pdf_of(pages: &RenderRequest) -> Vec<u8> {
    let mut renderer = Renderer::new(FontSet::new());
    for font in sample::font_files() {
        renderer.add_font(font).unwrap();
    }
    let pdf = renderer.pdf_with(pages, &copies(pages), MADE_SECONDS);
    pdf.unwrap().bytes
}

fn ask(program: &str, arguments: &[&str], pdf: &[u8]) -> String {
    // Several tests ask at the same time.
    static FILES: AtomicU32 = AtomicU32::new(0);
    let number = FILES.fetch_add(1, Ordering::Relaxed);
    let name = format!("approdo-outgoing-{}-{number}.pdf", std::process::id());
    let file = std::env::temp_dir().join(name);
    std::fs::write(&file, pdf).unwrap();
    let output = Command::new(program).args(arguments).arg(&file).output();
    let output = output.unwrap();
    std::fs::remove_file(&file).unwrap();
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program}: {told}{complaint}");
    told
}

fn read(file: Vec<u8>) -> (Cv, Format) {
    let request = ImportRequest {
        file,
        titles: Titles::default(),
        first_id: u64::MAX - 3,
    };
    let imported = request.carry_out().unwrap();
    assert_eq!(imported.report.not_understood, []);
    (imported.cv, imported.report.format)
}

#[test]
fn a_pdf_opens_again_as_the_cv_it_was_made_of() {
    let cv = full_cv().for_export(ExportChoice::everything());
    let (back, format) = read(pdf_of(&sample::request(cv.clone())));
    assert_eq!(format, Format::ApprodoJson);
    assert_eq!(approdo_json(&back), approdo_json(&cv));
}

#[test]
fn the_file_is_sound_and_says_which_standards_it_keeps_to() {
    let cv = full_cv().for_export(ExportChoice::default());
    let pages = sample::request(cv);
    let pdf = pdf_of(&pages);
    let told = ask("qpdf", &["--check"], &pdf);
    assert!(!told.contains("WARNING"), "{told}");
    let metadata = ask("pdfinfo", &["-meta"], &pdf);
    for stated in [
        "<pdfaid:part>3<",
        "<pdfaid:conformance>B<",
        "<pdfuaid:part>1<",
    ] {
        assert!(metadata.contains(stated), "{stated}: {metadata}");
    }
    assert!(ask("pdfinfo", &[], &pdf).contains("Nov 22 "));
    assert!(ask("pdfinfo", &["-struct"], &pdf).contains("H1"));
    assert_eq!(pdf_of(&pages), pdf);
}

#[test]
fn what_was_not_chosen_is_in_no_copy_and_in_no_metadata() {
    let whole = full_cv();
    assert!(whole.personal.protected_category);
    let personal = whole.personal.clone();
    let pages = sample::request(whole.for_export(ExportChoice::default()));
    let pdf = pdf_of(&pages);
    let mut everything = ask("pdfinfo", &["-meta"], &pdf);
    everything.push_str(&ask("qpdf", &["--show-attachment=cv.approdo.json"], &pdf));
    everything.push_str(&ask("qpdf", &["--show-attachment=cv.europass.xml"], &pdf));
    everything.push_str(&ask("qpdf", &["--json"], &pdf));
    let everything = everything.to_lowercase();
    assert!(everything.contains(&personal.family_name.to_lowercase()));
    let protected = pages.labels.personal.protected_category.to_lowercase();
    let secrets = [
        &personal.tax_code,
        &personal.birth_date.0,
        &personal.address,
        &personal.nationality,
        &protected,
        &"68/99".to_owned(),
        &"protected".to_owned(),
    ];
    for secret in secrets {
        assert!(!secret.is_empty());
        assert!(!everything.contains(&secret.to_lowercase()), "{secret}");
    }
}

#[test]
fn other_formats_say_it_in_the_words_of_the_pages() {
    let cv = full_cv().for_export(ExportChoice::everything());
    let pages = sample::request(cv);
    let request = FileRequest {
        format: FileFormat::PlainText,
        pages,
    };
    let text = String::from_utf8(request.carry_out().unwrap()).unwrap();
    let labels = &request.pages.labels;
    for words in [
        &labels.present,
        &labels.situation.own_car,
        &labels.personal.tax_code,
    ] {
        assert!(text.contains(words.as_str()), "{words}: {text}");
    }
    assert!(!text.contains(['{', '}']), "{text}");
}

#[test]
fn a_pdf_without_files_inside_is_dated_by_nobody() {
    let mut renderer = Renderer::new(FontSet::new());
    for font in sample::font_files() {
        renderer.add_font(font).unwrap();
    }
    let pages = sample::request(full_cv());
    let plain = renderer.pdf(&pages).unwrap();
    assert!(!ask("pdfinfo", &[], &plain.bytes).contains("CreationDate"));
}

#[rstest::rstest]
#[case::arabic(sample::right_to_left::arabic())]
#[case::arabic_and_italian(sample::right_to_left::arabic_and_italian())]
#[case::greek_and_cyrillic(sample::unusual::greek_and_cyrillic())]
#[case::emoji(sample::unusual::emoji())]
#[case::six_pages(sample::fifteen_experiences())]
fn every_writing_goes_out_with_its_copies(#[case] cv: Cv) {
    let cv = cv.for_export(ExportChoice::everything());
    let pdf = pdf_of(&sample::request(cv.clone()));
    ask("qpdf", &["--check"], &pdf);
    assert_eq!(approdo_json(&read(pdf).0), approdo_json(&cv));
}
