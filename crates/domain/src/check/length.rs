//! The length of the whole CV, and the size of its print.

use super::days::first_month;
use super::words::count_words;
use super::{CheckContext, CheckFinding, CheckRule};
use crate::{Cv, CvPlace, ExperienceField};

/// Pages that a reader has time for.
const PAGES: usize = 2;
/// Months of work after which more pages are right.
const LONG_CAREER_MONTHS: i32 = 15 * 12;
/// Words below which an employer learns nothing.
const TOO_FEW_WORDS: usize = 40;

/// Below this many hundredths of a point print is tiring, for who reads a pile of CVs.
const SMALL_PRINT: u32 = 1000;

pub(super) fn length(cv: &Cv, context: &CheckContext) -> Vec<CheckFinding> {
    let length = too_long(cv, context).or_else(|| too_short(cv));
    length.into_iter().chain(small_print(cv, context)).collect()
}

/// Print becomes smaller only where all has to stand on one page: again there is most to shorten in the
/// longest experience.
fn small_print(cv: &Cv, context: &CheckContext) -> Option<CheckFinding> {
    context.print_size.filter(|size| *size < SMALL_PRINT)?;
    let place = longest_text(cv);
    Some(CheckFinding::new(CheckRule::SmallPrint, place, ""))
}

fn longest_text(cv: &Cv) -> CvPlace {
    let longest = cv
        .experience
        .iter()
        .max_by_key(|entry| entry.description.len());
    longest.map_or(CvPlace::Profile, |entry| {
        CvPlace::Experience(entry.id, ExperienceField::Description)
    })
}

/// Points at the longest experience: there is most to shorten.
fn too_long(cv: &Cv, context: &CheckContext) -> Option<CheckFinding> {
    let pages = context.pages.filter(|pages| *pages > PAGES)?;
    let starts = cv
        .experience
        .iter()
        .filter_map(|entry| entry.start.parse().ok());
    let first = starts.map(first_month).min();
    let months = first.map_or(0, |first| first_month(context.today) - first);
    if months > LONG_CAREER_MONTHS {
        return None;
    }
    let place = longest_text(cv);
    let finding = CheckFinding::new(CheckRule::CvTooLong, place, &pages.to_string());
    Some(finding.with_number("pages", pages))
}

fn too_short(cv: &Cv) -> Option<CheckFinding> {
    let mut texts: Vec<&str> = vec![&cv.profile, &cv.hobbies, &cv.digital.tools];
    texts.extend(cv.experience.iter().flat_map(|entry| {
        [
            entry.role.as_str(),
            entry.employer.as_str(),
            entry.description.as_str(),
        ]
    }));
    texts.extend(cv.education.iter().flat_map(|entry| {
        let (school, more) = (entry.school.as_str(), entry.description.as_str());
        [entry.qualification.as_str(), school, more]
    }));
    texts.extend(cv.skills.iter().map(|entry| entry.name.as_str()));
    texts.extend(cv.certificates.iter().map(|entry| entry.name.as_str()));
    texts.extend(cv.own_sections.iter().map(|entry| entry.text.as_str()));
    let count: usize = texts.into_iter().map(count_words).sum();
    if count >= TOO_FEW_WORDS {
        return None;
    }
    let finding = CheckFinding::new(CheckRule::CvTooShort, CvPlace::Profile, &count.to_string());
    Some(finding.with_number("count", count))
}
