//! A feedback sheet as PDF, filled and to be filled by hand: every word of it, tagged, with breaks where a reader
//! would make them.

use crate::common::sheet::{empty, fact, filled_with, point, section, sheet_of};
use crate::picture::Picture;
use crate::pictures::{bytes_in, is_as_in};
use crate::tools::{ask, renderer, temporary, text_of};
use approdo_render::{SheetBlock, SheetRequest, SheetSection};
use proptest::prelude::*;
use rstest::rstest;

const REFERENCES: &str = "references-of-sheets";

fn pdf_of(request: &SheetRequest) -> Vec<u8> {
    renderer().sheet_pdf(request).unwrap().bytes
}

fn on_one_line(text: &str) -> String {
    let letters = text.chars();
    let letters =
        letters.filter(|mark| !matches!(mark, '\u{200E}'..='\u{200F}' | '\u{202A}'..='\u{202E}'));
    let text: String = letters.collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn words_of(request: &SheetRequest) -> String {
    on_one_line(&text_of(&pdf_of(request)))
}

fn page(pdf: &[u8], number: usize) -> String {
    let number = number.to_string();
    let range = ["-f", &number, "-l", &number, "-", "-"];
    on_one_line(&ask("pdftotext", "poppler-utils", &range, pdf))
}

/// All that is to be read on a sheet.
fn texts(request: &SheetRequest) -> Vec<String> {
    let mut all = vec![request.title.clone()];
    for section in &request.sections {
        all.push(section.title.clone());
        for block in &section.blocks {
            match block {
                SheetBlock::Text(text) | SheetBlock::List(text) => all.push(text.clone()),
                SheetBlock::Facts(facts) => {
                    all.extend(
                        facts
                            .iter()
                            .flat_map(|fact| [fact.label.clone(), fact.text.clone()]),
                    );
                }
                SheetBlock::Point { name, said } => {
                    all.push(name.clone());
                    all.extend(
                        said.iter()
                            .flat_map(|fact| [fact.label.clone(), fact.text.clone()]),
                    );
                }
                SheetBlock::Table { heads, rows } => {
                    all.extend(heads.iter().chain(rows.iter().flatten()).cloned());
                }
                SheetBlock::Blank { label, .. } => all.push(label.clone()),
                SheetBlock::Boxes {
                    name,
                    choices,
                    note,
                } => {
                    all.extend([name, note].into_iter().chain(choices).cloned());
                }
                SheetBlock::BlankTable { heads, .. } => all.extend(heads.iter().cloned()),
            }
        }
    }
    all.iter()
        .flat_map(|text| text.lines())
        .map(str::to_owned)
        .collect()
}

#[rstest]
#[case::filled(filled_with(3))]
#[case::empty(empty())]
fn every_word_can_be_read_and_searched(#[case] request: SheetRequest) {
    let printed = words_of(&request);
    for text in texts(&request) {
        // Cells of a table share their lines with others.
        for word in text.split_whitespace() {
            assert!(printed.contains(word), "{word} is not in {printed}");
        }
    }
}

#[test]
fn what_went_well_comes_before_what_to_change() {
    let printed = words_of(&filled_with(1));
    let order = [
        "Candidato",
        "Che cosa è andato bene",
        "Una cosa da cambiare",
        "Il CV",
        "Esempi concreti 1",
        "senza il risultato",
        "L’esempio dell’inventario",
        "La tua risposta: Erano",
        "Il colloquio",
        "Il piano",
        "Corsi e pratica",
    ];
    let places = order.map(|words| printed.find(words).unwrap());
    assert!(places.is_sorted(), "{places:?} in {printed}");
}

#[rstest]
#[case::filled("filled", filled_with(3), &["H1", "H2", "H3", "P", "LBody", "Table", "TH", "TD"])]
#[case::empty("empty", empty(), &["H1", "H2", "H3", "P", "LBody", "Table", "TH"])]
fn it_is_sound_tagged_and_has_a_title_and_a_language(
    #[case] name: &str,
    #[case] request: SheetRequest,
    #[case] roles: &[&str],
) {
    let pdf = pdf_of(&request);
    let told = ask("pdfinfo", "poppler-utils", &["-"], &pdf);
    assert!(told.contains("Scheda del colloquio di prova"), "{told}");
    assert!(told.contains("(A4)"), "{told}");
    let metadata = ask("pdfinfo", "poppler-utils", &["-meta", "-"], &pdf);
    assert!(metadata.contains("<pdfuaid:part>1</pdfuaid:part>"));
    assert!(metadata.contains("<rdf:li>it</rdf:li>"), "{metadata}");
    let tags = ask("pdfinfo", "poppler-utils", &["-struct-text", "-"], &pdf);
    for role in roles {
        let found = tags.lines().any(|line| line.trim_start().starts_with(role));
        assert!(found, "no {role} in {tags}");
    }
    let file = temporary(&format!("sheet-{name}.pdf"), &pdf);
    let told = ask("qpdf", "qpdf", &["--check", file.to_str().unwrap()], &[]);
    assert!(
        told.contains("No syntax or stream encoding errors"),
        "{told}"
    );
}

#[test]
fn the_file_names_who_wrote_it_and_the_foot_whose_it_is() {
    let pdf = pdf_of(&filled_with(6));
    let told = ask("pdfinfo", "poppler-utils", &["-"], &pdf);
    assert!(
        told.contains("Maria Bianchi") && !told.contains("Nicolò"),
        "{told}"
    );
    assert!(page(&pdf, 2).contains("Nicolò D'Alò"));
    assert!(!ask("pdfinfo", "poppler-utils", &["-"], &pdf_of(&empty())).contains("Author"));
}

#[test]
fn every_row_of_the_plan_has_as_many_cells_as_there_are_columns() {
    let tags = ask(
        "pdfinfo",
        "poppler-utils",
        &["-struct-text", "-"],
        &pdf_of(&filled_with(1)),
    );
    let count = |role: &str| {
        tags.lines()
            .filter(|line| line.trim_start().starts_with(role))
            .count()
    };
    assert_eq!((count("TR"), count("TH"), count("TD")), (3, 3, 6), "{tags}");
}

/// Wherever pages end, a heading stands with what it is about.
#[test]
fn no_name_of_a_criterion_stands_alone_at_a_pages_end() {
    let mut breaks = 0;
    for criteria in 2..=14 {
        let request = filled_with(criteria);
        let pdf = renderer().sheet_pdf(&request).unwrap();
        for number in 1..pdf.pages {
            breaks += 1;
            let printed = page(&pdf.bytes, number);
            let (body, _) = printed.rsplit_once(&number.to_string()).unwrap();
            let body = body.trim_end().trim_end_matches("Nicolò D'Alò").trim_end();
            let last = body.rsplit(' ').next().unwrap();
            assert!(
                last.parse::<u8>().is_err(),
                "{criteria}: a name ends page {number}: {body}"
            );
            let titles = ["Il CV", "Il colloquio", "questo lavoro", "Il piano"];
            assert!(
                !titles.iter().any(|title| body.ends_with(title)),
                "{criteria}: {body}"
            );
        }
    }
    assert!(breaks > 10, "{breaks}");
}

/// The boxes of a criterion and the line under them are on one page: nobody looks for them on the back.
#[test]
fn the_boxes_of_a_criterion_stay_together() {
    let pdf = renderer().sheet_pdf(&empty()).unwrap();
    let mut criteria = 0;
    for number in 1..=pdf.pages {
        let printed = page(&pdf.bytes, number);
        let count = |words: &str| printed.matches(words).count();
        let names = (1..=6)
            .map(|name| count(&format!("Contatti {name}")))
            .sum::<usize>();
        assert_eq!(names, count("mancano o non si leggono"), "{printed}");
        assert_eq!(names, count("ha nome e cognome"), "{printed}");
        assert_eq!(names, count("Nota"), "{printed}");
        criteria += names;
    }
    assert_eq!(criteria, 18);
}

#[rstest]
#[case::arabic("يصل في الموعد ويستمع جيداً", "يصل في الموعد")]
#[case::ukrainian("Приходить вчасно, каже «дякую»", "Приходить вчасно")]
#[case::greek("Έρχεται στην ώρα του", "Έρχεται στην ώρα του")]
#[case::romanian("Vine la timp și ascultă până la capăt", "Vine la timp și ascultă")]
#[case::french("Écoute jusqu’au bout, où l’œil rit", "Écoute jusqu’au bout, où l’œil")]
#[case::spanish("Llega pronto; ¿qué mañana?", "Llega pronto; ¿qué mañana?")]
fn notes_in_other_languages_are_printed(#[case] note: &str, #[case] shown: &str) {
    let request = sheet_of(vec![
        section(
            "Il colloquio",
            vec![point("Puntualità", "Arriva in anticipo", note, note)],
        ),
        section(
            "",
            vec![
                SheetBlock::Facts(vec![fact("Candidato", note)]),
                SheetBlock::List(note.to_owned()),
            ],
        ),
    ]);
    let pdf = renderer().sheet_pdf(&request).unwrap();
    assert_eq!(pdf.substitutions, []);
    let printed = on_one_line(&text_of(&pdf.bytes));
    assert!(
        printed.matches(shown).count() >= 3,
        "{shown} is not in {printed}"
    );
}

#[rstest]
#[case::one_word("w".repeat(60_000))]
#[case::many_lines("riga\n".repeat(4_000))]
#[case::controls("a\u{0}\u{1B}[31m\u{202E}b\u{2066} ".repeat(4_000))]
#[case::marks("\u{301}".repeat(20_000))]
#[case::nothing("\u{200B}\n \t".to_owned())]
fn hostile_notes_give_pages_all_the_same(#[case] note: String) {
    let all = || vec![fact(&note[..note.floor_char_boundary(300)], &note)];
    let row = vec![note.clone()];
    let request = sheet_of(vec![
        section(
            &note[..note.floor_char_boundary(2_000)],
            vec![SheetBlock::Facts(all())],
        ),
        section(
            "Il CV",
            vec![SheetBlock::Point {
                name: note.clone(),
                said: all(),
            }],
        ),
        section(
            "Il piano",
            vec![SheetBlock::Table {
                heads: row.clone(),
                rows: vec![row.clone(), Vec::new()],
            }],
        ),
        section(
            "Vuota",
            vec![SheetBlock::Boxes {
                name: note.clone(),
                choices: row,
                note,
            }],
        ),
    ]);
    assert!(renderer().sheet_pdf(&request).unwrap().pages > 0);
}

#[test]
fn a_sheet_with_nothing_in_it_is_a_sound_page() {
    assert_eq!(
        renderer().sheet_pdf(&sheet_of(Vec::new())).unwrap().pages,
        1
    );
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z àèìòù]{0,80}",
        "\\PC{0,40}",
        Just("due righe\nsotto".to_owned()),
        "[ا-ي ]{0,40}",
    ]
}

fn any_block() -> impl Strategy<Value = SheetBlock> {
    let facts = || {
        proptest::collection::vec((any_text(), any_text()), 0..4).prop_map(|all| {
            all.iter()
                .map(|(label, text)| fact(label, text))
                .collect::<Vec<_>>()
        })
    };
    let some = || proptest::collection::vec(any_text(), 0..4);
    prop_oneof![
        any_text().prop_map(SheetBlock::Text),
        any_text().prop_map(SheetBlock::List),
        facts().prop_map(SheetBlock::Facts),
        (any_text(), facts()).prop_map(|(name, said)| SheetBlock::Point { name, said }),
        (some(), proptest::collection::vec(some(), 0..5))
            .prop_map(|(heads, rows)| SheetBlock::Table { heads, rows }),
        (any_text(), any::<u8>()).prop_map(|(label, lines)| SheetBlock::Blank { label, lines }),
        (any_text(), some(), any_text()).prop_map(|(name, choices, note)| SheetBlock::Boxes {
            name,
            choices,
            note
        }),
        (some(), any::<u8>()).prop_map(|(heads, rows)| SheetBlock::BlankTable { heads, rows }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_sheet_gives_a_pdf_that_keeps_the_rules(
        sections in proptest::collection::vec((any_text(), proptest::collection::vec(any_block(), 0..6)), 0..4),
    ) {
        let section = |(title, blocks)| SheetSection { title, blocks };
        let request = sheet_of(sections.into_iter().map(section).collect());
        let once = renderer().sheet_pdf(&request);
        prop_assert!(once.is_ok(), "{:?}", once.err());
        prop_assert_eq!(once, renderer().sheet_pdf(&request));
    }
}

#[rstest]
#[case::filled("filled", filled_with(3), 2, &[1, 2])]
#[case::empty("empty", empty(), 4, &[1, 4])]
fn sheets_look_as_reviewed(
    #[case] name: &str,
    #[case] request: SheetRequest,
    #[case] pages: usize,
    #[case] compared: &[usize],
) {
    let pdf = renderer().sheet_pdf(&request).unwrap();
    for number in compared {
        let picture = Picture::of_page(&pdf.bytes, *number);
        let name = format!("{name}-{number}");
        assert!(
            is_as_in(REFERENCES, &name, &picture),
            "{name} looks different"
        );
    }
    assert_eq!(pdf.pages, pages);
}

#[test]
fn references_of_sheets_stay_small() {
    assert!(bytes_in(REFERENCES) < 100_000);
}
