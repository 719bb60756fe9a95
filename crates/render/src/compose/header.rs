//! The head of a CV: name, job wanted, contacts.

use super::composer::Composer;
use super::contacts::{contact_rows, personal_contacts};
use crate::rows::{Bar, Row, RowKind};
use crate::structure::NodeKind;
use crate::theme::{self, Colour, TextStyle};
use approdo_domain::Cv;

/// Composes the head and returns the person's name, printable.
pub(super) fn header(composer: &mut Composer<'_>, cv: &Cv) -> String {
    let labels = composer.labels;
    let personal = &cv.personal;
    composer.cleaner.enter(&labels.personal_data);
    let name = composer.printable(&personal.full_name(), TextStyle::Name);
    let first = composer.row_count();
    let shown = if name.is_empty() {
        &labels.curriculum
    } else {
        &name
    };
    composer.outline_from_here(1, shown);
    let heading = composer
        .structure
        .add(NodeKind::Heading(1, shown.clone()), None);
    let paragraph = composer.shape_text(shown, TextStyle::Name, composer.width());
    composer.text_rows(RowKind::Header, &paragraph, 0.0, heading, 0.0);

    let headline = composer.printable(&personal.headline, TextStyle::Headline);
    if !headline.is_empty() {
        let node = composer.structure.add(NodeKind::Paragraph, None);
        let paragraph = composer.shape_text(&headline, TextStyle::Headline, composer.width());
        composer.text_rows(RowKind::Header, &paragraph, 0.0, node, 0.0);
    }
    let contacts = personal_contacts(cv, labels);
    contact_rows(
        composer,
        RowKind::Header,
        contacts,
        None,
        theme::SPACE_PARAGRAPH,
    );
    accent(composer);
    composer.tie(first..composer.row_count());
    name
}

/// Closes the head with a rule in the accent colour.
fn accent(composer: &mut Composer<'_>) {
    let mut row = Row::new(RowKind::Header, 2.0, 7.0);
    row.bars.push(Bar {
        x: 0.0,
        y: 0.0,
        width: composer.width(),
        height: 2.0,
        colour: Colour::ACCENT,
    });
    composer.push(row);
}
