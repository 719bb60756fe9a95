//! A paragraph before and after shaping: spans of styled text, then lines of placed glyphs. Plain
//! data, so that it can be kept and drawn twice; the shaping itself is in `shaper`.

use crate::lettering::Lettering;
use std::ops::Range;

/// Text in one style.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Span {
    pub(crate) text: String,
    pub(crate) style: Lettering,
}

impl Span {
    pub(crate) fn new(text: impl Into<String>, style: Lettering) -> Self {
        Self {
            text: text.into(),
            style,
        }
    }
}

/// A shaped paragraph.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Paragraph {
    pub(crate) lines: Vec<Line>,
    /// Whether it begins at the right.
    pub(crate) from_the_right: bool,
    /// Distance between its baselines, in points.
    pub(crate) line_height: f32,
    /// Distance of a line's baseline from its top, in points.
    pub(crate) baseline: f32,
}

impl Paragraph {
    /// Returns the width of the widest line in points.
    pub(crate) fn width(&self) -> f32 {
        self.lines.iter().map(|line| line.width).fold(0.0, f32::max)
    }
}

/// One line.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Line {
    /// Its text in reading order; no-break spaces are ordinary ones here, since they have done
    /// their work.
    pub(crate) text: String,
    /// Width without the space at its end, in points.
    pub(crate) width: f32,
    /// Pieces in one font, style and direction, in reading order.
    pub(crate) runs: Vec<Run>,
    /// Words, in reading order.
    pub(crate) words: Vec<Word>,
}

/// Glyphs in one font and style.
#[derive(Debug, PartialEq)]
pub(crate) struct Run {
    /// Which font of the set.
    pub(crate) font: usize,
    pub(crate) style: Lettering,
    /// Distance from the line's left end, in points.
    pub(crate) x: f32,
    /// Whether its letters are read from right to left.
    pub(crate) from_the_right: bool,
    /// From left to right.
    pub(crate) glyphs: Vec<PlacedGlyph>,
}

/// One glyph; lengths in points.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PlacedGlyph {
    pub(crate) id: u32,
    pub(crate) advance: f32,
    pub(crate) x_offset: f32,
    pub(crate) y_offset: f32,
    /// What it stands for in the line's text.
    pub(crate) text: Range<usize>,
}

/// One word, or the part of it that is in one style and written from one side.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Word {
    /// Its left end, from the line's left end, in points.
    pub(crate) x: f32,
    /// Its right end, from the line's left end, in points.
    pub(crate) end: f32,
    pub(crate) style: Lettering,
    /// Whether its letters are read from right to left.
    pub(crate) from_the_right: bool,
    pub(crate) text: Range<usize>,
    /// Whether white space stands between it and the word before.
    pub(crate) spaced: bool,
}
