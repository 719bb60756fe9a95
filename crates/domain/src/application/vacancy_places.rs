//! Towns in the middle of a vacancy's text, known by what stands beside them.

use crate::application::vacancy_names::is_one_line;
use crate::application::vacancy_text::proposal;
use crate::application::{Proposal, ProposalRule, VacancyField};
use crate::check::words::{Word, words};

/// Small words within the names of towns: `Castiglione delle Stiviere`.
const WITHIN_TOWNS: [&str; 11] = [
    "del", "della", "delle", "dei", "degli", "dell", "dall", "de", "d", "nell", "sul",
];

fn is_of_town(word: &Word) -> bool {
    word.is_capitalised || WITHIN_TOWNS.contains(&word.folded.as_str())
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
    let mut start = before.len();
    while let Some(word) = start.checked_sub(1).and_then(|at| before.get(at)) {
        let is_joined = before
            .get(start)
            .is_none_or(|next| is_one_line(text, word, next));
        if before.len() - start >= 5 || !is_joined || !is_of_town(word) {
            break;
        }
        start -= 1;
    }
    let mut town = before.get(start..)?.iter();
    let first = town.find(|word| word.is_capitalised)?;
    let range = first.range.start..open + 4;
    proposal(text, VacancyField::Place, range, ProposalRule::Province)
}

/// Words before a town, the surer ones first.
const BEFORE_TOWN: [&[&str]; 10] = [
    &["sede", "di"],
    &["sede", "a"],
    &["zona"],
    &["zona", "di"],
    &["vicino", "a"],
    &["pressi", "di"],
    &["vicinanze", "di"],
    &["centro", "di"],
    &["a"],
    &["in"],
];

/// Words after which `a` leads to a person, and no town.
const BEFORE_PERSON: [&str; 8] = [
    "scrivere",
    "scrivi",
    "inviare",
    "rivolgersi",
    "telefonare",
    "curriculum",
    "cv",
    "candidatura",
];

/// `a Viadana`, `in zona Mantova`: a word with a capital behind words that lead to a place.
pub(super) fn in_town(text: &str) -> Option<Proposal> {
    let words = words(text);
    BEFORE_TOWN
        .iter()
        .find_map(|row| (0..words.len()).find_map(|at| town_behind(text, &words, at, row)))
}

fn town_behind(text: &str, words: &[Word], at: usize, row: &[&str]) -> Option<Proposal> {
    let leading = words.get(at..at + row.len())?;
    // In a text of capitals every word has one.
    let fits = |(word, wanted): (&Word, &&str)| word.folded == **wanted && !word.is_capitalised;
    let before = at.checked_sub(1).and_then(|before| words.get(before));
    let to_person = before.is_some_and(|word| BEFORE_PERSON.contains(&word.folded.as_str()));
    if to_person || !leading.iter().zip(row).all(fits) {
        return None;
    }
    let mut last = leading.last()?;
    let rest = words.get(at + row.len()..)?;
    let first = rest.first()?;
    let is_country = matches!(first.folded.as_str(), "italia" | "europa");
    if !first.is_capitalised || is_country || !is_one_line(text, last, first) {
        return None;
    }
    let mut end = first.range.end;
    for word in rest.iter().take(4) {
        if !is_of_town(word) || !is_one_line(text, last, word) {
            break;
        }
        last = word;
        if word.is_capitalised {
            end = word.range.end;
        }
    }
    let range = first.range.start..end;
    proposal(text, VacancyField::Place, range, ProposalRule::Words)
}
