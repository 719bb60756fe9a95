//! Distributes rows over pages. No heading stands alone at a page's end, and rows that belong
//! together stay together; which rows those are was decided when they were composed.

use crate::rows::Row;
use crate::theme::CONTENT_HEIGHT;
use std::ops::Range;

/// Below this part of a page, a last page is worth avoiding.
const NEARLY_EMPTY: f32 = 0.12;
/// How much the space between rows may shrink to avoid it, tried in this order.
const TIGHTER: [f32; 2] = [0.8, 0.65];

/// A row on a page; `top` is in points from the top of the text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct PlacedRow {
    pub(crate) row: usize,
    pub(crate) top: f32,
}

/// The rows of one page, from top to bottom.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Page {
    pub(crate) rows: Vec<PlacedRow>,
    used: f32,
}

/// Distributes the rows; there is always at least one page. What stands on a page depends only on
/// the rows up to its end, but for the last two pages, so that typing leaves earlier pages alone.
pub(crate) fn paginate(rows: &[Row]) -> Vec<Page> {
    let mut pages = distribute(rows, 0, 1.0);
    if let [.., before, last] = &pages[..]
        && last.used < NEARLY_EMPTY * CONTENT_HEIGHT
        && let Some(first) = before.rows.first()
    {
        let joined = TIGHTER
            .iter()
            .map(|&spacing| distribute(rows, first.row, spacing))
            .find(|joined| joined.len() == 1);
        if let Some(joined) = joined {
            pages.truncate(pages.len() - 2);
            pages.extend(joined);
        }
    }
    pages
}

/// Distributes the rows from `start` on.
fn distribute(rows: &[Row], mut start: usize, spacing: f32) -> Vec<Page> {
    let mut pages = Pages {
        rows,
        spacing,
        done: Vec::new(),
        page: Page::default(),
    };
    while start < rows.len() {
        let block = block_from(rows, start);
        start = block.end;
        pages.place(block);
    }
    pages.done.push(pages.page);
    pages.done
}

/// Returns the rows from `start` on that must share a page.
fn block_from(rows: &[Row], start: usize) -> Range<usize> {
    let tied = rows[start..]
        .iter()
        .take_while(|row| row.keep_with_next)
        .count();
    start..(start + tied + 1).min(rows.len())
}

struct Pages<'rows> {
    rows: &'rows [Row],
    spacing: f32,
    done: Vec<Page>,
    page: Page,
}

impl Pages<'_> {
    fn place(&mut self, block: Range<usize>) {
        if !self.fits(block.clone()) {
            self.turn();
        }
        for row in block {
            // Only a block taller than a page comes here without room.
            if !self.fits(row..row + 1) {
                self.turn();
            }
            let top = self.page.used + self.space_before(row, self.page.rows.is_empty());
            self.page.used = top + self.rows[row].height;
            self.page.rows.push(PlacedRow { row, top });
        }
    }

    fn fits(&self, block: Range<usize>) -> bool {
        let mut at_top = self.page.rows.is_empty();
        let mut used = self.page.used;
        for row in block {
            used += self.space_before(row, at_top) + self.rows[row].height;
            at_top = false;
        }
        used <= CONTENT_HEIGHT + 0.01
    }

    fn space_before(&self, row: usize, at_top: bool) -> f32 {
        if at_top {
            0.0
        } else {
            self.rows[row].space_before * self.spacing
        }
    }

    fn turn(&mut self) {
        if !self.page.rows.is_empty() {
            self.done.push(std::mem::take(&mut self.page));
        }
    }
}
