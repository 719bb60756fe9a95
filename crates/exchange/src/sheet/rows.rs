//! What of a sheet travels: rows of a name and a text. Names are given out once, for ever; a reader passes over
//! those that it does not know. Whose copy it is, and when it is to be erased, never travels.

use crate::codes::Row;
use approdo_domain::sheet::{
    AboutField, ConsentField, PointField, ReplyField, Sheet, SheetPlace, SheetRole, Step,
    StepField, WordsField,
};
use approdo_domain::{FieldValue, ItemId};
use std::collections::BTreeMap;

/// How many steps of a plan are read.
const MOST_STEPS: usize = 100;
/// How many criteria are read.
const MOST_POINTS: usize = 300;
/// How a flag that is set is written.
const YES: &str = "1";

/// Returns what is written in a sheet.
pub fn write(sheet: &Sheet) -> Vec<Row> {
    let numbers: BTreeMap<ItemId, usize> = (sheet.steps.iter().enumerate())
        .map(|(number, step)| (step.id, number))
        .collect();
    let number = |id: ItemId| numbers.get(&id).copied().unwrap_or_default();
    let rows = sheet.places().into_iter().filter_map(|place| {
        let name = name(place, number)?;
        let text = match sheet.value(place)? {
            FieldValue::Text(text) => text,
            FieldValue::Flag(true) => YES,
            FieldValue::Flag(false) => "",
        };
        (!text.is_empty()).then(|| (name, text.to_owned()))
    });
    rows.collect()
}

/// Reads a sheet; its steps get identities from `first_id` on.
pub fn read(rows: &[Row], first_id: u64) -> Sheet {
    let mut sheet = Sheet {
        role: SheetRole::Candidate.code().to_owned(),
        ..Sheet::default()
    };
    let id = |number: usize| ItemId(first_id.wrapping_add(number as u64));
    let last = rows.iter().filter_map(|(name, _)| step_of(name)).max();
    let steps = last.map_or(0, |(number, _)| number + 1);
    sheet.steps = (0..steps).map(|number| Step::empty(id(number))).collect();
    let mut singles: BTreeMap<String, SheetPlace> = BTreeMap::new();
    for place in SheetPlace::single_places() {
        singles.extend(name(place, |_| 0).map(|name| (name, place)));
    }
    for (name, text) in rows {
        let step = || {
            let (number, field) = step_of(name)?;
            Some(SheetPlace::Step(id(number), field))
        };
        let single = singles.get(name).copied();
        match single.or_else(|| point_of(name)).or_else(step) {
            Some(SheetPlace::Point(criterion, _))
                if sheet.points.len() >= MOST_POINTS && !sheet.points.contains_key(&criterion) => {}
            Some(place @ SheetPlace::Step(_, StepField::Done)) => {
                sheet.set_flag(place, text == YES);
            }
            Some(place) => sheet.set_text(place, text),
            None => {}
        }
    }
    sheet.points.retain(|_, point| point.is_given());
    sheet
}

/// Returns the name of a place; none of what does not travel. `number` counts the steps from zero.
fn name(place: SheetPlace, number: impl Fn(ItemId) -> usize) -> Option<String> {
    Some(match place {
        SheetPlace::Role | SheetPlace::EraseOn | SheetPlace::Criteria => return None,
        SheetPlace::Source => "source".to_owned(),
        SheetPlace::About(field) => format!("about.{}", about(field)),
        SheetPlace::Words(field) => format!("words.{}", words(field)),
        SheetPlace::Consent(field) => format!("consent.{}", consent(field)),
        SheetPlace::Reply(field) => format!("reply.{}", reply(field)),
        SheetPlace::Point(criterion, field) => format!("{}.{criterion}", point(field)),
        SheetPlace::Step(id, field) => format!("step.{}.{}", number(id), step(field)),
    })
}

fn point_of(name: &str) -> Option<SheetPlace> {
    let (word, criterion) = name.split_once('.')?;
    let mut fields = PointField::ALL.into_iter();
    let field = fields.find(|field| point(*field) == word)?;
    Some(SheetPlace::Point(criterion.parse().ok()?, field))
}

fn step_of(name: &str) -> Option<(usize, StepField)> {
    let (number, word) = name.strip_prefix("step.")?.split_once('.')?;
    let number = number.parse().ok()?;
    let mut fields = StepField::ALL.into_iter();
    let field = fields.find(|field| step(*field) == word)?;
    (number < MOST_STEPS).then_some((number, field))
}

fn about(field: AboutField) -> &'static str {
    match field {
        AboutField::Candidate => "candidate",
        AboutField::Occupation => "occupation",
        AboutField::Assessor => "assessor",
        AboutField::Body => "body",
        AboutField::Date => "date",
    }
}

fn words(field: WordsField) -> &'static str {
    match field {
        WordsField::Strengths => "strengths",
        WordsField::FirstChange => "first-change",
        WordsField::Training => "training",
        WordsField::Notes => "notes",
    }
}

fn consent(field: ConsentField) -> &'static str {
    match field {
        ConsentField::Cv => "cv",
        ConsentField::Desk => "desk",
        ConsentField::Parent => "parent",
    }
}

fn reply(field: ReplyField) -> &'static str {
    match field {
        ReplyField::FirstChange => "first-change",
        ReplyField::Whole => "whole",
    }
}

fn point(field: PointField) -> &'static str {
    match field {
        PointField::Level => "level",
        PointField::Note => "note",
        PointField::Answer => "answer",
    }
}

fn step(field: StepField) -> &'static str {
    match field {
        StepField::What => "what",
        StepField::By => "by",
        StepField::Done => "done",
    }
}
