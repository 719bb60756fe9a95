//! Texts of several lines: paragraphs and bullets.

use super::composer::Composer;
use crate::lettering::TextStyle;
use crate::structure::{NodeId, NodeKind};
use crate::theme;

/// What the lines of a text are that begin with no mark, if no line of the text has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unmarked {
    /// Several lines are a list: tasks and results.
    Bullets,
    /// Each line is a paragraph.
    Paragraphs,
}

/// Composes a text of lines. Lines that begin with a mark are bullets.
pub(super) fn description(
    composer: &mut Composer<'_>,
    text: &str,
    unmarked: Unmarked,
    parent: NodeId,
    space: f32,
) {
    let lines = composer.printable_lines(text);
    let any_marked = lines.iter().any(|line| without_mark(line).is_some());
    let all_bullets = unmarked == Unmarked::Bullets && !any_marked && lines.len() > 1;
    let mut list = None;
    for (number, line) in lines.iter().enumerate() {
        let space = |between: f32| if number == 0 { space } else { between };
        match without_mark(line) {
            None if !all_bullets => {
                list = None;
                let spans = vec![composer.span(line, TextStyle::Body)];
                composer.paragraph(spans, parent, space(theme::SPACE_PARAGRAPH));
            }
            marked => {
                let list = *list.get_or_insert_with(|| {
                    composer.structure.add(NodeKind::BulletList, Some(parent))
                });
                let text = marked.unwrap_or(line);
                let spans = vec![composer.span(text, TextStyle::Body)];
                composer.bullet(spans, list, space(theme::SPACE_BULLET));
            }
        }
    }
}

/// Returns what follows the mark with which people begin the lines of a list.
pub(super) fn without_mark(line: &str) -> Option<&str> {
    const SOLID_MARKS: [char; 9] = ['•', '‣', '▪', '▫', '●', '○', '■', '◦', '➢'];
    const MARKS_WITH_SPACE: [char; 6] = ['-', '–', '—', '*', '·', '→'];
    let mut characters = line.chars();
    let mark = characters.next()?;
    let rest = characters.as_str();
    let marked = SOLID_MARKS.contains(&mark)
        || (MARKS_WITH_SPACE.contains(&mark) && rest.starts_with([' ', '\u{A0}']))
        || (mark == '-' && rest.starts_with(char::is_alphabetic));
    let text = rest.trim();
    (marked && !text.is_empty()).then_some(text)
}
