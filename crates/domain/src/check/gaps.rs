//! Months of which a CV says nothing. Care of the family, volunteering and school count like work.

use super::days::{first_month, last_month};
use super::periods::is_written;
use super::{CheckContext, CheckFinding, CheckRule};
use crate::{Cv, CvPlace, ExperienceField, ItemId, PartialDate};

/// Months that nobody asks about.
const USUAL_MONTHS: i32 = 6;
/// What is longer ago than this many months interests no employer.
const FORGOTTEN_AFTER_MONTHS: i32 = 120;

/// A period, as wide as its dates allow.
#[derive(Debug, Clone, Copy)]
struct Span {
    from: i32,
    to: i32,
    start: Option<PartialDate>,
    end: Option<PartialDate>,
    /// The experience it is; none for school.
    experience: Option<ItemId>,
}

/// Looks for gaps between experiences, and from the last one to today. Where a date is missing or not
/// understood, nothing is known and nothing said.
pub(super) fn gaps(cv: &Cv, context: &CheckContext) -> Vec<CheckFinding> {
    let today = first_month(context.today);
    let Some(mut spans) = experiences(cv, today) else {
        return Vec::new();
    };
    let Some(first) = spans.iter().map(|span| span.from).min() else {
        return Vec::new();
    };
    spans.extend(
        schools(cv, today)
            .into_iter()
            .filter(|span| span.to >= first),
    );
    spans.sort_by_key(|span| (span.from, span.to));
    let mut findings = Vec::new();
    let mut latest: Option<Span> = None;
    for span in spans {
        if let Some(before) = latest {
            findings.extend(gap(&before, Some(&span), span.from, today));
        }
        latest = Some(latest.filter(|before| before.to >= span.to).unwrap_or(span));
    }
    findings.extend(latest.and_then(|last| gap(&last, None, today, today)));
    findings
}

fn gap(before: &Span, after: Option<&Span>, until: i32, today: i32) -> Option<CheckFinding> {
    let months = until - before.to - 1;
    if months <= USUAL_MONTHS || today - until > FORGOTTEN_AFTER_MONTHS {
        return None;
    }
    let end = before.end?;
    // A gap after school ends where the next experience begins, and the other way round.
    let after_place = after.and_then(|span| Some((span.experience?, ExperienceField::Start)));
    let before_place = before.experience.map(|item| (item, ExperienceField::End));
    let (item, field) = after_place.or(before_place)?;
    let start = after.and_then(|span| span.start);
    let text = format!(
        "{end} {}",
        start.map(|date| date.to_string()).unwrap_or_default()
    );
    let place = CvPlace::Experience(item, field);
    let finding = CheckFinding::new(CheckRule::Gap, place, &text).with_date("from", end);
    Some(finding.with_number("months", usize::try_from(months).ok()?))
}

/// Returns every experience as a span; none if one of them has no readable date.
fn experiences(cv: &Cv, today: i32) -> Option<Vec<Span>> {
    let written = cv.experience.iter().filter(|entry| is_written(entry));
    written
        .map(|entry| {
            let start = entry.start.parse().ok()?;
            let end = entry.end.parse().ok().filter(|_| !entry.current);
            if end.is_none() && !entry.current {
                return None;
            }
            Some(Span {
                from: first_month(start),
                to: end.map_or(today, last_month),
                start: Some(start),
                end,
                experience: Some(entry.id),
            })
        })
        .collect()
}

/// A school of which only the end is told takes up its last year.
fn schools(cv: &Cv, today: i32) -> Vec<Span> {
    let entries = cv.education.iter();
    entries
        .filter_map(|entry| {
            let start = entry.start.parse().ok();
            let end = entry.end.parse().ok().filter(|_| !entry.current);
            let first = start.or(end)?;
            let from = first_month(first);
            Some(Span {
                from: if start.is_some() { from } else { from - 11 },
                to: match (end, entry.current) {
                    (Some(end), _) => last_month(end),
                    (None, true) => today,
                    (None, false) => last_month(first),
                },
                start,
                end,
                experience: None,
            })
        })
        .collect()
}
