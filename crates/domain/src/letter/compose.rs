//! Composing a draft: which phrases fit, which of them are taken, and which comes next. Pure: facts and
//! phrases come as data, and chance as a number.
//!
//! A phrase fits if it has words for the writer and the addressee. Facts that are not known leave blanks;
//! phrases without blanks go before.

use crate::letter::phrase::Phrase;
use crate::letter::said_by_person::is_for_person_to_say;
use crate::letter::{
    Facts, Letter, LetterField, LetterForm, LetterPhrases, LetterPlace, PhraseField, WordForm,
};
use crate::{Cv, PartialDate};

/// A text of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Composed {
    /// The text.
    pub text: String,
    /// The facts of which it shows a blank, in its order.
    pub open: Vec<PhraseField>,
}

/// Composes the texts of one letter.
#[derive(Debug)]
pub struct Composer<'a> {
    phrases: &'a LetterPhrases,
    facts: Facts,
    writer: WordForm,
    addressee: Option<WordForm>,
    form: LetterForm,
    today: PartialDate,
}

/// A phrase that fits, and what it makes.
struct Candidate {
    fields: Vec<PhraseField>,
    is_for_person_to_say: bool,
    composed: Composed,
}

impl<'a> Composer<'a> {
    /// Makes a composer of what a letter and its CV say. The phrases are those of the letter's form and
    /// language.
    pub fn new(letter: &Letter, cv: &Cv, phrases: &'a LetterPhrases, today: PartialDate) -> Self {
        Self {
            phrases,
            facts: Facts::of(letter, cv, today),
            writer: letter.word_form(),
            addressee: letter.addressee.word_form(),
            form: letter.letter_form(),
            today,
        }
    }

    /// Returns what is known.
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// Composes a whole draft. With the same facts, two numbers that follow each other begin differently,
    /// so that two people at one desk do not send the same letter.
    pub fn draft(&self, number: u64) -> Vec<(LetterField, Composed)> {
        let mut digits = scrambled(number);
        let mut told: Vec<PhraseField> = Vec::new();
        let mut taken_so_far: Vec<(LetterField, Candidate)> = Vec::new();
        for field in LetterField::COMPOSED {
            let candidates = self.best(field, &told);
            let Some(most) = u64::try_from(candidates.len())
                .ok()
                .filter(|most| *most > 0)
            else {
                continue;
            };
            let rank = match field {
                LetterField::Opening => number % most,
                _ => digits % most,
            };
            digits /= most;
            let taken = usize::try_from(rank).unwrap_or_default();
            if let Some(candidate) = candidates.into_iter().nth(taken) {
                told.extend(&candidate.fields);
                taken_so_far.push((field, candidate));
            }
        }
        self.name_company(&mut taken_so_far);
        let mut draft = self.place_and_date();
        let composed = taken_so_far.into_iter();
        draft.extend(composed.map(|(field, candidate)| (field, candidate.composed)));
        draft
    }

    /// Names the company, where no phrase does yet, in the last part in which that leaves nothing untold that
    /// the person answered: a letter that could go to anybody is read by nobody.
    fn name_company(&self, draft: &mut [(LetterField, Candidate)]) {
        let names_it = |candidate: &Candidate| candidate.fields.contains(&PhraseField::Company);
        let is_named = draft.iter().any(|(_, candidate)| names_it(candidate));
        if is_named || self.facts.get(PhraseField::Company).is_none() {
            return;
        }
        for at in (0..draft.len()).rev() {
            let told_elsewhere = |field: &PhraseField| {
                let mut others = draft.iter().enumerate().filter(|(other, _)| *other != at);
                others.any(|(_, (_, candidate))| candidate.fields.contains(field))
            };
            let (field, shown) = &draft[at];
            let mut needed = shown.fields.clone();
            needed.retain(|field| self.is_answered(*field) && !told_elsewhere(field));
            let mut others = self.with_fewest_blanks(*field).into_iter();
            let fits = |other: &Candidate| {
                names_it(other) && needed.iter().all(|field| other.fields.contains(field))
            };
            if let Some(other) = others.find(fits) {
                draft[at].1 = other;
                return;
            }
        }
    }

    /// Returns every text that fits in a part, each once, those without blanks first: what tapping goes through.
    pub fn choices(&self, field: LetterField) -> Vec<Composed> {
        let mut choices: Vec<Composed> = Vec::new();
        for candidate in self.fitting(field) {
            // Two phrases may differ in the words for a man only.
            let made = candidate.composed;
            if choices.iter().all(|choice| choice.text != made.text) {
                choices.push(made);
            }
        }
        choices
    }

    /// Returns what comes after the text that is shown; none if nothing else fits.
    pub fn next(&self, field: LetterField, shown: &str) -> Option<Composed> {
        let choices = self.choices(field);
        let after = choices.iter().position(|choice| choice.text == shown);
        let next = after.map_or(0, |after| (after + 1) % choices.len().max(1));
        let next = choices.into_iter().nth(next);
        next.filter(|choice| choice.text != shown)
    }

    /// Returns what a text becomes now that something else is known than `before`: the same phrase, or the first
    /// that fits if that one no longer does. None for what the person wrote, or changed: it stays.
    pub fn made_anew(
        &self,
        before: &Composer<'_>,
        field: LetterField,
        shown: &str,
    ) -> Option<Composed> {
        let is_shown = |phrase: &&String| {
            let made = before.candidate(phrase);
            made.is_some_and(|made| made.composed.text == shown)
        };
        let phrase = before.phrases.of(field).iter().find(is_shown)?;
        let same = self.candidate(phrase).or_else(|| {
            let mut others = self.best(field, &[]).into_iter();
            others.next()
        });
        same.map(|candidate| candidate.composed)
    }

    fn place_and_date(&self) -> Vec<(LetterField, Composed)> {
        let PartialDate { year, month, day } = self.today;
        let date = match (month, day) {
            (Some(month), Some(day)) => format!("{day:02}/{month:02}/{year}"),
            _ => return Vec::new(),
        };
        let town = self.facts.get(PhraseField::Town).map(str::to_owned);
        let texts = [(LetterField::Place, town), (LetterField::Date, Some(date))];
        let shown = texts.into_iter().filter(|_| self.form.is_on_paper());
        shown
            .filter_map(|(field, text)| {
                let open = Vec::new();
                Some((field, Composed { text: text?, open }))
            })
            .collect()
    }

    /// Returns the phrases of which a draft takes one: with as few blanks as can be; of those, ones that tell
    /// what the person answered and the letter has not told yet.
    fn best(&self, field: LetterField, told: &[PhraseField]) -> Vec<Candidate> {
        let mut candidates = self.with_fewest_blanks(field);
        let is_body = matches!(
            field,
            LetterField::WhyMe | LetterField::WhyYou | LetterField::Closing
        );
        let tells_answer = |candidate: &Candidate| {
            let mut fields = candidate.fields.iter();
            fields.any(|field| self.is_answered(*field) && !told.contains(field))
        };
        if is_body && candidates.iter().any(tells_answer) {
            candidates.retain(tells_answer);
        }
        candidates
    }

    fn with_fewest_blanks(&self, field: LetterField) -> Vec<Candidate> {
        let mut candidates = self.fitting(field);
        candidates.retain(|candidate| !candidate.is_for_person_to_say);
        let rank = |candidate: &Candidate| self.rank(field, candidate);
        if let Some(first) = candidates.first().map(rank) {
            candidates.retain(|candidate| rank(candidate) == first);
        }
        candidates
    }

    fn is_answered(&self, field: PhraseField) -> bool {
        matches!(field.place(), Some(LetterPlace::Answer(_))) && self.facts.get(field).is_some()
    }

    fn fitting(&self, field: LetterField) -> Vec<Candidate> {
        if !self.form.has(LetterPlace::Text(field)) {
            return Vec::new();
        }
        let phrases = self.phrases.of(field).iter();
        let mut candidates: Vec<Candidate> = phrases
            .filter_map(|phrase| self.candidate(phrase))
            .collect();
        candidates.sort_by_key(|candidate| self.rank(field, candidate));
        candidates
    }

    /// Fewest blanks first; a person whose name is known is greeted by name.
    fn rank(&self, field: LetterField, candidate: &Candidate) -> (usize, bool) {
        let is_greeting = field == LetterField::Salutation;
        let names = candidate.fields.contains(&PhraseField::AddresseeName);
        (candidate.composed.open.len(), is_greeting && !names)
    }

    fn candidate(&self, text: &str) -> Option<Candidate> {
        let phrase: Phrase = text.parse().ok()?;
        let sentence = phrase.sentence(&self.facts, self.writer, self.addressee)?;
        let fields: Vec<PhraseField> = phrase.fields().collect();
        let is_open = |field: &&PhraseField| self.facts.get(**field).is_none();
        let open: Vec<PhraseField> = fields.iter().filter(is_open).copied().collect();
        // Nobody is greeted by a blank: there are salutations without a name.
        if open.contains(&PhraseField::AddresseeName) {
            return None;
        }
        Some(Candidate {
            is_for_person_to_say: is_for_person_to_say(self.form, text),
            fields,
            composed: Composed {
                text: sentence,
                open,
            },
        })
    }
}

/// Spreads numbers that follow each other (splitmix64, Steele and others, 2014).
fn scrambled(number: u64) -> u64 {
    let mut bits = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}
