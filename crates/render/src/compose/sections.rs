//! Sections that are a text: presentation, hobbies, own sections, and the privacy sentence.

use super::composer::Composer;
use super::description::{Unmarked, description};
use crate::lettering::TextStyle;
use crate::rows::RowKind;
use crate::structure::NodeKind;
use crate::theme;
use approdo_domain::CvPlace;

/// Composes a section that is one text; nothing if nothing is written.
///
/// `places` are the fields from which the title and the text come.
pub(super) fn text(
    composer: &mut Composer<'_>,
    title: &str,
    text: &str,
    unmarked: Unmarked,
    places: [CvPlace; 2],
) {
    if text.trim().is_empty() {
        return;
    }
    let [title_at, text_at] = places;
    composer.at(title_at);
    let section = composer.open_section(title);
    composer.at(text_at);
    let first = composer.row_count();
    description(composer, text, unmarked, section, theme::SPACE_AFTER_TITLE);
    composer.avoid_single_lines(first..composer.row_count());
}

/// Composes the sentence on the use of personal data, which stands at the end and has no title.
pub(super) fn privacy_sentence(composer: &mut Composer<'_>) {
    let labels = composer.labels;
    composer.cleaner.enter(&labels.personal_data);
    composer.structure.place = None;
    let sentence = composer.printable(&labels.privacy_sentence, TextStyle::Contact);
    let node = composer.structure.add(NodeKind::Paragraph, None);
    let shaped = composer.shape_text(&sentence, TextStyle::Contact, composer.width());
    let rows = composer.text_rows(RowKind::Text, &shaped, 0.0, node, theme::SPACE_SECTION);
    composer.tie(rows);
}
