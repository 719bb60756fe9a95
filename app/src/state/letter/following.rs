//! Has the phrases of a letter follow what is changed in the editor: the company, the job, what the person
//! answered. Which texts follow is in `drafting`.

use super::drafting::Drafting;
use super::editor::LetterEditor;
use approdo_domain::letter::Letter;
use leptos::prelude::*;

/// Follows the fields of a letter whenever one is left, as long as the caller's scope lives. `drafting` gives
/// the phrases, once they are there.
pub fn follow_answers(
    editor: LetterEditor,
    drafting: impl Fn() -> Option<Drafting> + Copy + 'static,
) {
    let before = StoredValue::new(untrack(|| editor.letter()));
    let judged = editor.shared().signal(|signals| signals.judged.clone());
    Effect::new(move |_| {
        judged.track();
        let Some(drafting) = drafting() else { return };
        let letter = untrack(|| editor.letter());
        if before.with_value(|before| answers_differ(before, &letter)) {
            before.with_value(|before| drafting.follow(before));
            before.set_value(letter);
        }
    });
}

/// Tells whether something of which phrases are made differs.
fn answers_differ(before: &Letter, now: &Letter) -> bool {
    let answers = |letter: &Letter| {
        (
            letter.addressee.clone(),
            letter.wanted.clone(),
            letter.answers.clone(),
            letter.sender.clone(),
            letter.writer_form.clone(),
        )
    };
    answers(before) != answers(now)
}

#[cfg(test)]
mod tests {
    use super::*;
    use approdo_domain::letter::{AddresseeField, LetterField, LetterPlace};

    #[test]
    fn another_company_is_another_answer_and_another_sentence_is_none() {
        let mut letter = Letter::default();
        letter.set_text(LetterPlace::Text(LetterField::Opening), "Buongiorno");
        assert!(!answers_differ(&Letter::default(), &letter));
        letter.set_text(LetterPlace::Addressee(AddresseeField::Company), "Rossi");
        assert!(answers_differ(&Letter::default(), &letter));
    }
}
