//! Where practising begins: what one wants to do.

use crate::components::interview::frame::interview_frame;
use crate::i18n::{Key, text};
use crate::state::client::use_client;
use leptos::prelude::*;

/// What can be done: address, name for tests, words, and what they mean.
const WAYS: [(&str, &str, Key, Key); 9] = [
    (
        "/interview/questions",
        "questions",
        Key::InterviewQuestions,
        Key::InterviewQuestionsHint,
    ),
    (
        "/interview/cards",
        "cards",
        Key::InterviewCards,
        Key::InterviewCardsHint,
    ),
    ("/interview/mock", "mock", Key::MockTitle, Key::MockHint),
    (
        "/interview/checklists",
        "checklists",
        Key::InterviewChecklists,
        Key::InterviewChecklistsHint,
    ),
    (
        "/interview/documents",
        "documents",
        Key::InterviewDocuments,
        Key::InterviewDocumentsHint,
    ),
    (
        "/interview/calm",
        "calm",
        Key::InterviewCalm,
        Key::InterviewCalmHint,
    ),
    (
        "/interview/thanks",
        "thanks",
        Key::InterviewThanks,
        Key::InterviewThanksHint,
    ),
    (
        "/interview/own",
        "own-questions",
        Key::InterviewOwn,
        Key::InterviewOwnHint,
    ),
    ("/interview/sets", "sets", Key::SetsTitle, Key::SetsHint),
];

/// Draws what can be done.
pub fn start_page() -> AnyView {
    Effect::new(move |_| use_client().offline.begin());
    let ways = WAYS.map(|(address, name, words, hint)| {
        view! {
            <li>
                <a href=address data-way=name>
                    <span>
                        {text(words)} <span class="choice-hint">{text(hint)}</span>
                    </span>
                </a>
            </li>
        }
    });
    interview_frame(
        text(Key::InterviewTitle),
        view! {
            <p>{text(Key::InterviewIntro)}</p>
            <ul class="choice-list" data-interview="">
                {Vec::from(ways)}
            </ul>
        }
        .into_any(),
    )
}
