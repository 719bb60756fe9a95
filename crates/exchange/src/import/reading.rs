//! A CV while it is read from a file: what is found is put at its place, within limits, and what has
//! no place is noted.

use crate::import::{Format, Imported, NewId, Reason, Report, Titles};
use crate::limits::{MOST_CHARACTERS, MOST_ENTRIES};
use approdo_domain::{Cv, CvPlace, FieldKind, FieldValue, ItemId, PersonalField, Section};
use serde_json::Value;

/// A CV while it is read.
pub(crate) struct Reading<'a, 'b> {
    pub(crate) cv: Cv,
    pub(crate) report: Report,
    /// Names for sections that have to be made.
    pub(crate) titles: &'a Titles,
    new_id: &'a mut NewId<'b>,
}

impl<'a, 'b> Reading<'a, 'b> {
    pub(crate) fn new(format: Format, titles: &'a Titles, new_id: &'a mut NewId<'b>) -> Self {
        Self {
            cv: Cv::default(),
            report: Report::new(format),
            titles,
            new_id,
        }
    }

    /// Adds an entry to a list; none if the list is full, which is noted.
    pub(crate) fn add(&mut self, section: Section, path: &str) -> Option<ItemId> {
        if self.cv.entry_ids(section).len() >= MOST_ENTRIES {
            self.report.note(path, "", Reason::TooMany);
            return None;
        }
        let item = (self.new_id)();
        self.cv.add_entry(section, item);
        Some(item)
    }

    /// Writes a text at a place. What other programs wrote loses control characters, and line breaks
    /// where a field has one line; what this one wrote stays as it is.
    pub(crate) fn set(&mut self, place: CvPlace, path: &str, text: &str) {
        let cleaned;
        let text = if self.report.format == Format::ApprodoJson {
            text
        } else {
            cleaned = clean(text, place.kind());
            &cleaned
        };
        let text = match text.char_indices().nth(MOST_CHARACTERS) {
            Some((end, _)) => {
                self.report.note(path, text, Reason::TooLong);
                text.get(..end).unwrap_or_default()
            }
            None => text,
        };
        self.cv.set_text(place, text);
        if self.cv.value(place) != Some(FieldValue::Text(text)) {
            self.report.note(path, text, Reason::UnknownCode);
        }
    }

    /// Writes a JSON value at a place: texts and numbers into texts, yes and no into flags.
    pub(crate) fn set_json(&mut self, place: CvPlace, path: &str, value: &Value) {
        match value {
            Value::Bool(flag) if place.is_flag() => self.cv.set_flag(place, *flag),
            _ if place.is_flag() => self.report.note(path, &quote(value), Reason::WrongKind),
            _ => {
                if let Some(text) = self.text(path, value) {
                    self.set(place, path, &text);
                }
            }
        }
    }

    /// Returns a JSON value as text; what is neither text nor number is noted.
    pub(crate) fn text(&mut self, path: &str, value: &Value) -> Option<String> {
        match value {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            Value::Null => None,
            _ => {
                self.report.note(path, &quote(value), Reason::WrongKind);
                None
            }
        }
    }

    /// Writes a whole name: the first word is the first name, the rest the surname.
    pub(crate) fn set_full_name(&mut self, path: &str, name: &str) {
        let (given, family) = name
            .trim()
            .split_once(char::is_whitespace)
            .unwrap_or((name, ""));
        self.set(CvPlace::Personal(PersonalField::GivenName), path, given);
        self.set(CvPlace::Personal(PersonalField::FamilyName), path, family);
    }

    /// Notes a JSON value that has no place, unless there is nothing in it.
    pub(crate) fn no_place(&mut self, path: &str, value: &Value) {
        let is_empty = match value {
            Value::Null => true,
            Value::String(text) => text.trim().is_empty(),
            Value::Array(list) => list.is_empty(),
            Value::Object(object) => object.is_empty(),
            Value::Bool(_) | Value::Number(_) => false,
        };
        if !is_empty {
            self.report.note(path, &quote(value), Reason::NoPlace);
        }
    }

    pub(crate) fn finish(mut self) -> Imported {
        self.report.list_taken(&self.cv);
        Imported {
            cv: self.cv,
            report: self.report,
        }
    }
}

/// Returns a value as a report quotes it; lists and objects are named by their path only.
pub(crate) fn quote(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Bool(flag) => flag.to_string(),
        Value::Null | Value::Array(_) | Value::Object(_) => String::new(),
    }
}

/// Returns a text as a field of that kind keeps it.
pub(crate) fn clean(text: &str, kind: FieldKind) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let keeps_lines = kind == FieldKind::Paragraphs;
    let kept = text.chars().filter_map(|character| match character {
        '\n' if keeps_lines => Some('\n'),
        '\n' | '\t' => Some(' '),
        _ => (!character.is_control()).then_some(character),
    });
    kept.collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_and_stray_line_breaks_go() {
        assert_eq!(clean(" a\r\nb\u{0}\tc ", FieldKind::Paragraphs), "a\nb c");
        assert_eq!(
            clean("Via Roma\n7\u{1b}[31m", FieldKind::Line),
            "Via Roma 7[31m"
        );
    }

    #[test]
    fn a_list_and_a_text_have_an_end() {
        let titles = Titles::default();
        let mut number = 0;
        let mut new_id = || {
            number += 1;
            ItemId(number)
        };
        let mut reading = Reading::new(Format::JsonResume, &titles, &mut new_id);
        for _ in 0..MOST_ENTRIES + 3 {
            reading.add(Section::Skills, "skills");
        }
        reading.set(
            CvPlace::Profile,
            "summary",
            &"è".repeat(MOST_CHARACTERS + 1),
        );
        let imported = reading.finish();
        assert_eq!(imported.cv.skills.len(), MOST_ENTRIES);
        assert_eq!(imported.cv.profile.chars().count(), MOST_CHARACTERS);
        let reasons: Vec<Reason> = imported
            .report
            .not_understood
            .iter()
            .map(|note| note.reason)
            .collect();
        assert_eq!(reasons[3], Reason::TooLong);
        assert_eq!(reasons[..3], [Reason::TooMany; 3]);
    }
}
