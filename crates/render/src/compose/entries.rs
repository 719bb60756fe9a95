//! Sections of entries: title, dates, organisation and place with what is to be said of them, contacts,
//! and what the person tells. What an experience, a school, a certificate is as an entry is in
//! `entry_kinds`.

use super::arrange::Cell;
use super::composer::Composer;
use super::contacts::{Contact, contact_rows};
use super::description::{Unmarked, description};
use crate::lettering::TextStyle;
use crate::line_text::isolated;
use crate::rows::RowKind;
use crate::structure::{NodeId, NodeKind};
use crate::theme;
use approdo_domain::CvPlace;

/// An entry of any kind, as text.
pub(super) struct Entry<'cv> {
    /// The fields from which title, organisation, place, period and description come.
    pub(super) places: [CvPlace; 5],
    pub(super) title: &'cv str,
    pub(super) organisation: &'cv str,
    pub(super) place: &'cv str,
    /// What is to be said of the organisation or the title, such as `tirocinio`.
    pub(super) details: Vec<String>,
    pub(super) period: String,
    pub(super) contacts: Vec<Contact>,
    pub(super) description: &'cv str,
}

/// Composes a section of entries; those with nothing written in them are left out.
pub(super) fn section_of_entries(
    composer: &mut Composer<'_>,
    title: &str,
    entries: Vec<Entry<'_>>,
) {
    let written: Vec<Entry<'_>> = entries.into_iter().filter(Entry::is_written).collect();
    if written.is_empty() {
        return;
    }
    if let Some(first) = written.first() {
        composer.at(first.first_place());
    }
    let section = composer.open_section(title);
    for (number, entry) in written.into_iter().enumerate() {
        let space = if number == 0 {
            theme::SPACE_AFTER_TITLE
        } else {
            theme::SPACE_ENTRY
        };
        let place = match entry.title.trim() {
            "" => format!("{title} {}", number + 1),
            role => format!("{title}: {role}"),
        };
        composer.cleaner.enter(&place);
        compose_entry(composer, entry, section, space);
    }
}

impl<'cv> Entry<'cv> {
    /// Makes an entry with nothing written in it.
    pub(super) fn empty(places: [CvPlace; 5]) -> Self {
        Self {
            places,
            title: "",
            organisation: "",
            place: "",
            details: Vec::new(),
            period: String::new(),
            contacts: Vec::new(),
            description: "",
        }
    }

    /// Returns the field from which the first line comes.
    fn first_place(&self) -> CvPlace {
        let [title, organisation, place, ..] = self.places;
        let texts = [
            (self.title, title),
            (self.organisation, organisation),
            (self.place, place),
        ];
        let written = texts.into_iter().find(|(text, _)| !text.trim().is_empty());
        written.map_or(title, |(_, place)| place)
    }

    /// Returns the field from which the line under the first comes.
    fn second_place(&self) -> CvPlace {
        let [title, organisation, place, ..] = self.places;
        let has = |text: &str| !text.trim().is_empty();
        match (has(self.title), has(self.organisation), has(self.place)) {
            (true, true, _) => organisation,
            (true, false, true) | (false, true, true) => place,
            _ => title,
        }
    }

    fn is_written(&self) -> bool {
        let texts = [
            self.title,
            self.organisation,
            self.place,
            &self.period,
            self.description,
        ];
        let details = self.details.iter().map(String::as_str);
        let contacts = self.contacts.iter().map(Contact::text);
        texts
            .into_iter()
            .chain(details)
            .chain(contacts)
            .any(|text| !text.trim().is_empty())
    }
}

fn compose_entry(composer: &mut Composer<'_>, entry: Entry<'_>, section: NodeId, space: f32) {
    composer.at(entry.first_place());
    let node = composer.structure.add(NodeKind::Section, Some(section));
    let first = composer.row_count();
    let [.., told_at] = entry.places;
    head(composer, &entry, node, space);
    let space_after = |composer: &Composer<'_>, small: f32| {
        if composer.row_count() == first {
            space
        } else {
            small
        }
    };
    let contacts_space = space_after(composer, 0.0);
    let kind = RowKind::EntryHead;
    contact_rows(composer, kind, entry.contacts, Some(node), contacts_space);
    let text = composer.row_count();
    let text_space = space_after(composer, theme::SPACE_ITEM);
    let told = entry.description;
    composer.at(told_at);
    description(composer, told, Unmarked::Bullets, node, text_space);
    let end = composer.row_count();
    composer.mark_entry(first..end);
    composer.avoid_single_lines(text..end);
    composer.tie(first..end.min(text + 2));
}

/// Composes title, dates and subtitle. If there is no title, what comes next takes its place.
fn head(composer: &mut Composer<'_>, entry: &Entry<'_>, node: NodeId, space: f32) {
    let mut title = composer.printable(entry.title, TextStyle::EntryTitle);
    let mut subtitle = printable_texts(composer, &[entry.organisation, entry.place]);
    let mut details = printable_texts(composer, &entry.details);
    if title.is_empty() && !subtitle.is_empty() {
        title = subtitle.remove(0);
    } else if title.is_empty() && !details.is_empty() {
        title = capitalised(&details.remove(0));
    }
    let period = composer.printable(&entry.period, TextStyle::Dates);
    let [.., when, _] = entry.places;
    title_row(composer, &title, (&period, when), node, space);
    composer.at(entry.second_place());
    let mut spans = Vec::new();
    if !subtitle.is_empty() {
        spans.push(composer.span(subtitle.join(", "), TextStyle::EntrySubtitle));
    } else if let Some(first) = details.first_mut() {
        *first = capitalised(first);
    }
    for detail in details {
        let detail = if spans.is_empty() {
            detail
        } else {
            format!(" {} {detail}", theme::ITEM_SEPARATOR)
        };
        spans.push(composer.span(detail, TextStyle::Body));
    }
    if !spans.is_empty() {
        let paragraph = composer.structure.add(NodeKind::Paragraph, Some(node));
        let shaped = composer.shape(spans, composer.width());
        composer.text_rows(RowKind::EntryHead, &shaped, 0.0, paragraph, 0.0);
    }
}

fn printable_texts(composer: &mut Composer<'_>, texts: &[impl AsRef<str>]) -> Vec<String> {
    texts
        .iter()
        .map(|text| composer.printable(text.as_ref(), TextStyle::EntrySubtitle))
        .filter(|text| !text.is_empty())
        .map(|text| isolated(&text))
        .collect()
}

/// Returns a text with a capital letter at its beginning.
fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    let first = characters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(characters).collect()
}

/// Composes title and dates: side by side, or one over the other in a narrow column.
fn title_row(
    composer: &mut Composer<'_>,
    title: &str,
    (period, when): (&str, CvPlace),
    node: NodeId,
    space: f32,
) {
    let width = composer.width();
    let stacked = composer.is_narrow();
    let dates_width = if stacked { width } else { width * 0.4 };
    let dates =
        (!period.is_empty()).then(|| composer.shape_text(period, TextStyle::Dates, dates_width));
    let taken = dates
        .as_ref()
        .filter(|_| !stacked)
        .map_or(0.0, |dates| dates.width() + theme::DATES_GAP);
    let mut cells = Vec::new();
    if !title.is_empty() {
        composer.outline_from_here(2, title);
        let heading = NodeKind::Heading(3, title.to_owned());
        cells.push(Cell {
            paragraph: composer.shape_text(title, TextStyle::EntryTitle, width - taken),
            x: 0.0,
            node: composer.structure.add(heading, Some(node)),
        });
    }
    if let Some(dates) = dates {
        composer.at(when);
        cells.push(Cell {
            x: if stacked { 0.0 } else { width - dates.width() },
            paragraph: dates,
            node: composer.structure.add(NodeKind::Paragraph, Some(node)),
        });
    }
    if !stacked {
        composer.side_by_side(RowKind::EntryHead, &cells, space);
        return;
    }
    let mut space = space;
    for cell in cells {
        composer.text_rows(RowKind::EntryHead, &cell.paragraph, 0.0, cell.node, space);
        space = 0.0;
    }
}
