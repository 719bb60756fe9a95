//! Documents: what to bring, what to give later, what never to give.

use crate::components::button::Button;
use crate::components::interview::frame::{interview_frame, way_back};
use crate::components::interview::loading::when_there;
use crate::components::interview::words::time_words;
use crate::i18n::{Key, text};
use crate::platform::page;
use crate::state::practice::checklists;
use approdo_catalog::{Checklists, DocumentTime};
use leptos::prelude::*;
use std::sync::Arc;

/// Draws the documents.
pub fn documents_page() -> AnyView {
    when_there(checklists, page)
}

fn page(lists: Arc<Checklists>) -> AnyView {
    let parts = DocumentTime::ALL.map(|when| part(&lists, when));
    interview_frame(
        text(Key::InterviewDocuments),
        view! {
            <div class="stack" data-documents="">
                {Vec::from(parts)}
            </div>
            {Button::secondary("print", Key::InterviewPrint).draw(page::print)}
            {way_back("/interview", Key::InterviewTitle)}
        }
        .into_any(),
    )
}

fn part(lists: &Checklists, when: DocumentTime) -> AnyView {
    let documents = lists.documents.iter();
    let documents = documents.filter(|document| document.when == when);
    let lines = documents.map(|document| {
        let hint = document.hint.clone();
        view! {
            <li>
                {document.text.clone()}
                {hint.map(|hint| view! { <span class="choice-hint">{hint}</span> })}
            </li>
        }
    });
    let lines: Vec<_> = lines.collect();
    view! {
        <section class="stack">
            <h2>{text(time_words(when))}</h2>
            <ul class="plain-points">{lines}</ul>
        </section>
    }
    .into_any()
}
