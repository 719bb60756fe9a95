//! A phrase of a letter: words, facts between `{` and `}`, endings for the writer between `[` and `]`, words for
//! the addressee between `<` and `>`. Which phrases there are is the business of `approdo-catalog`.

use crate::letter::{Facts, PhraseField, WordForm};
use std::str::FromStr;
use thiserror::Error;

/// What stands where something is still to be filled in.
pub const BLANK: char = '…';

/// A phrase, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    pieces: Vec<Piece>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Words(String),
    Fact(PhraseField),
    /// Masculine and feminine, of the writer.
    Writer([String; 2]),
    /// For a man and for a woman, of the addressee.
    Addressee([String; 2]),
}

/// Why a text is no phrase.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PhraseError {
    /// No fact has that name.
    #[error("`{{{0}}}` is no fact that letters know")]
    UnknownField(String),
    /// A bracket without its other half, or one in another.
    #[error("`{0}` has no other half, or stands within other brackets")]
    Unbalanced(char),
    /// Something other than two forms.
    #[error("`{0}` is not two forms parted by `|`")]
    Forms(String),
}

impl FromStr for Phrase {
    type Err = PhraseError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some(at) = rest.find(['{', '}', '[', ']', '<', '>']) {
            let (before, bracketed) = rest.split_at(at);
            if !before.is_empty() {
                pieces.push(Piece::Words(before.to_owned()));
            }
            let (piece, after) = read_bracket(bracketed)?;
            pieces.push(piece);
            rest = after;
        }
        if !rest.is_empty() {
            pieces.push(Piece::Words(rest.to_owned()));
        }
        Ok(Phrase { pieces })
    }
}

/// Reads what stands between brackets; the text begins with one.
fn read_bracket(text: &str) -> Result<(Piece, &str), PhraseError> {
    let open = text.chars().next().unwrap_or_default();
    let close = match open {
        '{' => '}',
        '[' => ']',
        '<' => '>',
        _ => return Err(PhraseError::Unbalanced(open)),
    };
    let inside = text.get(open.len_utf8()..).unwrap_or_default();
    let (inside, after) = inside
        .split_once(close)
        .ok_or(PhraseError::Unbalanced(open))?;
    if let Some(other) = inside.chars().find(|sign| "{}[]<>".contains(*sign)) {
        return Err(PhraseError::Unbalanced(other));
    }
    let piece = match open {
        '{' => PhraseField::from_code(inside)
            .map(Piece::Fact)
            .ok_or_else(|| PhraseError::UnknownField(inside.to_owned()))?,
        '[' => Piece::Writer(two_forms(inside)?),
        _ => Piece::Addressee(two_forms(inside)?),
    };
    Ok((piece, after))
}

fn two_forms(text: &str) -> Result<[String; 2], PhraseError> {
    match text.split('|').collect::<Vec<_>>().as_slice() {
        [one, other] if one != other => Ok([(*one).to_owned(), (*other).to_owned()]),
        _ => Err(PhraseError::Forms(text.to_owned())),
    }
}

impl Phrase {
    /// Returns the facts it asks for, in its order.
    pub fn fields(&self) -> impl Iterator<Item = PhraseField> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Fact(field) => Some(*field),
            _ => None,
        })
    }

    /// Tells whether it has words for the addressee that differ for a man and a woman.
    pub fn has_addressee_forms(&self) -> bool {
        let mut pieces = self.pieces.iter();
        pieces.any(|piece| matches!(piece, Piece::Addressee(_)))
    }

    /// Returns the sentence it makes, with a [`BLANK`] for each fact that is not known; none if it has no
    /// words for that writer or that addressee.
    pub fn sentence(
        &self,
        facts: &Facts,
        writer: WordForm,
        addressee: Option<WordForm>,
    ) -> Option<String> {
        let mut sentence = String::new();
        for piece in &self.pieces {
            match piece {
                // An abbreviation's stop ends the sentence too.
                Piece::Words(words) if sentence.ends_with('.') => {
                    sentence.push_str(words.strip_prefix('.').unwrap_or(words));
                }
                Piece::Words(words) => sentence.push_str(words),
                Piece::Fact(field) => match facts.get(*field) {
                    Some(words) => push(&mut sentence, *field, words),
                    None => sentence.push(BLANK),
                },
                Piece::Writer(forms) => sentence.push_str(of_form(forms, writer)?),
                Piece::Addressee(forms) => sentence.push_str(of_form(forms, addressee?)?),
            }
        }
        Some(sentence)
    }
}

/// A fact at the beginning of a phrase, or of a sentence in it, begins with a capital; `a` before a town
/// with A is `ad`.
fn push(sentence: &mut String, field: PhraseField, words: &str) {
    let begins_with_a = words.starts_with(['a', 'A']);
    if field == PhraseField::Town && begins_with_a && sentence.ends_with(" a ") {
        sentence.insert(sentence.len() - 1, 'd');
    }
    let before = sentence.trim_end();
    if before.is_empty() || before.ends_with(['.', '!', '?']) {
        let mut signs = words.chars();
        sentence.extend(signs.next().into_iter().flat_map(char::to_uppercase));
        sentence.push_str(signs.as_str());
    } else {
        sentence.push_str(words);
    }
}

fn of_form(forms: &[String; 2], form: WordForm) -> Option<&str> {
    let [masculine, feminine] = forms;
    match form {
        WordForm::Masculine => Some(masculine),
        WordForm::Feminine => Some(feminine),
        WordForm::Neutral => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::{Fact, FactSource, LetterPlace};
    use proptest::prelude::*;
    use rstest::rstest;

    fn facts() -> Facts {
        let mut facts = Facts::default();
        let fact = Fact {
            words: "addetta alle pulizie".to_owned(),
            source: FactSource::Letter(LetterPlace::Title),
        };
        facts.add(PhraseField::Role, Some(fact));
        facts
    }

    fn sentence(phrase: &str, writer: WordForm, addressee: Option<WordForm>) -> Option<String> {
        let phrase: Phrase = phrase.parse().unwrap();
        phrase.sentence(&facts(), writer, addressee)
    }

    #[rstest]
    #[case::fact("Il posto di {role}.", "Il posto di addetta alle pulizie.")]
    #[case::beginning("{role}: eccomi", "Addetta alle pulizie: eccomi")]
    #[case::unknown("Vi scrivo da {town}.", "Vi scrivo da ….")]
    #[case::writer("Sono interessat[o|a]", "Sono interessata")]
    #[case::addressee("<Egregio|Gentile> Direttore", "Egregio Direttore")]
    fn facts_and_forms_come_into_the_sentence(#[case] phrase: &str, #[case] expected: &str) {
        let made = sentence(phrase, WordForm::Feminine, Some(WordForm::Masculine));
        assert_eq!(made.as_deref(), Some(expected));
    }

    #[test]
    fn the_stop_of_an_abbreviation_is_not_doubled() {
        let mut facts = Facts::default();
        let source = FactSource::Letter(LetterPlace::Title);
        let words = "Rossi S.r.l.".to_owned();
        facts.add(PhraseField::Company, Some(Fact { words, source }));
        let phrase: Phrase = "Vorrei lavorare per {company}. Grazie.".parse().unwrap();
        let made = phrase.sentence(&facts, WordForm::Neutral, None);
        assert_eq!(
            made.as_deref(),
            Some("Vorrei lavorare per Rossi S.r.l. Grazie.")
        );
    }

    #[test]
    fn towns_with_a_take_their_preposition() {
        let mut facts = Facts::default();
        let source = FactSource::Letter(LetterPlace::Title);
        let words = "Annicco".to_owned();
        facts.add(PhraseField::Town, Some(Fact { words, source }));
        let phrase: Phrase = "Abito a {town}.".parse().unwrap();
        let made = phrase.sentence(&facts, WordForm::Neutral, None);
        assert_eq!(made.as_deref(), Some("Abito ad Annicco."));
    }

    #[test]
    fn a_phrase_without_words_for_somebody_makes_no_sentence() {
        assert_eq!(sentence("interessat[o|a]", WordForm::Neutral, None), None);
        assert_eq!(
            sentence("<Egregio|Gentile>", WordForm::Feminine, None),
            None
        );
        assert!(sentence("Ho interesse", WordForm::Neutral, None).is_some());
    }

    #[rstest]
    #[case::unknown("{rol}", PhraseError::UnknownField("rol".to_owned()))]
    #[case::open("un {role", PhraseError::Unbalanced('{'))]
    #[case::closed("un role}", PhraseError::Unbalanced('}'))]
    #[case::nested("[{role}|a]", PhraseError::Unbalanced('{'))]
    #[case::one_form("interessat[o]", PhraseError::Forms("o".to_owned()))]
    #[case::three_forms("[o|a|e]", PhraseError::Forms("o|a|e".to_owned()))]
    fn what_is_no_phrase_says_why(#[case] phrase: &str, #[case] error: PhraseError) {
        assert_eq!(phrase.parse::<Phrase>(), Err(error));
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused_and_makes_a_sentence(text in "[a-z {}<>|.…\\[\\]]{0,30}") {
            if let Ok(phrase) = text.parse::<Phrase>() {
                let made = phrase.sentence(&facts(), WordForm::Feminine, Some(WordForm::Feminine));
                let is_plain = made.is_some_and(|made| !made.contains(['{', '[', '<']));
                prop_assert!(is_plain);
            }
        }
    }
}
