//! What the CV offers for an answer: experiences and what was done there, each put into its step with a tap.

use crate::i18n::{Key, format, text};
use crate::state::client::use_client;
use crate::state::practice::{Inspiration, PracticeEditor, cvs, inspirations};
use approdo_domain::ItemId;
use approdo_domain::practice::AnswerField;
use leptos::prelude::*;

/// Draws what can be taken from the CVs; nothing where they tell of no experience.
pub fn inspiration_list(editor: PracticeEditor, answer: ItemId) -> AnyView {
    let found = inspirations(&cvs(use_client().workspace));
    if found.is_empty() {
        return ().into_any();
    }
    let entries: Vec<AnyView> = found
        .into_iter()
        .map(|one| experience(editor, answer, one))
        .collect();
    view! {
        <details class="card no-print" data-inspirations="">
            <summary>{text(Key::InterviewInspiration)}</summary>
            <p class="field-hint">{text(Key::InterviewInspirationHint)}</p>
            {entries}
        </details>
    }
    .into_any()
}

fn experience(editor: PracticeEditor, answer: ItemId, experience: Inspiration) -> AnyView {
    let lines = experience.lines.into_iter();
    let lines = lines.map(|line| taken(editor, answer, AnswerField::Action, line));
    let lines: Vec<AnyView> = lines.collect();
    view! {
        <div class="choice-list">
            {taken(editor, answer, AnswerField::Situation, experience.headline)} {lines}
        </div>
    }
    .into_any()
}

fn taken(editor: PracticeEditor, answer: ItemId, field: AnswerField, line: String) -> AnyView {
    let shown = line.clone();
    let take = move |_| {
        editor.add_line(answer, field, &line);
        let words = format(Key::InterviewInspirationTaken, &[("text", &line)]);
        use_client().toasts.announce(words);
    };
    let into = match field {
        AnswerField::Action => Key::InterviewInspirationAction,
        _ => Key::InterviewInspirationSituation,
    };
    view! {
        <button type="button" class="choice-card" data-action="take-from-cv" on:click=take>
            <span>{shown} <span class="choice-hint">{text(into)}</span></span>
        </button>
    }
    .into_any()
}
