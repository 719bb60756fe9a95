//! The words of a finding: where it is, why it matters, an example. Which words belong to which rule is in
//! `i18n::check_words`.

use super::entry_fields::first_field;
use super::field_facts::{field_facts, field_id};
use super::part::Part;
use crate::i18n::{check_words, format, month_name, text};
use crate::state::cv_editor::CvEditor;
use approdo_domain::check::{CheckFinding, CheckValue};
use approdo_domain::{CvPlace, PartialDate};

/// Returns why a finding matters, and what to do.
pub fn reason(finding: &CheckFinding) -> String {
    let values: Vec<(&str, String)> = finding
        .values
        .iter()
        .map(|(name, value)| (*name, value_words(value)))
        .collect();
    let values: Vec<(&str, &str)> = values
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    format(check_words(finding.rule).0, &values)
}

/// Returns an example for a finding.
pub fn example(finding: &CheckFinding) -> String {
    text(check_words(finding.rule).1)
}

/// Returns where a finding is: the part of the form, the entry's own name, the field.
pub fn place_words(editor: CvEditor, place: CvPlace) -> String {
    let part = Part::of(place).title();
    let entry = place.entry().map(|(section, item)| {
        let name = editor.shown(first_field(section, item));
        name.trim().to_owned()
    });
    let entry = entry.unwrap_or_default();
    let field = format(field_facts(place).label, &[("name", &entry)]);
    let mut pieces = vec![part, entry, field];
    pieces.dedup();
    pieces.retain(|piece| !piece.is_empty());
    pieces.join(" · ")
}

/// Returns the `id` of a finding's heading, for one finding at a time.
pub fn finding_id(finding: &CheckFinding) -> String {
    let key = finding.key();
    let place = field_id(key.place);
    format!("finding-{}-{place}-{:x}", key.rule.id(), key.text_hash)
}

fn value_words(value: &CheckValue) -> String {
    match value {
        CheckValue::Text(text) => text.clone(),
        CheckValue::Number(number) => number.to_string(),
        CheckValue::Date(date) => date_words(*date),
    }
}

fn date_words(date: PartialDate) -> String {
    let year = date.year.to_string();
    let month = date.month.map(month_name);
    let day = date.day.map(|day| day.to_string());
    let pieces = [day, month, Some(year)];
    pieces.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
