//! The PDF's bookmarks: the name, then each section with its entries under it.

use crate::compose::OutlineEntry;
use crate::pages::Page;
use crate::theme;
use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::outline::{Outline, OutlineNode};

/// Returns the bookmarks of laid-out pages; `entries` are in the order of their rows.
pub(crate) fn outline(entries: &[OutlineEntry], pages: &[Page]) -> Outline {
    let mut outline = Outline::new();
    let mut section: Option<OutlineNode> = None;
    for entry in entries.iter().filter(|entry| !entry.text.is_empty()) {
        let Some(place) = place_of(entry.row, pages) else {
            continue;
        };
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

/// Returns where a row stands; the pages hold the rows in order.
fn place_of(row: usize, pages: &[Page]) -> Option<XyzDestination> {
    let begins_before = |page: &Page| page.rows.first().is_some_and(|first| first.row <= row);
    let number = pages.partition_point(begins_before).checked_sub(1)?;
    let placed = pages.get(number)?.rows.iter().find(|on| on.row == row)?;
    let place = Point::from_xy(0.0, theme::MARGIN_TOP + placed.top);
    Some(XyzDestination::new(number, place))
}
