//! Companies and days in the middle of a vacancy's text, known by what stands beside them.

use crate::PartialDate;
use crate::application::vacancy_text::{ANNOUNCING, labelled, proposal};
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

/// Sorts of businesses that a name may follow.
const BUSINESSES: [&str; 30] = [
    "trattoria",
    "ristorante",
    "pizzeria",
    "osteria",
    "agriturismo",
    "hotel",
    "albergo",
    "bar",
    "gelateria",
    "pasticceria",
    "panificio",
    "supermercato",
    "cooperativa",
    "coop",
    "consorzio",
    "fondazione",
    "associazione",
    "azienda",
    "ditta",
    "impresa",
    "studio",
    "officina",
    "carrozzeria",
    "salumificio",
    "caseificio",
    "farmacia",
    "rsa",
    "clinica",
    "autotrasporti",
    "cantina",
];

/// Words between the sort of business and its name.
const BUSINESS_WORDS: [&str; 10] = [
    "agricola",
    "sociale",
    "edile",
    "artigiana",
    "commercialista",
    "tecnico",
    "legale",
    "medico",
    "dentistico",
    "pizzeria",
];

/// `la trattoria Da Gino`: what sort of business it is, and the words with a capital behind it.
pub(super) fn business(text: &str) -> Option<Proposal> {
    let words = words(text);
    words.iter().enumerate().find_map(|(at, sort)| {
        if !BUSINESSES.contains(&sort.folded.as_str()) {
            return None;
        }
        let rest = words.get(at + 1..)?;
        let is_described = |word: &&Word| BUSINESS_WORDS.contains(&word.folded.as_str());
        let described = rest.iter().take_while(is_described).count();
        let is_of_name = |word: &&Word| {
            word.is_capitalised
                && !word.begins_sentence
                && !ANNOUNCING.contains(&word.folded.as_str())
        };
        let named = rest.iter().skip(described).take_while(is_of_name);
        let count = named.take(4).count();
        let name = rest.get(..described + count).filter(|_| count > 0)?;
        let mut last = sort;
        for word in name {
            if !is_one_line(text, last, word) {
                break;
            }
            last = word;
        }
        let range = sort.range.start..last.range.end;
        // A sort of business alone is no name.
        let has_name = last.is_capitalised && last != sort;
        has_name.then(|| proposal(text, VacancyField::Company, range, ProposalRule::Business))?
    })
}

/// Tells whether only spaces and apostrophes stand between two words.
pub(super) fn is_one_line(text: &str, word: &Word, next: &Word) -> bool {
    let between = text.get(word.range.end..next.range.start);
    between.is_some_and(|between| {
        let mut signs = between.chars();
        signs.all(|sign| matches!(sign, ' ' | '\'' | '’'))
    })
}

/// The day until which one can apply.
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
