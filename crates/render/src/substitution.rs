//! Makes any text printable with the fonts at hand and notes what had to change. Control
//! characters go silently; everything else that changes is reported.

use crate::arabic_letters::letters_of_shape;
use crate::coverage::Coverage;
use crate::equivalents::equivalents;
use crate::font_group::FontGroup;
use crate::line_text::is_direction_mark;
use crate::request::Substitution;
use crate::writing_direction::is_from_the_right;
use icu_normalizer::ComposingNormalizerBorrowed;
use std::borrow::Cow;
use std::collections::{BTreeSet, HashSet};
use std::rc::Rc;

/// Stands for letters of a script without a font.
const UNKNOWN_LETTERS: [&str; 2] = ["□", "?"];

/// How many marks a letter may carry; no language of people who write CVs here needs more. Stacks
/// of them would be drawn over the lines above and below.
const MARKS_ON_A_LETTER: usize = 3;

/// Prepares texts for printing and collects what was substituted.
pub(crate) struct Cleaner {
    coverage: Rc<Coverage>,
    place: String,
    substitutions: Vec<Substitution>,
    known: HashSet<Substitution>,
    lacking: BTreeSet<FontGroup>,
}

impl Cleaner {
    /// Makes a cleaner for the fonts that have these characters.
    pub(crate) fn new(coverage: Rc<Coverage>) -> Self {
        Self {
            coverage,
            place: String::new(),
            substitutions: Vec::new(),
            known: HashSet::new(),
            lacking: BTreeSet::new(),
        }
    }

    /// Says where the next texts stand, in words for people.
    pub(crate) fn enter(&mut self, place: &str) {
        place.clone_into(&mut self.place);
    }

    /// Returns what was substituted, in the order of the page, and which fonts might have helped.
    pub(crate) fn finish(self) -> (Vec<Substitution>, Vec<FontGroup>) {
        (self.substitutions, self.lacking.into_iter().collect())
    }

    /// Notes that no font at hand shows a character.
    pub(crate) fn lacks(&mut self, character: char) {
        let group = FontGroup::lacking_for(character, &self.coverage);
        self.lacking.extend(group);
    }

    /// Notes a substitution once for each place.
    pub(crate) fn report(&mut self, character: &str, replacement: &str) {
        let substitution = Substitution {
            place: self.place.clone(),
            character: character.to_owned(),
            replacement: replacement.to_owned(),
        };
        if self.known.insert(substitution.clone()) {
            self.substitutions.push(substitution);
        }
    }

    /// Returns the text as one printable line, spaces collapsed.
    pub(crate) fn line(&mut self, text: &str, weight: u16) -> String {
        let printable = self.printable(text, weight);
        let mut line = String::with_capacity(printable.len());
        for word in printable.split_whitespace_keeping_no_break() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        line
    }

    /// Returns the lines that have something on them, each printable.
    pub(crate) fn lines(&mut self, text: &str, weight: u16) -> Vec<String> {
        text.split([
            '\n', '\r', '\u{2028}', '\u{2029}', '\u{B}', '\u{C}', '\u{85}',
        ])
        .map(|line| self.line(line, weight))
        .filter(|line| !line.is_empty())
        .collect()
    }

    /// Letters pasted as letter and accent become one, as fonts and searches expect (NFC, Unicode
    /// Standard Annex 15).
    fn printable(&mut self, text: &str, weight: u16) -> String {
        let text = without_joined_shapes(text);
        let composed = ComposingNormalizerBorrowed::new_nfc().normalize(&text);
        let steering = Steering::of(&composed);
        let mut printable = String::with_capacity(composed.len());
        let mut rest: &str = &composed;
        let mut marks = 0;
        while let Some(character) = rest.chars().next() {
            marks = match character {
                mark if is_combining(mark) => marks + 1,
                unseen if is_silent(unseen) => marks,
                _ => 0,
            };
            let length = if marks > MARKS_ON_A_LETTER {
                if marks == MARKS_ON_A_LETTER + 1 {
                    self.report(&character.to_string(), "");
                }
                character.len_utf8()
            } else if self.prints(character, weight) {
                printable.push(character);
                character.len_utf8()
            } else if character.is_whitespace() {
                printable.push(' ');
                character.len_utf8()
            } else if is_silent(character) {
                if steering.keeps(character, &printable) {
                    printable.push(character);
                }
                character.len_utf8()
            } else {
                self.substitute(rest, weight, &mut printable)
            };
            rest = &rest[length..];
        }
        printable
    }

    fn prints(&self, character: char, weight: u16) -> bool {
        (' '..='~').contains(&character)
            || (!character.is_control()
                && !is_silent(character)
                && !is_odd_space(character)
                && self.coverage.has(character, weight))
    }

    /// Replaces what stands first in `rest` and returns how many bytes that was.
    fn substitute(&mut self, rest: &str, weight: u16, printable: &mut String) -> usize {
        let unit = unit_without_shape(rest, |character| self.prints(character, weight));
        unit.chars().for_each(|character| self.lacks(character));
        let replacement = self.replacement(unit, weight);
        self.report(unit, &replacement);
        printable.push_str(&replacement);
        unit.len()
    }

    fn replacement(&self, unit: &str, weight: u16) -> String {
        let fits = |text: &str| text.chars().all(|part| self.prints(part, weight));
        let first = unit.chars().next().unwrap_or_default();
        if let Some(text) = equivalents(first).into_iter().find(|text| fits(text)) {
            return text;
        }
        if !first.is_alphanumeric() {
            return String::new();
        }
        UNKNOWN_LETTERS
            .into_iter()
            .find(|text| fits(text))
            .unwrap_or_default()
            .to_owned()
    }
}

/// Returns the text with Arabic letters in the place of their joined shapes.
fn without_joined_shapes(text: &str) -> Cow<'_, str> {
    if text.chars().all(|shape| letters_of_shape(shape).is_none()) {
        return Cow::Borrowed(text);
    }
    let mut letters = String::with_capacity(text.len());
    for character in text.chars() {
        match letters_of_shape(character) {
            Some(joined) => letters.push_str(joined),
            None => letters.push(character),
        }
    }
    Cow::Owned(letters)
}

/// Which of the unseen characters of a text have work to do: those that steer the order and the joining
/// of letters from right to left.
#[derive(Clone, Copy)]
struct Steering {
    needed: bool,
    balanced: bool,
}

impl Steering {
    fn of(text: &str) -> Self {
        let needed = text.chars().any(is_from_the_right);
        let mut open = 0_usize;
        let mut balanced = true;
        for character in text.chars().filter(|_| needed) {
            match character {
                '\u{2066}'..='\u{2068}' => open += 1,
                '\u{2069}' if open == 0 => balanced = false,
                '\u{2069}' => open -= 1,
                _ => {}
            }
        }
        balanced &= open == 0;
        Self { needed, balanced }
    }

    /// Tells whether an unseen character stays behind what was printed already. Isolates that do not end
    /// would change what follows.
    fn keeps(self, character: char, printed: &str) -> bool {
        self.needed
            && match character {
                '\u{200C}' | '\u{200D}' => printed.ends_with(is_from_the_right),
                '\u{2066}'..='\u{2069}' => self.balanced,
                other => is_direction_mark(other),
            }
    }
}

/// Returns the characters at the start of `rest` that go together: a word in letters without a
/// shape, an emoji with its modifiers, or one character.
fn unit_without_shape(rest: &str, prints: impl Fn(char) -> bool) -> &str {
    let mut characters = rest.char_indices().peekable();
    let Some((_, first)) = characters.next() else {
        return rest;
    };
    let letters = first.is_alphanumeric() && equivalents(first).is_empty();
    let flag = is_regional_indicator(first);
    let mut joined = false;
    let mut taken = first.len_utf8();
    for (position, next) in characters {
        let belongs = joined
            || is_emoji_modifier(next)
            || (flag && is_regional_indicator(next) && position == first.len_utf8())
            || (letters && (next.is_alphanumeric() || is_combining(next)) && !prints(next));
        if !belongs {
            break;
        }
        joined = next == '\u{200D}';
        taken = position + next.len_utf8();
    }
    &rest[..taken]
}

/// Characters that are never seen: controls, direction marks, joiners, variation selectors.
fn is_silent(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
            | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFC}' | '\u{FFFE}'..='\u{FFFF}'
            | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Spaces of unusual widths: they become ordinary ones.
fn is_odd_space(character: char) -> bool {
    character.is_whitespace() && !matches!(character, ' ' | '\u{A0}')
}

fn is_emoji_modifier(character: char) -> bool {
    matches!(character,
        '\u{200D}' | '\u{20E3}' | '\u{FE00}'..='\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}'
        | '\u{E0020}'..='\u{E007F}')
}

fn is_regional_indicator(character: char) -> bool {
    ('\u{1F1E6}'..='\u{1F1FF}').contains(&character)
}

/// Marks that Unicode places over or under letters, in the blocks where most scripts keep them.
fn is_combining(character: char) -> bool {
    matches!(character,
        '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5C7}'
        | '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6ED}'
        | '\u{900}'..='\u{903}' | '\u{93A}'..='\u{94F}' | '\u{E31}'..='\u{E4E}'
        | '\u{1AB0}'..='\u{1AFF}' | '\u{20D0}'..='\u{20FF}')
}

/// Splitting at spaces, but not at the no-break space, which Unicode also counts as white.
trait SplitWhitespaceKeepingNoBreak {
    fn split_whitespace_keeping_no_break(&self) -> impl Iterator<Item = &str>;
}

impl SplitWhitespaceKeepingNoBreak for String {
    fn split_whitespace_keeping_no_break(&self) -> impl Iterator<Item = &str> {
        self.split(|character: char| character.is_whitespace() && character != '\u{A0}')
            .map(|word| word.trim_matches('\u{A0}'))
            .filter(|word| !word.is_empty())
    }
}
