//! The tools that sections are composed with: shaping, rows of text, bullets, and the ties that
//! keep rows on one page. Several texts on one line are in `arrange`.

use super::{Composition, OutlineEntry};
use crate::cache::ParagraphCache;
use crate::fonts::FontSet;
use crate::labels::Labels;
use crate::lettering::TextStyle;
use crate::mirror::{mirror_within, part_of};
use crate::palette::{Colour, Ink};
use crate::paragraph::{Paragraph, Span};
use crate::rows::{Bar, Column, Row, RowKind};
use crate::structure::{NodeId, NodeKind, PagePlace, Structure};
use crate::substitution::Cleaner;
use crate::theme::{self, Theme};
use crate::writing_direction::{Direction, is_from_the_right};
use std::ops::Range;
use std::rc::Rc;

/// Collects the rows of a CV.
pub(super) struct Composer<'call> {
    fonts: &'call mut FontSet,
    cache: &'call mut ParagraphCache,
    pub(super) labels: &'call Labels,
    pub(super) theme: Theme,
    column: Column,
    /// How much of the width beside the text is taken, in points.
    pub(super) taken: f32,
    /// From which row on the text takes the whole width.
    wide_from: usize,
    pub(super) cleaner: Cleaner,
    pub(super) structure: Structure,
    pub(super) rows: Vec<Row>,
    outline: Vec<OutlineEntry>,
    entries: usize,
    /// From which side the page is laid out.
    direction: Direction,
}

impl<'call> Composer<'call> {
    pub(super) fn new(
        fonts: &'call mut FontSet,
        cache: &'call mut ParagraphCache,
        labels: &'call Labels,
        theme: Theme,
        wide_from: usize,
        direction: Direction,
    ) -> Self {
        let cleaner = Cleaner::new(Rc::clone(&fonts.coverage));
        Self {
            fonts,
            cache,
            labels,
            theme,
            column: Column::Main,
            taken: 0.0,
            wide_from,
            cleaner,
            structure: Structure::default(),
            rows: Vec::new(),
            outline: Vec::new(),
            entries: 0,
            direction,
        }
    }

    pub(super) fn finish(self, title: String, name: String) -> Composition {
        let (substitutions, lacking) = self.cleaner.finish();
        Composition {
            rows: self.rows,
            structure: self.structure,
            outline: self.outline,
            substitutions,
            lacking,
            beside_starts: Vec::new(),
            title,
            name,
        }
    }

    /// Says from which field what is composed next comes.
    pub(super) fn at(&mut self, place: impl Into<PagePlace>) {
        self.structure.place = Some(place.into());
    }

    /// Returns how many rows there are; the next row has this number.
    pub(super) fn row_count(&self) -> usize {
        self.rows.len()
    }

    /// Returns the width that texts have here, in points.
    pub(super) fn width(&self) -> f32 {
        let whole = match (self.theme.beside(), self.column) {
            (Some((_, left)), Column::Side) => theme::CONTENT_WIDTH - left,
            (Some((width, _)), Column::Main) if !self.is_wide() => width,
            _ => theme::CONTENT_WIDTH,
        };
        whole - self.taken
    }

    /// Tells whether texts stand in a column in which little fits beside each other.
    pub(super) fn is_narrow(&self) -> bool {
        self.column == Column::Side
    }

    /// Tells whether the text takes the whole width where a template has a column at the side.
    fn is_wide(&self) -> bool {
        self.column == Column::Main && self.row_count() >= self.wide_from
    }

    /// Composes in another column.
    pub(super) fn in_column(&mut self, column: Column, compose: impl FnOnce(&mut Self)) {
        let before = std::mem::replace(&mut self.column, column);
        compose(self);
        self.column = before;
    }

    /// Returns a text in one of the template's styles.
    pub(super) fn span(&self, text: impl Into<String>, style: TextStyle) -> Span {
        Span::new(text, self.theme.lettering(style))
    }

    /// Returns a colour of the page.
    pub(super) fn colour(&self, ink: Ink) -> Colour {
        self.theme.colour(ink)
    }

    /// Returns a text as one printable line.
    pub(super) fn printable(&mut self, text: &str, style: TextStyle) -> String {
        let weight = self.theme.lettering(style).weight();
        self.cleaner.line(text, weight)
    }

    /// Returns the lines of a running text that have something on them, each printable.
    pub(super) fn printable_lines(&mut self, text: &str) -> Vec<String> {
        let weight = self.theme.lettering(TextStyle::Body).weight();
        self.cleaner.lines(text, weight)
    }

    /// Shapes printable spans to lines no wider than `width` points. On a page from the left, letters are
    /// in the order of the page whatever comes first; on one from the right, numbers and Italian words
    /// alone keep their own.
    pub(super) fn shape(&mut self, spans: Vec<Span>, width: f32) -> Rc<Paragraph> {
        let mut letters = spans.iter().flat_map(|span| span.text.chars());
        let direction = match self.direction {
            Direction::RightToLeft if letters.any(is_from_the_right) => Direction::RightToLeft,
            _ => Direction::LeftToRight,
        };
        self.shape_from(direction, spans, width)
    }

    fn shape_from(&mut self, direction: Direction, spans: Vec<Span>, width: f32) -> Rc<Paragraph> {
        let (paragraph, missing) = self.cache.paragraph(self.fonts, spans, width, direction);
        for cluster in missing {
            cluster.chars().for_each(|part| self.cleaner.lacks(part));
            self.cleaner.report(&cluster, "");
        }
        paragraph
    }

    /// Shapes one printable text in one style.
    pub(super) fn shape_text(&mut self, text: &str, style: TextStyle, width: f32) -> Rc<Paragraph> {
        self.shape(vec![self.span(text, style)], width)
    }

    /// Adds a row to the column that is being composed.
    pub(super) fn push(&mut self, row: Row) {
        let left = match (self.theme.beside(), self.column) {
            (Some((_, left)), Column::Side) => left,
            _ => 0.0,
        };
        self.rows.push(Row {
            column: self.column,
            wide: self.is_wide(),
            left,
            ..row
        });
    }

    /// Adds a bookmark that leads to the next row.
    pub(super) fn outline_from_here(&mut self, level: u8, text: &str) {
        self.outline.push(OutlineEntry {
            text: text.to_owned(),
            level,
            row: self.rows.len(),
        });
    }

    /// Adds a row for each line of a paragraph and returns which they are.
    pub(super) fn text_rows(
        &mut self,
        kind: RowKind,
        paragraph: &Rc<Paragraph>,
        x: f32,
        node: NodeId,
        space_before: f32,
    ) -> Range<usize> {
        let first = self.row_count();
        for line in 0..paragraph.lines.len() {
            let space = if line == 0 { space_before } else { 0.0 };
            let mut row = Row::new(kind, paragraph.line_height, space);
            row.add_line(paragraph, line, x, 0.0, Some(node));
            self.push(row);
        }
        first..self.row_count()
    }

    /// Adds a text as a paragraph that is not left with a single line on either page. It begins on the
    /// side on which its language does. Returns its rows.
    pub(super) fn paragraph(
        &mut self,
        text: Vec<Span>,
        parent: NodeId,
        space_before: f32,
    ) -> Range<usize> {
        let node = self.structure.add(NodeKind::Paragraph, Some(parent));
        let width = self.width();
        let shaped = self.shape_from(Direction::OfItsText, text, width);
        let rows = self.text_rows(RowKind::Text, &shaped, 0.0, node, space_before);
        self.turn_to_its_side(&shaped, rows.clone(), width);
        self.avoid_single_lines(rows.clone());
        rows
    }

    /// Lets the rows of a paragraph begin at the other end of the line if its language does.
    fn turn_to_its_side(&mut self, paragraph: &Paragraph, rows: Range<usize>, width: f32) {
        let page_from_the_right = self.direction == Direction::RightToLeft;
        if paragraph.from_the_right != page_from_the_right {
            mirror_within(part_of(&mut self.rows, rows), width);
        }
    }

    /// Adds a text as an item of a list, with a bullet in front.
    pub(super) fn bullet(&mut self, text: Vec<Span>, list: NodeId, space_before: f32) {
        let item = self.structure.add(NodeKind::ListItem, Some(list));
        let label = self.structure.add(NodeKind::ListLabel, Some(item));
        let body = self.structure.add(NodeKind::ListBody, Some(item));
        let sign = self.printable("•", TextStyle::Mark);
        let sign = self.shape_text(&sign, TextStyle::Mark, theme::BULLET_INDENT);
        let width = self.width();
        let shaped = self.shape_from(Direction::OfItsText, text, width - theme::BULLET_INDENT);
        let rows = self.text_rows(
            RowKind::Text,
            &shaped,
            theme::BULLET_INDENT,
            body,
            space_before,
        );
        if let Some(row) = self.rows.get_mut(rows.start)
            && !sign.lines.is_empty()
        {
            row.add_line(&sign, 0, 0.0, 0.0, Some(label));
            row.pieces.rotate_right(1);
        }
        self.turn_to_its_side(&shaped, rows.clone(), width);
        self.avoid_single_lines(rows);
    }

    /// Draws a bar under the last of these rows; its `y` counts from the row's lower edge.
    pub(super) fn underline(&mut self, rows: Range<usize>, bar: Bar) {
        if let Some(row) = rows.last().and_then(|row| self.rows.get_mut(row)) {
            row.bars.push(Bar {
                y: row.height + bar.y,
                ..bar
            });
        }
    }

    /// Keeps rows on one page.
    pub(super) fn tie(&mut self, rows: Range<usize>) {
        let last = rows.end.saturating_sub(1);
        for row in rows.start..last {
            if let Some(row) = self.rows.get_mut(row) {
                row.keep_with_next = true;
            }
        }
    }

    /// Leaves at least two of these rows on either side of a page break.
    pub(super) fn avoid_single_lines(&mut self, rows: Range<usize>) {
        if rows.len() <= 3 {
            self.tie(rows);
        } else {
            self.tie(rows.start..rows.start + 2);
            self.tie(rows.end - 2..rows.end);
        }
    }

    /// Notes that these rows are one entry, the next of the CV.
    pub(super) fn mark_entry(&mut self, rows: Range<usize>) {
        for row in self.rows.get_mut(rows).unwrap_or_default() {
            row.entry = Some(self.entries);
        }
        self.entries += 1;
    }
}
