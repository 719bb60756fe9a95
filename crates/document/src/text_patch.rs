//! A change to a text as the pieces that differ: small on the wire, exact on its base.
//!
//! Merging of concurrent texts is in `text_merge`.

use crate::differences::differences;
use serde::{Deserialize, Serialize};

/// A change to one known text.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct TextPatch(Vec<Piece>);

/// One difference, after `keep` unchanged bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Piece {
    /// Bytes to keep before the difference.
    keep: u32,
    /// Bytes of the old text to leave out.
    delete: u32,
    /// Text to put in.
    insert: String,
}

impl TextPatch {
    /// Returns the change that makes `new` out of `old`.
    pub fn between(old: &str, new: &str) -> TextPatch {
        let old_letters: Vec<u32> = old.chars().map(u32::from).collect();
        let new_letters: Vec<u32> = new.chars().map(u32::from).collect();
        let old_starts = starts(old);
        let new_starts = starts(new);
        let mut pieces = Vec::new();
        let mut kept_to = 0;
        for difference in differences(&old_letters, &new_letters) {
            let (from, to) = (
                old_starts[difference.old.start],
                old_starts[difference.old.end],
            );
            let inserted = new_starts[difference.new.start]..new_starts[difference.new.end];
            pieces.push(Piece {
                keep: length(from - kept_to),
                delete: length(to - from),
                insert: new[inserted].to_owned(),
            });
            kept_to = to;
        }
        TextPatch(pieces)
    }

    /// Returns about how many bytes the patch takes on the wire.
    pub fn encoded_length(&self) -> usize {
        // Two lengths and the size of the text take up to two bytes each in texts of usual size.
        self.0.iter().map(|piece| piece.insert.len() + 6).sum()
    }

    /// Makes the new text out of the base, or none if this is not the text the patch was made for.
    pub fn apply(&self, base: &str) -> Option<String> {
        let mut text = String::with_capacity(base.len());
        let mut rest = base;
        for piece in &self.0 {
            let (kept, after) = rest.split_at_checked(usize::try_from(piece.keep).ok()?)?;
            let (_, after) = after.split_at_checked(usize::try_from(piece.delete).ok()?)?;
            text.push_str(kept);
            text.push_str(&piece.insert);
            rest = after;
        }
        text.push_str(rest);
        Some(text)
    }
}

/// Returns where each character begins, and where the text ends, in bytes.
fn starts(text: &str) -> Vec<usize> {
    text.char_indices()
        .map(|(start, _)| start)
        .chain([text.len()])
        .collect()
}

/// Lengths beyond 4 GiB do not occur: a request is limited to far less.
fn length(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_patch_makes_exactly_the_new_text(old in "[abè \n]{0,40}", new in "[abè \n]{0,40}") {
            prop_assert_eq!(TextPatch::between(&old, &new).apply(&old), Some(new));
        }

        #[test]
        fn a_patch_on_a_foreign_text_never_panics(
            old in ".{0,20}", new in ".{0,20}", other in ".{0,20}",
        ) {
            let _ = TextPatch::between(&old, &new).apply(&other);
        }
    }

    #[test]
    fn typing_at_the_end_of_a_long_text_costs_only_what_was_typed() {
        let old = "Ho lavorato in magazzino per tre anni. ".repeat(20);
        let new = format!("{old}Patentino.");
        let bytes = postcard::to_allocvec(&TextPatch::between(&old, &new)).unwrap();
        assert!(bytes.len() < 20, "{} bytes", bytes.len());
    }
}
