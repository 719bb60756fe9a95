//! Known answers about the PDF, asked of the tools that other people will open it with: qpdf,
//! pdfinfo and pdftotext.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use approdo_render::{FontSet, Labels, RenderRequest, Renderer};
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

mod common;

fn renderer() -> Renderer {
    let mut fonts = FontSet::new();
    for file in common::font_files() {
        fonts.add(file).unwrap();
    }
    Renderer::new(fonts)
}

/// Gives a file to a tool on standard input or as a temporary file and returns what it prints.
fn ask(tool: &str, package: &str, arguments: &[&str], pdf: &[u8]) -> String {
    let mut child = Command::new(tool)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| {
            panic!("{tool} did not start ({error}); install it: apt-get install {package}")
        });
    let mut input = child.stdin.take().unwrap();
    let bytes = pdf.to_vec();
    let writer = std::thread::spawn(move || input.write_all(&bytes));
    let output = child.wait_with_output().unwrap();
    // A tool that needs no input may close it before everything is written.
    drop(writer.join().unwrap());
    assert!(
        output.status.success(),
        "{tool} refuses the PDF: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn text_of(pdf: &[u8]) -> String {
    ask("pdftotext", "poppler-utils", &["-", "-"], pdf)
}

fn pdf_of(request: &RenderRequest) -> Vec<u8> {
    renderer().pdf(request).unwrap().bytes
}

#[test]
fn the_file_is_sound() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    for (name, more) in [("one", 0), ("three", 10), ("twenty", 110)] {
        let file = folder.join(format!("sound-{name}.pdf"));
        let pdf = pdf_of(&common::request(common::long_career(more)));
        std::fs::write(&file, pdf).unwrap();
        let told = ask("qpdf", "qpdf", &["--check", file.to_str().unwrap()], &[]);
        assert!(
            told.contains("No syntax or stream encoding errors"),
            "{told}"
        );
    }
}

#[test]
fn it_is_tagged_and_says_whose_it_is() {
    let pdf = pdf_of(&common::request(common::one_page()));
    let told = ask("pdfinfo", "poppler-utils", &["-"], &pdf);
    let value = |key: &str| {
        let line = told.lines().find(|line| line.starts_with(key)).unwrap();
        line[key.len()..].trim().to_owned()
    };
    assert_eq!(value("Tagged:"), "yes");
    assert_eq!(value("Title:"), "CV – Nicolò Maria D'Alò");
    assert_eq!(value("Author:"), "Nicolò Maria D'Alò");
    assert_eq!(value("Page size:"), "595.28 x 841.89 pts (A4)");
    assert!(!told.contains("CreationDate"), "{told}");
    let metadata = ask("pdfinfo", "poppler-utils", &["-meta", "-"], &pdf);
    assert!(
        metadata.contains("<pdfuaid:part>1</pdfuaid:part>"),
        "{metadata}"
    );
    assert!(metadata.contains("<rdf:li>it</rdf:li>"), "{metadata}");
}

#[test]
fn its_structure_has_headings_lists_a_table_and_links() {
    let pdf = pdf_of(&common::request(common::one_page()));
    let told = ask("pdfinfo", "poppler-utils", &["-struct-text", "-"], &pdf);
    for role in [
        "H1", "H2", "H3", "L ", "LI", "Lbl", "LBody", "Table", "TH", "TD", "Link",
    ] {
        let found = told.lines().any(|line| {
            let line = format!("{} ", line.trim_start());
            line.starts_with(role)
        });
        assert!(found, "no {role} in {told}");
    }
}

#[test]
fn every_word_comes_out_in_reading_order() {
    let request = common::request(common::long_career(2));
    let text = text_of(&pdf_of(&request));
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut position = 0;
    let mut expect = |written: &str| {
        for word in written.split_whitespace().filter(|word| *word != "-") {
            let found = words[position..].iter().position(|other| *other == word);
            let found = found.unwrap_or_else(|| panic!("{word} is missing or too early"));
            position += found + 1;
        }
    };
    let cv = &request.cv;
    expect(&cv.personal.full_name());
    expect(&cv.personal.headline);
    expect(&cv.profile);
    for entry in &cv.experience {
        expect(&entry.role);
        let place = [entry.employer.as_str(), &entry.place];
        let written = place.into_iter().filter(|text| !text.is_empty());
        expect(&written.collect::<Vec<_>>().join(", "));
        expect(&entry.description);
    }
    for entry in &cv.education {
        expect(&entry.qualification);
        expect(&entry.description);
    }
}

#[test]
fn accents_apostrophes_and_would_be_ligatures_stay_letters() {
    let text = text_of(&pdf_of(&common::request(common::one_page())));
    for word in [
        "D'Alò",
        "perché",
        "dell'ufficio",
        "Officina",
        "dall’arrivo",
        "«Il",
        "qualità",
    ] {
        assert!(text.contains(word), "{word} is not in {text}");
    }
}

#[test]
fn contacts_are_links() {
    let pdf = pdf_of(&common::request(common::one_page()));
    let told = ask("pdfinfo", "poppler-utils", &["-url", "-"], &pdf);
    for uri in [
        "mailto:nicolo.dalo@posta.example",
        "tel:+393331234567",
        "https://www.linkedin.com/in/nicolo-dalo",
    ] {
        assert!(told.contains(uri), "{uri} is not in {told}");
    }
}

#[test]
fn three_pages_weigh_at_most_forty_kilobytes() {
    let pdf = renderer()
        .pdf(&common::request(common::long_career(10)))
        .unwrap();
    assert_eq!(pdf.pages, 3);
    assert!(pdf.bytes.len() <= 40_000, "{} bytes", pdf.bytes.len());
}

#[test]
fn the_same_cv_gives_the_same_bytes() {
    let request = common::request(common::one_page());
    assert_eq!(pdf_of(&request), pdf_of(&request));
    let mut used = renderer();
    used.preview(&common::request(common::long_career(3)))
        .unwrap();
    assert_eq!(used.pdf(&request).unwrap().bytes, pdf_of(&request));
}

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
