//! Where pages end: headings with their text, entries and paragraphs not torn, nothing
//! overlapping, nothing in the margin.

use super::words::words_on;
use super::{lay_out, readable_cv};
use crate::pages::Page;
use crate::renderer::Layout;
use crate::rows::{Row, RowKind};
use crate::sample;
use crate::theme::{CONTENT_HEIGHT, CONTENT_WIDTH};
use approdo_domain::Cv;
use proptest::prelude::*;
use std::rc::Rc;

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

/// A paragraph cut by a page break leaves two lines at least on either side.
fn check_paragraph_ends(layout: &Layout) -> Result<(), TestCaseError> {
    for (page, next) in layout.pages.iter().zip(&layout.pages[1..]) {
        let last = page.rows.last().unwrap().row;
        if block_height(&layout.composition.rows, last) > CONTENT_HEIGHT {
            continue;
        }
        let (here, there) = (rows_of(layout, page), rows_of(layout, next));
        prop_assert!(
            here.len() > 1 && there.len() > 1,
            "a page with a single line"
        );
        for piece in &here[here.len() - 1].pieces {
            let lines_on = |rows: &[&Row]| {
                let pieces = rows.iter().flat_map(|row| &row.pieces);
                let same = pieces.filter(|other| other.node == piece.node);
                same.filter(|other| Rc::ptr_eq(&other.paragraph, &piece.paragraph))
                    .count()
            };
            let after = lines_on(&there);
            if piece.node.is_some() && after > 0 {
                prop_assert!(lines_on(&here) > 1, "one line stays behind");
                prop_assert!(after > 1, "one line goes alone");
            }
        }
    }
    Ok(())
}

/// On no page but the last is there room for what the next one begins with.
fn check_no_early_break(layout: &Layout) -> Result<(), TestCaseError> {
    for (page, next) in layout.pages.iter().zip(&layout.pages[1..]) {
        let first = next.rows[0].row;
        let last = page.rows.last().unwrap();
        let rows = &layout.composition.rows;
        let used = last.top + rows[last.row].height;
        let needed = block_height(rows, first);
        prop_assert!(used + needed > CONTENT_HEIGHT, "a page ends early");
    }
    Ok(())
}

pub(super) fn check_places(layout: &Layout) -> Result<(), TestCaseError> {
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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn pages_break_where_a_reader_expects(cv in readable_cv()) {
        let layout = lay_out(&sample::request(cv));
        check_page_ends(&layout)?;
        check_paragraph_ends(&layout)?;
        check_no_early_break(&layout)?;
        check_places(&layout)?;
    }
}

#[test]
fn an_empty_cv_is_one_page_with_a_heading() {
    let layout = lay_out(&sample::request(Cv::default()));
    assert_eq!(layout.pages.len(), 1);
    assert_eq!(words_on(&layout), ["Curriculum", "vitae"]);
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
    assert_eq!(line, &format!("{pages} / {pages}"));
}

#[test]
fn fifteen_experiences_are_six_pages_with_the_name_from_the_second_on() {
    let layout = lay_out(&sample::request(sample::fifteen_experiences()));
    assert_eq!(layout.pages.len(), 6);
    let footer = |page: usize| -> Vec<&str> {
        let lines = layout.footers[page].iter();
        lines
            .map(|piece| piece.paragraph.lines[0].text.as_str())
            .collect()
    };
    assert_eq!(footer(0), ["1 / 6"]);
    assert_eq!(footer(1), ["Nicolò Maria D'Alò", "2 / 6"]);
    assert_eq!(footer(5), ["Nicolò Maria D'Alò", "6 / 6"]);
}

#[test]
fn a_last_page_of_three_lines_is_avoided_by_closer_entries() {
    let with_skills = |lines: u16| {
        let mut cv = sample::long_career(10);
        let text = "- Un compito in più\n".repeat(usize::from(lines));
        cv.experience[0].description.push('\n');
        cv.experience[0].description.push_str(&text);
        lay_out(&sample::request(cv)).pages.len()
    };
    let counts: Vec<usize> = (0..60).map(with_skills).collect();
    assert!(counts.is_sorted());
    assert_eq!((counts[0], counts[59]), (3, 4));
}
