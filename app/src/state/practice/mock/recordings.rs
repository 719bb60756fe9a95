//! Recordings of answers, as this device keeps them: what is known of one, how it is written down, when it expires. Pure; the
//! store is `approdo_store_indexeddb::RecordingStore`.

use super::measures::Measures;
use approdo_domain::ItemId;
use approdo_store_indexeddb::StoredRecording;
use serde::{Deserialize, Serialize};

/// The version of what is written down; docs/formats.md has its layout.
const VERSION: u8 = 1;
/// The version with the words that were recognised, behind all the rest.
const VERSION_WITH_WORDS: u8 = 2;
const DAY_MS: u64 = 24 * 60 * 60 * 1_000;

/// What is known of a recording beside its sound.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordingFacts {
    /// The mock interview it belongs to.
    pub mock: ItemId,
    /// The question that was answered.
    pub question: ItemId,
    /// The question as it was asked.
    pub ask: String,
    /// When it was begun, in milliseconds since 1970.
    pub begun_ms: u64,
    /// Its media type.
    pub media_type: String,
    /// What was measured; none while it was not finished.
    pub measures: Option<Measures>,
    /// The words that this device recognised; empty where nobody wanted that, or none were.
    #[serde(skip)]
    pub words: String,
}

/// A recording of this device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recording {
    /// Its number in the store.
    pub number: u32,
    /// What is known of it.
    pub facts: RecordingFacts,
}

impl RecordingFacts {
    /// Writes them down.
    pub fn to_bytes(&self) -> Vec<u8> {
        let has_words = !self.words.is_empty();
        let mut bytes = vec![if has_words {
            VERSION_WITH_WORDS
        } else {
            VERSION
        }];
        // Writing to memory fails for no value of these types.
        bytes.extend(postcard::to_allocvec(self).unwrap_or_default());
        if has_words {
            bytes.extend(postcard::to_allocvec(&self.words).unwrap_or_default());
        }
        bytes
    }

    /// Reads them; none of a newer version's, or of damaged ones.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (version, body) = bytes.split_first()?;
        let (facts, rest) = postcard::take_from_bytes::<Self>(body).ok()?;
        let (words, rest) = match *version {
            VERSION => (String::new(), rest),
            VERSION_WITH_WORDS => postcard::take_from_bytes(rest).ok()?,
            _ => return None,
        };
        rest.is_empty().then_some(Self { words, ..facts })
    }
}

/// Reads what the store has, the last begun first. What cannot be read is left where it is.
pub fn read(stored: &[StoredRecording]) -> Vec<Recording> {
    let mut all: Vec<Recording> = stored
        .iter()
        .filter_map(|stored| {
            Some(Recording {
                number: stored.number,
                facts: RecordingFacts::from_bytes(&stored.facts)?,
            })
        })
        .collect();
    all.sort_by_key(|recording| std::cmp::Reverse((recording.facts.begun_ms, recording.number)));
    all
}

/// Returns the recordings of a mock interview, in the order in which they were made.
pub fn of_mock(all: &[Recording], mock: ItemId) -> Vec<Recording> {
    let of_mock = all.iter().rev();
    let of_mock = of_mock.filter(|recording| recording.facts.mock == mock);
    of_mock.cloned().collect()
}

/// Returns when a recording expires, in milliseconds since 1970.
pub fn expires_ms(recording: &Recording, keep_days: u16) -> u64 {
    let kept = u64::from(keep_days) * DAY_MS;
    recording.facts.begun_ms.saturating_add(kept)
}

/// Returns the numbers of the recordings that have expired.
pub fn expired(all: &[Recording], keep_days: u16, now_ms: u64) -> Vec<u32> {
    let expired = all
        .iter()
        .filter(|recording| expires_ms(recording, keep_days) <= now_ms);
    expired.map(|recording| recording.number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn facts(mock: u64, begun_ms: u64) -> RecordingFacts {
        RecordingFacts {
            mock: ItemId(mock),
            question: ItemId(2),
            ask: "Mi parli di lei".to_owned(),
            begun_ms,
            media_type: "audio/webm;codecs=opus".to_owned(),
            measures: Some(Measures {
                length_ms: 61_000,
                speech_percent: Some(80),
                long_pauses: 2,
                longest_pause_ms: 3_100,
            }),
            words: String::new(),
        }
    }

    fn stored(number: u32, facts: &RecordingFacts) -> StoredRecording {
        StoredRecording {
            number,
            facts: facts.to_bytes(),
        }
    }

    #[test]
    fn facts_of_version_1_are_read_for_ever() {
        // Version, interview, question, words (15), begun, media type (22), some: length, some 80 %, pauses, longest.
        let mut golden = vec![1, 1, 2, 15];
        golden.extend(b"Mi parli di lei");
        golden.extend([0xe8, 0x07, 22]);
        golden.extend(b"audio/webm;codecs=opus");
        golden.extend([1, 0xc8, 0xdc, 0x03, 1, 80, 2, 0x9c, 0x18]);
        assert_eq!(facts(1, 1_000).to_bytes(), golden);
        assert_eq!(RecordingFacts::from_bytes(&golden), Some(facts(1, 1_000)));
    }

    #[test]
    fn facts_with_words_are_read_for_ever() {
        let with_words = RecordingFacts {
            words: "mi piace".to_owned(),
            ..facts(1, 1_000)
        };
        let mut golden = facts(1, 1_000).to_bytes();
        golden[0] = 2;
        golden.push(8);
        golden.extend(b"mi piace");
        assert_eq!(with_words.to_bytes(), golden);
        assert_eq!(RecordingFacts::from_bytes(&golden), Some(with_words));
        assert_eq!(
            RecordingFacts::from_bytes(&golden[..golden.len() - 1]),
            None
        );
    }

    #[test]
    fn a_recording_expires_after_the_days_that_were_chosen_and_not_before() {
        let begun = 1_763_800_000_000;
        let all = read(&[
            stored(1, &facts(1, begun)),
            stored(2, &facts(1, begun + DAY_MS)),
        ]);
        assert_eq!(expired(&all, 7, begun + 7 * DAY_MS - 1), [] as [u32; 0]);
        assert_eq!(expired(&all, 7, begun + 7 * DAY_MS), [1]);
        assert_eq!(expired(&all, 7, begun + 8 * DAY_MS), [2, 1]);
        assert_eq!(expired(&all, 30, begun + 8 * DAY_MS), [] as [u32; 0]);
        assert_eq!(expired(&all, 1, begun + DAY_MS), [1]);
    }

    #[test]
    fn what_a_newer_version_wrote_is_neither_shown_nor_taken_for_expired() {
        let mut newer = stored(3, &facts(1, 5));
        newer.facts[0] = 3;
        let damaged = StoredRecording {
            facts: Vec::new(),
            ..newer.clone()
        };
        let all = read(&[stored(1, &facts(1, 5)), newer, damaged]);
        assert_eq!(all.len(), 1);
        assert_eq!(expired(&all, 1, u64::MAX), [1]);
    }

    #[test]
    fn recordings_of_an_interview_stand_in_the_order_of_its_questions() {
        let all = read(&[
            stored(1, &facts(1, 10)),
            stored(2, &facts(9, 20)),
            stored(3, &facts(1, 30)),
        ]);
        let numbers = |all: &[Recording]| all.iter().map(|one| one.number).collect::<Vec<_>>();
        assert_eq!(numbers(&all), [3, 2, 1]);
        assert_eq!(numbers(&of_mock(&all, ItemId(1))), [1, 3]);
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes: Vec<u8>) {
            if let Some(facts) = RecordingFacts::from_bytes(&bytes) {
                prop_assert_eq!(RecordingFacts::from_bytes(&facts.to_bytes()), Some(facts));
            }
        }
    }
}
