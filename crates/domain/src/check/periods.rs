//! The dates of experiences: whether they are there, in order, and not in the future. Jobs at the same
//! time are nobody's fault. Months without any are in `gaps`; an end before its beginning is marked at
//! the field by `validate`.

use super::{CheckContext, CheckFinding, CheckRule};
use crate::{Cv, CvPlace, DateText, EducationField, Experience, ExperienceField, PartialDate};

fn place(entry: &Experience, field: ExperienceField) -> CvPlace {
    CvPlace::Experience(entry.id, field)
}

/// Tells whether an experience was begun to be written.
pub(super) fn is_written(entry: &Experience) -> bool {
    [&entry.role, &entry.employer, &entry.description]
        .into_iter()
        .any(|text| !text.trim().is_empty())
}

pub(super) fn missing_dates(cv: &Cv, _: &CheckContext) -> Vec<CheckFinding> {
    let named = cv
        .experience
        .iter()
        .filter(|entry| !name_of(entry).is_empty());
    named
        .filter_map(|entry| {
            let missing = if entry.start.is_empty() {
                ExperienceField::Start
            } else if entry.end.is_empty() && !entry.current {
                ExperienceField::End
            } else {
                return None;
            };
            let finding = CheckFinding::new(CheckRule::MissingDates, place(entry, missing), "");
            Some(finding.with_text("name", name_of(entry)))
        })
        .collect()
}

/// Returns how an experience is called in the words of a finding.
pub(super) fn name_of(entry: &Experience) -> &str {
    let role = entry.role.trim();
    if role.is_empty() {
        entry.employer.trim()
    } else {
        role
    }
}

/// When something began and ended, as far as known; what goes on has no end.
#[derive(Debug, Clone, Copy)]
struct Dates {
    place: CvPlace,
    start: Option<PartialDate>,
    end: Option<PartialDate>,
    goes_on: bool,
}

fn dates(place: CvPlace, start: &DateText, end: &DateText, goes_on: bool) -> Dates {
    Dates {
        place,
        start: start.parse().ok(),
        end: end.parse().ok(),
        goes_on,
    }
}

/// Experience and education, newest first. One finding for each list: one step out of order shows it.
pub(super) fn order(cv: &Cv, _: &CheckContext) -> Vec<CheckFinding> {
    let experience: Vec<Dates> = cv
        .experience
        .iter()
        .map(|entry| {
            let place = place(entry, ExperienceField::Start);
            dates(place, &entry.start, &entry.end, entry.current)
        })
        .collect();
    let education: Vec<Dates> = cv
        .education
        .iter()
        .map(|entry| {
            let place = CvPlace::Education(entry.id, EducationField::End);
            dates(place, &entry.start, &entry.end, entry.current)
        })
        .collect();
    let lists = [experience, education];
    lists
        .iter()
        .filter_map(|list| first_out_of_order(list))
        .collect()
}

fn first_out_of_order(list: &[Dates]) -> Option<CheckFinding> {
    let known: Vec<&Dates> = list
        .iter()
        .filter(|dates| dates.start.or(dates.end).is_some())
        .collect();
    known.windows(2).find_map(|pair| {
        let [above, below] = pair else { return None };
        if !is_older(above, below) {
            return None;
        }
        let shown = below.end.filter(|_| !below.goes_on).or(below.start)?;
        // The date may be put off; another one there is another finding.
        let finding = CheckFinding::new(CheckRule::DateOrder, below.place, &shown.to_string());
        Some(finding.with_date("date", shown))
    })
}

/// Tells whether the first is older than the second however one looks at it. Jobs that overlap may
/// stand in either order.
fn is_older(first: &Dates, second: &Dates) -> bool {
    let ends_earlier = match (first.goes_on, second.goes_on) {
        (true, _) => Some(false),
        (false, true) => Some(true),
        (false, false) => first
            .end
            .zip(second.end)
            .map(|(one, two)| one.is_surely_before(two)),
    };
    let starts = first.start.zip(second.start);
    let starts_earlier = starts.map(|(one, two)| one.is_surely_before(two));
    match (ends_earlier, starts_earlier) {
        (Some(ends), Some(starts)) => ends && starts,
        (one, two) => one.or(two).unwrap_or(false),
    }
}

pub(super) fn in_future(cv: &Cv, context: &CheckContext) -> Vec<CheckFinding> {
    let future = |date: &DateText| {
        let date = date.parse().ok();
        date.filter(|date| context.today.is_surely_before(*date))
    };
    cv.experience
        .iter()
        .filter_map(|entry| {
            let start = future(&entry.start).map(|date| (ExperienceField::Start, date));
            let end = || {
                let end = future(&entry.end).filter(|_| !entry.current);
                end.map(|date| (ExperienceField::End, date))
            };
            let (field, date) = start.or_else(end)?;
            let at = place(entry, field);
            let finding = CheckFinding::new(CheckRule::DateInFuture, at, &date.to_string());
            Some(finding.with_date("date", date))
        })
        .collect()
}
