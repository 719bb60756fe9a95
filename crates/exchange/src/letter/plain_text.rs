//! A letter as plain text: the body of an e-mail, a message for a telephone, or a whole letter to paste.

use super::OutgoingLetter;
use super::part::Part;
use super::sheet::sheet;

/// Writes a letter as text, UTF-8, lines ending in LF. An empty line stands between its parts; the subject of an
/// e-mail is not in it, since a mail program has a field of its own for it.
pub fn letter_text(outgoing: &OutgoingLetter) -> String {
    let is_on_paper = outgoing.letter.letter_form().is_on_paper();
    let parts = sheet(outgoing).into_iter();
    let shown = parts.filter(|part| is_on_paper || part.part != Part::Subject);
    let parts: Vec<String> = shown.map(|part| part.lines.join("\n")).collect();
    if parts.is_empty() {
        return String::new();
    }
    format!("{}\n", parts.join("\n\n"))
}
