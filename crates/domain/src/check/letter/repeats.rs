//! What a letter says word for word as the CV does. It has the CV beside it: it should say what is not
//! there.

use super::{LetterFinding, body};
use crate::Cv;
use crate::check::words::words;
use crate::check::{CheckContext, CheckFinding, CheckRule};
use crate::letter::Letter;
use std::collections::BTreeSet;
use std::ops::Range;

/// So many words in a row are no chance.
const ROW: usize = 6;

pub(super) fn repeats_cv(letter: &Letter, cv: &Cv, _: &CheckContext) -> Vec<LetterFinding> {
    let rows = rows_of(cv);
    let texts = body(letter).into_iter();
    texts
        .filter_map(|(place, text)| {
            let range = longest_repeated(text, &rows)?;
            let words = text
                .get(range.clone())
                .unwrap_or_default()
                .replace('\n', " ");
            let finding = CheckFinding::new(CheckRule::RepeatsCv, place, text);
            Some(finding.at(range).with_text("words", words))
        })
        .collect()
}

/// Returns every row of so many words in the long texts of a CV.
fn rows_of(cv: &Cv) -> BTreeSet<Vec<String>> {
    let mut texts: Vec<&str> = vec![&cv.profile, &cv.hobbies];
    texts.extend(cv.experience.iter().map(|entry| entry.description.as_str()));
    texts.extend(cv.education.iter().map(|entry| entry.description.as_str()));
    texts.extend(cv.own_sections.iter().map(|entry| entry.text.as_str()));
    let mut rows = BTreeSet::new();
    for text in texts {
        let folded: Vec<String> = words(text).into_iter().map(|word| word.folded).collect();
        rows.extend(folded.windows(ROW).map(<[String]>::to_vec));
    }
    rows
}

/// Returns the longest piece of a text that stands in the CV.
fn longest_repeated(text: &str, rows: &BTreeSet<Vec<String>>) -> Option<Range<usize>> {
    let words = words(text);
    let folded: Vec<String> = words.iter().map(|word| word.folded.clone()).collect();
    let is_repeated: Vec<bool> = folded.windows(ROW).map(|row| rows.contains(row)).collect();
    let mut longest: Option<Range<usize>> = None;
    let mut start = None;
    for (at, repeated) in is_repeated.iter().chain([&false]).enumerate() {
        match (repeated, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                let last = at + ROW - 2;
                if longest
                    .as_ref()
                    .is_none_or(|found| found.len() < last - from)
                {
                    longest = Some(from..last);
                }
                start = None;
            }
            _ => {}
        }
    }
    let found = longest?;
    Some(words.get(found.start)?.range.start..words.get(found.end)?.range.end)
}
