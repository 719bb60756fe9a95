//! The photo: in the PDF as the very JPEG that came, tagged as a figure with a description, in each
//! template beside the text and never over it; on screen at the same place.

use crate::common;
use crate::tools::{ask, pdf_of, renderer, temporary, text_of};
use approdo_domain::Cv;
use approdo_render::{Look, Photo, RenderRequest, Spacing, Template};
use rstest::rstest;

fn with_photo(template: Template, cv: Cv) -> RenderRequest {
    RenderRequest {
        photo: Some(common::portrait()),
        ..common::request_in(template, cv)
    }
}

fn pictures_in(pdf: &[u8]) -> Vec<String> {
    let told = ask("pdfimages", "poppler-utils", &["-list", "-"], pdf);
    told.lines().skip(2).map(str::to_owned).collect()
}

/// Where `pdftotext` finds the words of the first page: left, top, right, lower edge in points.
fn words_of(pdf: &[u8]) -> Vec<([f32; 4], String)> {
    let arguments = ["-bbox", "-l", "1", "-", "-"];
    let told = ask("pdftotext", "poppler-utils", &arguments, pdf);
    let number = |line: &str, name: &str| -> f32 {
        let (_, rest) = line.split_once(&format!("{name}=\"")).unwrap();
        rest.split_once('"').unwrap().0.parse().unwrap()
    };
    let lines = told.lines().filter(|line| line.contains("<word"));
    lines
        .map(|line| {
            let edges = ["xMin", "yMin", "xMax", "yMax"].map(|name| number(line, name));
            let word = line.split_once("\">").unwrap().1;
            (edges, word.to_owned())
        })
        .collect()
}

/// The same of the photo, as the preview places it.
fn photo_in(request: &RenderRequest) -> [f32; 4] {
    let pages = renderer().preview(request).unwrap().pages;
    let (_, rest) = pages[0].split_once("<image").unwrap();
    let number = |name: &str| -> f32 {
        let (_, rest) = rest.split_once(&format!(" {name}=\"")).unwrap();
        rest.split_once('"').unwrap().0.parse().unwrap()
    };
    let [x, y, width, height] = ["x", "y", "width", "height"].map(number);
    [x, y, x + width, y + height]
}

fn overlap(one: &[f32; 4], other: &[f32; 4]) -> bool {
    one[0] < other[2] - 0.5
        && other[0] < one[2] - 0.5
        && one[1] < other[3] - 0.5
        && other[1] < one[3] - 0.5
}

#[test]
fn without_a_photo_there_is_no_picture_in_the_file() {
    let pdf = pdf_of(&common::request(common::one_page()));
    assert!(pictures_in(&pdf).is_empty());
}

#[rstest]
#[case::classic(Template::Classic)]
#[case::modern(Template::Modern)]
#[case::first_job(Template::FirstJob)]
fn the_photo_is_in_the_file_once_as_it_came(#[case] template: Template) {
    let pdf = pdf_of(&with_photo(template, common::fifteen_experiences()));
    let pictures = pictures_in(&pdf);
    assert_eq!(pictures.len(), 1, "{pictures:?}");
    assert!(pictures[0].contains("jpeg") && pictures[0].contains(" 480 "));
    let jpeg = common::portrait().jpeg;
    assert!(
        pdf.windows(jpeg.len()).any(|part| part == jpeg),
        "the picture was written anew"
    );
}

#[rstest]
#[case::classic(Template::Classic)]
#[case::modern(Template::Modern)]
#[case::first_job(Template::FirstJob)]
fn the_photo_is_a_figure_with_a_description(#[case] template: Template) {
    let mut cv = common::one_page();
    "Anna".clone_into(&mut cv.personal.given_name);
    "Rossi".clone_into(&mut cv.personal.family_name);
    let pdf = pdf_of(&with_photo(template, cv));
    let told = ask("pdfinfo", "poppler-utils", &["-struct", "-"], &pdf);
    assert_eq!(told.matches("Figure").count(), 1, "{told}");
    let file = temporary(&format!("figure-{template:?}.pdf"), &pdf);
    let arguments = [
        "--qdf",
        "--object-streams=disable",
        file.to_str().unwrap(),
        "-",
    ];
    let plain = ask("qpdf", "qpdf", &arguments, &[]);
    assert!(plain.contains("/Alt (Fotografia: Anna Rossi)"));
}

/// Long names, long addresses, tight and wide spacing: the photo never hides a word.
#[rstest]
fn no_word_stands_under_the_photo(
    #[values(Template::Classic, Template::Modern, Template::FirstJob)] template: Template,
    #[values(Spacing::Close, Spacing::Usual, Spacing::Wide)] spacing: Spacing,
    #[values("Anna", "Maria Antonietta Guglielmina Bartolomea")] name: &str,
) {
    let mut cv = common::one_page();
    name.clone_into(&mut cv.personal.given_name);
    cv.personal.email = "maria.antonietta.guglielmina.bartolomea@posta-elettronica.it".to_owned();
    cv.personal.headline = "Addetta al magazzino e alla logistica dei prodotti freschi".to_owned();
    let mut request = with_photo(template, cv);
    request.look = Look {
        spacing,
        one_page: true,
        ..request.look
    };
    let photo = photo_in(&request);
    for (edges, word) in words_of(&pdf_of(&request)) {
        assert!(!overlap(&edges, &photo), "{word} at {edges:?}, {photo:?}");
    }
    let outside = photo[0] < 0.0 || photo[2] > 596.0 || photo[3] > 842.0;
    assert!(!outside, "{photo:?}");
}

#[test]
fn what_is_under_the_head_stands_below_the_photo() {
    let request = with_photo(Template::Classic, Cv::default());
    let [_, top, _, bottom] = photo_in(&request);
    assert!((bottom - top - 112.0).abs() < 1.0, "3 to 4");
}

#[test]
fn on_pages_that_begin_at_the_right_the_photo_stands_at_the_left() {
    for template in [Template::Classic, Template::Modern, Template::FirstJob] {
        let request = RenderRequest {
            language: "ar".to_owned(),
            ..with_photo(template, common::one_page())
        };
        let [left, ..] = photo_in(&request);
        assert!(left < 200.0, "{template:?} at {left}");
        let photo = photo_in(&request);
        for (edges, word) in words_of(&pdf_of(&request)) {
            assert!(!overlap(&edges, &photo), "{word} at {edges:?}, {photo:?}");
        }
    }
}

#[test]
fn a_square_photo_is_square() {
    let mut request = with_photo(Template::Classic, common::one_page());
    if let Some(photo) = &mut request.photo {
        photo.pixels = (500, 500);
    }
    let [left, top, right, bottom] = photo_in(&request);
    assert!((right - left - (bottom - top)).abs() < 0.1);
}

#[test]
fn bytes_that_are_no_picture_do_not_keep_the_cv_from_being_printed() {
    let request = RenderRequest {
        photo: Some(Photo {
            jpeg: b"GIF89a".to_vec(),
            ..common::portrait()
        }),
        ..common::request(common::one_page())
    };
    let pdf = pdf_of(&request);
    assert!(pictures_in(&pdf).is_empty());
    assert!(text_of(&pdf).contains(&common::one_page().personal.family_name));
}

#[test]
fn a_preview_names_the_picture_and_carries_none() {
    let request = RenderRequest {
        photo: Some(Photo {
            jpeg: Vec::new(),
            address: "blob:https://example.it/1\"<".to_owned(),
            ..common::portrait()
        }),
        ..common::request(common::one_page())
    };
    let pages = renderer().preview(&request).unwrap().pages;
    assert!(pages[0].contains("href=\"blob:https://example.it/1&quot;&lt;\""));
}

#[rstest]
#[case::classic("photo-classic", Template::Classic)]
#[case::modern("photo-modern", Template::Modern)]
#[case::first_job("photo-first-job", Template::FirstJob)]
fn qpdf_finds_nothing_wrong(#[case] name: &str, #[case] template: Template) {
    let pdf = pdf_of(&with_photo(template, common::one_page()));
    let file = temporary(&format!("{name}.pdf"), &pdf);
    ask("qpdf", "qpdf", &["--check", file.to_str().unwrap()], &[]);
}
