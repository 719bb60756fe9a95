//! What the levels of a recording tell, simply and honestly: how long it is, how much of it is speech, how many long pauses
//! are in it. Pure: the levels come in as numbers.

use serde::{Deserialize, Serialize};

/// How often the level is taken, in milliseconds.
pub const SAMPLE_MS: u32 = 100;
/// A pause that is noticed, in milliseconds.
const LONG_PAUSE_MS: u32 = 2_000;
/// Speech that is shorter has no speed, in milliseconds.
const LEAST_SPEECH_MS: u32 = 3_000;
/// Below this nothing is speech, however quiet the room (root mean square, 1 is the loudest).
const SILENCE: f32 = 0.01;
/// How much louder than the room speech is.
const ABOVE_THE_ROOM: f32 = 3.0;

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Measures {
    /// The length of the recording, in milliseconds.
    pub length_ms: u32,
    /// How much of it is speech, in parts of a hundred; none if nothing was heard.
    pub speech_percent: Option<u8>,
    /// Pauses of two seconds and more between words.
    pub long_pauses: u16,
    /// The longest of them, in milliseconds.
    pub longest_pause_ms: u32,
}

/// Measures a recording by its levels, one each [`SAMPLE_MS`].
pub fn measure(levels: &[f32]) -> Measures {
    let length_ms = milliseconds(levels.len());
    let threshold = threshold(levels);
    let is_speech = |level: &f32| *level > threshold;
    let first = levels.iter().position(is_speech);
    let last = levels.iter().rposition(is_speech);
    let (Some(first), Some(last)) = (first, last) else {
        return Measures {
            length_ms,
            ..Measures::default()
        };
    };
    let between = levels.get(first..=last).unwrap_or_default();
    let pauses = between
        .split(is_speech)
        .map(|pause| milliseconds(pause.len()));
    let long: Vec<u32> = pauses.filter(|pause| *pause >= LONG_PAUSE_MS).collect();
    // A breath is a part of speech: only pauses that are noticed are left out.
    let silence_ms = length_ms - milliseconds(between.len()) + long.iter().sum::<u32>();
    let speech_ms = u64::from(length_ms - silence_ms);
    let percent = speech_ms * 100 / u64::from(length_ms);
    Measures {
        length_ms,
        speech_percent: u8::try_from(percent).ok(),
        long_pauses: u16::try_from(long.len()).unwrap_or(u16::MAX),
        longest_pause_ms: long.into_iter().max().unwrap_or_default(),
    }
}

/// Returns how many words were said in each minute of speech; none where there is too little to tell.
pub fn words_per_minute(words: &str, measures: Measures) -> Option<u32> {
    let percent = u64::from(measures.speech_percent?);
    let speech_ms = u64::from(measures.length_ms) * percent / 100;
    let count = u64::try_from(words.split_whitespace().count()).ok()?;
    let is_enough = count > 0 && speech_ms >= u64::from(LEAST_SPEECH_MS);
    let minute = count * 60_000;
    is_enough.then(|| u32::try_from(minute / speech_ms).ok())?
}

fn milliseconds(samples: usize) -> u32 {
    let samples = u32::try_from(samples).unwrap_or(u32::MAX);
    samples.saturating_mul(SAMPLE_MS)
}

/// The room is what the quietest tenth is like.
fn threshold(levels: &[f32]) -> f32 {
    let mut sorted = levels.to_vec();
    sorted.sort_unstable_by(f32::total_cmp);
    let room = sorted.get(sorted.len() / 10).copied().unwrap_or_default();
    let loudest = sorted.last().copied().unwrap_or_default();
    // Somebody who speaks without any pause is no room.
    (room * ABOVE_THE_ROOM).min(loudest / 2.0).max(SILENCE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn speed_is_words_in_a_minute_of_speech_and_silence_has_none() {
        let mut measures = Measures {
            length_ms: 60_000,
            speech_percent: Some(50),
            ..Measures::default()
        };
        let words = "parola ".repeat(60);
        assert_eq!(words_per_minute(&words, measures), Some(120));
        assert_eq!(words_per_minute(" ", measures), None);
        measures.length_ms = 2_000;
        assert_eq!(words_per_minute(&words, measures), None);
        measures.speech_percent = None;
        assert_eq!(words_per_minute(&words, measures), None);
    }
    use proptest::prelude::*;

    /// Makes levels of pieces: how loud, for how many seconds.
    fn levels(pieces: &[(f32, u32)]) -> Vec<f32> {
        let samples = |(level, seconds): &(f32, u32)| {
            let count = (seconds * 1_000 / SAMPLE_MS) as usize;
            vec![*level; count]
        };
        pieces.iter().flat_map(samples).collect()
    }

    #[test]
    fn speech_is_told_from_a_quiet_and_from_a_loud_room() {
        for (room, voice) in [(0.0, 0.1), (0.002, 0.05), (0.03, 0.3)] {
            let spoken = [(room, 3), (voice, 4), (room, 3), (voice, 8), (room, 2)];
            let measured = measure(&levels(&spoken));
            let expected = Measures {
                length_ms: 20_000,
                speech_percent: Some(60),
                long_pauses: 1,
                longest_pause_ms: 3_000,
            };
            assert_eq!(measured, expected, "room {room}");
        }
    }

    #[test]
    fn a_breath_is_no_pause_and_waiting_before_the_first_word_neither() {
        let spoken = [(0.0, 5), (0.2, 3), (0.0, 1), (0.2, 4), (0.0, 1), (0.2, 6)];
        let measured = measure(&levels(&spoken));
        assert_eq!((measured.long_pauses, measured.longest_pause_ms), (0, 0));
        assert_eq!(measured.speech_percent, Some(75));
    }

    #[test]
    fn a_microphone_that_heard_nothing_tells_nothing() {
        let silent = measure(&levels(&[(0.004, 10)]));
        assert_eq!((silent.length_ms, silent.speech_percent), (10_000, None));
        assert_eq!(measure(&[]), Measures::default());
    }

    #[test]
    fn who_speaks_without_a_pause_speaks_all_the_time() {
        assert_eq!(measure(&levels(&[(0.2, 9)])).speech_percent, Some(100));
    }

    proptest! {
        #[test]
        fn any_levels_give_measures_that_can_be(
            levels in prop::collection::vec(prop_oneof![0_f32..1.0, Just(f32::NAN), Just(0.0)], 0..500),
        ) {
            let measured = measure(&levels);
            prop_assert_eq!(measured.length_ms as usize, levels.len() * SAMPLE_MS as usize);
            prop_assert!(measured.speech_percent.is_none_or(|percent| percent <= 100));
            prop_assert!(measured.longest_pause_ms <= measured.length_ms);
            prop_assert!((measured.long_pauses > 0) == (measured.longest_pause_ms >= LONG_PAUSE_MS));
        }
    }
}
