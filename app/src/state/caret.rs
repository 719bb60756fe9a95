//! Where the caret stands after a text under it changed: what the person sees around it stays put.

/// Returns the new place of a caret, in UTF-16 units as browsers count.
pub fn moved_caret(old: &str, new: &str, caret: u32) -> u32 {
    let old: Vec<u16> = old.encode_utf16().collect();
    let new: Vec<u16> = new.encode_utf16().collect();
    let caret = usize::try_from(caret).unwrap_or(usize::MAX).min(old.len());
    let same_before = old.iter().zip(&new).take_while(|(one, other)| one == other);
    let before = same_before.count();
    let moved = if caret <= before {
        caret
    } else {
        let rest = old.len().min(new.len()) - before;
        let same_after = old.iter().rev().zip(new.iter().rev()).take(rest);
        let after = same_after.take_while(|(one, other)| one == other).count();
        let from_end = (old.len() - caret).min(after);
        new.len() - from_end
    };
    u32::try_from(moved).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case::words_added_before("tre anni", "da tre anni", 8, 11)]
    #[case::words_added_after("tre anni", "tre anni a Crema", 3, 3)]
    #[case::word_removed_before("da tre anni", "tre anni", 11, 8)]
    #[case::emoji_counts_twice("😀 si", "😀 così", 3, 3)]
    fn the_caret_stays_at_its_words(
        #[case] old: &str,
        #[case] new: &str,
        #[case] caret: u32,
        #[case] expected: u32,
    ) {
        assert_eq!(moved_caret(old, new, caret), expected);
    }

    proptest! {
        #[test]
        fn the_caret_never_leaves_the_text(old in ".{0,20}", new in ".{0,20}", caret in 0u32..30) {
            let length = new.encode_utf16().count();
            prop_assert!(moved_caret(&old, &new, caret) as usize <= length);
        }
    }
}
