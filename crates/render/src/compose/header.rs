//! The head of a CV: name, job wanted, contacts.

use super::arrange::FlowItem;
use super::composer::Composer;
use crate::dates::date_text;
use crate::links::{mail_link, phone_link, web_link};
use crate::rows::{Bar, Link, Row, RowKind};
use crate::structure::NodeKind;
use crate::theme::{self, Colour, TextStyle};
use approdo_domain::Personal;
use std::rc::Rc;

/// Composes the head and returns the person's name, printable.
pub(super) fn header(composer: &mut Composer<'_>, personal: &Personal) -> String {
    let labels = composer.labels;
    composer.cleaner.enter(&labels.personal_data);
    let name = composer
        .cleaner
        .line(&personal.full_name(), TextStyle::Name.weight());
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
    let paragraph = composer.shape_text(shown, TextStyle::Name, theme::CONTENT_WIDTH);
    composer.text_rows(RowKind::Header, &paragraph, 0.0, heading, 0.0);

    let headline = composer
        .cleaner
        .line(&personal.headline, TextStyle::Headline.weight());
    if !headline.is_empty() {
        let node = composer.structure.add(NodeKind::Paragraph, None);
        let paragraph = composer.shape_text(&headline, TextStyle::Headline, theme::CONTENT_WIDTH);
        composer.text_rows(RowKind::Header, &paragraph, 0.0, node, 0.0);
    }
    contacts(composer, personal);
    accent(composer);
    composer.tie(first..composer.row_count());
    name
}

fn contacts(composer: &mut Composer<'_>, personal: &Personal) {
    let labels = composer.labels;
    let born = match date_text(&personal.birth_date, labels) {
        date if date.is_empty() => date,
        date => format!("{} {date}", labels.born),
    };
    let place: Vec<&str> = [personal.address.trim(), personal.city.trim()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    let email = personal.email.as_str();
    let phone = personal.phone.as_str();
    let website = personal.website.as_str();
    let written = [
        (phone, link(phone_link(phone), &labels.phone, phone)),
        (email, link(mail_link(email), &labels.email, email)),
        (&place.join(", "), None),
        (website, link(web_link(website), &labels.website, website)),
        (&born, None),
    ];
    let mut items = Vec::new();
    for (text, link) in written {
        let text = composer.cleaner.line(text, TextStyle::Contact.weight());
        if !text.is_empty() {
            let paragraph = composer.shape_text(&text, TextStyle::Contact, theme::CONTENT_WIDTH);
            items.push(FlowItem { paragraph, link });
        }
    }
    if !items.is_empty() {
        let list = composer.structure.add(NodeKind::List, None);
        composer.flow(RowKind::Header, items, list, theme::SPACE_PARAGRAPH);
    }
}

fn link(uri: Option<String>, label: &str, text: &str) -> Option<Rc<Link>> {
    uri.map(|uri| {
        Rc::new(Link {
            uri,
            description: format!("{label}: {}", text.trim()),
        })
    })
}

/// Closes the head with a rule in the accent colour.
fn accent(composer: &mut Composer<'_>) {
    let mut row = Row::new(RowKind::Header, 2.0, 7.0);
    row.bars.push(Bar {
        x: 0.0,
        y: 0.0,
        width: theme::CONTENT_WIDTH,
        height: 2.0,
        colour: Colour::ACCENT,
    });
    composer.push(row);
}
