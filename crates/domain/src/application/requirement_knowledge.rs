//! Languages and experience that a vacancy asks for: known by the words around them.

use crate::CefrLevel;
use crate::application::requirement_words::{KNOWING, KNOWN, LANGUAGES, NO_EXPERIENCE, number_of};
use crate::application::{Requirement, RequirementKind};
use crate::check::words::Word;
use std::ops::Range;

/// A language is asked for where its level stands behind it, or words of knowing before or behind it.
pub(super) fn language(before: &[Word], words: &[Word]) -> Option<Requirement> {
    let name = words.first()?;
    let names = LANGUAGES
        .iter()
        .find(|names| names.contains(&name.folded.as_str()))?;
    let sentence = words.iter().enumerate().skip(1);
    let after = || {
        sentence
            .clone()
            .take_while(|(_, word)| !word.begins_sentence)
    };
    let level = after()
        .take(3)
        .find_map(|(at, word)| Some((at, word.folded.parse::<CefrLevel>().ok()?)));
    let is_known = |word: &Word| KNOWN.contains(&word.folded.as_str());
    let known = after().take(1).find(|(_, word)| is_known(word));
    let is_knowing = |word: &Word| KNOWING.contains(&word.folded.as_str());
    let near = before.get(before.len().saturating_sub(3)..)?;
    let knowing = near
        .iter()
        .find(|word| is_knowing(word) && !name.begins_sentence);
    if level.is_none() && knowing.is_none() && known.is_none() {
        return None;
    }
    let last = level.map(|(at, _)| at).or(known.map(|(at, _)| at));
    let end = words.get(last.unwrap_or_default())?.range.end;
    let knowing = knowing.filter(|_| last.is_none());
    let start = knowing.map_or(name.range.start, |word| word.range.start);
    Some(Requirement {
        kind: RequirementKind::Language(*names, level.map(|(_, level)| level)),
        range: start..end,
    })
}

/// `esperienza di almeno 2 anni`, `almeno due anni di esperienza`; not `anche senza esperienza`.
pub(super) fn experience(before: &[Word], words: &[Word]) -> Option<Requirement> {
    let word = words.first()?;
    if !matches!(word.folded.as_str(), "esperienza" | "experience") {
        return None;
    }
    let near_before = match word.begins_sentence {
        true => &[],
        false => before.get(before.len().saturating_sub(4)..)?,
    };
    let after = words.iter().skip(1).take(6);
    let ends = after.take_while(|word| !word.begins_sentence).count() + 1;
    let near_after = words.get(..ends)?;
    let is_not_asked = |word: &Word| NO_EXPERIENCE.contains(&word.folded.as_str());
    if near_before.iter().rev().take(3).any(is_not_asked)
        || near_after.iter().take(4).any(is_not_asked)
    {
        return None;
    }
    let years = years_in(near_before).or_else(|| years_in(near_after));
    let said = years.as_ref().map_or(&word.range, |(_, range)| range);
    Some(Requirement {
        kind: RequirementKind::Experience(years.as_ref().map(|(years, _)| *years)),
        range: said.start.min(word.range.start)..said.end.max(word.range.end),
    })
}

/// `2 anni`, `due anni`, `triennale`; of `2-3 anni` the two.
fn years_in(words: &[Word]) -> Option<(usize, Range<usize>)> {
    let is_unit = |word: &Word| matches!(word.folded.as_str(), "anni" | "anno" | "years" | "year");
    words.iter().enumerate().find_map(|(at, word)| {
        let number = number_of(&word.folded)?;
        if word.folded.ends_with("ennale") {
            return Some((number, word.range.clone()));
        }
        let mut next = words.iter().skip(at + 1).take(2);
        let unit = match next.next()? {
            unit if is_unit(unit) => unit,
            upper if number_of(&upper.folded).is_some() => {
                next.next().filter(|unit| is_unit(unit))?
            }
            _ => return None,
        };
        Some((number, word.range.start..unit.range.end))
    })
}
