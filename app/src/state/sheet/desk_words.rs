//! What a desk receives of a sheet, as words: the work wanted, what is to be learnt for it, the training
//! suggested. Nothing without the candidate's consent, and no name unless it is chosen.

use crate::i18n::Key;
use approdo_catalog::{Criteria, Criterion, SheetPart};
use approdo_domain::sheet::{LEVELS, Point, Sheet, lines};

/// Returns the words for a desk; none while the candidate has not agreed. `said` is how the interface says a key.
pub fn desk_words(
    sheet: &Sheet,
    criteria: &Criteria,
    with_name: bool,
    said: impl Fn(Key) -> String,
) -> Option<String> {
    let agreed_on = sheet.consents.desk.0.trim();
    if agreed_on.is_empty() {
        return None;
    }
    let about = &sheet.about;
    let name = if with_name { &about.candidate } else { "" };
    let facts = [
        (Key::SheetFieldCandidate, name),
        (Key::SheetFieldOccupation, &about.occupation),
        (Key::SheetFieldDate, &about.date.0),
        (Key::SheetDeskAgreed, agreed_on),
    ];
    let facts = facts
        .into_iter()
        .filter(|(_, fact)| !fact.trim().is_empty());
    let mut written: Vec<String> = facts
        .map(|(label, fact)| format!("{}: {}", said(label), fact.trim()))
        .collect();
    let gaps = criteria.part(SheetPart::TrainingGaps);
    let gaps = gaps.filter_map(|criterion| gap(sheet, criterion)).collect();
    let training = lines(&sheet.words.training).map(|line| format!("- {line}"));
    listed(&mut written, said(Key::SheetPartTrainingGaps), gaps);
    listed(
        &mut written,
        said(Key::SheetFieldTraining),
        training.collect(),
    );
    Some(written.join("\n"))
}

fn listed(written: &mut Vec<String>, title: String, listed: Vec<String>) {
    if !listed.is_empty() {
        written.extend([String::new(), title]);
        written.extend(listed);
    }
}

/// Returns what was seen of a criterion, unless it was the highest level and nothing was added.
fn gap(sheet: &Sheet, criterion: &Criterion) -> Option<String> {
    let point = sheet.points.get(&criterion.criterion_id()?)?;
    let low = point.seen().filter(|level| level + 1 < LEVELS);
    let level = low.and_then(|level| criterion.levels.get(usize::from(level)));
    let note = note(point);
    let seen: Vec<&str> = level.map(String::as_str).into_iter().chain(note).collect();
    (!seen.is_empty()).then(|| format!("- {}: {}", criterion.name, seen.join(". ")))
}

fn note(point: &Point) -> Option<&str> {
    Some(point.note.trim()).filter(|note| !note.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use approdo_catalog::Language;
    use approdo_domain::DateText;

    fn criteria() -> Criteria {
        let criterion = |id: &str, part| Criterion {
            id: id.to_owned(),
            part,
            name: id.to_owned(),
            levels: ["none", "little", "some", "all"].map(str::to_owned),
            first_change: String::new(),
        };
        Criteria {
            language: Language::English,
            criteria: vec![
                criterion("cv-dates", SheetPart::Cv),
                criterion("safety", SheetPart::TrainingGaps),
                criterion("tools", SheetPart::TrainingGaps),
            ],
        }
    }

    fn sheet() -> Sheet {
        let mut sheet = Sheet::default();
        let point = |level: &str| Point {
            level: level.to_owned(),
            note: if level == "0" { "Ask at the desk" } else { "" }.to_owned(),
            ..Point::default()
        };
        for (id, level) in [("cv-dates", "0"), ("safety", "0"), ("tools", "3")] {
            sheet.points.insert(id.parse().unwrap(), point(level));
        }
        sheet.about.candidate = "Anna Rossi".to_owned();
        sheet.about.occupation = "Warehouse worker".to_owned();
        sheet.words.training = "Forklift licence\n".to_owned();
        sheet.words.notes = "Was nervous".to_owned();
        sheet.consents.desk = DateText("22/11/2026".to_owned());
        sheet
    }

    fn written(sheet: &Sheet, with_name: bool) -> Option<String> {
        desk_words(sheet, &criteria(), with_name, |key| format!("{key:?}"))
    }

    #[test]
    fn a_desk_gets_the_gaps_and_the_training_and_nothing_else() {
        let words = written(&sheet(), false).unwrap();
        assert!(words.contains("- safety: none. Ask at the desk"), "{words}");
        assert!(words.contains("- Forklift licence"));
        assert!(words.contains("Warehouse worker"));
        for other in ["tools", "cv-dates", "nervous", "Anna"] {
            assert!(!words.contains(other), "{other} in {words}");
        }
    }

    #[test]
    fn the_name_goes_only_if_chosen_and_nothing_goes_without_consent() {
        let mut sheet = sheet();
        assert!(written(&sheet, true).unwrap().contains("Anna Rossi"));
        sheet.consents.desk = DateText(" ".to_owned());
        assert_eq!(written(&sheet, true), None);
    }
}
