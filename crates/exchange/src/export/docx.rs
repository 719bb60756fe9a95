//! A CV as DOCX, to be changed in LibreOffice or Word: real headings, real lists, nothing else, so that
//! whoever goes on with it finds an ordinary document.

use crate::export::Labels;
use crate::export::outline::{Block, Outline, outline};
use approdo_domain::Cv;
use docx_rs::{
    AbstractNumbering, Docx, IndentLevel, Level, LevelJc, LevelText, LineSpacing, NumberFormat,
    Numbering, NumberingId, PageMargin, Paragraph, Run, RunFonts, SpecialIndentType, Start, Style,
    StyleType,
};
use std::io::Cursor;
use thiserror::Error;

/// The numbering of the one list there is.
const BULLETS: usize = 2;

/// A4 in twentieths of a point.
const PAGE: (u32, u32) = (11_906, 16_838);

/// Two centimetres in twentieths of a point.
const MARGIN: i32 = 1_134;

/// Why a document was not written.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DocxError {
    /// The parts could not be packed.
    #[error("the document could not be put together ({0}); try again, or choose another format")]
    Packing(String),
}

/// Writes a CV as DOCX (ISO/IEC 29500).
///
/// # Errors
/// The parts of the document could not be packed.
pub fn docx(cv: &Cv, labels: &Labels) -> Result<Vec<u8>, DocxError> {
    let mut document = plain_document();
    for paragraph in paragraphs(&outline(cv, labels)) {
        document = document.add_paragraph(paragraph);
    }
    packed(document, &labels.language)
}

/// Packs a document whose text is in a language, given as a BCP 47 tag.
///
/// # Errors
/// The parts of the document could not be packed.
pub(crate) fn packed(document: Docx, language: &str) -> Result<Vec<u8>, DocxError> {
    let mut file = Cursor::new(Vec::new());
    let mut parts = document.build();
    parts.styles = in_language(&parts.styles, language);
    parts
        .pack(&mut file)
        .map_err(|error| DocxError::Packing(error.to_string()))?;
    Ok(file.into_inner())
}

/// Says in the default style in which language the text is (w:lang, part 1, 17.3.2.20), which the library
/// has no word for: spelling is looked at, and the text read aloud, in that language. A tag is letters,
/// digits and hyphens; anything else is left out.
fn in_language(styles: &[u8], tag: &str) -> Vec<u8> {
    const END: &str = "</w:rPr></w:rPrDefault>";
    let styles = String::from_utf8_lossy(styles);
    let is_tag = |character: char| character.is_ascii_alphanumeric() || character == '-';
    if tag.is_empty() || !tag.chars().all(is_tag) {
        return styles.into_owned().into_bytes();
    }
    let said = format!("<w:lang w:val=\"{tag}\" />{END}");
    styles.replacen(END, &said, 1).into_bytes()
}

/// Returns an empty A4 document with headings and a list.
pub(crate) fn plain_document() -> Docx {
    let margin = PageMargin {
        top: MARGIN,
        bottom: MARGIN,
        left: MARGIN,
        right: MARGIN,
        ..PageMargin::new()
    };
    let heading = |level: usize, size: usize| {
        Style::new(format!("Heading{level}"), StyleType::Paragraph)
            .name(format!("heading {level}"))
            .based_on("Normal")
            .next("Normal")
            .q_format(true)
            .outline_lvl(level - 1)
            .line_spacing(LineSpacing::new().before(160).after(40))
            .size(size)
            .bold()
    };
    let bullet = Level::new(
        0,
        Start::new(1),
        NumberFormat::new("bullet"),
        LevelText::new("•"),
        LevelJc::new("left"),
    )
    .indent(Some(360), Some(SpecialIndentType::Hanging(240)), None, None);
    Docx::new()
        .page_size(PAGE.0, PAGE.1)
        .page_margin(margin)
        .default_size(21)
        .default_fonts(
            RunFonts::new()
                .ascii("Calibri")
                .hi_ansi("Calibri")
                .cs("Calibri"),
        )
        .add_style(Style::new("Normal", StyleType::Paragraph).name("Normal"))
        .add_style(heading(1, 36))
        .add_style(heading(2, 26))
        .add_style(heading(3, 22))
        .add_abstract_numbering(AbstractNumbering::new(BULLETS).add_level(bullet))
        .add_numbering(Numbering::new(BULLETS, BULLETS))
}

fn paragraphs(outline: &Outline) -> Vec<Paragraph> {
    let mut paragraphs = vec![heading(1, &outline.name)];
    paragraphs.extend(line(&outline.headline));
    paragraphs.extend(outline.contacts.iter().flat_map(|contact| line(contact)));
    for part in &outline.parts {
        paragraphs.push(heading(2, &part.title));
        for block in &part.blocks {
            match block {
                Block::Line(text) => paragraphs.extend(line(text)),
                Block::Item(text) => paragraphs.push(point(text)),
                Block::Entry {
                    title,
                    subtitle,
                    period,
                    lines,
                } => {
                    paragraphs.push(heading(3, title));
                    paragraphs.extend(line(subtitle));
                    paragraphs.extend(line(period));
                    match lines.as_slice() {
                        [single] => paragraphs.extend(line(single)),
                        several => paragraphs.extend(several.iter().map(|text| point(text))),
                    }
                }
            }
        }
    }
    paragraphs.extend(line(&outline.privacy_sentence));
    paragraphs
}

fn heading(level: usize, text: &str) -> Paragraph {
    run(text).style(&format!("Heading{level}")).keep_next(true)
}

fn line(text: &str) -> Option<Paragraph> {
    (!text.is_empty()).then(|| run(text))
}

fn point(text: &str) -> Paragraph {
    run(text).numbering(NumberingId::new(BULLETS), IndentLevel::new(0))
}

/// Control characters have no way to stand in XML 1.0 (section 2.2).
fn run(text: &str) -> Paragraph {
    let allowed =
        |character: &char| !character.is_control() && !matches!(character, '\u{fffe}' | '\u{ffff}');
    let text: String = text.chars().filter(allowed).collect();
    Paragraph::new().add_run(Run::new().add_text(text))
}
