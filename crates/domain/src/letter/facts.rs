//! The facts of which a draft is made. Each says where it was read, so that nothing stands in a letter that
//! neither the CV nor the person said. Reading them from a CV is in `cv_facts`.

use crate::letter::{Letter, LetterPlace, PhraseField, cv_facts};
use crate::{Cv, CvPlace, PartialDate};
use std::collections::BTreeMap;

/// Where a fact was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FactSource {
    /// In the letter.
    Letter(LetterPlace),
    /// In the CV.
    Cv(CvPlace),
}

/// Something that is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// The words, as they stand in the middle of a sentence.
    pub words: String,
    /// Where they were read.
    pub source: FactSource,
}

/// What is known, by the names that phrases have for it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    known: BTreeMap<PhraseField, Fact>,
}

impl Facts {
    /// Gathers what a letter and its CV say. Hidden parts and entries of the CV are not looked at; `today`
    /// tells which certificates are still valid.
    pub fn of(letter: &Letter, cv: &Cv, today: PartialDate) -> Facts {
        let mut facts = cv_facts::read(letter, cv, today);
        for field in PhraseField::ALL {
            let Some(place) = field.place() else { continue };
            let is_left_out = matches!(place, LetterPlace::Sender(part) if letter.sender_left_out.contains(&part));
            if is_left_out {
                continue;
            }
            if let crate::FieldValue::Text(text) = letter.value(place) {
                facts.add(
                    field,
                    fact(&in_sentence(field, text), FactSource::Letter(place)),
                );
            }
        }
        facts
    }

    /// Returns the words for a fact, if it is known.
    pub fn get(&self, field: PhraseField) -> Option<&str> {
        self.known.get(&field).map(|fact| fact.words.as_str())
    }

    /// Returns where a fact was read, if it is known.
    pub fn source(&self, field: PhraseField) -> Option<FactSource> {
        self.known.get(&field).map(|fact| fact.source)
    }

    /// Adds a fact, if there is one; it takes the place of one that was there.
    pub fn add(&mut self, field: PhraseField, fact: Option<Fact>) {
        if let Some(fact) = fact {
            self.known.insert(field, fact);
        }
    }
}

/// Makes a fact of words on one line, without the stop at their end unless it is that of an abbreviation
/// (`S.r.l.`); none of nothing.
pub(super) fn fact(words: &str, source: FactSource) -> Option<Fact> {
    let words: Vec<&str> = words.split_whitespace().collect();
    let is_abbreviated = words
        .last()
        .is_some_and(|last| last.matches('.').count() > 1);
    let words = words.join(" ");
    let words = match is_abbreviated {
        true => words.as_str(),
        false => words.trim_end_matches(['.', ';', ',', ':', '…', ' ']),
    };
    (!words.is_empty()).then(|| Fact {
        words: words.to_owned(),
        source,
    })
}

/// Names stay as they are; other words lose the capital with which a field or a line begins.
fn in_sentence(field: PhraseField, text: &str) -> String {
    match field {
        PhraseField::Role
        | PhraseField::Skill
        | PhraseField::SecondSkill
        | PhraseField::Availability
        | PhraseField::Reason => without_capital(text),
        PhraseField::Source if begins_with_preposition(text) => without_capital(text),
        PhraseField::Town => without_province(text).to_owned(),
        _ => text.to_owned(),
    }
}

/// People write `Sul sito del Comune` as an answer of its own.
fn begins_with_preposition(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    let prepositions = [
        "su", "sul", "sulla", "sui", "sulle", "nel", "nella", "in", "al", "alla", "allo", "dal",
        "dalla", "da", "presso", "tramite", "per", "on", "at", "through", "by",
    ];
    prepositions.contains(&first.to_lowercase().as_str())
}

/// Programmes that people name among their skills, and keep their capital.
const PROGRAMMES: [&str; 14] = [
    "Access",
    "Adobe",
    "Canva",
    "Excel",
    "Facebook",
    "Google",
    "Instagram",
    "Internet",
    "Linux",
    "Microsoft",
    "Photoshop",
    "Windows",
    "Word",
    "Zucchetti",
];

/// Returns a text without the capital it begins with. Abbreviations and names of programmes keep theirs.
pub(super) fn without_capital(text: &str) -> String {
    let text = text.trim();
    let first_word = text.split(|sign: char| !sign.is_alphanumeric()).next();
    let mut signs = text.chars();
    let (Some(first), Some(second)) = (signs.next(), signs.clone().next()) else {
        return text.to_owned();
    };
    let is_abbreviation =
        first_word.is_some_and(|word| word.chars().skip(1).any(char::is_uppercase));
    let is_programme = first_word.is_some_and(|word| PROGRAMMES.contains(&word));
    if is_abbreviation
        || is_programme
        || !(second.is_lowercase() || second == '\'' || second == '’')
    {
        return text.to_owned();
    }
    first.to_lowercase().chain(signs).collect()
}

/// Returns a town without the province that is written behind it between brackets.
pub(super) fn without_province(town: &str) -> &str {
    town.split('(').next().unwrap_or_default().trim()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::word("Magazziniera", "magazziniera")]
    #[case::accent("È utile", "È utile")]
    #[case::elision("L'uso del muletto", "l'uso del muletto")]
    #[case::abbreviation("HACCP e igiene", "HACCP e igiene")]
    #[case::mixed("AutoCAD", "AutoCAD")]
    #[case::programme("Excel avanzato", "Excel avanzato")]
    #[case::letter("B", "B")]
    #[case::nothing("", "")]
    fn words_lose_their_capital_and_names_do_not(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(without_capital(text), expected);
    }

    #[test]
    fn facts_are_one_line_without_a_stop_at_its_end() {
        let source = FactSource::Letter(LetterPlace::Title);
        let made = fact(" Fare il pane \n di notte. ", source).unwrap();
        assert_eq!(made.words, "Fare il pane di notte");
        assert_eq!(fact(" … ", source), None);
        let company = fact("Rossi S.r.l.", source).unwrap();
        assert_eq!(company.words, "Rossi S.r.l.");
    }

    #[test]
    fn what_the_person_answers_goes_before_what_the_cv_says() {
        use crate::letter::AnswersField;
        let mut cv = Cv::default();
        cv.add_entry(crate::Section::Skills, crate::ItemId(1));
        cv.skills[0].name = "Uso del muletto".to_owned();
        let today = PartialDate::new(2026, Some(11), Some(22)).unwrap();
        let mut letter = Letter::default();
        let from_cv = Facts::of(&letter, &cv, today);
        assert_eq!(from_cv.get(PhraseField::Skill), Some("uso del muletto"));
        assert!(matches!(
            from_cv.source(PhraseField::Skill),
            Some(FactSource::Cv(_))
        ));
        letter.set_text(LetterPlace::Answer(AnswersField::Skill), "Inventari");
        let answered = Facts::of(&letter, &cv, today);
        assert_eq!(answered.get(PhraseField::Skill), Some("inventari"));
        assert!(matches!(
            answered.source(PhraseField::Skill),
            Some(FactSource::Letter(_))
        ));
    }
}
