//! The paragraphs of a DOCX (ISO/IEC 29500-1, 17): a ZIP file with XML in it. Only the parts with text are unpacked, never
//! more than a letter could need; pictures, macros and links are not looked at.

use super::archive::{Entry, Unreadable, entries, unpack};
use super::line::{Line, clean};
use super::{LetterImportError, OtherFormat};
use crate::import::{Element, parse};
use crate::import::{ImportError, decode};
use crate::letter::part::Part;
use crate::limits::{LARGEST_PDF_BYTES, LARGEST_TEXT_FILE_BYTES};
/// The text itself.
const DOCUMENT: &str = "word/document.xml";

/// How many headers are looked at: there are three for each section.
const MOST_HEADERS: usize = 6;

/// Returns the paragraphs of headers and text.
///
/// # Errors
/// The file is too large, damaged, harmful, or no DOCX.
pub(super) fn lines(bytes: &[u8]) -> Result<Vec<Line>, LetterImportError> {
    if bytes.len() > LARGEST_PDF_BYTES {
        let (bytes, limit) = (bytes.len(), LARGEST_PDF_BYTES);
        return Err(ImportError::TooLarge { bytes, limit }.into());
    }
    let entries = entries(bytes).ok_or(LetterImportError::UnreadableDocx)?;
    let Some(document) = entries.iter().find(|entry| entry.name == DOCUMENT) else {
        return Err(LetterImportError::OtherFormat(kind(&entries)));
    };
    let mut paragraphs = Paragraphs::default();
    let is_header =
        |entry: &&Entry<'_>| entry.name.starts_with("word/header") && entry.name.ends_with(".xml");
    for header in entries.iter().filter(is_header).take(MOST_HEADERS) {
        paragraphs.collect(&part(bytes, *header)?);
        paragraphs.end_block();
    }
    paragraphs.collect(&part(bytes, *document)?);
    Ok(paragraphs.lines)
}

/// What else the file may be: Open Document has its text in a file of this name.
fn kind(entries: &[Entry<'_>]) -> OtherFormat {
    let is_open = entries.iter().any(|entry| entry.name == "content.xml");
    if is_open {
        OtherFormat::OpenDocument
    } else {
        OtherFormat::OtherZip
    }
}

/// Unpacks a part and reads its XML.
fn part(bytes: &[u8], entry: Entry<'_>) -> Result<Element, LetterImportError> {
    let unpacked = unpack(bytes, entry, LARGEST_TEXT_FILE_BYTES);
    let unpacked = unpacked.map_err(|error| match error {
        Unreadable::Damaged => LetterImportError::UnreadableDocx,
        Unreadable::Swollen => LetterImportError::SwollenDocx,
    })?;
    Ok(parse(&decode(&unpacked)?)?)
}

/// The paragraphs that were met.
#[derive(Default)]
struct Paragraphs {
    lines: Vec<Line>,
    number: usize,
    after_gap: bool,
}

impl Paragraphs {
    /// Takes the paragraphs in an element, those of tables and text boxes among them.
    fn collect(&mut self, element: &Element) {
        if is_copy_or_deleted(&element.name) {
            return;
        }
        if element.name == "p" {
            self.paragraph(element);
        }
        for child in &element.children {
            self.collect(child);
        }
    }

    fn paragraph(&mut self, element: &Element) {
        let mut text = String::new();
        for child in &element.children {
            append(child, &mut text);
        }
        let style = element
            .at(&["pPr", "pStyle"])
            .map(|style| style.attribute("w:val"));
        let part = style.and_then(part_of_style);
        // A line that was broken by hand is a line of its own.
        for line in text.split('\n') {
            self.line(line, part);
        }
    }

    fn line(&mut self, text: &str, part: Option<Part>) {
        self.number += 1;
        let text = clean(text);
        if text.is_empty() {
            self.end_block();
            return;
        }
        let after_gap = std::mem::take(&mut self.after_gap);
        let number = self.number;
        self.lines.push(Line {
            number,
            text,
            after_gap,
            part,
        });
    }

    fn end_block(&mut self) {
        self.after_gap = true;
    }
}

/// Adds the text of a run, of a link or of what was inserted; paragraphs inside stand for themselves.
fn append(element: &Element, text: &mut String) {
    match element.name.as_str() {
        "t" => text.push_str(element.untrimmed_text()),
        "tab" | "ptab" => text.push('\t'),
        "br" | "cr" => text.push('\n'),
        "noBreakHyphen" => text.push('-'),
        "p" | "pPr" | "rPr" => {}
        name if is_copy_or_deleted(name) => {}
        _ => element
            .children
            .iter()
            .for_each(|child| append(child, text)),
    }
}

/// What is shown only by programs that cannot show the original, and what somebody struck out.
fn is_copy_or_deleted(name: &str) -> bool {
    matches!(name, "Fallback" | "del" | "moveFrom")
}

/// Programs write the ids of styles in their own way: capitals and spaces differ.
fn part_of_style(style: &str) -> Option<Part> {
    let plain = |text: &str| -> String {
        let kept = text.chars().filter(char::is_ascii_alphanumeric);
        kept.map(|mark| mark.to_ascii_lowercase()).collect()
    };
    let style = plain(style);
    Part::ALL
        .into_iter()
        .find(|part| plain(part.style()) == style)
}
