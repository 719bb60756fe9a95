//! Sections that are a text: presentation, hobbies, own sections, and the privacy sentence.

use super::composer::Composer;
use super::description::{Unmarked, description};
use crate::lettering::TextStyle;
use crate::rows::RowKind;
use crate::structure::NodeKind;
use crate::theme;

/// Composes a section that is one text; nothing if nothing is written.
pub(super) fn text(composer: &mut Composer<'_>, title: &str, text: &str, unmarked: Unmarked) {
    if text.trim().is_empty() {
        return;
    }
    let section = composer.open_section(title);
    let first = composer.row_count();
    description(composer, text, unmarked, section, theme::SPACE_AFTER_TITLE);
    composer.avoid_single_lines(first..composer.row_count());
}

/// Composes the sentence on the use of personal data, which stands at the end and has no title.
pub(super) fn privacy_sentence(composer: &mut Composer<'_>) {
    let labels = composer.labels;
    composer.cleaner.enter(&labels.personal_data);
    let sentence = composer.printable(&labels.privacy_sentence, TextStyle::Contact);
    let node = composer.structure.add(NodeKind::Paragraph, None);
    let shaped = composer.shape_text(&sentence, TextStyle::Contact, composer.width());
    let rows = composer.text_rows(RowKind::Text, &shaped, 0.0, node, theme::SPACE_SECTION);
    composer.tie(rows);
}
