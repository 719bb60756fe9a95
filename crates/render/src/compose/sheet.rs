//! Composes a feedback sheet into rows: the heading, then section by section what was said. What is written on by
//! hand is in `by_hand`.

use super::Composition;
use super::arrange::Cell;
use super::composer::Composer;
use super::header::{close, head_text};
use crate::cache::ParagraphCache;
use crate::fonts::FontSet;
use crate::labels::Labels;
use crate::lettering::TextStyle;
use crate::palette::Ink;
use crate::paragraph::Span;
use crate::rows::{Bar, RowKind};
use crate::sheet_request::{SheetBlock, SheetFact, SheetRequest, SheetSection};
use crate::structure::{NodeId, NodeKind};
use crate::theme::{self, Theme};
use crate::writing_direction::Direction;

/// Stands in a cell with nothing in it, so that every row has as many cells as the table has columns.
const NOTHING: &str = "–";

/// What is said of a criterion in so many rows stands on one page.
const ROWS_KEPT_WHOLE: usize = 8;

/// Composes the whole sheet. The name of the composition is whose sheet it is.
pub(crate) fn compose_sheet(
    request: &SheetRequest,
    labels: &Labels,
    theme: Theme,
    fonts: &mut FontSet,
    cache: &mut ParagraphCache,
) -> Composition {
    let direction = Direction::LeftToRight;
    let mut composer = Composer::new(fonts, cache, labels, theme, 0, direction);
    composer.cleaner.enter(&request.title);
    composer.outline_from_here(1, &request.title);
    let title = composer.printable(&request.title, TextStyle::Name);
    if !title.is_empty() {
        let heading = NodeKind::Heading(1, title.clone());
        head_text(&mut composer, &title, TextStyle::Name, heading);
        close(&mut composer, 0);
        composer.tie(0..composer.row_count() + 1);
    }
    for section in &request.sections {
        compose_section(&mut composer, section);
    }
    let person = composer.printable(&request.person, TextStyle::Footer);
    composer.finish(request.title.clone(), person)
}

fn compose_section(composer: &mut Composer<'_>, section: &SheetSection) {
    let mut space = theme::SPACE_AFTER_TITLE;
    let node = match section.title.trim() {
        "" => {
            space = theme::SPACE_ENTRY;
            composer.structure.add(NodeKind::Section, None)
        }
        title => composer.open_section(title),
    };
    for block in &section.blocks {
        let first = composer.row_count();
        compose_block(composer, block, node, space);
        if composer.row_count() > first {
            space = theme::SPACE_ENTRY;
        }
    }
}

fn compose_block(composer: &mut Composer<'_>, block: &SheetBlock, parent: NodeId, space: f32) {
    match block {
        SheetBlock::Text(text) => said(composer, "", text, parent, space),
        SheetBlock::List(text) => list(composer, text, parent, space),
        SheetBlock::Facts(all) => facts(composer, all, parent, space),
        SheetBlock::Point { name, said } => point(composer, name, said, parent, space),
        SheetBlock::Table { heads, rows } => table(composer, heads, rows, parent, space),
        SheetBlock::Blank { label, lines } => composer.blank(label, *lines, parent, space),
        SheetBlock::Boxes {
            name,
            choices,
            note,
        } => composer.boxes(name, choices, note, parent, space),
        SheetBlock::BlankTable { heads, rows } => {
            composer.blank_table(heads, *rows, parent, space);
        }
    }
}

/// Composes the lines of a text as paragraphs, the first behind its label.
fn said(composer: &mut Composer<'_>, label: &str, text: &str, parent: NodeId, space: f32) {
    let label = composer.printable(label, TextStyle::BodyStrong);
    for (number, line) in composer.printable_lines(text).into_iter().enumerate() {
        let mut spans: Vec<Span> = Vec::new();
        if number == 0 && !label.is_empty() {
            spans.push(composer.span(format!("{label}: "), TextStyle::BodyStrong));
        }
        spans.push(composer.span(line, TextStyle::Body));
        let space = if number == 0 {
            space
        } else {
            theme::SPACE_PARAGRAPH
        };
        composer.paragraph(spans, parent, space);
    }
}

fn list(composer: &mut Composer<'_>, text: &str, parent: NodeId, space: f32) {
    let node = composer.structure.add(NodeKind::BulletList, Some(parent));
    for (number, line) in composer.printable_lines(text).into_iter().enumerate() {
        let spans = vec![composer.span(line, TextStyle::Body)];
        let space = if number == 0 {
            space
        } else {
            theme::SPACE_BULLET
        };
        composer.bullet(spans, node, space);
    }
}

/// Composes facts with their labels in a column of their own, as one list.
fn facts(composer: &mut Composer<'_>, all: &[SheetFact], parent: NodeId, space: f32) {
    let node = composer.structure.add(NodeKind::List, Some(parent));
    let first = composer.row_count();
    for fact in all {
        let text = composer.printable(&fact.text, TextStyle::Body);
        if text.is_empty() {
            continue;
        }
        let item = composer.structure.add(NodeKind::ListItem, Some(node));
        let body = composer.structure.add(NodeKind::ListBody, Some(item));
        let label = composer.printable(&fact.label, TextStyle::TableHead);
        let width = theme::FACT_COLUMN - theme::COLUMN_GAP;
        let label = composer.shape_text(&label, TextStyle::TableHead, width);
        let x = theme::FACT_COLUMN;
        let text = composer.shape_text(&text, TextStyle::Body, composer.width() - x);
        let cell = |paragraph, x| Cell {
            paragraph,
            x,
            node: body,
        };
        let space = match composer.row_count() == first {
            true => space,
            false => theme::SPACE_PARAGRAPH,
        };
        composer.side_by_side(RowKind::Text, &[cell(label, 0.0), cell(text, x)], space);
    }
}

/// Composes what is said of a criterion; its name does not stand alone at a page's end.
fn point(composer: &mut Composer<'_>, name: &str, all: &[SheetFact], parent: NodeId, space: f32) {
    let first = composer.row_count();
    let mut space = space;
    if composer.point_name(name, parent, space) {
        space = theme::SPACE_PARAGRAPH;
    }
    let begun = composer.row_count();
    for fact in all {
        said(composer, &fact.label, &fact.text, parent, space);
        space = theme::SPACE_PARAGRAPH;
    }
    let rows = first..composer.row_count();
    match rows.len() <= ROWS_KEPT_WHOLE {
        true => composer.tie(rows),
        false => composer.tie(first..rows.end.min(begun + 1)),
    }
}

fn table(
    composer: &mut Composer<'_>,
    heads: &[String],
    rows: &[Vec<String>],
    parent: NodeId,
    space: f32,
) {
    if heads.is_empty() {
        return;
    }
    let table = composer.structure.add(NodeKind::Table, Some(parent));
    let first = composer.row_count();
    composer.table_heads(heads, table, space);
    let begun = composer.row_count();
    for row in rows {
        let node = composer.structure.add(NodeKind::TableRow, Some(table));
        let mut cells = Vec::new();
        for number in 0..heads.len() {
            let text = row.get(number).map_or("", String::as_str);
            let text = match composer.printable(text, TextStyle::Body) {
                empty if empty.is_empty() => composer.printable(NOTHING, TextStyle::Body),
                text => text,
            };
            let (x, width) = composer.table_column(number, heads.len());
            cells.push(Cell {
                paragraph: composer.shape_text(&text, TextStyle::Body, width),
                x,
                node: composer.structure.add(NodeKind::TableCell, Some(node)),
            });
        }
        let rows = composer.side_by_side(RowKind::Text, &cells, theme::SPACE_GROUP);
        composer.hairline(rows);
    }
    composer.tie(first..composer.row_count().min(begun + 1));
}

impl Composer<'_> {
    /// Adds the name of a criterion, unless there is none; tells whether it did.
    pub(super) fn point_name(&mut self, name: &str, parent: NodeId, space: f32) -> bool {
        let name = self.printable(name, TextStyle::EntryTitle);
        if name.is_empty() {
            return false;
        }
        let heading = NodeKind::Heading(3, name.clone());
        let heading = self.structure.add(heading, Some(parent));
        let shaped = self.shape_text(&name, TextStyle::EntryTitle, self.width());
        let rows = self.text_rows(RowKind::EntryHead, &shaped, 0.0, heading, space);
        self.tie(rows.start..rows.end + 1);
        true
    }

    /// Adds the heads of a table's columns.
    pub(super) fn table_heads(&mut self, heads: &[String], table: NodeId, space: f32) {
        let row = self.structure.add(NodeKind::TableRow, Some(table));
        let mut cells = Vec::new();
        for (number, head) in heads.iter().enumerate() {
            let head = self.printable(head, TextStyle::TableHead);
            let (x, width) = self.table_column(number, heads.len());
            cells.push(Cell {
                paragraph: self.shape_text(&head, TextStyle::TableHead, width),
                x,
                node: self.structure.add(NodeKind::ColumnHead, Some(row)),
            });
        }
        let rows = self.side_by_side(RowKind::Text, &cells, space);
        self.hairline(rows);
    }

    /// Returns the left edge and the width of a column: the first takes what the others leave.
    pub(super) fn table_column(&self, number: usize, of: usize) -> (f32, f32) {
        let others = of.saturating_sub(1) as f32 * theme::SHEET_COLUMN;
        let first = (self.width() - others).max(theme::SHEET_COLUMN);
        match number {
            0 => (0.0, first - theme::COLUMN_GAP),
            number => {
                let before = (number - 1) as f32 * theme::SHEET_COLUMN;
                (first + before, theme::SHEET_COLUMN - theme::COLUMN_GAP)
            }
        }
    }

    /// Draws a hairline under rows, as wide as the text.
    pub(super) fn hairline(&mut self, rows: std::ops::Range<usize>) {
        let bar = Bar {
            x: 0.0,
            y: 2.0,
            width: self.width(),
            height: 0.5,
            colour: self.colour(Ink::Hairline),
        };
        self.underline(rows, bar);
    }
}
