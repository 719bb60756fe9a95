//! Distributes rows over pages. No heading stands alone at a page's end, and rows that belong
//! together stay together; which rows those are was decided when they were composed.

use crate::rows::Row;
use crate::theme::CONTENT_HEIGHT;
use std::ops::Range;

/// Below this part of a page, a last page is worth avoiding.
const NEARLY_EMPTY: f32 = 0.12;
/// How much the space between rows may shrink to avoid it.
const TIGHTER: f32 = 0.78;

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

/// Distributes the rows; there is always at least one page.
pub(crate) fn paginate(rows: &[Row]) -> Vec<Page> {
    let pages = distribute(rows, 1.0);
    let nearly_empty = pages
        .last()
        .is_some_and(|page| page.used < NEARLY_EMPTY * CONTENT_HEIGHT);
    if pages.len() > 1 && nearly_empty {
        let tighter = distribute(rows, TIGHTER);
        if tighter.len() < pages.len() {
            return tighter;
        }
    }
    pages
}

fn distribute(rows: &[Row], spacing: f32) -> Vec<Page> {
    let mut pages = Pages {
        rows,
        spacing,
        done: Vec::new(),
        page: Page::default(),
    };
    let mut start = 0;
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
