//! What became of a text, word by word, for people to read.

use crate::differences::differences;
use crate::text_merge::{numbered, words_of};

/// A run of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WordRun {
    /// Stands in both texts.
    Same(String),
    /// Stood in the old text only.
    Removed(String),
    /// Stands in the new text only.
    Added(String),
}

/// Returns the runs of words that lead from one text to another, in order.
pub fn word_changes(before: &str, after: &str) -> Vec<WordRun> {
    let (old, new) = (words_of(before), words_of(after));
    let (old_numbers, new_numbers) = numbered(&old, &new);
    let mut runs = Vec::new();
    let mut push = |run: fn(String) -> WordRun, words: &[&str]| {
        if !words.is_empty() {
            runs.push(run(words.concat()));
        }
    };
    let mut position = 0;
    for difference in differences(&old_numbers, &new_numbers) {
        push(WordRun::Same, &old[position..difference.old.start]);
        push(WordRun::Removed, &old[difference.old.clone()]);
        push(WordRun::Added, &new[difference.new]);
        position = difference.old.end;
    }
    push(WordRun::Same, &old[position..]);
    runs
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn one_word_that_changed_is_one_word() {
        let runs = word_changes("per tre anni", "per quattro anni");
        let expected = [
            WordRun::Same("per ".to_owned()),
            WordRun::Removed("tre".to_owned()),
            WordRun::Added("quattro".to_owned()),
            WordRun::Same(" anni".to_owned()),
        ];
        assert_eq!(runs, expected);
    }

    proptest! {
        #[test]
        fn the_runs_hold_both_texts_whole(before in "[abc \n]{0,30}", after in "[abc \n]{0,30}") {
            let (mut old, mut new) = (String::new(), String::new());
            for run in word_changes(&before, &after) {
                match run {
                    WordRun::Same(words) => {
                        old += &words;
                        new += &words;
                    }
                    WordRun::Removed(words) => old += &words,
                    WordRun::Added(words) => new += &words,
                }
            }
            prop_assert_eq!((old, new), (before, after));
        }
    }
}
