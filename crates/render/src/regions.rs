//! Which field of the CV or the letter each part of a page comes from, so that a tap on it can lead there.

use crate::renderer::{Layout, origin_of};
use crate::request::{Region, Regions};
use crate::rows::Piece;
use crate::structure::PagePlace;
use approdo_domain::Cv;
use std::collections::HashMap;

/// A field, and the lines that come from it on one page: left, upper, right and lower edge.
type Found = (PagePlace, [f32; 4]);

/// Returns the parts of each page. A field is named by its number among the places of the CV that was
/// laid out.
pub(crate) fn regions_of(layout: &Layout, cv: &Cv) -> Vec<Regions> {
    regions_among(layout, cv.places().into_iter().map(PagePlace::Cv))
}

/// Returns the parts of each page, a field named by its number among `places`.
pub(crate) fn regions_among(
    layout: &Layout,
    places: impl Iterator<Item = PagePlace>,
) -> Vec<Regions> {
    let places = places.enumerate();
    let numbers: HashMap<PagePlace, usize> =
        places.map(|(number, place)| (place, number)).collect();
    let pages = 0..layout.pages.len();
    pages
        .map(|page| {
            let found = found_on(layout, page).into_iter();
            found
                .filter_map(|(place, edges)| region(*numbers.get(&place)?, edges))
                .collect()
        })
        .collect()
}

/// Returns the fields of a page in reading order.
fn found_on(layout: &Layout, page: usize) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let composition = &layout.composition;
    for placed in layout.pages.get(page).iter().flat_map(|page| &page.rows) {
        let Some(row) = composition.rows.get(placed.row) else {
            continue;
        };
        let origin = origin_of(row, placed);
        for piece in &row.pieces {
            let node = piece
                .node
                .and_then(|node| composition.structure.nodes.get(node.0));
            if let (Some(place), Some(edges)) =
                (node.and_then(|node| node.place), edges(piece, origin))
            {
                note(&mut found, place, edges);
            }
        }
    }
    found
}

fn edges(piece: &Piece, (left, top): (f32, f32)) -> Option<[f32; 4]> {
    let line = piece.paragraph.lines.get(piece.line)?;
    let left = left + piece.x;
    let top = top + piece.baseline - piece.paragraph.baseline;
    Some([
        left,
        top,
        left + line.width,
        top + piece.paragraph.line_height,
    ])
}

/// Joins a line with those of the same field.
fn note(found: &mut Vec<Found>, place: PagePlace, [left, top, right, bottom]: [f32; 4]) {
    let known = found.iter_mut().find(|(other, _)| *other == place);
    match known {
        Some((_, edges)) => {
            let [known_left, known_top, known_right, known_bottom] = *edges;
            *edges = [
                left.min(known_left),
                top.min(known_top),
                right.max(known_right),
                bottom.max(known_bottom),
            ];
        }
        None => found.push((place, [left, top, right, bottom])),
    }
}

fn region(place: usize, [left, top, right, bottom]: [f32; 4]) -> Option<Region> {
    Some(Region {
        place: u16::try_from(place).ok()?,
        left,
        top,
        width: right - left,
        height: bottom - top,
    })
}
