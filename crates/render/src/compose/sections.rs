//! The short sections: profile, skills, driving licence.

use super::arrange::FlowItem;
use super::composer::Composer;
use super::entries::{Unmarked, description};
use crate::rows::RowKind;
use crate::structure::NodeKind;
use crate::theme::{self, TextStyle};
use approdo_domain::{Driving, DrivingCategory, Skill};

/// A skill wider than this part of a line makes the skills a list with bullets.
const LONG_SKILL: f32 = 0.62;

/// Composes the presentation; its lines are paragraphs.
pub(super) fn profile(composer: &mut Composer<'_>, text: &str) {
    if text.trim().is_empty() {
        return;
    }
    let title = &composer.labels.profile;
    let section = composer.open_section(title);
    let space = theme::SPACE_AFTER_TITLE;
    let first = composer.row_count();
    description(composer, text, Unmarked::Paragraphs, section, space);
    composer.avoid_single_lines(first..composer.row_count());
}

/// Composes the skills: short ones follow each other on a line, long ones make a list.
pub(super) fn skills(composer: &mut Composer<'_>, skills: &[Skill]) {
    let title = &composer.labels.skills;
    let written = skills.iter().filter(|skill| !skill.name.trim().is_empty());
    items(
        composer,
        title,
        written.map(|skill| skill.name.clone()).collect(),
    );
}

/// Composes licence categories and car.
pub(super) fn driving(composer: &mut Composer<'_>, driving: &Driving) {
    let labels = composer.labels;
    let codes: Vec<&str> = DrivingCategory::ALL
        .into_iter()
        .filter(|category| driving.categories.contains(category))
        .map(DrivingCategory::code)
        .collect();
    let mut texts = Vec::new();
    if !codes.is_empty() {
        texts.push(format!("{} {}", labels.driving_licence, codes.join(", ")));
    }
    if driving.own_car {
        texts.push(labels.own_car.clone());
    }
    items(composer, &labels.driving, texts);
}

fn items(composer: &mut Composer<'_>, title: &str, texts: Vec<String>) {
    if texts.is_empty() {
        return;
    }
    let section = composer.open_section(title);
    let first = composer.row_count();
    let list = composer.structure.add(NodeKind::List, Some(section));
    let mut shaped = Vec::new();
    for text in texts {
        let text = composer.cleaner.line(&text, TextStyle::Body.weight());
        let paragraph = composer.shape_text(&text, TextStyle::Body, theme::CONTENT_WIDTH);
        if !text.is_empty() {
            shaped.push((text, paragraph));
        }
    }
    let long = |width: f32| width > LONG_SKILL * theme::CONTENT_WIDTH;
    if shaped.iter().any(|(_, paragraph)| long(paragraph.width())) {
        for (number, (text, _)) in shaped.into_iter().enumerate() {
            let space = if number == 0 {
                theme::SPACE_AFTER_TITLE
            } else {
                theme::SPACE_BULLET
            };
            composer.bullet(&text, list, space);
        }
    } else {
        let items = shaped.into_iter().map(|(_, paragraph)| FlowItem {
            paragraph,
            link: None,
        });
        composer.flow(
            RowKind::Text,
            items.collect(),
            list,
            theme::SPACE_AFTER_TITLE,
        );
    }
    let end = composer.row_count();
    composer.avoid_single_lines(first..end);
}
