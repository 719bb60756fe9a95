//! Drafts of a letter: which texts a draft writes, which texts follow an answer that changed, and the
//! phrases that can be tapped through. How drafts are composed is in `approdo_domain::letter`.

use super::editor::LetterEditor;
use super::phrases::phrases_of;
use crate::platform::{local_storage, random};
use crate::state::day::today;
use approdo_domain::letter::{Composer, Letter, LetterField, LetterPhrases, LetterPlace};
use approdo_domain::{Cv, PartialDate};
use leptos::prelude::*;
use std::rc::Rc;

/// The number of the last draft that was made on this device.
const NUMBER: &str = "approdo.letters.draft";

/// A letter with the phrases at hand.
#[derive(Debug, Clone)]
pub struct Drafting {
    editor: LetterEditor,
    phrases: Rc<LetterPhrases>,
}

impl Drafting {
    /// Fetches the phrases for a letter; none if they are neither on this device nor to be had.
    pub async fn of(editor: LetterEditor) -> Option<Self> {
        let letter = untrack(|| editor.letter());
        let phrases = phrases_of(&letter).await?;
        Some(Self { editor, phrases })
    }

    /// Writes a draft into the texts in which nothing is written yet.
    pub fn fill(&self) {
        let letter = untrack(|| self.editor.letter());
        if LetterField::BODY
            .into_iter()
            .all(|field| letter.text(field).trim().is_empty())
        {
            let texts = self.with_composer(&letter, |composer| {
                draft_of(&letter, composer, next_number())
            });
            self.editor.write_texts(texts);
        }
    }

    /// Puts another phrase in the place of the one that is shown; tells whether there is another.
    pub fn replace(&self, field: LetterField) -> bool {
        let next = self.next(field);
        if let Some(next) = &next {
            self.editor.write_step(LetterPlace::Text(field), next);
        }
        next.is_some()
    }

    /// Tells whether there is another phrase, following the letter.
    pub fn has_other(&self, field: LetterField) -> bool {
        self.editor.revision().track();
        self.next(field).is_some()
    }

    /// Has the phrases follow answers that changed since the letter was as `before`.
    pub fn follow(&self, before: &Letter) {
        let letter = untrack(|| self.editor.letter());
        let cv = untrack(|| self.editor.cv_to_send());
        let texts = followed(before, &letter, &cv, &self.phrases, today());
        if !texts.is_empty() {
            self.editor.write_texts(texts);
        }
    }

    fn next(&self, field: LetterField) -> Option<String> {
        let letter = untrack(|| self.editor.letter());
        self.with_composer(&letter, |composer| {
            let next = composer.next(field, letter.text(field));
            next.map(|composed| composed.text)
        })
    }

    fn with_composer<T>(&self, letter: &Letter, act: impl FnOnce(&Composer<'_>) -> T) -> T {
        let cv = untrack(|| self.editor.cv_to_send());
        act(&Composer::new(letter, &cv, &self.phrases, today()))
    }
}

/// Returns what a draft writes into a letter: what the person wrote stays.
pub fn draft_of(
    letter: &Letter,
    composer: &Composer<'_>,
    number: u64,
) -> Vec<(LetterField, String)> {
    let draft = composer.draft(number).into_iter();
    draft
        .filter(|(field, _)| letter.text(*field).trim().is_empty())
        .map(|(field, composed)| (field, composed.text))
        .collect()
}

/// Returns the texts that follow what was answered since the letter was as `before`: phrases only; what the
/// person wrote or changed stays.
pub fn followed(
    before: &Letter,
    letter: &Letter,
    cv: &Cv,
    phrases: &LetterPhrases,
    today: PartialDate,
) -> Vec<(LetterField, String)> {
    let earlier = Composer::new(before, cv, phrases, today);
    let now = Composer::new(letter, cv, phrases, today);
    let fields = LetterField::COMPOSED.into_iter();
    fields
        .filter_map(|field| {
            let shown = letter.text(field);
            let made = now.made_anew(&earlier, field, shown)?.text;
            (made != shown).then_some((field, made))
        })
        .collect()
}

/// Draws the number of a draft: one more than that of the draft before, so that two people at one desk do not
/// begin alike; on a device without drafts any.
fn next_number() -> u64 {
    let noted = local_storage::get(NUMBER);
    let number = number_after(noted.as_deref(), u32::from_be_bytes(random::bytes()));
    local_storage::set(NUMBER, &number.to_string());
    number
}

fn number_after(noted: Option<&str>, random: u32) -> u64 {
    let before: Option<u64> = noted.and_then(|noted| noted.parse().ok());
    before.map_or(u64::from(random), |before| before.wrapping_add(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use approdo_domain::letter::AddresseeField;

    const TODAY: PartialDate = PartialDate {
        year: 2026,
        month: Some(11),
        day: Some(22),
    };

    fn phrases() -> LetterPhrases {
        LetterPhrases {
            salutation: vec!["Buongiorno,".to_owned()],
            opening: vec!["Scrivo a {company}.".to_owned()],
            why_me: vec!["Imparo in fretta.".to_owned()],
            why_you: vec!["Vorrei lavorare per {company}.".to_owned()],
            closing: vec!["Cordiali saluti".to_owned()],
            ..LetterPhrases::default()
        }
    }

    fn letter_to(company: &str) -> Letter {
        let mut letter = Letter::default();
        letter.set_text(LetterPlace::Addressee(AddresseeField::Company), company);
        letter
    }

    #[test]
    fn a_draft_leaves_what_the_person_wrote() {
        let mut letter = letter_to("Rossi");
        letter.texts.opening = "Ho visto il Vostro furgone.".to_owned();
        let (cv, phrases) = (Cv::default(), phrases());
        let composer = Composer::new(&letter, &cv, &phrases, TODAY);
        let draft = draft_of(&letter, &composer, 0);
        assert!(
            draft
                .iter()
                .all(|(field, _)| *field != LetterField::Opening)
        );
        assert!(draft.contains(&(LetterField::WhyMe, "Imparo in fretta.".to_owned())));
    }

    #[test]
    fn phrases_follow_the_company_and_own_words_do_not() {
        let (mut before, mut letter) = (letter_to("Rossi"), letter_to("Bianchi"));
        for letter in [&mut before, &mut letter] {
            letter.texts.opening = "Scrivo a Rossi.".to_owned();
            letter.texts.why_you = "Rossi è vicino a casa mia.".to_owned();
        }
        let followed = followed(&before, &letter, &Cv::default(), &phrases(), TODAY);
        assert_eq!(
            followed,
            [(LetterField::Opening, "Scrivo a Bianchi.".to_owned())]
        );
    }

    #[test]
    fn drafts_on_one_device_are_counted_on() {
        assert_eq!(number_after(Some("7"), 3), 8);
        assert_eq!(number_after(None, 3), 3);
        assert_eq!(number_after(Some("no number"), 3), 3);
    }
}
