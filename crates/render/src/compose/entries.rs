//! Experiences and schools: title, dates, employer and place, and what the person tells.

use super::arrange::Cell;
use super::composer::Composer;
use crate::dates::period_text;
use crate::rows::RowKind;
use crate::structure::{NodeId, NodeKind};
use crate::theme::{self, TextStyle};
use approdo_domain::{Education, Experience};

/// An entry of either kind, as text.
struct Entry<'cv> {
    title: &'cv str,
    organisation: &'cv str,
    place: &'cv str,
    period: String,
    description: &'cv str,
}

/// Composes the experiences in the person's order.
pub(super) fn experience(composer: &mut Composer<'_>, experiences: &[Experience]) {
    let labels = composer.labels;
    let entries: Vec<Entry<'_>> = experiences
        .iter()
        .map(|entry| Entry {
            title: &entry.role,
            organisation: &entry.employer,
            place: &entry.place,
            period: period_text(&entry.start, &entry.end, entry.current, labels),
            description: &entry.description,
        })
        .collect();
    section(composer, &labels.experience, &entries);
}

/// Composes schools and courses in the person's order.
pub(super) fn education(composer: &mut Composer<'_>, schools: &[Education]) {
    let labels = composer.labels;
    let entries: Vec<Entry<'_>> = schools
        .iter()
        .map(|entry| Entry {
            title: &entry.qualification,
            organisation: &entry.school,
            place: &entry.place,
            period: period_text(&entry.start, &entry.end, entry.current, labels),
            description: &entry.description,
        })
        .collect();
    section(composer, &labels.education, &entries);
}

fn section(composer: &mut Composer<'_>, title: &str, entries: &[Entry<'_>]) {
    let written: Vec<&Entry<'_>> = entries.iter().filter(|entry| entry.is_written()).collect();
    if written.is_empty() {
        return;
    }
    let section = composer.open_section(title);
    for (number, entry) in written.into_iter().enumerate() {
        let space = if number == 0 {
            theme::SPACE_AFTER_TITLE
        } else {
            theme::SPACE_ENTRY
        };
        let place = match entry.title.trim() {
            "" => format!("{title} {}", number + 1),
            role => format!("{title}: {role}"),
        };
        composer.cleaner.enter(&place);
        compose_entry(composer, entry, section, space);
    }
}

impl Entry<'_> {
    fn is_written(&self) -> bool {
        [
            self.title,
            self.organisation,
            self.place,
            &self.period,
            self.description,
        ]
        .into_iter()
        .any(|text| !text.trim().is_empty())
    }
}

fn compose_entry(composer: &mut Composer<'_>, entry: &Entry<'_>, section: NodeId, space: f32) {
    let node = composer.structure.add(NodeKind::Section, Some(section));
    let first = composer.row_count();
    head(composer, entry, node, space);
    let text = composer.row_count();
    let space = if text == first { space } else { 1.5 };
    description(composer, entry.description, Unmarked::Bullets, node, space);
    let end = composer.row_count();
    composer.mark_entry(first..end);
    composer.avoid_single_lines(text..end);
    composer.tie(first..end.min(text + 2));
}

/// Composes title, dates and subtitle. If there is no title, the organisation takes its place.
fn head(composer: &mut Composer<'_>, entry: &Entry<'_>, node: NodeId, space: f32) {
    let mut title = composer
        .cleaner
        .line(entry.title, TextStyle::EntryTitle.weight());
    let mut subtitle: Vec<String> = [entry.organisation, entry.place]
        .into_iter()
        .map(|text| {
            composer
                .cleaner
                .line(text, TextStyle::EntrySubtitle.weight())
        })
        .filter(|text| !text.is_empty())
        .collect();
    if title.is_empty() && !subtitle.is_empty() {
        title = subtitle.remove(0);
    }
    let period = composer
        .cleaner
        .line(&entry.period, TextStyle::Dates.weight());
    title_row(composer, &title, &period, node, space);
    let subtitle = subtitle.join(", ");
    if !subtitle.is_empty() {
        let paragraph = composer.structure.add(NodeKind::Paragraph, Some(node));
        let shaped = composer.shape_text(&subtitle, TextStyle::EntrySubtitle, theme::CONTENT_WIDTH);
        composer.text_rows(RowKind::EntryHead, &shaped, 0.0, paragraph, 0.0);
    }
}

fn title_row(composer: &mut Composer<'_>, title: &str, period: &str, node: NodeId, space: f32) {
    let mut cells = Vec::new();
    let dates = (!period.is_empty())
        .then(|| composer.shape_text(period, TextStyle::Dates, theme::CONTENT_WIDTH * 0.4));
    let taken = dates
        .as_ref()
        .map_or(0.0, |dates| dates.width() + theme::DATES_GAP);
    if !title.is_empty() {
        composer.outline_from_here(2, title);
        let heading = NodeKind::Heading(3, title.to_owned());
        cells.push(Cell {
            paragraph: composer.shape_text(
                title,
                TextStyle::EntryTitle,
                theme::CONTENT_WIDTH - taken,
            ),
            x: 0.0,
            node: composer.structure.add(heading, Some(node)),
        });
    }
    if let Some(dates) = dates {
        cells.push(Cell {
            x: theme::CONTENT_WIDTH - dates.width(),
            paragraph: dates,
            node: composer.structure.add(NodeKind::Paragraph, Some(node)),
        });
    }
    composer.side_by_side(RowKind::EntryHead, &cells, space);
}

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
    let lines = composer.cleaner.lines(text, TextStyle::Body.weight());
    let any_marked = lines.iter().any(|line| without_mark(line).is_some());
    let all_bullets = unmarked == Unmarked::Bullets && !any_marked && lines.len() > 1;
    let mut list = None;
    for (number, line) in lines.iter().enumerate() {
        let space = |between: f32| if number == 0 { space } else { between };
        match without_mark(line) {
            None if !all_bullets => {
                list = None;
                composer.paragraph(line, parent, space(theme::SPACE_PARAGRAPH));
            }
            marked => {
                let list = *list.get_or_insert_with(|| {
                    composer.structure.add(NodeKind::BulletList, Some(parent))
                });
                let text = marked.unwrap_or(line);
                composer.bullet(text, list, space(theme::SPACE_BULLET));
            }
        }
    }
}

/// Returns what follows the mark with which people begin the lines of a list.
fn without_mark(line: &str) -> Option<&str> {
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
