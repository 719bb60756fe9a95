//! A feedback sheet as plain data: what an assessor says of a mock interview, and what the candidate answers.
//! A document of its own.
//!
//! `parts` says what a sheet has, `place` which places hold it, `criterion_id` how a criterion is named,
//! `marks` what is marked at its fields. The
//! criteria with their levels in words are in the catalogue; how a sheet travels is in `approdo-exchange`.

mod criterion_id;
mod marks;
mod parts;
mod place;

pub use criterion_id::{CriterionId, LONGEST_CRITERION_ID, NotACriterionId};
pub use marks::mark;
pub use parts::{
    About, AboutField, ConsentField, Consents, Point, PointField, Reply, ReplyField, Step,
    StepField, Words, WordsField,
};
pub use place::SheetPlace;

use crate::fields::FieldSlot;
use crate::{DateText, FieldValue, ItemId, PartialDate};
use std::collections::BTreeMap;

/// How many levels a criterion has.
pub const LEVELS: u8 = 4;

/// Whose copy of a sheet it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SheetRole {
    /// The one that the assessor writes; it is erased when the day closes.
    Assessor,
    /// The one that the candidate was handed.
    Candidate,
}

impl SheetRole {
    /// Returns the code under which the role is kept for ever.
    pub fn code(self) -> &'static str {
        match self {
            Self::Assessor => "assessor",
            Self::Candidate => "candidate",
        }
    }

    /// Returns the role of that code; what a newer version wrote counts as a candidate's own copy, which
    /// nothing erases.
    pub fn from_code(code: &str) -> Self {
        match code {
            "assessor" => Self::Assessor,
            _ => Self::Candidate,
        }
    }
}

/// A whole sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Whose copy it is: the code of a [`SheetRole`].
    pub role: String,
    /// Which sheet it is, the same in both copies: how `approdo-document` writes the first one's identity.
    pub source: String,
    /// Who spoke with whom, when and about what.
    pub about: About,
    /// What is said of the criteria; of those that are not here nothing is.
    pub points: BTreeMap<CriterionId, Point>,
    /// What the assessor says in words.
    pub words: Words,
    /// The action plan, in its order.
    pub steps: Vec<Step>,
    /// What the candidate agreed to.
    pub consents: Consents,
    /// What the candidate answers.
    pub reply: Reply,
    /// The day on which the assessor's copy is to be erased.
    pub erase_on: DateText,
    /// The criteria that the assessor looks at, with spaces between; empty for all.
    pub criteria: String,
}

impl Point {
    /// Returns which of the four levels was seen, counted from zero; none while none is chosen.
    pub fn seen(&self) -> Option<u8> {
        let level = self.level.trim().parse().ok()?;
        (level < LEVELS).then_some(level)
    }

    /// Tells whether anything is written.
    pub fn is_given(&self) -> bool {
        let mut fields = PointField::ALL.into_iter();
        fields.any(|field| !matches!(self.value(field), FieldValue::Text("")))
    }
}

impl Sheet {
    /// Returns whose copy it is.
    pub fn sheet_role(&self) -> SheetRole {
        SheetRole::from_code(&self.role)
    }

    /// Returns the level seen of a criterion; none while none is chosen.
    pub fn level(&self, criterion: CriterionId) -> Option<u8> {
        self.points.get(&criterion).and_then(Point::seen)
    }

    /// Returns what is handed to the candidate: all that the assessor wrote. Notes on how the assessor's copy
    /// is kept stay there.
    pub fn to_hand_over(&self) -> Sheet {
        Sheet {
            role: SheetRole::Candidate.code().to_owned(),
            erase_on: DateText::default(),
            criteria: String::new(),
            ..self.clone()
        }
    }

    /// Tells whether the day on which the assessor's copy was to be erased is over.
    pub fn is_overdue(&self, today: PartialDate) -> bool {
        let day = self.erase_on.0.parse::<PartialDate>();
        let is_over = day.is_ok_and(|day| day < today);
        self.sheet_role() == SheetRole::Assessor && is_over
    }

    /// Returns every place that holds something, or might: all single ones, and those of its points and steps.
    pub fn places(&self) -> Vec<SheetPlace> {
        let mut places = SheetPlace::single_places();
        for criterion in self.points.keys() {
            places.extend(PointField::ALL.map(|field| SheetPlace::Point(*criterion, field)));
        }
        for step in &self.steps {
            places.extend(StepField::ALL.map(|field| SheetPlace::Step(step.id, field)));
        }
        places
    }

    /// Returns what stands at a place; none of a step that is not there.
    pub fn value(&self, place: SheetPlace) -> Option<FieldValue<'_>> {
        Some(match place {
            SheetPlace::Role => FieldValue::Text(&self.role),
            SheetPlace::Source => FieldValue::Text(&self.source),
            SheetPlace::EraseOn => FieldValue::Text(&self.erase_on.0),
            SheetPlace::Criteria => FieldValue::Text(&self.criteria),
            SheetPlace::About(field) => self.about.value(field),
            SheetPlace::Words(field) => self.words.value(field),
            SheetPlace::Consent(field) => self.consents.value(field),
            SheetPlace::Reply(field) => self.reply.value(field),
            SheetPlace::Point(criterion, field) => match self.points.get(&criterion) {
                Some(point) => point.value(field),
                None => FieldValue::Text(""),
            },
            SheetPlace::Step(step, field) => self.step(step)?.value(field),
        })
    }

    /// Writes a text at a place; one of a step that is not there, and of a flag, changes nothing.
    pub fn set_text(&mut self, place: SheetPlace, text: &str) {
        if let Some(FieldSlot::Text(target)) = self.slot(place) {
            text.clone_into(target);
        }
    }

    /// Sets or clears a flag; what is no flag of the sheet changes nothing.
    pub fn set_flag(&mut self, place: SheetPlace, flag: bool) {
        if let Some(FieldSlot::Flag(target)) = self.slot(place) {
            *target = flag;
        }
    }

    fn step(&self, id: ItemId) -> Option<&Step> {
        self.steps.iter().find(|step| step.id == id)
    }

    fn slot(&mut self, place: SheetPlace) -> Option<FieldSlot<'_>> {
        Some(match place {
            SheetPlace::Role => FieldSlot::Text(&mut self.role),
            SheetPlace::Source => FieldSlot::Text(&mut self.source),
            SheetPlace::EraseOn => FieldSlot::Text(&mut self.erase_on.0),
            SheetPlace::Criteria => FieldSlot::Text(&mut self.criteria),
            SheetPlace::About(field) => self.about.slot(field),
            SheetPlace::Words(field) => self.words.slot(field),
            SheetPlace::Consent(field) => self.consents.slot(field),
            SheetPlace::Reply(field) => self.reply.slot(field),
            SheetPlace::Point(criterion, field) => {
                self.points.entry(criterion).or_default().slot(field)
            }
            SheetPlace::Step(id, field) => {
                let mut steps = self.steps.iter_mut();
                steps.find(|step| step.id == id)?.slot(field)
            }
        })
    }
}

/// Returns the lines of a text that say something.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    let lines = text.lines().map(str::trim);
    lines.filter(|line| !line.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::FieldKind;

    fn with_a_point_and_a_step() -> Sheet {
        let mut sheet = Sheet::default();
        let criterion = "cv-contacts".parse().unwrap();
        sheet.points.insert(criterion, Point::default());
        sheet.steps.push(Step::empty(ItemId(7)));
        sheet
    }

    #[test]
    fn what_is_written_at_a_place_stands_there_and_nowhere_else() {
        for written in with_a_point_and_a_step().places() {
            let mut sheet = with_a_point_and_a_step();
            match written.kind() {
                FieldKind::Flag => sheet.set_flag(written, true),
                _ => sheet.set_text(written, "Anna"),
            }
            for place in sheet.places() {
                let is_given = sheet.value(place).is_some_and(FieldValue::is_given);
                assert_eq!(is_given, place == written, "{place:?}");
            }
        }
    }

    #[test]
    fn only_the_four_levels_count() {
        let seen = |level: &str| {
            let level = level.to_owned();
            let point = Point {
                level,
                ..Point::default()
            };
            point.seen()
        };
        assert_eq!(seen("0"), Some(0));
        assert_eq!(seen("3"), Some(3));
        for none in ["", "4", "-1", "due"] {
            assert_eq!(seen(none), None);
        }
    }

    #[test]
    fn only_the_assessors_copy_is_ever_to_be_erased() {
        let today = "23/11/2026".parse().unwrap();
        let mut sheet = Sheet::default();
        sheet.erase_on.0 = "22/11/2026".to_owned();
        assert!(!sheet.is_overdue(today));
        sheet.role = SheetRole::Assessor.code().to_owned();
        assert!(sheet.is_overdue(today));
        assert!(!sheet.to_hand_over().is_overdue(today));
        // On the day itself the assessor may still be at work.
        sheet.erase_on.0 = "23/11/2026".to_owned();
        assert!(!sheet.is_overdue(today));
        sheet.erase_on.0 = "domani".to_owned();
        assert!(!sheet.is_overdue(today));
    }
}
