//! What became of a file's content, to be shown before anything is taken over.

use crate::import::Format;
#[cfg(feature = "files")]
use crate::limits::{LONGEST_PATH, LONGEST_QUOTE, MOST_REPORTED};
#[cfg(feature = "files")]
use approdo_domain::{Cv, FieldValue};
use approdo_domain::{CvPlace, Section};
use serde::{Deserialize, Serialize};

/// What was taken from a file, and what was not understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// The file's format.
    pub format: Format,
    /// What was taken, in the order of the form.
    pub taken: Vec<Taken>,
    /// What was not understood, in the order of the file.
    pub not_understood: Vec<NotUnderstood>,
    /// How much more was not understood than is listed.
    pub more: usize,
}

/// Something taken into the CV.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Taken {
    /// A field that is there once.
    Field(CvPlace),
    /// So many entries of a list.
    Entries(Section, usize),
}

/// Something that did not find its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotUnderstood {
    /// Where it stands in the file, such as `work[2].startDate`.
    pub path: String,
    /// The value, shortened; empty if it is no single value.
    pub value: String,
    /// Why it was not taken.
    pub reason: Reason,
}

/// Why something was not taken as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Reason {
    /// A CV here has no place for it.
    NoPlace,
    /// A list stands where a text was expected, or the like.
    WrongKind,
    /// A code or level that is not known here; where it could be kept as text, it was.
    UnknownCode,
    /// The text is longer than a field may be: only its beginning was taken.
    TooLong,
    /// The list is longer than a list may be: only its beginning was taken.
    TooMany,
    /// The file says two things: what stands in the common fields was taken.
    Contradiction,
}

#[cfg(feature = "files")]
impl Report {
    pub(crate) fn new(format: Format) -> Self {
        Self {
            format,
            taken: Vec::new(),
            not_understood: Vec::new(),
            more: 0,
        }
    }

    /// Notes something that did not find its place.
    pub(crate) fn note(&mut self, path: &str, value: &str, reason: Reason) {
        if self.not_understood.len() >= MOST_REPORTED {
            self.more += 1;
            return;
        }
        self.not_understood.push(NotUnderstood {
            path: path.chars().take(LONGEST_PATH).collect(),
            value: shorten(value),
            reason,
        });
    }

    /// Lists what a CV now holds.
    pub(crate) fn list_taken(&mut self, cv: &Cv) {
        let fields = CvPlace::single_places()
            .into_iter()
            .filter(|place| cv.value(*place).is_some_and(FieldValue::is_given))
            .map(Taken::Field);
        let lists = Section::ALL
            .into_iter()
            .map(|section| (section, cv.entry_ids(section).len()))
            .filter(|(_, count)| *count > 0)
            .map(|(section, count)| Taken::Entries(section, count));
        self.taken = fields.chain(lists).collect();
    }
}

#[cfg(feature = "files")]
fn shorten(value: &str) -> String {
    let line: Vec<&str> = value.split_whitespace().take(LONGEST_QUOTE).collect();
    let line = line.join(" ");
    if line.chars().count() <= LONGEST_QUOTE {
        return line;
    }
    let kept: String = line.chars().take(LONGEST_QUOTE - 1).collect();
    format!("{kept}…")
}

#[cfg(all(test, feature = "files"))]
mod tests {
    use super::*;

    #[test]
    fn long_values_are_shortened_and_long_reports_counted() {
        let mut report = Report::new(Format::JsonResume);
        for _ in 0..MOST_REPORTED + 5 {
            report.note("work[0].url", &"lungo ".repeat(100), Reason::NoPlace);
        }
        assert_eq!(report.not_understood.len(), MOST_REPORTED);
        assert_eq!(report.more, 5);
        let quoted = &report.not_understood[0].value;
        assert_eq!(quoted.chars().count(), LONGEST_QUOTE);
        assert!(quoted.ends_with('…'));
    }
}
