//! An index of names by their words, and the ranking of what a query finds.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::fold::words;
use super::tokens::{Reading, Token, is_function_word, tokens};
use super::typing::{Tolerance, beginning_quality};

/// What counts against a word that a person has finished typing and that is only a beginning.
const UNFINISHED: f32 = 0.1;
/// What counts against a reading, as "muratore" for "muratrice".
const READ_OTHERWISE: f32 = 0.03;
/// What a word counts that does not begin a name.
const NOT_FIRST: f32 = 0.97;
/// What a word of the query counts that no name holds.
const UNKNOWN_WEIGHT: f32 = 0.4;
/// What each further name of an entry counts that fits too, and how many count.
const FURTHER_NAME: f32 = 0.005;
const FURTHER_NAMES: u8 = 3;
/// Names that fit less well are not shown.
const LEAST_QUALITY: f32 = 0.4;

/// A name under which an entry is found.
pub(crate) struct Name<'a> {
    /// Number of the entry.
    pub entry: usize,
    /// Which of the entry's names it is.
    pub number: usize,
    /// The name.
    pub text: &'a str,
    /// How much it counts, between 0 and 1.
    pub weight: f32,
}

/// An entry that was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Hit {
    /// Number of the entry.
    pub entry: usize,
    /// Which of its names fits best.
    pub number: usize,
    /// How well it fits, between 0 and 1.
    pub score: f32,
}

/// Names by their words.
pub(crate) struct Index {
    /// All words, in order, with the names that hold them.
    vocabulary: Vec<(String, Vec<Posting>)>,
    names: Vec<IndexedName>,
    reading: Reading,
}

/// A word's place in a name.
struct Posting {
    name: usize,
    is_first: bool,
}

struct IndexedName {
    entry: usize,
    number: usize,
    weight: f32,
    telling_words: usize,
    length: usize,
}

impl Index {
    /// Indexes names; among equals, the earlier entry is found first.
    pub fn new<'a>(names: impl IntoIterator<Item = Name<'a>>, reading: Reading) -> Self {
        let mut vocabulary: BTreeMap<String, Vec<Posting>> = BTreeMap::new();
        let mut indexed = Vec::new();
        for name in names {
            let words = words(name.text);
            let telling = words.iter().filter(|word| !is_function_word(word)).count();
            for (place, word) in words.into_iter().enumerate() {
                let posting = Posting {
                    name: indexed.len(),
                    is_first: place == 0,
                };
                vocabulary.entry(word).or_default().push(posting);
            }
            indexed.push(IndexedName {
                entry: name.entry,
                number: name.number,
                weight: name.weight,
                telling_words: telling.max(1),
                length: name.text.chars().count(),
            });
        }
        Self {
            vocabulary: vocabulary.into_iter().collect(),
            names: indexed,
            reading,
        }
    }

    /// Finds the entries that fit a query, the best first.
    pub fn search(&self, query: &str, limit: usize) -> Vec<Hit> {
        let tokens = tokens(query);
        let mut totals = vec![0.0_f32; self.names.len()];
        let mut whole = 0.0_f32;
        for token in &tokens {
            let matches = self.matching_words(token);
            let weight = self.weight(&matches);
            whole += weight;
            for (total, quality) in totals.iter_mut().zip(self.quality_by_name(&matches)) {
                *total += weight * quality;
            }
        }
        match whole > 0.0 {
            true => self.rank(&totals, whole, tokens.len(), limit),
            false => Vec::new(),
        }
    }

    /// The words of the vocabulary that fit a word of the query; slips count only if none is typed right.
    fn matching_words(&self, token: &Token) -> Vec<(usize, f32)> {
        let mut matches = self.words_beginning(&token.word, token.is_last, 0.0);
        for reading in (self.reading)(&token.word) {
            matches.extend(self.words_beginning(&reading, false, READ_OTHERWISE));
        }
        if matches.is_empty()
            && let Some(tolerance) = Tolerance::new(&token.word)
        {
            let words = self.vocabulary.iter().enumerate();
            matches.extend(
                words.filter_map(|(place, (word, _))| Some((place, tolerance.quality(word)?))),
            );
        }
        matches
    }

    fn words_beginning(&self, typed: &str, is_last: bool, penalty: f32) -> Vec<(usize, f32)> {
        let start = self
            .vocabulary
            .partition_point(|(word, _)| word.as_str() < typed);
        let from_start = self.vocabulary.iter().enumerate().skip(start);
        from_start
            .take_while(|(_, (word, _))| word.starts_with(typed))
            .map(|(place, (word, _))| {
                let is_unfinished = !is_last && word != typed;
                let unfinished = if is_unfinished { UNFINISHED } else { 0.0 };
                (place, beginning_quality(typed, word) - penalty - unfinished)
            })
            .collect()
    }

    /// How much a word of the query counts: the rarer what it fits, the more.
    #[expect(
        clippy::cast_precision_loss,
        reason = "numbers of names are far below what f32 holds exactly"
    )]
    fn weight(&self, matches: &[(usize, f32)]) -> f32 {
        let postings = |(place, _): &(usize, f32)| self.vocabulary.get(*place);
        let found: usize = matches
            .iter()
            .filter_map(postings)
            .map(|(_, postings)| postings.len())
            .sum();
        if found == 0 {
            return UNKNOWN_WEIGHT;
        }
        let all = self.names.len() as f32;
        (1.0 + all / found as f32).ln() / (1.0 + all).ln()
    }

    fn quality_by_name(&self, matches: &[(usize, f32)]) -> Vec<f32> {
        let mut best = vec![0.0_f32; self.names.len()];
        for (place, quality) in matches {
            let Some((_, postings)) = self.vocabulary.get(*place) else {
                continue;
            };
            for posting in postings {
                let quality = match posting.is_first {
                    true => *quality,
                    false => quality * NOT_FIRST,
                };
                if let Some(best) = best.get_mut(posting.name) {
                    *best = best.max(quality);
                }
            }
        }
        best
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "numbers of words are far below what f32 holds exactly"
    )]
    fn rank(&self, totals: &[f32], whole: f32, tokens: usize, limit: usize) -> Vec<Hit> {
        let mut best: BTreeMap<usize, Found> = BTreeMap::new();
        for (name, total) in self.names.iter().zip(totals) {
            let quality = total / whole;
            if quality < LEAST_QUALITY {
                continue;
            }
            let closeness = (tokens as f32 / name.telling_words as f32).min(1.0);
            let hit = Hit {
                entry: name.entry,
                number: name.number,
                score: quality * (0.8 + 0.2 * closeness) * name.weight,
            };
            let found = best.entry(name.entry).or_insert(Found {
                hit,
                length: name.length,
                names: 0,
            });
            found.names += 1;
            if hit.score > found.hit.score {
                found.hit = hit;
                found.length = name.length;
            }
        }
        let mut hits: Vec<Found> = best.into_values().collect();
        hits.sort_by(Found::compare);
        hits.into_iter()
            .take(limit)
            .map(|found| found.hit)
            .collect()
    }
}

/// An entry while the names are gone through.
struct Found {
    hit: Hit,
    /// Length of the name that fits best.
    length: usize,
    /// How many of its names fit.
    names: u16,
}

impl Found {
    /// Puts the better one first: by how well it fits, then the shorter name, then the earlier entry.
    fn compare(&self, other: &Self) -> Ordering {
        let by_score = other.score().total_cmp(&self.score());
        by_score
            .then(self.length.cmp(&other.length))
            .then(self.hit.entry.cmp(&other.hit.entry))
    }

    fn score(&self) -> f32 {
        let further = u8::try_from(self.names.saturating_sub(1)).unwrap_or(u8::MAX);
        self.hit.score + FURTHER_NAME * f32::from(further.min(FURTHER_NAMES))
    }
}
