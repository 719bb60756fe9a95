//! The PDF's bookmarks: the name, then each section with its entries under it.

use crate::compose::OutlineEntry;
use crate::pages::Page;
use crate::theme;
use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::outline::{Outline, OutlineNode};
use std::collections::HashMap;

/// Returns the bookmarks of laid-out pages; `entries` are in the order of their rows.
pub(crate) fn outline(entries: &[OutlineEntry], pages: &[Page]) -> Outline {
    let places = places(pages);
    let mut outline = Outline::new();
    let mut section: Option<OutlineNode> = None;
    for entry in entries.iter().filter(|entry| !entry.text.is_empty()) {
        let Some(&(page, top)) = places.get(&entry.row) else {
            continue;
        };
        let place = XyzDestination::new(page, Point::from_xy(0.0, top));
        let node = OutlineNode::new(entry.text.clone(), place).with_open(true);
        if entry.level > 1
            && let Some(section) = &mut section
        {
            section.push_child(node);
        } else if let Some(done) = section.replace(node) {
            outline.push_child(done);
        }
    }
    if let Some(last) = section {
        outline.push_child(last);
    }
    outline
}

/// Where each row stands: its page, and its distance from the page's upper edge.
fn places(pages: &[Page]) -> HashMap<usize, (usize, f32)> {
    let numbered = pages.iter().enumerate();
    let rows = numbered.flat_map(|(number, page)| {
        let placed = page.rows.iter();
        placed.map(move |placed| (placed.row, (number, theme::MARGIN_TOP + placed.top)))
    });
    rows.collect()
}
