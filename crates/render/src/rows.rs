//! Rows: the strips of a page that are never cut, from which `pages` builds pages. Positions on
//! a row are in points, from its left edge and its top.

use crate::palette::Colour;
use crate::paragraph::Paragraph;
use crate::photo::Figure;
use crate::structure::NodeId;
use std::rc::Rc;

/// Where a piece of text leads.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Link {
    pub(crate) uri: String,
    /// What screen readers say.
    pub(crate) description: String,
}

/// One line of a paragraph on a row.
#[derive(Debug, Clone)]
pub(crate) struct Piece {
    pub(crate) paragraph: Rc<Paragraph>,
    pub(crate) line: usize,
    pub(crate) x: f32,
    /// Distance of its baseline from the row's top.
    pub(crate) baseline: f32,
    /// What it belongs to; none for mere decoration.
    pub(crate) node: Option<NodeId>,
    pub(crate) link: Option<Rc<Link>>,
}

/// A filled rectangle: a rule or an accent.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Bar {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) width: f32,
    pub(crate) height: f32,
    pub(crate) colour: Colour,
}

/// What a row is, as far as page breaks are concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RowKind {
    /// Name, headline, contacts.
    Header,
    /// A section's title.
    SectionTitle,
    /// Title, dates and subtitle of an entry.
    EntryHead,
    /// Anything else.
    Text,
}

/// Which column a row stands in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Column {
    /// The text itself.
    #[default]
    Main,
    /// The column at the side.
    Side,
}

/// A strip that stays on one page.
#[derive(Debug)]
pub(crate) struct Row {
    #[cfg_attr(
        not(test),
        expect(dead_code, reason = "the rules of page breaks are checked by it")
    )]
    pub(crate) kind: RowKind,
    /// Which entry it is part of, counted over the whole CV.
    pub(crate) entry: Option<usize>,
    pub(crate) column: Column,
    /// Whether it needs the whole width of a page, without a column at the side.
    pub(crate) wide: bool,
    /// Its left edge, from the left edge of the text.
    pub(crate) left: f32,
    pub(crate) height: f32,
    /// Space above it, dropped at a page's top.
    pub(crate) space_before: f32,
    /// Whether the next row must stand on the same page.
    pub(crate) keep_with_next: bool,
    pub(crate) pieces: Vec<Piece>,
    pub(crate) bars: Vec<Bar>,
    /// A picture, which may reach over the rows below; those are tied to this one.
    pub(crate) figure: Option<Figure>,
}

impl Row {
    /// Makes a row without content.
    pub(crate) fn new(kind: RowKind, height: f32, space_before: f32) -> Self {
        Self {
            kind,
            entry: None,
            column: Column::Main,
            wide: false,
            left: 0.0,
            height,
            space_before,
            keep_with_next: false,
            pieces: Vec::new(),
            bars: Vec::new(),
            figure: None,
        }
    }

    /// Adds one line of a paragraph whose top is `y` below the row's top.
    pub(crate) fn add_line(
        &mut self,
        paragraph: &Rc<Paragraph>,
        line: usize,
        x: f32,
        y: f32,
        node: Option<NodeId>,
    ) {
        self.pieces.push(Piece {
            paragraph: Rc::clone(paragraph),
            line,
            x,
            baseline: y + paragraph.baseline,
            node,
            link: None,
        });
    }
}
