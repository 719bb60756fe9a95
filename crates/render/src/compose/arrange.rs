//! Several texts side by side: cells that begin at the same height, and items that follow each
//! other on lines.

use super::composer::Composer;
use crate::lettering::TextStyle;
use crate::palette::Ink;
use crate::paragraph::Paragraph;
use crate::rows::{Bar, Link, Row, RowKind};
use crate::structure::{NodeId, NodeKind, PagePlace};
use crate::theme;
use std::ops::Range;
use std::rc::Rc;

/// Side-by-side cells with more lines than this may be cut between lines.
const LINES_KEPT_WHOLE: usize = 5;

/// A cell of a row: its text, its left edge in points, and its meaning.
pub(super) struct Cell {
    pub(super) paragraph: Rc<Paragraph>,
    pub(super) x: f32,
    pub(super) node: NodeId,
}

/// An item that stands on a line with others.
pub(super) struct FlowItem {
    pub(super) paragraph: Rc<Paragraph>,
    pub(super) link: Option<Rc<Link>>,
    /// The field it comes from; none if that was said for all.
    pub(super) place: Option<PagePlace>,
}

impl Composer<'_> {
    /// Adds cells that begin at the same height. Short ones make one row; long ones a row for
    /// each line, tied together.
    pub(super) fn side_by_side(
        &mut self,
        kind: RowKind,
        cells: &[Cell],
        space_before: f32,
    ) -> Range<usize> {
        let first = self.row_count();
        let lines = cells
            .iter()
            .map(|cell| cell.paragraph.lines.len())
            .max()
            .unwrap_or(0);
        let line_height = cells
            .iter()
            .map(|cell| cell.paragraph.line_height)
            .fold(0.0, f32::max);
        let baseline = cells
            .iter()
            .map(|cell| cell.paragraph.baseline)
            .fold(0.0, f32::max);
        let rows = if lines <= LINES_KEPT_WHOLE { 1 } else { lines };
        for number in 0..rows.min(lines) {
            let space = if number == 0 { space_before } else { 0.0 };
            let height = line_height * (lines / rows) as f32;
            let mut row = Row::new(kind, height, space);
            for cell in cells {
                let shown = if rows == 1 {
                    0..lines
                } else {
                    number..number + 1
                };
                for line in shown.filter(|&line| line < cell.paragraph.lines.len()) {
                    let above = if rows == 1 { line } else { 0 };
                    let y = above as f32 * line_height + baseline - cell.paragraph.baseline;
                    row.add_line(&cell.paragraph, line, cell.x, y, Some(cell.node));
                }
            }
            self.push(row);
        }
        let added = first..self.row_count();
        self.tie(added.clone());
        added
    }

    /// Adds items one after the other on lines, a separator between them; an item is broken only if it
    /// is wider than a line. In a narrow column each has lines of its own.
    pub(super) fn flow(&mut self, kind: RowKind, items: Vec<FlowItem>, list: NodeId, space: f32) {
        let first = self.row_count();
        let separator = self.printable(theme::ITEM_SEPARATOR, TextStyle::Mark);
        let line_width = self.width();
        let separator = self.shape_text(&separator, TextStyle::Mark, line_width);
        let between = separator.width() + 2.0 * theme::ITEM_SEPARATOR_GAP;
        let own_lines = self.is_narrow();
        let mut end: Option<f32> = None;
        let mut next_space = space;
        for item in items {
            let body = self.list_item(list, item.place);
            let width = item.paragraph.width();
            let single = item.paragraph.lines.len() == 1 && !own_lines;
            match (end, self.rows.last_mut()) {
                (Some(x), Some(row)) if single && x + between + width <= line_width => {
                    let y = row.height - separator.line_height;
                    if !separator.lines.is_empty() {
                        let at = x + theme::ITEM_SEPARATOR_GAP;
                        row.add_line(&separator, 0, at, y, None);
                    }
                    row.add_line(&item.paragraph, 0, x + between, 0.0, Some(body));
                    end = Some(x + between + width);
                }
                _ => {
                    let rows = self.text_rows(kind, &item.paragraph, 0.0, body, next_space);
                    if own_lines {
                        self.avoid_single_lines(rows);
                    }
                    next_space = if own_lines {
                        theme::SPACE_PARAGRAPH
                    } else {
                        0.0
                    };
                    end = single.then_some(width);
                }
            }
            if let Some(link) = item.link {
                self.link_pieces_of(first, body, &link);
            }
        }
    }

    /// Adds items one after the other on lines, each on a ground of its own. Those wider than a line
    /// stand on lines of their own, without a ground.
    pub(super) fn chips(&mut self, items: Vec<FlowItem>, list: NodeId, space: f32) {
        let line_width = self.width();
        let mut end: Option<f32> = None;
        let mut space = space;
        for item in items {
            let body = self.list_item(list, item.place);
            let paragraph = item.paragraph;
            let width = paragraph.width() + 2.0 * theme::CHIP_PADDING;
            if paragraph.lines.len() != 1 || width > line_width {
                self.text_rows(RowKind::Text, &paragraph, 0.0, body, space);
                end = None;
            } else {
                let x = end.filter(|x| x + width <= line_width);
                if x.is_none() {
                    let height = paragraph.line_height + 2.0 * theme::CHIP_PADDING_ABOVE;
                    self.push(Row::new(RowKind::Text, height, space));
                }
                let x = x.unwrap_or(0.0);
                self.chip(&paragraph, x, body);
                end = Some(x + width + theme::CHIP_GAP);
            }
            space = theme::CHIP_GAP;
        }
    }

    /// Puts a chip on the last row.
    fn chip(&mut self, paragraph: &Rc<Paragraph>, x: f32, node: NodeId) {
        let colour = self.colour(Ink::Tint);
        if let Some(row) = self.rows.last_mut() {
            row.bars.push(Bar {
                x,
                y: 0.0,
                width: paragraph.width() + 2.0 * theme::CHIP_PADDING,
                height: row.height,
                colour,
            });
            let (x, y) = (x + theme::CHIP_PADDING, theme::CHIP_PADDING_ABOVE);
            row.add_line(paragraph, 0, x, y, Some(node));
        }
    }

    /// Adds an item without a label to a list; returns the node of its text.
    fn list_item(&mut self, list: NodeId, place: Option<PagePlace>) -> NodeId {
        self.structure.place = place.or(self.structure.place);
        let item = self.structure.add(NodeKind::ListItem, Some(list));
        self.structure.add(NodeKind::ListBody, Some(item))
    }

    /// Makes the pieces of a node lead somewhere; they stand on the rows from `first` on.
    fn link_pieces_of(&mut self, first: usize, node: NodeId, link: &Rc<Link>) {
        let rows = self.rows.get_mut(first..).unwrap_or_default();
        let pieces = rows.iter_mut().flat_map(|row| &mut row.pieces);
        for piece in pieces.filter(|piece| piece.node == Some(node)) {
            piece.link = Some(Rc::clone(link));
        }
    }
}
