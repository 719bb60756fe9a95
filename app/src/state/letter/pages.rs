//! The pages of a letter: what they are made of, in the look of the CV that the letter goes with and in the words
//! of the letter's language.

use crate::i18n::{CvLanguage, Key, Words};
use crate::platform::module_worker::WorkerError;
use crate::state::client::use_client;
use crate::state::editor::Editor;
use crate::state::labels::{all_words_in, labels, look};
use crate::state::preview::{Drawing, PreviewedPlace};
use approdo_domain::Cv;
use approdo_domain::check::TextLanguage;
use approdo_domain::letter::{Letter, LetterPlace};
use approdo_render::{LetterLabels, LetterRequest};
use leptos::prelude::*;

impl PreviewedPlace for LetterPlace {
    fn draw(editor: Editor<Self>) -> Drawing<Self> {
        let letter = untrack(|| editor.letter());
        let cv = editor.cv_to_send();
        let client = use_client();
        let drawing = async move {
            let words = words_of_letter(&letter).await;
            let words = words.ok_or(WorkerError::Unavailable)?;
            let request = letter_request(letter, &cv, &words);
            let request = postcard::to_allocvec(&request).unwrap_or_default();
            client.render_worker().letter_preview(&request).await
        };
        (LetterPlace::all(), Box::pin(drawing))
    }
}

/// Returns the words for what a letter says in its own language, fetching them the first time; none if there
/// is neither a network nor a copy of them.
pub async fn words_of_letter(letter: &Letter) -> Option<Words> {
    let language = match letter.text_language() {
        TextLanguage::English => CvLanguage::English,
        TextLanguage::Italian | TextLanguage::Other => CvLanguage::Italian,
    };
    all_words_in(language).await
}

/// Returns what the page layout needs for a letter; `cv` is what goes out of the CV that it goes with.
pub fn letter_request(letter: Letter, cv: &Cv, words: &Words) -> LetterRequest {
    LetterRequest {
        sender: letter.sender_with(cv),
        signature: letter.signature_with(cv),
        look: look(&cv.look),
        labels: labels(words),
        words: letter_labels(words),
        language: words.language().tag().to_owned(),
        letter,
    }
}

fn letter_labels(words: &Words) -> LetterLabels {
    LetterLabels {
        document_title: words.text(Key::LetterPageDocumentTitle),
        title_with_cv: words.text(Key::LetterPageTitleWithCv),
        letter: words.text(Key::LetterPageLetter),
        months: months(&words.text(Key::LetterPageMonths)),
        place_and_date: words.text(Key::LetterPagePlaceAndDate),
        company: words.text(Key::LetterPageCompany),
        person: words.text(Key::LetterPagePerson),
        subject: words.text(Key::LetterPageSubject),
        enclosures: words.text(Key::LetterPageEnclosures),
        // As on Italian sheets, whose envelopes have their window there.
        addressee_at_end: words.language() == CvLanguage::Italian,
    }
}

/// Reads the names of the months, January first.
fn months(words: &str) -> [String; 12] {
    let mut names = words.split_whitespace().map(str::to_owned);
    std::array::from_fn(|_| names.next().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;
    use std::collections::BTreeMap;

    #[rstest]
    #[case::italian(include_str!("../../../translations/later/letters/it.json"), "agosto")]
    #[case::english(include_str!("../../../translations/later/letters/en.json"), "August")]
    fn every_month_has_a_name(#[case] file: &str, #[case] eighth: &str) {
        let texts: BTreeMap<String, String> = serde_json::from_str(file).unwrap();
        let names = months(&texts["letter-page.months"]);
        assert!(names.iter().all(|name| name.len() > 2), "{names:?}");
        assert_eq!(names[7], eighth);
    }
}
