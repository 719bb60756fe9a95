//! What differs between two rows of numbers. Letters and words both become numbers first, so that
//! the library's algorithm stands in the client only once: it is large.

use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::ops::Range;

/// A run that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Difference {
    /// Where in the old row; empty for what was put in.
    pub(crate) old: Range<usize>,
    /// Where in the new row; empty for what was left out.
    pub(crate) new: Range<usize>,
}

/// Returns what differs, in order; between two runs something is the same.
pub(crate) fn differences(old: &[u32], new: &[u32]) -> Vec<Difference> {
    // What was left out and put in at one place the library already tells as one operation.
    capture_diff_slices(Algorithm::Myers, old, new)
        .into_iter()
        .filter(|operation| !matches!(operation, DiffOp::Equal { .. }))
        .map(|operation| Difference {
            old: operation.old_range(),
            new: operation.new_range(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn changes_apart_from_each_other_stay_apart() {
        let found = differences(&[1, 2, 3, 4, 5], &[9, 2, 3, 4, 8]);
        let places: Vec<Range<usize>> = found.into_iter().map(|found| found.old).collect();
        assert_eq!(places, [0..1, 4..5]);
    }

    proptest! {
        #[test]
        fn between_two_differences_something_is_the_same(
            old in proptest::collection::vec(0u32..4, 0..12),
            new in proptest::collection::vec(0u32..4, 0..12),
        ) {
            for pair in differences(&old, &new).windows(2) {
                let same = (pair[0].old.end..pair[1].old.start, pair[0].new.end..pair[1].new.start);
                prop_assert!(!same.0.is_empty());
                prop_assert_eq!(&old[same.0], &new[same.1]);
            }
        }
    }
}
