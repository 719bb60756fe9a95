//! The shape of a text: paragraphs, capitals, length of sentences, how hard it is to read.

use super::rule::CheckRule;
use super::text::{Text, TextLanguage, TextNote, TextUse};
use super::words::{count_words, lines, sentences, words};

/// Words of one paragraph above which nobody reads on.
const PARAGRAPH_WORDS: usize = 90;
/// Words of a sentence that can still be taken in at once.
const SENTENCE_WORDS: usize = 25;
/// Below this many words a readability index says nothing.
const READABLE_FROM_WORDS: usize = 30;
/// Below this index a text is hard even with an upper secondary diploma (Lucisano and Piemontese,
/// 1988).
const HARD_BELOW: i64 = 40;

fn is_prose(text: &Text<'_>) -> bool {
    text.purpose != TextUse::Item
}

pub(super) fn giant_paragraph(text: &Text<'_>) -> Option<TextNote> {
    if text.words.len() <= PARAGRAPH_WORDS || !is_prose(text) {
        return None;
    }
    let paragraphs = lines(text.raw);
    let counted = paragraphs
        .into_iter()
        .map(|(range, line)| (range, count_words(line)));
    let (range, count) = counted.max_by_key(|(_, count)| *count)?;
    (count > PARAGRAPH_WORDS)
        .then(|| Text::note_with_number(CheckRule::GiantParagraph, Some(range), "count", count))
}

/// A line of four words or more in capitals, two of them longer than an abbreviation.
pub(super) fn all_capitals(text: &Text<'_>) -> Option<TextNote> {
    let found: Vec<_> = lines(text.raw)
        .into_iter()
        .filter(|(_, line)| is_all_capitals(line))
        .map(|(range, _)| range)
        .take(1)
        .collect();
    text.note(CheckRule::AllCapitals, &found)
}

fn is_all_capitals(line: &str) -> bool {
    if line.chars().any(char::is_lowercase) {
        return false;
    }
    let shouted: Vec<usize> = words(line)
        .iter()
        .filter(|word| word.is_capitalised)
        .map(|word| word.folded.chars().count())
        .collect();
    shouted.len() >= 4 && shouted.iter().filter(|length| **length >= 6).count() >= 2
}

pub(super) fn long_sentence(text: &Text<'_>) -> Option<TextNote> {
    if text.words.len() <= SENTENCE_WORDS || !is_prose(text) {
        return None;
    }
    let counted = sentences(text.raw).into_iter().map(|range| {
        let count = count_words(text.piece(&range));
        (range, count)
    });
    let (range, count) = counted.max_by_key(|(_, count)| *count)?;
    (count > SENTENCE_WORDS)
        .then(|| Text::note_with_number(CheckRule::LongSentence, Some(range), "count", count))
}

/// Gulpease, an index made for Italian: 89 + (300 × sentences − 10 × letters) ÷ words, from 0 to 100.
pub(super) fn hard_to_read(text: &Text<'_>) -> Option<TextNote> {
    let is_short = text.words.len() < READABLE_FROM_WORDS;
    if is_short || text.language != TextLanguage::Italian || !is_prose(text) {
        return None;
    }
    let index = gulpease(text)?;
    let shown = usize::try_from(index.max(0)).ok()?;
    (index < HARD_BELOW)
        .then(|| Text::note_with_number(CheckRule::HardToRead, None, "index", shown))
}

fn gulpease(text: &Text<'_>) -> Option<i64> {
    let count = |number: usize| i64::try_from(number).ok();
    let letters = text.raw.chars().filter(|letter| letter.is_alphanumeric());
    let sentences = count(sentences(text.raw).len())?;
    let difference = 300 * sentences - 10 * count(letters.count())?;
    Some(89 + difference.checked_div(count(text.words.len())?)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gulpease_is_reckoned_as_published() {
        // 2 sentences, 6 words, 25 letters.
        let text = Text::new(
            "Il gatto dorme. La casa aspetta.",
            TextLanguage::Italian,
            TextUse::Profile,
        );
        assert_eq!(gulpease(&text), Some(89 + (600 - 250) / 6));
    }
}
