//! Where pages end, in each template: headings with their text, entries and paragraphs not torn, nothing
//! overlapping, nothing in the margin.

use super::words::words_on;
use super::{any_template, lay_out, readable_cv};
use crate::pages::PlacedRow;
use crate::renderer::Layout;
use crate::rows::{Column, Piece, Row, RowKind};
use crate::sample;
use crate::theme::{CONTENT_HEIGHT, CONTENT_WIDTH};
use approdo_domain::Cv;
use proptest::prelude::*;
use std::rc::Rc;

/// A page of one column.
struct ColumnPage {
    number: usize,
    rows: Vec<PlacedRow>,
}

/// One column: its rows, and on which pages they stand. A column without rows has no pages.
struct View<'layout> {
    layout: &'layout Layout,
    /// The rows of the column.
    rows: Vec<&'layout Row>,
    /// Rows of the pages by their number in the column.
    pages: Vec<ColumnPage>,
}

fn view(layout: &Layout, column: Column) -> View<'_> {
    let all = &layout.composition.rows;
    let of_column: Vec<usize> = (0..all.len())
        .filter(|&row| all[row].column == column)
        .collect();
    let on_page = |number: usize| ColumnPage {
        number,
        rows: layout.pages[number]
            .rows
            .iter()
            .filter_map(|placed| {
                let row = of_column.binary_search(&placed.row).ok()?;
                Some(PlacedRow { row, ..*placed })
            })
            .collect(),
    };
    View {
        layout,
        rows: of_column.iter().map(|&row| &all[row]).collect(),
        pages: (0..layout.pages.len())
            .map(on_page)
            .filter(|page| !page.rows.is_empty())
            .collect(),
    }
}

fn views(layout: &Layout) -> [View<'_>; 2] {
    [Column::Main, Column::Side].map(|column| view(layout, column))
}

impl<'layout> View<'layout> {
    fn rows_of(&self, page: &ColumnPage) -> Vec<&'layout Row> {
        page.rows
            .iter()
            .map(|placed| self.rows[placed.row])
            .collect()
    }

    /// Pages that follow each other.
    fn breaks(&self) -> impl Iterator<Item = (&ColumnPage, &ColumnPage)> {
        self.pages.iter().zip(self.pages.iter().skip(1))
    }
}

/// The height of the rows that must share a page with this one.
fn block_height(view: &View<'_>, row: usize) -> f32 {
    let rows = &view.rows;
    let start = (0..row)
        .rev()
        .take_while(|&before| rows[before].keep_with_next)
        .last()
        .unwrap_or(row);
    let mut height = 0.0;
    for row in &rows[start..] {
        height += row.height + row.space_before * view.layout.theme.spacing;
        if !row.keep_with_next {
            break;
        }
    }
    height
}

fn check_page_ends(view: &View<'_>) -> Result<(), TestCaseError> {
    for (page, next) in view.breaks() {
        let last = page.rows.last().unwrap().row;
        let row = view.rows[last];
        if block_height(view, last) > CONTENT_HEIGHT {
            continue;
        }
        prop_assert_ne!(
            row.kind,
            RowKind::SectionTitle,
            "a section title ends a page"
        );
        let following = view.rows_of(next)[0];
        if row.entry.is_some() && row.entry == following.entry {
            let here = view.rows_of(page);
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
fn check_paragraph_ends(view: &View<'_>) -> Result<(), TestCaseError> {
    for (page, next) in view.breaks() {
        let last = page.rows.last().unwrap().row;
        if block_height(view, last) > CONTENT_HEIGHT {
            continue;
        }
        let (here, there) = (view.rows_of(page), view.rows_of(next));
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

/// On no page but the last is there room for what the next one begins with; text that takes the whole
/// width waits for a page without a column at the side.
fn check_no_early_break(view: &View<'_>) -> Result<(), TestCaseError> {
    for (page, next) in view.breaks() {
        let first = next.rows[0].row;
        let last = page.rows.last().unwrap();
        let used = last.top + view.rows[last.row].height;
        let needed = block_height(view, first);
        let block = view.rows[first..].iter();
        let mut tied = true;
        let waits = page.number < view.layout.beside_column
            && block
                .take_while(|row| std::mem::replace(&mut tied, row.keep_with_next))
                .any(|row| row.wide);
        prop_assert!(waits || used + needed > CONTENT_HEIGHT, "a page ends early");
    }
    Ok(())
}

/// The right edge of a column on a page.
fn right_edge(layout: &Layout, column: Column, page: usize) -> f32 {
    match (layout.theme.beside(), column) {
        (Some((width, _)), Column::Main) if page < layout.beside_column => width,
        _ => CONTENT_WIDTH,
    }
}

/// Where a piece begins and ends, from the side on which the page begins.
fn ends(layout: &Layout, row: &Row, piece: &Piece) -> (f32, f32) {
    let left = row.left + piece.x;
    let right = left + piece.paragraph.lines[piece.line].width;
    if layout.from_the_right {
        (CONTENT_WIDTH - right, CONTENT_WIDTH - left)
    } else {
        (left, right)
    }
}

pub(super) fn check_places(layout: &Layout) -> Result<(), TestCaseError> {
    let mut placed_rows = 0;
    for view in views(layout) {
        let mut expected = 0;
        for page in &view.pages {
            let mut lowest = 0.0;
            for placed in &page.rows {
                let row = view.rows[placed.row];
                prop_assert!(placed.top >= lowest - 0.01, "rows overlap");
                lowest = placed.top + row.height;
                prop_assert!(lowest <= CONTENT_HEIGHT + 0.02, "a row leaves the page");
                let edge = right_edge(layout, row.column, page.number);
                for piece in &row.pieces {
                    let (left, right) = ends(layout, row, piece);
                    prop_assert!(left >= -0.1 && right <= edge + 0.1, "text in the margin");
                    prop_assert!(piece.baseline > 0.0 && piece.baseline < row.height + 0.01);
                }
                prop_assert_eq!(placed.row, expected, "rows out of order");
                expected += 1;
            }
        }
        prop_assert_eq!(expected, view.rows.len());
        placed_rows += expected;
    }
    prop_assert_eq!(placed_rows, layout.composition.rows.len());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn pages_break_where_a_reader_expects(cv in readable_cv(), template in any_template()) {
        let layout = lay_out(&sample::request_in(template, cv));
        for view in views(&layout) {
            check_page_ends(&view)?;
            check_paragraph_ends(&view)?;
            check_no_early_break(&view)?;
        }
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
