//! How well a word fits what is typed: whole, as its beginning, or with slips of the finger.

use std::sync::LazyLock;

use levenshtein_automata::{DFA, Distance, LevenshteinAutomatonBuilder, SINK_STATE};

/// Longest word that slips are looked for in, in characters; longer ones must be typed right.
const LONGEST_TOLERATED: usize = 24;

/// Automata that allow one slip, and two; a letter too many, too few, wrong, or two changed over.
static BUILDERS: LazyLock<[LevenshteinAutomatonBuilder; 2]> =
    LazyLock::new(|| [1, 2].map(|slips| LevenshteinAutomatonBuilder::new(slips, true)));

/// Returns how well a word begins as what is typed, between 0.75 and 1.
pub(super) fn beginning_quality(typed: &str, word: &str) -> f32 {
    match typed == word {
        true => 1.0,
        false => 0.75 + 0.2 * share(typed, word),
    }
}

/// Finds words that begin nearly as what is typed.
pub(super) struct Tolerance {
    automaton: DFA,
    typed_length: usize,
}

impl Tolerance {
    /// Prepares for a typed word; nothing for words too short or too long to tell a slip.
    pub fn new(typed: &str) -> Option<Self> {
        let typed_length = typed.chars().count();
        let builder = match typed_length {
            4..=6 => BUILDERS.first(),
            7..=LONGEST_TOLERATED => BUILDERS.last(),
            _ => None,
        }?;
        Some(Self {
            automaton: builder.build_prefix_dfa(typed),
            typed_length,
        })
    }

    /// Returns how well a word fits, between 0.4 and 0.7; nothing if it does not.
    pub fn quality(&self, word: &str) -> Option<f32> {
        let mut state = self.automaton.initial_state();
        for &byte in word.as_bytes() {
            state = self.automaton.transition(state, byte);
            if state == SINK_STATE {
                return None;
            }
        }
        let slips = match self.automaton.distance(state) {
            Distance::Exact(slips) => f32::from(slips),
            Distance::AtLeast(_) => return None,
        };
        let length = word.chars().count();
        let (short, long) = (length.min(self.typed_length), length.max(self.typed_length));
        Some(0.6 - 0.1 * slips + 0.1 * ratio(short, long))
    }
}

/// The part of a word that is typed, between 0 and 1.
fn share(typed: &str, word: &str) -> f32 {
    ratio(typed.chars().count(), word.chars().count())
}

#[expect(
    clippy::cast_precision_loss,
    reason = "lengths of words are far below what f32 holds exactly"
)]
fn ratio(part: usize, whole: usize) -> f32 {
    match whole {
        0 => 0.0,
        _ => part as f32 / whole as f32,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::letter_missing("magaziniere", "magazziniere")]
    #[case::letter_too_many("camerriere", "cameriere")]
    #[case::letters_changed_over("autsita", "autista")]
    #[case::still_typing("infermeri", "infermiera")]
    #[case::two_slips("elettricissta", "elettricista")]
    fn slips_are_forgiven(#[case] typed: &str, #[case] word: &str) {
        assert!(Tolerance::new(typed).unwrap().quality(word).is_some());
    }

    #[rstest]
    #[case::another_word("cuoco", "barista")]
    #[case::too_far("muratore", "operatore")]
    fn other_words_do_not_fit(#[case] typed: &str, #[case] word: &str) {
        assert_eq!(Tolerance::new(typed).unwrap().quality(word), None);
    }

    #[test]
    fn short_words_must_be_typed_right() {
        assert!(Tolerance::new("oss").is_none());
    }
}
