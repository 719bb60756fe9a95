//! Short items: those that are short follow each other on lines, long ones make a list with bullets.

use super::arrange::FlowItem;
use super::composer::Composer;
use super::description::Unmarked;
use super::sections;
use crate::lettering::TextStyle;
use crate::paragraph::{Paragraph, Span};
use crate::rows::RowKind;
use crate::structure::{NodeId, NodeKind};
use crate::theme;
use approdo_domain::CvPlace;
use std::rc::Rc;

/// An item wider than this part of a line makes the items a list with bullets.
const LONG_ITEM: f32 = 0.62;

/// An item: what is said, behind what it is said of, if anything.
#[derive(Debug)]
pub(super) struct Item {
    pub(super) about: String,
    pub(super) text: String,
    /// The field it comes from.
    pub(super) place: CvPlace,
}

impl Item {
    /// Makes an item that is one text.
    pub(super) fn new(text: impl Into<String>, place: CvPlace) -> Self {
        Self {
            about: String::new(),
            text: text.into(),
            place,
        }
    }

    fn spans(&self, composer: &mut Composer<'_>) -> Vec<Span> {
        let about = composer.printable(&self.about, TextStyle::BodyStrong);
        let text = composer.printable(&self.text, TextStyle::Body);
        let spans = if about.is_empty() {
            vec![composer.span(text, TextStyle::Body)]
        } else if text.is_empty() {
            vec![composer.span(about, TextStyle::BodyStrong)]
        } else {
            vec![
                composer.span(format!("{about}:"), TextStyle::BodyStrong),
                composer.span(format!(" {text}"), TextStyle::Body),
            ]
        };
        spans
            .into_iter()
            .filter(|span| !span.text.is_empty())
            .collect()
    }
}

/// Composes a section of items; nothing if there are none.
pub(super) fn section_of_items(composer: &mut Composer<'_>, title: &str, items: &[Item]) {
    let Some(first) = items.first() else {
        return;
    };
    composer.at(first.place);
    let section = composer.open_section(title);
    item_rows(composer, items, section, theme::SPACE_AFTER_TITLE);
}

/// Composes a section of items of which one stands on each line of a text; one line is a sentence.
pub(super) fn section_of_lines(
    composer: &mut Composer<'_>,
    title: &str,
    text: &str,
    place: CvPlace,
) {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    if let (Some(_), None) = (lines.next(), lines.next()) {
        sections::text(composer, title, text, Unmarked::Paragraphs, [place; 2]);
        return;
    }
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let items: Vec<Item> = lines.map(|line| Item::new(line, place)).collect();
    section_of_items(composer, title, &items);
}

/// Composes items with the name of their group above them.
pub(super) fn group_of_items(
    composer: &mut Composer<'_>,
    name: &str,
    items: &[Item],
    section: NodeId,
    space: f32,
) {
    let name = composer.printable(name, TextStyle::BodyStrong);
    if let Some(first) = items.first() {
        composer.at(first.place);
    }
    let first = composer.row_count();
    let space = if name.is_empty() {
        space
    } else {
        let kind = NodeKind::Heading(3, name.clone());
        let heading = composer.structure.add(kind, Some(section));
        let shaped = composer.shape_text(&name, TextStyle::BodyStrong, composer.width());
        composer.text_rows(RowKind::EntryHead, &shaped, 0.0, heading, space);
        theme::SPACE_ITEM
    };
    let items_from = composer.row_count();
    item_rows(composer, items, section, space);
    composer.tie(first..composer.row_count().min(items_from + 2));
}

/// Composes items under a node that stands already.
pub(super) fn item_rows(composer: &mut Composer<'_>, items: &[Item], parent: NodeId, space: f32) {
    let first = composer.row_count();
    let list = composer.structure.add(NodeKind::List, Some(parent));
    let width = composer.width();
    let mut shaped = Vec::new();
    for item in items {
        let spans = item.spans(composer);
        if !spans.is_empty() {
            let paragraph = composer.shape(spans.clone(), width);
            shaped.push((item.place, spans, paragraph));
        }
    }
    let is_long = |item: &Rc<Paragraph>| item.width() > LONG_ITEM * width;
    let any_long = shaped.iter().any(|(.., paragraph)| is_long(paragraph));
    if any_long && !composer.is_narrow() {
        let mut space = space;
        for (place, spans, _) in shaped {
            composer.at(place);
            composer.bullet(spans, list, space);
            space = theme::SPACE_BULLET;
        }
    } else {
        let items = shaped.into_iter().map(|(place, _, paragraph)| FlowItem {
            paragraph,
            link: None,
            place: Some(place.into()),
        });
        if composer.theme.design.chips {
            composer.chips(items.collect(), list, space);
        } else {
            composer.flow(RowKind::Text, items.collect(), list, space);
        }
    }
    composer.avoid_single_lines(first..composer.row_count());
}
