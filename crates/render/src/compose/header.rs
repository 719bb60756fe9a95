//! The head of a CV: name, job wanted, contacts.

use super::composer::Composer;
use super::contacts::{contact_rows, personal_contacts};
use crate::labels::Labels;
use crate::lettering::TextStyle;
use crate::palette::Ink;
use crate::photo::{Figure, Photo};
use crate::rows::{Bar, Column, Row, RowKind};
use crate::structure::NodeKind;
use crate::templates::HeadMark;
use crate::theme;
use approdo_domain::{Cv, CvPlace, PersonalField};
use std::ops::Range;

/// Composes the head and returns the person's name, printable.
pub(super) fn header(composer: &mut Composer<'_>, cv: &Cv, photo: Option<&Photo>) -> String {
    let labels = composer.labels;
    composer.cleaner.enter(&labels.personal_data);
    let name = composer.printable(&cv.personal.full_name(), TextStyle::Name);
    let first = composer.row_count();
    let beside = composer.theme.design.side.is_some();
    let photo = photo.map(|photo| (photo, described(labels, &name)));
    if photo.is_some() && !beside {
        composer.taken = theme::PHOTO_WIDTH + theme::PHOTO_GAP;
    }
    let shown = if name.is_empty() {
        &labels.curriculum
    } else {
        &name
    };
    composer.outline_from_here(1, shown);
    let heading = NodeKind::Heading(1, shown.clone());
    composer.at(CvPlace::Personal(PersonalField::GivenName));
    head_text(composer, shown, TextStyle::Name, heading);
    let headline = composer.printable(&cv.personal.headline, TextStyle::Headline);
    if !headline.is_empty() {
        composer.at(CvPlace::Personal(PersonalField::Headline));
        head_text(
            composer,
            &headline,
            TextStyle::Headline,
            NodeKind::Paragraph,
        );
    }
    let contacts = personal_contacts(cv, labels);
    if !beside {
        let space = theme::SPACE_PARAGRAPH;
        contact_rows(composer, RowKind::Header, contacts, None, space);
    }
    composer.taken = 0.0;
    if let Some((photo, description)) = photo.clone().filter(|_| !beside) {
        photo_at_end(composer, photo, description, first);
    }
    close(composer, first);
    composer.tie(first..composer.row_count());
    if beside {
        composer.in_column(Column::Side, |composer| {
            if let Some((photo, description)) = photo {
                photo_row(composer, photo, description);
            }
            side_contacts(composer, cv);
        });
    }
    name
}

/// Says what the photo is, for who cannot see it.
fn described(labels: &Labels, name: &str) -> String {
    match name {
        "" => labels.personal.photo.clone(),
        name => format!("{}: {name}", labels.personal.photo),
    }
}

/// Puts the photo at the end of the head's rows, the first of which is `first`, and makes them as
/// high as the photo even where the space between rows shrinks to nothing.
fn photo_at_end(composer: &mut Composer<'_>, photo: &Photo, description: String, first: usize) {
    let node = composer.structure.add(NodeKind::Figure(description), None);
    let (width, height) = (theme::PHOTO_WIDTH, photo.height_at(theme::PHOTO_WIDTH));
    let rows = composer.rows.get(first..).unwrap_or_default();
    let lacking = height - rows.iter().map(|row| row.height).sum::<f32>();
    if lacking > 0.0 {
        composer.push(Row::new(RowKind::Header, lacking, 0.0));
    }
    let x = composer.width() - width;
    if let Some(row) = composer.rows.get_mut(first) {
        row.figure = Some(Figure {
            x,
            y: 0.0,
            width,
            height,
            node,
        });
    }
}

/// Gives the photo a row of its own.
fn photo_row(composer: &mut Composer<'_>, photo: &Photo, description: String) {
    let node = composer.structure.add(NodeKind::Figure(description), None);
    let width = theme::PHOTO_WIDTH_BESIDE.min(composer.width());
    let height = photo.height_at(width);
    let mut row = Row::new(RowKind::Header, height, 0.0);
    row.figure = Some(Figure {
        x: 0.0,
        y: 0.0,
        width,
        height,
        node,
    });
    composer.push(row);
}

/// Adds a text of the head.
pub(super) fn head_text(composer: &mut Composer<'_>, text: &str, style: TextStyle, kind: NodeKind) {
    let node = composer.structure.add(kind, None);
    let width = composer.width();
    let shaped = composer.shape_text(text, style, width);
    composer.text_rows(RowKind::Header, &shaped, 0.0, node, 0.0);
}

/// Composes the contacts as a section of the column at the side.
fn side_contacts(composer: &mut Composer<'_>, cv: &Cv) {
    let labels = composer.labels;
    let contacts = personal_contacts(cv, labels);
    if contacts.iter().all(|contact| contact.text().is_empty()) {
        return;
    }
    composer.at(CvPlace::Personal(PersonalField::Phone));
    let section = composer.open_section(&labels.personal.contacts);
    composer.cleaner.enter(&labels.personal_data);
    let space = theme::SPACE_AFTER_TITLE;
    contact_rows(composer, RowKind::Text, contacts, Some(section), space);
}

/// Closes the head, which begins with row `first`.
pub(super) fn close(composer: &mut Composer<'_>, first: usize) {
    match composer.theme.design.head {
        HeadMark::Rule => rule(composer, composer.width(), 2.0, 7.0),
        HeadMark::ShortBar => rule(composer, theme::SHORT_BAR, 3.0, 6.0),
        HeadMark::Ground => ground(composer, first..composer.row_count()),
    }
}

fn rule(composer: &mut Composer<'_>, width: f32, height: f32, space: f32) {
    let mut row = Row::new(RowKind::Header, height, space);
    row.bars.push(Bar {
        x: 0.0,
        y: 0.0,
        width,
        height,
        colour: composer.colour(Ink::Accent),
    });
    composer.push(row);
}

/// Lays a ground behind the head, from the page's upper edge to below the last row.
fn ground(composer: &mut Composer<'_>, rows: Range<usize>) {
    let colour = composer.colour(Ink::Tint);
    let last = rows.end.saturating_sub(1);
    for number in rows.clone() {
        let Some(row) = composer.rows.get_mut(number) else {
            continue;
        };
        // Space between rows may shrink; the ground is to have no gaps.
        let above = std::mem::take(&mut row.space_before);
        for piece in &mut row.pieces {
            piece.baseline += above;
        }
        row.height += above;
        if number == last {
            row.height += theme::GROUND_PADDING;
        }
        let top = if number == rows.start {
            theme::MARGIN_TOP
        } else {
            0.0
        };
        row.bars.push(Bar {
            x: -theme::MARGIN_SIDE,
            y: -top,
            width: theme::PAGE_WIDTH,
            height: row.height + top,
            colour,
        });
    }
}
