//! The rules for texts, whatever document they stand in: a letter's check can use them as it is.
//! Which texts a CV has is in `cv_texts.rs`. Spelling, which needs a dictionary, is in `spelling.rs`.

use super::rule::CheckRule;
use super::words::IndexedWords;
use super::{CheckFinding, CheckValue, formulas, person, sensitive, shape, spacing};
use std::ops::Range;

/// The language in which texts are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TextLanguage {
    /// Italian.
    Italian,
    /// English.
    English,
    /// A language of which the check knows no words.
    Other,
}

impl TextLanguage {
    /// Tells whether the check knows words of the language.
    pub(super) fn has_words(self) -> bool {
        self != Self::Other
    }
}

/// What a text is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TextUse {
    /// The person presents themselves.
    Profile,
    /// What they did in a job, which is over or goes on.
    Tasks {
        /// Whether the job is over.
        is_over: bool,
    },
    /// What they learnt or wrote.
    Study,
    /// What they like.
    Pastime,
    /// They write to somebody.
    Letter,
    /// A few words: a role, a skill.
    Item,
}

/// A text, cut into words once for all rules.
#[derive(Debug)]
pub(super) struct Text<'a> {
    pub raw: &'a str,
    pub words: IndexedWords,
    pub language: TextLanguage,
    pub purpose: TextUse,
}

/// What a rule found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TextNote {
    pub rule: CheckRule,
    pub range: Option<Range<usize>>,
    pub values: Vec<(&'static str, CheckValue)>,
}

impl<'a> Text<'a> {
    pub fn new(raw: &'a str, language: TextLanguage, purpose: TextUse) -> Self {
        let words = IndexedWords::of(raw);
        Self {
            raw,
            words,
            language,
            purpose,
        }
    }

    pub fn is_tasks(&self) -> bool {
        matches!(self.purpose, TextUse::Tasks { .. })
    }

    /// Tells whether the person speaks of themselves here.
    pub fn is_about_person(&self) -> bool {
        matches!(
            self.purpose,
            TextUse::Profile | TextUse::Pastime | TextUse::Letter
        )
    }

    /// Returns the words at a place of the text.
    pub fn piece(&self, range: &Range<usize>) -> &'a str {
        self.raw.get(range.clone()).unwrap_or_default()
    }

    /// Makes a note about places of this text: none if there are none, one for all of them. The note
    /// points at the first, and gives all their words once each as `words`.
    pub fn note(&self, rule: CheckRule, ranges: &[Range<usize>]) -> Option<TextNote> {
        let range = ranges.first()?.clone();
        let mut pieces: Vec<String> = Vec::new();
        for range in ranges {
            let piece = self.piece(range).replace('\n', " ");
            if !pieces.contains(&piece) {
                pieces.push(piece);
            }
        }
        Some(TextNote {
            rule,
            range: Some(range),
            values: vec![("words", CheckValue::Text(pieces.join(", ")))],
        })
    }

    /// Makes a note about one place, with a number.
    pub fn note_with_number(
        rule: CheckRule,
        range: Option<Range<usize>>,
        name: &'static str,
        number: usize,
    ) -> TextNote {
        TextNote {
            rule,
            range,
            values: vec![(name, CheckValue::Number(number))],
        }
    }
}

/// What tries one rule on a text.
type TextRule = fn(&Text<'_>) -> Option<TextNote>;

/// Rules that hold in any language: what they look for is a number, a length, the name of an Italian law.
const TEXT_RULES: [TextRule; 5] = [
    sensitive::protected_category,
    sensitive::tax_code,
    shape::giant_paragraph,
    shape::all_capitals,
    shape::long_sentence,
];

/// Rules made for words, spaces and sentences of the languages that the check knows. A French colon, to
/// give an example, has a space before it.
const RULES_WITH_WORDS: [TextRule; 10] = [
    sensitive::family_facts,
    sensitive::health_facts,
    sensitive::belief_facts,
    sensitive::birth_date,
    person::first_person,
    person::mixed_tenses,
    formulas::empty_phrase,
    formulas::wrong_section,
    shape::hard_to_read,
    spacing::spacing,
];

/// Returns what there is to say about a text: at most one note for each rule.
fn check_text(raw: &str, language: TextLanguage, purpose: TextUse) -> Vec<TextNote> {
    let text = Text::new(raw, language, purpose);
    let with_words = RULES_WITH_WORDS.iter().filter(|_| language.has_words());
    let rules = TEXT_RULES.iter().chain(with_words);
    rules.filter_map(|rule| rule(&text)).collect()
}

/// Returns what there is to say about the text at a place.
pub(super) fn findings_in<Place: Copy>(
    place: Place,
    raw: &str,
    language: TextLanguage,
    purpose: TextUse,
) -> Vec<CheckFinding<Place>> {
    let notes = check_text(raw, language, purpose).into_iter();
    notes
        .map(|note| {
            let mut finding = CheckFinding::new(note.rule, place, raw);
            finding.range = note.range;
            finding.values = note.values;
            finding
        })
        .collect()
}
