//! Skills, digital and other.

use super::composer::Composer;
use super::items::{Item, group_of_items, item_rows, section_of_items};
use crate::labels::SkillLabels;
use crate::theme;
use approdo_domain::{CvPlace, Digital, DigitalField, Skill, SkillField, SkillKind};

/// The groups of skills, in the order of the page.
const GROUPS: [Option<SkillKind>; 3] =
    [Some(SkillKind::Technical), Some(SkillKind::Personal), None];

/// Composes the skills; in groups with their names if both kinds are given.
pub(super) fn skills(composer: &mut Composer<'_>, title: &str, skills: &[Skill]) {
    let written: Vec<&Skill> = skills
        .iter()
        .filter(|skill| !skill.name.trim().is_empty())
        .collect();
    let of_kind = |kind: Option<SkillKind>| -> Vec<Item> {
        let skills = written.iter().filter(|skill| skill.skill_kind() == kind);
        skills.map(|skill| item_of(skill)).collect()
    };
    let groups = GROUPS.map(|kind| (kind, of_kind(kind)));
    let both_kinds = groups[..2].iter().all(|(_, items)| !items.is_empty());
    if !both_kinds {
        let all: Vec<Item> = written.iter().map(|skill| item_of(skill)).collect();
        section_of_items(composer, title, &all);
        return;
    }
    if let Some(first) = groups.iter().find_map(|(_, items)| items.first()) {
        composer.at(first.place);
    }
    let section = composer.open_section(title);
    let labels = composer.labels;
    let mut space = theme::SPACE_AFTER_TITLE;
    for (kind, items) in groups.iter().filter(|(_, items)| !items.is_empty()) {
        let name = labels.skills.kind(*kind);
        group_of_items(composer, name, items, section, space);
        space = theme::SPACE_GROUP;
    }
}

fn item_of(skill: &Skill) -> Item {
    let place = CvPlace::Skill(skill.id, SkillField::Name);
    Item::new(skill.name.clone(), place)
}

/// Composes the programmes used, then the level in each area.
pub(super) fn digital(composer: &mut Composer<'_>, title: &str, digital: &Digital) {
    let labels = &composer.labels.skills;
    let tools: Vec<Item> = digital
        .tools
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| Item::new(line, CvPlace::Digital(DigitalField::Tools)))
        .collect();
    let areas: Vec<Item> = SkillLabels::DIGITAL_AREAS
        .into_iter()
        .filter_map(|area| {
            let level = digital.level(area)?;
            Some(Item {
                about: labels.digital_area(area).to_owned(),
                text: labels.digital_level(level).to_owned(),
                place: CvPlace::Digital(area),
            })
        })
        .collect();
    let Some(first) = tools.first().or(areas.first()) else {
        return;
    };
    composer.at(first.place);
    let section = composer.open_section(title);
    let mut space = theme::SPACE_AFTER_TITLE;
    for items in [tools, areas].iter().filter(|items| !items.is_empty()) {
        item_rows(composer, items, section, space);
        space = theme::SPACE_PARAGRAPH;
    }
}
