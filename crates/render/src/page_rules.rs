//! What must hold for every CV: headings with their text, entries not torn, nothing lost, nothing
//! overlapping, no text that stops the page.

use crate::pages::Page;
use crate::renderer::{Layout, Renderer};
use crate::rows::{Row, RowKind};
use crate::sample;
use crate::theme::{CONTENT_HEIGHT, CONTENT_WIDTH};
use crate::{FontSet, RenderRequest};
use approdo_domain::{Cv, Skill};
use proptest::prelude::*;
use std::cell::RefCell;

thread_local! {
    static RENDERER: RefCell<Renderer> = RefCell::new(renderer());
}

fn renderer() -> Renderer {
    let mut fonts = FontSet::new();
    for file in sample::font_files() {
        fonts.add(file).unwrap();
    }
    Renderer::new(fonts)
}

fn lay_out(request: &RenderRequest) -> Layout {
    RENDERER.with_borrow_mut(|renderer| renderer.lay_out(request).unwrap())
}

/// Words as people write them, some far too long for a line.
fn words() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        8 => "[a-zàèéìòù]{1,12}",
        2 => "[A-Z][a-z]{2,9}['’][a-zàò]{2,6}",
        1 => "[a-z]{40,160}",
    ];
    prop::collection::vec(word, 0..14).prop_map(|words| words.join(" "))
}

fn lines() -> impl Strategy<Value = String> {
    let line = (prop::bool::ANY, words()).prop_map(
        |(marked, text)| {
            if marked { format!("- {text}") } else { text }
        },
    );
    prop::collection::vec(line, 0..9).prop_map(|lines| lines.join("\n"))
}

fn any_cv(text: BoxedStrategy<String>, long: BoxedStrategy<String>) -> impl Strategy<Value = Cv> {
    let entry = (text.clone(), text.clone(), text.clone(), long.clone());
    (
        [text.clone(), text.clone(), text.clone(), text.clone()],
        long,
        prop::collection::vec(entry.clone(), 0..14),
        prop::collection::vec(entry, 0..5),
        prop::collection::vec(text, 0..12),
    )
        .prop_map(|(personal, profile, work, schools, skills)| {
            let mut cv = Cv {
                profile,
                languages: sample::languages(),
                ..Cv::default()
            };
            let [given, family, headline, address] = personal;
            cv.personal.given_name = given;
            cv.personal.family_name = family;
            cv.personal.headline = headline;
            cv.personal.address = address;
            for (number, (role, employer, place, description)) in (0..).zip(work) {
                let names = [role.as_str(), &employer, &place];
                cv.experience.push(sample::experience(
                    number,
                    names,
                    ["2001", ""],
                    &description,
                ));
            }
            for (number, (qualification, school, place, description)) in (100..).zip(schools) {
                let names = [qualification.as_str(), &school, &place];
                cv.education
                    .push(sample::school(number, names, ["", ""], &description));
            }
            for (number, name) in (200..).zip(skills) {
                let id = sample::item(number);
                cv.skills.push(Skill { id, name });
            }
            cv
        })
}

fn readable_cv() -> impl Strategy<Value = Cv> {
    any_cv(words().boxed(), lines().boxed())
}

fn rows_of<'layout>(layout: &'layout Layout, page: &'layout Page) -> Vec<&'layout Row> {
    page.rows
        .iter()
        .map(|placed| &layout.composition.rows[placed.row])
        .collect()
}

/// The height of the rows that must share a page with this one.
fn block_height(rows: &[Row], row: usize) -> f32 {
    let start = (0..row)
        .rev()
        .take_while(|&before| rows[before].keep_with_next)
        .last()
        .unwrap_or(row);
    let mut height = 0.0;
    for row in &rows[start..] {
        height += row.height + row.space_before;
        if !row.keep_with_next {
            break;
        }
    }
    height
}

fn check_page_ends(layout: &Layout) -> Result<(), TestCaseError> {
    let (_, earlier) = layout.pages.split_last().unwrap();
    for (page, next) in earlier.iter().zip(&layout.pages[1..]) {
        let last = page.rows.last().unwrap().row;
        let row = &layout.composition.rows[last];
        if block_height(&layout.composition.rows, last) > CONTENT_HEIGHT {
            continue;
        }
        prop_assert_ne!(
            row.kind,
            RowKind::SectionTitle,
            "a section title ends a page"
        );
        let following = rows_of(layout, next)[0];
        if row.entry.is_some() && row.entry == following.entry {
            let here = rows_of(layout, page);
            let of_entry = here.iter().filter(|other| other.entry == row.entry);
            let text = of_entry.filter(|row| row.kind == RowKind::Text).count();
            prop_assert!(
                text >= 2,
                "an entry is torn after {} lines of its text",
                text
            );
        }
    }
    Ok(())
}

fn check_places(layout: &Layout) -> Result<(), TestCaseError> {
    let mut placed_rows = 0;
    for page in &layout.pages {
        let mut lowest = 0.0;
        for placed in &page.rows {
            let row = &layout.composition.rows[placed.row];
            prop_assert!(placed.top >= lowest - 0.01, "rows overlap");
            lowest = placed.top + row.height;
            prop_assert!(lowest <= CONTENT_HEIGHT + 0.02, "a row leaves the page");
            for piece in &row.pieces {
                let width = piece.paragraph.lines[piece.line].width;
                prop_assert!(piece.x >= 0.0);
                prop_assert!(piece.x + width <= CONTENT_WIDTH + 0.1, "text in the margin");
                prop_assert!(piece.baseline > 0.0 && piece.baseline < row.height + 0.01);
            }
            prop_assert_eq!(placed.row, placed_rows, "rows out of order");
            placed_rows += 1;
        }
    }
    prop_assert_eq!(placed_rows, layout.composition.rows.len());
    Ok(())
}

/// All text of the pages, node by node, without white space, since long words are broken.
fn text_of(layout: &Layout) -> String {
    let mut texts = vec![String::new(); layout.composition.structure.nodes.len()];
    for piece in layout.composition.rows.iter().flat_map(|row| &row.pieces) {
        if let Some(node) = piece.node {
            let line = &piece.paragraph.lines[piece.line].text;
            texts[node.0].extend(line.split_whitespace());
        }
    }
    texts.concat()
}

fn check_words(cv: &Cv, layout: &Layout) -> Result<(), TestCaseError> {
    let text = text_of(layout);
    let mut written: Vec<&str> = vec![&cv.profile, &cv.personal.headline, &cv.personal.given_name];
    for entry in &cv.experience {
        written.extend([&entry.role[..], &entry.employer, &entry.description]);
    }
    for entry in &cv.education {
        written.extend([&entry.qualification[..], &entry.school, &entry.description]);
    }
    written.extend(cv.skills.iter().map(|skill| &skill.name[..]));
    for word in written.iter().flat_map(|text| text.split_whitespace()) {
        let word = word.trim_start_matches('-');
        prop_assert!(text.contains(word), "{word} is not on the pages");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn pages_break_where_a_reader_expects(cv in readable_cv()) {
        let layout = lay_out(&sample::request(cv.clone()));
        check_page_ends(&layout)?;
        check_places(&layout)?;
        check_words(&cv, &layout)?;
    }

    #[test]
    fn any_text_gives_pages_and_an_accessible_pdf(cv in any_cv(".{0,60}".boxed(), "(?s).{0,300}".boxed())) {
        let request = sample::request(cv);
        check_places(&lay_out(&request))?;
        RENDERER.with_borrow_mut(|renderer| {
            let preview = renderer.preview(&request).unwrap();
            let pdf = renderer.pdf(&request).unwrap();
            prop_assert_eq!(preview.pages.len(), pdf.pages);
            prop_assert_eq!(preview.substitutions, pdf.substitutions);
            Ok(())
        })?;
    }
}

#[test]
fn an_empty_cv_is_one_page_with_a_heading() {
    let layout = lay_out(&sample::request(Cv::default()));
    assert_eq!(layout.pages.len(), 1);
    assert_eq!(text_of(&layout), "Curriculumvitae");
}

#[test]
fn a_word_longer_than_the_page_does_not_stop_it() {
    let mut cv = sample::one_page();
    cv.experience[0].role = "M".repeat(9_000);
    cv.experience[0].description = "w".repeat(30_000);
    let layout = lay_out(&sample::request(cv));
    check_places(&layout).unwrap();
    assert!(layout.pages.len() > 3);
}

#[test]
fn the_usual_cv_fits_one_page_and_has_no_footer() {
    let layout = lay_out(&sample::request(sample::one_page()));
    assert_eq!(layout.pages.len(), 1);
    assert!(layout.footers[0].is_empty());
}

#[test]
fn twenty_pages_work_and_each_says_its_number() {
    let layout = lay_out(&sample::request(sample::long_career(110)));
    assert!(layout.pages.len() >= 18);
    let last = layout.footers.last().unwrap();
    let line = &last[1].paragraph.lines[0].text;
    let pages = layout.pages.len();
    assert_eq!(line, &format!("Pagina {pages} di {pages}"));
}

#[test]
fn an_edit_shapes_again_only_what_changed() {
    let mut renderer = renderer();
    let mut request = sample::request(sample::long_career(10));
    let before = renderer.lay_out(&request).unwrap();
    request.cv.profile.push('!');
    let after = renderer.lay_out(&request).unwrap();
    let shaped = |layout: &Layout| -> Vec<_> {
        let pieces = layout.composition.rows.iter().flat_map(|row| &row.pieces);
        pieces
            .map(|piece| std::rc::Rc::clone(&piece.paragraph))
            .collect()
    };
    let known = shaped(&before);
    let fresh = shaped(&after)
        .into_iter()
        .filter(|paragraph| {
            !known
                .iter()
                .any(|other| std::rc::Rc::ptr_eq(other, paragraph))
        })
        .count();
    assert!((1..=3).contains(&fresh), "{fresh} lines were shaped again");
}
