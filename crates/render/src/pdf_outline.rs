//! The PDF's bookmarks: the name, then each section with its entries under it. Where a file has several
//! documents, those of each stand under one for the document.

use crate::compose::OutlineEntry;
use crate::draw_pdf::Part;
use crate::pages::Page;
use crate::theme;
use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::outline::{Outline, OutlineNode};
use std::collections::HashMap;

/// Returns the bookmarks of the documents of a file.
pub(crate) fn outline(parts: &[Part<'_>]) -> Outline {
    let mut outline = Outline::new();
    let mut first_page = 0;
    for part in parts {
        let composition = &part.layout.composition;
        let bookmarks = bookmarks(&composition.outline, &part.layout.pages, first_page);
        if parts.len() == 1 || bookmarks.len() == 1 {
            bookmarks
                .into_iter()
                .for_each(|one| outline.push_child(one));
        } else {
            let top = XyzDestination::new(first_page, Point::from_xy(0.0, 0.0));
            let mut document = OutlineNode::new(composition.title.clone(), top).with_open(true);
            bookmarks
                .into_iter()
                .for_each(|one| document.push_child(one));
            outline.push_child(document);
        }
        first_page += part.layout.pages.len();
    }
    outline
}

/// Returns the bookmarks of a document that begins at a page; `entries` are in the order of their rows.
fn bookmarks(entries: &[OutlineEntry], pages: &[Page], first_page: usize) -> Vec<OutlineNode> {
    let places = places(pages);
    let mut bookmarks = Vec::new();
    let mut section: Option<OutlineNode> = None;
    for entry in entries.iter().filter(|entry| !entry.text.is_empty()) {
        let Some(&(page, top)) = places.get(&entry.row) else {
            continue;
        };
        let place = XyzDestination::new(first_page + page, Point::from_xy(0.0, top));
        let node = OutlineNode::new(entry.text.clone(), place).with_open(true);
        if entry.level > 1
            && let Some(section) = &mut section
        {
            section.push_child(node);
        } else if let Some(done) = section.replace(node) {
            bookmarks.push(done);
        }
    }
    bookmarks.extend(section);
    bookmarks
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
