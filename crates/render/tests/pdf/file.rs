//! The file as a whole: sound, tagged, searchable, small, always the same.

use crate::common;
use crate::tools::{ask, pdf_of, renderer, temporary, text_of};

#[test]
fn the_file_is_sound() {
    for (name, more) in [("one", 0), ("three", 10), ("twenty", 110)] {
        let pdf = pdf_of(&common::request(common::long_career(more)));
        let file = temporary(&format!("sound-{name}.pdf"), &pdf);
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
fn six_pages_weigh_at_most_fifty_kilobytes() {
    let request = common::request(common::fifteen_experiences());
    let pdf = renderer().pdf(&request).unwrap();
    assert_eq!(pdf.pages, 6);
    assert!(pdf.bytes.len() <= 50_000, "{} bytes", pdf.bytes.len());
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
fn titles_in_cyrillic_and_greek_are_as_bold_as_those_in_latin_letters() {
    let request = common::request(common::unusual::greek_and_cyrillic());
    let pdf = renderer().pdf(&request).unwrap();
    assert_eq!(pdf.substitutions, []);
    let file = temporary("bold.pdf", &pdf.bytes);
    let told = ask("pdffonts", "poppler-utils", &[file.to_str().unwrap()], &[]);
    for family in ["ApprodoCyrillic", "ApprodoGreek", "TitilliumWeb"] {
        for weight in ["Regular", "SemiBold"] {
            let font = format!("{family}-{weight}");
            assert!(told.contains(&font), "{font} is not in {told}");
        }
    }
    assert!(!told.contains("Noto"), "{told}");
}

#[test]
fn words_in_cyrillic_and_greek_come_out_in_reading_order() {
    let request = common::request(common::unusual::greek_and_cyrillic());
    let text = text_of(&pdf_of(&request));
    let text: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for phrase in [
        "Олена Сергіївна Шевченко",
        "їжа, ґанок, об’єкт, яєчня",
        "съёмка, объявление, этаж",
        "ябълка, щъркел, ъгъл",
        "Ђорђе, Љубица, Његош, џем, ћуприја",
        "Αθήνα, εργάτρια αποθήκης, ΐ ΰ ώ Ϊ, «ξενοδοχείο»",
        "mescolato: Київ, Roma, Αθήνα.",
    ] {
        assert!(text.contains(phrase), "{phrase} is not in {text}");
    }
}
