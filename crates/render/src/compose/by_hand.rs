//! What of a sheet is written on by hand: lines, boxes to tick, a table to fill. What is drawn for the hand is no
//! text: a screen reader hears what is asked, and what can be chosen.

use super::composer::Composer;
use crate::lettering::TextStyle;
use crate::palette::Ink;
use crate::rows::{Bar, Row, RowKind};
use crate::structure::{NodeId, NodeKind};
use crate::theme;

/// Height of a line to write on: eight millimetres, as in an exercise book.
const LINE_HEIGHT: f32 = 22.7;
/// Height of a table's row to write in.
const CELL_HEIGHT: f32 = 26.0;
/// How thick lines are.
const LINE: f32 = 0.5;
/// Space between a label and the line beside it.
const LABEL_GAP: f32 = 8.0;
/// A line beside its label has at least this part of the width.
const LEAST_LINE: f32 = 0.4;
/// Side of a box to tick.
const BOX: f32 = 9.0;
/// How thick the sides of a box are.
const BOX_LINE: f32 = 0.75;
/// How far the words beside a box stand in.
const BOX_INDENT: f32 = 17.0;

impl Composer<'_> {
    /// Adds lines to write on, the first beside the label if there is room.
    pub(super) fn blank(&mut self, label: &str, lines: u8, parent: NodeId, space: f32) {
        let first = self.row_count();
        let label = self.printable(label, TextStyle::BodyStrong);
        let mut left = lines;
        if !label.is_empty() {
            let node = self.structure.add(NodeKind::Paragraph, Some(parent));
            let shaped = self.shape_text(&label, TextStyle::BodyStrong, self.width());
            let rows = self.text_rows(RowKind::Text, &shaped, 0.0, node, space.max(LABEL_GAP));
            let x = shaped.width() + LABEL_GAP;
            if rows.len() == 1 && x < self.width() * (1.0 - LEAST_LINE) && left > 0 {
                left -= 1;
                self.line_under(x, rows.start);
            }
        }
        for _ in 0..left {
            self.push(Row::new(RowKind::Text, LINE_HEIGHT, 0.0));
            self.line_under(0.0, self.row_count() - 1);
        }
        self.tie(first..self.row_count());
    }

    /// Adds boxes with what can be chosen beside them, one under the other, all on one page.
    pub(super) fn boxes(
        &mut self,
        name: &str,
        choices: &[String],
        note: &str,
        parent: NodeId,
        space: f32,
    ) {
        let first = self.row_count();
        // Under the line for a note there is room to write below the line.
        let space = match note.trim() {
            "" => space,
            _ => space.max(theme::SPACE_BULLET + LABEL_GAP),
        };
        let named = self.point_name(name, parent, space);
        let list = self.structure.add(NodeKind::List, Some(parent));
        for (number, choice) in choices.iter().enumerate() {
            let space = match (number, named) {
                (0, false) => space,
                _ => theme::SPACE_BULLET,
            };
            self.box_to_tick(choice, list, space);
        }
        if !note.trim().is_empty() {
            self.blank(note, 1, parent, theme::SPACE_PARAGRAPH);
        }
        self.tie(first..self.row_count());
    }

    /// Adds a table with empty rows. They hold nothing that could be read, so they are no rows of the table.
    pub(super) fn blank_table(&mut self, heads: &[String], rows: u8, parent: NodeId, space: f32) {
        if heads.is_empty() {
            return;
        }
        let first = self.row_count();
        let table = self.structure.add(NodeKind::Table, Some(parent));
        self.table_heads(heads, table, space);
        for _ in 0..rows {
            self.push(Row::new(RowKind::Text, CELL_HEIGHT, 0.0));
            let row = self.row_count() - 1;
            self.line_under(0.0, row);
            for column in 1..heads.len() {
                let (x, _) = self.table_column(column, heads.len());
                self.upright(x - LABEL_GAP, row);
            }
        }
        self.tie(first..self.row_count());
    }

    fn box_to_tick(&mut self, choice: &str, list: NodeId, space: f32) {
        let choice = self.printable(choice, TextStyle::Body);
        if choice.is_empty() {
            return;
        }
        let item = self.structure.add(NodeKind::ListItem, Some(list));
        let body = self.structure.add(NodeKind::ListBody, Some(item));
        let width = self.width() - BOX_INDENT;
        let shaped = self.shape_text(&choice, TextStyle::Body, width);
        let rows = self.text_rows(RowKind::Text, &shaped, BOX_INDENT, body, space);
        self.tie(rows.clone());
        let colour = self.colour(Ink::Muted);
        if let Some(row) = self.rows.get_mut(rows.start) {
            let y = (shaped.line_height - BOX) / 2.0;
            let side = |x, y, width, height| Bar {
                x,
                y,
                width,
                height,
                colour,
            };
            let far = BOX - BOX_LINE;
            row.bars.extend([
                side(0.0, y, BOX, BOX_LINE),
                side(0.0, y + far, BOX, BOX_LINE),
                side(0.0, y, BOX_LINE, BOX),
                side(far, y, BOX_LINE, BOX),
            ]);
        }
    }

    /// Draws a line to write on at the foot of a row, from `x` to the end of the text.
    fn line_under(&mut self, x: f32, row: usize) {
        let width = self.width() - x;
        let colour = self.colour(Ink::Muted);
        if let Some(row) = self.rows.get_mut(row) {
            row.bars.push(Bar {
                x,
                y: row.height - LINE,
                width,
                height: LINE,
                colour,
            });
        }
    }

    /// Draws an upright line between two cells of a row.
    fn upright(&mut self, x: f32, row: usize) {
        let colour = self.colour(Ink::Hairline);
        if let Some(row) = self.rows.get_mut(row) {
            row.bars.push(Bar {
                x,
                y: 0.0,
                width: LINE,
                height: row.height,
                colour,
            });
        }
    }
}
