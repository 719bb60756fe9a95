//! The preview and the PDF are two drawings of one layout: the same lines at the same places.

use crate::common;
use crate::tools::{ask, renderer, temporary};

#[test]
fn preview_and_pdf_have_the_same_lines_on_the_same_pages() {
    let request = common::request(common::long_career(10));
    let mut renderer = renderer();
    let preview = renderer.preview(&request).unwrap();
    let pdf = renderer.pdf(&request).unwrap();
    assert_eq!(preview.pages.len(), pdf.pages);
    for (number, page) in (1..).zip(&preview.pages) {
        let number = format!("{number}");
        let range = ["-raw", "-f", &number, "-l", &number, "-", "-"];
        let printed = ask("pdftotext", "poppler-utils", &range, &pdf.bytes);
        let printed: Vec<String> = printed.lines().map(squeezed).collect();
        for line in lines_of(page) {
            let line = squeezed(&line);
            let found = printed.iter().any(|other| other.contains(&line));
            assert!(found, "page {number} of the PDF has no line {line:?}");
        }
    }
}

/// The text of each `<text>` element of a page.
fn lines_of(svg: &str) -> Vec<String> {
    let elements = svg.split("<text").skip(1);
    elements
        .map(|element| {
            let element = &element[..element.find("</text>").unwrap()];
            let mut text = String::new();
            let mut inside = true;
            for character in element.chars() {
                match character {
                    '<' => inside = true,
                    '>' => inside = false,
                    _ if !inside => text.push(character),
                    _ => {}
                }
            }
            text.replace("&amp;", "&").replace("&quot;", "\"")
        })
        .collect()
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Where the lines of a page begin, from its upper left corner, in points.
type Places = Vec<(f32, f32)>;

/// The places of the `<text>` elements of a page.
fn places_in_preview(svg: &str) -> Places {
    let value = |element: &str, name: &str| -> f32 {
        let (_, rest) = element.split_once(name).unwrap();
        rest[..rest.find('"').unwrap()].parse().unwrap()
    };
    let elements = svg.split("<text").skip(1);
    elements
        .map(|element| (value(element, " x=\""), value(element, " y=\"")))
        .collect()
}

/// The places at which text is begun on a page (operator Tm; ISO 32000-1, 9.4.2).
fn places_in_pdf(file: &str, page: usize) -> Places {
    let page = page.to_string();
    let one_page = [
        "--qdf",
        "--object-streams=disable",
        file,
        "--pages",
        file,
        &page,
        "--",
        "-",
    ];
    let content = ask("qpdf", "qpdf", &one_page, &[]);
    let mut places = Places::new();
    for before in content.split(" Tm").filter(|text| text.contains("BT")) {
        let mut numbers = before.rsplit(' ').map(str::parse);
        if let (Some(Ok(y)), Some(Ok(x))) = (numbers.next(), numbers.next()) {
            places.push((x, y));
        }
    }
    places
}

fn is_near(one: f32, other: f32) -> bool {
    (one - other).abs() < 0.02
}

#[test]
fn each_line_is_at_the_same_place_in_preview_and_pdf() {
    let request = common::request(common::fifteen_experiences());
    let mut renderer = renderer();
    let preview = renderer.preview(&request).unwrap();
    let pdf = renderer.pdf(&request).unwrap();
    let file = temporary("places.pdf", &pdf.bytes);
    for (number, page) in (1..).zip(&preview.pages) {
        let shown = places_in_preview(page);
        let printed = places_in_pdf(file.to_str().unwrap(), number);
        assert!(shown.len() > 20, "page {number} is nearly empty");
        for (x, y) in &shown {
            let found = printed
                .iter()
                .any(|place| is_near(place.0, *x) && is_near(place.1, *y));
            assert!(found, "page {number}: nothing in the PDF at {x}, {y}");
        }
        for (x, y) in &printed {
            let found = shown.iter().any(|place| is_near(place.1, *y));
            assert!(found, "page {number}: only the PDF has a line at {x}, {y}");
        }
    }
}
