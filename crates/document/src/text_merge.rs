//! Merging concurrent texts word by word against their common ancestor.
//!
//! A paragraph is one line, so merging by lines would not serve. The result is a view: it is never
//! stored unasked.

use crate::differences::differences;
use crate::short_sort::sort_short;
use std::collections::BTreeMap;

/// A run of words of the ancestor that one version changed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Change {
    /// First word changed.
    start: usize,
    /// First word no longer changed.
    end: usize,
    /// What stands there instead.
    replacement: String,
}

impl Change {
    /// Tells whether two changes touch the same words, or the same gap between words.
    fn touches(&self, other: &Change) -> bool {
        self.start <= other.end && other.start <= self.end
    }
}

/// Merges versions of one ancestor; none if two of them changed the same words differently.
///
/// The result does not depend on the order of the versions.
pub(crate) fn merge_texts(ancestor: &str, versions: &[&str]) -> Option<String> {
    let words = words_of(ancestor);
    let mut changes: Vec<Change> = versions
        .iter()
        .flat_map(|version| changes_between(&words, version))
        .collect();
    sort_short(&mut changes, Change::cmp);
    changes.dedup();
    if changes.windows(2).any(|pair| pair[0].touches(&pair[1])) {
        return None;
    }
    let mut merged = String::new();
    let mut position = 0;
    for change in &changes {
        merged.extend(words.get(position..change.start)?.iter().copied());
        merged.push_str(&change.replacement);
        position = change.end;
    }
    merged.extend(words.get(position..)?.iter().copied());
    Some(merged)
}

fn changes_between(words: &[&str], version: &str) -> Vec<Change> {
    let new_words = words_of(version);
    let (old_numbers, new_numbers) = numbered(words, &new_words);
    differences(&old_numbers, &new_numbers)
        .into_iter()
        .map(|difference| Change {
            start: difference.old.start,
            end: difference.old.end,
            replacement: new_words[difference.new].concat(),
        })
        .collect()
}

/// Splits a text into words and the gaps between them.
pub(crate) fn words_of(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = 0;
    let mut in_gap = None;
    for (position, letter) in text.char_indices() {
        let is_gap = letter.is_whitespace();
        if in_gap.is_some_and(|before| before != is_gap) {
            words.push(&text[start..position]);
            start = position;
        }
        in_gap = Some(is_gap);
    }
    if start < text.len() {
        words.push(&text[start..]);
    }
    words
}

/// Gives the same number to the same word in both texts.
pub(crate) fn numbered<'a>(old: &[&'a str], new: &[&'a str]) -> (Vec<u32>, Vec<u32>) {
    let mut known: BTreeMap<&str, u32> = BTreeMap::new();
    let mut next = 0;
    let mut number = |word: &&'a str| {
        *known.entry(word).or_insert_with(|| {
            next += 1;
            next
        })
    };
    (
        old.iter().map(&mut number).collect(),
        new.iter().map(&mut number).collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    const ANCESTOR: &str = "Ho lavorato in magazzino per tre anni.";

    #[rstest]
    #[case::different_words(
        "Ho lavorato in un magazzino per tre anni.",
        "Ho lavorato in magazzino per quattro anni.",
        Some("Ho lavorato in un magazzino per quattro anni.")
    )]
    #[case::same_word(
        "Ho lavorato in magazzino per due anni.",
        "Ho lavorato in magazzino per quattro anni.",
        None
    )]
    #[case::same_change(
        "Ho lavorato in magazzino per due anni.",
        "Ho lavorato in magazzino per due anni.",
        Some("Ho lavorato in magazzino per due anni.")
    )]
    #[case::both_at_the_end(
        "Ho lavorato in magazzino per tre anni. Patente B.",
        "Ho lavorato in magazzino per tre anni. Muletto.",
        None
    )]
    fn two_versions(#[case] one: &str, #[case] other: &str, #[case] merged: Option<&str>) {
        assert_eq!(merge_texts(ANCESTOR, &[one, other]).as_deref(), merged);
        assert_eq!(merge_texts(ANCESTOR, &[other, one]).as_deref(), merged);
    }

    proptest! {
        #[test]
        fn one_version_merges_to_itself(ancestor in "[ab \n]{0,30}", version in "[ab \n]{0,30}") {
            prop_assert_eq!(merge_texts(&ancestor, &[&version]), Some(version));
        }

        #[test]
        fn the_order_of_versions_does_not_matter(
            ancestor in "[abc \n]{0,30}", one in "[abc \n]{0,30}",
            two in "[abc \n]{0,30}", three in "[abc \n]{0,30}",
        ) {
            let forward = merge_texts(&ancestor, &[&one, &two, &three]);
            let backward = merge_texts(&ancestor, &[&three, &two, &one]);
            prop_assert_eq!(forward, backward);
        }
    }
}
