//! The words of a finding: why it matters, an example. Which words belong to which rule is in
//! `i18n::check_words`.

use super::field_facts::field_id;
use super::field_place::FieldPlace;
use crate::i18n::{check_words, format, month_name, text};
use approdo_domain::PartialDate;
use approdo_domain::check::{CheckFinding, CheckValue};

/// Returns why a finding matters, and what to do.
pub fn reason<P>(finding: &CheckFinding<P>) -> String {
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
pub fn example<P>(finding: &CheckFinding<P>) -> String {
    text(check_words(finding.rule).1)
}

/// Returns the `id` of a finding's heading, for one finding at a time.
pub fn finding_id<P: FieldPlace>(finding: &CheckFinding<P>) -> String {
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
