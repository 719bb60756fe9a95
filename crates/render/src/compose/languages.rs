//! Languages: one line each where one level says all, a table of the five skills where it does
//! not (Common European Framework of Reference, self-assessment grid).

use super::arrange::Cell;
use super::composer::Composer;
use crate::labels::SkillLabels;
use crate::lettering::TextStyle;
use crate::line_text::isolated;
use crate::palette::Ink;
use crate::rows::{Bar, RowKind};
use crate::structure::{NodeId, NodeKind};
use crate::theme;
use approdo_domain::{CefrSkill, CvPlace, Language, LanguageField};

/// A section of languages no longer than this stays on one page.
const ROWS_KEPT_TOGETHER: usize = 10;

/// Composes the languages in the person's order; those with uneven levels follow as a table.
pub(super) fn languages(composer: &mut Composer<'_>, title: &str, languages: &[Language]) {
    let written: Vec<&Language> = languages
        .iter()
        .filter(|language| !language.name.trim().is_empty() || !language.levels.is_empty())
        .collect();
    let Some(first) = written.first() else {
        return;
    };
    composer.at(CvPlace::Language(first.id, LanguageField::Name));
    let section = composer.open_section(title);
    let first = composer.row_count();
    let (uneven, plain): (Vec<&Language>, Vec<&Language>) = written
        .into_iter()
        .partition(|language| is_uneven(language) && !composer.is_narrow());
    if !plain.is_empty() {
        let mut space = theme::SPACE_AFTER_TITLE;
        let list = composer.structure.add(NodeKind::List, Some(section));
        for language in plain {
            enter(composer, title, language);
            line(composer, language, list, space);
            space = if composer.is_narrow() {
                theme::SPACE_PARAGRAPH
            } else {
                theme::SPACE_ITEM
            };
        }
    }
    if !uneven.is_empty() {
        table(composer, title, &uneven, section);
    }
    let rows = first..composer.row_count();
    if rows.len() <= ROWS_KEPT_TOGETHER {
        composer.tie(rows);
    } else {
        composer.avoid_single_lines(rows);
    }
}

fn is_uneven(language: &Language) -> bool {
    !language.native && !language.levels.is_empty() && language.single_level().is_none()
}

fn enter(composer: &mut Composer<'_>, title: &str, language: &Language) {
    let place = format!("{title}: {}", language.name.trim());
    composer.cleaner.enter(&place);
    composer.at(CvPlace::Language(language.id, LanguageField::Name));
}

fn printable(composer: &mut Composer<'_>, text: &str) -> String {
    composer.printable(text, TextStyle::Body)
}

/// One line: the name, then level and certificate.
fn line(composer: &mut Composer<'_>, language: &Language, list: NodeId, space: f32) {
    let labels = &composer.labels.skills;
    let level = match language.single_level() {
        _ if language.native => labels.mother_tongue.clone(),
        Some(level) => level.code().to_owned(),
        None => levels_in_words(language, labels),
    };
    let certificate = printable(composer, &language.certificate);
    let details: Vec<String> = [level, certificate]
        .into_iter()
        .filter(|text| !text.is_empty())
        .map(|text| isolated(&text))
        .collect();
    let name = composer.printable(&language.name, TextStyle::BodyStrong);
    let spans = if details.is_empty() {
        vec![composer.span(name, TextStyle::BodyStrong)]
    } else {
        vec![
            composer.span(format!("{}:", isolated(&name)), TextStyle::BodyStrong),
            composer.span(format!(" {}", details.join(", ")), TextStyle::Body),
        ]
    };
    let item = composer.structure.add(NodeKind::ListItem, Some(list));
    let body = composer.structure.add(NodeKind::ListBody, Some(item));
    let paragraph = composer.shape(spans, composer.width());
    let rows = composer.text_rows(RowKind::Text, &paragraph, 0.0, body, space);
    composer.tie(rows);
}

/// Returns the level of each skill that has one, where there is no room for a table.
fn levels_in_words(language: &Language, labels: &SkillLabels) -> String {
    let named = CefrSkill::ALL.iter().zip(&labels.cefr_skills);
    let levels = named.filter_map(|(skill, name)| {
        let level = language.levels.get(skill)?;
        Some(format!("{name} {}", level.code()))
    });
    levels.collect::<Vec<_>>().join(", ")
}

fn table(composer: &mut Composer<'_>, title: &str, languages: &[&Language], section: NodeId) {
    let table = composer.structure.add(NodeKind::Table, Some(section));
    let first = composer.row_count();
    composer.cleaner.enter(title);
    head_row(composer, table, theme::SPACE_AFTER_TITLE);
    for (number, language) in languages.iter().enumerate() {
        let space = if number == 0 { 4.5 } else { theme::SPACE_ITEM };
        enter(composer, title, language);
        level_row(composer, language, table, space);
        if number == 0 {
            composer.tie(first..composer.row_count());
        }
    }
}

/// Returns the left edge and the width of a skill's column.
fn column(line_width: f32, number: usize) -> (f32, f32) {
    let width = (line_width - theme::LANGUAGE_COLUMN) / CefrSkill::ALL.len() as f32;
    (theme::LANGUAGE_COLUMN + number as f32 * width, width)
}

fn head_row(composer: &mut Composer<'_>, table: NodeId, space: f32) {
    let labels = &composer.labels.skills;
    let row = composer.structure.add(NodeKind::TableRow, Some(table));
    let mut cells = Vec::new();
    let line_width = composer.width();
    let heads = std::iter::once((&labels.language, (0.0, theme::LANGUAGE_COLUMN))).chain(
        labels
            .cefr_skills
            .iter()
            .enumerate()
            .map(|(number, skill)| (skill, column(line_width, number))),
    );
    for (text, (x, width)) in heads {
        let text = composer.printable(text, TextStyle::TableHead);
        let width = width - theme::COLUMN_GAP;
        cells.push(Cell {
            paragraph: composer.shape_text(&text, TextStyle::TableHead, width),
            x,
            node: composer.structure.add(NodeKind::ColumnHead, Some(row)),
        });
    }
    let rows = composer.side_by_side(RowKind::Text, &cells, space);
    let colour = composer.colour(Ink::Hairline);
    composer.underline(
        rows,
        Bar {
            x: 0.0,
            y: 2.0,
            width: line_width,
            height: 0.5,
            colour,
        },
    );
}

fn level_row(composer: &mut Composer<'_>, language: &Language, table: NodeId, space: f32) {
    let row = composer.structure.add(NodeKind::TableRow, Some(table));
    let name = composer.printable(&language.name, TextStyle::BodyStrong);
    let mut spans = vec![composer.span(name, TextStyle::BodyStrong)];
    let certificate = printable(composer, &language.certificate);
    if !certificate.is_empty() {
        spans.push(composer.span(format!(" {certificate}"), TextStyle::Body));
    }
    let mut cells = vec![Cell {
        paragraph: composer.shape(spans, theme::LANGUAGE_COLUMN - theme::COLUMN_GAP),
        x: 0.0,
        node: composer.structure.add(NodeKind::RowHead, Some(row)),
    }];
    let line_width = composer.width();
    for (number, skill) in CefrSkill::ALL.iter().enumerate() {
        let (x, width) = column(line_width, number);
        let level = language.levels.get(skill).map_or("–", |level| level.code());
        let level = printable(composer, level);
        let field = LanguageField::Level(*skill);
        composer.at(CvPlace::Language(language.id, field));
        cells.push(Cell {
            paragraph: composer.shape_text(&level, TextStyle::Body, width),
            x,
            node: composer.structure.add(NodeKind::TableCell, Some(row)),
        });
    }
    composer.side_by_side(RowKind::Text, &cells, space);
}
