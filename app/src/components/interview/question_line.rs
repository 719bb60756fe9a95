//! A question as a line to choose, and what it belongs to.

use super::words::{family_words, sureness_words};
use crate::i18n::{Key, plural, text};
use crate::state::practice::{AskedQuestion, Home, sureness};
use approdo_catalog::Questions;
use leptos::prelude::*;

/// Draws a question to choose, with how sure one feels of it.
pub fn question_line(question: &AskedQuestion, practices: &[Home]) -> AnyView {
    let word = question.word();
    let sure = sureness(practices, question.item);
    let minutes = plural(Key::InterviewMinutes, usize::from(question.minutes));
    let notes = match sure {
        Some(sure) => format!("{minutes} · {}", text(sureness_words(sure))),
        None => minutes,
    };
    view! {
        <li>
            <a href=format!("/interview/questions/{word}") data-question=word.clone()>
                <span>{question.ask.clone()} <span class="choice-hint">{notes}</span></span>
            </a>
        </li>
    }
    .into_any()
}

/// Returns the words of what a question belongs to.
pub fn belongs_to(question: &AskedQuestion, questions: &Questions) -> String {
    match (question.family, &question.occupation) {
        (Some(family), _) => text(family_words(family)),
        (None, Some(id)) => {
            let known = questions.occupation(id);
            known.map(|one| one.name.clone()).unwrap_or_default()
        }
        (None, None) => text(Key::InterviewOwn),
    }
}
