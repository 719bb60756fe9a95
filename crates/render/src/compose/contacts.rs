//! How to reach somebody, and what else stands under the name: which texts there are, and where they
//! lead.

use super::arrange::FlowItem;
use super::composer::Composer;
use crate::dates::date_text;
use crate::labels::Labels;
use crate::lettering::TextStyle;
use crate::line_text::{in_parts, isolated};
use crate::links::{mail_link, phone_link, web_link};
use crate::rows::{Link, RowKind};
use crate::structure::{NodeId, NodeKind, PagePlace};
use approdo_domain::{Cv, CvPlace, Personal, PersonalField, PhoneField};
use std::rc::Rc;

/// A text that may lead somewhere.
pub(super) struct Contact {
    text: String,
    link: Option<Rc<Link>>,
    place: PagePlace,
}

impl Contact {
    /// Returns what is printed.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Returns a text that leads nowhere.
    pub(super) fn plain(text: String, place: impl Into<PagePlace>) -> Self {
        Self {
            text,
            link: None,
            place: place.into(),
        }
    }

    fn link(text: &str, uri: Option<String>, label: &str, place: PagePlace) -> Self {
        let text = text.trim().to_owned();
        let link = uri.map(|uri| {
            Rc::new(Link {
                uri,
                description: format!("{label}: {text}"),
            })
        });
        Self { text, link, place }
    }

    /// Returns a telephone number with its note behind.
    pub(super) fn phone(
        number: &str,
        note: &str,
        labels: &Labels,
        place: impl Into<PagePlace>,
    ) -> Self {
        let text = match (number.trim(), note.trim()) {
            (number, "") => number.to_owned(),
            (number, note) => format!("{number} ({})", isolated(note))
                .trim_start()
                .to_owned(),
        };
        Self::link(
            &text,
            phone_link(number),
            &labels.personal.phone,
            place.into(),
        )
    }

    /// Returns an e-mail address.
    pub(super) fn email(address: &str, labels: &Labels, place: impl Into<PagePlace>) -> Self {
        Self::link(
            address,
            mail_link(address),
            &labels.personal.email,
            place.into(),
        )
    }

    /// Returns the address of a web page.
    pub(super) fn website(address: &str, labels: &Labels, place: impl Into<PagePlace>) -> Self {
        Self::link(
            address,
            web_link(address),
            &labels.personal.website,
            place.into(),
        )
    }
}

/// Returns what stands under the name: first how to reach the person, then who they are.
pub(super) fn personal_contacts(cv: &Cv, labels: &Labels) -> Vec<Contact> {
    let personal = &cv.personal;
    let words = &labels.personal;
    let at = CvPlace::Personal;
    let first = Contact::phone(&personal.phone, "", labels, at(PersonalField::Phone));
    let mut contacts = vec![first];
    for phone in &cv.phones {
        let place = CvPlace::Phone(phone.id, PhoneField::Number);
        contacts.push(Contact::phone(&phone.number, &phone.note, labels, place));
    }
    let email = at(PersonalField::Email);
    contacts.push(Contact::email(&personal.email, labels, email));
    let street = first_written(
        &personal.address,
        PersonalField::Address,
        PersonalField::City,
    );
    contacts.push(Contact::plain(residence(personal), street));
    let domicile = joined(", ", [&personal.domicile_address, &personal.domicile_city]);
    let street = first_written(
        &personal.domicile_address,
        PersonalField::DomicileAddress,
        PersonalField::DomicileCity,
    );
    contacts.push(Contact::plain(behind(&words.domicile, &domicile), street));
    let website = at(PersonalField::Website);
    contacts.push(Contact::website(&personal.website, labels, website));
    let born = date_text(&personal.birth_date, labels);
    for (label, text, field) in [
        (&words.born, &born, PersonalField::BirthDate),
        (
            &words.nationality,
            &personal.nationality,
            PersonalField::Nationality,
        ),
        (&words.tax_code, &personal.tax_code, PersonalField::TaxCode),
    ] {
        contacts.push(Contact::plain(behind(label, text), at(field)));
    }
    if personal.protected_category {
        let place = at(PersonalField::ProtectedCategory);
        contacts.push(Contact::plain(words.protected_category.clone(), place));
    }
    contacts
}

/// Returns the place of a text that is written, or else of the other that is printed with it.
fn first_written(text: &str, field: PersonalField, other: PersonalField) -> CvPlace {
    CvPlace::Personal(if text.trim().is_empty() { other } else { field })
}

/// Street, then postal code and town, as on an Italian envelope.
fn residence(personal: &Personal) -> String {
    let town = joined(" ", [&personal.postal_code, &personal.city]);
    joined(", ", [&personal.address, &town])
}

pub(super) fn joined<const COUNT: usize>(between: &str, texts: [&String; COUNT]) -> String {
    let written = texts.into_iter().map(|text| text.trim());
    let written = written.filter(|text| !text.is_empty()).map(isolated);
    written.collect::<Vec<_>>().join(between)
}

/// Returns a text with its label before it; nothing if there is no text.
fn behind(label: &str, text: &str) -> String {
    match text.trim() {
        "" => String::new(),
        text => format!("{label} {}", isolated(text)),
    }
}

/// Composes contacts one after the other; nothing if nothing is written.
pub(super) fn contact_rows(
    composer: &mut Composer<'_>,
    kind: RowKind,
    contacts: Vec<Contact>,
    parent: Option<NodeId>,
    space: f32,
) {
    let mut items = Vec::new();
    for contact in contacts {
        let text = composer.printable(&contact.text, TextStyle::Contact);
        if !text.is_empty() {
            let text = if contact.link.is_some() {
                in_parts(&text)
            } else {
                text
            };
            let paragraph = composer.shape_text(&text, TextStyle::Contact, composer.width());
            items.push(FlowItem {
                paragraph,
                link: contact.link,
                place: Some(contact.place),
            });
        }
    }
    if !items.is_empty() {
        let list = composer.structure.add(NodeKind::List, parent);
        composer.flow(kind, items, list, space);
    }
}
