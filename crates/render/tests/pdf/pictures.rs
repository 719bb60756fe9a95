//! Pages compared with pictures that a person has looked at, in `tests/references`.
//!
//! `APPRODO_WRITE_REFERENCES=1 cargo test -p approdo-render --test pdf pictures` writes new ones: look at
//! each before keeping it. What was expected, what came and where they differ is left in the target folder.

use crate::common;
use crate::picture::Picture;
use crate::tools::renderer;
use approdo_domain::Cv;
use approdo_render::{RenderRequest, Template, Typeface};
use rstest::rstest;
use std::path::{Path, PathBuf};

const WRITE: &str = "APPRODO_WRITE_REFERENCES";

#[rstest]
#[case::one("one", 1, common::one_page())]
#[case::three("three", 3, common::long_career(10))]
#[case::six("six", 6, common::fifteen_experiences())]
#[case::greek_and_cyrillic("greek-and-cyrillic", 1, common::unusual::greek_and_cyrillic())]
#[case::arabic_and_italian("arabic-and-italian", 1, common::right_to_left::arabic_and_italian())]
#[case::arabic("arabic", 1, common::right_to_left::arabic())]
#[case::emoji("emoji", 1, common::unusual::emoji())]
#[case::long_words("long-words", 2, common::unusual::long_words())]
fn pages_look_as_reviewed(#[case] name: &str, #[case] pages: usize, #[case] cv: Cv) {
    let pdf = renderer().pdf(&common::request(cv)).unwrap();
    assert_eq!(pdf.pages, pages);
    let unlike: Vec<String> = (1..=pages)
        .map(|page| (format!("{name}-{page}"), Picture::of_page(&pdf.bytes, page)))
        .filter(|(name, page)| !is_as_reviewed(name, page))
        .map(|(name, _)| name)
        .collect();
    assert!(
        unlike.is_empty(),
        "{unlike:?} look different; see {name}-*.png in {}. If they are as wanted, run this again with {WRITE}=1",
        env!("CARGO_TARGET_TMPDIR")
    );
}

/// Templates with the pages that are compared: the first of a short and of a long CV, and what is
/// different on later ones.
#[rstest]
#[case::modern("modern", Template::Modern, common::one_page(), 1, &[1])]
#[case::modern_six("modern-six", Template::Modern, common::fifteen_experiences(), 6, &[1, 2, 6])]
#[case::modern_arabic("modern-arabic", Template::Modern, common::right_to_left::arabic(), 1, &[1])]
#[case::first_job("first-job", Template::FirstJob, common::beginner::first_job(), 1, &[1])]
#[case::first_job_six("first-job-six", Template::FirstJob, common::fifteen_experiences(), 7, &[1, 7])]
fn templates_look_as_reviewed(
    #[case] name: &str,
    #[case] template: Template,
    #[case] cv: Cv,
    #[case] pages: usize,
    #[case] compared: &[usize],
) {
    let pdf = renderer().pdf(&common::request_in(template, cv)).unwrap();
    assert_eq!(pdf.pages, pages);
    let unlike: Vec<&usize> = compared
        .iter()
        .filter(|page| {
            let picture = Picture::of_page(&pdf.bytes, **page);
            !is_as_reviewed(&format!("{name}-{page}"), &picture)
        })
        .collect();
    assert!(
        unlike.is_empty(),
        "pages {unlike:?} of {name} look different"
    );
}

/// Each typeface beside the usual one, with letters that it leaves to the others.
#[rstest]
#[case::sans("typeface-sans", Typeface::Sans)]
#[case::serif("typeface-serif", Typeface::Serif)]
fn typefaces_look_as_reviewed(#[case] name: &str, #[case] typeface: Typeface) {
    let cv = common::unusual::greek_and_cyrillic();
    let pdf = renderer().pdf(&common::request_set_in(typeface, cv));
    let picture = Picture::of_page(&pdf.unwrap().bytes, 1);
    assert!(is_as_reviewed(name, &picture), "{name} looks different");
}

/// Each template with a photo.
#[rstest]
#[case::classic("photo-classic", Template::Classic)]
#[case::modern("photo-modern", Template::Modern)]
#[case::first_job("photo-first-job", Template::FirstJob)]
fn photos_look_as_reviewed(#[case] name: &str, #[case] template: Template) {
    let request = RenderRequest {
        photo: Some(common::portrait()),
        ..common::request_in(template, common::beginner::first_job())
    };
    let pdf = renderer().pdf(&request).unwrap();
    let picture = Picture::of_page(&pdf.bytes, 1);
    assert!(is_as_reviewed(name, &picture), "{name} looks different");
}

fn is_as_reviewed(name: &str, page: &Picture) -> bool {
    is_as_in("references", name, page)
}

/// Compares with the picture of that name in a folder beside this one.
pub fn is_as_in(references: &str, name: &str, page: &Picture) -> bool {
    let file = folder(references).join(format!("{name}.png"));
    if std::env::var_os(WRITE).is_some() {
        page.write(&file);
    }
    let left =
        |what: &str| Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{what}.png"));
    let Some(expected) = Picture::read(&file) else {
        page.write(&left("got"));
        return false;
    };
    if expected.blocks_unlike(page) == 0 {
        return true;
    }
    expected.write(&left("expected"));
    page.write(&left("got"));
    expected.difference(page).write(&left("difference"));
    false
}

/// Moves some rows of pixels down, as a line of text that stands elsewhere.
fn with_moved_rows(page: &Picture, rows: std::ops::Range<usize>, by: usize) -> Picture {
    let mut moved = page.clone();
    let pixels = |row: usize| row * page.width..(row + 1) * page.width;
    for row in rows.clone() {
        moved.pixels[pixels(row)].fill(255);
    }
    for row in rows {
        moved.pixels[pixels(row + by)].copy_from_slice(&page.pixels[pixels(row)]);
    }
    moved
}

#[test]
fn a_line_that_moved_by_a_point_is_noticed() {
    let pdf = renderer()
        .pdf(&common::request(common::one_page()))
        .unwrap();
    let page = Picture::of_page(&pdf.bytes, 1);
    let white = |row: &usize| {
        page.pixels[row * page.width..(row + 1) * page.width]
            .iter()
            .all(|&grey| grey == 255)
    };
    let first = (200..).find(white).unwrap();
    let start = (first..).find(|row| !white(row)).unwrap();
    let end = (start..).find(white).unwrap();
    assert!(
        (5..18).contains(&(end - start)),
        "not a line: {start} to {end}"
    );
    assert!(page.blocks_unlike(&with_moved_rows(&page, start..end, 1)) > 0);
}

#[test]
fn another_word_is_noticed() {
    let picture = |profile: &str| {
        let mut cv = common::one_page();
        profile.clone_into(&mut cv.profile);
        let pdf = renderer().pdf(&common::request(cv)).unwrap();
        Picture::of_page(&pdf.bytes, 1)
    };
    assert!(
        picture("Cerco un impiego stabile").blocks_unlike(&picture("Cerco un impegno stabile")) > 0
    );
}

#[test]
fn somewhat_lighter_or_softer_edges_are_not_noticed() {
    let pdf = renderer()
        .pdf(&common::request(common::one_page()))
        .unwrap();
    let page = Picture::of_page(&pdf.bytes, 1);
    let mut lighter = page.clone();
    for grey in &mut lighter.pixels {
        *grey = 255 - (255 - *grey) / 16 * 15;
    }
    let mut softer = page.clone();
    for (pixel, three) in softer.pixels[1..].iter_mut().zip(page.pixels.windows(3)) {
        *pixel =
            u8::try_from((u32::from(three[0]) + 6 * u32::from(three[1]) + u32::from(three[2])) / 8)
                .unwrap();
    }
    assert_eq!(
        (page.blocks_unlike(&lighter), page.blocks_unlike(&softer)),
        (0, 0)
    );
}

fn folder(references: &str) -> PathBuf {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    tests.join(references)
}

/// Adds up the files of a folder.
pub fn bytes_in(references: &str) -> u64 {
    let files = std::fs::read_dir(folder(references)).unwrap();
    files
        .map(|file| file.unwrap().metadata().unwrap().len())
        .sum()
}

#[test]
fn references_stay_small() {
    assert!(bytes_in("references") < 600_000);
}
