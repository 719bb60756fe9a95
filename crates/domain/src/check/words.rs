//! Cutting a text into words, sentences and lines, each with its place in the text. Words are folded
//! so that accents, capitals and curly apostrophes do not matter when they are compared.

use std::ops::{Deref, Range};

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// The word in small letters without accents.
    pub folded: String,
    /// Whether it begins with a capital letter.
    pub is_capitalised: bool,
    /// Whether a sentence or a line begins with it.
    pub begins_sentence: bool,
}

/// The words of a text, in its order and by their spelling: hundreds of formulas are looked up in them.
#[derive(Debug)]
pub(crate) struct IndexedWords {
    words: Vec<Word>,
    by_spelling: Vec<usize>,
}

impl IndexedWords {
    pub fn of(text: &str) -> Self {
        let words = words(text);
        let mut by_spelling: Vec<usize> = (0..words.len()).collect();
        by_spelling.sort_by_key(|at| words.get(*at).map(|word| word.folded.as_str()));
        Self { words, by_spelling }
    }

    /// Returns the ranks of the words that begin with these letters, in no order.
    pub fn beginning_with<'index>(
        &'index self,
        stem: &'index str,
    ) -> impl Iterator<Item = usize> + 'index {
        let spelling = |at: usize| self.words.get(at).map_or("", |word| word.folded.as_str());
        let first = self.by_spelling.partition_point(|at| spelling(*at) < stem);
        let rest = self.by_spelling.get(first..).unwrap_or_default();
        rest.iter()
            .copied()
            .take_while(move |at| spelling(*at).starts_with(stem))
    }
}

impl Deref for IndexedWords {
    type Target = [Word];

    fn deref(&self) -> &[Word] {
        &self.words
    }
}

/// Returns how many words a text has.
pub(crate) fn count_words(text: &str) -> usize {
    text.split(|character| !is_of_word(character))
        .filter(|word| !word.is_empty())
        .count()
}

/// Returns the words of a text: runs of letters and digits. Apostrophes and hyphens end a word.
pub(crate) fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut start = None;
    let mut after_end = true;
    for (at, character) in text.char_indices() {
        match (is_of_word(character), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.push(word(text, from..at, after_end));
                (start, after_end) = (None, false);
            }
            _ => {}
        }
        if ends_sentence(character) || "\u{2022}*-–—:;".contains(character) {
            after_end = true;
        }
    }
    if let Some(from) = start {
        words.push(word(text, from..text.len(), after_end));
    }
    words
}

fn word(text: &str, range: Range<usize>, begins_sentence: bool) -> Word {
    let raw = text.get(range.clone()).unwrap_or_default();
    Word {
        range,
        folded: fold(raw),
        is_capitalised: raw.chars().next().is_some_and(char::is_uppercase),
        begins_sentence,
    }
}

/// Accents that are typed as characters of their own belong to the word before them.
fn is_of_word(character: char) -> bool {
    character.is_ascii_alphanumeric() || character.is_alphanumeric() || is_combining(character)
}

fn is_combining(character: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&character)
}

/// Returns a text in small letters, without the accents that Italian uses.
pub(crate) fn fold(text: &str) -> String {
    text.chars()
        .filter(|character| !is_combining(*character))
        .flat_map(char::to_lowercase)
        .map(|character| match character {
            'à' | 'á' | 'â' | 'ä' => 'a',
            'è' | 'é' | 'ê' | 'ë' => 'e',
            'ì' | 'í' | 'î' | 'ï' => 'i',
            'ò' | 'ó' | 'ô' | 'ö' => 'o',
            'ù' | 'ú' | 'û' | 'ü' => 'u',
            '’' => '\'',
            other => other,
        })
        .collect()
}

/// Returns the letters and digits of a text, folded, with nothing between: how names are compared.
pub(crate) fn squash(text: &str) -> String {
    words(text).into_iter().map(|word| word.folded).collect()
}

fn ends_sentence(character: char) -> bool {
    matches!(character, '.' | '!' | '?' | '…' | '\n')
}

/// Returns the lines that are not empty, with their bytes in the text.
pub(crate) fn lines(text: &str) -> Vec<(Range<usize>, &str)> {
    let mut start = 0;
    let mut lines = Vec::new();
    for line in text.split('\n') {
        let range = start..start + line.len();
        start = range.end + 1;
        if !line.trim().is_empty() {
            lines.push((range, line));
        }
    }
    lines
}

/// Returns the bytes of each sentence. Lines end sentences, and so does a semicolon: CVs are lists.
/// A dot in the middle of a word or a number ends none (`S.p.A.`, `3.500`, `F.lli`).
pub(crate) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let next_is_space = characters
            .peek()
            .is_none_or(|(_, next)| next.is_whitespace());
        if character == '\n' || (next_is_space && (ends_sentence(character) || character == ';')) {
            let end = at + character.len_utf8();
            sentences.push(start..end);
            start = end;
        }
    }
    sentences.push(start..text.len());
    sentences.retain(|range| {
        let sentence = text.get(range.clone()).unwrap_or_default();
        sentence.chars().any(char::is_alphanumeric)
    });
    sentences
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn folded(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.folded).collect()
    }

    #[test]
    fn elisions_and_accents_give_words_that_can_be_compared() {
        assert_eq!(
            folded("L’attività dell'OPERAÌO"),
            ["l", "attivita", "dell", "operaio"]
        );
        assert_eq!(folded("attivita\u{300}"), ["attivita"]);
        assert_eq!(folded("team-player"), ["team", "player"]);
    }

    #[test]
    fn a_dot_inside_an_abbreviation_ends_no_sentence() {
        assert_eq!(sentences("Alla Rossi S.r.l di 3.500 mq").len(), 1);
        assert_eq!(sentences("Carico. Scarico; inventario\nPulizia").len(), 4);
    }

    proptest! {
        #[test]
        fn words_and_sentences_point_into_any_text(text in ".{0,60}") {
            prop_assert_eq!(count_words(&text), words(&text).len());
            for word in words(&text) {
                prop_assert!(text.get(word.range).is_some());
            }
            for range in sentences(&text) {
                prop_assert!(text.get(range).is_some());
            }
            for (range, line) in lines(&text) {
                prop_assert_eq!(text.get(range), Some(line));
            }
        }
    }
}
