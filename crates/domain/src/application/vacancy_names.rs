//! Companies, towns and days in the middle of a vacancy's text, known by what stands beside them.

use crate::PartialDate;
use crate::application::vacancy_text::{labelled, proposal};
use crate::application::{Proposal, ProposalRule, VacancyField};
use crate::check::words::{Word, words};
use crate::legal_form::legal_form;

const DEADLINE_LABELS: &[&str] = &[
    "scadenza",
    "scadenza offerta",
    "data di scadenza",
    "deadline",
    "closing date",
    "scade il",
];

/// Words before a deadline.
const BEFORE_DEADLINE: [&[&str]; 7] = [
    &["entro", "il"],
    &["entro", "e", "non", "oltre", "il"],
    &["fino", "al"],
    &["entro", "l"],
    &["by"],
    &["before"],
    &["until"],
];
/// `Rossi Trasporti S.r.l.`: the words with a capital before the legal form, and the form.
pub(super) fn named(text: &str) -> Option<Proposal> {
    let words = words(text);
    (0..words.len()).find_map(|at| {
        let length = legal_form(&words, at)?;
        let before = words.get(..at)?;
        let is_of_name =
            |word: &&Word| word.is_capitalised || matches!(word.folded.as_str(), "e" | "di");
        let count = before.iter().rev().take_while(is_of_name).count().min(5);
        let mut name = before.get(at - count..)?;
        while let Some((first, rest)) = name.split_first() {
            // A sentence before the name, and its small words, are not of it.
            let is_apart = rest.iter().any(|word| word.begins_sentence);
            if is_apart || !first.is_capitalised {
                name = rest;
            } else {
                break;
            }
        }
        let start = name.first()?.range.start;
        let end = words.get(at + length - 1)?.range.end;
        let has_stop = text.get(end..).is_some_and(|rest| rest.starts_with('.')) && length > 1;
        let range = start..end + usize::from(has_stop);
        proposal(text, VacancyField::Company, range, ProposalRule::LegalForm)
    })
}

/// `a Casalmaggiore (CR)`: the words with a capital before two capitals between brackets.
pub(super) fn with_province(text: &str) -> Option<Proposal> {
    let open = text.match_indices('(').find(|(at, _)| {
        let code = text.get(at + 1..at + 4).unwrap_or_default();
        let mut signs = code.chars();
        code.ends_with(')') && signs.by_ref().take(2).all(|sign| sign.is_ascii_uppercase())
    });
    let (open, _) = open?;
    let before = words(text.get(..open)?);
    let count = before
        .iter()
        .rev()
        .take_while(|word| word.is_capitalised)
        .count()
        .min(4);
    let first = before.get(before.len() - count..)?.first()?;
    let range = first.range.start..open + 4;
    proposal(text, VacancyField::Place, range, ProposalRule::Province)
}

pub(super) fn deadline(text: &str) -> Option<Proposal> {
    let labelled = labelled(text, VacancyField::Deadline, DEADLINE_LABELS);
    if let Some(found) = labelled.filter(|found| found.value.parse::<PartialDate>().is_ok()) {
        return Some(found);
    }
    let words = words(text);
    let starts = |at: usize, pattern: &[&str]| {
        let mut pattern = pattern.iter().enumerate();
        pattern.all(|(offset, wanted)| {
            words
                .get(at + offset)
                .is_some_and(|word| word.folded == **wanted)
        })
    };
    (0..words.len()).find_map(|at| {
        let pattern = BEFORE_DEADLINE.iter().find(|pattern| starts(at, pattern))?;
        let first = words.get(at + pattern.len())?;
        let last = words.get(at + pattern.len() + 2)?;
        let range = first.range.start..last.range.end;
        let date: PartialDate = text.get(range.clone())?.parse().ok()?;
        date.day?;
        proposal(text, VacancyField::Deadline, range, ProposalRule::Words)
    })
}
