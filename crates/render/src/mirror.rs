//! Turns what was laid out from left to right around. Within a line nothing changes: the letters stand
//! there already as they are read.

use crate::rows::{Bar, Piece, Row};
use std::ops::Range;

/// Mirrors what stands in rows within a column of that width in points, so that it begins at the right.
pub(crate) fn mirror_within(rows: &mut [Row], width: f32) {
    for row in rows {
        mirror_pieces(&mut row.pieces, width);
        mirror_bars(&mut row.bars, width);
    }
}

/// Mirrors rows, wherever they stand, within the text of a page of that width in points.
pub(crate) fn mirror_on_page(rows: &mut [Row], width: f32) {
    for row in rows {
        let left = std::mem::take(&mut row.left);
        mirror_pieces(&mut row.pieces, width - left);
        mirror_bars(&mut row.bars, width - left);
        if let Some(figure) = &mut row.figure {
            figure.x = width - left - figure.x - figure.width;
        }
    }
}

/// Mirrors pieces within that width in points.
pub(crate) fn mirror_pieces(pieces: &mut [Piece], width: f32) {
    for piece in pieces {
        let line = piece.paragraph.lines.get(piece.line);
        let taken = line.map_or(0.0, |line| line.width);
        piece.x = width - piece.x - taken;
    }
}

fn mirror_bars(bars: &mut [Bar], width: f32) {
    for bar in bars {
        *bar = mirrored_bar(*bar, width);
    }
}

/// Returns a bar mirrored within that width in points.
pub(crate) fn mirrored_bar(bar: Bar, width: f32) -> Bar {
    Bar {
        x: width - bar.x - bar.width,
        ..bar
    }
}

/// Returns the part of a list.
pub(crate) fn part_of<T>(list: &mut [T], range: Range<usize>) -> &mut [T] {
    list.get_mut(range).unwrap_or_default()
}
