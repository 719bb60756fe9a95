//! From a file to a letter: what it is, its lines, their parts, and what is taken from each.

use super::line::{Line, lines, unbroken};
use super::vocabulary::{enclosures, is_english, subject};
use super::when::place_and_date;
use super::{
    ImportedLetter, LetterFormat, LetterImportError, LetterReport, LineLeft, OtherFormat, address,
    archive, arrange, word_file,
};
use crate::import::{ImportError, decode};
use crate::letter::part::Part;
use crate::limits::{LONGEST_LINE_LEFT, MOST_CHARACTERS, MOST_LETTER_LINES, MOST_REPORTED};
use approdo_domain::letter::{Letter, LetterField, LetterPlace};

/// Reads a letter from a DOCX file or from text.
///
/// # Errors
/// Why the file is not read at all; what is only partly understood is in the report.
pub fn import_letter(bytes: &[u8]) -> Result<ImportedLetter, LetterImportError> {
    if let Some(other) = other_format(bytes) {
        return Err(LetterImportError::OtherFormat(other));
    }
    let (format, lines) = if archive::is_zip(bytes) {
        (LetterFormat::Docx, word_file::lines(bytes)?)
    } else {
        (LetterFormat::PlainText, unbroken(lines(&decode(bytes)?)))
    };
    if lines.is_empty() {
        return Err(ImportError::Empty.into());
    }
    if lines.len() > MOST_LETTER_LINES {
        let limit = MOST_LETTER_LINES;
        return Err(LetterImportError::TooLong { limit });
    }
    Ok(read(&lines, format))
}

/// Formats that people take for these two.
fn other_format(bytes: &[u8]) -> Option<OtherFormat> {
    let start = bytes.trim_ascii_start();
    let begins = |mark: &[u8]| {
        start
            .get(..mark.len())
            .is_some_and(|it| it.eq_ignore_ascii_case(mark))
    };
    if begins(b"%PDF-") {
        return Some(OtherFormat::Pdf);
    }
    // Compound File Binary Format ([MS-CFB] 2.2), also around an encrypted DOCX.
    if begins(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Some(OtherFormat::OldWord);
    }
    if begins(b"{\\rtf") {
        return Some(OtherFormat::RichText);
    }
    (begins(b"<!doctype") || begins(b"<html") || begins(b"<?xml")).then_some(OtherFormat::Html)
}

fn read(lines: &[Line], format: LetterFormat) -> ImportedLetter {
    let parts = arrange::arrange(lines, format == LetterFormat::PlainText);
    let of = |wanted: Part| -> Vec<&Line> {
        let pairs = lines.iter().zip(&parts);
        pairs
            .filter(|(_, part)| **part == Some(wanted))
            .map(|(line, _)| line)
            .collect()
    };
    let mut letter = Letter::default();
    let nowhere = lines.iter().zip(&parts).filter(|(_, part)| part.is_none());
    let mut left: Vec<Line> = nowhere.map(|(line, _)| line.clone()).collect();
    left.extend(address::sender(&of(Part::Sender), &mut letter.sender));
    left.extend(address::addressee(
        &of(Part::Addressee),
        &mut letter.addressee,
    ));
    left.extend(date(&of(Part::PlaceAndDate), &mut letter));
    for part in Part::ALL {
        if let Some(field) = part.field() {
            left.extend(take(field, &of(part), &mut letter));
        }
    }
    // Nothing typed means the sender's name.
    if letter.texts.signature.to_lowercase() == letter.sender.name.to_lowercase() {
        letter.texts.signature.clear();
    }
    let body = LetterField::BODY.map(|field| letter.text(field)).join(" ");
    letter.language = if is_english(&body) { "en" } else { "it" }.to_owned();
    in_order_of_file(&mut left);
    let report = report(format, &letter, &left);
    ImportedLetter { letter, report }
}

/// Few are left: no need for the standard sort, which is kilobytes of code.
fn in_order_of_file(left: &mut [Line]) {
    for end in 1..left.len() {
        let mut at = end;
        while at > 0 && left[at - 1].number > left[at].number {
            left.swap(at - 1, at);
            at -= 1;
        }
    }
}

/// Where and when; a line that says no date is a place, as typed.
fn date(lines: &[&Line], letter: &mut Letter) -> Vec<Line> {
    let Some((first, others)) = lines.split_first() else {
        return Vec::new();
    };
    match place_and_date(&first.text) {
        Some((place, date)) => {
            letter.texts.place = place;
            letter.texts.date.0 = date;
        }
        None => letter.texts.place.clone_from(&first.text),
    }
    others.iter().map(|line| (*line).clone()).collect()
}

/// Writes the lines of a part into its field; returns what is too much for it.
fn take(field: LetterField, lines: &[&Line], letter: &mut Letter) -> Vec<Line> {
    let is_line = matches!(
        field,
        LetterField::Subject | LetterField::Salutation | LetterField::Signature
    );
    let (taken, left) = lines.split_at(if is_line {
        lines.len().min(1)
    } else {
        lines.len()
    });
    let texts = taken.iter().map(|line| match field {
        LetterField::Subject => subject(&line.text).unwrap_or(&line.text),
        LetterField::Enclosures => listed(&line.text),
        _ => &line.text,
    });
    let texts: Vec<&str> = texts.filter(|text| !text.is_empty()).collect();
    let text = texts.join("\n");
    let mut left: Vec<Line> = left.iter().map(|line| (*line).clone()).collect();
    let kept: String = text.chars().take(MOST_CHARACTERS).collect();
    if let (true, Some(line)) = (kept.len() < text.len(), taken.last()) {
        let text = text.get(kept.len()..).unwrap_or_default().to_owned();
        left.push(Line {
            text,
            ..(*line).clone()
        });
    }
    letter.set_text(LetterPlace::Text(field), &kept);
    left
}

/// What goes with the letter, without the word over it and the sign before it.
fn listed(line: &str) -> &str {
    let line = enclosures(line).unwrap_or(line);
    line.trim_start_matches(['-', '•', '–', '*', ' '])
}

fn report(format: LetterFormat, letter: &Letter, left: &[Line]) -> LetterReport {
    let taken = LetterPlace::all().into_iter();
    let taken = taken.filter(|place| *place != LetterPlace::Language);
    let listed = left.iter().take(MOST_REPORTED);
    LetterReport {
        format,
        taken: taken
            .filter(|place| letter.value(*place).is_given())
            .collect(),
        left: listed
            .map(|line| LineLeft {
                number: line.number,
                text: line.text.chars().take(LONGEST_LINE_LEFT).collect(),
            })
            .collect(),
        more: left.len().saturating_sub(MOST_REPORTED),
    }
}
