//! Composes a letter into rows: who writes in the head of the CV's template, then addressee, place and date,
//! subject, text, signature, enclosures.

use super::Composition;
use super::composer::Composer;
use super::contacts::{Contact, contact_rows, joined};
use super::description::without_mark;
use super::header::{close, head_text};
use crate::cache::ParagraphCache;
use crate::fonts::FontSet;
use crate::letter_request::LetterRequest;
use crate::lettering::TextStyle;
use crate::rows::RowKind;
use crate::structure::{NodeId, NodeKind};
use crate::theme::{self, Theme};
use crate::writing_direction::Direction;
use approdo_domain::DateWords;
use approdo_domain::letter::{AddresseeField, LetterField, LetterPlace, SenderField};
use std::ops::Range;

/// Composes the whole letter. Parts with nothing in them are left out.
pub(crate) fn compose_letter(
    request: &LetterRequest,
    theme: Theme,
    fonts: &mut FontSet,
    cache: &mut ParagraphCache,
) -> Composition {
    // The text takes the whole width in every template.
    let wide_from = 0;
    let direction = Direction::LeftToRight;
    let labels = &request.labels;
    let composer = Composer::new(fonts, cache, labels, theme, wide_from, direction);
    let mut sheet = Sheet { composer, request };
    sheet.composer.cleaner.enter(&request.words.letter);
    sheet.composer.outline_from_here(1, &request.words.letter);
    let name = sheet.head();
    sheet.addressee();
    sheet.place_and_date();
    sheet.subject();
    sheet.text();
    sheet.enclosures();
    let title = match name.as_str() {
        "" => request.words.letter.clone(),
        name => request.words.document_title.replace("{name}", name),
    };
    sheet.composer.finish(title, name)
}

/// A letter that is being composed.
struct Sheet<'call> {
    composer: Composer<'call>,
    request: &'call LetterRequest,
}

impl Sheet<'_> {
    /// Composes who writes; returns the name, printable.
    fn head(&mut self) -> String {
        let composer = &mut self.composer;
        let sender = &self.request.sender;
        let at = LetterPlace::Sender;
        let name = composer.printable(&sender.name, TextStyle::Name);
        if !name.is_empty() {
            composer.at(at(SenderField::Name));
            head_text(composer, &name, TextStyle::Name, NodeKind::Paragraph);
        }
        let labels = composer.labels;
        let town = joined(" ", [&sender.postal_code, &sender.city]);
        let address = joined(", ", [&sender.address, &town]);
        let street = match sender.address.trim() {
            "" => SenderField::City,
            _ => SenderField::Address,
        };
        let contacts = vec![
            Contact::plain(address, at(street)),
            Contact::phone(&sender.phone, "", labels, at(SenderField::Phone)),
            Contact::email(&sender.email, labels, at(SenderField::Email)),
        ];
        let space = theme::SPACE_PARAGRAPH;
        contact_rows(composer, RowKind::Header, contacts, None, space);
        if composer.row_count() > 0 {
            close(composer, 0);
            composer.tie(0..composer.row_count());
        }
        name
    }

    /// Composes to whom it goes, a line for each part.
    fn addressee(&mut self) {
        let to = &self.request.letter.addressee;
        let words = &self.request.words;
        let in_words = |pattern: &str, name: &str, text: &str| match text.trim() {
            "" => String::new(),
            text => pattern.replace(name, text),
        };
        let person = match to.company.trim() {
            "" => to.person.clone(),
            _ => in_words(&words.person, "{person}", &to.person),
        };
        let town_at = match to.city.trim() {
            "" => AddresseeField::PostalCode,
            _ => AddresseeField::City,
        };
        let lines = [
            (
                in_words(&words.company, "{company}", &to.company),
                AddresseeField::Company,
            ),
            (person, AddresseeField::Person),
            (to.function.clone(), AddresseeField::Function),
            (to.address.clone(), AddresseeField::Address),
            (joined(" ", [&to.postal_code, &to.city]), town_at),
            (to.email.clone(), AddresseeField::Email),
        ];
        let first = self.composer.row_count();
        let block = self.composer.structure.add(NodeKind::Section, None);
        let mut space = theme::SPACE_LETTER_BLOCK;
        for (line, field) in lines {
            self.composer.at(LetterPlace::Addressee(field));
            if !self
                .end_line(&line, TextStyle::Letter, block, space)
                .is_empty()
            {
                space = 0.0;
            }
        }
        self.composer.tie(first..self.composer.row_count());
    }

    /// Adds a line that stands at the end where the language has it so; no rows if nothing is on it.
    fn end_line(
        &mut self,
        text: &str,
        style: TextStyle,
        parent: NodeId,
        space: f32,
    ) -> Range<usize> {
        let composer = &mut self.composer;
        let line = composer.printable(text, style);
        if line.is_empty() {
            return composer.row_count()..composer.row_count();
        }
        let x = match self.request.words.addressee_at_end {
            true => theme::LETTER_END,
            false => 0.0,
        };
        let node = composer.structure.add(NodeKind::Paragraph, Some(parent));
        let width = composer.width() - x;
        let shaped = composer.shape_text(&line, style, width);
        composer.text_rows(RowKind::Text, &shaped, x, node, space)
    }

    fn place_and_date(&mut self) {
        let letter = &self.request.letter;
        let has = |field| letter.letter_form().has(LetterPlace::Text(field));
        if !has(LetterField::Date) {
            return;
        }
        let words = &self.request.words;
        let (place, date) = (letter.texts.place.trim(), self.date());
        let (line, field) = match (place, date.as_str()) {
            ("", date) => (date.to_owned(), LetterField::Date),
            (place, "") => (place.to_owned(), LetterField::Place),
            (place, date) => {
                let line = words.place_and_date.replace("{place}", place);
                (line.replace("{date}", date), LetterField::Date)
            }
        };
        let line = self.composer.printable(&line, TextStyle::Letter);
        if !line.is_empty() {
            self.composer.at(LetterPlace::Text(field));
            let node = self.composer.structure.add(NodeKind::Paragraph, None);
            let width = self.composer.width();
            let shaped = self.composer.shape_text(&line, TextStyle::Letter, width);
            let space = theme::SPACE_LETTER_BLOCK;
            self.composer
                .text_rows(RowKind::Text, &shaped, 0.0, node, space);
        }
    }

    /// Returns the date with the names of months as letters have them; a text that is no date stays as it is.
    fn date(&self) -> String {
        let labels = &self.request.labels;
        let words = DateWords {
            months: &self.request.words.months,
            day: &labels.day,
            first_day: &labels.first_day,
            present: &labels.present,
        };
        words.date(&self.request.letter.texts.date)
    }

    fn subject(&mut self) {
        let letter = &self.request.letter;
        let subject = letter.texts.subject.trim();
        let place = LetterPlace::Text(LetterField::Subject);
        if subject.is_empty() || !letter.letter_form().has(place) {
            return;
        }
        let line = self.request.words.subject.replace("{subject}", subject);
        let composer = &mut self.composer;
        let line = composer.printable(&line, TextStyle::LetterStrong);
        composer.at(place);
        let heading = NodeKind::Heading(1, line.clone());
        let node = composer.structure.add(heading, None);
        let width = composer.width();
        let shaped = composer.shape_text(&line, TextStyle::LetterStrong, width);
        let space = theme::SPACE_LETTER_BLOCK;
        let rows = composer.text_rows(RowKind::SectionTitle, &shaped, 0.0, node, space);
        // A subject is not left alone at a page's end.
        composer.tie(rows.start..rows.end + 1);
    }

    /// Composes all from the greeting at the beginning to the name under the letter.
    fn text(&mut self) {
        let body = self.composer.structure.add(NodeKind::Section, None);
        let mut space = theme::SPACE_LETTER_BLOCK * 0.75;
        let mut last = self.composer.row_count()..self.composer.row_count();
        let greeting = [LetterField::Salutation];
        for field in greeting.into_iter().chain(LetterField::BODY) {
            let text = self.request.letter.text(field);
            self.composer.at(LetterPlace::Text(field));
            if let Some(rows) = self.paragraphs(text, body, space) {
                if field == LetterField::Salutation {
                    self.composer.tie(rows.start..rows.end + 1);
                }
                last = rows;
                space = theme::SPACE_LETTER_PARAGRAPH;
            }
        }
        self.composer.at(LetterPlace::Text(LetterField::Signature));
        let style = TextStyle::LetterStrong;
        let signature = self.request.signature.clone();
        let rows = self.end_line(&signature, style, body, theme::SPACE_SIGNATURE);
        // The name does not stand on a page without the words over it.
        let from = last.start.max(last.end.saturating_sub(2));
        self.composer.tie(from..rows.end);
    }

    /// Composes the lines of a text, each a paragraph or an item of a list; returns the rows of the last, none
    /// if nothing is written.
    fn paragraphs(&mut self, text: &str, parent: NodeId, space: f32) -> Option<Range<usize>> {
        let composer = &mut self.composer;
        let mut list = None;
        let mut last = None;
        for (number, line) in composer.printable_lines(text).iter().enumerate() {
            let first = composer.row_count();
            let between = |usual: f32| if number == 0 { space } else { usual };
            match without_mark(line) {
                None => {
                    list = None;
                    let spans = vec![composer.span(line, TextStyle::Letter)];
                    let space = between(theme::SPACE_LETTER_PARAGRAPH);
                    composer.paragraph(spans, parent, space);
                }
                Some(item) => {
                    let list = *list.get_or_insert_with(|| {
                        composer.structure.add(NodeKind::BulletList, Some(parent))
                    });
                    let spans = vec![composer.span(item, TextStyle::Letter)];
                    composer.bullet(spans, list, between(theme::SPACE_BULLET));
                }
            }
            last = Some(first..composer.row_count());
        }
        last
    }

    /// Composes what goes with the letter, one a line.
    fn enclosures(&mut self) {
        let letter = &self.request.letter;
        let place = LetterPlace::Text(LetterField::Enclosures);
        let composer = &mut self.composer;
        let lines = composer.printable_lines(letter.text(LetterField::Enclosures));
        if lines.is_empty() || !letter.letter_form().has(place) {
            return;
        }
        composer.at(place);
        let first = composer.row_count();
        let section = composer.structure.add(NodeKind::Section, None);
        let label = composer.printable(&self.request.words.enclosures, TextStyle::LetterStrong);
        let heading = vec![composer.span(label, TextStyle::LetterStrong)];
        composer.paragraph(heading, section, theme::SPACE_LETTER_BLOCK);
        let list = composer.structure.add(NodeKind::BulletList, Some(section));
        for line in &lines {
            let item = without_mark(line).unwrap_or(line);
            let spans = vec![composer.span(item, TextStyle::Letter)];
            composer.bullet(spans, list, theme::SPACE_BULLET);
        }
        composer.tie(first..composer.row_count().min(first + 3));
    }
}
