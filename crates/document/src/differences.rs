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

/// Returns what differs, in order; runs that touch are one.
pub(crate) fn differences(old: &[u32], new: &[u32]) -> Vec<Difference> {
    let mut found: Vec<Difference> = Vec::new();
    for operation in capture_diff_slices(Algorithm::Myers, old, new) {
        if matches!(operation, DiffOp::Equal { .. }) {
            continue;
        }
        let (old, new) = (operation.old_range(), operation.new_range());
        match found.last_mut() {
            Some(last) if last.old.end == old.start && last.new.end == new.start => {
                last.old.end = old.end;
                last.new.end = new.end;
            }
            _ => found.push(Difference { old, new }),
        }
    }
    found
}
