//! A letter as DOCX, to be changed in LibreOffice or Word: each part in a paragraph style of its own, so that the look
//! is changed in one place, and the file can be read again.

use super::OutgoingLetter;
use super::part::Part;
use super::sheet::sheet;
use crate::export::{DocxError, packed, plain_document};
use docx_rs::{LineSpacing, Paragraph, Run, Style, StyleType};

/// The office programs' own style of running text.
const BODY: &str = "BodyText";

/// Writes a letter as DOCX (ISO/IEC 29500).
///
/// # Errors
/// The parts of the document could not be packed.
pub fn letter_docx(outgoing: &OutgoingLetter) -> Result<Vec<u8>, DocxError> {
    let body = Style::new(BODY, StyleType::Paragraph)
        .name("Body Text")
        .based_on("Normal")
        .line_spacing(LineSpacing::new().after(120));
    let mut document = plain_document().add_style(body);
    for part in Part::ALL {
        document = document.add_style(style(part));
    }
    for part in sheet(outgoing) {
        let last = part.lines.len().saturating_sub(1);
        for (number, line) in part.lines.iter().enumerate() {
            document = document.add_paragraph(paragraph(part.part, line, number == last));
        }
    }
    packed(document, &outgoing.words.language)
}

fn style(part: Part) -> Style {
    let style = Style::new(part.style(), StyleType::Paragraph).name(part.style());
    match part {
        Part::Subject => style.based_on("Normal").bold(),
        Part::Opening | Part::WhyMe | Part::WhyYou | Part::Closing => style.based_on(BODY),
        _ => style.based_on("Normal"),
    }
    .q_format(true)
}

/// Running text has the distance of its style; of the other parts the last line has one.
fn paragraph(part: Part, line: &str, is_last: bool) -> Paragraph {
    let paragraph = Paragraph::new()
        .add_run(Run::new().add_text(line))
        .style(part.style());
    let is_body = matches!(
        part,
        Part::Opening | Part::WhyMe | Part::WhyYou | Part::Closing
    );
    if is_last && !is_body {
        paragraph.line_spacing(LineSpacing::new().after(240))
    } else {
        paragraph
    }
}
