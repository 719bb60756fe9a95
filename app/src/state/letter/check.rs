//! How a letter is looked at by the check. The rules are in `approdo_domain::check`.

use crate::state::check::{Check, CheckedPlace, LaidOut, laid_out};
use crate::state::editor::Editor;
use crate::state::spelling::Spelling;
use approdo_domain::check::{
    CheckFinding, check_letter, letter_spelling, letter_words_to_spell, sort_by_weight,
};
use approdo_domain::letter::LetterPlace;
use leptos::prelude::*;

impl CheckedPlace for LetterPlace {
    fn look_at(check: Check<LetterPlace>) -> Vec<CheckFinding<LetterPlace>> {
        let letter = untrack(|| check.editor.letter());
        let cv = untrack(|| check.editor.cv_to_send());
        let mut context = check.context(letter.text_language());
        if !letter.letter_form().is_on_paper() {
            context.pages = None;
        }
        let mut findings = check_letter(&letter, &cv, &context);
        if let Some(dictionary) = check.spelling {
            dictionary.ask(context.language, || letter_words_to_spell(&letter, &cv));
            let answers = dictionary.answers(context.language);
            let known = check.own_words.get_untracked();
            findings.extend(letter_spelling(&letter, &cv, &answers, &known));
            sort_by_weight(&mut findings);
        }
        findings
    }

    fn dictionary() -> Option<Spelling> {
        Some(Spelling::new())
    }

    fn pages(editor: Editor<Self>) -> Option<LaidOut> {
        laid_out(editor)
    }
}
