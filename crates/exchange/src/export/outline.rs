//! A CV as headings and what stands under them, in the person's order: what plain text, DOCX and the
//! free sections of Europass are written from.

use crate::export::Labels;
use crate::export::outline_entries as entries;
use approdo_domain::{Cv, DateText, DateWords, Heading, PersonalField};

/// A whole CV in order.
#[cfg_attr(
    not(feature = "files"),
    expect(dead_code, reason = "Europass writes these in places of its own")
)]
pub(crate) struct Outline {
    /// The person's name, or what stands in its place.
    pub(crate) name: String,
    /// The job wanted; may be empty.
    pub(crate) headline: String,
    /// How to reach the person and what else they say about themselves, each on a line.
    pub(crate) contacts: Vec<String>,
    pub(crate) parts: Vec<Part>,
    /// The sentence on the use of personal data; may be empty.
    pub(crate) privacy_sentence: String,
}

/// A heading and what stands under it.
pub(crate) struct Part {
    pub(crate) heading: Heading,
    pub(crate) title: String,
    pub(crate) blocks: Vec<Block>,
}

/// Something under a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Block {
    /// A paragraph.
    Line(String),
    /// A point of a list.
    Item(String),
    /// An entry with a title of its own.
    Entry {
        title: String,
        /// Organisation, place and the like; may be empty.
        subtitle: String,
        /// When; may be empty.
        period: String,
        /// What is told about it.
        lines: Vec<String>,
    },
}

/// Puts a CV in order; parts with nothing in them are left out.
pub(crate) fn outline(cv: &Cv, labels: &Labels) -> Outline {
    let name = cv.personal.full_name();
    let parts = cv.arrangement().into_iter().filter_map(|heading| {
        let blocks = entries::blocks(cv, heading, labels);
        let usual = Heading::USUAL
            .iter()
            .position(|usual| *usual == heading)
            .and_then(|position| labels.headings.get(position))
            .map_or("", String::as_str);
        let title = cv.heading_name(heading).unwrap_or(usual).to_owned();
        (!blocks.is_empty()).then_some(Part {
            heading,
            title,
            blocks,
        })
    });
    let privacy = if cv.privacy_sentence {
        labels.privacy_sentence.clone()
    } else {
        String::new()
    };
    Outline {
        name: if name.is_empty() {
            labels.curriculum.clone()
        } else {
            name
        },
        headline: cv.personal.headline.trim().to_owned(),
        contacts: contacts(cv, labels),
        parts: parts.collect(),
        privacy_sentence: privacy,
    }
}

fn contacts(cv: &Cv, labels: &Labels) -> Vec<String> {
    let personal = &cv.personal;
    let phones = cv.phones.iter().map(|phone| match phone.note.trim() {
        "" => phone.number.trim().to_owned(),
        note => format!("{} ({note})", phone.number.trim()),
    });
    let mut lines = vec![personal.phone.trim().to_owned()];
    lines.extend(phones);
    lines.push(personal.email.trim().to_owned());
    let town = joined(&[&personal.postal_code, &personal.city], " ");
    lines.push(joined(&[&personal.address, &town], ", "));
    let domicile = joined(&[&personal.domicile_address, &personal.domicile_city], ", ");
    lines.push(labelled(labels, PersonalField::DomicileCity, &domicile));
    lines.push(personal.website.trim().to_owned());
    let born = date_text(&personal.birth_date, labels);
    lines.push(labelled(labels, PersonalField::BirthDate, &born));
    lines.push(labelled(
        labels,
        PersonalField::Nationality,
        &personal.nationality,
    ));
    lines.push(labelled(labels, PersonalField::TaxCode, &personal.tax_code));
    if personal.protected_category {
        lines.push(label_of(labels, PersonalField::ProtectedCategory).to_owned());
    }
    lines.retain(|line| !line.is_empty());
    lines
}

fn label_of(labels: &Labels, field: PersonalField) -> &str {
    let position = PersonalField::ALL.iter().position(|other| *other == field);
    position
        .and_then(|position| labels.personal.get(position))
        .map_or("", String::as_str)
}

fn labelled(labels: &Labels, field: PersonalField, text: &str) -> String {
    phrase(label_of(labels, field), text)
}

/// Returns `label: text`; nothing if there is no text.
pub(crate) fn with_label(label: &str, text: &str) -> String {
    match (label.trim(), text.trim()) {
        (_, "") => String::new(),
        ("", text) => text.to_owned(),
        (label, text) => format!("{label}: {text}"),
    }
}

/// Puts a text into the words around it, which are ready-made: in place of what stands in braces there
/// (`valid until {date}`), else after them (`Valid until: …`). Nothing if there is no text.
pub(crate) fn phrase(words: &str, text: &str) -> String {
    let text = text.trim();
    match words.split_once('{') {
        Some((before, rest)) if !text.is_empty() => {
            let after = rest.split_once('}').map_or("", |(_, after)| after);
            format!("{before}{text}{after}")
        }
        Some(_) => String::new(),
        None => with_label(words, text),
    }
}

/// Joins what is written.
pub(crate) fn joined(texts: &[&str], separator: &str) -> String {
    let written: Vec<&str> = texts
        .iter()
        .map(|text| text.trim())
        .filter(|text| !text.is_empty())
        .collect();
    written.join(separator)
}

/// Returns the lines of a text that have something in them.
pub(crate) fn written_lines(text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(str::to_owned).collect()
}

/// Returns a date in words, such as `mar 2019`; a text that is no date stays as it is.
pub(crate) fn date_text(date: &DateText, labels: &Labels) -> String {
    date_words(labels).date(date)
}

/// Returns a period in words, such as `mar 2019 – oggi`; empty if nothing is known.
pub(crate) fn period_text(
    start: &DateText,
    end: &DateText,
    current: bool,
    labels: &Labels,
) -> String {
    date_words(labels).period(start, end, current)
}

fn date_words(labels: &Labels) -> DateWords<'_> {
    DateWords {
        months: &labels.months,
        day: &labels.day,
        first_day: &labels.first_day,
        present: &labels.present,
    }
}
