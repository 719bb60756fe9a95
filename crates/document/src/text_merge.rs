//! Merging concurrent texts word by word against their common ancestor.
//!
//! A paragraph is one line, so merging by lines would not serve. The result is a view: it is never
//! stored unasked.

use similar::{DiffOp, TextDiff};

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
    let mut changes: Vec<Change> = versions
        .iter()
        .flat_map(|version| changes_between(ancestor, version))
        .collect();
    changes.sort();
    changes.dedup();
    if changes.windows(2).any(|pair| pair[0].touches(&pair[1])) {
        return None;
    }
    // Split as the changes were, so that positions agree.
    let split = TextDiff::from_words(ancestor, "");
    let words: Vec<&str> = split.iter_old_slices().collect();
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

fn changes_between(ancestor: &str, version: &str) -> Vec<Change> {
    let diff = TextDiff::from_words(ancestor, version);
    let new_words: Vec<&str> = diff.iter_new_slices().collect();
    let mut changes: Vec<Change> = Vec::new();
    for operation in diff.ops() {
        if matches!(operation, DiffOp::Equal { .. }) {
            continue;
        }
        let old = operation.old_range();
        let replacement = new_words[operation.new_range()].concat();
        match changes.last_mut() {
            Some(last) if last.end == old.start => {
                last.end = old.end;
                last.replacement.push_str(&replacement);
            }
            _ => changes.push(Change {
                start: old.start,
                end: old.end,
                replacement,
            }),
        }
    }
    changes
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
