//! Distributes rows over pages, each column by itself. No heading stands alone at a page's end, and rows
//! that belong together stay together; which rows those are was decided when they were composed.

use crate::rows::{Column, Row};
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

/// The rows of one page, in reading order.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Page {
    pub(crate) rows: Vec<PlacedRow>,
    used: f32,
}

/// All pages.
#[derive(Debug, Default)]
pub(crate) struct Pages {
    pub(crate) pages: Vec<Page>,
    /// On how many pages, from the first on, there is a column at the side.
    pub(crate) beside_column: usize,
}

/// Distributes the rows; there is always at least one page. `spacing` is by what the space between rows
/// is multiplied.
pub(crate) fn paginate(rows: &[Row], spacing: f32) -> Pages {
    let of = |column: Column| -> Vec<usize> {
        let numbered = rows.iter().enumerate();
        let wanted = numbered.filter(|(_, row)| row.column == column);
        wanted.map(|(number, _)| number).collect()
    };
    let (main, side) = (of(Column::Main), of(Column::Side));
    let flow = |order, narrow_pages| Flow {
        rows,
        order,
        spacing,
        narrow_pages,
    };
    if side.is_empty() {
        return Pages {
            pages: flow(&main, 0).paginate(),
            beside_column: 0,
        };
    }
    let mut pages = flow(&side, 0).paginate();
    let beside_column = pages.len();
    let beside = flow(&main, beside_column).paginate();
    pages.resize(beside.len().max(beside_column), Page::default());
    for (page, beside) in pages.iter_mut().zip(beside) {
        page.rows.extend(beside.rows);
        page.rows.sort_unstable_by_key(|placed| placed.row);
    }
    Pages {
        pages,
        beside_column,
    }
}

/// The rows of one column.
#[derive(Clone, Copy)]
struct Flow<'rows> {
    rows: &'rows [Row],
    /// Which rows they are, from top to bottom.
    order: &'rows [usize],
    spacing: f32,
    /// On this many pages there is no room for wide rows.
    narrow_pages: usize,
}

impl Flow<'_> {
    /// Distributes the rows. What stands on a page depends only on the rows up to its end, but for the
    /// last two pages, so that typing leaves earlier pages alone.
    fn paginate(self) -> Vec<Page> {
        let mut pages = self.distribute(0, 0);
        if let [earlier @ .., before, last] = &pages[..]
            && last.used < NEARLY_EMPTY * CONTENT_HEIGHT
            && let Some(first) = before.rows.first()
            && let Ok(first) = self.order.binary_search(&first.row)
        {
            let number = earlier.len();
            let joined = TIGHTER
                .iter()
                .map(|tighter| {
                    let spacing = self.spacing * tighter;
                    Flow { spacing, ..self }.distribute(first, number)
                })
                .find(|joined| joined.len() == 1);
            if let Some(joined) = joined {
                pages.truncate(number);
                pages.extend(joined);
            }
        }
        pages
    }

    /// Distributes the rows from `start` on, from a page on.
    fn distribute(self, mut start: usize, first_page: usize) -> Vec<Page> {
        let mut pages = Distribution {
            flow: self,
            first_page,
            done: Vec::new(),
            page: Page::default(),
        };
        while start < self.order.len() {
            let block = self.block_from(start);
            start = block.end;
            pages.place(block);
        }
        pages.done.push(pages.page);
        pages.done
    }

    fn row(&self, position: usize) -> Option<&Row> {
        self.rows.get(*self.order.get(position)?)
    }

    /// Returns the positions from `start` on whose rows must share a page.
    fn block_from(&self, start: usize) -> Range<usize> {
        let tied = (start..self.order.len())
            .take_while(|&position| self.row(position).is_some_and(|row| row.keep_with_next))
            .count();
        start..(start + tied + 1).min(self.order.len())
    }
}

struct Distribution<'rows> {
    flow: Flow<'rows>,
    first_page: usize,
    done: Vec<Page>,
    page: Page,
}

impl Distribution<'_> {
    fn place(&mut self, block: Range<usize>) {
        let mut rows = block.clone().filter_map(|position| self.flow.row(position));
        if rows.any(|row| row.wide) {
            self.leave_narrow_pages();
        }
        if !self.fits(block.clone()) {
            self.turn();
        }
        for position in block {
            // Only a block taller than a page comes here without room.
            if !self.fits(position..position + 1) {
                self.turn();
            }
            let at_top = self.page.rows.is_empty();
            let (space, height) = self.measures(position, at_top);
            let top = self.page.used + space;
            self.page.used = top + height;
            if let Some(&row) = self.flow.order.get(position) {
                self.page.rows.push(PlacedRow { row, top });
            }
        }
    }

    fn fits(&self, block: Range<usize>) -> bool {
        let mut at_top = self.page.rows.is_empty();
        let mut used = self.page.used;
        for position in block {
            let (space, height) = self.measures(position, at_top);
            used += space + height;
            at_top = false;
        }
        used <= CONTENT_HEIGHT + 0.01
    }

    /// Returns the space above a row, and its height.
    fn measures(&self, position: usize, at_top: bool) -> (f32, f32) {
        let Some(row) = self.flow.row(position) else {
            return (0.0, 0.0);
        };
        let space = if at_top {
            0.0
        } else {
            row.space_before * self.flow.spacing
        };
        (space, row.height)
    }

    fn turn(&mut self) {
        if !self.page.rows.is_empty() {
            self.done.push(std::mem::take(&mut self.page));
        }
    }

    fn leave_narrow_pages(&mut self) {
        while self.first_page + self.done.len() < self.flow.narrow_pages {
            self.done.push(std::mem::take(&mut self.page));
        }
    }
}
