//! What is offered to tap while an assessor writes: the strengths that the levels say, and what could be
//! changed first.

use approdo_catalog::{Criteria, Criterion};
use approdo_domain::sheet::{LEVELS, Sheet};

/// How many first changes are offered.
const MOST_CHANGES: usize = 3;

/// Returns what went well by the levels seen: the words of the highest.
pub fn strengths(sheet: &Sheet, criteria: &Criteria) -> Vec<String> {
    let highest = seen(sheet, criteria).filter(|(level, _)| level + 1 == LEVELS);
    let words = highest.filter_map(|(level, criterion)| criterion.levels.get(usize::from(level)));
    words.cloned().collect()
}

/// Returns what could be changed first: what the lowest levels seen call for, lowest first.
pub fn first_changes(sheet: &Sheet, criteria: &Criteria) -> Vec<String> {
    let mut low: Vec<(u8, &Criterion)> = seen(sheet, criteria)
        .filter(|(level, _)| level + 1 < LEVELS)
        .collect();
    low.sort_by_key(|(level, _)| *level);
    let changes = low
        .into_iter()
        .map(|(_, criterion)| &criterion.first_change);
    changes.take(MOST_CHANGES).cloned().collect()
}

fn seen<'a>(sheet: &'a Sheet, criteria: &'a Criteria) -> impl Iterator<Item = (u8, &'a Criterion)> {
    let criteria = criteria.criteria.iter();
    criteria.filter_map(|criterion| Some((sheet.level(criterion.criterion_id()?)?, criterion)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use approdo_catalog::{Language, SheetPart};
    use approdo_domain::sheet::Point;

    fn criteria() -> Criteria {
        let criterion = |id: &str| Criterion {
            id: id.to_owned(),
            part: SheetPart::Cv,
            name: id.to_owned(),
            levels: ["0", "1", "2", "3"].map(|level| format!("{id} {level}")),
            first_change: format!("change {id}"),
        };
        Criteria {
            language: Language::Italian,
            criteria: ["a", "b", "c", "d", "e"].map(criterion).to_vec(),
        }
    }

    fn sheet(levels: [&str; 5]) -> Sheet {
        let mut sheet = Sheet::default();
        for (id, level) in ["a", "b", "c", "d", "e"].into_iter().zip(levels) {
            let level = level.to_owned();
            let point = Point {
                level,
                ..Point::default()
            };
            sheet.points.insert(id.parse().unwrap(), point);
        }
        sheet
    }

    #[test]
    fn the_highest_levels_are_offered_as_strengths() {
        let offered = strengths(&sheet(["3", "2", "", "3", "0"]), &criteria());
        assert_eq!(offered, ["a 3", "d 3"]);
    }

    #[test]
    fn the_lowest_levels_are_offered_to_change_first_and_never_many() {
        let offered = first_changes(&sheet(["2", "0", "3", "1", "0"]), &criteria());
        assert_eq!(offered, ["change b", "change e", "change d"]);
        assert!(first_changes(&Sheet::default(), &criteria()).is_empty());
    }
}
