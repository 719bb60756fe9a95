//! How an answer read on earlier days, and the way back to one of these wordings.

use super::words::step_words;
use crate::components::button::Button;
use crate::i18n::{Key, date, format, text};
use crate::state::client::use_client;
use crate::state::practice::PracticeEditor;
use approdo_domain::practice::{Answer, STAR};
use approdo_domain::{FieldValue, ItemId};
use leptos::prelude::*;

/// Draws the earlier wordings of an answer, which are read once somebody opens them.
pub fn earlier_wordings(editor: PracticeEditor, item: ItemId) -> AnyView {
    let revision = editor.revision();
    let open = RwSignal::new(false);
    let shown = move || {
        revision.track();
        open.get().then(|| untrack(|| cards(editor, item)))
    };
    view! {
        <details
            class="more"
            data-answer-versions=""
            on:toggle=move |_| open.update(|open| *open = !*open)
        >
            <summary>{text(Key::InterviewAnswerVersions)}</summary>
            {shown}
        </details>
    }
    .into_any()
}

fn cards(editor: PracticeEditor, item: ItemId) -> AnyView {
    let versions = editor.answer_versions(item).into_iter();
    let cards: Vec<AnyView> = versions
        .map(|version| card(editor, item, version.last_ms, &version.shown))
        .collect();
    if cards.is_empty() {
        return view! { <p class="field-hint">{text(Key::InterviewAnswerVersionsNone)}</p> }
            .into_any();
    }
    view! { <ul class="card-list">{cards}</ul> }.into_any()
}

fn card(editor: PracticeEditor, item: ItemId, last_ms: u64, answer: &Answer) -> AnyView {
    let day = date(last_ms);
    let called = day.clone();
    let go_back = move || {
        if editor.answer_goes_back_to(item, last_ms) {
            let words = format(Key::InterviewAnswerGoneBack, &[("day", &called)]);
            let undo = move || {
                editor.undo();
            };
            use_client().toasts.offer_undo(words, undo);
        }
    };
    view! {
        <li class="card stack" data-answer-version="">
            <h3 class="card-title">{day}</h3>
            {steps_read(answer)}
            <div class="card-actions">
                {Button::secondary("go-back", Key::InterviewAnswerGoBack).draw(go_back)}
            </div>
        </li>
    }
    .into_any()
}

/// Draws what is written of the steps, to be read.
pub fn steps_read(answer: &Answer) -> AnyView {
    let steps = STAR.into_iter().filter_map(|step| {
        let FieldValue::Text(words) = answer.value(step) else {
            return None;
        };
        let words = words.trim().to_owned();
        (!words.is_empty()).then(|| {
            view! {
                <dt>{text(step_words(step))}</dt>
                <dd>{words}</dd>
            }
        })
    });
    let steps: Vec<_> = steps.collect();
    view! { <dl>{steps}</dl> }.into_any()
}
