//! What the phrases of letters must look like: `content/letters/README.md` says it in words.

use std::collections::HashSet;

use approdo_domain::letter::{
    BLANK, Facts, LetterField, LetterForm, LetterPlace, Phrase, PhraseField, WordForm,
};

use super::{Fault, LetterSource};
use crate::Language;
use crate::search::fold::{folded, words};

/// Words of a sentence that can still be taken in at once.
const SENTENCE_WORDS: usize = 25;
/// Phrases of a part, at least, that need no fact but the company and the job.
const EASY: usize = 3;
/// Phrases of a part, at least, that need none.
const FREE: usize = 2;
/// Longest message for a telephone, in characters, without its facts.
const LONGEST_MESSAGE: usize = 500;

/// Lists everything that does not follow the rules.
pub fn check_letters(source: &LetterSource) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (form, file) in &source.forms {
        for language in Language::ALL {
            let phrases = file.phrases(language);
            let mut longest = 0;
            for field in LetterField::COMPOSED {
                let list = phrases.of(field);
                let part = Part {
                    form: *form,
                    language,
                    field,
                };
                faults.extend(part.located(part.check(list)));
                longest += list
                    .iter()
                    .map(|phrase| phrase.chars().count())
                    .max()
                    .unwrap_or(0);
            }
            if *form == LetterForm::ShortMessage && longest > LONGEST_MESSAGE {
                let message = format!("{longest} characters; {LONGEST_MESSAGE} are the most");
                faults.push(Fault::new("short-message.toml", language.code(), message));
            }
        }
    }
    faults
}

/// A part of a form in a language.
#[derive(Clone, Copy)]
struct Part {
    form: LetterForm,
    language: Language,
    field: LetterField,
}

impl Part {
    fn located(self, messages: Vec<String>) -> Vec<Fault> {
        let file = format!("{}.toml", self.form.code());
        let entry = format!("{} {:?}", self.language.code(), self.field);
        let fault = |message| Fault::new(&file, &entry, message);
        messages.into_iter().map(fault).collect()
    }

    fn check(self, list: &[String]) -> Vec<String> {
        let mut messages = Vec::new();
        let fewest = match self.language {
            Language::Italian => 8,
            Language::English => 4,
        };
        let is_needed = self.form.has(LetterPlace::Text(self.field)) || !list.is_empty();
        if is_needed && list.len() < fewest {
            messages.push(format!("{} phrases; {fewest} are the fewest", list.len()));
        }
        let mut seen = HashSet::new();
        let mut read = Vec::new();
        for text in list {
            if !seen.insert(folded(text)) {
                messages.push(format!("`{text}` stands there twice"));
            }
            match text.parse::<Phrase>() {
                Ok(phrase) => {
                    messages.extend(self.check_phrase(text, &phrase));
                    read.push(phrase);
                }
                Err(error) => messages.push(format!("`{text}`: {error}")),
            }
        }
        if is_needed {
            messages.extend(check_choice(&read));
        }
        messages
    }

    fn check_phrase(self, text: &str, phrase: &Phrase) -> Vec<String> {
        let mut messages = Vec::new();
        let told = |message: &str| format!("`{text}` {message}");
        if phrase.has_addressee_forms() && self.field != LetterField::Salutation {
            messages.push(told("greets somebody outside the salutation"));
        }
        if text.trim() != text
            || text.contains("  ")
            || text.contains("...")
            || text.contains(BLANK)
        {
            messages.push(told("has a blank too many, or dots"));
        }
        let shown = phrase.sentence(
            &Facts::default(),
            WordForm::Feminine,
            Some(WordForm::Feminine),
        );
        let shown = shown.unwrap_or_default();
        let is_line = matches!(self.field, LetterField::Subject | LetterField::Salutation);
        if is_line && shown.contains('\n') {
            messages.push(told("has more than one line"));
        }
        let mut sentences = shown.split(['.', '!', '?', '\n']);
        if sentences.any(|sentence| count_words(sentence) > SENTENCE_WORDS) {
            messages.push(told("has a sentence of more than 25 words"));
        }
        let informal = informal(self.language);
        if let Some(word) = words(text)
            .iter()
            .find(|word| informal.contains(&word.as_str()))
        {
            messages.push(told(&format!("says `{word}`; letters say Lei")));
        }
        messages
    }
}

/// Who has nothing to fill in yet still has a choice.
fn check_choice(phrases: &[Phrase]) -> Vec<String> {
    let easy_fields = [PhraseField::Company, PhraseField::Role];
    let count = |is_fine: &dyn Fn(PhraseField) -> bool| {
        let fine = phrases.iter().filter(|phrase| phrase.fields().all(is_fine));
        fine.count()
    };
    let easy = count(&|field| easy_fields.contains(&field));
    let free = count(&|_| false);
    let mut messages = Vec::new();
    if easy < EASY {
        messages.push(format!(
            "{easy} phrases need company and role only; {EASY} are the fewest"
        ));
    }
    if free < FREE {
        messages.push(format!(
            "{free} phrases need no fact; {FREE} are the fewest"
        ));
    }
    messages
}

/// A blank is a fact of a word or two.
fn count_words(sentence: &str) -> usize {
    sentence.split_whitespace().count()
}

/// Words that say *tu* or *voi*.
fn informal(language: Language) -> &'static [&'static str] {
    match language {
        Language::Italian => &[
            "tu", "te", "ti", "tuo", "tua", "tuoi", "tue", "voi", "vi", "vostro", "vostra",
            "vostri", "vostre", "ciao",
        ],
        Language::English => &["hi", "hey"],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn messages(field: LetterField, phrase: &str) -> String {
        let part = Part {
            form: LetterForm::VacancyAnswer,
            language: Language::Italian,
            field,
        };
        let messages = match phrase.parse::<Phrase>() {
            Ok(read) => part.check_phrase(phrase, &read),
            Err(_) => part.check(&[phrase.to_owned()]),
        };
        messages.join("\n")
    }

    #[rstest]
    #[case::plain("Vorrei lavorare presso {company}.")]
    #[case::gendered("Sono interessat[o|a] al posto di {role}.")]
    #[case::two_sentences("Arrivo in orario.\nCordiali saluti")]
    fn a_good_phrase_passes(#[case] phrase: &str) {
        assert_eq!(messages(LetterField::Opening, phrase), "");
    }

    #[rstest]
    #[case::unknown("Il posto di {rolle}.", "no fact")]
    #[case::bracket("Sono interessat[o|a al posto.", "no other half")]
    #[case::informal("Scrivo a te per il posto.", "says `te`")]
    #[case::plural("Vi scrivo per il posto.", "says `vi`")]
    #[case::greeting("<Egregio|Gentile> signore", "outside the salutation")]
    #[case::dots("Scrivo da ...", "dots")]
    fn a_bad_phrase_is_told(#[case] phrase: &str, #[case] expected: &str) {
        let messages = messages(LetterField::Opening, phrase);
        assert!(messages.contains(expected), "{messages}");
    }

    #[test]
    fn a_long_sentence_is_told_and_two_short_ones_are_not() {
        let long = "Vorrei ".repeat(26);
        assert!(messages(LetterField::Opening, long.trim()).contains("25 words"));
        let short = "Vorrei ".repeat(20);
        let two = format!("{}. {}.", short.trim(), short.trim());
        assert_eq!(messages(LetterField::Opening, &two), "");
    }
}
